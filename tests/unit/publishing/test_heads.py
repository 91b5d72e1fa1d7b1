from __future__ import annotations

from typing import Any

import pytest

from fieldcat.domain.entry import EntryId, Kind, Party, Source
from fieldcat.publishing.rules import Level

from .conftest import Publisher


def test_the_common_fields_make_the_head(publisher: Publisher) -> None:
    publisher.entry("organisation/police", title="The Police")
    publisher.entry(
        more="""
revision: 3
language: sw
source_title: The tale
source_publisher: The Tellers
countries: [CO, NO]
regions: ["011"]
topics: [schools, grooming]
audiences: [children]
capabilities: [hotline]
risks: [contact]
approaches: [laws]
evidence: survey
organisations:
  - {organisation: police, role: lead}
related: [organisation/police, others/tool/saw]
keywords: [mallet, maul]
sensitive: It hurts.
""",
        title="'  A   title  '",
    )

    entry = publisher.built(language="sw")
    head = entry.head

    assert head.id == EntryId("tales", Kind.TOOL, "hammer")
    assert (head.title, head.summary, head.language) == ("A title", "What it is.", "sw")
    assert head.source == Source(
        "https://example.org/tale", "2024-10-11", "The tale", "The Tellers"
    )
    assert (head.year, head.revision, head.translates) == (2024, 3, None)
    assert head.countries == ("CO", "NO")
    assert head.topics == ("schools", "grooming")
    assert (head.audiences, head.capabilities) == (("children",), ("hotline",))
    assert (head.risks, head.approaches, head.evidence) == (("contact",), ("laws",), "survey")
    assert head.organisations == (
        Party(EntryId("tales", Kind.ORGANISATION, "police"), "The Police", "lead"),
    )
    assert head.organisation == "The Police"
    assert (head.keywords, head.sensitive) == (("mallet", "maul"), "It hurts.")
    assert entry.related == (
        EntryId("tales", Kind.ORGANISATION, "police"),
        EntryId("others", Kind.TOOL, "saw"),
    )


def test_regions_around_the_places_are_added(publisher: Publisher) -> None:
    publisher.entry(countries="[CO]", regions='["011"]')

    assert publisher.built().head.regions == ("002", "005", "011", "019", "202", "419")


def test_the_year_can_differ_from_the_source_s(publisher: Publisher) -> None:
    publisher.entry(year="2019")

    assert publisher.built().head.year == 2019


@pytest.mark.parametrize("field", ["kind", "title", "summary", "source_url", "source_date"])
def test_what_every_entry_needs(publisher: Publisher, field: str) -> None:
    without: dict[str, Any] = {field: None}
    publisher.entry(**without)

    fault = publisher.only_fault()

    assert (fault.file, fault.line, fault.field, fault.problem) == (
        "entries/tool/hammer.md",
        2,
        field,
        "is missing",
    )
    assert fault.allowed


def test_a_case_study_needs_its_evidence(publisher: Publisher) -> None:
    publisher.entry("case-study/told", evidence=None)

    assert publisher.only_fault().allowed == "self-reported, survey"


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("kind", "term", "“term” does not fit the folder tool/"),
        ("title", "a" * 121, "has 121 characters"),
        ("summary", "word " * 61, "has 61 words"),
        ("summary", "A **strong** word", "has marks of Markdown or HTML"),
        ("revision", "0", "“0” is not a whole number from 1"),
        ("revision", "1.5", "“1.5” is not a whole number from 1"),
        ("language", "Swahili", "“Swahili” is not right here"),
        ("translates", "1", "the entry is an original"),
        ("status", "done", "“done” is not known here"),
        ("source_url", "ftp://example.org", "“ftp://example.org” is not right here"),
        ("source_date", "11 October 2024", "“11 October 2024” is not right here"),
        ("year", "24", "“24” is not right here"),
        ("countries", "CO", "is not a list"),
        ("countries", "[CO, ]]", "is not YAML"),
        ("evidence", "hearsay", "“hearsay” is not known here"),
        ("title", "[a, b]", "is a list"),
        ("sumary", "A", "is not a field here; did you mean summary?"),
        ("amount", "7", "is not a field here"),
    ],
)
def test_a_wrong_value_is_found_where_it_stands(
    publisher: Publisher, field: str, value: str, problem: str
) -> None:
    publisher.entry(**{field: value})

    fault = publisher.only_fault()

    assert fault.problem.startswith(problem)
    if field in ("kind", "title", "summary", "source_url", "source_date"):
        place = ("kind", "title", "summary", "source_url", "source_date").index(field)
        assert fault.line == place + 2


@pytest.mark.parametrize(
    ("field", "value", "problem", "allowed"),
    [
        ("countries", "co", "“co” is not known here", "CO (did you mean that?), ISO 3166-1"),
        ("countries", "XX", "“XX” is not known here", "ISO 3166-1 alpha-2 codes such as CO"),
        ("regions", "'998'", "“998” is not known here", "UN M49 codes"),
        ("topics", "groming", "“groming” is not known here", "grooming (did you mean that?), "),
        ("related", "hammer", "“hammer” is not known here", "kind/slug"),
        ("related", "tool/hammer", "“tool/hammer” is not known", "another entry than itself"),
        ("keywords", "~", "is empty", "a list of texts"),
        ("keywords", "[a]", "is not a text", "a list of texts"),
        ("keywords", "one", "“one” stands twice", "each once"),
    ],
)
def test_a_wrong_item_of_a_list_is_found_in_its_line(
    publisher: Publisher, field: str, value: str, problem: str, allowed: str
) -> None:
    good = {"countries": "NO", "regions": "'002'", "topics": "schools", "keywords": "one"}
    first = good.get(field, "others/tool/saw")
    publisher.entry(more=f"{field}:\n  - {first}\n  - {value}\n")

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (9, f"{field}[2]")
    assert fault.problem.startswith(problem)
    assert fault.allowed.startswith(allowed)


def test_an_organisation_takes_part_as_something_known_and_once(publisher: Publisher) -> None:
    publisher.entry("organisation/police")
    publisher.entry(
        more="""
organisations:
  - {organisation: police, role: lead}
  - {organisation: police, role: partner}
  - {organisation: police, role: lead}
  - {organisation: police, role: leader}
  - {organisation: Police Force, role: lead}
  - {role: lead, name: police}
  - police
"""
    )

    assert [(fault.line, fault.field) for fault in publisher.faults()] == [
        (10, "organisations[3].organisation"),
        (11, "organisations[4].role"),
        (12, "organisations[5].organisation"),
        (13, "organisations[6].organisation"),
        (13, "organisations[6].name"),
        (14, "organisations[7]"),
    ]


def test_a_draft_is_built_with_a_warning(publisher: Publisher) -> None:
    publisher.entry(status="draft")

    (warning,) = publisher.build().warnings

    assert (warning.level, warning.field, warning.problem) == (
        Level.WARNING,
        "status",
        "is a draft",
    )
    assert "warning" in str(warning)
