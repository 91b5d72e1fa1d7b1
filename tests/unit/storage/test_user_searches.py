from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import SavedSearch
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.storage.user_belongings import read_belongings
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_searches import (
    remove_search,
    rename_search,
    save_search,
    search_of,
    see_search,
    seen_by,
)

ENTRY = EntryId("fieldcat", Kind.CASE_STUDY, "first")
OTHER = EntryId("another", Kind.TERM, "second")
QUERY = Query(
    "línea «hotline»",
    {Facet.COUNTRY: frozenset({"CO", "TZ"}), Facet.KIND: frozenset({"tool"})},
    Sort.NEWEST,
)


def searches(data: UserData) -> tuple[SavedSearch, ...]:
    return read_belongings(data).searches


def test_a_search_is_saved_with_words_filters_order_and_what_it_found(
    user_data: UserData, clock: Clock
) -> None:
    saved = save_search(user_data, " Hotlines  of note ", QUERY, frozenset({ENTRY, OTHER}))
    assert saved == SavedSearch(
        saved.id, "Hotlines of note", QUERY, clock(), clock(), frozenset({ENTRY, OTHER})
    )
    assert searches(user_data) == (saved,)
    assert search_of(user_data, saved.id) == saved


def test_which_page_was_open_is_not_saved(user_data: UserData) -> None:
    saved = save_search(user_data, "A", Query("x", limit=5, offset=40), frozenset())
    assert saved.query == Query("x")


def test_the_newest_search_comes_first(user_data: UserData, clock: Clock) -> None:
    first = save_search(user_data, "A", QUERY, frozenset())
    clock.tick()
    second = save_search(user_data, "B", QUERY, frozenset())
    assert searches(user_data) == (second, first)


def test_a_search_gets_another_name(user_data: UserData) -> None:
    saved = save_search(user_data, "A", QUERY, frozenset())
    rename_search(user_data, saved.id, "B")
    assert [search.name for search in searches(user_data)] == ["B"]


def test_what_it_finds_now_was_seen(user_data: UserData, clock: Clock) -> None:
    saved = save_search(user_data, "A", QUERY, frozenset({ENTRY}))
    clock.tick()
    see_search(user_data, saved.id, frozenset({OTHER}))
    seen = search_of(user_data, saved.id)
    assert (seen.seen, seen.seen_at, seen.saved_at) == (frozenset({OTHER}), clock(), saved.saved_at)


def test_a_removed_search_is_given_as_it_was(user_data: UserData) -> None:
    saved = save_search(user_data, "A", QUERY, frozenset({ENTRY}))
    assert remove_search(user_data, saved.id) == saved
    assert searches(user_data) == ()


def test_a_search_needs_a_name(user_data: UserData) -> None:
    with pytest.raises(ValueError, match="name"):
        save_search(user_data, " ", QUERY, frozenset())
    saved = save_search(user_data, "A", QUERY, frozenset())
    with pytest.raises(ValueError, match="name"):
        rename_search(user_data, saved.id, "")
    assert searches(user_data) == (saved,)


def test_what_is_not_there_cannot_be_changed(user_data: UserData) -> None:
    for change in (
        lambda: search_of(user_data, "x"),
        lambda: seen_by(user_data, "x"),
        lambda: rename_search(user_data, "x", "A"),
        lambda: see_search(user_data, "x", frozenset()),
        lambda: remove_search(user_data, "x"),
    ):
        with pytest.raises(LookupError):
            change()


def test_half_a_letter_does_no_harm(user_data: UserData) -> None:
    saved = save_search(user_data, "a\ud800", Query("b\udfff"), frozenset())
    assert (saved.name, saved.query.text) == ("a\ufffd", "b\ufffd")


def test_ten_thousand_entries_that_were_seen_take_little_room(user_data: UserData) -> None:
    seen = frozenset(
        EntryId("fieldcat", kind, f"a-rather-long-name-of-an-entry-{number}")
        for number in range(2_500)
        for kind in (Kind.CASE_STUDY, Kind.RESEARCH, Kind.TERM, Kind.HELP_SERVICE)
    )
    before = user_data.path.stat().st_size
    saved = save_search(user_data, "Everything", Query(), seen)
    assert user_data.path.stat().st_size - before < 100_000
    assert search_of(user_data, saved.id).seen == seen
    assert seen_by(user_data, saved.id) == frozenset(map(str, seen))


@pytest.mark.parametrize(
    "damage",
    [
        "seen = x'00'",
        "seen = 'text'",
        "seen = 9999999999999",
        'query = \'{"filters": {"no-facet": []}}\'',
        'query = \'{"sort": "by-colour"}\'',
        "query = 'x'",
    ],
)
def test_a_search_nobody_can_read_is_told_of(user_data: UserData, damage: str) -> None:
    save_search(user_data, "A", QUERY, frozenset())
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute(f"UPDATE saved_search SET {damage}")
    assert searches(user_data) == ()
    assert user_data.check() == ("saved_search: row 1 cannot be read",)


@pytest.mark.parametrize("packed", [b'{"c": {"no-kind": ["a"]}}', b'{"C!": {}}', b"[1]"])
def test_ids_that_are_none_are_told_of(user_data: UserData, packed: bytes) -> None:
    save_search(user_data, "A", QUERY, frozenset())
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute("UPDATE saved_search SET seen = ?", (zlib.compress(packed),))
    assert searches(user_data) == ()


def test_what_unpacks_to_too_much_is_not_unpacked(user_data: UserData) -> None:
    save_search(user_data, "A", QUERY, frozenset())
    bomb = zlib.compress(b" " * (65 * 1024 * 1024), 9)
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute("UPDATE saved_search SET seen = ?", (bomb,))
    assert searches(user_data) == ()
