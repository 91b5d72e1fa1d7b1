"""What an open index knows of words: how much they count in which entries, and where they stand.

Entries are slots here: bucket by bucket, ``BUCKET`` to each. Sets of them are integers
(``bitsets``), levels of impact are bit planes (``planes``).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from math import log
from operator import and_

from whoosh.reading import TermNotFound

from fieldcat.errors import IndexUnusableError
from fieldcat.search import impacts, places
from fieldcat.search.bitsets import bits_of
from fieldcat.search.entries import Bucket
from fieldcat.search.fields import BEGINNINGS, PLACES, STEMS
from fieldcat.search.impacts import BUCKET, SLOT_BITS
from fieldcat.search.index import Index
from fieldcat.search.planes import Planes, present

_KEPT = 48
"""Words whose levels are remembered; a query looks some of them up at every key."""


_ABSENT = 512
"""Stems of no entry that are remembered: most words are looked for in languages that lack them."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands behind a term: levels, the entries that have any, and by bucket their places.

    ``tails`` are places that stand behind the levels.
    """

    levels: Planes
    entries: int = 0
    tails: Sequence[tuple[int, bytes]] = ()


_Places = dict[int, list[bytes]]
"""By bucket the blobs that may have a word."""

_UNKNOWN = _Known((0,) * impacts.PLANES)


@dataclass(frozen=True, slots=True)
class Row:
    """Entries in which words stand in a row, in a title, and as the whole of a title."""

    anywhere: int = 0
    in_title: int = 0
    whole_title: int = 0


class Terms:
    """Looks words up in an index. For one thread at a time.

    ``exact``: no entry was replaced, so that what is written of a term is true of those that stand.
    Every method raises ``IndexUnusableError`` where the index turns out to be damaged.
    """

    def __init__(self, index: Index) -> None:
        self._reader = index.reader
        self._leaves = [(leaf, offset) for leaf, offset in index.reader.leaf_readers()]
        self._buckets = index.buckets
        self._words = index.words
        self._kept: OrderedDict[tuple[str, str], _Known] = OrderedDict()
        self._absent: set[str] = set()
        self.width = BUCKET * len(index.buckets)
        self.numbers = array("I", bytes(4 * self.width))
        for place, bucket in enumerate(index.buckets):
            begin = place * BUCKET
            self.numbers[begin : begin + len(bucket.numbers)] = bucket.numbers
        self.everything = 0
        written = 0
        for place, bucket in enumerate(index.buckets):
            standing = (1 << len(bucket.numbers)) - 1
            written += len(bucket.numbers)
            if 0 in bucket.numbers:
                slots = (slot for slot, number in enumerate(bucket.numbers) if number)
                standing = bits_of((slots,), BUCKET)
            self.everything |= standing << (place << SLOT_BITS)
        self.entries = self.everything.bit_count()
        self.exact = self.entries == written
        self._standing = self.entries / written if written else 1.0
        self._short_titles = 0
        for place, bucket in enumerate(index.buckets):
            self._short_titles |= _short_titles(bucket) << (place << SLOT_BITS)

    def rarity(self, entries: int) -> float:
        """What it tells that a word stands in so many entries; above 0."""
        return log(1 + (max(self.entries - entries, 0) + 0.5) / (entries + 0.5))

    def levels(self, stem: str) -> Planes:
        """How much a stem counts in each entry."""
        return self._stem(stem).levels

    def entries_with(self, stem: str) -> int:
        """How many entries have a stem."""
        return self._stem(stem).entries.bit_count()

    def entries_likely(self, stem: str) -> int:
        """How many entries have a stem, more or less: it takes less than to look at its levels.

        The number is right if ``exact``. Else what is written counts those that were replaced,
        too, of which the stem is taken to have its share.
        """
        if not self._is_there(stem):
            return 0
        if (STEMS, stem) in self._kept:
            return self.entries_with(stem)
        with _reading:
            written = float(self._reader.frequency(STEMS, stem.encode()))
            return round(written * self._standing)

    def beginning(self, letters: str) -> Planes:
        """How much words that begin so count, for up to ``LONGEST_BEGINNING`` letters."""
        return self._levels(BEGINNINGS, letters).levels

    def _stem(self, stem: str) -> _Known:
        return self._levels(STEMS, stem) if self._is_there(stem) else _UNKNOWN

    def _is_there(self, stem: str) -> bool:
        """Whether any entry may have a stem."""
        if stem in self._absent:
            return False
        if self._words.may_have_stem(stem):
            return True
        if len(self._absent) >= _ABSENT:
            self._absent.clear()
        self._absent.add(stem)
        return False

    def row(self, words: Sequence[str], stems: Sequence[Iterable[str]]) -> Row:
        """Entries that have the folded words one after the other.

        ``stems`` are each word's in all languages.
        """
        if not words:
            return Row()
        with _reading:
            return self._row(words, stems)

    def titled(self, word: str, stems: Iterable[str]) -> int:
        """Entries whose title is this one folded word."""
        with _reading:
            return self._row((word,), (stems,), self._short_titles).whole_title

    def _levels(self, field: str, term: str) -> _Known:
        key = (field, term)
        found = self._kept.get(key)
        if found is None:
            with _reading:
                found = self._known(list(self._blobs(field, term)))
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def _known(self, blobs: list[tuple[int, bytes]]) -> _Known:
        if not blobs:
            return _UNKNOWN
        levels = impacts.unpacked(blobs, len(self._buckets))
        if not self.exact:
            levels = tuple(plane & self.everything for plane in levels)
        return _Known(levels, present(levels), _tails(blobs))

    def _blobs(self, field: str, term: str) -> Iterator[tuple[int, bytes]]:
        encoded = term.encode()
        for leaf, offset in self._leaves:
            try:
                matcher = leaf.postings(field, encoded)
            except TermNotFound:
                continue
            while matcher.is_active():
                yield offset + matcher.id(), matcher.value()
                matcher.next()

    def _row(self, words: Sequence[str], stems: Sequence[Iterable[str]], within: int = ~0) -> Row:
        """The entries ``within`` a set that have the words in a row."""
        # Levels that were looked up already tell who can have them all. To look levels up for that
        # takes as long as to look at all places.
        known = {place: self._any(own) for place, own in enumerate(stems) if self._is_known(own)}
        candidates = reduce(and_, known.values(), self.everything & within)
        if not candidates:
            return Row()
        found = [0, 0, 0]
        # What few entries have is looked at first: mostly nothing is left for the rest to follow.
        order = sorted(known, key=lambda place: known[place].bit_count())
        read = {place: self._places(own) for place, own in enumerate(stems) if place not in known}
        order += sorted(read, key=lambda place: _size(read[place]))
        for place, bucket in enumerate(self._buckets):
            begin = place << SLOT_BITS
            if candidates >> begin & (1 << BUCKET) - 1:
                starts: Sequence[int] | None = None
                for offset in order:
                    if offset not in read:
                        read[offset] = self._places(stems[offset])
                    starts = _following(starts, read[offset].get(place, ()), words[offset], offset)
                    if not starts:
                        break
                for kind, bits in enumerate(_entries(starts or (), len(words), bucket)):
                    found[kind] |= bits << begin
        return Row(*(bits & candidates for bits in found))

    def _any(self, stems: Iterable[str]) -> int:
        bits = 0
        for stem in stems:
            bits |= self._stem(stem).entries
        return bits

    def _is_known(self, stems: Iterable[str]) -> bool:
        """Whether their levels were looked up already, or no entry has any."""
        return all((STEMS, stem) in self._kept or not self._is_there(stem) for stem in stems)

    def _places(self, stems: Iterable[str]) -> _Places:
        """By bucket the blobs that may have a word with one of the stems."""
        found: _Places = {}
        for stem in filter(self._is_there, stems):
            blobs = list(self._blobs(PLACES, stem))
            # In a bucket where few entries have it, they stand behind its levels.
            if len(blobs) < len(self._buckets):
                blobs += self._tails(stem)
            for bucket, blob in blobs:
                found.setdefault(bucket, []).append(blob)
        return found

    def _tails(self, stem: str) -> Sequence[tuple[int, bytes]]:
        known = self._kept.get((STEMS, stem))
        return _tails(self._blobs(STEMS, stem)) if known is None else known.tails


def _size(blobs: _Places) -> int:
    """How many bytes blobs have, which tells roughly how many places there are."""
    return sum(map(len, chain.from_iterable(blobs.values())))


def _tails(blobs: Iterable[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    tails = ((bucket, impacts.tail(blob)) for bucket, blob in blobs)
    return [(bucket, tail) for bucket, tail in tails if tail]


def _following(
    starts: Sequence[int] | None, blobs: Iterable[bytes], word: str, offset: int
) -> Sequence[int]:
    """Where a row may begin that has the word so many words later; of ``starts`` if there are."""
    row = _merged([places.unpacked(blob, word) for blob in blobs])
    if starts is None:
        return [place - offset for place in row]
    if len(starts) * _CHEAPER < len(row):
        return [start for start in starts if _has(row, start + offset)]
    there = set(row)
    return [start for start in starts if start + offset in there]


_CHEAPER = 8
"""How many places are put into a set in the time that it takes to look one up."""


def _merged(rows: Sequence[list[int]]) -> Sequence[int]:
    some = [row for row in rows if row]
    if len(some) <= 1:
        return some[0] if some else ()
    return sorted(chain.from_iterable(some))


def _has(row: Sequence[int], place: int) -> bool:
    at = bisect_left(row, place)
    return at < len(row) and row[at] == place


def _entries(starts: Iterable[int], length: int, bucket: Bucket) -> tuple[int, int, int]:
    """The entries that these places are in: anywhere, in the title, as the whole of it."""
    anywhere: list[int] = []
    in_title: list[int] = []
    whole: list[int] = []
    for start in starts:
        version = bisect_right(bucket.starts, start) - 1
        slot = bucket.slots[version]
        anywhere.append(slot)
        title, begin = bucket.titles[version], bucket.starts[version]
        if start < begin + title:
            in_title.append(slot)
            if start == begin and title == length:
                whole.append(slot)
    return (
        bits_of((anywhere,), BUCKET) if anywhere else 0,
        bits_of((in_title,), BUCKET) if in_title else 0,
        bits_of((whole,), BUCKET) if whole else 0,
    )


def _short_titles(bucket: Bucket) -> int:
    """Entries with a title of one word."""
    titles = zip(bucket.slots, bucket.titles, strict=True)
    slots = (slot for slot, length in titles if length == 1)
    return bits_of((slots,), BUCKET)


class _Reading:
    """Around all that reads the index: whatever goes wrong in it is that it is damaged."""

    def __enter__(self) -> None:
        """Nothing is to be done before."""

    def __exit__(
        self, _type: type[BaseException] | None, fault: BaseException | None, _trace: object
    ) -> None:
        """Damaged terms fail in unpacking, unpickling, or anywhere behind that."""
        if isinstance(fault, Exception) and not isinstance(fault, IndexUnusableError):
            raise IndexUnusableError(repr(fault)) from fault


_reading = _Reading()
