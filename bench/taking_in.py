"""Taking in an edition in a process of its own, so that its memory can be told.

``python -m bench.taking_in HOME BUNDLE`` takes it in and prints what it took.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from bench.building import Took
from fieldcat import wiring
from fieldcat.services import importing, publishers


def take_in(home: Path, bundle: Path) -> Took:
    """What it takes until the edition can be searched, in seconds and bytes at the most."""
    command = [sys.executable, "-m", "bench.taking_in", str(home), str(bundle)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def trust(home: Path, card: Path) -> None:
    """Add the publisher of a card."""
    laptop = wiring.importing_laptop(wiring.open_workbench(str(home)))
    offer = publishers.look_at_card(card, laptop=laptop)
    publishers.add_publisher(card, laptop=laptop, expecting=offer.fingerprint)


def main() -> None:
    """Do what the command line says."""
    home, bundle = sys.argv[1], Path(sys.argv[2])
    laptop = wiring.importing_laptop(wiring.open_workbench(home))
    begun = time.perf_counter()
    taken = importing.take_in(bundle, laptop=laptop)
    seconds = time.perf_counter() - begun
    assert taken.generation is not None, "it was here already"
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"seconds": seconds, "peak": peak * 1024}))


if __name__ == "__main__":
    main()
