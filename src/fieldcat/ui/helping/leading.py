"""Leads from «Get help» to the entry, to paper and to the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldcat.services.offered import Services
from fieldcat.ui.theme import Theme

if TYPE_CHECKING:
    from fieldcat.domain.entry import EntryId
    from fieldcat.domain.session import HelpPart
    from fieldcat.ui.helping.page import HelpPage
    from fieldcat.ui.main_window import MainWindow
    from fieldcat.ui.printing.press import Make


class Helping(QObject):
    """It belongs to one window."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window

    def made_page(self) -> HelpPage:
        """The page of help services."""
        # Not before it is gone to: the window opens the sooner.
        from fieldcat.ui.helping.page import HelpPage

        window = self._window
        page = HelpPage(self._services, window.jobs, self._theme, window.commands, window.undoing)
        page.entry_wanted.connect(self._read)
        page.print_wanted.connect(self._preview)
        page.large_wanted.connect(self._show_large)
        return page

    def show(self, country: str) -> None:
        """Show where there is help in a country."""
        page = self._window.get_help
        page.stand(country or page.country)
        self._window.show_page("get-help")
        page.show_country(country)

    def _read(self, entry: EntryId) -> None:
        self._window.show_page("casebook")
        self._window.casebook.reader.entry_requested.emit(entry)

    def _preview(self, title: str, make: Make) -> None:
        from fieldcat.ui.handouts.preview import offer_preview

        window = self._window
        press = window.holding.made_press()
        offer_preview(title, make, press, window.jobs, self._theme, window)

    def _show_large(self, part: HelpPart) -> None:
        from fieldcat.ui.helping.large import LargeHelp

        LargeHelp(part, self._theme, self._window).showFullScreen()
