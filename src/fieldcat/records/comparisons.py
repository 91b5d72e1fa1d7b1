"""What became of an entry, carried from the process that looked into a bundle."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.comparing import Comparison, Mark, Passage, Piece
from fieldcat.records.decoding import decoded
from fieldcat.records.direction import undirected

_MOST = 100_000


class PieceRecord(Struct, frozen=True, array_like=True):
    """Words and what became of them."""

    text: str
    mark: Mark


class PassageRecord(Struct, frozen=True, array_like=True):
    """A line and what became of it."""

    mark: Mark
    pieces: Annotated[tuple[PieceRecord, ...], Meta(max_length=_MOST)]


class ComparisonRecord(Struct, frozen=True):
    """All lines of an entry."""

    passages: Annotated[tuple[PassageRecord, ...], Meta(max_length=_MOST)]
    folded: bool = False


_decoder = msgspec.json.Decoder(ComparisonRecord)


def encode_comparison(comparison: Comparison) -> bytes:
    """A comparison as bytes."""
    passages = tuple(
        PassageRecord(
            passage.mark, tuple(PieceRecord(piece.text, piece.mark) for piece in passage.pieces)
        )
        for passage in comparison.passages
    )
    return msgspec.json.encode(ComparisonRecord(passages, comparison.folded))


def decode_comparison(data: bytes) -> Comparison:
    """The comparison that the bytes hold.

    Raises:
        RecordError: they hold none.
    """
    record = decoded(data, _decoder)
    return Comparison(
        tuple(
            Passage(
                passage.mark,
                tuple(Piece(undirected(piece.text), piece.mark) for piece in passage.pieces),
            )
            for passage in record.passages
        ),
        record.folded,
    )
