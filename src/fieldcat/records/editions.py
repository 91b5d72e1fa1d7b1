"""Records of editions, of what a bundle says of itself, and of publishers' cards."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct, convert

from fieldcat.domain.edition import About, Card, Edition, Pack, Program
from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.records.decoding import decoded
from fieldcat.records.direction import undirected
from fieldcat.records.limits import (
    CollectionId,
    Day,
    Name,
    Revision,
    Sha256,
    WebAddressOrNone,
)
from fieldcat.records.taxonomy import CollectionRecord, collection_of, collection_record

R = TypeVar("R", bound=Struct)

EDITION_FORMAT = 1
"""Of manifests, bundles and cards: rises when an older program would misread them."""

MAX_PACKS = 1_000
MAX_MANIFEST_BYTES = 1_000_000
MAX_CARD_BYTES = 600_000


class PackRecord(Struct, frozen=True):
    """A pack of the list."""

    sha256: Sha256
    length: Annotated[int, Meta(ge=1, le=2**31)]
    content: Annotated[int, Meta(ge=0, le=2**31)]
    records: Annotated[int, Meta(ge=0, le=5_000_000)]
    edition: Revision


class ProgramRecord(Struct, frozen=True, omit_defaults=True):
    """A program that is newer than others."""

    version: Annotated[str, Meta(pattern=r"^[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}\Z")]
    web: WebAddressOrNone = ""


class EditionRecord(Struct, frozen=True, omit_defaults=True):
    """An edition's manifest."""

    format: int
    collection: CollectionRecord
    packs: Annotated[tuple[PackRecord, ...], Meta(min_length=1, max_length=MAX_PACKS)]
    program: ProgramRecord | None = None


class AboutRecord(Struct, frozen=True):
    """What stands first in a bundle."""

    fieldcat: Literal["bundle"]
    format: int
    collection: CollectionId
    title: Name
    publisher: Name
    edition: Revision
    date: Day
    since: Annotated[int, Meta(ge=0, le=1_000_000)] = 0


class CardRecord(Struct, frozen=True, omit_defaults=True):
    """A publisher's card."""

    fieldcat: Literal["publisher"]
    format: int
    collection: CollectionId
    title: Name
    publisher: Name
    root: Raw
    web: WebAddressOrNone = ""


class _Format(Struct, frozen=True):
    format: Annotated[int, Meta(ge=1, le=1_000_000)]


_format = msgspec.json.Decoder(_Format)
_edition = msgspec.json.Decoder(EditionRecord)
_about = msgspec.json.Decoder(AboutRecord)
_card = msgspec.json.Decoder(CardRecord)


def encode_edition(edition: Edition) -> bytes:
    """An edition's manifest; equal editions give equal bytes.

    Raises:
        RecordError: it is beyond the limits.
    """
    try:
        packs = tuple(convert(pack, PackRecord, from_attributes=True) for pack in edition.packs)
        told = edition.program
        program = None if told is None else convert(told, ProgramRecord, from_attributes=True)
        collection = collection_record(edition.collection)
        record = EditionRecord(EDITION_FORMAT, collection, packs, program)
    except msgspec.ValidationError as error:
        raise RecordError(str(error), field="edition", reason=str(error)) from error
    data = msgspec.json.encode(record)
    decode_edition(data)
    return data


def decode_edition(data: bytes) -> Edition:
    """The edition that a manifest tells of.

    Raises:
        RecordError, NewerFormatError: as for every record.
    """
    record = _decoded(data, _edition, MAX_MANIFEST_BYTES)
    packs = tuple(
        Pack(pack.sha256, pack.length, pack.content, pack.records, pack.edition)
        for pack in record.packs
    )
    if len({pack.sha256 for pack in packs}) < len(packs):
        raise RecordError("a pack stands twice", field="packs", reason="stands twice")
    told = record.program
    program = None if told is None else Program(told.version, undirected(told.web))
    return Edition(collection_of(record.collection), packs, program)


def encode_about(about: About) -> bytes:
    """What a bundle says of itself."""
    record = AboutRecord(
        "bundle",
        EDITION_FORMAT,
        about.collection,
        about.title,
        about.publisher,
        about.edition,
        about.date,
        about.since,
    )
    return msgspec.json.encode(record)


def decode_about(data: bytes) -> About:
    """What a bundle says of itself; nothing of it is to be trusted.

    Raises:
        RecordError, NewerFormatError: as for every record.
    """
    record = _decoded(data, _about, MAX_MANIFEST_BYTES)
    return About(
        record.collection,
        undirected(record.title),
        undirected(record.publisher),
        record.edition,
        record.date,
        record.since,
    )


def encode_card(card: Card) -> bytes:
    """A publisher's card."""
    record = CardRecord(
        "publisher",
        EDITION_FORMAT,
        card.collection,
        card.title,
        card.publisher,
        Raw(card.root),
        card.web,
    )
    return msgspec.json.encode(record)


def decode_card(data: bytes) -> Card:
    """The publisher that a card tells of; its root is JSON, and no more is known of it.

    Raises:
        RecordError, NewerFormatError: as for every record.
    """
    record = _decoded(data, _card, MAX_CARD_BYTES)
    title, publisher = undirected(record.title), undirected(record.publisher)
    return Card(record.collection, title, publisher, bytes(record.root), record.web)


def _decoded(data: bytes, record: msgspec.json.Decoder[R], most: int) -> R:
    if len(data) > most:
        raise RecordError(f"{len(data)} bytes", field="", reason="too large")
    found = decoded(data, _format).format
    if found > EDITION_FORMAT:
        raise NewerFormatError(found=found, known=EDITION_FORMAT)
    return decoded(data, record)
