from __future__ import annotations

from fieldcat.search.stopwords import stop_words, stop_words_for


def test_question_words_say_nothing_about_what_is_looked_for() -> None:
    assert {"how", "do", "what", "the", "could"} <= stop_words("en")


def test_stop_words_are_folded() -> None:
    assert "tambien" in stop_words("es")


def test_a_language_without_a_list_has_none() -> None:
    assert stop_words("sw") == frozenset()


def test_the_language_that_fits_most_words_is_taken() -> None:
    assert stop_words_for(["ayuda", "para", "los", "ninos"], ["en", "es"]) == stop_words("es")
    assert stop_words_for(["sin", "of", "the", "son"], ["en", "es", "fr"]) == stop_words("en")


def test_where_it_is_open_the_commonest_language_is_taken() -> None:
    assert stop_words_for(["hotline"], ["pt", "en"]) == stop_words("pt")
    assert stop_words_for(["hotline"], []) == frozenset()
