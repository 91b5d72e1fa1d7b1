"""What the records cannot hold is a fault of the workspace, with its place."""

from __future__ import annotations

import pytest

from .conftest import SETTINGS, TEXT, Publisher

SECTION = "## A {#a role=about}\n\n"


def test_a_year_before_1000_is_a_fault_of_the_date_that_gives_it(publisher: Publisher) -> None:
    publisher.entry(source_date="'0800'")

    fault = publisher.only_fault()

    assert (fault.field, fault.line, fault.allowed) == ("source_date", 6, "from 1000")


def test_a_year_of_its_own_before_1000_is_a_fault(publisher: Publisher) -> None:
    publisher.entry(year="'0800'")

    assert publisher.only_fault().field == "year"


@pytest.mark.parametrize("field", ["sensitive", "source_title", "summary", "purpose"])
def test_a_field_of_more_than_2000_characters_is_a_fault(publisher: Publisher, field: str) -> None:
    publisher.entry(**{field: "a" * 2_500})

    fault = publisher.only_fault()

    assert (fault.field, fault.problem) == (field, "has 2500 characters")
    assert fault.line > 1


def test_a_long_keyword_is_a_fault_of_its_item(publisher: Publisher) -> None:
    publisher.entry(keywords=f"[short, {'a' * 301}]")

    assert publisher.only_fault().field == "keywords[2]"


@pytest.mark.parametrize(
    ("more", "field", "allowed"),
    [
        (f"source_publisher: {'a' * 301}", "source_publisher", "at most 300 characters"),
        (f"provider: {'a' * 301}", "provider", "at most 300 characters"),
        (f"revision: {10**6 + 1}", "revision", "at most 1000000"),
        (f"keywords: [{', '.join(f'k{n}' for n in range(301))}]", "keywords", "at most 300"),
        (
            f"related: [{', '.join(f'other/tool/k{n}' for n in range(301))}]",
            "related",
            "at most 300",
        ),
    ],
)
def test_what_a_record_cannot_hold_is_a_fault_in_its_line(
    publisher: Publisher, more: str, field: str, allowed: str
) -> None:
    publisher.entry(more=more)

    fault = publisher.only_fault()

    assert (fault.field, fault.line, fault.allowed) == (field, 7, allowed)


@pytest.mark.parametrize(
    ("text", "problem", "allowed"),
    [
        ("word\n\n" * 600, "has too many blocks", "at most 500"),
        ("|a" * 40 + "|\n" + "|-" * 40 + "|\n", "has too many columns in a table", "at most 30"),
        ("- a\n" * 600, "has too many items in a list", "at most 500"),
        ("*a* b " * 600, "has too many marks and links in a paragraph", "at most 1000"),
        ("> a\n\n> — " + "b" * 2_001, "has too many characters in who said it", "at most 2000"),
    ],
)
def test_too_much_in_a_section_is_a_fault_at_its_heading(
    publisher: Publisher, text: str, problem: str, allowed: str
) -> None:
    if text.startswith(">"):
        text = text.replace("\n\n>", "\n>\n>")
    publisher.entry(text=f"## First {{#first role=other}}\n\nWords.\n\n{SECTION}{text}\n")

    fault = publisher.only_fault()

    assert (fault.line, fault.field, fault.allowed) == (12, "text", allowed)
    assert fault.problem == f"the section “a” {problem}"


def test_every_part_that_is_beyond_the_limits_is_found_in_one_run(publisher: Publisher) -> None:
    publisher.entry(text="".join(f"## A {{#{x} role=other}}\n\n" + "w\n\n" * 501 for x in "ab"))

    assert [fault.line for fault in publisher.faults()] == [8, 1012]


def test_figures_and_references_are_named_by_their_places(publisher: Publisher) -> None:
    figure = "{{id: {id}, value: 1, unit: {unit}, counts: them, section: a}}"
    figures = ", ".join((figure.format(id="f", unit="x"), figure.format(id="g", unit="x" * 301)))
    publisher.entry(
        text=SECTION + "[One](figure:f), [one](figure:g).\n", more=f"figures: [{figures}]"
    )

    fault = publisher.only_fault()

    assert (fault.field, fault.line) == ("figures[2].unit", 7)


def test_too_many_sections_are_a_fault_of_the_text(publisher: Publisher) -> None:
    publisher.entry(text="".join(f"## A {{#a{n} role=other}}\n\nw\n\n" for n in range(201)))

    fault = publisher.only_fault()

    assert (fault.field, fault.allowed) == ("text", "at most 200")


def test_an_entry_with_other_faults_has_only_those(publisher: Publisher) -> None:
    publisher.entry(title=None, provider="a" * 301)

    assert publisher.only_fault().field == "title"


def test_a_collection_without_an_id_is_not_said_of_every_entry(publisher: Publisher) -> None:
    publisher.write("workspace.yaml", SETTINGS.replace("collection: tales", "collection: T!"))
    publisher.entry("tool/saw")

    assert publisher.only_fault().file == "workspace.yaml"


def test_settings_beyond_the_limits_are_a_fault(publisher: Publisher) -> None:
    publisher.write("workspace.yaml", SETTINGS.replace("CC BY 4.0", "c" * 301))

    fault = publisher.only_fault()

    assert (fault.file, fault.field) == ("workspace.yaml", "licence")


def test_a_vocabulary_beyond_the_limits_is_a_fault(publisher: Publisher) -> None:
    more = f"  - {{id: b, label: B, definition: D, group: {'g' * 301}}}\n"
    publisher.vocabulary("topics", "a", more=more)

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == ("vocabularies/topics.yaml", "is too long")


def test_a_title_with_nothing_to_see_is_a_fault(publisher: Publisher) -> None:
    publisher.entry(title="'\u200f'", text=TEXT)

    assert publisher.only_fault().field == "title"
