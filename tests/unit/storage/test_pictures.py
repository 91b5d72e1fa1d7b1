"""The pictures of entries are what their names say, or are not shown."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from fieldcat.records.packs import MAX_ASSET_BYTES
from fieldcat.storage.pictures import read_picture

NAME = sha256(b"a picture").hexdigest()


def test_a_picture_is_read_by_its_hash(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"a picture")

    assert read_picture(tmp_path, NAME) == b"a picture"


@pytest.mark.parametrize("content", [b"another one", b"", b"\0" * (MAX_ASSET_BYTES + 1)])
def test_what_is_not_what_its_name_says_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)

    assert read_picture(tmp_path, NAME) is None


@pytest.mark.parametrize("name", ["../secret", "", "A" * 64, NAME])
def test_what_is_not_there_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"a picture")

    assert read_picture(tmp_path / "assets", name) is None
