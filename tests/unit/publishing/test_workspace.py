from __future__ import annotations

import os
from pathlib import Path

import pytest

from fieldcat.domain.entry import EntryId, Kind, Tool
from fieldcat.publishing.rules import Level
from fieldcat.publishing.workspace import read_workspace

from .conftest import TEXT, Publisher


def test_entries_come_from_folders_and_tables(publisher: Publisher) -> None:
    publisher.entry("tool/hammer")
    publisher.table(
        "terms",
        "slug,title,summary,source_url,source_date",
        "grooming,Grooming,It is.,https://example.org,2024",
    )

    workspace = read_workspace(publisher.folder)

    assert workspace.known == {
        EntryId("tales", Kind.TOOL, "hammer"),
        EntryId("tales", Kind.TERM, "grooming"),
    }
    assert len(workspace.drafts) == 2


def test_a_workspace_may_have_nothing_but_its_settings(publisher: Publisher) -> None:
    assert publisher.build().entries == ()


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("entries/tools/hammer.md", "tool (did you mean that?)"),
        ("entries/hammer.md", "case-study, "),
        ("entries/tool/hammer.txt", "files *.md"),
        ("entries/tool/more/hammer.md", "files *.md"),
        ("entries/tool/The Hammer.md", "small letters"),
        ("entries/tool/hammer.english.md", "SLUG.LANGUAGE.md"),
        ("vocabularies/topics.yml", "files *.yaml"),
        ("tables/terms.xlsx", "files *.csv"),
    ],
)
def test_what_would_be_missed_is_a_fault(publisher: Publisher, name: str, allowed: str) -> None:
    publisher.write(name, "x")

    fault = publisher.only_fault()

    assert name.startswith(fault.file)
    assert fault.line == 0
    assert fault.allowed.startswith(allowed)


def test_a_folder_that_is_not_read_is_a_warning(publisher: Publisher) -> None:
    publisher.write("entry/tool/hammer.md", "x")

    warning = publisher.only_fault()

    assert (warning.file, warning.level) == ("entry", Level.WARNING)


def test_what_systems_and_editors_leave_behind_is_passed_over(publisher: Publisher) -> None:
    for name in (".git/config", "entries/.DS_Store", "entries/tool/Thumbs.db", "README.md"):
        publisher.write(name, "x")

    assert publisher.faults() == ()


def test_an_id_stands_once_and_both_places_are_named(publisher: Publisher) -> None:
    publisher.entry("tool/hammer")
    publisher.table(
        "tools",
        "slug,title,summary,source_url,source_date",
        "hammer,Hammer,It is.,https://example.org,24",
    )

    twice, date = sorted(publisher.faults(), key=lambda fault: fault.field)

    assert (twice.file, twice.line, twice.field) == ("tables/tools.csv", 2, "slug")
    assert twice.problem == "tool/hammer stands twice: it is in entries/tool/hammer.md too"
    assert date.field == "source_date"


def test_two_rows_with_one_slug_name_the_line_of_the_first(publisher: Publisher) -> None:
    line = "hammer,Hammer,It is.,https://example.org,2024"
    publisher.table("tools", "slug,title,summary,source_url,source_date", line, line)

    assert publisher.only_fault().problem.endswith("it is in tables/tools.csv:2 too")


def test_an_entry_that_cannot_be_read_is_no_fault_of_those_that_name_it(
    publisher: Publisher,
) -> None:
    publisher.write("entries/tool/saw.md", b"\xff")
    publisher.entry("tool/hammer", related="[tool/saw]")

    assert publisher.only_fault().file == "entries/tool/saw.md"


def test_all_faults_are_found_in_one_run(publisher: Publisher) -> None:
    publisher.write("workspace.yaml", "format: 1\ncollection: tales\n")
    publisher.write("vocabularies/topics.yaml", "version: x\n")
    publisher.entry("tool/hammer", title=None, text=TEXT + "\n<b>\n")
    publisher.entry("tool/saw", related="[tool/axe]")
    publisher.table("terms", "slug,title", "one,One")

    found = [(fault.file, fault.line) for fault in publisher.faults()]

    assert {file for file, _ in found} == {
        "workspace.yaml",
        "vocabularies/topics.yaml",
        "entries/tool/hammer.md",
        "entries/tool/saw.md",
        "tables/terms.csv",
    }
    assert found == sorted(found)


def translation(publisher: Publisher, *, text: str = TEXT, more: str = "", **own: str) -> None:
    fields = {"kind": "tool", "title": "Nyundo", "summary": "Ni nyundo.", "translates": "1", **own}
    head = "\n".join(f"{name}: {value}" for name, value in fields.items() if value)
    publisher.write("entries/tool/hammer.sw.md", f"---\n{head}\n{more}---\n{text}")


