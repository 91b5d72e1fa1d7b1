"""The folder that Whoosh reads and writes in, with every file closed in the end.

Whoosh leaves files open where it fails half-way, and some where it does not. An open file keeps a
damaged index from being replaced on Windows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

_READ_AT_ONCE = 512
"""Bytes: Whoosh looks terms up in steps of a few, here and there; Python's usual 8 KB are copied
for nothing."""


class IndexFiles(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder whose files are all closed by ``close``."""

    def __init__(self, folder: Path, *, readonly: bool = False) -> None:
        super().__init__(str(folder), readonly=readonly)
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        file = (Path(self.folder) / name).open("rb", buffering=_READ_AT_ONCE)
        return self._remembered(IndexFile(file, name=name, **options))

    def create_file(self, name: str, **options: Any) -> Any:
        """Create a file."""
        return self._remembered(super().create_file(name, **options))

    def temp_storage(self, name: str | None = None) -> IndexFiles:
        """A folder within this one for what is needed for a while only."""
        inner = IndexFiles(Path(self.folder) / (name or "passing"))
        self._opened.append(inner)
        inner.create()
        return inner

    def close(self) -> None:
        """Close what is still open; closing twice does nothing."""
        for opened in self._opened:
            if isinstance(opened, IndexFiles) or not opened.is_closed:
                opened.close()
        self._opened.clear()

    def _remembered(self, opened: Any) -> Any:
        self._opened = [file for file in self._opened if not getattr(file, "is_closed", False)]
        self._opened.append(opened)
        return opened


class IndexFile(StructFile):  # type: ignore[misc]  # Whoosh has no types
    """An open file, some eighty places of which are looked at for a sentence."""

    def get(self, position: int, length: int) -> bytes:
        """So many bytes at a place: what ``StructFile`` does in three calls."""
        self.file.seek(position)
        found: bytes = self.file.read(length)
        return found
