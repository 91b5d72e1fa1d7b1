from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search import columns, entries, impacts, places
from fieldcat.search.bitsets import bits_of, slots_of
from fieldcat.search.entries import Bucket
from fieldcat.search.planes import numbers_of

LEVELS = st.dictionaries(
    st.integers(0, impacts.BUCKET - 1), st.integers(1, impacts.HIGHEST), min_size=1, max_size=400
)


def packed(levels: dict[int, int]) -> bytes:
    ordered = dict(sorted(levels.items()))
    blob, entries = impacts.packed([*ordered], [*ordered.values()])
    assert list(slots_of(entries)) == [*ordered]
    return blob


# --- impacts ----------------------------------------------------------------------------------


@given(st.lists(LEVELS, min_size=1, max_size=3))
def test_levels_come_back_bucket_by_bucket(buckets: list[dict[int, int]]) -> None:
    found = impacts.unpacked([(n, packed(b)) for n, b in enumerate(buckets)], len(buckets))
    for place, levels in enumerate(buckets):
        slots = [place * impacts.BUCKET + slot for slot in levels]
        assert numbers_of(slots, found) == [*levels.values()]
    assert (
        sum(map(len, buckets)) == (found[0] | found[1] | found[2] | found[3] | found[4]).bit_count()
    )


@pytest.mark.parametrize("count", [1, 15, 16, 255, 256, impacts.BUCKET])
def test_few_and_many_entries_are_packed_alike(count: int) -> None:
    levels = {slot: slot % impacts.HIGHEST + 1 for slot in range(count)}
    assert numbers_of(range(count), impacts.unpacked([(0, packed(levels))], 1)) == [
        *levels.values()
    ]


@given(LEVELS, st.integers(0, 600))
def test_a_set_is_packed_with_some_of_it_higher(higher: dict[int, int], more: int) -> None:
    entries = bits_of((higher, range(more)), impacts.BUCKET)
    found = impacts.unpacked([(0, impacts.packed_set(entries, higher))], 1)
    slots = list(slots_of(entries))
    assert numbers_of(slots, found) == [higher.get(slot, 1) for slot in slots]


def test_a_bucket_that_is_not_given_is_empty() -> None:
    found = impacts.unpacked([(1, packed({0: 31}))], 3)
    assert set(found) == {1 << impacts.BUCKET}


def test_something_may_stand_behind_few_levels() -> None:
    few, many = packed({1: 2, 9: 3}), packed(dict.fromkeys(range(100), 1))
    assert impacts.takes_a_tail(few)
    assert not impacts.takes_a_tail(many)
    assert impacts.tail(few + b"behind") == b"behind"
    assert impacts.tail(few) == impacts.tail(many) == b""
    assert impacts.unpacked([(0, few + b"behind")], 1) == impacts.unpacked([(0, few)], 1)


@pytest.mark.parametrize("blob", [b"", b"\0", b"\1\5\0", b"\2\0\1xxxx", b"\0\5\0ab"])
def test_what_is_no_blob_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"impacts"):
        impacts.unpacked([(0, blob)], 1)


# --- places -----------------------------------------------------------------------------------


PLACES = st.lists(st.integers(0, (1 << 32) - 1), min_size=1, max_size=60, unique=True)


@given(st.dictionaries(st.text("abcé", min_size=1, max_size=4), PLACES, min_size=1, max_size=5))
def test_places_come_back_word_by_word(words: dict[str, list[int]]) -> None:
    blob = places.packed({word: array("I", sorted(found)) for word, found in words.items()})
    for word, found in words.items():
        assert places.unpacked(blob, word) == sorted(found)
    assert places.unpacked(blob, "other") == []


@pytest.mark.parametrize("blob", [b"", b"\1\3\0\1\0\0\0a\t1xxx"])
def test_what_has_no_places_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"places"):
        places.unpacked(blob, "a")


# --- what stands beside -----------------------------------------------------------------------


def test_buckets_come_back_as_they_were() -> None:
    bucket = Bucket()
    bucket.numbers.extend([1, 0, 70_000])
    bucket.keys.extend([1 << 63, 5, 6])
    bucket.marks.extend([7, 8, 9])
    bucket.starts.extend([0, 90, 1_000])
    bucket.titles.extend([3, 255, 1])
    bucket.slots.extend([0, 1, 2])
    assert entries.unpacked(entries.packed([bucket, Bucket()])) == [bucket, Bucket()]


@given(st.lists(st.binary(max_size=9), max_size=5))
def test_columns_come_back_and_missing_bytes_are_noticed(found: list[bytes]) -> None:
    content = columns.joined(found)
    assert columns.parted(content) == found
    for cut in (content[:-1], content + b"x", b""):
        with pytest.raises(ValueError, match=r"columns"):
            columns.parted(cut)
