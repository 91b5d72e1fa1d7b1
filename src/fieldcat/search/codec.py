"""How Whoosh keeps what stands behind a term: bytes as they come, with a checksum, no pickle.

Whoosh's own codec pickles every block of postings and reads it back with pickle. Here a term has
one blob for each bucket of entries, so blocks of postings are not needed; what is left is a few
numbers and the blobs. A file of blobs that somebody else wrote can give wrong hits or an error,
but runs nothing.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple
from zlib import crc32

from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher
from whoosh.util.numeric import length_to_byte

_HEADER = struct.Struct("<IH")
"""Bytes that follow, postings."""
_POSTING = struct.Struct("<III")
"""Whoosh's number of the bucket, length of its blob, checksum of the blob."""
_TERM = struct.Struct("!BfIBBfIIqi")
"""What Whoosh's ``W3TermInfo`` writes of a term whose postings stand in their file: that they do,
weight, buckets, shortest and longest length, highest weight, first and last bucket, place, bytes.
"""
_HIGHEST, _LENGTH = 1.0, length_to_byte(1)
"""Nobody asks in which bucket a term weighs most, nor how long that is."""


class BlobCodec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's usual codec but for the file of postings."""

    length_stats = False
    """Nobody asks how long a bucket is."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> BlobWriter:  # noqa: ARG002  # Whoosh's
        """What writes the blobs of each term."""
        return BlobWriter(dbfile)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ListMatcher:
        """The buckets that a term occurs in, each with its blob.

        Raises:
            ValueError: the file is not as it was written.
        """
        # Whoosh forgets the length that it was told.
        offset, _ = terminfo.extent()
        numbers, blobs = _read(dbfile, offset)
        return ListMatcher(numbers, None, blobs, format_, scorer, term=term, terminfo=terminfo)


class BlobWriter:
    """Writes one term after the other."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._end: int = file.tell()
        self._postings: list[tuple[int, bytes]] = []
        self._weight = 0.0

    def start_postings(self, _format: Any, _terminfo: Any) -> None:
        """Begin a term."""
        self._postings, self._weight = [], 0.0

    def add_posting(self, number: int, weight: float, blob: bytes, _length: Any = None) -> None:
        """Take one bucket's blob."""
        self._postings.append((number, blob))
        self._weight += weight

    def written(self) -> bool:
        """Whether anything of this term is on the disk; Whoosh asks."""
        return False

    def finish_postings(self) -> _TermInfo:
        """Write the term; gives what Whoosh is to know of it."""
        start, postings = self._end, self._postings
        heads = [_POSTING.pack(number, len(blob), crc32(blob)) for number, blob in postings]
        body = b"".join((*heads, *(blob for _, blob in postings)))
        self._file.write(_HEADER.pack(len(body), len(postings)) + body)
        size = _HEADER.size + len(body)
        self._end += size
        return _TermInfo(self._weight, postings[0][0], postings[-1][0], len(postings), start, size)


class _TermInfo(NamedTuple):
    """What is known of a term: Whoosh's own takes longer to be put together than all its blobs."""

    weight: float
    first: int
    last: int
    buckets: int
    place: int
    size: int

    def to_bytes(self) -> bytes:
        """What Whoosh writes, and reads as its own."""
        known = (self.weight, self.buckets, _LENGTH, _LENGTH, _HIGHEST, self.first, self.last)
        return _TERM.pack(False, *known, self.place, self.size)


def _read(file: Any, offset: int) -> tuple[list[int], list[bytes]]:
    try:
        length, count = _HEADER.unpack(file.get(offset, _HEADER.size))
        packed = file.get(offset + _HEADER.size, length)
        place = count * _POSTING.size
        numbers, blobs = [], []
        for number, size, checksum in _POSTING.iter_unpack(packed[:place]):
            blob = packed[place : place + size]
            if len(blob) != size or crc32(blob) != checksum:
                raise ValueError("a blob that was never written")
            numbers.append(number)
            blobs.append(blob)
            place += size
    except struct.error as fault:
        raise ValueError("no blobs") from fault
    return numbers, blobs
