"""The pictures of entries: files that are called by the SHA-256 of their bytes."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from fieldcat.records.packs import MAX_ASSET_BYTES

_NAME = re.compile(r"[0-9a-f]{64}")


def read_picture(folder: Path, asset: str) -> bytes | None:
    """The bytes of a picture; None where it is not there, or is not what its name says."""
    if not _NAME.fullmatch(asset):
        return None
    try:
        with (folder / asset).open("rb") as file:
            data = file.read(MAX_ASSET_BYTES + 1)
    except OSError:
        return None
    if len(data) > MAX_ASSET_BYTES or sha256(data).hexdigest() != asset:
        return None
    return data


def pictures_beside(catalogue: Path) -> Path:
    """The folder for the pictures of a catalogue that lies by itself, as a preview's does."""
    return catalogue.parent / "pictures"
