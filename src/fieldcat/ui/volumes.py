"""Drives that are plugged in, and folders that somebody has watched, while the window is open.

They are looked for in a thread of its own: a drive that is going may let whoever asks wait.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QStorageInfo, Signal

from fieldcat.ui.updates.offers import SUFFIX

_EVERY_S = 1.0
"""Two looks are so far apart, so that what is plugged in is found within two seconds."""
_ENTRIES, _FILES = 500, 20
"""Of a folder so many names are looked at, and of a drive so many files are told of."""
_NAMES = 20_000
"""And of a folder that is watched so many names: people keep all that they ever fetched."""
_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Volume:
    """Something mounted; ``name`` as people know it, ``free`` in bytes if that is known."""

    root: Path
    name: str
    free: int | None = field(default=None, compare=False)


Mounted = Callable[[], Iterable[Volume]]
"""Gives what is mounted at this moment."""


def mounted_volumes() -> Iterator[Volume]:
    """What the system says is mounted."""
    for found in QStorageInfo.mountedVolumes():
        if found.isValid() and found.isReady():
            root = Path(found.rootPath())
            name = found.displayName() or root.name or str(root)
            if name == str(root):
                name = root.name or name  # a drive that nobody has named
            yield Volume(root, name, found.bytesAvailable())


class Volumes(QObject):
    """``found`` brings files with editions, the name of their drive or folder, and whether it came.

    On a drive they lie in its own folder, or in a folder of that. One that is there at the start is
    looked at where it was ``plugged`` in; it did not come. Neither did a ``watched`` folder, whose
    files are found at the start and once they are new or changed, and no more written to.
    Nothing is written, and nothing but names, sizes and times is read.
    ``gone`` brings the folder of a drive that is there no more. ``changed``: others are there.
    """

    found = Signal(object, str, bool)
    gone = Signal(object)
    changed = Signal()

    def __init__(
        self,
        mounted: Mounted = mounted_volumes,
        *,
        plugged: Callable[[Path], bool] = lambda _root: False,
        every: float = _EVERY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mounted = mounted
        self._plugged = plugged
        self._every = every
        self.watched: tuple[Path, ...] = ()
        """Folders that are looked into; others may be set at any time."""
        self._watched: dict[Path, _Watched] = {}
        self.looked = 0
        """How many looks there were."""
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; a drive that lets us wait is waited for but a moment."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_S)

    def _watch(self) -> None:
        known = {volume.root: volume for volume in self._mounted()}
        self.looked += 1
        for volume in known.values():
            if self._plugged(volume.root):
                self._tell(_editions(volume.root), volume.name, came=False)
        while not self._over.wait(self._every):
            here = {volume.root: volume for volume in self._mounted()}
            for root in here.keys() - known.keys():
                self._tell(_editions(root), here[root].name, came=True)
            for root in known.keys() - here.keys():
                if not self._over.is_set():
                    self.gone.emit(root)
            if known.keys() != here.keys() and not self._over.is_set():
                self.changed.emit()
            known = here
            self._look_into_folders()
            self.looked += 1

    def _look_into_folders(self) -> None:
        self._watched = {
            folder: self._watched.get(folder, _Watched(folder)) for folder in self.watched
        }
        for folder, watched in self._watched.items():
            self._tell(watched.found(), folder.name or str(folder), came=False)

    def _tell(self, files: Iterable[Path], name: str, *, came: bool) -> None:
        found = tuple(islice(files, _FILES))
        if found and not self._over.is_set():
            self.found.emit(found, name, came)


class _Watched:
    """A folder that is looked into again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: dict[Path, tuple[int, int]] = {}
        self._told: dict[Path, tuple[int, int]] = {}

    def found(self) -> tuple[Path, ...]:
        """The files that are new or other, and as they were at the look before."""
        now = dict(_facts(self._folder))
        still = {path for path, facts in now.items() if self._before.get(path) == facts}
        found = sorted(path for path in still if self._told.get(path) != now[path])
        self._before = now
        before = {path: facts for path, facts in self._told.items() if path in now}
        self._told = before | {path: now[path] for path in found}
        return tuple(found)


def _facts(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Of the files with editions in a folder, the length and the time of the last change."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in islice(entries, _NAMES):
            with suppress(OSError):
                path = Path(entry.path)
                if path.suffix.casefold() == SUFFIX and entry.is_file():
                    known = entry.stat()
                    yield path, (known.st_size, known.st_mtime_ns)


def _editions(root: Path) -> Iterator[Path]:
    folders = []
    for path in _within(root):
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            elif path.suffix.casefold() == SUFFIX and path.is_file():
                yield path
    for folder in folders:
        for path in _within(folder):
            with suppress(OSError):
                if path.suffix.casefold() == SUFFIX and path.is_file():
                    yield path


def _within(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(islice(folder.iterdir(), _ENTRIES))
    return []
