"""Building an index from a whole catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.errors import IndexUnusableError
from fieldcat.search import entries, wordlist
from fieldcat.search.codec import BlobCodec
from fieldcat.search.entries import Bucket
from fieldcat.search.fields import BEGINNINGS, PLACES, STEMS, schema
from fieldcat.search.files import IndexFiles
from fieldcat.search.gathering import Gathering
from fieldcat.search.index import ENTRIES, WORDS
from fieldcat.search.lexicon import Lexicon
from fieldcat.search.marks import digested, key_of, mark_of
from fieldcat.search.placing import building, fault_of
from fieldcat.search.sealing import make_key, usual_key_file
from fieldcat.search.stamp import read_stamp, write_stamp
from fieldcat.search.wordlist import WordList

_MEMORY = 32
"""Megabytes that Whoosh may use for blobs before it puts them on disk."""

_REPORTED = 20
"""Documents between two reports of progress."""


def build_index(
    folder: Path,
    documents: Iterable[SearchDocument],
    synonyms: Sequence[Synonym],
    source: str,
    total: int,
    report: Report,
    *,
    key_file: Path | None = None,
) -> None:
    """Build an index in ``folder``, replacing what is there once the new one is complete.

    ``documents`` give the versions of an entry one after the other. ``source`` says what it is
    built from; ``open_index`` asks for the same. ``total`` is the number of documents, for the
    report, which stops the work by raising ``CancelledError``. The index is sealed with the key in
    ``key_file``, this laptop's own where it is None, made if need be. Where an index that fits has
    come to stand there meanwhile, it stays.

    Raises:
        CancelledError: the user stopped it; nothing was changed.
        DiskFullError, ReadOnlyError, EnvironmentFaultError: the disk did not take it.
    """
    key_file = key_file or usual_key_file()
    key = made_key(key_file, folder)
    with building(folder, lambda: stands(folder, source, key_file)) as new:
        files = IndexFiles(new)
        try:
            with committed(files.create_index(schema())) as writer:
                written = write_documents(writer, documents, total, report)
        finally:
            files.close()
        write_facts(new, written.buckets, wordlist.collected(written.lexicon))
        write_stamp(
            new,
            source=source,
            usual_length=written.usual_length,
            languages=[language for language, _ in written.languages.most_common()],
            synonyms=[list(synonym.words) for synonym in synonyms],
            key=key,
        )
    report(Progress("indexing", total, total))


@dataclass(slots=True)
class Written:
    """What was written: its buckets, words, and documents by language."""

    usual_length: float
    buckets: list[Bucket] = field(default_factory=list)
    lexicon: Lexicon = field(default_factory=Lexicon)
    languages: Counter[str] = field(default_factory=Counter)


def write_documents(
    writer: SegmentWriter,
    documents: Iterable[SearchDocument],
    total: int,
    report: Report,
    usual_length: float = 0.0,
) -> Written:
    """Write all documents, bucket by bucket; the first bucket tells the usual length if need be."""
    written = Written(usual_length)
    gathering = Gathering(written.lexicon)

    def flush() -> None:
        bucket = gathering.bucket
        if bucket.numbers:
            written.usual_length = written.usual_length or gathering.usual_length
            blobs = gathering.packed(written.usual_length)
            writer.add_document(
                **{STEMS: blobs.stems, BEGINNINGS: blobs.beginnings, PLACES: blobs.places}
            )
            written.buckets.append(bucket)

    done = 0
    for number, group in groupby(documents, key=attrgetter("number")):
        versions = list(group)
        for _ in versions:
            if done % _REPORTED == 0:
                report(Progress("indexing", done, max(total, done)))
            done += 1
        if not gathering.has_room_for(len(versions)):
            flush()
            gathering = Gathering(written.lexicon)
        gathering.take(versions)
        bucket = gathering.bucket
        bucket.keys.append(key_of(versions[0].key or str(number)))
        bucket.marks.append(mark_of(map(digested, versions)))
        written.languages.update(version.language for version in versions)
    flush()
    written.usual_length = written.usual_length or 1.0
    return written


def write_facts(folder: Path, buckets: Iterable[Bucket], words: WordList) -> None:
    """Write what stands beside Whoosh's files."""
    (folder / ENTRIES).write_bytes(entries.packed(buckets))
    (folder / WORDS).write_bytes(words.packed())


@contextmanager
def committed(index: FileIndex) -> Iterator[SegmentWriter]:
    """A writer, whose segment is added to those that are there."""
    writer = SegmentWriter(index, limitmb=_MEMORY, compound=False, codec=BlobCodec())
    try:
        yield writer
        writer.commit(merge=False)
    except BaseException:
        # The lock is let go of even where what was written so far cannot be cleared away.
        with suppress(Exception):
            writer.cancel()
        raise


def made_key(key_file: Path, folder: Path) -> bytes:
    """The key to seal with, made if need be.

    Raises:
        EnvironmentFaultError: it cannot be made.
    """
    try:
        return make_key(key_file)
    except OSError as fault:
        raise fault_of(fault, folder) from fault


def stands(folder: Path, source: str, key_file: Path) -> bool:
    """Whether an index of this source is there that would open."""
    try:
        read_stamp(folder, source, key_file)
    except IndexUnusableError:
        return False
    return True
