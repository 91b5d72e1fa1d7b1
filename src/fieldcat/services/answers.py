"""What services answer with: the first page is painted without any of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.facets import Facet

if TYPE_CHECKING:
    from fieldcat.domain.belongings import Belongings
    from fieldcat.domain.edition import Withdrawn
    from fieldcat.domain.head import EntryId, Head
    from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, SavedSearch
    from fieldcat.domain.taxonomy import Collection


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
class Kept:
    """All that is found under My casebook.

    ``heads`` are those of the entries that are named and still in the casebook; an entry without
    one was withdrawn, and ``withdrawals`` say why and have its last text, as far as that is known.
    ``searches`` come without what they had found, which may be the whole
    casebook: ``count_search`` knows. ``reading_is_kept``: whether what is read is remembered.
    """

    folders: tuple[Folder, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    heads: Mapping[EntryId, Head] = field(default_factory=dict)
    withdrawals: Mapping[EntryId, Withdrawn] = field(default_factory=dict)
    reading_is_kept: bool = True


@dataclass(frozen=True, slots=True)
class SearchCount:
    """What a saved search finds today: ``total`` entries, ``new`` of them not seen before."""

    total: int
    new: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What was written into a file of belongings.

    ``pictures`` are how many of one's own are in it, ``left_out`` those for which no room was left.
    """

    belongings: Belongings
    pictures: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What came out of a file of belongings: how many of each were ``added`` or ``changed``.

    Keys are the names of what belongings have: ``"folders"``, ``"bookmarks"``, …, and of pictures
    only how many were added. Where two laptops
    had written different words into one note, or changed one session, both are kept (``"notes"``
    and ``"sessions"`` in ``doubled``).
    """

    added: Mapping[str, int]
    changed: Mapping[str, int]
    doubled: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Licence:
    """A part that fieldcat is made of, under which licence (SPDX), and the licence's words."""

    part: str
    version: str
    licence: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Installation:
    """What About and Preferences tell of this fieldcat and where it keeps its files.

    ``on_stick``: the data folder goes where the stick goes, or lies on a disk that can be pulled
    out. ``read_only``: nothing can be saved there. ``development``: the keys that the casebook's
    editions are signed with can be had by anyone, so that this is no release for use. ``built`` is
    the day (ISO 8601) that a packaged program was built on, empty where it is none.
    """

    version: str
    collections: tuple[Collection, ...]
    data_folder: Path
    read_only: bool = False
    on_stick: bool = False
    development: bool = False
    built: str = ""
