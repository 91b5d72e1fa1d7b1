"""Vocabularies: the words that entries are filed under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from fieldcat.domain.facets import PUBLISHED as PUBLISHED
from fieldcat.domain.facets import Facet as Facet
from fieldcat.domain.facets import Saving as Saving
from fieldcat.domain.language import best_language


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of a vocabulary. ``id`` is lasting; ``retired`` ones are read but not offered.

    ``label`` is in the collection's language, ``labels`` in further ones, by their BCP 47 tags.
    """

    id: str
    label: str
    definition: str = ""
    group: str = ""
    retired: bool = False
    labels: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)

    def label_in(self, language: str) -> str:
        """The word in the language that suits best, else in the collection's."""
        return self.labels.get(best_language(language, self.labels, ""), self.label)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A versioned list of concepts and the scheme that it follows."""

    id: str
    version: int
    title: str
    source_title: str
    concepts: tuple[Concept, ...]
    source_url: str = ""
    source_year: str = ""
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """What one publisher publishes under one name; ``web`` is where its editions can be fetched."""

    id: str
    title: str
    publisher: str
    description: str
    language: str
    licence: str
    edition: int
    date: str
    web: str = ""


def merged(vocabularies: Iterable[Vocabulary]) -> tuple[Vocabulary, ...]:
    """Vocabularies of several collections as one each: where two say a word, the first holds."""
    found: dict[str, Vocabulary] = {}
    for vocabulary in vocabularies:
        before = found.setdefault(vocabulary.id, vocabulary)
        known = {concept.id for concept in before.concepts}
        more = tuple(concept for concept in vocabulary.concepts if concept.id not in known)
        if more:
            found[vocabulary.id] = replace(before, concepts=before.concepts + more)
    return tuple(found.values())
