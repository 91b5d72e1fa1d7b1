"""Typed records: how entries, vocabularies and collections are written down and read again."""

from fieldcat.records.coding import (
    RECORD_FORMAT,
    decode_collection,
    decode_entry,
    decode_head,
    decode_listed_head,
    decode_part,
    decode_vocabulary,
    encode_collection,
    encode_entry,
    encode_head,
    encode_vocabulary,
)

__all__ = [
    "RECORD_FORMAT",
    "decode_collection",
    "decode_entry",
    "decode_head",
    "decode_listed_head",
    "decode_part",
    "decode_vocabulary",
    "encode_collection",
    "encode_entry",
    "encode_head",
    "encode_vocabulary",
]
