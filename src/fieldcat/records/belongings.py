"""Belongings as one JSON file, to be taken to another laptop; see ``docs/belongings.md``.

Such a file may come from a stranger: everything in it has a type and a bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.foldering import DEEPEST, depth_of, parents_first
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, SavedSearch
from fieldcat.records.asking import (
    FacetName,
    FilterValue,
    PlaceRecord,
    QueryRecord,
    SeenRecord,
    SortName,
    place_of,
    place_record,
    query_of,
    query_record,
    seen_of,
    seen_record,
)
from fieldcat.records.carried_files import read_carried
from fieldcat.records.carried_pictures import PicturesRecord, pictures_of, pictures_record
from fieldcat.records.direction import undirected
from fieldcat.records.limits import EntryIdText
from fieldcat.records.names import MAX_NAME, MAX_NOTE, tidy_name
from fieldcat.records.passages import PassageRecord, passage_of, passage_record
from fieldcat.records.sessions import (
    CorrectionRecord,
    HeldRecord,
    SessionRecord,
    correction_of,
    correction_record,
    exact,
    held_of,
    held_record,
    session_of,
    session_record,
)

T = TypeVar("T")

BELONGINGS_FORMAT = 1
"""Rises when an older program would misread the file; what is merely new does not raise it."""

_MAX_FOLDERS = 10_000
_MAX_ROWS = 100_000
_MAX_SESSIONS = 10_000

_Number = Annotated[int, Meta(ge=1, le=2**53)]
_Revision = Annotated[int, Meta(ge=0, le=2**31)]
_Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
_Title = Annotated[str, Meta(max_length=2_000)]
_Words = Annotated[str, Meta(max_length=MAX_NOTE)]
_LastingId = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")]
_Moment = Annotated[datetime, Meta(tz=True)]


class FolderRecord(msgspec.Struct, frozen=True, omit_defaults=True, rename={"inside": "in"}):
    """A folder, and the number of that which it lies in."""

    number: _Number
    name: _Name
    inside: _Number | None = None


class BookmarkRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry that is kept."""

    entry: EntryIdText
    title: _Title
    revision: _Revision
    kept_at: _Moment
    folder: _Number | None = None


class NoteRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A note, with what merging needs to know of its past."""

    id: _LastingId
    entry: EntryIdText
    title: _Title
    revision: _Revision
    made_at: _Moment
    changed_at: _Moment
    text: _Words = ""
    passage: PassageRecord | None = None
    carried: Annotated[tuple[_Fingerprint, ...], Meta(max_length=_MAX_ROWS)] = ()


class ReadingRecord(msgspec.Struct, frozen=True):
    """An entry that was read."""

    entry: EntryIdText
    title: _Title
    read_at: _Moment
    place: PlaceRecord


class SearchRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A saved search, with what it had found when last looked at."""

    id: _LastingId
    name: _Name
    saved_at: _Moment
    seen_at: _Moment
    text: Annotated[str, Meta(max_length=MAX_NAME)] = ""
    filters: dict[FacetName, tuple[FilterValue, ...]] = {}
    sort: SortName = "best"
    seen: SeenRecord = {}


