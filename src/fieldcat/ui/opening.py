"""Opens the window in the language that was chosen, and another in its place once that changes.

Why a new window and no new words in the old one: docs/adr/0008-a-window-in-its-language.md.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from fieldcat.services.offered import Services
from fieldcat.ui.focus import take_over_keyboard
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.placing import put_on_screen
from fieldcat.ui.speaking import speak
from fieldcat.ui.theme import Theme


class Opening(QObject):
    """Holds the one window. ``services`` gives what a window of a language is offered.

    ``opened`` brings a window that took the place of the one before.
    """

    opened = Signal(object)

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        services: Callable[[str], Services],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._theme = theme
        self._services = services
        self.window = self._made(in_steps=True)
        available = self.window.screen().availableGeometry()
        put_on_screen(self.window, available, self.window.preferences.frame)

    def raise_window(self) -> None:
        """Bring the window to the front, as a second start of the program asks."""
        self.window.raise_window()

    def open_file(self, file: Path) -> None:
        """Offer what a file holds, as the system or a second start of the program asks."""
        self.window.whole.when_done(lambda: self.window.updating.open(file))

    def find_files(self, files: tuple[Path, ...], place: str, came: bool) -> None:
        """Look, without a word, what files offer that lie on a drive or in a watched folder."""
        self.window.updating.find(files, place, came=came)

    def look_for_drives(self) -> None:
        """Other drives are there: whoever chooses among them sees them."""
        self.window.updating.look_for_drives()

    def lose_files(self, folder: Path) -> None:
        """A drive was pulled out: what it offered is offered no more."""
        self.window.updating.lose(folder)

    def _made(self, language: str | None = None, *, in_steps: bool = False) -> MainWindow:
        """A window in a language, or (None) in the one that is kept; see `MainWindow`."""
        if language is None:
            language = self._services("").preference("window.language", "")
        spoken = speak(self._app, language)
        window = MainWindow(self._services(spoken), self._theme, in_steps=in_steps)
        window.preferences.language_chosen.connect(self._on_language_chosen)
        return window

    def _on_language_chosen(self, language: str) -> None:
        # What was clicked belongs to the window that goes away: its click ends first.
        QTimer.singleShot(0, self, lambda: self._open_another(language))

    def _open_another(self, language: str) -> None:
        old = self.window
        if not old.may_close():
            return
        standing = old.standing()
        # The new window reads what the old one writes.
        old.put_away()
        self.window = self._made(language)
        self.window.stand(standing)
        self.window.undoing.take_over(old.undoing)
        self.opened.emit(self.window)
        take_over_keyboard(old, self.window)
        self.window.show()
        self.window.activateWindow()
        # The old one is covered before it goes, so that nothing flickers and no last window closes.
        old.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        old.close()
