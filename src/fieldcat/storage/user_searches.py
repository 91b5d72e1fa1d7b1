"""Saved searches of ``user.sqlite``. Every function raises what ``UserData`` raises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from sqlalchemy import Connection, select

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import SavedSearch
from fieldcat.domain.query import Query
from fieldcat.records.asking import seen_keys
from fieldcat.records.names import MAX_NAME, legible, tidy_name
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_rows import SEARCHES, as_bytes
from fieldcat.storage.user_schema import saved_search as table


def save_search(data: UserData, name: str, query: Query, seen: frozenset[EntryId]) -> SavedSearch:
    """Save a search under a name, with what it finds now.

    Raises:
        ValueError: the name is empty.
    """
    now = data.now()
    words = legible(query.text)[:MAX_NAME]
    search = SavedSearch(
        id=uuid4().hex,
        name=tidy_name(name),
        query=Query(words, query.filters, query.sort),
        saved_at=now,
        seen_at=now,
        seen=seen,
    )
    with data.writing() as connection:
        SEARCHES.write(connection, search)
    return search


def search_of(data: UserData, id: str) -> SavedSearch:
    """A saved search.

    Raises:
        LookupError: there is no such search.
    """
    with data.reading() as connection:
        return _known(connection, id)


def seen_by(data: UserData, id: str) -> frozenset[str]:
    """The ids of all that a search had found when it was last looked at, as text.

    Raises:
        LookupError: there is no such search, or nobody can read it.
    """
    statement = select(as_bytes(table.c.seen)).where(table.c.id == id)
    with data.reading() as connection:
        packed = connection.execute(statement).scalar()
    try:
        return seen_keys(packed or b"")
    except ValueError as error:
        raise LookupError("no such search") from error


def rename_search(data: UserData, id: str, name: str) -> None:
    """Give a saved search another name.

    Raises:
        LookupError: there is no such search.
        ValueError: the name is empty.
    """
    wanted = tidy_name(name)
    _change(data, id, lambda search: replace(search, name=wanted))


def see_search(data: UserData, id: str, found: frozenset[EntryId]) -> None:
    """Write down that all that a search finds was seen.

    Raises:
        LookupError: there is no such search.
    """
    now = data.now()
    _change(data, id, lambda search: replace(search, seen=found, seen_at=now))


def remove_search(data: UserData, id: str) -> SavedSearch:
    """Remove a saved search and give it.

    Raises:
        LookupError: there is no such search.
    """
    with data.writing() as connection:
        gone = _known(connection, id)
        SEARCHES.remove(connection, id)
        return gone


def _change(data: UserData, id: str, change: Callable[[SavedSearch], SavedSearch]) -> None:
    with data.writing() as connection:
        SEARCHES.write(connection, change(_known(connection, id)))


def _known(connection: Connection, id: str) -> SavedSearch:
    found = SEARCHES.read(connection, table.c.id == id)
    if not found:
        raise LookupError("no such search")
    return found[0]
