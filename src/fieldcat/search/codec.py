"""How Whoosh keeps what stands behind a term: bytes as they come, with a checksum, no pickle.

Whoosh's own codec pickles every block of postings and reads it back with pickle. Here a term has
one blob for each bucket of entries, so blocks of postings are not needed; what is left is a few
numbers and the blobs. A file of blobs that somebody else wrote can give wrong hits or an error,
but runs nothing.
"""

from __future__ import annotations

import struct
from typing import Any
from zlib import crc32

from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher

_HEADER = struct.Struct("<IH")
"""Bytes that follow, postings."""
_POSTING = struct.Struct("<III")
"""Whoosh's number of the bucket, length of its blob, checksum of the blob."""


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
        self._terminfo: Any = None
        self._postings: list[tuple[int, bytes]] = []

    def start_postings(self, _format: Any, terminfo: Any) -> None:
        """Begin a term."""
        self._terminfo, self._postings = terminfo, []

    def add_posting(self, number: int, _weight: float, blob: bytes, _length: Any = None) -> None:
        """Take one bucket's blob."""
        self._postings.append((number, blob))

    def written(self) -> bool:
        """Whether anything of this term is on the disk; Whoosh asks."""
        return False

    def finish_postings(self) -> Any:
        """Write the term; gives what Whoosh is to know of it."""
        start = self._file.tell()
        length = sum(_POSTING.size + len(blob) for _, blob in self._postings)
        self._file.write(_HEADER.pack(length, len(self._postings)))
        for number, blob in self._postings:
            self._file.write(_POSTING.pack(number, len(blob), crc32(blob)))
        for _, blob in self._postings:
            self._file.write(blob)
        self._terminfo.add_block(_Block([number for number, _ in self._postings]))
        self._terminfo.set_extent(start, self._file.tell() - start)
        return self._terminfo


class _Block:
    """What Whoosh's term info asks of a block of postings."""

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers
        self._weights = (1.0,)

    def __len__(self) -> int:
        return len(self._numbers)

    def min_id(self) -> int:
        return self._numbers[0]

    def max_id(self) -> int:
        return self._numbers[-1]

    def min_length(self) -> int:
        return 1

    def max_length(self) -> int:
        return 1

    def max_weight(self) -> float:
        return 1.0


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
