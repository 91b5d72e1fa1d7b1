"""An index that is open: Whoosh's terms and blobs, and beside them the entries and the words.

Opening a Whoosh index unpickles some of what is in it, so nothing is opened that does not bear this
laptop's seal. What does not open for whatever reason is ``IndexUnusableError``: an index is only
ever derived, so the remedy is to build it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from whoosh.reading import IndexReader

from fieldcat.domain.searching import Synonym
from fieldcat.search import entries, wordlist
from fieldcat.search.entries import Bucket
from fieldcat.search.files import IndexFiles
from fieldcat.search.sealing import usual_key_file
from fieldcat.search.stamp import STAMP, Stamp, read_stamp, unusable
from fieldcat.search.wordlist import WordList

ENTRIES = "entries.bin"
WORDS = "words.bin"


@dataclass(frozen=True, slots=True)
class Index:
    """An open index, whose buckets are Whoosh's documents in their order.

    ``languages`` are BCP 47 tags, the commonest first. ``temporary`` is the folder to be removed
    with it, for an index that has no lasting place.
    """

    folder: Path
    reader: IndexReader
    files: IndexFiles
    buckets: Sequence[Bucket]
    languages: tuple[str, ...]
    synonyms: tuple[Synonym, ...]
    words: WordList
    temporary: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Let go of the files; doing so twice is no fault."""
        # Whoosh's reader of several segments would close their files more than once.
        self.files.close()
        if self.temporary is not None:
            self.temporary.cleanup()

    def condemn(self) -> None:
        """Have the index built anew the next time, since it could not be read."""
        with suppress(OSError):
            (self.folder / STAMP).unlink(missing_ok=True)


def open_index(
    folder: Path,
    source: str,
    *,
    key_file: Path | None = None,
    temporary: TemporaryDirectory[str] | None = None,
) -> Index:
    """Open the index that this laptop built from ``source``.

    ``key_file`` is as in ``build_index``. ``temporary`` holds the folder and is removed once the
    index is closed.

    Raises:
        IndexUnusableError: ``data["reason"]`` says whether it is missing, stale (of something
            else, of another format, or not built here) or damaged.
    """
    stamp = read_stamp(folder, source, key_file or usual_key_file())
    files = IndexFiles(folder, readonly=True)
    try:
        return _opened(files.open_index().reader(), files, folder, stamp, temporary)
    except Exception as fault:
        # Whoosh raises whatever unpickling or reading a damaged file happens to raise.
        files.close()
        raise unusable(folder, "damaged", repr(fault)) from fault


def _opened(
    reader: IndexReader,
    files: IndexFiles,
    folder: Path,
    stamp: Stamp,
    temporary: TemporaryDirectory[str] | None,
) -> Index:
    buckets = entries.unpacked((folder / ENTRIES).read_bytes())
    if reader.doc_count_all() != len(buckets):
        raise ValueError("buckets are missing")
    return Index(
        folder=folder,
        reader=reader,
        files=files,
        buckets=buckets,
        languages=tuple(stamp.languages),
        synonyms=tuple(Synonym(tuple(words)) for words in stamp.synonyms),
        words=wordlist.unpacked((folder / WORDS).read_bytes()),
        temporary=temporary,
    )
