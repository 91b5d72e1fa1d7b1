"""Verifying and staging a whole bundle beside reading and hashing its bytes, in turn.

``python -m bench.verifying BUNDLE CARD FOLDER BY`` does it in a process of its own and prints what
each took. ``BY`` is ``cryptography``, which the publisher's program has to check signatures by, or
``nothing``, as the program has that trainers get.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.opening import timed

CRYPTOGRAPHY, NOTHING = "cryptography", "nothing"
ROUNDS = 15
_AT_ONCE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of the processor: ours, and for reading and hashing the same bytes."""

    verifying: Sequence[float]
    hashing: Sequence[float]


def verify(bundle: Path, card: Path, folder: Path, by: str = CRYPTOGRAPHY) -> Took:
    """What it takes, with one or the other to check signatures by."""
    command = [sys.executable, "-m", "bench.verifying", str(bundle), str(card), str(folder), by]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Do what the command line says."""
    bundle, card, folder = map(Path, sys.argv[1:4])
    if sys.argv[4] == NOTHING:
        sys.modules[CRYPTOGRAPHY] = None  # type: ignore[assignment]  # so importing it fails
    _verified(bundle, card, folder)
    times = [(_verified(bundle, card, folder), timed(lambda: _hash(bundle))) for _ in range(ROUNDS)]
    print(
        json.dumps(
            {
                "verifying": [ours for ours, _ in times],
                "hashing": [theirs for _, theirs in times],
            }
        )
    )


def _verified(file: Path, card: Path, folder: Path) -> float:
    from fieldcat.domain.progress import unreported
    from fieldcat.records.editions import decode_card
    from fieldcat.updates.bundle import Bundle
    from fieldcat.updates.staging import Staging, stage_packs
    from fieldcat.updates.verifying import Trust, verified

    root = decode_card(card.read_bytes()).root

    # An import moves what was staged to where it is kept: to remove it is no part of this.
    with TemporaryDirectory(dir=folder) as place:

        def verify_and_stage() -> None:
            with Bundle(file) as bundle:
                edition = verified(bundle, bundle.about, Trust(root))
                stage_packs(edition, edition.edition.packs, Staging(Path(place)), unreported)

        return timed(verify_and_stage)


def _hash(file: Path) -> None:
    whole = sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_AT_ONCE):
            whole.update(chunk)


if __name__ == "__main__":
    main()
