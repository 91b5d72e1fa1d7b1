"""Alt pressed and let go with nothing between: the key that opens the whole menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_OTHER_USE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.FocusOut,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.ApplicationDeactivate,
    }
)


class AltKey(QObject):
    """Watches the whole program while Alt is down, for shortcuts eat the keys they use."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._alone = False

    def press(self) -> None:
        """Alt went down."""
        self._alone = True
        self._program.installEventFilter(self)

    def release(self) -> bool:
        """Alt was let go; tells whether nothing else was done meanwhile."""
        alone = self._alone
        self._leave()
        return alone

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        another = isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Alt
        if kind in _OTHER_USE or (kind in _KEYS and another):
            self._leave()
        return False

    @property
    def _program(self) -> QCoreApplication:
        program = QCoreApplication.instance()
        assert program is not None  # there are no keys without it
        return program

    def _leave(self) -> None:
        self._alone = False
        self._program.removeEventFilter(self)
