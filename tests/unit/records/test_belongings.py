from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.belongings import SEVERAL, belongings, in_order

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.keeping import Folder
from fieldcat.errors import BelongingsError, NewerFormatError
from fieldcat.records.belongings import (
    BELONGINGS_FORMAT,
    decode_belongings,
    decode_belongings_file,
    encode_belongings,
)
from fieldcat.records.carried_files import MAX_FILE_BYTES
from fieldcat.records.names import legible, tidy_name

MOMENT = "2026-11-22T16:03:00.250Z"
ID = "0" * 32
ENTRY = "fieldcat/case-study/viguias"
PICTURE = b"bytes of a picture"
WHOLE: dict[str, Any] = {
    "fieldcat": "belongings",
    "format": 1,
    "folders": [{"number": 1, "name": "Monday"}, {"number": 2, "name": "Morning", "in": 1}],
    "bookmarks": [
        {"entry": ENTRY, "title": "T", "revision": 1, "kept_at": MOMENT, "folder": 2},
    ],
    "notes": [
        {
            "id": ID,
            "entry": ENTRY,
            "title": "T",
            "revision": 1,
            "text": "Ring first.",
            "made_at": MOMENT,
            "changed_at": MOMENT,
            "passage": {"block": "b", "quotation": "q", "before": "x", "after": "y"},
            "carried": ["0123456789abcdef"],
        }
    ],
    "readings": [
        {
            "entry": ENTRY,
            "title": "T",
            "read_at": MOMENT,
            "place": {"piece": "p", "fraction": 0.5, "passage": [0, 7, 1.5]},
        }
    ],
    "searches": [
        {
            "id": ID,
            "name": "Hotlines",
            "text": "hotline",
            "filters": {"country": ["CO"]},
            "sort": "newest",
            "saved_at": MOMENT,
            "seen_at": MOMENT,
            "seen": {"fieldcat": {"case-study": ["viguias"]}},
        }
    ],
    "sessions": [
        {
            "id": ID,
            "title": "Parents’ evening",
            "made_at": MOMENT,
            "changed_at": MOMENT,
            "day": "2026-11-26",
            "starts": "17:00:00",
            "country": "TZ",
            "place": "Mwanza",
            "audience": "parents-and-carers",
            "language": "sw",
            "length": 65,
            "steps": [
                {
                    "id": ID,
                    "content": {"step": "discussion", "question": "Who would your child tell?"},
                    "minutes": 10,
                    "notes": "Ask in pairs first.",
                }
            ],
        }
    ],
    "held": [
        {
            "id": ID,
            "session": ID,
            "title": "Parents’ evening",
            "held_on": "2026-11-26",
            "made_at": MOMENT,
            "changed_at": MOMENT,
            "country": "TZ",
            "reached": 40,
            "shown": [{"step": ID, "what": "discussion", "title": "Who would your child tell?"}],
        }
    ],
    "corrections": [
        {
            "id": ID,
            "entry": ENTRY,
            "title": "T",
            "revision": 1,
            "words": "It is 277 now.",
            "made_at": MOMENT,
            "changed_at": MOMENT,
            "about": "municipalities",
        }
    ],
    "pictures": {sha256(PICTURE).hexdigest(): b64encode(PICTURE).decode()},
}

Spoil = Callable[[dict[str, Any]], object]


def written(record: object) -> bytes:
    return json.dumps(record).encode()


def spoilt(spoil: Spoil) -> bytes:
    record = json.loads(written(WHOLE))
    spoil(record)
    return written(record)


def reason(data: bytes) -> object:
    with pytest.raises(BelongingsError) as caught:
        decode_belongings(data)
    return caught.value.data["reason"]


# --- whole files ------------------------------------------------------------------------------


@SEVERAL
@given(belongings())
def test_what_is_written_can_be_read_again(made: Belongings) -> None:
    assert in_order(decode_belongings(encode_belongings(made))) == in_order(made)


def test_a_file_as_the_documentation_shows_it_is_read() -> None:
    found = decode_belongings(written(WHOLE))
    assert encode_belongings(decode_belongings(encode_belongings(found))) == encode_belongings(
        found
    )
    assert [folder.parent for folder in found.folders] == [None, 1]
    assert found.notes[0].made_at.microsecond == 250_000


def test_what_is_written_reads_like_the_documentation() -> None:
    whole = decode_belongings_file(written(WHOLE))
    text = encode_belongings(whole.belongings, whole.pictures).decode()
    expected = json.loads(written(WHOLE))
    expected["bookmarks"][0]["kept_at"] = "2026-11-22T16:03:00Z"
    found = json.loads(text)
    kinds = ("notes", "readings", "searches", "sessions", "held", "corrections")
    for note in (one for kind in kinds for one in found[kind]):
        for key in note.keys() & {"made_at", "changed_at", "read_at", "saved_at", "seen_at"}:
            note[key] = note[key].replace("250000", "250")
    assert found == expected
    assert text.startswith('{\n "fieldcat": "belongings",\n "format": 1')
    assert text.endswith("}\n")


