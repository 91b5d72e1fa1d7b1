"""What an edition would change, carried from the process that looked into a bundle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from fieldcat.domain.entry import EntryId
from fieldcat.domain.updating import Change, How, InSession, Outcome, Preview, Touched
from fieldcat.errors import RecordError
from fieldcat.records.decoding import decoded
from fieldcat.records.direction import undirected
from fieldcat.records.editions import decode_edition, encode_edition
from fieldcat.records.limits import EntryIdText, Name, Sentence, Sha256

MAX_CHANGES = 1_000_000

_Count = Annotated[int, Meta(ge=0, le=2**62)]


class ChangeRecord(Struct, frozen=True, array_like=True):
    """What becomes of an entry; a row, since there are many."""

    entry: EntryIdText
    title: Name
    how: How
    reason: Sentence = ""


class InSessionRecord(Struct, frozen=True, array_like=True):
    """A session that shows parts of an entry."""

    id: str
    title: str


class TouchedRecord(Struct, frozen=True, array_like=True):
    """Which change, how many bookmarks and notes it touches, in which folders and sessions."""

    change: _Count
    bookmarks: _Count
    notes: _Count
    folders: Annotated[tuple[str, ...], Meta(max_length=1_000)] = ()
    sessions: tuple[InSessionRecord, ...] = ()


class PreviewRecord(Struct, frozen=True):
    """A verified edition, as it is offered."""

    edition: Raw
    manifest: Sha256
    fingerprint: Annotated[str, Meta(max_length=100)]
    keys: Annotated[tuple[Annotated[str, Meta(max_length=200)], ...], Meta(max_length=1_000)]
    here: _Count
    size: _Count
    changes: Annotated[tuple[ChangeRecord, ...], Meta(max_length=MAX_CHANGES)]
    touched: Annotated[tuple[TouchedRecord, ...], Meta(max_length=MAX_CHANGES)]
    needed: _Count = 0
    free: _Count = 0


class OutcomeRecord(Struct, frozen=True):
    """What an import did."""

    preview: PreviewRecord
    generation: _Count | None = None


_previewed = msgspec.json.Decoder(PreviewRecord)
_outcome = msgspec.json.Decoder(OutcomeRecord)
_changes = msgspec.json.Decoder(tuple[ChangeRecord, ...])


def encode_preview(preview: Preview) -> bytes:
    """A preview as bytes."""
    return msgspec.json.encode(_record(preview))


def decode_preview(data: bytes) -> Preview:
    """The preview that the bytes hold.

    Raises:
        RecordError, NewerFormatError: as for every record.
    """
    return _preview(decoded(data, _previewed))


def encode_changes(changes: Iterable[Change]) -> bytes:
    """What becomes of entries, as bytes."""
    return msgspec.json.encode([_change_record(change) for change in changes])


def decode_changes(data: bytes) -> tuple[Change, ...]:
    """The changes that the bytes hold; see ``decode_preview``."""
    records = decoded(data, _changes)
    return tuple(map(_change, records))


def encode_outcome(outcome: Outcome) -> bytes:
    """What an import did, as bytes."""
    return msgspec.json.encode(OutcomeRecord(_record(outcome.preview), outcome.generation))


def decode_outcome(data: bytes) -> Outcome:
    """What an import did; see ``decode_preview``."""
    record = decoded(data, _outcome)
    return Outcome(_preview(record.preview), record.generation)


def _record(preview: Preview) -> PreviewRecord:
    places = {change.entry: place for place, change in enumerate(preview.changes)}
    return PreviewRecord(
        edition=Raw(encode_edition(preview.edition)),
        manifest=preview.manifest,
        fingerprint=preview.fingerprint,
        keys=preview.keys,
        here=preview.here,
        size=preview.size,
        changes=tuple(map(_change_record, preview.changes)),
        touched=tuple(
            TouchedRecord(
                places[touch.change.entry],
                touch.bookmarks,
                touch.notes,
                touch.folders,
                tuple(InSessionRecord(one.id, one.title) for one in touch.sessions),
            )
            for touch in preview.touched
        ),
        needed=preview.needed,
        free=preview.free,
    )


def _change_record(change: Change) -> ChangeRecord:
    return ChangeRecord(str(change.entry), change.title, change.how, change.reason)


def _change(record: ChangeRecord) -> Change:
    entry, title = EntryId.parse(record.entry), undirected(record.title)
    return Change(entry, title, record.how, undirected(record.reason))


def _preview(record: PreviewRecord) -> Preview:
    changes = tuple(map(_change, record.changes))
    if any(touch.change >= len(changes) for touch in record.touched):
        raise RecordError("no such change", field="touched", reason="no such change")
    return Preview(
        edition=decode_edition(bytes(record.edition)),
        manifest=record.manifest,
        fingerprint=record.fingerprint,
        keys=record.keys,
        here=record.here,
        size=record.size,
        changes=changes,
        touched=tuple(
            Touched(
                changes[touch.change],
                touch.bookmarks,
                touch.notes,
                touch.folders,
                tuple(InSession(one.id, one.title) for one in touch.sessions),
            )
            for touch in record.touched
        ),
        needed=record.needed,
        free=record.free,
    )
