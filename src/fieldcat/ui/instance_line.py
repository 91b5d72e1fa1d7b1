"""The line on which a second start of the program calls the one that is running."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_LONGEST_PATH = 32 * 1024


class InstanceLine(QObject):
    """Listens under a name. ``raised``: somebody called. ``handed``: with this file to open."""

    raised = Signal()
    handed = Signal(Path)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # A program that ended without tidying up leaves its file.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    @property
    def full_name(self) -> str:
        """Where the system keeps the name: a file, on Linux and macOS."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Listen to nobody any more."""
        self._server.close()
        for socket in self._calls:
            socket.blockSignals(True)  # it would tell of its end while it goes
        self._calls.clear()

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


def is_answered(name: str, file: Path | None) -> bool:
    """Call who listens under a name, and hand over a file; False where nobody does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    if file is not None:
        socket.write(os.fsencode(file.absolute()))
        socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_PATIENCE_MS)
    return True
