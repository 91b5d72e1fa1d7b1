"""One window for each data folder: a second start raises the first one's window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000


class SingleInstance(QObject):
    """Holds the folder's name on this computer. ``raised``: a second start wants the window."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = instance_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """Take the name; False where a running fieldcat has it, whose window then comes up."""
        if self._is_answered():
            return False
        if self._server.listen(self.name):
            return True
        # Left over from a program that ended without tidying up, or taken this very moment.
        if self._is_answered():
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
        """Give the name back."""
        self._server.close()

    def _is_answered(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        answered = socket.waitForConnected(_PATIENCE_MS)
        socket.abort()
        return answered

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.raised.emit()


def instance_name(folder: Path) -> str:
    """The name that stands for a data folder: the same however the folder is written."""
    place = str(folder.resolve()).encode("utf-8", errors="surrogatepass")
    return f"fieldcat-{hashlib.sha256(place).hexdigest()[:20]}"
