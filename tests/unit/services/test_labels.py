from __future__ import annotations

from fieldcat.domain.taxonomy import Concept, Facet, Vocabulary
from fieldcat.services.labels import Labels

TOPICS = Vocabulary("topics", 1, "Topic", "Ours", (Concept("b", "Bee"), Concept("a", "Ay")))
LABELS = Labels({"topics": TOPICS}, (), {}, ("en",))


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


def test_places_and_languages_are_called_as_the_window_s_language_calls_them() -> None:
    spanish = LABELS.in_language("es")

    assert spanish.label(Facet.COUNTRY, "GB") == "Reino Unido"
    assert spanish.known(Facet.REGION)["150"] == "Europa"
    assert spanish.label(Facet.LANGUAGE, "en") == "inglés"
    assert spanish.label(Facet.TOPIC, "a") == "Ay"  # the casebook's own word
    assert LABELS.label(Facet.COUNTRY, "GB") == "United Kingdom"
    assert spanish.in_language("en").label(Facet.LANGUAGE, "en") == "English"


def labelled() -> Labels:
    concept = Concept("schools", "Schools", labels={"es": "Escuelas"})
    return Labels({"topics": Vocabulary("topics", 1, "Topic", "Ours", (concept,))}, (), {}, ())


def test_a_word_of_the_casebook_is_shown_in_the_window_s_language_where_it_has_one() -> None:
    assert labelled().label(Facet.TOPIC, "schools") == "Schools"
    assert labelled().in_language("es").label(Facet.TOPIC, "schools") == "Escuelas"
    assert labelled().in_language("es-CO").by_vocabulary()["topics"]["schools"] == "Escuelas"
    assert labelled().in_language("fr").known(Facet.TOPIC) == {"schools": "Schools"}
    assert labelled().in_language("es").in_language("en").label(Facet.TOPIC, "schools") == "Schools"


def test_a_word_of_the_casebook_has_names_in_all_its_languages() -> None:
    for language in ("en", "es"):
        names = set(labelled().in_language(language).names(Facet.TOPIC))
        assert names == {("schools", "Schools"), ("schools", "Escuelas")}


def test_countries_stand_by_the_name_that_is_shown() -> None:
    counts = {"DE": 1, "FR": 1}
    assert LABELS.in_order(Facet.COUNTRY, counts) == ["FR", "DE"]
    assert LABELS.in_language("es").in_order(Facet.COUNTRY, counts) == ["DE", "FR"]
