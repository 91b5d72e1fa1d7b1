"""Manifests, what bundles say of themselves, and cards."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import collections

from fieldcat.domain.edition import About, Card, Edition, Pack, Program
from fieldcat.domain.taxonomy import Collection
from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.records.editions import (
    decode_about,
    decode_card,
    decode_edition,
    encode_about,
    encode_card,
    encode_edition,
)

COLLECTION = Collection("tales", "Tales", "The Tellers", "Some.", "en", "CC0", 2, "2026-11-22")
PACK = Pack("a" * 64, 10, 20, 2, 1)
ABOUT = About("tales", "Tales", "The Tellers", 2, "2026-11-22", 1)

packs = st.builds(
    Pack,
    st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}"),
    st.integers(1, 2**31),
    st.integers(0, 2**31),
    st.integers(0, 10**6),
    st.integers(1, 99),
)


@settings(max_examples=30)
@given(collections, st.lists(packs, min_size=1, max_size=4, unique_by=lambda pack: pack.sha256))
def test_a_manifest_is_read_again(collection: Collection, listed: list[Pack]) -> None:
    edition = Edition(collection, tuple(listed))
    assert decode_edition(encode_edition(edition)) == edition


@pytest.mark.parametrize("program", [Program("0.2.0"), Program("10", "https://example.org/get")])
def test_a_manifest_may_tell_of_a_newer_program(program: Program) -> None:
    edition = Edition(COLLECTION, (PACK,), program)
    assert decode_edition(encode_edition(edition)) == edition


def test_a_manifest_that_tells_of_no_program_is_as_it_was_before_any_could() -> None:
    assert b"program" not in encode_edition(Edition(COLLECTION, (PACK,)))


@pytest.mark.parametrize(
    "program",
    [Program(""), Program("two"), Program("1.0 <b>"), Program("1.0", "javascript:alert(1)")],
)
def test_what_is_no_version_or_no_address_is_refused(program: Program) -> None:
    with pytest.raises(RecordError):
        encode_edition(Edition(COLLECTION, (PACK,), program))


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1", "0.9", True),
        ("0.1.0.1", "0.1.0", True),
        ("0.1", "0.1.0", False),
        ("0.1.0", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("0.3.0", "0.2.0rc1", True),
    ],
)
def test_versions_are_compared_by_their_numbers(one: str, other: str, newer: bool) -> None:
    assert Program(one).is_newer_than(other) is newer


def test_a_manifest_without_packs_or_with_one_twice_is_refused() -> None:
    for wrong in ((), (PACK, PACK)):
        with pytest.raises(RecordError):
            encode_edition(Edition(COLLECTION, wrong))


def test_what_a_bundle_says_of_itself_is_read_again() -> None:
    assert decode_about(encode_about(ABOUT)) == ABOUT


def test_names_cannot_pass_for_something_else() -> None:
    data = encode_about(ABOUT).replace(b"Tellers", "Tell\u202eers".encode())
    assert decode_about(data).publisher == "The Tellers"


def test_a_card_is_read_again() -> None:
    card = Card("tales", "Tales", "The Tellers", b'{"signed":{}}')
    assert decode_card(encode_card(card)) == card


@pytest.mark.parametrize("decode", [decode_about, decode_card, decode_edition])
@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b"[" * 10**5, b'{"format":1}', b"x" * 2 * 10**6]
)
def test_what_is_none_of_them_is_refused(decode: object, data: bytes) -> None:
    assert callable(decode)
    with pytest.raises(RecordError):
        decode(data)


@pytest.mark.parametrize("decode", [decode_about, decode_card, decode_edition])
def test_what_a_newer_fieldcat_wrote_is_told_from_what_is_damaged(decode: object) -> None:
    assert callable(decode)
    with pytest.raises(NewerFormatError):
        decode(json.dumps({"format": 2, "fieldcat": {}}).encode())
