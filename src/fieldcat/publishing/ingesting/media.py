"""Pictures that lie in local folders: found by what their addresses end with."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from fieldcat.publishing.text_files import is_link

LARGEST = 30_000_000
"""Bytes of a picture that is looked at."""

_EMBEDDED = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_SIZED = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled)(?=\.\w+$)")


@dataclass(slots=True)
class Media:
    """Folders in which pictures are looked for, the first that has one before the others."""

    folders: tuple[Path, ...] = ()
    _names: dict[str, Path] | None = field(default=None, init=False)

    def find(self, source: str) -> Path | bytes | None:
        """A picture by the address that a page gives it, the original before a smaller copy."""
        if source.startswith("data:"):
            return _embedded(source)
        try:
            path = PurePosixPath(unquote(urlsplit(source).path).replace("\\", "/"))
        except ValueError:
            return None
        # Two slashes at the start are a root of their own.
        parts = [part for part in path.parts if part.strip("/")]
        if not self.folders or not parts or ".." in parts:
            return None
        original = [*parts[:-1], _SIZED.sub("", parts[-1])]
        for wanted in (original, parts):
            if (found := self._below(wanted)) is not None:
                return found
        return None

    def _below(self, parts: list[str]) -> Path | None:
        for folder in self.folders:
            for start in range(len(parts)):
                file = folder.joinpath(*parts[start:])
                if _is_file(file) and _may_be_read(file, folder):
                    return file
        return self._by_name().get(parts[-1])

    def _by_name(self) -> dict[str, Path]:
        """Files by their names, where only one has that name."""
        if self._names is None:
            found: dict[str, list[Path]] = {}
            for folder in self.folders:
                for file in sorted(folder.rglob("*")):
                    if file.is_file() and _may_be_read(file, folder):
                        found.setdefault(file.name, []).append(file)
            self._names = {name: files[0] for name, files in found.items() if len(files) == 1}
        return self._names


def _may_be_read(file: Path, folder: Path) -> bool:
    """Whether a file lies in the folder itself, not behind a link, and is no monster."""
    between = [file, *file.parents]
    if folder not in between:
        return False  # on Windows a part of an address may name another drive
    inside = between[: between.index(folder)]
    return not any(is_link(part) for part in inside) and file.stat().st_size <= LARGEST


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # such as a name too long for any file
        return False


def _embedded(source: str) -> bytes | None:
    match = _EMBEDDED.fullmatch(source) if len(source) <= LARGEST else None
    try:
        return base64.b64decode(match["data"]) if match else None
    except binascii.Error:
        return None
