"""Records to bytes and back: JSON in an envelope that names the version of the format.

``{"format": 1, "record": {…}}``. The number is the *major* version: it rises when an older program
would misread the record. A field that is merely new does not raise it; older programs ignore it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Generic, NoReturn, TypeVar, get_type_hints

import msgspec

from fieldcat.domain.entry import Entry, Head, Part
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.records.direction import undirected
from fieldcat.records.entries import EntryRecord, entry_of, entry_record
from fieldcat.records.heads import (
    HeadRecord,
    PartyRecord,
    SourceRecord,
    head_of,
    head_record,
)
from fieldcat.records.limits import MAX_RECORD_BYTES, Name
from fieldcat.records.parts import PartRecord, part_of
from fieldcat.records.taxonomy import (
    CollectionRecord,
    VocabularyRecord,
    collection_of,
    collection_record,
    vocabulary_of,
    vocabulary_record,
)

RECORD_FORMAT = 1

R = TypeVar("R")
D = TypeVar("D")


class Envelope(msgspec.Struct, Generic[R], frozen=True):
    """What every record is wrapped in."""

    format: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    record: R


class _Titled(msgspec.Struct, frozen=True):
    title: Name


class _Described(msgspec.Struct, frozen=True):
    """What of an entry's record tells how it is called and what is known of its kind."""

    head: _Titled
    part: PartRecord


_envelope = msgspec.json.Decoder(Envelope[msgspec.Raw])
_entry = msgspec.json.Decoder(EntryRecord)
_described = msgspec.json.Decoder(_Described)
_head = msgspec.json.Decoder(HeadRecord)
_vocabulary = msgspec.json.Decoder(VocabularyRecord)
_collection = msgspec.json.Decoder(CollectionRecord)


def encode_entry(entry: Entry) -> bytes:
    """An entry as bytes; equal entries give equal bytes.

    Raises:
        RecordError: the entry is beyond the limits, so that nobody could read it again.
    """
    return _encode(entry, entry_record, decode_entry)


def decode_entry(data: bytes) -> Entry:
    """The entry that the bytes hold, with titles and names cleaned of direction tricks.

    Raises:
        RecordError: the bytes do not follow the format or are beyond the limits.
        NewerFormatError: they were written for a newer fieldcat.
    """
    return _decode(data, _entry, entry_of)


def decode_part(data: bytes) -> tuple[str, Part]:
    """Of the entry that the bytes hold the title, and the part for its kind; see ``decode_entry``.

    The text is skipped, which takes a tenth of the time.
    """
    return _decode(
        data, _described, lambda found: (undirected(found.head.title), part_of(found.part))
    )


def encode_head(head: Head) -> bytes:
    """A head as bytes; see ``encode_entry``."""
    return _encode(head, head_record, decode_head)


def decode_head(data: bytes) -> Head:
    """The head that the bytes hold; see ``decode_entry``."""
    return _decode(data, _head, head_of)


def decode_listed_head(data: bytes) -> Head:
    """The same, several times as fast, for a list of a catalogue's own entries.

    Types are looked at and ids; lengths and patterns are not again: whatever wrote the catalogue
    has read the record in full.
    """
    if len(data) > MAX_RECORD_BYTES:
        return decode_head(data)  # which tells what is wrong
    try:
        envelope = _listed_head().decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return decode_head(data)
    if envelope.format > RECORD_FORMAT:
        raise NewerFormatError(found=envelope.format, known=RECORD_FORMAT)
    try:
        return head_of(envelope.record)
    except ValueError as error:
        raise RecordError(str(error), field="id", reason=str(error)) from error


@cache
def _listed_head() -> msgspec.json.Decoder[Envelope[HeadRecord]]:
    return msgspec.json.Decoder(Envelope[_unlimited(HeadRecord)])  # type: ignore[misc]  # made at run time


def _unlimited(record: type[msgspec.Struct]) -> type[Any]:
    """The same kind of record without limits on what its fields hold."""
    types = get_type_hints(record)
    inner: dict[Any, Any] = {}
    if record is HeadRecord:
        parties: Any = tuple[_unlimited(PartyRecord), ...]  # type: ignore[misc]  # made at run time
        inner = {SourceRecord: _unlimited(SourceRecord), tuple[PartyRecord, ...]: parties}
    fields = [
        (field.name, inner.get(types[field.name], types[field.name]), field.default)
        for field in msgspec.structs.fields(record)
    ]
    return msgspec.defstruct(record.__name__, fields, frozen=True)


def encode_vocabulary(vocabulary: Vocabulary) -> bytes:
    """A vocabulary as bytes; see ``encode_entry``."""
    return _encode(vocabulary, vocabulary_record, decode_vocabulary)


def decode_vocabulary(data: bytes) -> Vocabulary:
    """The vocabulary that the bytes hold; see ``decode_entry``."""
    return _decode(data, _vocabulary, vocabulary_of)


def encode_collection(collection: Collection) -> bytes:
    """A collection as bytes; see ``encode_entry``."""
    return _encode(collection, collection_record, decode_collection)


def decode_collection(data: bytes) -> Collection:
    """The collection that the bytes hold; see ``decode_entry``."""
    return _decode(data, _collection, collection_of)


def _encode(value: D, to_record: Callable[[D], R], decode: Callable[[bytes], D]) -> bytes:
    try:
        data = msgspec.json.encode(Envelope(RECORD_FORMAT, to_record(value)))
    except msgspec.ValidationError as error:
        _refuse(error)
    except (UnicodeEncodeError, RecursionError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error
    decode(data)  # The limits are checked by reading: what is written can be read again.
    return data


def _decode(data: bytes, decoder: msgspec.json.Decoder[R], from_record: Callable[[R], D]) -> D:
    if len(data) > MAX_RECORD_BYTES:
        raise RecordError(f"{len(data)} bytes", field="", reason="too large")
    try:
        envelope = _envelope.decode(data)
        if envelope.format > RECORD_FORMAT:
            raise NewerFormatError(found=envelope.format, known=RECORD_FORMAT)
        return from_record(decoder.decode(envelope.record))
    except msgspec.ValidationError as error:
        _refuse(error)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error
    except RecursionError:
        raise RecordError("recursion", field="", reason="nested too deeply") from None


def _refuse(error: msgspec.ValidationError) -> NoReturn:
    # msgspec says where in the text only: «Expected `str`, got `int` - at `$.head.title`».
    reason, _, place = str(error).partition(" - at `$")
    raise RecordError(str(error), field=place.rstrip("`").lstrip("."), reason=reason) from error
