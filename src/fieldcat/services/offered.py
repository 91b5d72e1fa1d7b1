"""What the window is offered: one bundle of functions, put together by ``wiring``.

The window knows nothing behind these. All of them but ``kept_ids``, ``preference``, ``front_page``,
``is_awake``, ``newer_is_left``, ``facet_label``, ``sites`` and ``read_line`` may take their time
and are called off the GUI thread; each may raise a ``FieldcatError``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.facets import Facet
from fieldcat.domain.head import EntryId, Head
from fieldcat.domain.progress import Report
from fieldcat.domain.query import Answer, Query

if TYPE_CHECKING:
    from fieldcat.domain.belongings import Belongings
    from fieldcat.domain.comparing import Comparison
    from fieldcat.domain.edition import Program, Withdrawn
    from fieldcat.domain.entry import Entry  # and with it all kinds of blocks and parts
    from fieldcat.domain.keeping import Folder, Note, ReadingPlace, SavedSearch
    from fieldcat.domain.publishers import CardOffer, Publisher, Turned, WebNews
    from fieldcat.domain.query_line import Line
    from fieldcat.domain.taxonomy import Collection
    from fieldcat.domain.updating import News, Origin, PastChange, Preview
    from fieldcat.services.answers import (
        Copied,
        Installation,
        Kept,
        Licence,
        NothingFound,
        SearchCount,
        Taken,
    )
    from fieldcat.services.offered_training import TrainingServices

Cancelled = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""

Marker = Callable[[str], Iterable[tuple[int, int]]]
"""Gives the half-open ranges of a text (Python indices) that hold words of a query."""

Labels = Mapping[str, Mapping[str, str]]
"""By vocabulary (``"topics"``, …, ``"countries"``, ``"regions"``, ``"languages"``): id to words."""


# Bundles of functions are neither compared nor printed, and made sooner without the means for it.
@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OwnServices:
    """What a person makes beside the casebook. All of it is on the disk when a call returns.

    ``overview``: everything, for My casebook; newest first, folders by name.
    ``make_folder(name, parent)``, ``rename_folder``, ``move_folder(number, parent)``,
    ``remove_folder``: what was in a removed folder stays kept, in no folder, as do folders in it.
    A folder that comes to lie beside one of its name gets a number behind it.
    ``place(entries, folder)``: put bookmarks into a folder, or in none.
    ``remove_bookmark``: keep an entry no longer.
    ``notes_on(entry)``: the notes on one entry, oldest first.
    ``write_note``: write a new note (its ``id`` is empty) or a changed one; gives it as written.
    A note that was removed meanwhile is a ``LookupError``, one of a million letters a
    ``ValueError``.
    ``remove_note``: remove one, by its id.
    ``note_reading(entry, place)``: the entry is being read, as far as this. Nothing is written
    where reading is not remembered.
    ``last_place(entry)``: where reading stopped, or None.
    ``forget_readings``: clear what was read, of one entry or (None) of all.
    ``save_search(name, query)``, ``rename_search(id, name)``, ``remove_search(id)``.
    ``count_search(search)``: what it finds today. ``see_search(id)``: all of that was seen.
    ``restore``: put back what a removal gave, exactly as it was.
    ``export(file)``: write all belongings into one JSON file; gives them.
    ``take_in(file)``: merge such a file, without duplicates or loss; gives what came of it.

    Removals give what they removed. ``LookupError`` where a folder, note or search is not there;
    ``ValueError`` where a name is empty or a folder would lie in itself; ``FoldersTooDeepError``
    where it would lie too deep in others; ``TooMuchToCarryError`` where no file could hold all of
    it; ``BelongingsError`` where a file is not one of ours, damaged or of a newer format: nothing
    was changed.
    """

    overview: Callable[[], Kept]
    make_folder: Callable[[str, int | None], Folder]
    rename_folder: Callable[[int, str], None]
    move_folder: Callable[[int, int | None], None]
    remove_folder: Callable[[int], Belongings]
    place: Callable[[Iterable[EntryId], int | None], None]
    remove_bookmark: Callable[[EntryId], Belongings]
    notes_on: Callable[[EntryId], tuple[Note, ...]]
    write_note: Callable[[Note], Note]
    remove_note: Callable[[str], Belongings]
    note_reading: Callable[[EntryId, ReadingPlace], None]
    last_place: Callable[[EntryId], ReadingPlace | None]
    forget_readings: Callable[[EntryId | None], Belongings]
    save_search: Callable[[str, Query], SavedSearch]
    rename_search: Callable[[str, str], None]
    remove_search: Callable[[str], Belongings]
    count_search: Callable[[SavedSearch], SearchCount]
    see_search: Callable[[str], None]
    restore: Callable[[Belongings], None]
    export: Callable[[Path], Copied]
    take_in: Callable[[Path], Taken]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UpdateServices:
    """Editions of collections: what is here, what a file or a host offers, taking in, going back.

    ``publishers``: whose collections are known here.
    ``look(origin, report)``: verify an edition and tell what it would change; nothing is changed.
    ``take_in(origin, manifest, report)``: take it in, whole or not at all; ``manifest`` is that of
    the preview that the person agreed to. What is read afterwards is the new edition.
    ``undo``: read again what was read before the last import; False where there is nothing to go
    back to.
    ``news``: what the import changed that made what is read.
    ``compare_offered(origin, entry, report)``: what an edition would change in an entry.
    ``compare(entry)``: what the last import changed in it; None where that cannot be told.
    ``history``: all that changed what is read, the newest first.
    ``ask_host(collection, report)``: what the publisher's web host has.
    ``fetch(collection, report)``: fetch it; a ``Host`` can then be looked at as an origin.
    ``look_at_card(file)``: what a publisher's card says, before somebody trusts it.
    ``add_publisher(file, fingerprint)``: trust it, whose fingerprint was compared.
    ``set_enabled(collection, enabled, report)``, ``remove_publisher(collection, report)``,
    ``use_edition(collection, number, report)``: change whose editions are read, and which; what is
    read afterwards is that. ``take_back`` has it as it was before.
    ``shipped``: the file of an edition that came with the program, is newer than the one that is
    read, and was never taken in; else None.
    ``is_plugged_in(folder)``: whether something mounted is a stick or the like.
    ``installers``: the names of the programs that can be passed on with the casebook.
    ``copy_to(folder, installers, report)``: copy there what others can take in, and read it back;
    gives the bytes. ``StickError`` where a stick is at fault.

    Each kind of ``BundleError`` says why a file cannot be taken in, each kind of ``WebError`` why
    nothing could be fetched; ``CardError`` and ``PublisherError`` tell of publishers;
    ``CancelledError`` where ``report`` stopped it. Nothing was changed then.
    """

    publishers: Callable[[], tuple[Publisher, ...]]
    look: Callable[[Origin, Report], Preview]
    take_in: Callable[[Origin, str, Report], None]
    undo: Callable[[], bool]
    news: Callable[[], News]
    compare: Callable[[EntryId], Comparison | None]
    compare_offered: Callable[[Origin, EntryId, Report], Comparison]
    history: Callable[[], tuple[PastChange, ...]]
    ask_host: Callable[[str, Report], WebNews]
    fetch: Callable[[str, Report], None]
    look_at_card: Callable[[Path], CardOffer]
    add_publisher: Callable[[Path, str], None]
    set_enabled: Callable[[str, bool, Report], Turned]
    remove_publisher: Callable[[str, Report], Turned]
    use_edition: Callable[[str, int, Report], Turned]
    take_back: Callable[[Turned], None]
    shipped: Callable[[], Path | None]
    is_plugged_in: Callable[[Path], bool]
    installers: Callable[[], tuple[str, ...]]
    copy_to: Callable[[Path, bool, Report], int]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Services:
    """Everything that the window may ask for.

    ``front_page``: what ``find`` answered an empty query when it was last asked, before anything
    else is loaded; None where nobody knows. The casebook may be another by now: ask it, too.
    ``is_awake``: whether the casebook is open, so that ``read_line`` and ``facet_label`` answer at
    once; ``wake`` opens it, which takes its time.
    ``newer_is_left``: whether the casebook to be read was made for a newer fieldcat and is left as
    it is, so that another one is read; nothing is known before the casebook is open.
    ``find``: one page of an answer, with counts of all facets; ``CancelledError`` where it is told
    in the middle of it that nobody waits for it any more.
    ``read_line(line, cursor, kinds)``: what was typed, as words and filters; ``kinds`` are the
    window's names for kinds, by which they can be called too.
    ``read``: a whole entry, in the language asked for where there is one.
    ``withdrawn``: an entry that is published no more, as it last was here; None if it never was.
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
    ``own``: what the person makes.
    ``updates``: taking in editions.
    ``training``: sessions.
    ``more_like(entry)``: heads of entries that are like it, the likest first.
    ``installation``: what this fieldcat is and where its files lie.
    ``newer_program``: a newer fieldcat that the program's own publisher tells of, or None.
    ``licences``: name, version, licence and text of each part that fieldcat is made of.
    ``export(chosen, file, format, report)``: write the entries that a query finds, or these, into
    a file as ``csv``, ``xlsx``, ``json``, ``ris``, ``bibtex`` or ``csl``, or as one of ``sites``;
    gives how many.
    ``sites``: those of ``site`` and ``zim`` that can be written, which a publisher's program can.
    ``save_file(file, content)``: write a file whole, or leave all as it was.
    ``export_log(file)``: write the log with the state of things for whoever helps; it names no
    query and nothing that is kept.
    """

    find: Callable[[Query, Cancelled], Answer]
    read_line: Callable[[str, int | None, Mapping[str, str]], Line]
    read: Callable[[EntryId, str | None], Entry]
    withdrawn: Callable[[EntryId], Withdrawn | None]
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
    own: OwnServices
    updates: UpdateServices
    training: TrainingServices
    more_like: Callable[[EntryId], tuple[Head, ...]]
    installation: Callable[[], Installation]
    licences: Callable[[], tuple[Licence, ...]]
    save_file: Callable[[Path, bytes], None]
    export_log: Callable[[Path], None]
    picture: Callable[[str], bytes | None] = lambda _asset: None
    export: Callable[[Query | tuple[EntryId, ...], Path, str, Report], int] = (
        lambda _chosen, _file, _format, _report: 0
    )
    sites: Callable[[], tuple[str, ...]] = lambda: ()
    front_page: Callable[[], Answer | None] = lambda: None
    is_awake: Callable[[], bool] = lambda: True
    wake: Callable[[], None] = lambda: None
    newer_is_left: Callable[[], bool] = lambda: False
    newer_program: Callable[[], Program | None] = lambda: None
