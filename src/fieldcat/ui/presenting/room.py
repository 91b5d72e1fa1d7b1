"""The window on the wall: the slide and nothing else, and a blank sheet while all is hidden."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldcat.ui.presenting.slide_view import SlideView
from fieldcat.ui.slides.sheet import Sheet
from fieldcat.ui.theme import Theme


class RoomWindow(QWidget):
    """Fills one screen. ``keyed`` hands on each key: whoever clicks into it loses nothing."""

    keyed = Signal(QKeyEvent)
    close_wanted = Signal()
    """The desktop was told to close it. It stays: behind it the room would see the desktop."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        # What is in its title stands in lists of windows, which a room may see.
        self.setWindowTitle(self.tr("Document"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.view = SlideView(theme, parent=self)
        self._blank = Sheet(Qt.LayoutDirection.LeftToRight)
        self._shown: Sheet | None = self._blank
        self._covered = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen, or move to it."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        # Where a desktop does not heed the screen, the place decides.
        self.setGeometry(screen.geometry())

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show a slide, or black; while it is covered, once it is uncovered."""
        self._shown = sheet
        if not self._covered:
            self.view.show_sheet(sheet)

    def cover(self) -> None:
        """Show a blank sheet; it is painted when this returns."""
        self._covered = True
        self.view.show_sheet(self._blank)
        self.view.repaint()

    def uncover(self) -> None:
        """Show the slide again."""
        self._covered = False
        self.view.show_sheet(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keyed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_wanted.emit()
