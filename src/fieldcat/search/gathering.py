"""A bucket of entries, gathered text by text and then turned into what the index takes in.

One pass over the words of a text; nothing is held of it but where its words stand and how much
they weigh, so that a bucket takes some 60 MB however large the collection is.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from fieldcat.domain.searching import SearchDocument
from fieldcat.search import impacts, places
from fieldcat.search.analysis import WORD
from fieldcat.search.bitsets import bits_of
from fieldcat.search.entries import Bucket
from fieldcat.search.fields import LONGEST_BEGINNING
from fieldcat.search.lexicon import NOTHING, Lexicon, Tongue
from fieldcat.search.stemming import primary

TITLE_WEIGHT = 4
KEYWORDS_WEIGHT = 3
PLACES_WEIGHT = 3
ORGANISATION_WEIGHT = 2
BODY_WEIGHT = 1

K1 = 1.2
B = 0.5
"""Lower than the usual 0.75: a term of thirty words is not more to the point than a study of nine
hundred. At 0.75 organisations that a study names stand before the study itself.
"""

_VERSION_BITS = 16
_VERSIONS = 1 << _VERSION_BITS
_LOW = 0 if sys.byteorder == "little" else 1
_SLOT = impacts.BUCKET - 1
_HEAVIEST = 255
_LONGEST = 6
"""Times the usual length beyond which a text counts as no longer."""
_LENGTHS = 64
_HEAD = 64
"""Entries of a beginning that are told apart by how much they count."""


def usual_level(weight: float) -> int:
    """The level of a word that weighs so much in a text of the usual length."""
    return round(impacts.HIGHEST * weight / (weight + K1))


@dataclass(frozen=True, slots=True)
class Blobs:
    """What the index takes in of a bucket, by stem or beginning.

    The places of a stem that few entries have stand behind its levels, in ``stems``.
    """

    stems: Mapping[str, bytes]
    beginnings: Mapping[str, bytes]
    places: Mapping[str, bytes]


class Gathering:
    """One bucket under way."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._places = _Rows()
        self._stems = _Rows()
        self._place = 0
        self._lengths = array("I")
        # Whether two versions of an entry may have the same stems.
        self._several_alike = False
        self.bucket = Bucket()

    def has_room_for(self, versions: int) -> bool:
        """Whether an entry of so many versions can be taken."""
        bucket = self.bucket
        return len(bucket.numbers) < impacts.BUCKET and len(bucket.starts) + versions < _VERSIONS

    def take(self, versions: Sequence[SearchDocument]) -> None:
        """Take in an entry in all its versions."""
        bucket = self.bucket
        slot = len(bucket.numbers)
        bucket.numbers.append(versions[0].number)
        for document in versions:
            self._take(document, slot)
        languages = {primary(document.language) for document in versions}
        self._several_alike = self._several_alike or len(languages) < len(versions)

    def _take(self, document: SearchDocument, slot: int) -> None:
        bucket = self.bucket
        version = len(bucket.starts)
        begin = self._place
        tongue = self._lexicon.tongue(document.language)
        stem_of = self._lexicon.stems.__getitem__
        heavy = [(self._stand(tongue, document.title), TITLE_WEIGHT)]
        title = self._place - begin - 1
        for text, weight in (
            (document.organisation, ORGANISATION_WEIGHT),
            (document.keywords, KEYWORDS_WEIGHT),
            (document.places, PLACES_WEIGHT),
        ):
            heavy.append((self._stand(tongue, text), weight))
        body = self._stand(tongue, document.body)
        weights = Counter(map(stem_of, body))
        for numbers, weight in heavy:
            for stem in map(stem_of, numbers):
                weights[stem] += weight
        bucket.starts.append(begin)
        bucket.titles.append(min(title, 255))
        bucket.slots.append(slot)
        self._lengths.append(len(body) + sum(len(numbers) for numbers, _ in heavy))
        stems = self._stems
        for stem, weight in weights.items():
            if weight > _HEAVIEST:
                weight = _HEAVIEST
            stems[stem](weight << _VERSION_BITS | version)

    def _stand(self, tongue: Tongue, text: str) -> list[int]:
        """Note where the words of a text stand; gives their numbers."""
        found = list(map(tongue.__getitem__, WORD.findall(text)))
        begin = place = self._place
        take = self._places
        if min(found, default=0) > NOTHING:
            for place, number in enumerate(found, begin):  # it is gone on from
                take[number](place)
            place += 1
        else:
            whole, found = found, []
            for number in whole:
                joined, *parts = self._lexicon.compounds.get(number, (NOTHING, number))
                if joined != NOTHING:
                    take[joined](place)
                    found.append(joined)
                for part in parts:
                    if part != NOTHING:
                        take[part](place)
                        found.append(part)
                        place += 1
        # A gap, so that no phrase reaches from one text into the next.
        self._place = place + 1
        return found

    @property
    def usual_length(self) -> float:
        """Words of a text, on the average."""
        return sum(self._lengths) / max(len(self._lengths), 1) or 1.0

    def packed(self, usual_length: float) -> Blobs:
        """All of it, weighed by the usual length of the collection's texts."""
        names = self._lexicon.stem_names
        rows = self._rows(usual_length)
        entries: dict[int, int] = {}
        heads: dict[int, list[int]] = {}
        stems: dict[str, bytes] = {}
        for stem in list(self._stems.arrays):
            slots, levels = self._levels(self._stems.arrays.pop(stem), rows)
            stems[names[stem]], entries[stem] = impacts.packed(slots, levels)
            heads[stem] = _head(slots, levels)
        self._stems.clear()
        beginnings = dict(self._packed_beginnings(entries, heads))
        entries.clear()
        apart = {}
        for stem_name, standing in self._packed_places():
            # What few entries have is not worth a term of its own.
            if impacts.takes_a_tail(stems[stem_name]):
                stems[stem_name] += standing
            else:
                apart[stem_name] = standing
        return Blobs(stems, beginnings, apart)

    def _levels(self, found: array[int], rows: Sequence[bytes]) -> tuple[list[int], list[int]]:
        """Slots and levels from weights and versions; an entry has the best of its versions."""
        halves = array("H", found.tobytes())
        versions, weights = halves[_LOW::2], halves[1 - _LOW :: 2]
        levels = [rows[version][weight] for version, weight in zip(versions, weights, strict=True)]
        slots = list(map(self.bucket.slots.__getitem__, versions))
        if self._several_alike:
            best: dict[int, int] = {}
            for slot, level in zip(slots, levels, strict=True):
                best[slot] = max(level, best.get(slot, 0))
            return list(best), list(best.values())
        return slots, levels

    def _rows(self, usual_length: float) -> list[bytes]:
        """For each version the level by weight: what BM25 makes of the two."""
        table = []
        for place in range(_LENGTHS):
            length = _LONGEST * (place + 0.5) / _LENGTHS
            damping = K1 * (1 - B + B * length)
            table.append(
                bytes(
                    max(1, round(impacts.HIGHEST * weight / (weight + damping)))
                    for weight in range(_HEAVIEST + 1)
                )
            )
        scale = _LENGTHS / (_LONGEST * usual_length)
        return [table[min(int(length * scale), _LENGTHS - 1)] for length in self._lengths]

    def _packed_beginnings(
        self, entries: Mapping[int, int], heads: Mapping[int, list[int]]
    ) -> Iterator[tuple[str, bytes]]:
        lexicon = self._lexicon
        words: defaultdict[int, list[int]] = defaultdict(list)
        for number in self._places.arrays:
            words[lexicon.stems[number]].append(number)
        having: defaultdict[str, int] = defaultdict(int)
        stems: defaultdict[str, list[int]] = defaultdict(list)
        for stem, numbers in words.items():
            for length in range(1, LONGEST_BEGINNING + 1):
                begun = {lexicon.folded[number][:length] for number in numbers}
                for beginning in begun:
                    stems[beginning].append(stem)
                if len(begun) == 1:
                    # All words of the stem begin so: its entries are theirs.
                    having[beginning] |= entries[stem]
                else:
                    for number in numbers:
                        having[lexicon.folded[number][:length]] |= self._entries_with(number)
        for beginning, found in having.items():
            best = chain.from_iterable(heads[stem] for stem in stems[beginning])
            higher: dict[int, int] = {}
            for key in sorted(best, reverse=True):
                slot = key & _SLOT
                if slot not in higher and found >> slot & 1:
                    higher[slot] = key >> impacts.SLOT_BITS
                    if len(higher) == _HEAD:
                        break
            yield beginning, impacts.packed_set(found, higher)

    def _entries_with(self, number: int) -> int:
        """The entries that have a word, by where it stands."""
        starts, slots = self.bucket.starts, self.bucket.slots
        found = {slots[bisect_right(starts, place) - 1] for place in self._places.arrays[number]}
        return bits_of((found,), impacts.BUCKET)

    def _packed_places(self) -> Iterator[tuple[str, bytes]]:
        lexicon = self._lexicon
        by_stem: dict[int, dict[str, array[int]]] = {}
        self._places.clear()
        for number, found in self._places.arrays.items():
            lexicon.counts[number] += len(found)
            words = by_stem.setdefault(lexicon.stems[number], {})
            word = lexicon.folded[number]
            # A word may be written in several ways.
            words[word] = array("I", sorted([*words[word], *found])) if word in words else found
        self._places.arrays.clear()
        for stem in list(by_stem):
            yield lexicon.stem_names[stem], places.packed(by_stem.pop(stem))


class _Rows(dict[int, Callable[[int], None]]):
    """Takes numbers into arrays, which are made as they are needed: ``rows[key](number)``."""

    def __init__(self) -> None:
        super().__init__()
        self.arrays: dict[int, array[int]] = {}

    def __missing__(self, key: int) -> Callable[[int], None]:
        row = self.arrays[key] = array("I")
        # A bound method, since it is called for every word.
        self[key] = row.append
        return row.append


def _head(slots: list[int], levels: list[int]) -> list[int]:
    """The best entries, as numbers that can be sorted."""
    if len(slots) <= _HEAD:
        best: Iterable[int] = range(len(slots))
    else:
        best = islice(_falling(bytes(levels)), _HEAD)
    return [levels[place] << impacts.SLOT_BITS | slots[place] for place in best]


def _falling(levels: bytes) -> Iterator[int]:
    """The places of the highest levels, then of the next."""
    for level in range(impacts.HIGHEST, 0, -1):
        place = levels.find(level)
        while place >= 0:
            yield place
            place = levels.find(level, place + 1)
