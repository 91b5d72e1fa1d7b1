"""The folder that Whoosh reads and writes in, with every file closed in the end.

Whoosh leaves files open where it fails half-way, and some where it does not. An open file keeps a
damaged index from being replaced on Windows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage


class IndexFiles(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder whose files are all closed by ``close``."""

    def __init__(self, folder: Path, *, readonly: bool = False) -> None:
        super().__init__(str(folder), readonly=readonly)
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        return self._remembered(super().open_file(name, **options))

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
