"""Items as entries of a workspace: written as drafts, and never over what a person wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.unit.publishing.conftest import Publisher

from fieldcat.domain.entry import HelpService, Kind, SectionRole
from fieldcat.errors import IngestError
from fieldcat.publishing.ingesting import memory
from fieldcat.publishing.ingesting.desk import Desk, Taken
from fieldcat.publishing.ingesting.items import Item, Note, Paragraph, Remark, Section, Span, Why
from fieldcat.publishing.ingesting.merging import Outcome
from fieldcat.publishing.rules import Level

TEXT = (Section("The problem", SectionRole.PROBLEM, (Paragraph((Span("Some words."),)),)),)
ITEM = Item(
    source="https://example.org/?p=1",
    kind=Kind.CASE_STUDY,
    title="A hotline: what it does",
    fields={
        "summary": "What it does, & why: “it matters”.",
        "source_url": "https://example.org/a-hotline/",
        "source_date": "2024-10-11",
        "topics": ["grooming"],
        "keywords": ["Línea", "12: x"],
        "evidence": "survey",
    },
    sections=TEXT,
)


def ingest(publisher: Publisher, items: Iterable[Item]) -> list[Taken | Remark]:
    with Desk(publisher.folder, in_short=lambda _language: "In short") as desk:
        return [found for item in items for found in desk.take(item)]


def outcome(publisher: Publisher, item: Item = ITEM) -> Outcome:
    (found,) = ingest(publisher, [item])
    assert isinstance(found, Taken)
    return found.outcome


def remarks(publisher: Publisher, item: Item) -> list[Remark]:
    return [found for found in ingest(publisher, [item]) if isinstance(found, Remark)]


def file_of(publisher: Publisher, name: str = "a-hotline-what-it-does") -> Path:
    return publisher.folder / "entries" / "case-study" / f"{name}.md"


def test_an_item_is_an_entry_that_holds_and_is_a_draft(publisher: Publisher) -> None:
    assert outcome(publisher) is Outcome.NEW

    (warning,) = publisher.faults()
    assert (warning.level, warning.field) == (Level.WARNING, "status")
    entry = publisher.built("case-study/a-hotline-what-it-does")
    assert entry.head.title == "A hotline: what it does"
    assert entry.head.summary == "What it does, & why: “it matters”."
    assert entry.head.keywords == ("Línea", "12: x")
    assert [(found.id, found.role) for found in entry.sections] == [
        ("the-problem", SectionRole.PROBLEM)
    ]


def test_it_is_known_again_and_brought_up_to_its_source(publisher: Publisher) -> None:
    outcome(publisher)

    assert outcome(publisher) is Outcome.UNCHANGED
    assert outcome(publisher, replace(ITEM, title="Another title")) is Outcome.UPDATED
    assert "Another title" in file_of(publisher).read_text()


def test_what_a_person_changed_stays_and_the_newer_text_stands_beside(
    publisher: Publisher,
) -> None:
    outcome(publisher)
    by_hand = file_of(publisher).read_text().replace("draft", "ready")
    file_of(publisher).write_text(by_hand)

    assert outcome(publisher) is Outcome.EDITED
    (found,) = ingest(publisher, [replace(ITEM, title="Another title")])

    assert isinstance(found, Taken)
    assert found.outcome is Outcome.CONFLICT
    assert file_of(publisher).read_text() == by_hand
    assert found.beside == "ingest-conflicts/case-study/a-hotline-what-it-does.md"
    assert "Another title" in (publisher.folder / found.beside).read_text()


def test_what_a_person_removed_is_not_written_again(publisher: Publisher) -> None:
    outcome(publisher)
    file_of(publisher).unlink()

    assert outcome(publisher) is Outcome.GONE
    assert not file_of(publisher).exists()


def test_an_entry_of_the_same_source_that_a_person_wrote_is_left_alone(
    publisher: Publisher,
) -> None:
    publisher.entry(
        "case-study/a-hotline-what-it-does", source_url="https://example.org/a-hotline/"
    )
    before = file_of(publisher).read_bytes()

    assert outcome(publisher) is Outcome.CONFLICT
    assert file_of(publisher).read_bytes() == before


def test_other_entries_keep_their_names(publisher: Publisher) -> None:
    publisher.entry("case-study/a-hotline-what-it-does")
    publisher.table(
        "research", "slug,title,summary,source_url,source_date", "b,B,B.,https://b.org,2024"
    )
    other = replace(ITEM, source="2", kind=Kind.RESEARCH, slug="b", title="B")

    found = ingest(publisher, [ITEM, other, replace(other, source="3")])

    assert [taken.file for taken in found if isinstance(taken, Taken)] == [
        "entries/case-study/a-hotline-what-it-does-2.md",
        "entries/research/b-2.md",
        "entries/research/b-3.md",
    ]


def test_the_same_item_twice_is_taken_once(publisher: Publisher) -> None:
    _, second = ingest(publisher, [ITEM, replace(ITEM, title="Again")])

    assert second == Remark(Why.TWICE, ITEM.source, "Again")


def test_an_entry_keeps_its_kind(publisher: Publisher) -> None:
    outcome(publisher)

    assert outcome(publisher, replace(ITEM, kind=Kind.RESEARCH)) is Outcome.UNCHANGED


def test_a_run_that_is_cut_short_keeps_in_mind_what_it_wrote(publisher: Publisher) -> None:
    def items() -> Iterator[Item]:
        yield ITEM
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ingest(publisher, items())

    assert list(memory.read_memory(publisher.folder)) == [ITEM.source]


def test_a_run_that_was_killed_is_taken_up_by_the_next(publisher: Publisher) -> None:
    outcome(publisher)
    (publisher.folder / memory.FILE).unlink()

    assert outcome(publisher) is Outcome.UNCHANGED
    assert outcome(publisher, replace(ITEM, title="Another title")) is Outcome.UPDATED


KEPT_ELSEWHERE = '{"file": "entries/tool/../../../secret.md", "written": ""}'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "memory"),
        ('{"format": 2, "items": {}}', "newer-memory"),
        ("[]", "memory"),
        (f'{{"format": 1, "items": {{"{ITEM.source}": {KEPT_ELSEWHERE}}}}}', "memory"),
    ],
)
def test_a_memory_that_cannot_be_read_stops_before_anything_is_written(
    publisher: Publisher, content: str, reason: str
) -> None:
    publisher.write(memory.FILE, content)

    with pytest.raises(IngestError) as stopped:
        ingest(publisher, [ITEM])

    assert stopped.value.data["reason"] == reason
    assert not (publisher.folder / "entries").exists()


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestError) as refused:
        Desk(tmp_path, in_short=str)

    assert refused.value.data["reason"] == "no-workspace"


def test_notes_are_references(publisher: Publisher) -> None:
    line = (Span("Half a million"), Span("", note="n-1"), Span("."))
    text = (Section("The problem", SectionRole.PROBLEM, (Paragraph(line),)),)
    note = Note("n-1", 'A "study": 2023', "https://example.org/study")

    outcome(publisher, replace(ITEM, sections=text, notes=(note,)))

    (reference,) = publisher.built("case-study/a-hotline-what-it-does").references
    assert (reference.id, reference.text, reference.url) == (note.id, note.text, note.url)


def test_what_is_missing_is_a_gap(publisher: Publisher) -> None:
    fields = {"source_url": "https://example.org/x", "source_date": "2024"}
    outcome(publisher, replace(ITEM, fields=fields))

    gaps = [fault.field for fault in publisher.faults() if fault.level is Level.GAP]
    assert gaps == ["summary", "evidence"]
    assert publisher.built("case-study/a-hotline-what-it-does").head.summary == ""


def test_a_long_title_is_shortened_and_kept_whole_as_the_sources(publisher: Publisher) -> None:
    title = "A word and " * 20
    outcome(publisher, replace(ITEM, title=title, slug="long"))

    head = publisher.built("case-study/long").head
    assert len(head.title) <= 120
    assert head.title.endswith("…")
    assert head.source.title == title.strip()


def test_a_long_summary_becomes_the_first_section(publisher: Publisher) -> None:
    summary = "word " * 61
    outcome(publisher, replace(ITEM, slug="long", fields={**ITEM.fields, "summary": summary}))

    entry = publisher.built("case-study/long")
    assert entry.head.summary == ""
    assert [(found.title, found.role) for found in entry.sections] == [
        ("In short", SectionRole.SUMMARY),
        ("The problem", SectionRole.PROBLEM),
    ]


def test_marks_in_a_summary_are_taken_out(publisher: Publisher) -> None:
    summary = "**What** `it` is [here](x), {#a} <b>bold</b> [^1]."
    outcome(publisher, replace(ITEM, fields={**ITEM.fields, "summary": summary}))

    assert publisher.built("case-study/a-hotline-what-it-does").head.summary.startswith("What it")


def test_values_that_the_format_does_not_allow_are_told(publisher: Publisher) -> None:
    fields = {**ITEM.fields, "source_url": "ftp://x", "source_date": "soon", "language": "English"}

    told = remarks(publisher, replace(ITEM, fields=fields))

    assert [(one.why, one.text) for one in told] == [
        (Why.ADDRESS, "ftp://x"),
        (Why.OF_SOURCE, "soon"),
        (Why.OF_SOURCE, "English"),
    ]


def test_an_item_that_no_entry_can_hold_is_told_and_not_written(publisher: Publisher) -> None:
    blocks = tuple(Paragraph((Span("word " * 1_000),)) for _ in range(70))
    text = (Section("Long", SectionRole.OTHER, blocks),)

    (told,) = remarks(publisher, replace(ITEM, sections=text))

    assert told.why is Why.TOO_LONG
    assert not (publisher.folder / "entries").exists()


def test_records_and_lists_are_written_as_the_format_has_them(publisher: Publisher) -> None:
    publisher.entry("case-study/told")
    fields: dict[str, Any] = {
        "summary": "A line.",
        "source_url": "https://example.org/x",
        "source_date": "2024",
        "service_kind": "helpline",
        "stated_by": "told",
        "channels": [{"type": "telephone", "value": "116"}, {"type": "other", "value": "a: b"}],
    }
    outcome(publisher, Item("row 1", Kind.HELP_SERVICE, "A line", fields=fields))

    part = publisher.built("help-service/a-line").part
    assert isinstance(part, HelpService)
    assert [(one.type, one.value) for one in part.channels] == [
        ("telephone", "116"),
        ("other", "a: b"),
    ]
