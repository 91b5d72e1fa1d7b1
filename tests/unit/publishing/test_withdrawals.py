"""What is published no more is said, with a reason."""

from __future__ import annotations

from fieldcat.domain.entry import EntryId

from .conftest import Publisher


def test_a_withdrawal_has_its_reason_the_editions_date_and_what_stands_for_it(
    publisher: Publisher,
) -> None:
    publisher.entry("tool/hammer")
    publisher.write(
        "withdrawn.yaml",
        "withdrawn:\n  - entry: tool/saw\n    reason: It was wrong.\n"
        "    replaced_by: tool/hammer\n",
    )
    [withdrawal] = publisher.build().withdrawn
    assert str(withdrawal.entry) == "tales/tool/saw"
    assert withdrawal.reason == "It was wrong."
    assert withdrawal.date == "2026-11-22"
    assert withdrawal.replaced_by == EntryId.parse("tales/tool/hammer")


def test_what_is_still_there_cannot_be_withdrawn(publisher: Publisher) -> None:
    publisher.entry("tool/hammer")
    publisher.write("withdrawn.yaml", "withdrawn:\n  - entry: tool/hammer\n    reason: Wrong.\n")
    [fault] = publisher.faults()
    assert (fault.file, fault.line) == ("withdrawn.yaml", 2)
    assert "is still there" in fault.problem


def test_every_withdrawal_needs_a_reason_and_an_entry_of_its_own(publisher: Publisher) -> None:
    publisher.entry("tool/hammer")
    publisher.write(
        "withdrawn.yaml",
        "withdrawn:\n"
        "  - entry: tool/saw\n"
        "  - entry: tool/saw\n    reason: Twice.\n"
        "  - entry: other/tool/saw\n    reason: Not ours.\n"
        "  - entry: tool\n    reason: No entry.\n"
        "  - reason: None.\n    because: Misspelt.\n",
    )
    assert [fault.field for fault in publisher.faults()] == [
        "withdrawn[1].reason",
        "withdrawn[2].entry",
        "withdrawn[3].entry",
        "withdrawn[4].entry",
        "withdrawn[5].entry",
        "withdrawn[5].because",
    ]
