from __future__ import annotations

import pytest

from fieldcat.search.analysis import fold
from fieldcat.search.stemming import Stemming, Stems


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "running", "runs"),
        ("en", "reported", "reporting"),
        ("en", "helplines", "helpline"),
        ("en", "organisation", "organizations"),
        ("en", "organise", "organized"),
        ("en", "behaviour", "behaviors"),
        ("en", "programme", "programs"),
        ("en", "centre", "centers"),
        ("es", "organización", "organizaciones"),
        ("es", "niña", "niños"),
        ("es", "imagen", "imágenes"),
        ("es", "línea", "líneas"),
        ("fr", "sécurité", "sécurités"),
        ("fr", "signalement", "signalements"),
        ("pt", "proteção", "proteções"),
        ("pt", "imagem", "imagens"),
        ("pt", "sexual", "sexuais"),
        ("pt-BR", "denúncia", "denúncias"),
    ],
)
def test_inflections_of_a_word_have_one_stem(language: str, one: str, other: str) -> None:
    stems = Stems(language)
    assert stems[fold(one)] == stems[fold(other)]


def test_accents_make_no_difference() -> None:
    assert Stems("es")[fold("niño")] == Stems("es")[fold("nino")]


def test_stems_of_different_languages_are_kept_apart() -> None:
    assert Stems("en")["use"] != Stems("es")["use"]


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert Stems("sw")["watoto"] == Stems("fil")["watoto"] == ":watoto"


def test_a_word_is_stemmed_in_every_language_of_the_collection() -> None:
    assert Stemming(["en", "es", "sw"]).all("reports") == {"en:report", "es:reports", ":reports"}


def test_short_words_are_left_as_they_are() -> None:
    assert Stems("en")["size"] == "en:size"


def test_what_is_remembered_has_an_end() -> None:
    stems = Stems("en", 3)
    for word in ("one", "two", "three", "four", "five"):
        assert stems[word].startswith("en:")
    assert len(stems) <= 3


def test_of_what_is_asked_all_day_little_is_remembered() -> None:
    stemming = Stemming(["en"])
    for number in range(5_000):
        stemming.all(f"word{number}")
    assert len(stemming.within("en")) < 2_000
