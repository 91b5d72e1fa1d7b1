"""Hypothesis strategies for what a person makes: few names and words, so that much of it meets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from tests.sessions import corrections, held, sessions

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.foldering import free_name
from fieldcat.domain.keeping import (
    Bookmark,
    Folder,
    Note,
    Passage,
    Reading,
    ReadingPlace,
    SavedSearch,
)
from fieldcat.domain.merging import fingerprint
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet

SEVERAL = settings(
    max_examples=50,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
"""For whole belongings, which take a while to draw."""

ENTRIES = tuple(
    EntryId("made-up", kind, slug)
    for kind, slug in (
        (Kind.CASE_STUDY, "first"),
        (Kind.CASE_STUDY, "second"),
        (Kind.TERM, "third"),
        (Kind.HELP_SERVICE, "fourth"),
    )
)
_BEGAN = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)

entries = st.sampled_from(ENTRIES)
names = st.sampled_from(["Monday", "Tuesday", "Ñandú «中»"])
texts = st.sampled_from(
    ["", "Ring first.", "Ring first. Then ask.", "Write instead.", "\0\r\n\t中"]
)
seconds = st.integers(0, 5).map(lambda seconds: _BEGAN + timedelta(seconds=seconds))
moments = st.integers(0, 5).map(lambda tenths: _BEGAN + timedelta(milliseconds=100 * tenths))
ids = st.integers(0, 3).map(lambda number: f"{number:032x}")
words = st.sampled_from(["", "a", "línea «caliente»", "\0\r\n\t中", "\u202eabc", "x" * 200])
revisions = st.integers(1, 3)
passages = st.builds(Passage, words, words, words, words)
places = st.builds(
    ReadingPlace,
    words,
    st.floats(-1, 2),
    st.none() | st.tuples(st.integers(0, 9), st.integers(0, 99), st.floats(0, 50)),
)
filters = st.dictionaries(
    st.sampled_from(list(Facet)), st.frozensets(words, min_size=1, max_size=2), max_size=2
)
queries = st.builds(Query, words, filters, st.sampled_from(list(Sort)))
plain_titles = st.sampled_from(["A title", "A title, as it is called now"])


@st.composite
def folders(draw: st.DrawFn) -> tuple[Folder, ...]:
    """Folders in folders; never two of one name in one place."""
    found: list[Folder] = []
    for number in draw(st.lists(st.integers(1, 40), unique=True, max_size=5)):
        parent = draw(st.sampled_from([None, *(folder.number for folder in found)]))
        taken = {folder.name for folder in found if folder.parent == parent}
        found.append(Folder(number, free_name(draw(names), taken), parent))
    return tuple(reversed(found)) if draw(st.booleans()) else tuple(found)


def _notes(id: st.SearchStrategy[str]) -> st.SearchStrategy[Note]:
    return st.builds(
        Note,
        id,
        entries,
        plain_titles,
        revisions,
        texts,
        moments,
        moments,
        st.none() | passages,
        st.frozensets(texts.map(fingerprint), max_size=2),
    )


_readings = st.builds(Reading, entries, plain_titles, moments, places)
_searches = st.builds(SavedSearch, ids, names, queries, moments, moments, st.frozensets(entries))


@st.composite
def belongings(draw: st.DrawFn) -> Belongings:
    """What one person may have made on one laptop."""
    drawers = draw(folders())
    numbers = st.sampled_from([None, *(folder.number for folder in drawers)])
    bookmarks = st.builds(Bookmark, entries, plain_titles, revisions, seconds, numbers)
    return Belongings(
        drawers,
        tuple(draw(st.lists(bookmarks, unique_by=lambda one: one.entry, max_size=4))),
        tuple(draw(st.lists(_notes(ids), unique_by=lambda one: one.id, max_size=4))),
        tuple(draw(st.lists(_readings, unique_by=lambda one: one.entry, max_size=4))),
        tuple(draw(st.lists(_searches, unique_by=lambda one: one.id, max_size=3))),
        tuple(draw(st.lists(sessions(), unique_by=lambda one: one.id, max_size=2))),
        tuple(draw(st.lists(held, unique_by=lambda one: one.id, max_size=1))),
        tuple(draw(st.lists(corrections, unique_by=lambda one: one.id, max_size=1))),
    )


def in_order(made: Belongings) -> Belongings:
    """The same, in an order that does not depend on when each came to be."""
    return Belongings(
        tuple(sorted(made.folders, key=lambda one: one.number)),
        tuple(sorted(made.bookmarks, key=lambda one: one.entry)),
        tuple(sorted(made.notes, key=lambda one: one.id)),
        tuple(sorted(made.readings, key=lambda one: one.entry)),
        tuple(sorted(made.searches, key=lambda one: one.id)),
        tuple(sorted(made.sessions, key=lambda one: one.id)),
        tuple(sorted(made.held, key=lambda one: one.id)),
        tuple(sorted(made.corrections, key=lambda one: one.id)),
    )
