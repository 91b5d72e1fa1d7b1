from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from tests.belongings import SEVERAL
from tests.sessions import contents, corrections, held, sessions, steps

from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.session import Content, Discussion, OwnText, Quiz, Session
from fieldcat.errors import RecordError
from fieldcat.records.sessions import (
    CorrectionRecord,
    HeldRecord,
    SessionRecord,
    correction_of,
    correction_record,
    held_of,
    held_record,
    session_of,
    session_record,
)
from fieldcat.records.step_contents import decode_content, encode_content


@SEVERAL
@given(contents)
def test_what_a_step_shows_can_be_read_again(content: Content) -> None:
    assert decode_content(encode_content(content)) == content


@SEVERAL
@given(sessions(steps()))
def test_a_session_can_be_read_again(session: Session) -> None:
    data = msgspec.json.encode(session_record(session))
    assert session_of(msgspec.json.decode(data, type=SessionRecord)) == session


@given(held)
def test_what_was_held_can_be_read_again(one: HeldSession) -> None:
    data = msgspec.json.encode(held_record(one))
    assert held_of(msgspec.json.decode(data, type=HeldRecord)) == one


@given(corrections)
def test_a_correction_can_be_read_again(wrong: Correction) -> None:
    data = msgspec.json.encode(correction_record(wrong))
    assert correction_of(msgspec.json.decode(data, type=CorrectionRecord)) == wrong


def test_each_kind_has_its_word() -> None:
    assert json.loads(encode_content(Discussion("Why?")))["step"] == "discussion"
    assert json.loads(encode_content(OwnText("Hello"))) == {"step": "text", "text": "Hello"}


def test_a_field_that_a_newer_program_added_is_passed_over() -> None:
    assert decode_content('{"step": "text", "text": "Hello", "colour": "red"}') == OwnText("Hello")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "{}",
        '{"step": "film"}',
        '{"step": "text"}',
        '{"step": "text", "text": 7}',
        '{"step": "quiz", "question": "Q", "answers": ["A"], "right": 1}',
        '{"step": "quiz", "question": "Q", "answers": [], "right": 0}',
        '{"step": "picture", "asset": "x", "alternative": ""}',
        '{"step": "text", "text": "' + "x" * 20_001 + '"}',
        '{"step": "discussion", "question": "Q", "points": ' + "[" * 10_000,
    ],
)
def test_what_no_step_can_show_is_refused(data: str) -> None:
    with pytest.raises(RecordError):
        decode_content(data)


def test_what_nobody_could_read_again_is_not_written() -> None:
    with pytest.raises(RecordError):
        encode_content(OwnText("x" * 20_001))
    with pytest.raises(RecordError):
        encode_content(Quiz("Q", ("A",), 3))
