"""A card as it is shown before somebody trusts it, carried from the process that read it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from fieldcat.domain.publishers import CardOffer
from fieldcat.records.decoding import decoded
from fieldcat.records.editions import decode_card, encode_card

_Word = Annotated[str, Meta(pattern=r"^[a-z]{2,20}\Z")]


class CardOfferRecord(Struct, frozen=True):
    """A card and its fingerprint, in digits and in words."""

    card: Raw
    fingerprint: Annotated[str, Meta(pattern=r"^\d{5}(?: \d{5}){7}\Z")]
    words: Annotated[tuple[_Word, ...], Meta(min_length=12, max_length=12)]
    development: bool
    same_name: bool


_decoder = msgspec.json.Decoder(CardOfferRecord)


def encode_card_offer(offer: CardOffer) -> bytes:
    """A card that was looked at, as bytes."""
    card = Raw(encode_card(offer.card))
    record = CardOfferRecord(
        card, offer.fingerprint, offer.words, offer.development, offer.same_name
    )
    return msgspec.json.encode(record)


def decode_card_offer(data: bytes) -> CardOffer:
    """A card that was looked at.

    Raises:
        RecordError, NewerFormatError: the bytes do not say.
    """
    record = decoded(data, _decoder)
    return CardOffer(
        decode_card(bytes(record.card)),
        record.fingerprint,
        record.words,
        record.development,
        record.same_name,
    )
