"""Categories and tags of a source as the words of a workspace's vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fieldcat.domain.taxonomy import Vocabulary
from fieldcat.publishing.ingesting.headings import fold
from fieldcat.publishing.ingesting.items import Value, Why

FIELDS = ("topics", "audiences", "capabilities", "risks", "approaches")
"""Vocabularies whose words an entry is filed under by a list of ids."""

_SAYING_NOTHING = frozenset({"uncategorized", "uncategorised", "sin categoria", "non classe"})


@dataclass(frozen=True, slots=True)
class Filing:
    """Where folded words are filed: pairs of field and id."""

    places: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def filed(
        self, terms: Iterable[tuple[str, str]], tell: Callable[[Why, str], None]
    ) -> Mapping[str, Value]:
        """The fields that words fill. What no vocabulary knows is a keyword, and told."""
        found: dict[str, dict[str, None]] = {}
        for _, word in terms:
            folded = fold(word)
            if not folded:
                continue
            places = self.places.get(folded, ())
            for name, id in places:
                found.setdefault(name, {})[id] = None
            if places or folded in _SAYING_NOTHING:
                if folded in _SAYING_NOTHING:
                    tell(Why.UNFILED, word)
                continue
            tell(Why.UNFILED, word)
            found.setdefault("keywords", {})[word] = None
        return {name: list(ids) for name, ids in found.items()}


def filing(
    vocabularies: Mapping[str, Vocabulary | None],
    own: Mapping[str, Mapping[str, str]] | None = None,
) -> Filing:
    """Words are filed by a term's id or label; ``own`` are a publisher's, by vocabulary."""
    places: dict[str, dict[tuple[str, str], None]] = {}
    for folded, place in _words(vocabularies, own or {}):
        places.setdefault(folded, {})[place] = None
    return Filing({word: tuple(found) for word, found in places.items()})


def _words(
    vocabularies: Mapping[str, Vocabulary | None], own: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    for name in FIELDS:
        for word, id in own.get(name, {}).items():
            yield fold(word), (name, id)
        vocabulary = vocabularies.get(name)
        for concept in vocabulary.concepts if vocabulary else ():
            if not concept.retired:
                yield fold(concept.id), (name, concept.id)
                yield fold(concept.label), (name, concept.id)