def test_a_translation_takes_from_the_original_what_it_does_not_state(
    publisher: Publisher,
) -> None:
    publisher.entry(more="countries: [TZ]\nprovider: Us\ntopics: [schools]\n")
    translation(publisher, more="provider: Sisi\n")

    entry = publisher.built(language="sw")

    assert entry.id == publisher.built().id
    assert (entry.head.title, entry.head.translates) == ("Nyundo", 1)
    assert entry.head.countries == ("TZ",)
    assert entry.head.source == publisher.built().head.source
    assert entry.part == Tool(provider="Sisi")


def test_a_translation_states_title_summary_and_what_it_translates(
    publisher: Publisher,
) -> None:
    publisher.entry(revision="2")
    translation(publisher, title="", summary="", translates="")

    assert [fault.field for fault in publisher.faults()] == ["title", "summary", "translates"]


def test_a_table_s_entry_can_be_translated(publisher: Publisher) -> None:
    publisher.table(
        "tools",
        "slug,title,summary,source_url,source_date,countries",
        "hammer,Hammer,It is.,https://example.org,2024,TZ",
    )
    translation(publisher)

    assert publisher.built(language="sw").head.countries == ("TZ",)


def test_the_original_s_faults_are_said_once_and_the_translation_s_too(
    publisher: Publisher,
) -> None:
    publisher.entry(source_date="soon", topics="[scool]")
    translation(publisher, text=TEXT + "\n<b>\n", more="year: x\n")

    assert [(fault.file, fault.field) for fault in publisher.faults()] == [
        ("entries/tool/hammer.md", "source_date"),
        ("entries/tool/hammer.md", "topics[1]"),
        ("entries/tool/hammer.sw.md", "year"),
        ("entries/tool/hammer.sw.md", "text"),
    ]


def test_a_translation_states_the_original_s_figures_in_its_own_text(
    publisher: Publisher,
) -> None:
    figures = "figures:\n  - {id: n, value: 1, unit: a, counts: b, section: about}\n"
    publisher.entry(text="## A {#about role=about}\n\n[One](figure:n).\n", more=figures)
    translation(publisher)

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == (
        "entries/tool/hammer.sw.md",
        "the text does not state “n”",
    )


def test_a_translation_of_nothing_is_a_fault(publisher: Publisher) -> None:
    translation(publisher)

    assert publisher.only_fault().problem == "there is no original tool/hammer that can be read"


def test_a_translation_says_the_language_of_its_name(publisher: Publisher) -> None:
    publisher.entry()
    translation(publisher, language="fr")

    fault = publisher.only_fault()

    assert (fault.field, fault.allowed) == ("language", "sw")


def test_a_folder_that_the_system_refuses_is_a_fault(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "tables":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    publisher.table("tools", "slug")
    monkeypatch.setattr(Path, "iterdir", refuse)

    assert str(publisher.only_fault()) == "tables: fault: cannot be read: Permission denied"


def test_a_pipe_is_not_waited_for(publisher: Publisher) -> None:
    publisher.entry("tool/saw")
    os.mkfifo(publisher.folder / "entries/tool/hammer.md")

    assert publisher.only_fault().problem == "is not a plain file"


@pytest.mark.parametrize("linked", ["entries", "entries/tool", "vocabularies", "tables"])
def test_a_linked_folder_is_a_fault_and_not_followed(publisher: Publisher, linked: str) -> None:
    publisher.entry("tool/hammer")
    publisher.table("terms", "slug,title,summary,source_url,source_date")
    outside = publisher.folder.parent / "outside"
    (publisher.folder / linked).rename(outside)
    (publisher.folder / linked).symlink_to(outside, target_is_directory=True)

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == (linked, "is a link")


def test_a_linked_file_is_a_fault(publisher: Publisher) -> None:
    publisher.entry("tool/hammer")
    file = publisher.folder / "entries/tool/hammer.md"
    file.rename(publisher.folder.parent / "hammer.md")
    file.symlink_to(publisher.folder.parent / "hammer.md")

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == ("entries/tool/hammer.md", "is a link")


def test_a_workspace_may_itself_be_reached_by_a_link(publisher: Publisher, tmp_path: Path) -> None:
    publisher.entry("tool/hammer")
    link = tmp_path / "link"
    link.symlink_to(publisher.folder, target_is_directory=True)

    assert not read_workspace(link).faults
