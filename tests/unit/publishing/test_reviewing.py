"""What a careful editor finds: each rule on a small workspace that is right but for one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.good_time import in_good_time

from fieldcat.publishing.faults import Fault
from fieldcat.publishing.reviewing.reading_level import reading_level
from fieldcat.publishing.reviewing.review import review
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import read_workspace

from .conftest import SETTINGS, Publisher
from .test_pictures import png

TODAY = date(2026, 11, 29)
HEAD = "## A {#about role=about}\n\n"
LONG = " ".join(f"word{number}" for number in range(80))


def reviewed(publisher: Publisher) -> tuple[Fault, ...]:
    return review(read_workspace(publisher.folder), TODAY)


def only(publisher: Publisher, rule: Rule) -> Fault:
    found = [fault for fault in reviewed(publisher) if fault.rule is rule]
    assert len(found) == 1, "\n".join(map(str, reviewed(publisher)))
    assert found[0].allowed, "says no remedy"
    return found[0]


def rules(publisher: Publisher) -> set[Rule]:
    return {fault.rule for fault in reviewed(publisher)}


def settings(publisher: Publisher, line: str) -> None:
    publisher.write("workspace.yaml", f"{SETTINGS}checks:\n  {line}\n")


def test_a_workspace_that_is_right_has_nothing_to_say(publisher: Publisher) -> None:
    publisher.entry()

    assert reviewed(publisher) == ()


def test_what_a_build_finds_is_found_once(publisher: Publisher) -> None:
    publisher.entry(source_url="nowhere", status="draft")

    assert rules(publisher) == {Rule.FORMAT, Rule.DRAFT}
    assert len(reviewed(publisher)) == 2


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"title": None}, Rule.REQUIRED),
        ({"topics": "[groming]"}, Rule.VOCABULARY),
        ({"countries": "[XX]"}, Rule.VOCABULARY),
        ({"related": "[tool/mallet]"}, Rule.DEAD_LINK),
        ({"text": HEAD + "[It](figure:none).\n"}, Rule.DEAD_LINK),
        ({"keywords": "[" + ", ".join(f"k{n}" for n in range(301)) + "]"}, Rule.LIMITS),
    ],
)
def test_each_fault_names_its_rule(
    publisher: Publisher, fields: dict[str, Any], rule: Rule
) -> None:
    publisher.entry(**fields)

    assert only(publisher, rule).level is Level.FAULT


# --- twice ------------------------------------------------------------------------------------


def test_the_same_title_twice_is_a_duplicate(publisher: Publisher) -> None:
    publisher.entry("tool/a", title="The Hammer")
    publisher.entry("tool/b", title="the  hammer!")

    assert "tool/a.md" in only(publisher, Rule.DUPLICATE).problem


def test_the_same_title_in_another_kind_is_none(publisher: Publisher) -> None:
    publisher.entry("tool/a", title="The Hammer")
    publisher.entry("term/a", title="The Hammer")

    assert reviewed(publisher) == ()


def test_two_organisations_at_one_address_are_one(publisher: Publisher) -> None:
    header = "slug,title,summary,organisation_kind,source_url,source_date,website"
    rest = "S.,police,https://example.org/,2024"
    publisher.table(
        "organisations",
        header,
        f"a,Ministry,{rest},https://www.example.org/",
        f"b,The Ministry,{rest},http://example.org",
    )

    fault = only(publisher, Rule.DUPLICATE)
    assert (fault.file, fault.line) == ("tables/organisations.csv", 3)


def test_a_title_with_one_letter_off_is_nearly_the_same(publisher: Publisher) -> None:
    publisher.entry("tool/a", title="Guidelines for teachers online")
    publisher.entry("tool/b", title="Guidelines for teacher online")

    assert only(publisher, Rule.NEAR_DUPLICATE).level is Level.WARNING


def test_reports_of_two_years_are_two(publisher: Publisher) -> None:
    publisher.entry("tool/a", title="Report on what happened in 2023")
    publisher.entry("tool/b", title="Report on what happened in 2024")

    assert reviewed(publisher) == ()


def test_a_text_that_was_copied_is_nearly_the_same(publisher: Publisher) -> None:
    publisher.entry("tool/a", title="One", text=HEAD + LONG + ".\n")
    publisher.entry("tool/b", title="Other", text=HEAD + LONG + " and more.\n")

    assert "much of the text" in only(publisher, Rule.NEAR_DUPLICATE).problem


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["It reached 218,000 of them.", "Now 80.5 % say so.", "They are 3 million."]
)
def test_a_number_that_is_no_figure_has_no_source(publisher: Publisher, words: str) -> None:
    publisher.entry(text=f"{HEAD}First.\n\n{words}\n")

    fault = only(publisher, Rule.UNSOURCED_FIGURE)
    assert fault.line == 12


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 they were 12 of 16, on page 1234.\n",
        "It is said of [218,000](https://example.org/).\n",
        "> Some 218,000, says somebody.\n",
    ],
)
def test_years_cited_numbers_and_quotations_are_free(publisher: Publisher, text: str) -> None:
    publisher.entry(text=HEAD + text)

    assert reviewed(publisher) == ()


def figured(publisher: Publisher, **fields: str) -> None:
    more = "figures:\n  - {id: n, value: 9, unit: a, counts: of a, section: about}"
    publisher.entry(text=HEAD + "They are [9](figure:n).\n", more=more, **fields)


def test_a_figure_of_an_entry_whose_source_has_no_name_is_unsourced(publisher: Publisher) -> None:
    figured(publisher)

    assert only(publisher, Rule.UNSOURCED_FIGURE).field == "figures[1]"


def test_a_figure_of_an_entry_with_a_named_source_is_sourced(publisher: Publisher) -> None:
    figured(publisher, source_publisher="The Tellers")

    assert reviewed(publisher) == ()


# --- help services ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "found"), [(None, True), ("2025-11-28", False), ("2025-10-29", True)]
)
def test_a_help_service_is_looked_at_once_a_year(
    publisher: Publisher, day: str | None, found: bool
) -> None:
    publisher.entry("case-study/told", title="Told")
    publisher.entry("help-service/line", last_checked=day)

    assert (Rule.UNCHECKED_SERVICE in rules(publisher)) is found


def test_how_often_is_the_publishers_to_say(publisher: Publisher) -> None:
    publisher.entry("case-study/told", title="Told")
    publisher.entry("help-service/line", last_checked="2026-08-28")
    settings(publisher, "last_checked_months: 2")

    assert "3 months ago" in only(publisher, Rule.UNCHECKED_SERVICE).problem


# --- pictures ---------------------------------------------------------------------------------


def pictured(publisher: Publisher, words: str, picture: bytes) -> None:
    publisher.write("assets/map_1.png", picture)
    publisher.entry(text=f"{HEAD}![{words}](assets/map_1.png)\n")


def test_a_heavy_picture_is_named(publisher: Publisher) -> None:
    pictured(publisher, "A map of the town", png(640, 480) + bytes(300_001))

    assert only(publisher, Rule.HEAVY_PICTURE).file == "assets/map_1.png"


def test_a_picture_that_is_wider_than_any_screen_is_heavy(publisher: Publisher) -> None:
    pictured(publisher, "A map of the town", png(5_000, 100))

    assert "5,000 pixels" in only(publisher, Rule.HEAVY_PICTURE).problem


@pytest.mark.parametrize("words", ["map_1.png", "map_1", "image", "Foto 2"])
def test_words_that_do_not_tell_what_a_picture_shows_are_named(
    publisher: Publisher, words: str
) -> None:
    pictured(publisher, words, png(640, 480))

    assert only(publisher, Rule.ALTERNATIVE_TEXT).line == 10


def test_a_picture_without_words_is_a_fault_of_that_rule(publisher: Publisher) -> None:
    pictured(publisher, "", png(640, 480))

    assert only(publisher, Rule.ALTERNATIVE_TEXT).level is Level.FAULT


# --- words ------------------------------------------------------------------------------------


def test_a_hard_text_is_measured_and_its_hardest_paragraph_named(publisher: Publisher) -> None:
    easy = "It is so. " * 15
    hard = "Notwithstanding aforementioned organisational considerations, " * 15
    publisher.entry(text=f"{HEAD}{easy}\n\n{hard}.\n")

    fault = only(publisher, Rule.READING_LEVEL)
    assert fault.line == 12
    assert fault.problem.startswith("hammer is hard to read: LIX ")


def test_lix_is_words_in_a_sentence_and_the_share_of_long_words() -> None:
    # 10 words in 2 sentences, 3 of them of more than six letters.
    text = "The reporting was done by children. They answered questions too."
    assert reading_level([text], fewest=1) == round(10 / 2 + 100 * 4 / 10)


def test_a_short_text_and_letters_that_lix_is_not_for_are_not_measured() -> None:
    assert reading_level(["Too short."]) is None
    assert reading_level(["كلمة " * 200]) is None


def test_an_entry_is_to_be_had_in_the_languages_that_are_promised(publisher: Publisher) -> None:
    publisher.entry()
    publisher.write(
        "entries/tool/hammer.pt-BR.md",
        "---\nkind: tool\ntitle: T\nsummary: S.\ntranslates: 1\n---\n" + HEAD + "X.\n",
    )
    settings(publisher, "translations: [pt, es, en]")

    fault = only(publisher, Rule.MISSING_TRANSLATION)
    assert fault.allowed == "entries/tool/hammer.es.md"


# --- persons ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Write to ana.lopez@example.org.",
        "Write to ana [at] example [dot] org.",
        "Call +255 22 123 4567.",
        "Call (022) 123-4567 89 today.",
        "Ana, 14, told her teacher.",
        "Ana (aged 9) told her teacher.",
        "Ana Lopez was 14 years old.",
        "A 12-year-old Ana told her teacher.",
        "Ana tenía 13 años.",
    ],
)
@pytest.mark.parametrize("quoted", ["", "> "])
def test_what_leads_to_a_person_is_named(publisher: Publisher, words: str, quoted: str) -> None:
    publisher.entry(text=f"{HEAD}First,\nand then.\n\n{quoted}{words}\n")

    assert only(publisher, Rule.PERSONAL_DATA).line == 13


@pytest.mark.parametrize(
    "words",
    [
        "From 2017-2019, on 2024-10-11, they were 28 900 000 and 12345678.",
        "Children aged 12, and Boys (12), in October, 11, and in Tanzania 2,000.",
        "See [it](https://example.org/2024/11/12345678-99) and doi:10.1007/12-345 678-90.",
        "Call 116 or 1 800 111.",
        "The Lancet 2024; 12(3): 100-109.",
        "Ana, 34, is a teacher.",
    ],
)
def test_numbers_that_lead_to_nobody_are_free(publisher: Publisher, words: str) -> None:
    publisher.entry(text=f"{HEAD}{words}\n")

    assert Rule.PERSONAL_DATA not in rules(publisher)


def test_a_help_service_may_be_called(publisher: Publisher) -> None:
    publisher.entry("case-study/told", title="Told")
    text = HEAD + "Call +255 22 123 4567 or write to help@example.org.\n"
    publisher.entry("help-service/line", text=text, last_checked="2026-11-01")

    assert Rule.PERSONAL_DATA not in rules(publisher)


def test_letters_without_a_gap_are_looked_through_in_good_time(publisher: Publisher) -> None:
    publisher.entry(text=f"{HEAD}{'a' * 60_000}\n")

    with in_good_time():
        assert reviewed(publisher)
