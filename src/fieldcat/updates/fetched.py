"""An edition that came over the web, read where it was kept: no line is needed any more."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from fieldcat.domain.edition import About
from fieldcat.errors import BundleDamagedError, BundleUnreadableError, RecordError
from fieldcat.records.editions import decode_about

_WHOLE, _NEW = "whole", "whole-new"
"""Beside pieces and pictures: what else came of an edition, once all of it was here."""
_ABOUT = "about.json"
_NAMED = re.compile(r"about\.json|metadata/[\w.]+\.json|targets/[0-9a-f]{64}\.edition\.json")
_HASHED = re.compile(r"(?:targets/[0-9a-f]{64}\.[0-9a-z-]+|assets/[0-9a-f]{64})")


class Fetched:
    """What ``keep_whole`` kept in a folder, and the pieces beside it; see ``Source``.

    It is verified like what comes from anywhere else.

    Raises:
        BundleUnreadableError: nothing whole is there.
        BundleDamagedError, NewerFormatError: what is there is not as it was.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.name = str(folder)
        try:
            data = b"".join(self.chunks(_ABOUT))
        except LookupError as error:
            raise BundleUnreadableError("nothing was fetched", path=self.name) from error
        try:
            self.about: About = decode_about(data)
        except RecordError as error:
            raise BundleDamagedError(str(error), path=self.name) from error

    @property
    def size(self) -> int:
        """The bytes that are kept of it."""
        return sum(path.stat().st_size for path in self._folder.rglob("*") if path.is_file())

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        place = self._place(path)
        return place is not None and place.is_file()

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file; see ``Source``."""
        place = self._place(path)
        if place is None or not place.is_file():
            raise LookupError(path)
        return iter((place.read_bytes(),))

    def _place(self, path: str) -> Path | None:
        if _NAMED.fullmatch(path):
            return self._folder / _WHOLE / path
        if _HASHED.fullmatch(path):
            return self._folder / path.rpartition("/")[2]
        return None


def keep_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Keep what came beside the pieces, by its path: from then on all of it can be read.

    It is on the disk before it has its place.

    Raises:
        OSError: the disk does not take it.
    """
    new, whole = folder / _NEW, folder / _WHOLE
    shutil.rmtree(new, ignore_errors=True)
    for path, data in files.items():
        if _NAMED.fullmatch(path):
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    shutil.rmtree(whole, ignore_errors=True)
    new.replace(whole)
