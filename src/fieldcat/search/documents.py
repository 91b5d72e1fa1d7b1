"""An entry's texts turned into what the index takes: one pass over the words."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldcat.domain.searching import SearchDocument
from fieldcat.search.analysis import WORD, folded_words, forms
from fieldcat.search.fields import TITLE_MARK, Weighted
from fieldcat.search.stemming import Stems, primary

TITLE_WEIGHT = 4.0
KEYWORDS_WEIGHT = 3.0
PLACES_WEIGHT = 3.0
ORGANISATION_WEIGHT = 2.0
BODY_WEIGHT = 1.0

WHOLE_TITLE_WEIGHT = 20.0
"""What a title typed in full adds: enough to come first wherever else the words stand."""

TITLE_PLACES = 100
"""Places below this are a title's. So many are left free between any two texts, too, so that no
phrase reaches from one into the other.
"""

_KEPT = 1 << 17
"""Words as they are written that are remembered before all are forgotten."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the index takes in of one document, and the words for the word list.

    ``spellings`` counts how words that lose something in folding are written: «viguías».
    """

    stems: Weighted
    places: Mapping[str, array[int]]
    language: str
    spellings: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class _Known:
    """A word as it is written: (folded, stem, places it takes), and how it is spelt if notable."""

    pieces: tuple[tuple[str, str, int], ...]
    spelling: tuple[str, str] | None


class Analyser:
    """Cuts, folds, stems and weighs documents; what it has seen once it looks up."""

    def __init__(self) -> None:
        self._languages: dict[str, tuple[Stems, dict[str, _Known]]] = {}

    def analysed(self, document: SearchDocument) -> Analysed:
        """What the index takes in of a document."""
        language = primary(document.language)
        if language not in self._languages:
            self._languages[language] = (Stems(language), {})
        found = _Words(*self._languages[language])
        found.take(document.title, TITLE_WEIGHT)
        found.take(document.organisation, ORGANISATION_WEIGHT)
        found.take(document.keywords, KEYWORDS_WEIGHT)
        found.take(document.places, PLACES_WEIGHT)
        found.take(document.body, BODY_WEIGHT)
        found.weights[title_term(folded_words(document.title))] = WHOLE_TITLE_WEIGHT
        return Analysed(
            Weighted(found.weights, found.length), found.places, language, found.spellings
        )


def title_term(folded: Iterable[str]) -> str:
    """The one term that stands for a whole title."""
    return TITLE_MARK + " ".join(folded)


@dataclass(slots=True)
class _Words:
    stems: Stems
    known: dict[str, _Known]
    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    places: dict[str, array[int]] = field(default_factory=lambda: defaultdict(_no_places))
    spellings: Counter[tuple[str, str]] = field(default_factory=Counter)
    place: int = 0
    length: int = 0

    def take(self, text: str, weight: float) -> None:
        known, weights, places = self.known, self.weights, self.places
        begin = place = self.place
        for written in WORD.findall(text):
            word = known.get(written)
            if word is None:
                word = self._look(written)
            for folded, stem, step in word.pieces:
                weights[stem] += weight
                places[folded].append(place)
                place += step
            if word.spelling:
                self.spellings[word.spelling] += 1
        self.length += place - begin
        self.place = place + TITLE_PLACES

    def _look(self, written: str) -> _Known:
        found = forms(written)
        pieces = [(part.folded, self.stems[part.folded], 1) for part in found.parts]
        if found.joined:
            # «C-Sema» stands where its first part stands, too.
            pieces.insert(0, (found.joined, self.stems[found.joined], 0))
        notable = not written.isascii() and len(found.parts) == 1
        spelling = (found.parts[0].folded, written.lower()) if notable else None
        if len(self.known) >= _KEPT:
            self.known.clear()
        word = self.known[written] = _Known(tuple(pieces), spelling)
        return word


def _no_places() -> array[int]:
    return array("I")
