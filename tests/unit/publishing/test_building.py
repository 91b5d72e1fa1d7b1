from __future__ import annotations

from dataclasses import replace

import pytest

from fieldcat.errors import WorkspaceError
from fieldcat.publishing.rules import Level

from .conftest import TEXT, Publisher


def test_entries_come_in_order_of_id_originals_before_translations(
    publisher: Publisher,
) -> None:
    for name in ("tool/saw", "term/zeal", "tool/hammer"):
        publisher.entry(name)
    for language in ("sw", "fr"):
        head = "kind: tool\ntitle: T\nsummary: S.\ntranslates: 1"
        publisher.write(f"entries/tool/hammer.{language}.md", f"---\n{head}\n---\n{TEXT}")

    entries = publisher.build().entries

    assert [(str(entry.id), entry.head.language) for entry in entries] == [
        ("tales/term/zeal", "en"),
        ("tales/tool/hammer", "en"),
        ("tales/tool/hammer", "fr"),
        ("tales/tool/hammer", "sw"),
        ("tales/tool/saw", "en"),
    ]


def test_the_same_workspace_makes_the_same_collection(publisher: Publisher) -> None:
    publisher.entry("tool/saw")
    publisher.entry("tool/hammer")

    assert publisher.build() == publisher.build()


def test_organisations_are_named_in_the_language_of_the_entry(publisher: Publisher) -> None:
    publisher.entry("organisation/police", title="The Police")
    publisher.write(
        "entries/organisation/police.sw.md",
        "---\nkind: organisation\ntitle: Polisi\nsummary: S.\ntranslates: 1\n---\n" + TEXT,
    )
    for name, language in (("tool/hammer", "en"), ("tool/saw", "sw"), ("tool/axe", "fr")):
        who = "[{organisation: police, role: lead}]"
        publisher.entry(name, language=language, organisations=who)

    named = {entry.id.slug: entry.head.organisation for entry in publisher.build().entries}

    assert (named["hammer"], named["saw"], named["axe"]) == ("The Police", "Polisi", "The Police")


def test_faults_stop_the_build_and_are_handed_over_with_the_warnings(
    publisher: Publisher,
) -> None:
    publisher.entry("tool/hammer", title=None)
    publisher.entry("tool/saw", status="draft")

    with pytest.raises(WorkspaceError) as caught:
        publisher.build()

    faults = caught.value.data["faults"]
    assert isinstance(faults, tuple)
    assert [fault.level for fault in faults] == [Level.FAULT, Level.WARNING]
    assert "1 faults" in str(caught.value)


def test_a_folder_that_is_not_there_has_a_fault(publisher: Publisher) -> None:
    elsewhere = replace(publisher, folder=publisher.folder / "none")

    with pytest.raises(WorkspaceError):
        elsewhere.build()
