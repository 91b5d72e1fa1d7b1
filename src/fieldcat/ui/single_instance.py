"""One window for each data folder: a second start raises the first one's window and ends.

What the second start was to open, it hands over: the path of a file. A lock tells who is first. The
line on which the others call is opened later, once the window is painted: it needs Qt's network
part, which takes a fifth of a bare window's start to load. Who calls before that waits.
"""

from __future__ import annotations

import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from fieldcat.ui.instance_line import InstanceLine

_PATIENCE_S, _PAUSE_S = 15.0, 0.05
"""So long a second start calls a first one that is still being opened, on a slow laptop perhaps."""


class SingleInstance(QObject):
    """Holds the folder's name on this computer.

    ``raised``: a second start wants the window. ``handed``: it was to open this file.
    """

    raised = Signal()
    handed = Signal(Path)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = instance_name(folder)
        # Not in the data folder, which may be on a stick that another computer has written to.
        self._lock = QLockFile(f"{QDir.tempPath()}/{self.name}.lock")
        # A program that ended without tidying up is known by its process, not by the lock's age.
        self._lock.setStaleLockTime(0)
        self.line: InstanceLine | None = None

    def claim(self, file: Path | None = None, *, patience: float = _PATIENCE_S) -> bool:
        """Take the name; False where a running fieldcat has it, whose window then comes up.

        It is handed the ``file`` that this start is to open. ``patience`` is how many seconds one
        that has the name may take to answer; two windows are better than none after that.
        """
        until = time.monotonic() + patience
        while not self._lock.tryLock(0):
            from fieldcat.ui.instance_line import is_answered

            if is_answered(self.name, file):
                return False
            held = self._lock.error() is QLockFile.LockError.LockFailedError
            if not held or time.monotonic() > until:
                break
            time.sleep(_PAUSE_S)
        return True

    def listen(self) -> None:
        """Answer those who call from now on."""
        if self.line is not None:
            return
        from fieldcat.ui.instance_line import InstanceLine

        self.line = InstanceLine(self.name, self)
        self.line.raised.connect(self.raised)
        self.line.handed.connect(self.handed)

    def release(self) -> None:
        """Give the name back, and listen to nobody any more."""
        if self.line is not None:
            self.line.close()
        self._lock.unlock()


def instance_name(folder: Path) -> str:
    """The name that stands for a data folder: the same however the folder is written."""
    place = str(folder.resolve()).encode("utf-8", errors="surrogatepass")
    return f"fieldcat-{hashlib.sha256(place).hexdigest()[:20]}"
