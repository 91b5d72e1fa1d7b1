from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.nodes import MAX_YAML, Listing, Record, Scalar, moved, read_yaml


@pytest.fixture
def log() -> FaultLog:
    return FaultLog("a.yaml")


def test_each_field_knows_its_line(log: FaultLog) -> None:
    record = read_yaml("title: A\n\nwords:\n  - one\n  - two\n", log, first_line=10)

    assert record is not None
    assert record.fields["title"] == Scalar("A", 10)
    assert record.fields["words"] == Listing((Scalar("one", 13), Scalar("two", 14)), 13)
    assert record.key_lines == {"title": 10, "words": 12}


def test_norway_stays_norway_and_dates_and_numbers_stay_as_written(log: FaultLog) -> None:
    record = read_yaml("a: NO\nb: 002\nc: 2024-10-11\nd: 1:30\ne: 1_000\nf: .inf", log)

    assert record is not None
    assert [node.text for node in record.fields.values() if isinstance(node, Scalar)] == [
        "NO",
        "002",
        "2024-10-11",
        "1:30",
        "1_000",
        ".inf",
    ]


@pytest.mark.parametrize("nothing", ["a:", "a: ~", "a: null", 'a: ""'])
def test_nothing_is_an_empty_text(log: FaultLog, nothing: str) -> None:
    assert read_yaml(nothing, log) == Record({"a": Scalar("", 1)}, 1, {"a": 1})


def test_an_empty_document_has_no_fields(log: FaultLog) -> None:
    assert read_yaml("# nothing yet\n", log) == Record({}, 1)


def test_a_field_that_stands_twice_is_a_fault_and_the_first_counts(log: FaultLog) -> None:
    record = read_yaml("list:\n  - a: 1\n    a: 2\n", log)

    assert record is not None
    assert record.fields["list"] == Listing((Record({"a": Scalar("1", 2)}, 2, {"a": 2}),), 2)
    assert str(log.found[0]) == (
        "a.yaml:3: fault: list[1].a: stands twice: it stands in line 2 already. Allowed: “a” once"
    )


def test_a_name_that_is_no_word_is_a_fault(log: FaultLog) -> None:
    assert read_yaml("[a, b]: c", log) == Record({}, 1)
    assert log.found[0].problem == "has a name that is no word"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\nb: *x", "anchors"),
        ("b: *x", "anchors"),
        ("a: !!python/object/apply:os.system [ls]", "tags"),
        ("a: !secret x", "tags"),
        ("a: " + "[" * 5000, "deep"),
        ("a: 1\n---\nb: 2", "not YAML"),
        ("a: 'open", "not YAML"),
        ("a: b: c", "not YAML"),
        ("a: \x01", "not YAML"),
        ("- one\n- two", "no fields"),
        ("word", "no fields"),
        ("a: " + "x" * MAX_YAML, "too many"),
    ],
)
def test_what_a_workspace_does_not_need_is_refused(log: FaultLog, text: str, said: str) -> None:
    assert read_yaml(text, log) is None
    assert said in log.found[0].problem


def test_a_bomb_of_aliases_is_refused_at_once(log: FaultLog) -> None:
    levels = [f"l{n}: &l{n} [*l{n - 1}, *l{n - 1}, *l{n - 1}]" for n in range(1, 60)]
    with in_good_time():
        assert read_yaml("l0: &l0 [x, x]\n" + "\n".join(levels), log) is None


def test_a_fault_in_yaml_names_the_line_in_the_file(log: FaultLog) -> None:
    read_yaml("a: 1\nb: 2\nc: [", log, first_line=2)

    assert log.found[0].line == 4


def test_fields_can_be_moved_to_one_line() -> None:
    node = Record({"a": Listing((Scalar("x", 5), Record({}, 6)), 4)}, 3)

    assert moved(node, 1) == Record({"a": Listing((Scalar("x", 1), Record({}, 1)), 1)}, 1)


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`? \n\t,0", max_size=60))
def test_whatever_is_written_is_fields_or_a_fault(text: str) -> None:
    log = FaultLog("a.yaml")

    assert read_yaml(text, log) is not None or log.found