def test_an_empty_file_of_belongings_holds_nothing() -> None:
    assert decode_belongings(written({"fieldcat": "belongings", "format": 1})).is_empty


def test_a_field_that_a_newer_program_added_is_passed_over() -> None:
    record = json.loads(written(WHOLE))
    record["colours"] = ["red"]
    record["notes"][0]["colour"] = "red"
    assert decode_belongings(written(record)) == decode_belongings(written(WHOLE))


@pytest.mark.parametrize("text", ["", "no Base64!", b64encode(b"another picture").decode()])
def test_a_picture_that_is_not_what_it_is_called_is_left_out(text: str) -> None:
    data = spoilt(_set("pictures", sha256(PICTURE).hexdigest(), to=text))
    assert decode_belongings_file(data).pictures == {}
    assert decode_belongings(data).sessions


def test_what_an_editor_puts_before_a_file_does_no_harm() -> None:
    assert decode_belongings(b"\xef\xbb\xbf" + written(WHOLE)).notes


def test_what_lies_in_a_folder_that_is_not_in_the_file_lies_in_none() -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["folders"] = [{"number": 2, "name": "Morning", "in": 1}]
        record["bookmarks"][0]["folder"] = 9

    found = decode_belongings(spoilt(spoil))
    assert found.folders == (Folder(2, "Morning"),)
    assert found.bookmarks[0].folder is None


# --- names ------------------------------------------------------------------------------------


def test_names_and_titles_cannot_pass_for_others() -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["folders"][0]["name"] = "  exe\u202e.jpg\n "
        record["bookmarks"][0]["title"] = "a\u2066b"
        record["searches"][0]["name"] = "a\u202db"

    found = decode_belongings(spoilt(spoil))
    assert found.folders[0].name == "exe.jpg"
    assert found.bookmarks[0].title == "ab"
    assert found.searches[0].name == "ab"


@given(st.text(st.characters(), max_size=20))
def test_any_text_can_be_made_legible_and_legible_text_stays(text: str) -> None:
    once = legible(text)
    assert legible(once) == once
    assert once.encode().decode() == once
    if all(not 0xD800 <= ord(letter) < 0xE000 for letter in text):
        assert once == text


def test_a_very_long_name_is_cut() -> None:
    assert len(tidy_name("x" * 5_000)) == 1_000


# --- files that are not taken in --------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"[]",
        b"{}",
        b"SQLite format 3\0",
        b"\xff\xfe{\0",
        written({"fieldcat": "casebook", "format": 1}),
        written({"bookmarks": []}),
        b'{"a": "\\"fieldcat\\":\\"belongings\\""}',
    ],
)
def test_another_programs_file_is_told_as_such(data: bytes) -> None:
    assert reason(data) == "foreign"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_damaged(share: float) -> None:
    data = encode_belongings(decode_belongings(written(WHOLE)))
    assert reason(data[: int(len(data) * share)]) == "damaged"


def test_a_file_of_a_newer_format_is_told_as_such_whatever_is_in_it() -> None:
    record = {"fieldcat": "belongings", "format": 2, "bookmarks": "otherwise"}
    with pytest.raises(NewerFormatError) as caught:
        decode_belongings(written(record))
    assert caught.value.data == {"found": 2, "known": BELONGINGS_FORMAT}


def _set(*path: str | int, to: object) -> Spoil:
    def spoil(record: Any) -> None:
        for step in path[:-1]:
            record = record[step]
        record[path[-1]] = to

    return spoil


def _twice(kind: str) -> Spoil:
    return lambda record: record[kind].append(record[kind][0])


