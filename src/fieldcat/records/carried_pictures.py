"""Pictures in files that are taken to another laptop: in Base64, by the SHA-256 of their bytes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated

from msgspec import Meta

from fieldcat.records.limits import Sha256

PicturesRecord = Annotated[dict[Sha256, str], Meta(max_length=10_000)]


def pictures_record(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """The record of pictures; the same ones in the same order, whoever gives them."""
    return {
        asset: base64.b64encode(content).decode() for asset, content in sorted(pictures.items())
    }


def pictures_of(record: Mapping[str, str]) -> dict[str, bytes]:
    """The pictures that a record holds; those that are not what they are called are left out."""
    return {
        asset: found
        for asset, text in record.items()
        if (found := _bytes(text)) and sha256(found).hexdigest() == asset
    }


def room_of(content: bytes) -> int:
    """How many bytes a file grows by with a picture, at the most."""
    return (len(content) + 2) // 3 * 4 + _BESIDE


_BESIDE = 80
"""The name, and the signs around both."""


def _bytes(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
