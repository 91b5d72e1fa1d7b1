"""Words for the values of facets, and the order in which they are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.naming import language_name, languages
from fieldcat.domain.places import country_codes, country_name, region_codes, region_name
from fieldcat.domain.taxonomy import Collection, Facet, Saving, Vocabulary

VOCABULARIES: Mapping[Facet, str] = {
    Facet.TOPIC: "topics",
    Facet.AUDIENCE: "audiences",
    Facet.CAPABILITY: "capabilities",
    Facet.EVIDENCE: "evidence",
    Facet.RISK: "risks",
    Facet.APPROACH: "approaches",
}
"""The vocabulary whose ids are the facet's values."""

KINDS: Mapping[str, str] = {
    Kind.CASE_STUDY: "Case study",
    Kind.RESEARCH: "Research",
    Kind.LEARNING_MATERIAL: "Learning material",
    Kind.FUNDING: "Funding",
    Kind.HELP_SERVICE: "Help service",
    Kind.TOOL: "Tool",
    Kind.ORGANISATION: "Organisation",
    Kind.TERM: "Term",
}

SAVINGS: Mapping[str, str] = {Saving.KEPT: "Kept", Saving.NOTED: "With notes"}

BY_COUNT = frozenset(
    {Facet.COUNTRY, Facet.REGION, Facet.ORGANISATION, Facet.LANGUAGE, Facet.COLLECTION}
)
"""Facets whose values are listed by how many entries have them."""


class Labels:
    """Words for every value that an entry of these collections may have.

    Countries, regions and languages are called as ``language`` calls them, and so is what the
    casebook has words for in that language; all else as the casebook calls it. Kinds, and what is
    saved, are named in English: the window has its own words for them.
    """

    def __init__(
        self,
        vocabularies: Mapping[str, Vocabulary],
        collections: Iterable[Collection],
        organisations: Mapping[EntryId, str],
        languages: Iterable[str],
        language: str = "en",
    ) -> None:
        self._in_languages = {language: self}
        self._vocabularies = vocabularies
        self._by_facet: dict[Facet, dict[str, str]] = {}
        self._call(language)
        self._retired = {
            facet: {concept.id for concept in vocabularies[id].concepts if concept.retired}
            for facet, id in VOCABULARIES.items()
            if id in vocabularies
        }
        self._by_facet[Facet.KIND] = dict(KINDS)
        self._by_facet[Facet.SAVED] = dict(SAVINGS)
        self._by_facet[Facet.ORGANISATION] = {str(id): name for id, name in organisations.items()}
        self._by_facet[Facet.LANGUAGE] = {tag: language_name(tag, language) for tag in languages}
        self._by_facet[Facet.COLLECTION] = {found.id: found.title for found in collections}

    def in_language(self, language: str) -> Labels:
        """The same words as this language calls them, as far as that is known."""
        if language in self._in_languages:
            return self._in_languages[language]
        spoken = copy(self)
        spoken._by_facet = dict(self._by_facet)
        spoken._call(language)
        tags = self._by_facet[Facet.LANGUAGE]
        spoken._by_facet[Facet.LANGUAGE] = {tag: language_name(tag, language) for tag in tags}
        self._in_languages[language] = spoken
        return spoken

    def _call(self, language: str) -> None:
        """Call places and the words of vocabularies as a language does."""
        self._language = language
        self._by_vocabulary = {
            id: {concept.id: concept.label_in(language) for concept in vocabulary.concepts}
            for id, vocabulary in self._vocabularies.items()
        }
        for facet, id in VOCABULARIES.items():
            self._by_facet[facet] = self._by_vocabulary.get(id, {})

    def label(self, facet: Facet, value: str) -> str:
        """The words for a value; one that nothing is known of stays as it is."""
        match facet:
            case Facet.COUNTRY:
                return country_name(value, self._language)
            case Facet.REGION:
                return region_name(value, self._language)
            case _:
                return self._by_facet.get(facet, {}).get(value, value)

    def known(self, facet: Facet) -> dict[str, str]:
        """All values that are offered, with their words: no retired ones, and none for years."""
        match facet:
            case Facet.COUNTRY:
                return {code: self.label(facet, code) for code in sorted(country_codes())}
            case Facet.REGION:
                return {code: self.label(facet, code) for code in sorted(region_codes())}
            case _:
                retired = self._retired.get(facet, set())
                words = self._by_facet.get(facet, {})
                return {value: label for value, label in words.items() if value not in retired}

    def names(self, facet: Facet) -> Iterator[tuple[str, str]]:
        """Every value, retired ones too, with its words in each language that there are any in."""
        named: dict[Facet, tuple[Iterable[str], Callable[[str, str], str]]] = {
            Facet.COUNTRY: (country_codes(), country_name),
            Facet.REGION: (region_codes(), region_name),
            Facet.LANGUAGE: (self._by_facet[Facet.LANGUAGE], language_name),
        }
        if facet not in named:
            yield from self._by_facet.get(facet, {}).items()
            vocabulary = self._vocabularies.get(VOCABULARIES.get(facet, ""))
            for concept in vocabulary.concepts if vocabulary else ():
                for label in (concept.label, *concept.labels.values()):
                    yield concept.id, label
            return
        codes, name = named[facet]
        for language in languages():
            for code in codes:
                yield code, name(code, language)

    def by_vocabulary(self) -> dict[str, dict[str, str]]:
        """Words by vocabulary; places and languages are vocabularies too."""
        return {
            **self._by_vocabulary,
            "kinds": dict(KINDS),
            "countries": self.known(Facet.COUNTRY),
            "regions": self.known(Facet.REGION),
            "languages": self.known(Facet.LANGUAGE),
        }

    def in_order(self, facet: Facet, counts: Mapping[str, int]) -> list[str]:
        """The values as they are listed.

        Years stand newest first, those of a vocabulary in its order, all others by their counts.
        """
        if facet is Facet.YEAR:
            return sorted(counts, reverse=True)
        if facet in BY_COUNT:
            return sorted(
                counts, key=lambda value: (-counts[value], self.label(facet, value), value)
            )
        places = {value: place for place, value in enumerate(self._by_facet.get(facet, ()))}
        return sorted(counts, key=lambda value: (places.get(value, len(places)), value))
