"""The index on disk: built beside its place and put there whole, opened only if it is ours.

A folder holds Whoosh's files, the word list, and a stamp that is written last. Opening a Whoosh
index unpickles what is in it, so nothing is opened whose stamp does not fit. What does not open for
whatever reason is ``IndexUnusableError``: an index is only ever derived, so the remedy is to build
it again.
"""

from __future__ import annotations

import errno
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from whoosh.reading import IndexReader
from whoosh.writing import IndexWriter

from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.errors import DiskFullError, EnvironmentFaultError, ReadOnlyError
from fieldcat.search.documents import Analyser
from fieldcat.search.fields import NUMBER, PLACES, STEMS, schema
from fieldcat.search.files import IndexFiles
from fieldcat.search.stamp import STAMP, Stamp, read_stamp, unusable, write_stamp
from fieldcat.search.wordlist import WordCounter, WordList

WORDS = "words.tsv"

_MEMORY = 64
"""Megabytes that Whoosh may use for postings before it puts them on disk."""

_REPORTED = 20
"""Documents between two reports of progress."""

_BUILDING = ".building-"
_ABANDONED = 24 * 3600
"""Seconds after which what an interrupted build left behind is removed."""


@dataclass(frozen=True, slots=True)
class Index:
    """An open index. ``numbers`` and ``lengths`` are by Whoosh's document number.

    ``languages`` are BCP 47 tags, the commonest first. ``temporary`` is the folder to be removed
    with it, for an index that has no lasting place.
    """

    folder: Path
    reader: IndexReader
    files: IndexFiles
    numbers: Sequence[int]
    lengths: Sequence[int]
    languages: tuple[str, ...]
    synonyms: tuple[Synonym, ...]
    words: WordList
    temporary: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Let go of the files; doing so twice is no fault."""
        if not self.reader.is_closed:
            self.reader.close()
        self.files.close()
        if self.temporary is not None:
            self.temporary.cleanup()

    def condemn(self) -> None:
        """Have the index built anew the next time, since it could not be read."""
        with suppress(OSError):
            (self.folder / STAMP).unlink(missing_ok=True)


def build_index(
    folder: Path,
    documents: Iterable[SearchDocument],
    synonyms: Sequence[Synonym],
    stamp: str,
    total: int,
    report: Report,
) -> None:
    """Build an index in ``folder``, replacing what is there once the new one is complete.

    ``stamp`` says what it is built from; ``open_index`` asks for the same. ``total`` is the number
    of documents, for the report, which stops the work by raising ``CancelledError``.

    Raises:
        CancelledError: the user stopped it; nothing was changed.
        DiskFullError, ReadOnlyError, EnvironmentFaultError: the disk did not take it.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        building = Path(mkdtemp(prefix=folder.name + _BUILDING, dir=folder.parent))
        try:
            _write(building, documents, synonyms, stamp, total, report)
            _put(building, folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    except OSError as fault:
        raise _fault(fault, folder) from fault
    report(Progress("indexing", total, total))


def open_index(
    folder: Path, stamp: str, *, temporary: TemporaryDirectory[str] | None = None
) -> Index:
    """Open the index that was built from what ``stamp`` names.

    ``temporary`` holds the folder and is removed once the index is closed.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale (of something
            else, or of another format) or damaged.
    """
    facts = read_stamp(folder, stamp)
    files = IndexFiles(folder, readonly=True)
    try:
        return _opened(files.open_index().reader(), files, folder, facts, temporary)
    except Exception as fault:
        # Whoosh raises whatever unpickling or reading a damaged file happens to raise.
        files.close()
        raise unusable(folder, "damaged", repr(fault)) from fault


def _write(
    folder: Path,
    documents: Iterable[SearchDocument],
    synonyms: Sequence[Synonym],
    stamp: str,
    total: int,
    report: Report,
) -> None:
    analyser = Analyser()
    words = WordCounter()
    languages: Counter[str] = Counter()
    highest = 0
    files = IndexFiles(folder)
    try:
        with _committed(files) as writer:
            for done, document in enumerate(documents):
                if done % _REPORTED == 0:
                    report(Progress("indexing", done, max(total, done)))
                entry = analyser.analysed(document)
                writer.add_document(
                    **{STEMS: entry.stems, PLACES: entry.places, NUMBER: document.number}
                )
                words.take(entry)
                languages[document.language] += 1
                highest = max(highest, document.number)
    finally:
        files.close()
    words.write(folder / WORDS)
    write_stamp(
        folder,
        source=stamp,
        documents=languages.total(),
        highest=highest,
        languages=[language for language, _ in languages.most_common()],
        synonyms=[list(synonym.words) for synonym in synonyms],
    )


@contextmanager
def _committed(files: IndexFiles) -> Iterator[IndexWriter]:
    writer = files.create_index(schema()).writer(limitmb=_MEMORY, compound=False)
    try:
        yield writer
        writer.commit()
    except BaseException:
        # The lock is let go of even where what was written so far cannot be cleared away.
        with suppress(Exception):
            writer.cancel()
        raise


def _put(building: Path, folder: Path) -> None:
    """Put the finished index in its place; the old one goes only once the new one stands."""
    old = building.with_name(building.name + "-old")
    if folder.exists():
        folder.rename(old)
    try:
        building.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what builds that were cut off have left; a young one may still be under way."""
    for path in folder.parent.glob(f"{folder.name}{_BUILDING}*"):
        if time.time() - path.stat().st_mtime > _ABANDONED:
            shutil.rmtree(path, ignore_errors=True)


def _fault(fault: OSError, folder: Path) -> EnvironmentFaultError:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(str(fault), path=str(folder))
    if fault.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return ReadOnlyError(str(fault), path=str(folder))
    return EnvironmentFaultError(str(fault), path=str(folder))


def _opened(
    reader: IndexReader,
    files: IndexFiles,
    folder: Path,
    stamp: Stamp,
    temporary: TemporaryDirectory[str] | None,
) -> Index:
    documents = reader.doc_count_all()
    if documents != stamp.documents:
        raise ValueError("documents are missing")
    column = reader.column_reader(NUMBER) if documents else ()
    numbers = [column[document] for document in range(documents)]
    lengths = [reader.doc_field_length(document, STEMS) for document in range(documents)]
    if not all(0 < number <= stamp.highest for number in numbers) or None in lengths:
        raise ValueError("numbers or lengths that were never written")
    with (folder / WORDS).open(encoding="utf-8", newline="\n") as lines:
        words = WordList(lines)
    return Index(
        folder=folder,
        reader=reader,
        files=files,
        numbers=numbers,
        lengths=lengths,
        languages=tuple(stamp.languages),
        synonyms=tuple(Synonym(tuple(words)) for words in stamp.synonyms),
        words=words,
        temporary=temporary,
    )
