from __future__ import annotations

import pytest

from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.front_matter import split_front_matter
from fieldcat.publishing.nodes import Scalar


@pytest.fixture
def log() -> FaultLog:
    return FaultLog("a.md")


def test_fields_and_text_keep_their_lines(log: FaultLog) -> None:
    parts = split_front_matter("---\ntitle: A\n---\n\nWords.\n", log)

    assert parts is not None
    assert parts.fields.fields == {"title": Scalar("A", 2)}
    assert (parts.text, parts.first_line) == ("\nWords.\n", 4)


def test_a_rule_in_the_text_does_not_end_the_fields_again(log: FaultLog) -> None:
    parts = split_front_matter("---\ntitle: A\n---\nOne\n\n---\n\nTwo", log)

    assert parts is not None
    assert parts.text == "One\n\n---\n\nTwo"


def test_a_file_without_text_has_an_empty_one(log: FaultLog) -> None:
    parts = split_front_matter("---\n---", log)

    assert parts is not None
    assert (parts.fields.fields, parts.text) == ({}, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "does not start with its fields"),
        ("# Title\n", "does not start with its fields"),
        ("---\ntitle: A\n", "has fields without an end"),
        ("---\ntitle: [\n---\n", "is not YAML"),
    ],
)
def test_a_file_without_both_parts_is_a_fault(log: FaultLog, text: str, problem: str) -> None:
    assert split_front_matter(text, log) is None
    assert log.found[0].problem.startswith(problem)
