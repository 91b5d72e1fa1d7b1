"""What the window is offered: one bundle of functions, put together by ``wiring``.

The window knows nothing behind these. All of them but ``kept_ids``, ``preference`` and ``label``
may take their time and are called off the GUI thread; each may raise a ``FieldcatError``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from fieldcat.domain.entry import Entry, EntryId, Head
from fieldcat.domain.progress import Report
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Collection, Facet

Marker = Callable[[str], Iterable[tuple[int, int]]]
"""Gives the half-open ranges of a text (Python indices) that hold words of a query."""

Labels = Mapping[str, Mapping[str, str]]
"""By vocabulary (``"topics"``, …, ``"countries"``, ``"regions"``, ``"languages"``): id to words."""


@dataclass(frozen=True, slots=True)
class NothingFound:
    """What would find something where a query finds nothing.

    ``without_facet`` tells for each facet that filters how many entries there are once it alone is
    dropped; ``without_filters`` once all are, with the same words. ``suggestion`` is a better
    spelling, with what it finds under the filters and without them. ``help_services`` counts those
    of ``help_country`` (ISO 3166-1 alpha-2), a country that the words name; empty: of all.
    """

    suggestion: str | None = None
    suggestion_total: int = 0
    suggestion_without_filters: int = 0
    without_filters: int = 0
    without_facet: Mapping[Facet, int] | None = None
    help_country: str = ""
    help_services: int = 0


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the window may ask for.

    ``find``: one page of an answer, with counts of all facets.
    ``read``: a whole entry, in the language asked for where there is one.
    ``heads``: the heads of those of the given entries that exist.
    ``collection``: the collection of this id, if it is there.
    ``labels``: the words for the ids of all vocabularies.
    ``facet_label``: the words for one value of a facet.
    ``marker``: finds the words of a query's text in a text of the given language.
    ``nothing_found_help``: what would find something.
    ``keep``, ``forget``: bookmark an entry (in a folder, or none) and undo that.
    ``kept_ids``: all bookmarked entries.
    ``preference``, ``set_preference``: small settings as text, by key.
    ``prepare_search``: builds the index where it is missing; returns at once where it is not.
    ``picture``: the bytes of an asset, or None.
    """

    find: Callable[[Query], Answer]
    read: Callable[[EntryId, str | None], Entry]
    heads: Callable[[Iterable[EntryId]], Mapping[EntryId, Head]]
    collection: Callable[[str], Collection | None]
    labels: Callable[[], Labels]
    facet_label: Callable[[Facet, str], str]
    marker: Callable[[str, str], Marker]
    nothing_found_help: Callable[[Query], NothingFound]
    keep: Callable[[EntryId, str | None], None]
    forget: Callable[[EntryId], None]
    kept_ids: Callable[[], frozenset[EntryId]]
    preference: Callable[[str, str], str]
    set_preference: Callable[[str, str], None]
    prepare_search: Callable[[Report], None]
    picture: Callable[[str], bytes | None] = lambda _asset: None
