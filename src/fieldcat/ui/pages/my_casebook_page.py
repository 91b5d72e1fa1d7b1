"""My casebook: what is kept in folders, notes, what was read, and searches to ask again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Folder, Note, SavedSearch
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.my_casebook_acts import Acts
from fieldcat.ui.pages.my_casebook_lists import MyCasebookLists
from fieldcat.ui.pages.noting import Noting
from fieldcat.ui.pages.reading_desk import ReadingDesk
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.selection import Selection
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing
from fieldcat.ui.widgets.own_model import OwnRow
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot


@dataclass(frozen=True, slots=True)
class _Standing:
    spot: Spot
    wanted: str
    row: str


class MyCasebookPage(MyCasebookLists):
    """The second page. ``search_wanted``: ask this saved search on the casebook page."""

    search_wanted = Signal(SavedSearch)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        keeping: Keeping,
        noting: Noting,
        undoing: Undoing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services, jobs, theme, actions, preferences, undoing, self._reader_with_desk, parent
        )
        self._services = services
        self._jobs = jobs
        self._keeping = keeping
        self._noting = noting
        self.desk: ReadingDesk | None = None
        self._selecting = False
        self._led_to = ""
        self._named: int | None = None
        self._spot_awaited: Spot | None = None
        self._awaited = ""
        self._read_as_it_was = ""
        self._rename_awaited = False
        self._folder_awaited = False
        self.acts = Acts(
            self.rail, self.list, self.things, keeping, actions, theme, self.enable, self
        )
        self._own_does = {
            "search": self.focus_search,
            "filters": self.open_places,
            "next-pane": lambda: self.step_pane(1),
            "previous-pane": lambda: self.step_pane(-1),
            **self.acts.does,
        }
        self.does = self._own_does
        self.set_title(actions["my-casebook"].text())
        self.list.chosen.connect(self._on_row_chosen)
        self.list.picked.connect(self.enable)
        self.list.opened.connect(self.open_row)
        self.list.sign_pressed.connect(keeping.toggle)
        self.things.changed.connect(self._on_changed)
        self.things.made.connect(self._on_made)
        self.things.notes_removed.connect(noting.look_again)
        self.things.readings_forgotten.connect(self._on_readings_forgotten)
        self.things.failed.connect(self._on_failed)
        keeping.changed.connect(lambda _kept: self.look())
        noting.changed.connect(lambda _entry: self.look())
        undoing.undone.connect(self.look)

    # --- what others call ---------------------------------------------------------------------

    def start(self) -> None:
        """Show what is kept now; what was found new in searches is counted again."""
        _ = self.reader
        self.things.counts.clear()
        self.things.look()
        if self.things.known:
            self.things.count_again()

    @property
    def selection(self) -> Selection:
        picked = self.list.picked_rows
        rows = picked if len(picked) > 1 else self.list.own.rows
        # What was withdrawn is in the casebook no more.
        there = (row.entry for row in rows if not row.withdrawn)
        entries = tuple(dict.fromkeys(entry for entry in there if entry is not None))
        entry = self.reader_made.entry_id if self.reader_made and self._shows_reader else None
        return Selection(entries, len(entries), entry)

    def look_again(self) -> None:
        self.things.counts.clear()
        self.look()
        if self.desk is not None:
            self.desk.look_again()

    def look(self) -> None:
        """What is kept may be other: read it anew."""
        # Where the page is not shown it looks when it is next gone to.
        if self.isVisible():
            self.things.look()

    def enable(self) -> None:
        if not self.isVisible():
            return
        reads, bookmarked = self._shows_reader, bool(self.acts.bookmarked)
        if self.desk is not None:
            self.desk.enable(self._actions)
            for command in (*self.desk.does, "enlarge", "previous-entry", "next-entry"):
                action = self._actions[command]
                action.setEnabled(reads and action.isEnabled())
        self.acts.show_possible()
        self._actions["keep"].setEnabled(reads or bookmarked)
        self.header.move_button.setEnabled(bookmarked)

    def word(self) -> None:
        if self.desk is not None and self._shows_reader:
            self.desk.word(self._actions)

    def set_layout(self, layout: Layout) -> None:
        super().set_layout(layout)
        row = self.list.row
        unread = self.reader_made is not None and self.reader_made.entry_id is None
        if unread and row is not None and not layout.single:
            # There was no place for the reader before.
            self._on_row_chosen()

    def show_search(self, search: str, *, rename: bool = False) -> None:
        """Show a saved search, by its id; ``rename`` to give it another name at once."""
        self.rail.choose(Spot(Shelf.SEARCHES))
        self.header.search.clear()
        self._spot_awaited = None
        self._awaited = search
        self._rename_awaited = rename
        self.things.look()

    def make_folder(self) -> None:
        """Make a folder that stands in no other, to be named, once it is known which there are."""
        self.set_large(False)
        self.rail.choose(ALL_KEPT)
        self._spot_awaited = None
        self._folder_awaited = True
        self.things.look()

    def finish(self) -> bool:
        if self.desk is not None:
            self.desk.finish()
        return True

    def standing(self) -> object:
        row = self.list.row
        return _Standing(self.rail.spot, self._wanted, row.id if row else "")

    def stand(self, standing: object) -> None:
        if isinstance(standing, _Standing):
            self._awaited = standing.row
            self._spot_awaited = standing.spot
            self.header.search.setText(standing.wanted)

    # --- what stands beside the list ----------------------------------------------------------

    def show_rows(self, *, hold: bool) -> None:
        super().show_rows(hold=hold)
        if self._empty:
            self.set_title(self.rail.shelves.name(self.rail.spot))
        self._say_beside()
        self.enable()

    def open_row(self) -> None:
        """Open the row in hand large; ask a saved search on the casebook page."""
        row = self.list.row
        if row is None:
            return
        if isinstance(row.thing, SavedSearch):
            self.search_wanted.emit(row.thing)
            return
        if not row.withdrawn:
            self._read(row, remember=True)
        if self._layout.single or not row.withdrawn:
            self.set_large(True)
        elif self.beside.buttons:
            self.beside.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.enable()

    def step_entry(self, step: int) -> None:
        """Read the next (1) or previous (-1) row of the list."""
        at = self.list.currentIndex().row() + step
        if 0 <= at < len(self.list.own.rows):
            self.list.choose(self.list.own.rows[at].id)

    def keep(self) -> None:
        """Keep the entry that is read, or let it go; of a withdrawn one, let it go."""
        if self._shows_reader and self.desk is not None:
            self.desk.keep()
        else:
            self._keeping.let_go(self.acts.bookmarked)

    @property
    def _shows_reader(self) -> bool:
        return self._reading.currentWidget() is self.reader_made and not self._empty

    def _on_row_chosen(self) -> None:
        row = self.list.row
        if row is None or self._selecting:
            return
        if row.id != self._read_as_it_was:
            self._read_as_it_was = ""
        if row.withdrawn or isinstance(row.thing, SavedSearch):
            self._say_beside()
        elif self._layout.single and not self._large:
            pass  # it is read once it is opened: until then it would only be got ready unseen
        else:
            self._read(row, remember=not self._following)
        self.enable()

    def _say_beside(self) -> None:
        """What is said beside the list stands for the row in hand, and for what is known of it."""
        row = self.list.row
        if row is None or row.id == self._read_as_it_was:
            return
        if isinstance(row.thing, SavedSearch):
            count = self._rows.count_words(row.thing, self.things.counts)
            said = self._sayings.search(row.thing, self.things.counts, count, self.open_row)
        elif row.withdrawn:
            notes = [note for note in self.things.kept.notes if note.entry == row.entry]
            tag = self._rows.withdrawn_tag()
            gone = self.things.kept.withdrawals.get(row.entry) if row.entry else None
            said = self._sayings.withdrawn(
                row,
                notes,
                tag,
                gone,
                let_go=self.acts.remove_rows,
                read=lambda: self._read_withdrawn(row),
            )
        else:
            return
        self.set_title(said.title)
        self.beside.say(said)
        self.show_beside()

    def _read_withdrawn(self, row: OwnRow) -> None:
        """Read what is published no more; until another row is chosen."""
        self._read_as_it_was = row.id
        _ = self.reader
        self._read(row, remember=True)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, row: OwnRow, *, remember: bool) -> None:
        reader, desk = self.reader, self.desk
        if row.entry is None or desk is None:
            return
        self._led_to = row.id if isinstance(row.thing, Note) else ""
        self.show_reader()
        if reader.entry_id != row.entry or desk.busy:
            desk.read(row.entry, remember=remember, text=self._wanted)
            return
        if remember:
            desk.choose()
        self._on_shown(row.entry)

    def _on_shown(self, entry: EntryId) -> None:
        view, row = self.reader.view, self.list.row
        self.set_title(view.entry.head.title if view else self._actions["my-casebook"].text())
        if row is None or row.entry != entry:
            # Another one was followed to: its row, if there is one, is selected.
            self._selecting = True
            self.list.choose_entry(entry)
            self._selecting = False
        self.reader.show_step(self._place_in_list(entry), len(self.list.own.rows))
        note, self._led_to = self._led_to, ""
        for draft in self._noting.on(entry):
            if draft.note.id == note:
                self.reader.marking.activate(draft)
                self.reader.marking.lead_to(draft)
        self.enable()

    def _place_in_list(self, entry: EntryId) -> int:
        row = self.list.row
        return self.list.currentIndex().row() + 1 if row and row.entry == entry else 0

    def _reader_with_desk(self) -> Reader:
        reader = Reader(self._theme)
        self.desk = ReadingDesk(
            self._services, self._jobs, self._theme, reader, self._keeping, self._noting, self
        )
        self.desk.told.connect(self.told)
        self.desk.session_wanted.connect(self.session_wanted)
        self.desk.correction_wanted.connect(self.correction_wanted)
        self.desk.shown.connect(self._on_shown)
        reader.step_wanted.connect(self.step_entry)
        reader.changed.connect(self.enable)
        self.does = {
            **self.desk.does,
            **self._own_does,
            "keep": self.keep,
            "enlarge": lambda: self.set_large(not self.large),
            "previous-entry": lambda: self.step_entry(-1),
            "next-entry": lambda: self.step_entry(1),
        }
        return reader

    # --- what happens -------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.rail.show_kept(self.things.kept)
        if self._spot_awaited is not None:
            spot, self._spot_awaited = self._spot_awaited, None
            self.rail.choose(spot)
        self.show_rows(hold=True)
        if self._folder_awaited:
            self._folder_awaited = False
            self.acts.make_folder()
        if self._awaited:
            self._take_up(self._awaited)
        if self._named is not None:
            folder, self._named = self._named, None
            if not self._layout.rail:
                self.open_places()
            self.rail.rename(Spot(Shelf.KEPT, folder))

    def _take_up(self, row: str) -> None:
        self._awaited = ""
        if self.list.own.row_of(row) is not None:
            self.list.choose(row)
            if self._rename_awaited:
                self.list.rename()
        self._rename_awaited = False

    def _on_made(self, folder: Folder) -> None:
        # It is named once it stands in the tree.
        self._named = folder.number

    def _on_readings_forgotten(self) -> None:
        # The entry that stands in the reader would be noted again a moment later.
        if self.desk is not None:
            self.desk.reading_moment.stop()
            self.desk.place_moment.stop()

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(error_text(error))
