"""Leads between the casebook and what the person made, and says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldcat.services.offered import Services
from fieldcat.ui.pages.my_casebook_carrying import Carrying
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme

if TYPE_CHECKING:
    from fieldcat.domain.keeping import SavedSearch
    from fieldcat.ui.main_window import MainWindow
    from fieldcat.ui.pages.my_casebook_page import MyCasebookPage


class Leading(QObject):
    """From a search that was kept to its row, from there to the search, and to other computers.

    It belongs to one window.
    """

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self.carrying = Carrying(services.own, window.jobs, window)
        self.carrying.told.connect(lambda words: window.telling.say(words))
        self.carrying.taken.connect(window.keeping.look_again)
        self.carrying.taken.connect(window.noting.look_again)
        window.casebook.search_keeping.kept.connect(self._on_search_kept)
        window.casebook.search_keeping.known.connect(self._on_search_known)

    def made_my_casebook(self) -> MyCasebookPage:
        """The page of what is kept."""
        # Not before it is gone to: the window opens the sooner.
        from fieldcat.ui.pages.my_casebook_page import MyCasebookPage

        window = self._window
        page = MyCasebookPage(
            self._services,
            window.jobs,
            self._theme,
            window.commands,
            window.preferences,
            window.keeping,
            window.noting,
            window.undoing,
        )
        page.casebook_wanted.connect(lambda: window.show_page("casebook"))
        page.search_wanted.connect(self._ask_again)
        page.take_in_wanted.connect(self.carrying.ask_which)
        self.carrying.taken.connect(page.look)
        return page

    def _ask_again(self, search: SavedSearch) -> None:
        """Ask a saved search; all that it finds is seen then."""
        self._window.show_page("casebook")
        self._window.casebook.ask(search.query)
        self._window.my_casebook.things.see_search(search.id)

    def _on_search_kept(self, search: SavedSearch) -> None:
        words = filled(self.tr("Search kept as “%1”."), search.name)
        self._window.telling.say(
            words, self.tr("Rename"), lambda: self._show_search(search, rename=True)
        )

    def _on_search_known(self, search: SavedSearch) -> None:
        words = filled(self.tr("This search is kept already, as “%1”."), search.name)
        self._window.telling.say(
            words, self.tr("Show it"), lambda: self._show_search(search, rename=False)
        )

    def _show_search(self, search: SavedSearch, *, rename: bool) -> None:
        self._window.show_page("my-casebook")
        self._window.my_casebook.show_search(search.id, rename=rename)
