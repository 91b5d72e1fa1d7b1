"""What a workspace knows and a text names is proposed: better nothing than what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.publishing.conftest import Publisher

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing.ingesting.desk import Desk, Taken
from fieldcat.publishing.ingesting.items import Item, Paragraph, Remark, Section, Span
from fieldcat.publishing.ingesting.known import known_in
from fieldcat.publishing.ingesting.merging import Outcome
from fieldcat.publishing.ingesting.own_table import read_own_table
from fieldcat.publishing.ingesting.suggesting import suggestions
from fieldcat.publishing.vocabularies import read_vocabularies

ORGANISATIONS = (
    "slug,title,summary,source_url,source_date,organisation_kind,abbreviation",
    "red-papaz,Red PaPaz,A network.,https://redpapaz.org,2024,police,",
    "ijm,International Justice Mission,A mission.,https://ijm.org,2024,police,IJM",
    "ijm-uk,IJM UK,A mission.,https://ijm.org,2024,police,",
    "meta,Meta,A firm.,https://meta.com,2024,police,",
    "safe-online,Safe Online,A fund.,https://safeonline.org,2024,police,",
)
TERMS = (
    "slug,title,summary,source_url,source_date,abbreviations,synonyms",
    "csam,Child sexual abuse material,Pictures.,https://a.org,2024,CSAM,images of abuse; view",
    "hotline,Hotline,A line.,https://b.org,2024,,",
)


def item(text: str, *, title: str = "A tale", url: str = "", **fields: str) -> Item:
    line = (Span(text), Span("here", url=url)) if url else (Span(text),)
    section = Section("What it is", SectionRole.ABOUT, (Paragraph(line),))
    return Item("1", Kind.CASE_STUDY, title, fields=fields, sections=(section,))


def proposed(publisher: Publisher, found: Item, field: str) -> list[str]:
    own, faults = read_own_table(publisher.folder)
    assert faults == ()
    known = known_in(publisher.folder, read_vocabularies(publisher.folder), own.words)
    return [one["value"] for one in suggestions(found, known) if one["field"] == field]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("It was run by Red Papaz in Bogotá.", ["red-papaz"]),
        ("The International Justice Mission’s work; IJM again.", ["ijm"]),
        ("They and IJM UK did it.", ["ijm-uk"]),
        ("Children stay safe online. They read ijm.", []),
        ("Meta is a word that begins this sentence.", []),
        ("It was paid by Meta.", ["meta"]),
        ("It is a red. Papaz is no name.", []),
    ],
)
def test_organisations_are_known_by_their_names_and_abbreviations(
    publisher: Publisher, text: str, slugs: list[str]
) -> None:
    publisher.table("organisations", *ORGANISATIONS)

    assert proposed(publisher, item(text), "organisations") == slugs


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Three hotlines; images of abuse.", ["hotline", "csam"]),
        ("CSAM, and csam.", ["csam"]),
        ("A view of it.", []),
    ],
)
def test_terms_are_known_by_their_names_and_synonyms_of_several_words(
    publisher: Publisher, text: str, slugs: list[str]
) -> None:
    publisher.table("terms", *TERMS)

    assert proposed(publisher, item(text), "glossary") == slugs


def test_words_of_vocabularies_are_proposed_once_they_are_said_often(
    publisher: Publisher,
) -> None:
    once = item("There was grooming.")
    often = item("Grooming, online grooming, groomed. Schools.")

    assert proposed(publisher, once, "topics") == []
    assert proposed(publisher, often, "topics") == ["grooming"]
    assert proposed(publisher, replace(once, title="Grooming in Ghana"), "topics") == ["grooming"]


def test_a_publishers_own_words_speak_for_an_id(publisher: Publisher) -> None:
    publisher.write("ingest.yaml", "words:\n  topics:\n    schools: [shule]\n")

    assert proposed(publisher, item("Shule, shule na shule."), "topics") == ["schools"]


def test_entries_of_the_same_source_linked_ones_and_named_ones_are_related(
    publisher: Publisher,
) -> None:
    publisher.entry("tool/hammer", source_url="https://example.org/tale")
    publisher.entry(
        "research/study",
        title="A study",
        source_url="https://s.org",
        url="https://www.study.org/x/",
    )
    publisher.entry(
        "learning-material/lessons", title="Lessons with Hammers", source_url="https://l.org"
    )
    publisher.entry("learning-material/other", title="Other", source_url="https://o.org")
    text = item(
        "They read Lessons with Hammers and Other. It is ",
        url="http://study.org/x",
        source_url="https://example.org/tale/",
    )

    found = proposed(publisher, text, "related")

    assert set(found) == {"tool/hammer", "research/study", "learning-material/lessons"}


def test_what_an_item_says_itself_needs_no_proposal(publisher: Publisher) -> None:
    publisher.table("organisations", *ORGANISATIONS)
    given = replace(item("By Red PaPaz."), fields={"organisations": "x"})

    assert proposed(publisher, given, "organisations") == []


def take(publisher: Publisher, *items: Item) -> list[Taken | Remark]:
    known = known_in(publisher.folder, read_vocabularies(publisher.folder))
    with Desk(publisher.folder, in_short=str, known=known) as desk:
        return [found for one in items for found in desk.take(one)]


def test_entries_of_the_same_run_are_known_to_those_behind_them(publisher: Publisher) -> None:
    organisation = Item("o", Kind.ORGANISATION, "Red PaPaz", fields={"summary": "A network."})

    take(publisher, organisation, item("It was run by Red PaPaz."))

    text = (publisher.folder / "entries" / "case-study" / "a-tale.md").read_text()
    assert "value: red-papaz" in text


def test_other_proposals_are_no_newer_text(publisher: Publisher) -> None:
    file = publisher.folder / "entries" / "case-study" / "a-tale.md"
    told = item("It was run by Red PaPaz.", source_url="https://example.org/tale")
    take(publisher, told)
    publisher.table("organisations", *ORGANISATIONS)

    (again,) = take(publisher, told)
    file.write_text(file.read_text().replace("It was run", "It is run"))
    (edited,) = take(publisher, told)
    (publisher.folder / ".ingested.json").unlink()
    file.write_text(file.read_text().replace("It is run", "It was run"))
    (killed,) = take(publisher, told)

    outcomes = [found.outcome for found in (again, edited, killed) if isinstance(found, Taken)]
    assert outcomes == [Outcome.UNCHANGED, Outcome.EDITED, Outcome.UNCHANGED]


@pytest.mark.parametrize(
    "words", ["hotline ", "7 hotlines, ", "Red PaPaz ", "grooming (1) twelve "]
)
def test_a_text_that_says_nothing_else_is_soon_gone_through(
    publisher: Publisher, words: str
) -> None:
    # Looking back over all that stood before at each place would take hours.
    publisher.table("organisations", *ORGANISATIONS)
    publisher.table("terms", *TERMS)

    found = item(words * (290_000 // len(words)), title="Grooming")

    assert proposed(publisher, found, "topics") == ["grooming"]


def test_how_often_something_is_named_counts_all_its_forms(publisher: Publisher) -> None:
    publisher.table("terms", *TERMS)
    known = known_in(publisher.folder, {})
    (found,) = (
        one
        for one in suggestions(item("A hotline, two hotlines. Hotlines, hotlines."), known)
        if one["field"] == "glossary"
    )

    assert found["because"] == "hotlines, 4 times"
