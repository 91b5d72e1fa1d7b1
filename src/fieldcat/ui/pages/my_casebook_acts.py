"""What can be done in My casebook with the folder that is chosen and the rows that are selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Note, Reading, SavedSearch
from fieldcat.ui.actions import Actions
from fieldcat.ui.labels import number
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.my_casebook_things import OwnThings
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.move_to import MoveTo
from fieldcat.ui.widgets.own_list import OwnList
from fieldcat.ui.widgets.shelf_model import Shelf
from fieldcat.ui.widgets.shelf_tree import ShelfTree

_FOLDER_MENU = ("new-folder", "move-to", "rename", "remove")
_LIST_MENUS = {
    Shelf.KEPT: ("move-to", "remove"),
    Shelf.NOTES: ("remove",),
    Shelf.READ: ("remove",),
    Shelf.SEARCHES: ("rename", "remove"),
}


class Acts(QObject):
    """Carries out commands on the tree where that has the keyboard, else on the list.

    ``enable`` is called before a menu opens, so that it offers what can be done.
    """

    def __init__(
        self,
        rail: ShelfTree,
        rows: OwnList,
        things: OwnThings,
        keeping: Keeping,
        actions: Actions,
        theme: Theme,
        enable: Callable[[], object],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._rail = rail
        self._rows = rows
        self._things = things
        self._keeping = keeping
        self._actions = actions
        self._theme = theme
        self._enable = enable
        self.move_to = MoveTo(theme, page)
        self.menu = QMenu(page)
        self._moves: Callable[[int | None, str], object] = lambda _folder, _name: None
        self._moves_into_new: Callable[[str], object] = lambda _name: None
        self.does: Mapping[str, Callable[[], object]] = {
            "new-folder": self.make_folder,
            "move-to": self.open_move_to,
            "rename": self.rename,
            "remove": self.remove,
        }
        rail.menu_wanted.connect(self._open_rail_menu)
        rail.remove_wanted.connect(self.remove_folder)
        rail.shelves.placed.connect(self._on_dropped)
        rail.shelves.moved.connect(things.move_folder)
        rail.shelves.renamed.connect(things.rename_folder)
        rows.remove_wanted.connect(self.remove_rows)
        rows.menu_wanted.connect(self._open_list_menu)
        rows.own.renamed.connect(things.rename_search)
        self.move_to.chosen.connect(lambda folder: self._moves(folder, self._name(folder)))
        self.move_to.made.connect(lambda name: self._moves_into_new(name))

    @property
    def bookmarked(self) -> tuple[EntryId, ...]:
        """The entries that are selected in a list of what is kept."""
        things = (row.thing for row in self._rows.picked_rows)
        return tuple(thing.entry for thing in things if isinstance(thing, Bookmark))

    def show_possible(self) -> None:
        """Enable the commands that there is something for."""
        folder = self._rail.spot.folder is not None
        row = self._rows.row
        search = row is not None and isinstance(row.thing, SavedSearch)
        for command, possible in (
            ("move-to", folder or self.bookmarked),
            ("rename", folder or search),
            ("remove", folder or self._rows.picked_rows),
        ):
            self._actions[command].setEnabled(bool(possible))

    # --- folders ------------------------------------------------------------------------------

    def make_folder(self) -> None:
        """Make a folder in the one that is chosen; it is named once it is there."""
        parent = self._rail.spot.folder
        folders = self._things.kept.folders
        taken = {folder.name for folder in folders if folder.parent == parent}
        plain = self.tr("New folder")
        name, count = plain, 1
        while name in taken:
            count += 1
            name = f"{plain} {number(count)}"
        self._things.make_folder(name, parent)

    def remove_folder(self) -> None:
        """Remove the chosen folder."""
        folder = self._rail.spot.folder
        if folder is not None:
            self._things.remove_folder(folder, self._name(folder))

    def rename(self) -> None:
        """Let the chosen folder or search be named anew, in its place."""
        row = self._rows.row
        if not self._rail.hasFocus() and row and isinstance(row.thing, SavedSearch):
            self._rows.rename()
        else:
            self._rail.rename(self._rail.spot)

    # --- rows ---------------------------------------------------------------------------------

    def remove(self) -> None:
        """Remove the chosen folder, or the rows that are selected."""
        if self._rail.hasFocus() or not self._rows.picked_rows:
            self.remove_folder()
        else:
            self.remove_rows()

    def remove_rows(self) -> None:
        """Remove what is selected: let entries go, delete notes, forget what was read."""
        things = [row.thing for row in self._rows.picked_rows]
        notes = [thing for thing in things if isinstance(thing, Note)]
        readings = [thing.entry for thing in things if isinstance(thing, Reading)]
        searches = [thing for thing in things if isinstance(thing, SavedSearch)]
        if notes:
            self._things.remove_notes(notes)
        elif readings:
            self._things.forget_readings(readings)
        elif searches:
            self._things.remove_searches(searches)
        elif self.bookmarked:
            self._keeping.let_go(self.bookmarked)

    def open_move_to(self) -> None:
        """Offer the folders, for the entries that are selected or for the chosen folder."""
        folder = self._rail.spot.folder
        if self.bookmarked and not self._rail.hasFocus():
            self._offer_for_entries(self.bookmarked)
        elif folder is not None:
            self._offer_for_folder(folder)

    def _offer_for_entries(self, entries: tuple[EntryId, ...]) -> None:
        self._moves = lambda folder, name: self._things.place(entries, folder, name)
        self._moves_into_new = lambda name: self._things.make_folder(name, None, entries)
        shelves = self._rail.shelves
        inside = {one.folder for one in self._things.kept.bookmarks if one.entry in set(entries)}
        places = [(folder, shelves.path(folder)) for folder in shelves.folders]
        out = [] if inside == {None} else [(None, self.tr("No folder"))]
        row = self._rows.visualRect(self._rows.currentIndex())
        self.move_to.offer([*places, *out], self._below(self._rows, row))

    def _offer_for_folder(self, folder: int) -> None:
        self._moves = lambda into, _name: self._things.move_folder(folder, into)
        shelves = self._rail.shelves
        fitting = [into for into in shelves.folders if shelves.can_move(folder, into)]
        top = [(None, self.tr("In no other folder"))] if shelves.can_move(folder, None) else []
        row = self._rail.visualRect(self._rail.currentIndex())
        places = [*((into, shelves.path(into)) for into in fitting), *top]
        self.move_to.offer(places, self._below(self._rail, row), may_make=False)

    def _on_dropped(self, entries: tuple[EntryId, ...], folder: int | None) -> None:
        self._things.place(entries, folder, self._name(folder))

    # --- menus --------------------------------------------------------------------------------

    def _open_rail_menu(self, at: QPoint) -> None:
        spot = self._rail.spot
        if spot.folder is not None:
            self._open_menu(_FOLDER_MENU, at)
        elif spot.shelf is Shelf.KEPT:
            self._open_menu(("new-folder",), at)

    def _open_list_menu(self, at: QPoint) -> None:
        self._open_menu(_LIST_MENUS[self._rail.spot.shelf], at)

    def _open_menu(self, commands: tuple[str, ...], at: QPoint) -> None:
        self._enable()
        self.menu.clear()
        self.menu.addActions([self._actions[command] for command in commands])
        self.menu.popup(at)

    def _name(self, folder: int | None) -> str:
        return "" if folder is None else self._rail.shelves.path(folder)

    def _below(self, view: ShelfTree | OwnList, row: QRect) -> QPoint:
        beside = self._theme.grown(38)
        corner = row.bottomLeft() + QPoint(beside, 0)
        if view.isRightToLeft():
            corner = row.bottomRight() - QPoint(beside, 0)
        return view.viewport().mapToGlobal(corner)
