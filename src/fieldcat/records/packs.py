"""Records of packs: one JSON line for each thing that an edition puts or withdraws.

``{"format": 1, "do": "put", "what": "entry", "record": {…}}``. The format is that of all records:
what is merely new is kept in the pack and passed over, a newer major format is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta, Raw, Struct

from fieldcat.domain.edition import Withdrawal
from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.taxonomy import Vocabulary
from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.records.coding import (
    RECORD_FORMAT,
    Envelope,
    decode_entry,
    decode_vocabulary,
    encode_entry,
    encode_vocabulary,
)
from fieldcat.records.decoding import decoded
from fieldcat.records.limits import MAX_RECORD_BYTES, Day, EntryIdText, Language, Sentence, Sha256

ENTRY = "entry"
VOCABULARY = "vocabulary"
ASSET = "asset"

MAX_ASSET_BYTES = 4_000_000


class Key(NamedTuple):
    """What a record is about; of two records about the same the later one holds."""

    what: str
    id: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pack: what it is about, and whether it takes it away."""

    key: Key
    data: bytes
    withdrawal: Withdrawal | None = None

    def entry(self) -> Entry:
        """The entry that is put.

        Raises:
            RecordError, NewerFormatError: as ``decode_entry``.
        """
        return decode_entry(self.data)

    def vocabulary(self) -> Vocabulary:
        """The vocabulary that is put.

        Raises:
            RecordError, NewerFormatError: as ``decode_vocabulary``.
        """
        return decode_vocabulary(self.data)

    def asset_length(self) -> int:
        """The length in bytes of the picture that is put.

        Raises:
            RecordError: the record is not one of a picture.
        """
        return decoded(self.data, _asset).record.length


class _Put(Struct, frozen=True):
    format: int
    do: Literal["put"]
    what: str
    record: Raw


class _Withdraw(Struct, frozen=True, omit_defaults=True):
    format: int
    do: Literal["withdraw"]
    entry: EntryIdText
    reason: Sentence
    date: Day
    replaced_by: EntryIdText | None = None
    language: Language | None = None


class _Format(Struct, frozen=True):
    """What is looked at first, so that a newer format is told from a damaged line."""

    format: Annotated[int, Meta(ge=1, le=1_000_000)]


class _First(Struct, frozen=True):
    do: Annotated[str, Meta(max_length=40)]
    what: Annotated[str, Meta(max_length=40)] = ""


class _EntryHead(Struct, frozen=True):
    id: EntryIdText
    language: Language
    translates: int | None = None


class _EntryKey(Struct, frozen=True):
    head: _EntryHead


class _VocabularyKey(Struct, frozen=True):
    id: Annotated[str, Meta(max_length=80)]


class _AssetRecord(Struct, frozen=True):
    sha256: Sha256
    length: Annotated[int, Meta(ge=1, le=MAX_ASSET_BYTES)]


_format = msgspec.json.Decoder(_Format)
_first = msgspec.json.Decoder(_First)
_entry = msgspec.json.Decoder(Envelope[_EntryKey])
_vocabulary = msgspec.json.Decoder(Envelope[_VocabularyKey])
_asset = msgspec.json.Decoder(Envelope[_AssetRecord])
_withdraw = msgspec.json.Decoder(_Withdraw)
_envelope = msgspec.json.Decoder(Envelope[Raw])


def put_entry(entry: Entry) -> Line:
    """The line that puts an entry; equal entries give equal lines.

    Raises:
        RecordError: the entry is beyond the limits.
    """
    return read_line(_put(ENTRY, encode_entry(entry)))


def put_of(record: bytes) -> bytes:
    """The line that puts an entry which is encoded already.

    Raises:
        RecordError: this is no encoded entry.
    """
    return _put(ENTRY, record)


def put_vocabulary(vocabulary: Vocabulary) -> Line:
    """The line that puts a vocabulary; see ``put_entry``."""
    return read_line(_put(VOCABULARY, encode_vocabulary(vocabulary)))


def put_asset(sha256: str, length: int) -> Line:
    """The line that names a picture and its length in bytes; it stands beside the packs."""
    record = msgspec.json.encode(Envelope(RECORD_FORMAT, _AssetRecord(sha256, length)))
    return read_line(_put(ASSET, record))


def withdraw(withdrawal: Withdrawal) -> Line:
    """The line that takes an entry, or one translation of it, away.

    Raises:
        RecordError: the reason is beyond the limits.
    """
    other = withdrawal.replaced_by
    return read_line(
        msgspec.json.encode(
            _Withdraw(
                format=RECORD_FORMAT,
                do="withdraw",
                entry=str(withdrawal.entry),
                reason=withdrawal.reason,
                date=withdrawal.date,
                replaced_by=None if other is None else str(other),
                language=withdrawal.language or None,
            )
        )
    )


def read_line(data: bytes) -> Line:
    """What one line of a pack says. What it puts is decoded only when it is asked for.

    Of a kind that this fieldcat does not know the key has no id: it is passed over.

    Raises:
        RecordError: the line does not follow the format or is beyond the limits.
        NewerFormatError: it was written for a newer fieldcat.
    """
    if len(data) > MAX_RECORD_BYTES:
        raise RecordError(f"{len(data)} bytes", field="", reason="too large")
    found = decoded(data, _format).format
    if found > RECORD_FORMAT:
        raise NewerFormatError(found=found, known=RECORD_FORMAT)
    first = decoded(data, _first)
    match first.do, first.what:
        case "put", "entry":
            head = decoded(data, _entry).record.head
            # An original has the empty language: it may come to be written in another.
            language = "" if head.translates is None else head.language
            return Line(Key(ENTRY, head.id, language), data)
        case "put", "vocabulary":
            return Line(Key(VOCABULARY, decoded(data, _vocabulary).record.id), data)
        case "put", "asset":
            return Line(Key(ASSET, decoded(data, _asset).record.sha256), data)
        case "put", what:
            return Line(Key(what, ""), data)
        case "withdraw", _:
            record = decoded(data, _withdraw)
            return Line(
                Key(ENTRY, record.entry, record.language or ""), data, _withdrawal_of(record)
            )
    raise RecordError(f"do: {first.do}", field="do", reason="neither puts nor withdraws")


def _withdrawal_of(record: _Withdraw) -> Withdrawal:
    other = record.replaced_by
    return Withdrawal(
        entry=EntryId.parse(record.entry),
        reason=record.reason,
        date=record.date,
        replaced_by=None if other is None else EntryId.parse(other),
        language=record.language or "",
    )


def _put(what: str, enveloped: bytes) -> bytes:
    record = decoded(enveloped, _envelope).record
    return msgspec.json.encode(_Put(RECORD_FORMAT, "put", what, record))
