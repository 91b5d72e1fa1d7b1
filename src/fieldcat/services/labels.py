"""Words for the values of facets, in English, and the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.places import country_codes, country_name, region_codes, region_name
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary

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

LANGUAGES: Mapping[str, str] = {
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fil": "Filipino",
    "fr": "French",
    "ha": "Hausa",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "km": "Khmer",
    "ne": "Nepali",
    "pt": "Portuguese",
    "ru": "Russian",
    "rw": "Kinyarwanda",
    "so": "Somali",
    "sq": "Albanian",
    "sw": "Swahili",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yo": "Yoruba",
    "zh": "Chinese",
    "zu": "Zulu",
}

_BY_COUNT = frozenset(
    {Facet.COUNTRY, Facet.REGION, Facet.ORGANISATION, Facet.LANGUAGE, Facet.COLLECTION}
)


def language_name(tag: str) -> str:
    """A language's name by its BCP 47 tag; «Portuguese (BR)»; an unknown tag stays as it is."""
    primary, _, rest = tag.partition("-")
    name = LANGUAGES.get(primary)
    if name is None:
        return tag
    return f"{name} ({rest})" if rest else name


class Labels:
    """Words for every value that an entry of these collections may have."""

    def __init__(
        self,
        vocabularies: Mapping[str, Vocabulary],
        collections: Iterable[Collection],
        organisations: Mapping[EntryId, str],
        languages: Iterable[str],
    ) -> None:
        self._by_vocabulary = {
            id: {concept.id: concept.label for concept in vocabulary.concepts}
            for id, vocabulary in vocabularies.items()
        }
        self._by_facet: dict[Facet, dict[str, str]] = {
            facet: self._by_vocabulary.get(id, {}) for facet, id in VOCABULARIES.items()
        }
        self._retired = {
            facet: {concept.id for concept in vocabularies[id].concepts if concept.retired}
            for facet, id in VOCABULARIES.items()
            if id in vocabularies
        }
        self._by_facet[Facet.KIND] = dict(KINDS)
        self._by_facet[Facet.ORGANISATION] = {str(id): name for id, name in organisations.items()}
        self._by_facet[Facet.LANGUAGE] = {tag: language_name(tag) for tag in languages}
        self._by_facet[Facet.COLLECTION] = {found.id: found.title for found in collections}

    def label(self, facet: Facet, value: str) -> str:
        """The words for a value; one that nothing is known of stays as it is."""
        match facet:
            case Facet.COUNTRY:
                return country_name(value)
            case Facet.REGION:
                return region_name(value)
            case _:
                return self._by_facet.get(facet, {}).get(value, value)

    def known(self, facet: Facet) -> dict[str, str]:
        """All values that are offered, with their words: no retired ones, and none for years."""
        match facet:
            case Facet.COUNTRY:
                return {code: country_name(code) for code in sorted(country_codes())}
            case Facet.REGION:
                return {code: region_name(code) for code in sorted(region_codes())}
            case _:
                retired = self._retired.get(facet, set())
                words = self._by_facet.get(facet, {})
                return {value: label for value, label in words.items() if value not in retired}

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
        if facet in _BY_COUNT:
            return sorted(
                counts, key=lambda value: (-counts[value], self.label(facet, value), value)
            )
        places = {value: place for place, value in enumerate(self._by_facet.get(facet, ()))}
        return sorted(counts, key=lambda value: (places.get(value, len(places)), value))
