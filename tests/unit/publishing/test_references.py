from __future__ import annotations

import pytest

from fieldcat.domain.entry import EntryId, Kind, Reference

from .conftest import Publisher

TEXT = "## A {#a role=about}\n\nWords.[^b] More.[^a]\n"
REFERENCES = """
references:
  - id: a
    text: First
    url: https://example.org
    accessed: 2024-05
    entry: tool/hammer
  - {id: b, text: Second}
"""


def test_references_come_as_the_text_cites_them(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=REFERENCES)

    assert publisher.built().references == (
        Reference("b", "Second"),
        Reference(
            "a",
            "First",
            "https://example.org",
            "2024-05",
            EntryId("tales", Kind.TOOL, "hammer"),
        ),
    )


def test_a_reference_that_nothing_cites(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=REFERENCES + "  - {id: c, text: Third}\n")

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (14, "references[3].id")
    assert (fault.problem, fault.allowed) == ("nothing cites “c”", "[^c] in the text")


def test_a_citation_without_its_reference(publisher: Publisher) -> None:
    publisher.entry(text=TEXT + "\nAnd.[^aa]\n", more=REFERENCES)

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (19, "text")
    assert fault.problem == "the entry has no reference “aa”"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("    text: First\n", "", "text"),
        ("https://example.org", "example.org", "url"),
        ("2024-05", "May", "accessed"),
        ("tool/hammer", "hammer", "entry"),
        ("tool/hammer", "tool/saw", "entry"),
        ("accessed", "acessed", "acessed"),
    ],
)
def test_wrong_fields_of_a_reference(publisher: Publisher, old: str, new: str, field: str) -> None:
    publisher.entry(text=TEXT, more=REFERENCES.replace(old, new))

    assert publisher.only_fault().field == f"references[1].{field}"


def test_a_reference_stands_once(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=REFERENCES + "  - {id: b, text: Third}\n")

    assert publisher.only_fault().problem == "the reference “b” stands twice"
