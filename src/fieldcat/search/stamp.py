"""The note that an index carries: what it was built from, how its files should be, and a seal.

Whoosh unpickles its table of contents and its terms, so nothing of an index is opened before its
stamp bears this laptop's seal and those files have the hashes that the stamp gives. The large file
of blobs is not unpickled (see ``codec``): of it the length is compared here, and a checksum with
each blob that is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fieldcat.errors import IndexUnusableError
from fieldcat.search.fields import INDEX_FORMAT
from fieldcat.search.sealing import fits, read_key, seal, usual_key_file

STAMP = "stamp.json"

LOCK = "MAIN_WRITELOCK"
"""Whoosh's lock, which comes and goes with whoever writes; it holds nothing."""

_SEAL = "seal"

_BLOBS = ".pst"
"""How the name of the one kind of file ends that is never unpickled, and may be large."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of an index.

    ``source`` names what it was built from; ``usual_length`` is that of its texts, in words;
    ``languages`` are BCP 47 tags, the commonest first; ``synonyms`` rows of words that mean the
    same; ``lengths`` bytes and ``hashes`` SHA-256 by file name.
    """

    source: str
    usual_length: float
    languages: list[str]
    synonyms: list[list[str]]
    lengths: dict[str, int]
    hashes: dict[str, str]
    format: int = INDEX_FORMAT


def write_stamp(
    folder: Path,
    *,
    source: str,
    usual_length: float,
    languages: list[str],
    synonyms: list[list[str]],
    key: bytes,
    known: Mapping[str, str] | None = None,
) -> None:
    """Stamp and seal a finished index and have the system write all of it out to the disk.

    ``known`` are hashes by name of files that were taken over from an index as they were stamped
    there. They are not read again: what the disk has changed of them since is damage still.
    """
    stamp = Stamp(
        source=source,
        usual_length=usual_length,
        languages=languages,
        synonyms=synonyms,
        lengths=_lengths(folder),
        hashes=_hashes(folder, whole=True, known=known or {}),
    )
    written = asdict(stamp)
    sealed = {**written, _SEAL: seal(key, _content(written))}
    (folder / STAMP).write_text(json.dumps(sealed), encoding="utf-8")
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def read_stamp(folder: Path, source: str | None, key_file: Path, *, whole: bool = False) -> Stamp:
    """The stamp of an index that this laptop built from ``source`` and that is as it was written.

    None is any source. ``whole`` has the blobs compared, too, which reads all of them.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale (of something
            else, or not built here) or damaged.
    """
    try:
        written: dict[str, Any] = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        if (written["format"], written["source"]) != (INDEX_FORMAT, source or written["source"]):
            raise unusable(folder, "stale", "it was built from something else")
        given = written.pop(_SEAL)
        if not fits(given, _key(folder, key_file), _content(written)):
            raise unusable(folder, "stale", "it was not built on this laptop")
        stamp = Stamp(**written)
        lengths, hashes = _lengths(folder), _hashes(folder, whole=whole)
    except FileNotFoundError as fault:
        raise unusable(folder, "missing", "there is no index") from fault
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise unusable(folder, "damaged", repr(fault)) from fault
    changed = {
        name
        for name in stamp.lengths.keys() | lengths.keys()
        if stamp.lengths.get(name) != lengths.get(name)
    } | {name for name, found in hashes.items() if stamp.hashes.get(name) != found}
    if changed:
        raise unusable(folder, "damaged", f"changed: {', '.join(sorted(changed))}")
    return stamp


def check_index(folder: Path, source: str, *, key_file: Path | None = None) -> None:
    """Look whether an index would open and is whole, without opening it. None: this laptop's key.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale or damaged.
    """
    read_stamp(folder, source, key_file or usual_key_file(), whole=True)


def _key(folder: Path, key_file: Path) -> bytes:
    try:
        return read_key(key_file)
    except (OSError, ValueError) as fault:
        raise unusable(folder, "stale", f"no key to know it by: {fault!r}") from fault


def unusable(folder: Path, reason: str, detail: str) -> IndexUnusableError:
    """The error for an index: ``reason`` is missing, stale or damaged."""
    return IndexUnusableError(f"{folder}: {detail}", path=str(folder), reason=reason)


def _content(stamp: dict[str, Any]) -> bytes:
    """What of a stamp is sealed: all of it, whatever the order of its fields."""
    return json.dumps(stamp, sort_keys=True).encode()


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in (STAMP, LOCK)
    ]


def _lengths(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in _files(folder)}


def _hashes(
    folder: Path, *, whole: bool, known: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    return {
        path.name: known.get(path.name) or _hash(path)
        for path in _files(folder)
        if whole or path.suffix != _BLOBS
    }


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
