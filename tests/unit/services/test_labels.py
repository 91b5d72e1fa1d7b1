from __future__ import annotations

import pytest

from fieldcat.domain.taxonomy import Concept, Facet, Vocabulary
from fieldcat.services.labels import Labels, language_name

TOPICS = Vocabulary("topics", 1, "Topic", "Ours", (Concept("b", "Bee"), Concept("a", "Ay")))
LABELS = Labels({"topics": TOPICS}, (), {}, ("en",))


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en", "English"), ("pt-BR", "Portuguese (BR)"), ("xx", "xx"), ("xx-YY", "xx-YY")],
)
def test_languages_are_called_by_their_names(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_values_of_a_vocabulary_stand_in_its_order_unknown_ones_last() -> None:
    assert LABELS.in_order(Facet.TOPIC, {"z": 9, "a": 1, "b": 0}) == ["b", "a", "z"]


def test_countries_stand_by_count_then_by_name() -> None:
    counts = {"TZ": 1, "AL": 1, "CO": 3}
    assert LABELS.in_order(Facet.COUNTRY, counts) == ["CO", "AL", "TZ"]


def test_years_stand_newest_first() -> None:
    assert LABELS.in_order(Facet.YEAR, {"2019": 5, "2024": 1}) == ["2024", "2019"]


def test_a_value_without_words_stays_as_it_is() -> None:
    assert LABELS.label(Facet.EVIDENCE, "survey") == "survey"
    assert LABELS.label(Facet.COUNTRY, "XX") == "XX"


def test_a_retired_value_is_not_offered_and_keeps_its_words() -> None:
    concepts = (Concept("a", "Ay"), Concept("old", "Old", retired=True))
    labels = Labels({"topics": Vocabulary("topics", 1, "Topic", "Ours", concepts)}, (), {}, ())

    assert labels.known(Facet.TOPIC) == {"a": "Ay"}
    assert labels.label(Facet.TOPIC, "old") == "Old"
    assert labels.by_vocabulary()["topics"]["old"] == "Old"