class BelongingsRecord(msgspec.Struct, frozen=True):
    """The whole file."""

    fieldcat: str
    format: int
    folders: Annotated[tuple[FolderRecord, ...], Meta(max_length=_MAX_FOLDERS)] = ()
    bookmarks: Annotated[tuple[BookmarkRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    notes: Annotated[tuple[NoteRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    readings: Annotated[tuple[ReadingRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    searches: Annotated[tuple[SearchRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    sessions: Annotated[tuple[SessionRecord, ...], Meta(max_length=_MAX_SESSIONS)] = ()
    held: Annotated[tuple[HeldRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    corrections: Annotated[tuple[CorrectionRecord, ...], Meta(max_length=_MAX_ROWS)] = ()
    pictures: PicturesRecord = {}


@dataclass(frozen=True, slots=True)
class BelongingsFile:
    """What a file holds: belongings, and the pictures that their sessions show."""

    belongings: Belongings
    pictures: Mapping[str, bytes]


_record = msgspec.json.Decoder(BelongingsRecord)


def encode_belongings(
    belongings: Belongings, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """Belongings as the bytes of a file; equal ones give equal bytes."""
    record = BelongingsRecord(
        fieldcat="belongings",
        format=BELONGINGS_FORMAT,
        folders=tuple(
            FolderRecord(folder.number, folder.name, folder.parent) for folder in belongings.folders
        ),
        bookmarks=tuple(
            BookmarkRecord(
                str(one.entry), one.title, one.revision, one.kept_at.astimezone(UTC), one.folder
            )
            for one in belongings.bookmarks
        ),
        notes=tuple(map(_note_record, belongings.notes)),
        readings=tuple(
            ReadingRecord(
                str(one.entry), one.title, one.read_at.astimezone(UTC), place_record(one.place)
            )
            for one in belongings.readings
        ),
        searches=tuple(map(_search_record, belongings.searches)),
        sessions=tuple(map(session_record, belongings.sessions)),
        held=tuple(map(held_record, belongings.held)),
        corrections=tuple(map(correction_record, belongings.corrections)),
        pictures=pictures_record(pictures),
    )
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def decode_belongings(data: bytes) -> Belongings:
    """The belongings that the bytes of a file hold, without pictures; see the next one."""
    return decode_belongings_file(data).belongings


def decode_belongings_file(data: bytes) -> BelongingsFile:
    """What the bytes of a file hold.

    Names are cleaned of direction tricks. What lies in a folder that is not in the file lies in
    none. Pictures that are not what they are called are left out.

    Raises:
        BelongingsError: it is no such file (``"foreign"``), or damaged or beyond the limits.
        NewerFormatError: a newer fieldcat wrote it.
    """
    return read_carried(data, _file, kind="belongings", known=BELONGINGS_FORMAT)


def _file(data: bytes) -> BelongingsFile:
    record = _record.decode(data)
    return BelongingsFile(_belongings(record), pictures_of(record.pictures))


def _belongings(record: BelongingsRecord) -> Belongings:
    folders = _folders(record.folders)
    numbers = {folder.number for folder in folders}
    return Belongings(
        folders=folders,
        bookmarks=_unique(
            (
                Bookmark(
                    EntryId.parse(one.entry),
                    undirected(one.title),
                    one.revision,
                    one.kept_at.astimezone(UTC).replace(microsecond=0),
                    one.folder if one.folder in numbers else None,
                ),
                one.entry,
            )
            for one in record.bookmarks
        ),
        notes=_unique((_note(one), one.id) for one in record.notes),
        readings=_unique(
            (
                Reading(
                    EntryId.parse(one.entry),
                    undirected(one.title),
                    exact(one.read_at),
                    place_of(one.place),
                ),
                one.entry,
            )
            for one in record.readings
        ),
        searches=_unique((_search(one), one.id) for one in record.searches),
        sessions=_unique((session_of(one), one.id) for one in record.sessions),
        held=_unique((held_of(one), one.id) for one in record.held),
        corrections=_unique((correction_of(one), one.id) for one in record.corrections),
    )


def _folders(records: Iterable[FolderRecord]) -> tuple[Folder, ...]:
    listed = _unique(
        (Folder(one.number, tidy_name(one.name), one.inside), one.number) for one in records
    )
    numbers = {folder.number for folder in listed}
    folders = tuple(
        folder if folder.parent in numbers else Folder(folder.number, folder.name)
        for folder in listed
    )
    if len(parents_first(folders)) < len(folders):
        raise ValueError("folders lie in each other")
    if depth_of(folders) > DEEPEST:
        raise ValueError("folders lie too deep")
    return folders


def _note_record(note: Note) -> NoteRecord:
    return NoteRecord(
        id=note.id,
        entry=str(note.entry),
        title=note.title,
        revision=note.revision,
        made_at=note.made_at.astimezone(UTC),
        changed_at=note.changed_at.astimezone(UTC),
        text=note.text,
        passage=passage_record(note.passage),
        carried=tuple(sorted(note.carried)),
    )


def _note(record: NoteRecord) -> Note:
    return Note(
        id=record.id,
        entry=EntryId.parse(record.entry),
        title=undirected(record.title),
        revision=record.revision,
        text=record.text,
        made_at=exact(record.made_at),
        changed_at=exact(record.changed_at),
        passage=passage_of(record.passage),
        carried=frozenset(record.carried),
    )


def _search_record(search: SavedSearch) -> SearchRecord:
    query = query_record(search.query)
    return SearchRecord(
        id=search.id,
        name=search.name,
        saved_at=search.saved_at.astimezone(UTC),
        seen_at=search.seen_at.astimezone(UTC),
        text=query.text,
        filters=query.filters,
        sort=query.sort,
        seen=seen_record(search.seen),
    )


def _search(record: SearchRecord) -> SavedSearch:
    return SavedSearch(
        id=record.id,
        name=tidy_name(record.name),
        query=query_of(QueryRecord(record.text, record.filters, record.sort)),
        saved_at=exact(record.saved_at),
        seen_at=exact(record.seen_at),
        seen=seen_of(record.seen),
    )


def _unique(pairs: Iterable[tuple[T, object]]) -> tuple[T, ...]:
    found: list[T] = []
    names: set[object] = set()
    for one, name in pairs:
        found.append(one)
        names.add(name)
    if len(names) < len(found):
        raise ValueError("two of one name")
    return tuple(found)
