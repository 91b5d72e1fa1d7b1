"""Taking in an edition in a process of its own, so that its memory can be told.

``python -m bench.taking_in HOME BUNDLE`` takes it in and prints what it took.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.memory import most_memory
from fieldcat import wiring
from fieldcat.services import importing, publishers


@dataclass(frozen=True, slots=True)
class Took:
    """What an import took: seconds by the clock and of the processor, and bytes at the most."""

    seconds: float
    processor: float
    peak: int


def take_in(home: Path, bundle: Path) -> Took:
    """What it takes until the edition can be searched."""
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
    begun, spent = time.perf_counter(), _processor()
    taken = importing.take_in(bundle, laptop=laptop)
    seconds, processor = time.perf_counter() - begun, _processor() - spent
    assert taken.generation is not None, "it was here already"
    print(json.dumps({"seconds": seconds, "processor": processor, "peak": most_memory()}))


def _processor() -> float:
    """Seconds of the processor that this process and those it started have taken."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    main()
