"""What a pack says, line by line, whoever wrote it."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import entries, names, slugs, vocabularies

from fieldcat.domain.edition import PIECE_BYTES, Pack, Withdrawal
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Source, Tool
from fieldcat.domain.taxonomy import Vocabulary
from fieldcat.errors import FieldcatError, NewerFormatError, RecordError
from fieldcat.records.limits import MAX_RECORD_BYTES
from fieldcat.records.packing import packed, unpacked
from fieldcat.records.packs import (
    Key,
    Line,
    put_asset,
    put_entry,
    put_vocabulary,
    read_line,
    withdraw,
)
from fieldcat.records.replaying import standing

few = settings(max_examples=15)
"""For tests that draw whole entries, which takes long."""

HAMMER = EntryId("tales", Kind.TOOL, "hammer")
GONE = Withdrawal(HAMMER, "It broke.", "2026-11-22")


def lines_of(pack: Pack, data: bytes) -> list[bytes]:
    return list(unpacked(io.BytesIO(data), pack))


# --- lines ------------------------------------------------------------------------------------


@few
@given(entries())
def test_an_entry_that_is_put_is_read_again(entry: Entry) -> None:
    line = put_entry(entry)
    assert line.entry() == entry
    assert line.key == Key("entry", str(entry.id))
    assert b"\n" not in line.data


@few
@given(entries())
def test_a_translation_is_known_by_its_language(entry: Entry) -> None:
    head = replace(entry.head, translates=1, language="sw")
    assert put_entry(replace(entry, head=head)).key == Key("entry", str(entry.id), "sw")


@given(vocabularies)
def test_a_vocabulary_that_is_put_is_read_again(vocabulary: Vocabulary) -> None:
    assert put_vocabulary(vocabulary).vocabulary() == vocabulary


@given(
    st.builds(
        Withdrawal,
        st.builds(EntryId, slugs, st.sampled_from(Kind), slugs),
        names(),
        st.dates().map(str),
        st.none() | st.builds(EntryId, slugs, st.sampled_from(Kind), slugs),
        st.sampled_from(["", "sw"]),
    )
)
def test_a_withdrawal_is_read_again(withdrawal: Withdrawal) -> None:
    assert withdraw(withdrawal).withdrawal == withdrawal


def test_a_picture_is_named_with_its_length() -> None:
    assert put_asset("a" * 64, 77).asset_length() == 77


def test_what_is_merely_new_is_passed_over() -> None:
    line = read_line(b'{"format":1,"do":"put","what":"lesson","record":{"id":"x"},"more":[1]}')
    assert line.key == Key("lesson", "")


def test_a_newer_major_format_is_refused_as_that() -> None:
    with pytest.raises(NewerFormatError):
        read_line(b'{"format":2,"do":"shout","what":["?"]}')


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format":1}',
        b'{"format":0,"do":"put","what":"entry","record":{}}',
        b'{"format":1,"do":"put","what":"entry","record":{}}',
        b'{"format":1,"do":"put","what":"entry","record":{"head":{"id":"a/b/c","language":"en"}}}',
        b'{"format":1,"do":"put","what":"asset","record":{"sha256":"../x","length":1}}',
        b'{"format":1,"do":"put","what":"asset","record":{"sha256":"%s","length":1e999}}'
        % (b"a" * 64),
        b'{"format":1,"do":"put","what":"asset","record":{"sha256":"%s","length":NaN}}'
        % (b"a" * 64),
        b'{"format":1,"do":"put","what":"asset","record":{"sha256":"%s","length":%s}}'
        % (b"a" * 64, b"9" * 5_000),
        b'{"format":1,"do":"withdraw","entry":"tales/tool/hammer"}',
        b'{"format":1,"do":"remove","entry":"tales/tool/hammer"}',
        b'{"format":1,"do":"put","what":"lesson","record":'
        + b"[" * 100_000
        + b"]" * 100_000
        + b"}",
        b" " * (MAX_RECORD_BYTES + 1),
    ],
    ids=lambda line: line[:40].decode("latin-1"),
)
def test_what_is_no_line_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError):
        read_line(line)


@few
@given(st.binary(max_size=200) | entries().map(lambda entry: put_entry(entry).data), st.data())
def test_whatever_the_bytes_nothing_else_is_raised(line: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, max(0, len(line) - 1)))
    damaged = line[:place] + data.draw(st.binary(max_size=3)) + line[place + 1 :]
    with suppress(FieldcatError):
        read = read_line(damaged)
        if read.key.what == "entry" and read.withdrawal is None:
            read.entry()


# --- packs ------------------------------------------------------------------------------------


@given(st.lists(st.binary(max_size=50).map(lambda line: line.replace(b"\n", b"")), max_size=20))
def test_lines_that_are_packed_come_out_again(lines: list[bytes]) -> None:
    pack, data = packed(lines, 3)
    assert lines_of(pack, data) == lines
    assert packed(lines, 3) == (pack, data)


def test_a_pack_travels_in_pieces() -> None:
    pack = Pack("ab" * 32, 2 * PIECE_BYTES + 1, 1, 1, 1)
    assert pack.pieces == tuple(f"{'ab' * 16}-0000{number}" for number in (1, 2, 3))


def test_a_stream_that_holds_more_than_it_says_is_not_read_to_its_end() -> None:
    bomb = zstandard.compress(b"\0" * 2**28)
    read = io.BytesIO(bomb)
    with pytest.raises(RecordError, match="more"):
        next(unpacked(read, Pack("0" * 64, len(bomb), 1_000, 1, 1)))


def test_a_line_without_end_is_not_gathered() -> None:
    bomb = zstandard.compress(b"\0" * 2**26)
    with pytest.raises(RecordError, match="too long"):
        lines_of(Pack("0" * 64, len(bomb), 2**31, 1, 1), bomb)


def test_a_stream_that_wants_much_memory_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    data = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    stream = data.compress(b"x\n" * 10**6) + data.flush()
    with pytest.raises(RecordError):
        lines_of(Pack("0" * 64, len(stream), 2 * 10**6, 10**6, 1), stream)


@pytest.mark.parametrize("change", [{"content": 5}, {"records": 1}, {"records": 3}, {"content": 3}])
def test_a_pack_that_is_not_as_it_was_described_is_refused(change: dict[str, Any]) -> None:
    pack, data = packed([b"a", b"b"], 1)
    with pytest.raises(RecordError):
        lines_of(replace(pack, **change), data)


@given(st.data())
def test_damaged_streams_raise_nothing_else(data: st.DataObject) -> None:
    pack, whole = packed([b"some words", b"other words"] * 20, 1)
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + 1 :]
    with suppress(RecordError):
        lines_of(pack, damaged)


# --- reading them in order --------------------------------------------------------------------


def tool(title: str = "Hammer") -> Entry:
    source = Source("https://example.org/", "2024")
    return Entry(Head(HAMMER, title, "It hits.", "en", source, 2024), Tool())


def in_swahili(entry: Entry) -> Entry:
    return replace(entry, head=replace(entry.head, translates=1, language="sw"))


def held(lines: list[Line]) -> list[bytes]:
    return [line.data for line in standing("tales", lines).holding(lines)]


def test_what_was_put_stands() -> None:
    lines = [put_entry(tool()), put_entry(in_swahili(tool()))]
    assert held(lines) == [line.data for line in lines]


def test_the_later_of_two_holds() -> None:
    lines = [put_entry(tool("A")), put_entry(tool("B"))]
    assert held(lines) == [lines[1].data]


def test_what_is_withdrawn_goes_with_its_translations() -> None:
    lines = [put_entry(tool()), put_entry(in_swahili(tool())), withdraw(GONE)]
    found = standing("tales", lines)
    assert list(found.holding(lines)) == []
    assert list(found.withdrawn.values()) == [GONE]


def test_a_translation_can_be_withdrawn_alone() -> None:
    lines = [
        put_entry(tool()),
        put_entry(in_swahili(tool())),
        withdraw(replace(GONE, language="sw")),
    ]
    assert held(lines) == [lines[0].data]


def test_what_was_withdrawn_can_be_put_again() -> None:
    lines = [withdraw(GONE), put_entry(tool())]
    assert held(lines) == [lines[1].data]
    assert standing("tales", lines).withdrawn == {}


def test_nobody_puts_or_withdraws_what_is_another_collections() -> None:
    for line in (put_entry(tool()), withdraw(GONE)):
        with pytest.raises(RecordError, match="another collection"):
            standing("others", [line])
