"""Drives that are plugged in, and folders that are mounted, while the window is open.

They are looked for in a thread of its own: a drive that is going may let whoever asks wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, QStorageInfo, Signal

from fieldcat.ui.updates.offers import SUFFIX

_EVERY_S = 1.0
"""Two looks are so far apart, so that what is plugged in is found within two seconds."""
_ENTRIES, _FILES = 500, 20
"""Of a folder so many names are looked at, and of a drive so many files are told of."""
_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Volume:
    """Something mounted; ``name`` as people know it."""

    root: Path
    name: str


Mounted = Callable[[], Iterable[Volume]]
"""Gives what is mounted at this moment."""


def mounted_volumes() -> Iterator[Volume]:
    """What the system says is mounted."""
    for found in QStorageInfo.mountedVolumes():
        if found.isValid() and found.isReady():
            root = Path(found.rootPath())
            yield Volume(root, found.displayName() or root.name or str(root))


class Volumes(QObject):
    """``found`` brings the files with editions on a drive that was not there before, and its name.

    They lie in the drive's own folder, or in a folder of that. What is there at the start is no
    news. Nothing is written, and nothing but names is read. ``gone`` brings the folder of a drive
    that is there no more.
    """

    found = Signal(object, str)
    gone = Signal(object)

    def __init__(
        self,
        mounted: Mounted = mounted_volumes,
        *,
        every: float = _EVERY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mounted = mounted
        self._every = every
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
        known = {volume.root for volume in self._mounted()}
        self.looked += 1
        while not self._over.wait(self._every):
            here = {volume.root: volume for volume in self._mounted()}
            for root in here.keys() - known:
                files = tuple(islice(_editions(root), _FILES))
                if files and not self._over.is_set():
                    self.found.emit(files, here[root].name)
            for root in known - here.keys():
                if not self._over.is_set():
                    self.gone.emit(root)
            known = set(here)
            self.looked += 1


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
