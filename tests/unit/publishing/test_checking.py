from __future__ import annotations

import pytest

from fieldcat.publishing.rules import Level

from .conftest import TEXT, Publisher

HEAD = "## A {#a role=about}\n\n"


@pytest.mark.parametrize(
    "written",
    [
        {"related": "[tool/mallet]"},
        {"text": HEAD + "[m](entry:tool/mallet)\n"},
        {"organisations": "[{organisation: mallet, role: lead}]"},
        {"text": HEAD + "[m](term:mallet)\n"},
    ],
)
def test_an_entry_that_is_not_there_is_a_fault(
    publisher: Publisher, written: dict[str, str]
) -> None:
    publisher.entry(**written)

    fault = publisher.only_fault()

    assert fault.problem.startswith("there is no entry “")
    assert fault.problem.endswith("/mallet”")
    assert fault.allowed


def test_a_help_service_is_stated_by_a_case_study_that_is_there(publisher: Publisher) -> None:
    publisher.entry("tool/told")
    publisher.entry("help-service/line", stated_by="told")

    fault = publisher.only_fault()

    assert (fault.field, fault.problem) == ("stated_by", "there is no entry “case-study/told”")
    assert fault.allowed == "tool/told (did you mean that?)"


def test_the_nearest_entry_of_that_kind_is_offered(publisher: Publisher) -> None:
    publisher.entry("tool/hammer", related="[tool/hamer]")
    publisher.entry("term/hammers", related="[tool/hammer]")

    assert publisher.only_fault().allowed == "tool/hammer (did you mean that?)"


def test_where_none_is_near_the_number_of_entries_is_said(publisher: Publisher) -> None:
    publisher.entry("tool/hammer", related="[tool/xyz]")

    assert (
        publisher.only_fault().allowed == "one of the 1 entries of kind tool, or write that entry"
    )


def test_entries_of_other_collections_cannot_be_looked_up(publisher: Publisher) -> None:
    publisher.entry(text=HEAD + "[m](entry:others/tool/mallet)\n")

    assert publisher.faults() == ()


def test_an_own_entry_can_be_named_by_its_whole_id(publisher: Publisher) -> None:
    publisher.entry(text=HEAD + "[m](entry:tales/tool/mallet)\n")

    assert publisher.only_fault().problem == "there is no entry “tool/mallet”"


def translated(
    publisher: Publisher, *lines: str, name: str = "hammer.sw", text: str = TEXT
) -> None:
    head = "\n".join(("kind: tool", "title: T", "summary: S.", *lines))
    publisher.write(f"entries/tool/{name}.md", f"---\n{head}\n---\n{text}")


def test_a_translation_of_an_older_revision_is_a_warning(publisher: Publisher) -> None:
    publisher.entry(revision="3")
    translated(publisher, "translates: 2")

    (warning,) = publisher.build().warnings

    assert (warning.level, warning.line, warning.field, warning.allowed) == (
        Level.WARNING,
        5,
        "translates",
        "3",
    )


def test_a_translation_of_a_revision_to_come_is_a_fault(publisher: Publisher) -> None:
    publisher.entry(revision="3")
    translated(publisher, "translates: 4")

    assert publisher.only_fault().allowed == "1 to 3"


def test_a_translation_into_the_original_s_language_is_a_fault(publisher: Publisher) -> None:
    publisher.entry()
    translated(publisher, "translates: 1", name="hammer.en")

    assert publisher.only_fault().problem == "the original is in “en” too"


def test_a_translation_keeps_the_values_of_figures(publisher: Publisher) -> None:
    text = "## A {#about role=about}\n\n[One](figure:n).\n"
    figures = "figures: [{{id: n, value: {}, unit: a, counts: b, section: about}}]"
    publisher.entry(text=text, more=figures.format(1))
    translated(publisher, "translates: 1", figures.format(2), text=text)

    fault = publisher.only_fault()

    assert (fault.line, fault.field, fault.allowed) == (6, "figures[1].value", "1")
