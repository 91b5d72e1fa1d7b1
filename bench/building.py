"""Building and updating an index in processes of their own, so that their memory can be told.

``python -m bench.building WHAT CATALOGUE TARGET`` does one of them and prints what it took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench import fts5
from bench.memory import most_memory

KEY = "index.key"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the processor, and the most memory held at once, in bytes."""

    seconds: float
    peak: int


def build(what: str, catalogue: Path, target: Path) -> Took:
    """Build ``fieldcat``'s index in the folder ``target``, or ``fts5``'s as a file.

    An index of fieldcat's that stands there for an earlier catalogue is brought up to this one.
    """
    command = [sys.executable, "-m", "bench.building", what, str(catalogue), str(target)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def key_of(folder: Path) -> Path:
    """The key that the indexes of the measurements are sealed with."""
    return folder.with_name(f"{folder.name}.{KEY}")


def main() -> None:
    """Do what the command line says."""
    what, catalogue, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "fts5":
        begun = time.process_time()
        fts5.build_text(target, catalogue)
    else:
        from fieldcat.services.indexing import ensure_index
        from fieldcat.storage.catalogue import open_catalogue

        opened = open_catalogue(catalogue)
        _ = opened.fingerprint  # known already where the catalogue was checked on its arrival
        begun = time.process_time()
        ensure_index(opened, target, key_file=key_of(target)).close()
    seconds = time.process_time() - begun
    print(json.dumps({"seconds": seconds, "peak": most_memory()}))


if __name__ == "__main__":
    main()
