"""What a draft still lacks: told when it is built, and never released."""

from __future__ import annotations

from typing import Any

import pytest

from fieldcat.errors import WorkspaceError
from fieldcat.publishing.building import build
from fieldcat.publishing.rules import Level

from .conftest import Publisher
from .test_pictures import png


@pytest.mark.parametrize("field", ["summary", "source_url", "source_date", "title"])
def test_what_a_draft_lacks_is_a_gap_and_does_not_stop_the_build(
    publisher: Publisher, field: str
) -> None:
    missing: dict[str, Any] = {field: None}
    publisher.entry(status="draft", **missing)

    gaps = [fault for fault in publisher.build().warnings if fault.level is Level.GAP]

    assert (field, "is missing") in [(gap.field, gap.problem) for gap in gaps]


def test_a_draft_without_a_summary_is_built_as_it_is(publisher: Publisher) -> None:
    publisher.entry(status="draft", summary=None)

    assert publisher.built().head.summary == ""


def test_a_draft_that_no_record_can_hold_is_left_out_and_told(publisher: Publisher) -> None:
    publisher.entry("organisation/band", status="draft", organisation_kind=None)
    publisher.entry("organisation/band.sw", more="translates: 1")
    publisher.entry(more="organisations:\n  - {organisation: band, role: lead}")

    built = publisher.build()

    assert [str(entry.id) for entry in built.entries] == ["tales/tool/hammer"]
    assert [party.name for party in built.entries[0].head.organisations] == ["A title"]
    assert any("is left out of what is built" in fault.problem for fault in built.warnings)


def test_a_picture_without_words_is_a_gap_of_a_draft(publisher: Publisher) -> None:
    publisher.write("assets/dot.png", png(8, 8))
    publisher.entry(status="draft", text="## A {#a role=about}\n\n![](assets/dot.png)\n")

    assert Level.GAP in [fault.level for fault in publisher.build().warnings]


def test_a_discouraged_word_is_a_gap_of_a_draft(publisher: Publisher) -> None:
    publisher.entry("term/good", more="discouraged: [{word: badword}]")
    publisher.entry(status="draft", title="A badword")

    assert Level.GAP in [fault.level for fault in publisher.build().warnings]


def test_what_is_wrong_in_a_draft_stops_the_build_all_the_same(publisher: Publisher) -> None:
    publisher.entry(status="draft", countries="[XX]")

    with pytest.raises(WorkspaceError):
        publisher.build()


@pytest.mark.parametrize("fields", [{}, {"summary": None}])
def test_no_draft_is_released(publisher: Publisher, fields: dict[str, Any]) -> None:
    publisher.entry(status="draft", **fields)

    with pytest.raises(WorkspaceError) as refused:
        build(publisher.folder, release=True)

    assert Level.GAP in [fault.level for fault in refused.value.data["faults"]]  # type: ignore[attr-defined]  # the test says what it is


def test_what_is_no_draft_is_released(publisher: Publisher) -> None:
    publisher.entry(status="ready")

    assert len(build(publisher.folder, release=True).entries) == 1


def test_that_an_entry_is_a_draft_is_said_once_where_it_stops_a_release(
    publisher: Publisher,
) -> None:
    publisher.entry(status="draft")

    with pytest.raises(WorkspaceError) as stopped:
        build(publisher.folder, release=True)

    faults = stopped.value.data["faults"]
    assert isinstance(faults, tuple)
    (fault,) = faults
    assert (fault.level, fault.field) == (Level.GAP, "status")
