"""The pictures of ingested entries, as files in ``assets/``."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePath

from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.files import write_new
from fieldcat.publishing.ingesting.items import Picture
from fieldcat.publishing.pictures import FOLDER


class Shelf:
    """Puts pictures into a workspace; the same bytes have the same name."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace

    def prepared(self, picture: Picture) -> tuple[str, bytes]:
        """The file that a picture gets, and what is to be in it."""
        content = picture.content
        data = content if isinstance(content, bytes) else content.read_bytes()
        name = PurePath(picture.name)
        stem = slug_of(name.stem.replace("_", " ").replace("-", " ")) or "picture"
        return f"{FOLDER}/{stem}-{sha256(data).hexdigest()[:8]}{name.suffix.lower()}", data

    def put(self, name: str, data: bytes) -> None:
        """Write a picture, unless it is there.

        Raises:
            OSError: it cannot be written.
        """
        path = self._workspace / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, data)
