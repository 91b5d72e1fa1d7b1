"""Bringing an index up to a later catalogue: what is new is added, what was replaced is masked.

The blobs of an entry that was replaced or withdrawn stay; it has no number any more. Each update
adds one small bucket. When many have come together, or much is masked, building anew is better.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.searching import Synonym
from fieldcat.search import entries, wordlist
from fieldcat.search.building import (
    Written,
    committed,
    made_key,
    stands,
    write_documents,
    write_facts,
)
from fieldcat.search.entries import Bucket
from fieldcat.search.files import IndexFiles
from fieldcat.search.impacts import BUCKET
from fieldcat.search.index import ENTRIES, WORDS
from fieldcat.search.marks import Texts, key_of
from fieldcat.search.placing import building
from fieldcat.search.sealing import usual_key_file
from fieldcat.search.stamp import LOCK, STAMP, Stamp, read_stamp, unusable, write_stamp
from fieldcat.search.wordlist import WordList

_SMALL_BUCKETS = 12
"""Buckets beyond those that a new index would have, up to which it is not worth building one."""

_WRITTEN_ANEW = frozenset({STAMP, ENTRIES, WORDS, LOCK})

_REPLACED = 0.2
"""Share of entries that were replaced, up to which the same holds."""


def update_index(
    folder: Path,
    texts: Texts,
    keys: Sequence[str],
    synonyms: Sequence[Synonym],
    source: str,
    report: Report,
    *,
    key_file: Path | None = None,
) -> None:
    """Bring the index in ``folder`` up to a later catalogue, ``source``.

    ``texts`` are all of the catalogue's, of which only what is not as it was is read and indexed.
    ``keys`` are the ids of all entries by their numbers, from 1. The rest is as in ``build_index``.

    Raises:
        IndexUnusableError: there is no index to begin with, it is not this laptop's or damaged, or
            so much has changed that it is better built anew. Nothing was changed.
        CancelledError, DiskFullError, ReadOnlyError, EnvironmentFaultError: as in ``build_index``.
    """
    key_file = key_file or usual_key_file()
    stamp, buckets, words = _opened(folder, key_file)
    report(Progress("indexing", 0, len(keys)))
    known = [key_of(key) for key in keys]
    changed = _changed(folder, texts, buckets, known)
    _renumber(folder, buckets, known, {known[number - 1] for number in changed})
    key = made_key(key_file, folder)
    with building(folder, lambda: stands(folder, source, key_file)) as new:
        _copy(folder, new)
        files = IndexFiles(new)
        try:
            written = Written(stamp.usual_length)
            if changed:
                with committed(files.open_index()) as writer:
                    written = write_documents(
                        writer, texts.documents(changed), len(keys), report, stamp.usual_length
                    )
        finally:
            files.close()
        later = [language for language in written.languages if language not in stamp.languages]
        write_facts(new, buckets + written.buckets, wordlist.collected(written.lexicon, words))
        write_stamp(
            new,
            source=source,
            usual_length=stamp.usual_length,
            languages=[*stamp.languages, *later],
            synonyms=[list(synonym.words) for synonym in synonyms],
            key=key,
            known={
                name: found for name, found in stamp.hashes.items() if name not in _WRITTEN_ANEW
            },
        )
    report(Progress("indexing", len(keys), len(keys)))


def _opened(folder: Path, key_file: Path) -> tuple[Stamp, list[Bucket], WordList]:
    stamp = read_stamp(folder, None, key_file)
    try:
        return (
            stamp,
            entries.unpacked((folder / ENTRIES).read_bytes()),
            wordlist.unpacked((folder / WORDS).read_bytes()),
        )
    except (OSError, ValueError, LookupError) as fault:
        raise unusable(folder, "damaged", repr(fault)) from fault


def _changed(
    folder: Path, texts: Texts, buckets: Iterable[Bucket], keys: Sequence[int]
) -> list[int]:
    """The numbers of the entries that are new or not as they were."""
    most = int(_REPLACED * len(keys))
    indexed = {
        key: mark
        for bucket in buckets
        for key, mark, number in zip(bucket.keys, bucket.marks, bucket.numbers, strict=True)
        if number
    }
    changed: list[int] = []
    for number, mark in texts.marks:
        if indexed.get(keys[number - 1]) != mark:
            changed.append(number)
            if len(changed) > most:
                raise unusable(folder, "stale", "so much has changed that a new one is better")
    return changed


def _renumber(
    folder: Path, buckets: Sequence[Bucket], keys: Sequence[int], replaced: set[int]
) -> None:
    """Give the entries that stay their new numbers, and 0 to the others."""
    numbers = {key: number for number, key in enumerate(keys, 1)}
    masked = 0
    for bucket in buckets:
        for slot, key in enumerate(bucket.keys):
            stays = bucket.numbers[slot] and key not in replaced
            bucket.numbers[slot] = numbers.get(key, 0) if stays else 0
        masked += bucket.numbers.count(0)
    needed = -(-len(keys) // BUCKET)
    if masked > _REPLACED * len(keys) or len(buckets) >= needed + _SMALL_BUCKETS:
        raise unusable(folder, "stale", "so much was replaced that a new one is better")


def _copy(folder: Path, new: Path) -> None:
    """Have Whoosh's files in the new folder, too; none of them is ever changed."""
    for path in folder.iterdir():
        if path.is_file() and path.name not in _WRITTEN_ANEW:
            try:
                os.link(path, new / path.name)
            except OSError:
                # Sticks have no links.
                shutil.copyfile(path, new / path.name)
