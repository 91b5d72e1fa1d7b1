"""A bucket of entries, gathered text by text and then turned into what the index takes in.

One pass over the words of a text; nothing is held of it but where its words stand and how much
they weigh, so that a bucket takes some 60 MB however large the collection is.
"""

from __future__ import annotations

from array import array
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
from fieldcat.search.lexicon import KEPT, NOTHING, Lexicon, Tongue
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

_VERSIONS = 1 << 16
_BLOCK_BITS = 4
_BLOCK = 1 << _BLOCK_BITS
"""Places of one version that are looked up together."""
_SLOT = impacts.BUCKET - 1
_FEW = 32
"""Places that are counted sooner than a counter is made."""
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
    """One bucket under way: nothing but where each word stands, and what counts for more there."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._standing: dict[int, array[int]] = {}
        self._takers: dict[str, _Takers] = {}
        # By word: of a version, and by how much the word counts for more than in a body.
        self._extras: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._place = self._length = 0
        # The version that a block of places is in: it is looked up for every word.
        self._versions: list[int] = []
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
        takers = self._taking(document.language)
        self._length = 0
        words = self._stand(takers, document.title)
        title = self._place - begin - 1
        self._weigh(takers, words, version, TITLE_WEIGHT)
        for text, weight in (
            (document.organisation, ORGANISATION_WEIGHT),
            (document.keywords, KEYWORDS_WEIGHT),
            (document.places, PLACES_WEIGHT),
        ):
            self._weigh(takers, self._stand(takers, text), version, weight)
        self._stand(takers, document.body)
        # The next version begins a block of its own.
        self._place = -(-self._place // _BLOCK) * _BLOCK
        self._versions += [version] * (self._place // _BLOCK - len(self._versions))
        bucket.starts.append(begin)
        bucket.titles.append(min(title, 255))
        bucket.slots.append(slot)
        self._lengths.append(self._length)

    def _taking(self, language: str) -> _Takers:
        tag = primary(language)
        if tag not in self._takers:
            self._takers[tag] = _Takers(self._lexicon.tongue(language), self._standing)
        return self._takers[tag]

    def _stand(self, takers: _Takers, text: str) -> list[str]:
        """Note where the words of a text stand; gives the words."""
        words = WORD.findall(text)
        found = list(map(takers.__getitem__, words))
        count, end = len(found), self._place
        if takers.odd.isdisjoint(words):
            for place, take in enumerate(found, end):
                take(place)
            end += count
        else:
            for word, take in zip(words, found, strict=True):
                if word not in takers.odd:
                    take(end)
                    end += 1
                    continue
                # «C-Sema» stands where its first part stands, too.
                joined, *parts = self._numbers(takers, word)
                if joined != NOTHING:
                    takers.of(joined)(end)
                for place, part in enumerate(parts, end):
                    takers.of(part)(place)
                end += len(parts)
                count += len(parts) - (joined == NOTHING)
        # A gap, so that no phrase reaches from one text into the next.
        self._place = end + 1
        self._length += count
        return words

    def _weigh(self, takers: _Takers, words: Iterable[str], version: int, weight: int) -> None:
        """Note that some words count for more than those of a body do."""
        extra = (version, weight - BODY_WEIGHT)
        for word in words:
            for number in self._numbers(takers, word):
                if number != NOTHING:
                    self._extras[number].append(extra)

    def _numbers(self, takers: _Takers, word: str) -> Sequence[int]:
        """The numbers of a word in one piece, ``NOTHING`` if it has one part, and of its parts."""
        number = takers.tongue[word]
        if number > NOTHING:
            return (NOTHING, number)
        joined, *parts = self._lexicon.compounds.get(number, (NOTHING,))
        return (joined, *(part for part in parts if part != NOTHING))

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
        self._takers.clear()
        words = self._words_by_stem()
        for stem, numbers in words.items():
            slots, levels = self._levels(self._weights(numbers), rows)
            stems[names[stem]], entries[stem] = impacts.packed(slots, levels)
            heads[stem] = _head(slots, levels)
        self._extras.clear()
        beginnings = dict(self._packed_beginnings(words, entries, heads))
        entries.clear()
        apart = {}
        for stem_name, standing in self._packed_places(words):
            # What few entries have is not worth a term of its own.
            if impacts.takes_a_tail(stems[stem_name]):
                stems[stem_name] += standing
            else:
                apart[stem_name] = standing
        return Blobs(stems, beginnings, apart)

    def _words_by_stem(self) -> dict[int, list[int]]:
        stem_of = self._lexicon.stems
        words: defaultdict[int, list[int]] = defaultdict(list)
        for number in self._standing:
            words[stem_of[number]].append(number)
        return words

    def _weights(self, numbers: Sequence[int]) -> Mapping[int, int]:
        """How much the words of a stem weigh in each version; where these are few, ascending."""
        version_in = self._versions.__getitem__
        places = self._standing[numbers[0]]
        if len(numbers) > 1:
            places = array("I", chain.from_iterable(map(self._standing.__getitem__, numbers)))
        weights: dict[int, int]
        if len(places) < _FEW:
            weights = defaultdict(int)
            for place in places:
                weights[version_in(place >> _BLOCK_BITS)] += 1
        else:
            weights = Counter(map(version_in, [place >> _BLOCK_BITS for place in places]))
        for number in numbers:
            for version, extra in self._extras.get(number, ()):
                weights[version] += extra
        if len(numbers) > 1 and len(weights) < impacts.MANY:
            return {version: weights[version] for version in sorted(weights)}
        return weights

    def _levels(
        self, weights: Mapping[int, int], rows: Sequence[bytes]
    ) -> tuple[list[int], list[int]]:
        """Slots and levels from weights by version; an entry has the best of its versions."""
        levels = [
            rows[version][weight if weight < _HEAVIEST else _HEAVIEST]
            for version, weight in weights.items()
        ]
        slots = list(map(self.bucket.slots.__getitem__, weights))
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
        self,
        words: Mapping[int, Sequence[int]],
        entries: Mapping[int, int],
        heads: Mapping[int, list[int]],
    ) -> Iterator[tuple[str, bytes]]:
        lexicon = self._lexicon
        having: defaultdict[str, int] = defaultdict(int)
        stems: defaultdict[str, list[int]] = defaultdict(list)
        for stem, numbers in words.items():
            folded = [lexicon.folded[number] for number in numbers]
            first, last = min(folded), max(folded)
            for length in range(1, LONGEST_BEGINNING + 1):
                beginning = first[:length]
                if last[:length] == beginning:
                    # All words of the stem begin so: its entries are theirs.
                    stems[beginning].append(stem)
                    having[beginning] |= entries[stem]
                    continue
                for each in {word[:length] for word in folded}:
                    stems[each].append(stem)
                for number, word in zip(numbers, folded, strict=True):
                    having[word[:length]] |= self._entries_with(number)
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
        versions, slots = self._versions, self.bucket.slots
        found = {slots[versions[place >> _BLOCK_BITS]] for place in self._standing[number]}
        return bits_of((found,), impacts.BUCKET)

    def _packed_places(self, words: Mapping[int, Sequence[int]]) -> Iterator[tuple[str, bytes]]:
        lexicon = self._lexicon
        for stem, numbers in words.items():
            standing: dict[str, array[int]] = {}
            for number in numbers:
                found = self._standing.pop(number)
                lexicon.counts[number] += len(found)
                word = lexicon.folded[number]
                # A word may be written in several ways.
                standing[word] = (
                    array("I", sorted([*standing[word], *found])) if word in standing else found
                )
            yield lexicon.stem_names[stem], places.packed(standing)


class _Takers(dict[str, Callable[[int], None]]):
    """What takes a place, by the word that stands there as it is written; for one language.

    ``odd`` are words that have several parts, or none: for them there is more to be done.
    """

    def __init__(self, tongue: Tongue, standing: dict[int, array[int]]) -> None:
        super().__init__()
        self.tongue = tongue
        self.odd: set[str] = set()
        self._standing = standing

    def __missing__(self, written: str) -> Callable[[int], None]:
        if len(self) >= KEPT:
            self.clear()
        number = self.tongue[written]
        if number > NOTHING:
            take = self[written] = self.of(number)
            return take
        self.odd.add(written)
        return _nobody

    def of(self, number: int) -> Callable[[int], None]:
        """What takes a place for the word of this number."""
        standing = self._standing.get(number)
        if standing is None:
            standing = self._standing[number] = array("I")
        # A bound method, since it is called for every word.
        return standing.append


def _nobody(_place: int) -> None:
    """Take nothing."""


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
