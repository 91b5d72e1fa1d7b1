from __future__ import annotations

import pytest

from fieldcat.domain.naming import Named, language_name, name_of
from fieldcat.domain.places import country_codes, region_codes

LANGUAGES = ("en", "ar", "es", "fil", "fr", "hi", "pt", "sw")
WRITTEN = (
    "am",
    "bn",
    "de",
    "fa",
    "ha",
    "id",
    "km",
    "ne",
    "ru",
    "rw",
    "so",
    "th",
    "tr",
    "ur",
    *LANGUAGES,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_name_for_every_country_and_region(language: str) -> None:
    for code in country_codes():
        assert name_of(Named.COUNTRIES, code, language) != code
    for code in region_codes():
        assert name_of(Named.REGIONS, code, language) != code


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_name_for_those_that_casebooks_are_written_in(language: str) -> None:
    for tag in WRITTEN:
        assert language_name(tag, language) != tag


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("en", "en", "English"),
        ("pt-BR", "en", "Portuguese (BR)"),
        ("pt-BR", "es", "portugués (BR)"),
        ("xx", "es", "xx"),
        ("xx-YY", "en", "xx-YY"),
        ("en", "../../secret", "English"),
    ],
)
def test_languages_are_called_by_their_names(tag: str, language: str, name: str) -> None:
    assert language_name(tag, language) == name
