"""One window for each data folder: a second start raises the first one's window and ends.

What the second start was to open, it hands over: the path of a file.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_LONGEST_PATH = 32 * 1024


class SingleInstance(QObject):
    """Holds the folder's name on this computer.

    ``raised``: a second start wants the window. ``handed``: it was to open this file.
    """

    raised = Signal()
    handed = Signal(Path)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = instance_name(folder)
        self._calls: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self, file: Path | None = None) -> bool:
        """Take the name; False where a running fieldcat has it, whose window then comes up.

        It is handed the ``file`` that this start is to open.
        """
        if self._is_answered(file):
            return False
        if self._server.listen(self.name):
            return True
        # Left over from a program that ended without tidying up, or taken this very moment.
        if self._is_answered(file):
            return False
        QLocalServer.removeServer(self.name)
        # Where no name can be had at all, two windows are better than none.
        self._server.listen(self.name)
        return True

    @property
    def full_name(self) -> str:
        """Where the system keeps the name: a file, on Linux and macOS."""
        return self._server.fullServerName()

    def release(self) -> None:
        """Give the name back, and listen to nobody any more."""
        self._server.close()
        for socket in self._calls:
            socket.blockSignals(True)  # it would tell of its end while it goes
        self._calls.clear()

    def _is_answered(self, file: Path | None) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        if file is not None:
            socket.write(os.fsencode(file.absolute()))
            socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(_PATIENCE_MS)
        return True

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_LONGEST_PATH + 1)
            socket.disconnected.connect(self._on_hung_up)
            self._calls.add(socket)
            self.raised.emit()

    @Slot()
    def _on_hung_up(self) -> None:
        """What a second start said until it hung up is the path of a file, or nothing."""
        over = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in [socket for socket in self._calls if socket.state() is over]:
            self._calls.discard(socket)
            said = bytes(socket.readAll().data())
            socket.deleteLater()
            if 0 < len(said) <= _LONGEST_PATH:
                self.handed.emit(Path(os.fsdecode(said)))


def instance_name(folder: Path) -> str:
    """The name that stands for a data folder: the same however the folder is written."""
    place = str(folder.resolve()).encode("utf-8", errors="surrogatepass")
    return f"fieldcat-{hashlib.sha256(place).hexdigest()[:20]}"