@pytest.mark.parametrize(
    "spoil",
    [
        _set("format", to=0),
        _set("format", to="1"),
        _set("folders", to={}),
        _set("folders", 0, "name", to=""),
        _set("folders", 0, "name", to=" \u202e "),
        _set("folders", 0, "number", to=-1),
        _set("folders", 0, "number", to=2**70),
        _set("folders", 0, "in", to=2),
        _set("folders", 1, "in", to=2),
        _set("folders", 0, "name", to="x" * 1_001),
        _set("bookmarks", 0, "entry", to="../../etc/passwd"),
        _set("bookmarks", 0, "entry", to="fieldcat/no-kind/x"),
        _set("bookmarks", 0, "revision", to=1.5),
        _set("bookmarks", 0, "kept_at", to="yesterday"),
        _set("bookmarks", 0, "kept_at", to="2026-11-22T16:03:00"),
        _set("bookmarks", 0, "kept_at", to="0001-01-01T00:00:00+14:00"),
        _set("notes", 0, "changed_at", to="9999-12-31T23:59:59-14:00"),
        _set("notes", 0, "id", to="x"),
        _set("notes", 0, "id", to="0" * 33),
        _set("notes", 0, "text", to=None),
        _set("notes", 0, "text", to="x" * 1_000_001),
        _set("notes", 0, "passage", to={"block": "b"}),
        _set("notes", 0, "carried", to=["../x"]),
        _set("readings", 0, "place", to={"fraction": "x"}),
        _set("readings", 0, "place", to={"fraction": 1e300}),
        _set("readings", 0, "place", to={"passage": [1, 2]}),
        _set("searches", 0, "filters", to={"no-facet": []}),
        _set("searches", 0, "sort", to="random"),
        _set("searches", 0, "seen", to={"fieldcat": {"no-kind": ["x"]}}),
        _set("searches", 0, "seen", to={"fieldcat": {"term": ["X!"]}}),
        _twice("folders"),
        _twice("bookmarks"),
        _twice("notes"),
        _twice("readings"),
        _twice("searches"),
        _twice("sessions"),
        _twice("held"),
        _twice("corrections"),
        _set("sessions", 0, "day", to="soon"),
        _set("sessions", 0, "starts", to="17:00+01:00"),
        _set("sessions", 0, "length", to=-1),
        _set("sessions", 0, "audience", to="../x"),
        _set("sessions", 0, "country", to="Tanzania"),
        _set("sessions", 0, "steps", 0, "content", to={"step": "film"}),
        _set("sessions", 0, "steps", 0, "minutes", to=1_441),
        lambda record: record["sessions"][0]["steps"].append(record["sessions"][0]["steps"][0]),
        _set("held", 0, "reached", to=-1),
        _set("held", 0, "hands", to=[{"step": ID, "question": "", "answers": [], "hands": [1]}]),
        _set("corrections", 0, "entry", to="x"),
        lambda record: record["folders"].extend(
            {"number": n, "name": "x"} for n in range(10, 10_020)
        ),
    ],
)
def test_a_file_beyond_the_rules_is_damaged(spoil: Spoil) -> None:
    assert reason(spoilt(spoil)) == "damaged"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Ring first.", b"\\ud800"),
        (b"Ring first.", b"\\udc00 x"),
        (b"Ring first.", b"\xff"),
        (b"Ring first.", b"\x01"),
        (b"0.5", b"NaN"),
        (b"0.5", b"1e999"),
        (b"0.5", b"-Infinity"),
        (b"1.5", b"[" * 100_000),
        (b"1.5", b'{"a":' * 100_000),
    ],
)
def test_what_is_no_sound_json_is_damaged(old: bytes, new: bytes) -> None:
    data = written(WHOLE)
    assert old in data
    assert reason(data.replace(old, new)) == "damaged"


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    assert reason(written(WHOLE) + b" " * MAX_FILE_BYTES) == "damaged"


def in_each_other(count: int) -> bytes:
    folders = [{"number": n, "name": "x", "in": n - 1 or None} for n in range(count, 0, -1)]
    return written({"fieldcat": "belongings", "format": 1, "folders": folders})


def test_fifty_folders_in_each_other_are_read() -> None:
    assert len(decode_belongings(in_each_other(50)).folders) == 50


@pytest.mark.parametrize("count", [51, 10_000])
def test_more_in_each_other_than_a_window_can_show_at_once_are_refused(count: int) -> None:
    assert reason(in_each_other(count)) == "damaged"


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
).map(lambda value: written({"fieldcat": "belongings", "format": 1, "notes": value})))  # fmt: skip
def test_no_file_does_more_than_be_refused(data: bytes) -> None:
    with suppress(BelongingsError, NewerFormatError):
        decode_belongings(data)


@given(st.data())
def test_a_file_that_a_stranger_changed_is_read_or_refused(data: st.DataObject) -> None:
    sound = bytearray(written(WHOLE))
    for place in data.draw(st.lists(st.integers(0, len(sound) - 1), max_size=4)):
        sound[place] = data.draw(st.integers(0, 255))
    with suppress(BelongingsError, NewerFormatError):
        decode_belongings(bytes(sound))


def test_a_complaint_names_no_word_that_a_person_wrote() -> None:
    with pytest.raises(BelongingsError) as caught:
        decode_belongings(spoilt(_set("notes", 0, "entry", to="my secret")))
    assert "secret" not in str(caught.value)
