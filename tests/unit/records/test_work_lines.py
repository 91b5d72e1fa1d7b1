"""What a process of ours says is read like what a stranger says."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.progress import Progress
from fieldcat.errors import (
    BundleOlderError,
    DiskFullError,
    FieldcatError,
    RecordError,
    WorkEndedError,
)
from fieldcat.records.work_lines import (
    MAX_LINE_BYTES,
    DoneLine,
    FailedLine,
    ProgressLine,
    decode_line,
    encode_done,
    encode_failure,
    encode_progress,
    error_of,
)


def carried(error: FieldcatError) -> FieldcatError:
    line = decode_line(encode_failure(error))
    assert isinstance(line, FailedLine)
    return error_of(line)


def test_a_step_is_one_line() -> None:
    line = encode_progress(Progress("indexing", 20, 210))
    assert line.count(b"\n") == 1
    assert decode_line(line) == ProgressLine("indexing", 20, 210)


def test_a_result_is_carried_as_it_is() -> None:
    line = decode_line(encode_done(b'{"generation": 2}'))
    assert isinstance(line, DoneLine)
    assert json.loads(bytes(line.result)) == {"generation": 2}


def test_an_error_keeps_its_kind_its_words_and_its_data() -> None:
    error = carried(BundleOlderError("an older edition", path="été.fieldcat", edition=1, here=2))
    assert type(error) is BundleOlderError
    assert str(error) == "an older edition"
    assert error.data == {"path": "été.fieldcat", "edition": 1, "here": 2}


def test_an_error_about_a_file_whose_name_is_no_text_travels() -> None:
    sent = BundleOlderError("ma\udcf1ana", path="ma\udcf1ana.fieldcat", others=("a\udcff",), here=3)
    told = decode_line(encode_failure(sent))
    assert isinstance(told, FailedLine)
    assert told.data == {"path": "ma?ana.fieldcat", "others": ("a?",), "here": 3}


def test_what_of_an_error_cannot_travel_is_left_out() -> None:
    error = carried(DiskFullError(path="p", huge=2**80, long="x" * 5_000, kind=object()))
    assert error.data == {"path": "p"}
    assert len(str(carried(DiskFullError("x" * 5_000)))) == 2_000


def test_no_datum_is_taken_for_the_words_of_an_error() -> None:
    line = decode_line(b'{"line":"failed","code":"disk-full","detail":"a","data":{"detail":"b"}}')
    assert isinstance(line, FailedLine)
    assert str(error_of(line)) == "a"


def test_an_error_of_a_kind_that_nobody_knows_is_the_end_of_the_work() -> None:
    line = decode_line(b'{"line":"failed","code":"from-tomorrow"}')
    assert isinstance(line, FailedLine)
    assert type(error_of(line)) is WorkEndedError


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"Traceback (most recent call last):\n",
        b"[]",
        b'{"line":"preview"}',
        b'{"line":"progress"}',
        b'{"line":"progress","stage":"Indexing"}',
        b'{"line":"progress","stage":"x","done":-1}',
        b'{"line":"progress","stage":"x","done":1e99}',
        b'{"line":"failed","code":"x","data":{"a":{"b":1}}}',
        b'{"line":"failed","code":"x","detail":"\xff"}',
        b'{"line":"done","result":' + b"[" * 100_000,
        b" " * (MAX_LINE_BYTES + 1),
    ],
    ids=lambda line: repr(line[:40]),
)
def test_what_is_no_line_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError):
        decode_line(line)


@given(st.binary(max_size=200))
def test_no_bytes_lead_further_than_to_a_refusal(line: bytes) -> None:
    with suppress(RecordError):
        decode_line(line)


def test_a_result_that_nobody_would_read_is_not_sent() -> None:
    with pytest.raises(RecordError):
        encode_done(b'"' + b"x" * MAX_LINE_BYTES + b'"')
