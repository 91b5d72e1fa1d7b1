"""What a publisher's web host has, carried from the process that asked it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.publishers import WebNews
from fieldcat.records.decoding import decoded
from fieldcat.records.direction import undirected
from fieldcat.records.limits import CollectionId, Day, Name, Revision, WebAddress

_Count = Annotated[int, Meta(ge=0, le=2**62)]


class WebNewsRecord(Struct, frozen=True):
    """Its newest edition, and what is here."""

    collection: CollectionId
    title: Name
    publisher: Name
    edition: Revision
    date: Day
    here: _Count
    to_fetch: _Count
    address: WebAddress


_decoder = msgspec.json.Decoder(WebNewsRecord)


def encode_web_news(news: WebNews) -> bytes:
    """What a host has, as bytes."""
    return msgspec.json.encode(msgspec.convert(news, WebNewsRecord, from_attributes=True))


def decode_web_news(data: bytes) -> WebNews:
    """What a host has.

    Raises:
        RecordError: the bytes do not say.
    """
    record = decoded(data, _decoder)
    return WebNews(
        record.collection,
        undirected(record.title),
        undirected(record.publisher),
        record.edition,
        record.date,
        record.here,
        record.to_fetch,
        record.address,
    )
