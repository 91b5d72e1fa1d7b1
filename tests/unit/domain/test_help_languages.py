"""Whether a help service answers in a language."""

from __future__ import annotations

import pytest

from fieldcat.domain.entry import EntryId, HelpService, Kind
from fieldcat.domain.help_languages import Answers, answers_in

STUDY = EntryId("small", Kind.CASE_STUDY, "study")


def speaking(*languages: str) -> HelpService:
    return HelpService("helpline", STUDY, languages=languages)


@pytest.mark.parametrize("language", ["es", "es-MX", "ES"])
def test_the_region_of_a_language_does_not_matter(language: str) -> None:
    assert answers_in(speaking("en", "es-CO"), language) is Answers.YES


def test_what_is_not_among_the_languages_stated_is_not_spoken() -> None:
    assert answers_in(speaking("en", "es"), "fr") is Answers.NO


def test_where_no_language_is_stated_nobody_knows() -> None:
    assert answers_in(speaking(), "fr") is Answers.UNKNOWN


def test_without_a_language_to_ask_for_nobody_knows() -> None:
    assert answers_in(speaking("en"), "") is Answers.UNKNOWN
