"""The note that an index carries: what it was built from, and how its files should be.

Lengths are compared whenever an index is opened, which catches what a power cut leaves; checksums
only where somebody asks for it, since they cost reading everything. Both tell of accidents, not of
attacks: who can write into the folder can write the stamp as well.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fieldcat.errors import IndexUnusableError
from fieldcat.search.fields import INDEX_FORMAT

STAMP = "stamp.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of an index.

    ``source`` names what it was built from, ``highest`` is the highest entry number in it,
    ``languages`` are BCP 47 tags, the commonest first; ``synonyms`` rows of words that mean the
    same; ``files`` are lengths and ``checksums`` CRC-32 by file name.
    """

    source: str
    documents: int
    highest: int
    languages: list[str]
    synonyms: list[list[str]]
    files: dict[str, int]
    checksums: dict[str, int]
    format: int = INDEX_FORMAT


def write_stamp(
    folder: Path,
    *,
    source: str,
    documents: int,
    highest: int,
    languages: list[str],
    synonyms: list[list[str]],
) -> None:
    """Stamp a finished index and have the system write all of it out to the disk."""
    stamp = Stamp(
        source=source,
        documents=documents,
        highest=highest,
        languages=languages,
        synonyms=synonyms,
        files=_lengths(folder),
        checksums={name: _checksum(folder / name) for name in _lengths(folder)},
    )
    (folder / STAMP).write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def read_stamp(folder: Path, source: str) -> Stamp:
    """The stamp of an index that was built from ``source`` and whose files have their lengths.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale or damaged.
    """
    try:
        written: dict[str, Any] = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        if (written["format"], written["source"]) != (INDEX_FORMAT, source):
            raise unusable(folder, "stale", "it was built from something else")
        stamp = Stamp(**written)
        lengths = _lengths(folder)
    except FileNotFoundError as fault:
        raise unusable(folder, "missing", "there is no index") from fault
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as fault:
        raise unusable(folder, "damaged", repr(fault)) from fault
    if stamp.files != lengths:
        raise unusable(folder, "damaged", "files are missing or have another length")
    return stamp


def check_index(folder: Path, source: str) -> None:
    """Read every file of an index and compare it with what was written.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale or damaged.
    """
    stamp = read_stamp(folder, source)
    try:
        changed = [
            name for name in stamp.files if _checksum(folder / name) != stamp.checksums[name]
        ]
    except (OSError, LookupError, TypeError) as fault:
        raise unusable(folder, "damaged", repr(fault)) from fault
    if changed:
        raise unusable(folder, "damaged", f"changed: {', '.join(changed)}")


def unusable(folder: Path, reason: str, detail: str) -> IndexUnusableError:
    """The error for an index: ``reason`` is missing, stale or damaged."""
    return IndexUnusableError(f"{folder}: {detail}", path=str(folder), reason=reason)


def _lengths(folder: Path) -> dict[str, int]:
    # Locks come and go with whoever writes; they hold nothing.
    return {
        path.name: path.stat().st_size
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != STAMP and "LOCK" not in path.name
    }


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum
