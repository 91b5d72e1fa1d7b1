"""Saved searches: what they find today, and what of it is new."""

from __future__ import annotations

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import SavedSearch
from fieldcat.domain.query import Query
from fieldcat.services import browsing
from fieldcat.services.answers import SearchCount
from fieldcat.services.casebook import Casebook
from fieldcat.storage import user_searches
from fieldcat.storage.user_data import UserData


def found_entries(casebook: Casebook, *, query: Query) -> frozenset[str]:
    """The ids of all entries that a query finds in full, on every page of its answer.

    A query with words needs the casebook's index; without one it finds nothing.

    Raises:
        CatalogueDamagedError, EnvironmentFaultError: the catalogue cannot be read.
        IndexUnusableError: the index turned out to be damaged; it will be built anew.
    """
    read, remaining = browsing.left_out(casebook, text=query.text)
    found = casebook.facets.select(query.filters) & remaining
    if read.words.strip():
        found &= casebook.searcher.match(read.words).full if casebook.searcher else 0
    # All keys at once are read in a few milliseconds, ten thousand heads in a second.
    keys = casebook.catalogue.keys()
    return frozenset(keys[number - 1] for number in casebook.facets.numbers(found))


def save_search(
    user_data: UserData, *, name: str, query: Query, found: frozenset[str]
) -> SavedSearch:
    """Save a search, all that it finds now as seen.

    Raises:
        ValueError: the name is empty.
        ReadOnlyError, DiskFullError, UserDataDamagedError: nothing was changed.
    """
    return user_searches.save_search(user_data, name, query, _entries(found))


def see_search(user_data: UserData, *, id: str, found: frozenset[str]) -> None:
    """Write down that all that a search finds now was seen.

    Raises:
        LookupError: there is no such search.
        ReadOnlyError, DiskFullError, UserDataDamagedError: nothing was changed.
    """
    user_searches.see_search(user_data, id, _entries(found))


def count(user_data: UserData, *, search: SavedSearch, found: frozenset[str]) -> SearchCount:
    """How much a search finds, and how much of that was not there when it was last looked at.

    Raises:
        LookupError: there is no such search.
        UserDataDamagedError: it cannot be read.
    """
    seen = user_searches.seen_by(user_data, search.id)
    return SearchCount(len(found), len(found - seen))


def _entries(keys: frozenset[str]) -> frozenset[EntryId]:
    return frozenset(map(EntryId.parse, keys))
