"""What a text states and names is proposed, for a person to accept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bench.ingest import MEASURED
from bench.suggested import held_against
from tests.good_time import in_good_time
from tests.unit.publishing.conftest import Publisher

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing.ingesting.desk import Desk
from fieldcat.publishing.ingesting.items import Item, Paragraph, Section, Span
from fieldcat.publishing.ingesting.suggesting import suggestions
from fieldcat.publishing.reviewing.suggested import open_suggestions
from fieldcat.publishing.rules import Level
from fieldcat.publishing.workspace import read_workspace


def item(text: str, title: str = "A tale", **fields: str) -> Item:
    section = Section("The impact", SectionRole.IMPACT, (Paragraph((Span(text),)),))
    return Item("1", Kind.CASE_STUDY, title, fields=fields, sections=(section,))


def countries(found: Item) -> list[str]:
    return [one["value"] for one in suggestions(found) if one["field"] == "countries"]


def figures(text: str) -> list[str]:
    return [one["value"] for one in suggestions(item(text)) if one["field"] == "figures"]


def test_countries_that_are_named_twice_or_in_the_title_are_proposed() -> None:
    assert countries(item("In Kenya and in Ghana. Kenyan police did it.")) == ["KE"]
    assert countries(item("Words.", title="A hotline in Albania")) == ["AL"]


def test_countries_are_known_by_their_names_in_the_language_of_the_text() -> None:
    assert countries(item("En Brasil. Todo Brasil.", language="es-CO")) == ["BR"]


@pytest.mark.parametrize("text", ["nigeria nigeria", "Guineapigs in Guineapigs", "us, us and us"])
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    assert countries(item(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("over 218,000 reports", ["218000"]),
        ("2.8 million people and 47.5k others", ["2800000", "47500"]),
        ("Ninety-six percent of them", ["96"]),
        ("nearly half a million children", ["500000"]),
        ("more than 80% of 60 users", ["80", "60"]),
        ("between 5,000-20,000 referrals", ["5000", "20000"]),
        ("$180 billion by 2025", ["180000000000"]),
        ("in 2023, on 11 October, children aged 12–17", []),
        ("a 14-year-old called 116 (116), web 2.0, 24/7", ["116"]),
    ],
)
def test_figures_are_numbers_that_count_something(text: str, values: list[str]) -> None:
    assert figures(text) == values


def test_a_figure_comes_with_what_it_counts_and_its_sentence() -> None:
    first, *_ = suggestions(item("It grew. Over 6,000 children were reached, in 11 schools."))

    assert first == {
        "field": "figures",
        "value": "6000",
        "qualifier": "over",
        "unit": "children",
        "counts": "children were reached",
        "sentence": "Over 6,000 children were reached, in 11 schools.",
        "section": "the-impact",
    }


def test_a_text_of_numbers_alone_is_gone_through_in_good_time() -> None:
    with in_good_time():
        assert figures("1 " * 25_000)


def test_fields_that_are_there_need_no_suggestion() -> None:
    assert countries(item("Kenya, Kenya", countries="KE")) == []


def test_suggestions_stand_in_the_draft_and_are_listed_by_check(publisher: Publisher) -> None:
    with Desk(publisher.folder, in_short=str) as desk:
        list(desk.take(item("In Kenya, in Kenya: 60 users.")))
    workspace = read_workspace(publisher.folder)

    assert not [fault for fault in publisher.faults() if fault.level is Level.FAULT]
    listed = list(open_suggestions(workspace, date(2026, 11, 29)))
    assert [fault.problem for fault in listed] == [
        "proposes “KE” for countries: Kenya, 2 times",
        "proposes “60” for figures: users",
    ]


def test_what_the_casebook_records_by_hand_is_proposed(root: Path, shared: Path) -> None:
    held = held_against(root / "resources" / "casebook", shared / "casebook" / "weprotect-feed.xml")

    assert held["countries"].recall >= 0.9
    assert held["countries"].precision >= 0.9
    assert held["figures"].recall >= 0.7
    right = {field: held[field].precision for field in MEASURED}
    assert {field: share for field, share in right.items() if share < 0.8} == {}
    assert held["organisations"].recall >= 0.8
    assert held["glossary"].recall >= 0.8
