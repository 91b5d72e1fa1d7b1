"""The index on disk: built beside its place and put there whole, opened only if it is ours.

A folder holds Whoosh's files, the word list, and a stamp that is written last. Opening a Whoosh
index unpickles what is in it, so nothing is opened that does not bear this laptop's seal. What does
not open for whatever reason is ``IndexUnusableError``: an index is only ever derived, so the remedy
is to build it again. Several processes may build at once; whoever is first is not undone.
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
from fieldcat.errors import (
    DiskFullError,
    EnvironmentFaultError,
    IndexUnusableError,
    ReadOnlyError,
)
from fieldcat.search.documents import Analyser
from fieldcat.search.fields import NUMBER, PLACES, STEMS, schema
from fieldcat.search.files import IndexFiles
from fieldcat.search.sealing import make_key, usual_key_file
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
        # Whoosh's reader of an empty index does not know whether it is closed.
        if not getattr(self.reader, "is_closed", False):
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
    *,
    key_file: Path | None = None,
) -> None:
    """Build an index in ``folder``, replacing what is there once the new one is complete.

    ``stamp`` says what it is built from; ``open_index`` asks for the same. ``total`` is the number
    of documents, for the report, which stops the work by raising ``CancelledError``. The index is
    sealed with the key in ``key_file``, this laptop's own where it is None, made if need be. Where
    an index that fits has come to stand there meanwhile, it stays.

    Raises:
        CancelledError: the user stopped it; nothing was changed.
        DiskFullError, ReadOnlyError, EnvironmentFaultError: the disk did not take it.
    """
    key_file = key_file or usual_key_file()
    try:
        key = make_key(key_file)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        building = Path(mkdtemp(prefix=folder.name + _BUILDING, dir=folder.parent))
        try:
            _write(building, documents, synonyms, stamp, total, report, key)
            _put(building, folder, stamp, key_file)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    except OSError as fault:
        raise _fault(fault, folder) from fault
    report(Progress("indexing", total, total))


def open_index(
    folder: Path,
    stamp: str,
    *,
    key_file: Path | None = None,
    temporary: TemporaryDirectory[str] | None = None,
) -> Index:
    """Open the index that this laptop built from what ``stamp`` names.

    ``key_file`` is as in ``build_index``. ``temporary`` holds the folder and is removed once the
    index is closed.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale (of something
            else, of another format, or not built here) or damaged.
    """
    facts = read_stamp(folder, stamp, key_file or usual_key_file())
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
    key: bytes,
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
        key=key,
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


def _put(building: Path, folder: Path, stamp: str, key_file: Path) -> None:
    """Put the finished index in its place; the old one goes only once the new one stands."""
    if _stands(folder, stamp, key_file):
        return
    old = building.with_name(building.name + "-old")
    try:
        with suppress(FileNotFoundError):
            folder.rename(old)
        building.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        # Another process was quicker: then there is nothing to complain of.
        if not _stands(folder, stamp, key_file):
            raise
    finally:
        _remove(old)


def _stands(folder: Path, stamp: str, key_file: Path) -> bool:
    try:
        read_stamp(folder, stamp, key_file)
    except IndexUnusableError:
        return False
    return True


def _remove(path: Path) -> None:
    # What stood in an index's place may have been a file.
    if path.is_file():
        with suppress(OSError):
            path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what builds that were cut off have left; a young one may still be under way."""
    for path in folder.parent.glob(f"{folder.name}{_BUILDING}*"):
        # Another process may be done with it, or sweep as well.
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                _remove(path)


_NO_WRITING = frozenset(
    {
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ENOTEMPTY,
    }
)


def _fault(fault: OSError, folder: Path) -> EnvironmentFaultError:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(str(fault), path=str(folder))
    if fault.errno in _NO_WRITING:
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
