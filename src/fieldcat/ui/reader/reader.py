"""The reader: a bar, and under it the page of one entry."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.reader.building import FIGURES, build_page, filling, folded_sections
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.following import Following
from fieldcat.ui.reader.frame import ReaderFrame
from fieldcat.ui.reader.history import History, Place
from fieldcat.ui.reader.keyboard_place import give_back, held_on
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.pointing import Pointing
from fieldcat.ui.reader.selecting import Selecting
from fieldcat.ui.reader.stopping import Stopping, reading_place
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import with_source
from fieldcat.ui.theme import Theme


class Reader(ReaderFrame):
    """Shows an `EntryView`; asks by signals for what it cannot do itself."""

    entry_requested = Signal(object)
    """Show this `EntryId`: a link, or one step back or forward. Answer with `show_entry`."""
    keep_toggled = Signal(object, bool)
    """Keep this `EntryId`, or let it go. Answer with `show_kept`."""
    enlarge_toggled = Signal(bool)
    """Give the reader the whole page, or not. Answer with `set_enlarged`."""
    step_wanted = Signal(int)
    """Show the next (1) or previous (-1) entry of the list that this one is in."""
    note_wanted = Signal()
    """A note on the selected words, else on the entry. Answer with `edit_note`."""
    folder_wanted = Signal()
    """The entry should be put into a folder."""
    add_wanted = Signal(str)
    """A figure, by its id, should be put into a session; else what is selected, or the entry."""
    highlight_wanted = Signal()
    """The selected words should be marked."""
    print_wanted = Signal()
    pdf_wanted = Signal()
    leaflet_wanted = Signal()
    correction_wanted = Signal()
    copied = Signal(str)
    """These words were put on the clipboard, with their source."""
    copied_plain = Signal(str)
    """These words were put on the clipboard, as they are."""
    moved = Signal()
    """The person scrolled, or was led to another place."""
    changed = Signal()
    """What can be done here may be something else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view: EntryView | None = None
        # A page that was built for an entry which is about to be shown, and what is open on it.
        self._prepared: tuple[Page, frozenset[str]] | None = None
        self._history = History()
        self._taken_up: EntryId | None = None
        self._asked: int = 0
        self.stopping = Stopping(self)
        self.following = Following(self)
        self.selecting = Selecting(self)
        self.pointing = Pointing(self)
        self.setAccessibleName(self.tr("Entry"))
        self._connect()
        self._enable()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def entry_id(self) -> EntryId | None:
        """The entry that is shown."""
        return self._view.id if self._view else None

    @property
    def view(self) -> EntryView | None:
        """What is shown of the entry."""
        return self._view

    @property
    def opened(self) -> frozenset[str]:
        """The names of the folds and lists that are open."""
        return self._opened

    @property
    def page(self) -> Page | None:
        """The page of the entry that is shown."""
        return self.sheet.page

    @property
    def reading_place(self) -> ReadingPlace:
        """How far the entry is read."""
        return reading_place(self.sheet.place)

    def prepare(self, view: EntryView, *, unfolded: bool = False) -> Generator[None]:
        """Build the page of an entry that `show_entry` will show then, one piece a step.

        The window need not wait for all of them at once. ``unfolded`` as there.
        """
        wanted = self._history.peek(self._asked) if self._asked else None
        opened: frozenset[str] = frozenset()
        if wanted is not None and wanted.entry == view.id:
            opened = wanted.place.opened
        elif view.id == self.entry_id:
            opened = self._opened
        elif unfolded:
            opened = folded_sections(view, opened)
        page = Page(view, self.look, self.sheet.host)
        try:
            for _ in filling(page, opened):
                yield
        except BaseException:
            page.deleteLater()
            raise
        self._take_prepared(None)
        self._prepared = (page, opened)

    def _take_prepared(self, view: EntryView | None) -> Page | None:
        """The page that is prepared, if it is of this view, and as it would be built now."""
        prepared, self._prepared = self._prepared, None
        if prepared is None:
            return None
        page, opened = prepared
        if page.view is view and page.look == self.look and opened == self._opened:
            return page
        page.deleteLater()
        return None

    def show_entry(
        self,
        view: EntryView,
        *,
        remember: bool = True,
        stopped: ReadingPlace | None = None,
        go_on: bool = True,
        unfolded: bool = False,
    ) -> None:
        """Show an entry: one that was gone back to at its place, a new one from its top.

        One not to ``remember`` is gone from the history as soon as another is shown. Where reading
        it ``stopped`` more than a screen down, a new one is shown there if it should ``go_on``,
        else a button leads there. All sensitive sections are open at once where ``unfolded``.
        """
        self._note_place()
        wanted = self._history.peek(self._asked) if self._asked else None
        if wanted is not None and wanted.entry == view.id:
            self._history = self._history.moved(self._asked)
            fresh = False
        else:
            fresh = view.id not in (self.entry_id, self._taken_up)
            self._history = self._history.visited(view.id, passing=not remember)
        self._asked = 0
        self._taken_up = None
        self._view = view
        here = self._history.here
        place = here.place if here else Place()
        if fresh and unfolded:
            place = replace(place, opened=place.opened | folded_sections(view, frozenset()))
            self._history = self._history.placed(place)
        held = here.held if here is not None and self._show(place) else None
        if held is not None and self.page is not None:
            # One comes back to the link that led away.
            give_back(self.page, held)
        self.stopping.offer(stopped if fresh else None, go_on=go_on)

    @property
    def history(self) -> History:
        """What was read, and how far."""
        self._note_place()
        return self._history

    def take_up(self, history: History) -> None:
        """Go on where another reader was: its entry comes next, and is shown at its place."""
        self._history = history
        self._taken_up = history.here.entry if history.here else None

    def remember(self) -> None:
        """Keep the entry that is shown in the history."""
        self._history = self._history.remembered()

    def refresh(self, view: EntryView) -> None:
        """Show the same entry again after something about it has changed; the place is kept."""
        if view.id != self.entry_id:
            self.show_entry(view)
            return
        self._note_place()
        self._view = view
        self._rebuild()

    def show_kept(self, kept: bool) -> None:
        """Show whether the entry is kept now."""
        if self._view is not None and kept != self._view.kept:
            self._view = replace(self._view, kept=kept)
            self._enable()
            self._lay_out()

    def clear(self) -> None:
        """Show no entry."""
        self._note_place()
        self._view = None
        self.tip.hide()
        self.stopping.offer(None)
        self.close_find()
        self.sheet.show_page(None, Place())
        self.marking.show_page(None, frozenset())
        self.show_drafts(())
        self._enable()

    def set_enlarged(self, enlarged: bool) -> None:
        """Use the types and columns of the reading view, or those of a pane. Emits nothing."""
        self.commands.show_enlarged(enlarged)
        if enlarged != self._enlarged:
            self._note_place()
            self._enlarged = enlarged
            self.close_panels()
            self.arrange_bar()
            self._rebuild()
            self._lay_out()

    def relay(self, *, anew: bool) -> None:
        if anew:
            self._note_place()
            self._rebuild()
        self._lay_out()

    def lead_to(self, block: str, words: str) -> None:
        """Bring words of a block into view; without a block, the top of the entry."""
        if block:
            self.marking.lead_to_words(block, words)
        else:
            self.sheet.verticalScrollBar().setValue(0)

    # --- back and forward ---------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Go back (-1) or forward (1) among the entries that were read.

        Where a figure led to its sentence, going back leads to the figures first.
        """
        if step < 0 and self.stopping.leads_back:
            self.stopping.go()
            return
        stop = self._history.peek(step)
        if stop is not None:
            self._asked = step
            self.entry_requested.emit(stop.entry)

    # --- finding ------------------------------------------------------------------------------

    def open_find(self, step: int = 1) -> None:
        """Open the bar for finding words; where it is open, go to the next (-1: the one before)."""
        if self._view is None:
            return
        if self.find_bar.isVisibleTo(self) and self.find_bar.field.text():
            self.find_bar.step(step)
        else:
            self.find_bar.start_from(self.sheet.place)
            self.find_bar.show()
            self._lay_out()
            self._let_find()
        self.find_bar.take_keyboard()

    def close_find(self) -> None:
        """Close the bar and take its marks away; the words that were found last are selected."""
        if not self.find_bar.isVisibleTo(self):
            return
        text = self.find_bar.leave()
        self._lay_out()
        if text is None:
            self.focus_text()

    def _let_find(self) -> None:
        folded = folded_sections(self._view, self._opened) if self._view else frozenset()
        self.find_bar.show_page(self.page, len(folded))

    # --- folds and parts ----------------------------------------------------------------------

    @property
    def _opened(self) -> frozenset[str]:
        here = self._history.here
        return here.place.opened if here else frozenset()

    def _toggle(self, key: str, opened: bool) -> None:
        self._note_place()
        here = self._history.here
        if here is None:
            return
        keys = self._opened | {key} if opened else self._opened - {key}
        self._history = self._history.placed(replace(here.place, opened=keys))
        reason = reason_as_before(self)
        self._rebuild()
        if self.page is not None:
            widget = self.page.widget(f"section:{key}") or self.page.widget(key)
            button = widget.button if isinstance(widget, Fold) else widget
            if button is not None:
                button.setFocus(reason)

    def show_figures(self) -> None:
        """Open the list of all figures and lead to it."""
        if FIGURES not in self._opened:
            self._toggle(FIGURES, True)
        self.following.go_to(FIGURES)

    def _on_way_back_changed(self) -> None:
        self._enable()
        self._lay_out()

    def _on_part_chosen(self, key: str) -> None:
        if key == FIGURES:
            self.show_figures()
        else:
            self.following.go_to(key)

    def _on_scrolled(self) -> None:
        self.following.follow()
        self.moved.emit()

    # --- copying and addresses ----------------------------------------------------------------

    def copy_with_source(self, text: str = "") -> None:
        """Put words with their source on the clipboard; the selected ones, or the summary."""
        if self._view is None:
            return
        chosen = text or self.selecting.words or self._view.entry.head.summary
        # What is handed in, as a fact is, are not the entry's own words.
        cited = with_source(self._view, chosen, quoted=not text)
        QGuiApplication.clipboard().setText(cited)
        self.copied.emit(chosen)

    def copy_plain(self, text: str) -> None:
        """Put a telephone number or an address on the clipboard, as it is."""
        QGuiApplication.clipboard().setText(text)
        self.copied_plain.emit(text)

    # --- building -----------------------------------------------------------------------------

    def _show(self, place: Place) -> bool:
        """Show the page at a place; whether the keyboard was on the page before, and is on it."""
        assert self._view is not None
        self.tip.hide()
        self._enable()
        self._lay_out()
        page = self._take_prepared(self._view) or build_page(
            self._view, self.look, self._opened, self.sheet.host
        )
        focus, before, reason = self.window().focusWidget(), self.page, reason_as_before(self)
        held = focus is not None and before is not None and before.isAncestorOf(focus)
        page.entry_requested.connect(self.entry_requested)
        page.toggled.connect(self._toggle)
        page.copy_wanted.connect(self.copy_with_source)
        page.plain_copy_wanted.connect(self.copy_plain)
        page.add_wanted.connect(self.add_wanted)
        self.sheet.show_page(page, place)
        self.marking.show_page(page, self._opened)
        for part in (self.pointing, self.selecting, self.following, self.stopping):
            part.adopt(page)
        self.order_tabs()
        self._let_find()
        if held:
            # Else Qt would lead to whatever comes next in the chain of Tab.
            self.focus_text(reason)
        return held

    def _rebuild(self) -> None:
        here = self._history.here
        if self._view is not None and here is not None:
            self._show(here.place)

    def _note_place(self) -> None:
        here = self._history.here
        page = self.page
        if self._view is not None and here is not None and page is not None:
            place = replace(self.sheet.place, opened=here.place.opened)
            held = held_on(page, self.window().focusWidget())
            self._history = self._history.placed(place, held)

    def _enable(self) -> None:
        does, view = self.commands, self._view
        does.set_enabled(view is not None)
        kept = view is not None and view.kept
        does.show_kept(kept)
        self.bar.show_as_kept(does.keep, kept)
        does.figures.setVisible(bool(view and view.entry.figures))
        before = does.back.isEnabled(), does.forward.isEnabled()
        does.back.setEnabled(self._history.peek(-1) is not None or self.stopping.leads_back)
        does.forward.setEnabled(self._history.peek(1) is not None)
        if before != (does.back.isEnabled(), does.forward.isEnabled()):
            self.arrange_bar()
        self.changed.emit()

    def _on_theme_changed(self) -> None:
        self._note_place()
        self._rebuild()
        self._lay_out()

    # --- events -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange and hasattr(self, "_history"):
            self._on_theme_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The pane as such has nothing to focus: its text begins with the title.
        super().focusInEvent(event)
        self.focus_text(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        find_is_open = self.find_bar.isVisible() and not self.tip.isVisible()
        if event.key() == Qt.Key.Key_Escape and find_is_open:
            self.close_find()
        else:
            super().keyPressEvent(event)

    # --- putting together ---------------------------------------------------------------------

    def _connect(self) -> None:
        does = self.commands
        for action, do in (
            (does.back, lambda: self.go(-1)),
            (does.forward, lambda: self.go(1)),
            (does.previous, lambda: self.step_wanted.emit(-1)),
            (does.next, lambda: self.step_wanted.emit(1)),
            (does.keep, self._on_keep_triggered),
            (does.note, self.note_wanted.emit),
            (does.highlight, self.highlight_wanted.emit),
            (does.add, lambda: self.add_wanted.emit("")),
            (does.file, self.folder_wanted.emit),
            (does.notes, self.open_notes),
            (does.contents, self.open_contents),
            (does.find, self.open_find),
            (does.enlarge, lambda: self.enlarge_toggled.emit(not self._enlarged)),
            (does.leave, lambda: self.enlarge_toggled.emit(False)),
            (does.print, self.print_wanted.emit),
            (does.pdf, self.pdf_wanted.emit),
            (does.leaflet, self.leaflet_wanted.emit),
            (does.correct, self.correction_wanted.emit),
            (does.copy, self.copy_with_source),
            (does.figures, self.show_figures),
            (does.source, self.pointing.offer_source),
        ):
            action.triggered.connect(lambda _on=False, do=do: do())
        self.find_bar.moved.connect(lambda spot: self.sheet.jump_to(*spot))
        # What it says may take one more line.
        self.find_bar.field.textChanged.connect(self._lay_out)
        self.find_bar.missed.connect(lambda: self.sheet.go_to(self.find_bar.start))
        self.find_bar.closed.connect(self.close_find)
        self.contents.chosen.connect(self._on_part_chosen)
        self.margin.passage_wanted.connect(self.marking.lead_to)
        self.margin.scrolled.connect(self.sheet.scroll_by)
        self.marking.chosen.connect(self.show_note)
        self.selecting.changed.connect(self.changed)
        self.selecting.note_wanted.connect(self.edit_note)
        self.selection_bar.left.connect(self.focus_text)
        self.panels_closed.connect(self.focus_text)
        self.stopping.gone.connect(self.focus_text)
        self.stopping.changed.connect(self._on_way_back_changed)
        self.sheet.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._theme.changed.connect(self._on_theme_changed)

    def _on_keep_triggered(self) -> None:
        if self._view is not None:
            self.keep_toggled.emit(self._view.id, not self._view.kept)
