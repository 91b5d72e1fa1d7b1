"""What stood once some packs were read, written down so that they need not be read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.edition import Pack, Withdrawal
from fieldcat.domain.entry import EntryId
from fieldcat.errors import RecordError
from fieldcat.records.decoding import decoded
from fieldcat.records.limits import Day, EntryIdText, Sentence, Sha256
from fieldcat.records.packs import ENTRY, Key
from fieldcat.records.replaying import Standing

_FORMAT = 1

_Place = Annotated[int, Meta(ge=0)]
_Text = Annotated[str, Meta(max_length=1_000)]


class _Put(Struct, frozen=True, array_like=True):
    what: _Text
    id: _Text
    language: _Text
    place: _Place
    digest: bytes


class _Gone(Struct, frozen=True, array_like=True):
    entry: EntryIdText
    language: _Text
    reason: Sentence
    date: Day
    replaced_by: EntryIdText | None


class _Standing(Struct, frozen=True):
    format: int
    collection: str
    packs: tuple[Sha256, ...]
    read: _Place
    puts: tuple[_Put, ...]
    withdrawn: tuple[_Gone, ...]


_decoder = msgspec.msgpack.Decoder(_Standing)


def encode_standing(standing: Standing, packs: Iterable[Pack]) -> bytes:
    """What stands once these packs are read, as bytes; equal ones give equal bytes."""
    return msgspec.msgpack.encode(
        _Standing(
            _FORMAT,
            standing.collection,
            tuple(pack.sha256 for pack in packs),
            standing.lines,
            tuple(
                _Put(*key, place, standing.digests.get(key, b""))
                for key, place in sorted(standing.puts.items())
            ),
            tuple(
                _Gone(
                    str(gone.entry),
                    gone.language,
                    gone.reason,
                    gone.date,
                    None if gone.replaced_by is None else str(gone.replaced_by),
                )
                for _, gone in sorted(standing.withdrawn.items())
            ),
        )
    )


def decode_standing(data: bytes) -> tuple[Standing, tuple[str, ...]]:
    """What stands, and the SHA-256 of the packs that were read for it.

    Raises:
        RecordError: the bytes hold no such thing, or that of another fieldcat.
    """
    found = decoded(data, _decoder)
    if found.format != _FORMAT:
        raise RecordError("another format", field="format", reason="another format")
    puts, digests = {}, {}
    for put in found.puts:
        key = Key(put.what, put.id, put.language)
        puts[key] = put.place
        if put.what == ENTRY:
            digests[key] = put.digest
    withdrawn = {}
    for gone in found.withdrawn:
        other = None if gone.replaced_by is None else EntryId.parse(gone.replaced_by)
        withdrawn[Key(ENTRY, gone.entry, gone.language)] = Withdrawal(
            EntryId.parse(gone.entry), gone.reason, gone.date, other, gone.language
        )
    standing = Standing(found.collection, puts, withdrawn, digests, lines=found.read)
    return standing, found.packs
