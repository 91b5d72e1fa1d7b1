"""The lists of My casebook: what the chosen one shows, searched within and in its order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.query import Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import number
from fieldcat.ui.pages.my_casebook_frame import MyCasebookFrame
from fieldcat.ui.pages.my_casebook_rows import Rows
from fieldcat.ui.pages.my_casebook_sayings import Sayings, Ways
from fieldcat.ui.pages.my_casebook_things import OwnThings
from fieldcat.ui.placeholders import filled
from fieldcat.ui.preferences import REMEMBERED, Preferences
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot


class MyCasebookLists(MyCasebookFrame):
    """Shows ``things`` in the tree and in the list; what is done with them is the page's business.

    ``casebook_wanted``: go there. ``take_in_wanted``: take in a file from another computer.
    """

    casebook_wanted = Signal()
    take_in_wanted = Signal()

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        undoing: Undoing,
        made_reader: Callable[[], Reader],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, actions, preferences, made_reader, parent)
        self._actions = actions
        self.things = OwnThings(services.own, jobs, undoing, self)
        self._rows = Rows(
            services.facet_label, lambda code: services.facet_label(Facet.COUNTRY, code), self
        )
        self._sayings = Sayings(self._ways(), services.facet_label, self)
        self._sort = Sort.NEWEST
        self._wanted = ""
        self._following = False
        self.rail.chosen.connect(self._on_spot_chosen)
        self.header.search.textChanged.connect(self._on_wanted)
        self.header.clear_wanted.connect(lambda: self.things.forget_readings(None))
        self.header.remember_wanted.connect(self._remember)
        self.count_line.sorted_by.connect(self._on_sorted)
        self.things.counted.connect(self._on_counted)
        preferences.changed.connect(self._on_preference)

    def show_rows(self, *, hold: bool) -> None:
        """Show the list anew; ``hold`` keeps what is selected in it."""
        spot, kept = self.rail.spot, self.things.kept
        rows = self._rows.of(kept, spot, self._wanted, self._sort, self.things.counts)
        among = self.rail.shelves.count(spot)
        name = self.rail.shelves.name(spot)
        self.header.show_shelf(spot.shelf)
        self.header.show_place(name, number(among))
        self.header.remember.setChecked(self._preferences.remembers_reading)
        self.header.clear_button.setEnabled(bool(kept.readings))
        self.list.setAccessibleName(name)
        counted = self._sayings.counted(spot.shelf, len(rows))
        self.count_line.tell(counted, self._of(len(rows), among))
        self.return_bar.set_count(len(rows) if spot.shelf in (Shelf.KEPT, Shelf.READ) else 0)
        if self.reader_made is not None:
            self.reader_made.show_way_back(self.return_bar.words)
        if not rows:
            self._say_empty(spot, name, among)
        self._following = True
        self.list.show_rows(rows, hold=hold)
        self._following = False
        if self.things.known:
            self.show_list(empty=not rows)

    # --- words --------------------------------------------------------------------------------

    def _say_empty(self, spot: Spot, name: str, among: int) -> None:
        if self._wanted and among:
            self.empty.say(self._sayings.nothing_within(self._wanted, among))
            return
        remembers, any_kept = self._preferences.remembers_reading, bool(self.things.kept.bookmarks)
        self.empty.say(self._sayings.empty(spot, name, remembers=remembers, any_kept=any_kept))

    def _of(self, shown: int, among: int) -> str:
        return filled(self.tr("of %1"), number(among)) if shown != among else ""

    def _ways(self) -> Ways:
        return Ways(
            to_casebook=self.casebook_wanted.emit,
            to_all_kept=lambda: self.rail.choose(ALL_KEPT),
            new_folder=self._actions["new-folder"].trigger,
            take_in=self.take_in_wanted.emit,
            remember=lambda: self._remember(True),
            clear_search=self.header.search.clear,
        )

    # --- what happens -------------------------------------------------------------------------

    def _on_spot_chosen(self, _spot: Spot) -> None:
        self.show_rows(hold=False)
        if self.panel.isVisible() and not by_keyboard(self.rail):
            self.panel.close_panel()

    def _on_wanted(self, words: str) -> None:
        self._wanted = words.strip()
        self.show_rows(hold=False)

    def _on_sorted(self, sort: Sort) -> None:
        self._sort = sort
        self.count_line.set_sort(sort)
        self.show_rows(hold=True)

    def _on_counted(self) -> None:
        if self.rail.spot.shelf is Shelf.SEARCHES:
            self.show_rows(hold=True)

    def _on_preference(self, key: str) -> None:
        if key == REMEMBERED:
            self.show_rows(hold=True)

    def _remember(self, remembers: bool) -> None:
        self._preferences.remembers_reading = remembers
