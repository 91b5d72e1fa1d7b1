"""Hiding: within one event every window of fieldcat is neutral or gone, and stays so.

What it does not do: close the program, lock the computer, take back what others have seen, or reach
into what other programs show of fieldcat (a file that was opened, the program's name in a list of
programs).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDrag, QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWhatsThis, QWidget
from shiboken6 import isValid

from fieldcat.ui.commands import BY_ID

_KEY = QKeySequence(BY_ID["hide"].keys[0])
_MOST_POPUPS = 20


class Hiding(QObject):
    """Hides all windows but one, which shows something neutral instead.

    ``cover`` puts the neutral page over the window, at once; ``uncover`` takes it away. While all
    is ``hidden``, whatever else would open stays out of sight until ``show``. ``changed`` follows
    either.

    F9 reaches it in every window: shortcuts of the main window are dead while a dialog is open, so
    the key is taken where the system delivers it.
    """

    changed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        cover: Callable[[], object],
        uncover: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._cover = cover
        self._uncover = uncover
        self._others: list[QWidget] = []
        self._covers: dict[QWidget, tuple[Callable[[], object], Callable[[], object]]] = {}
        self._actions: list[QAction] = []
        self.hidden = False
        self._app = _application()
        self._app.focusWindowChanged.connect(self.listen)
        self.listen(self._app.focusWindow())

    def cover_too(
        self, window: QWidget, cover: Callable[[], object], uncover: Callable[[], object]
    ) -> None:
        """Let another window show something neutral, too, where the desktop must not come out."""
        self._covers[window] = (cover, uncover)
        if self.hidden:
            cover()

    def forget(self, window: QWidget) -> None:
        """The other window is no more."""
        self._covers.pop(window, None)

    def hide(self) -> None:
        """Hide everything, before this call returns."""
        if self.hidden:
            return
        self.hidden = True
        QDrag.cancel()
        QToolTip.hideText()
        QWhatsThis.leaveWhatsThisMode()
        QGuiApplication.inputMethod().reset()
        # What others see first.
        for cover, _uncover in self._covers.values():
            cover()
        _close_popups()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other not in self._covers and other.isVisible():
                self._put_away(other)
        # A shortcut lives on a widget that is shown: those within it are dead with their widgets.
        self._actions = list(self._window.actions())
        for action in self._actions:
            self._window.removeAction(action)
        self._cover()
        self._app.installEventFilter(self)
        self.changed.emit()

    def show(self) -> None:
        """Show everything again, other windows too."""
        if not self.hidden:
            return
        self.hidden = False
        self._app.removeEventFilter(self)
        self._window.addActions(self._actions)
        self._uncover()
        for _cover, uncover in self._covers.values():
            uncover()
        others, self._others = self._others, []
        for other in others:
            if isValid(other):
                other.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
                other.show()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and self.hidden and isinstance(watched, QWidget):
            own = watched is self._window or watched in self._covers
            if watched.isWindow() and not own:
                self._keep_away(watched)
        elif kind is QEvent.Type.KeyPress and isinstance(watched, QWindow):
            assert isinstance(event, QKeyEvent)
            if not self.hidden and QKeySequence(event.keyCombination()) == _KEY:
                self.hide()
                return True
        return False

    def _keep_away(self, window: QWidget) -> None:
        """Let a window that opens now have nothing on the screen, and close it once it has."""
        # It is asked for after it was told that it is shown, and before it is.
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        QTimer.singleShot(0, self, lambda: self._put_away_late(window))

    def _put_away_late(self, window: QWidget) -> None:
        if isValid(window) and self.hidden and window.isVisible():
            self._put_away(window)

    def _put_away(self, window: QWidget) -> None:
        # Hidden, not closed: what was being typed in it is still there afterwards. What only lives
        # for a moment, as a menu or a tip does, is not seen again.
        passing = window.windowFlags() & Qt.WindowType.WindowType_Mask in (
            Qt.WindowType.Popup,
            Qt.WindowType.ToolTip,
            Qt.WindowType.SplashScreen,
        )
        window.hide()
        if not passing:
            self._others.append(window)

    def end(self) -> None:
        """Keep nothing away any more: the window closes, hidden or not."""
        self._app.removeEventFilter(self)

    def listen(self, window: QWindow | None) -> None:
        """Heed the key in a window of the system; those that get the keyboard are heeded anyway."""
        if window is not None:
            window.installEventFilter(self)  # once, however often it is said


def _close_popups() -> None:
    for _popup in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()
        if popup.isVisible():
            popup.hide()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
