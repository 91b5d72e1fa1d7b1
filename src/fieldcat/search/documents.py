"""An entry's texts turned into what the index takes: one pass over the words."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fieldcat.domain.searching import SearchDocument
from fieldcat.search.analysis import folded_words, words
from fieldcat.search.fields import TITLE_MARK, Weighted
from fieldcat.search.stemming import Stemming, primary

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


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the index takes in of one document, and the words for the word list.

    ``spellings`` counts how words that lose something in folding are written: «viguías».
    """

    stems: Weighted
    places: Mapping[str, array[int]]
    language: str
    spellings: Counter[tuple[str, str]]


@dataclass(slots=True)
class _Words:
    stem: dict[str, str]
    weights: dict[str, float] = field(default_factory=dict)
    places: dict[str, array[int]] = field(default_factory=dict)
    spellings: Counter[tuple[str, str]] = field(default_factory=Counter)
    place: int = 0
    length: int = 0

    def take(self, text: str, weight: float) -> None:
        for word in words(text):
            if word.forms.joined:
                self._add(word.forms.joined, weight)
            for part in word.forms.parts:
                self._add(part.folded, weight)
                self.place += 1
                self.length += 1
            if not word.text.isascii() and len(word.forms.parts) == 1:
                self.spellings[word.forms.parts[0].folded, word.text.lower()] += 1
        self.place += TITLE_PLACES

    def _add(self, folded: str, weight: float) -> None:
        stem = self.stem[folded]
        self.weights[stem] = self.weights.get(stem, 0.0) + weight
        self.places.setdefault(folded, array("I")).append(self.place)


def analysed(document: SearchDocument, stemming: Stemming) -> Analysed:
    """Cut, fold, stem and weigh a document's texts."""
    found = _Words(stemming.within(document.language))
    found.take(document.title, TITLE_WEIGHT)
    found.take(document.organisation, ORGANISATION_WEIGHT)
    found.take(document.keywords, KEYWORDS_WEIGHT)
    found.take(document.places, PLACES_WEIGHT)
    found.take(document.body, BODY_WEIGHT)
    found.weights[title_term(folded_words(document.title))] = WHOLE_TITLE_WEIGHT
    return Analysed(
        Weighted(found.weights, found.length),
        found.places,
        primary(document.language),
        found.spellings,
    )


def title_term(folded: Iterable[str]) -> str:
    """The one term that stands for a whole title."""
    return TITLE_MARK + " ".join(folded)
