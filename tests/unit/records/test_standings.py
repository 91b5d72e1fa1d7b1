"""What stood once some packs were read, written down and gone on from."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.edition import Pack, Withdrawal
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Source, Tool
from fieldcat.domain.taxonomy import Vocabulary
from fieldcat.errors import RecordError
from fieldcat.records.packs import Line, put_asset, put_entry, put_vocabulary, withdraw
from fieldcat.records.replaying import Standing, standing
from fieldcat.records.standings import decode_standing, encode_standing

IDS = [EntryId("tales", Kind.TOOL, slug) for slug in ("axe", "hammer", "saw")]
PACKS = (Pack("a" * 64, 10, 20, 2, 1), Pack("b" * 64, 10, 20, 2, 2))


def put(id: EntryId, title: str, language: str) -> Line:
    head = Head(id, title, "A tool.", "en", Source("https://example.org/", "2026-01-01"), 2026)
    if language:
        head = replace(head, language=language, translates=1)
    return put_entry(Entry(head, Tool()))


ids, languages = st.sampled_from(IDS), st.sampled_from(["", "es", "sw"])
lines = st.lists(
    st.one_of(
        st.builds(put, ids, st.sampled_from(["One", "Two"]), languages),
        st.builds(
            lambda id, language, other: withdraw(
                Withdrawal(id, "It broke.", "2026-11-22", other, language)
            ),
            ids,
            languages,
            st.none() | ids,
        ),
        st.builds(
            lambda title: put_vocabulary(Vocabulary("topics", 1, title, "Ours", ())),
            st.sampled_from(["Topic", "Theme"]),
        ),
        st.builds(lambda digit: put_asset(digit * 64, 10), st.sampled_from(["c", "d"])),
    ),
    max_size=12,
)


@given(lines)
def test_what_stands_is_read_again_as_it_was(every: list[Line]) -> None:
    found = standing("tales", every)
    assert decode_standing(encode_standing(found, PACKS)) == (found, ("a" * 64, "b" * 64))


@given(lines, lines)
def test_whoever_goes_on_from_it_finds_what_one_finds_who_reads_all(
    before: list[Line], after: list[Line]
) -> None:
    known, _ = decode_standing(encode_standing(standing("tales", before), PACKS))
    assert standing("tales", after, known) == standing("tales", [*before, *after])


def test_equal_ones_give_equal_bytes() -> None:
    one, two = put(IDS[0], "One", ""), put(IDS[1], "Two", "")
    again = Standing("tales", lines=3)
    found = standing("tales", [one, two, one])
    again.puts |= dict(reversed(found.puts.items()))
    again.digests |= found.digests
    assert encode_standing(again, PACKS) == encode_standing(found, PACKS)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"puts": [["entry", "tales/tool/axe", "", -1, b""]]},
        {"packs": ["short"]},
        {"read": "many"},
        {"withdrawn": [["tales/tool/../axe", "", "It broke.", "2026-11-22", None]]},
    ],
)
def test_what_is_no_such_record_is_refused(change: dict[str, object]) -> None:
    record = msgspec.msgpack.decode(encode_standing(Standing("tales"), PACKS))
    with pytest.raises(RecordError):
        decode_standing(msgspec.msgpack.encode({**record, **change}))


@pytest.mark.parametrize("data", [b"", b"\xc1", b"[]", b"\x90"])
def test_bytes_that_are_no_record_are_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_standing(data)
