"""The reading desk: brings entries into one reader, and carries out what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Excerpt
from fieldcat.errors import EntryNotFoundError
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs, Latest, Steps
from fieldcat.ui.labels import error_text
from fieldcat.ui.pages.filing import Filing
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.noting import Noting
from fieldcat.ui.pages.reading import Gathered, gathered
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.figure_card import FigureCard
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.wording import figure_text
from fieldcat.ui.theme import Theme

if TYPE_CHECKING:
    from fieldcat.ui.printing.printing import Printing

_MOMENT_MS = 3000
"""An entry that stands in the reader for so long can be come back to; if chosen, it was read."""
_PLACE_KEPT_MS = 1500
"""So long after the last scrolling how far it was read is kept."""


class ReadingDesk(QObject):
    """One reader with all that it asks for; each page that reads has one.

    ``told`` brings a sentence for the person, ``shown`` the id of the entry that came into the
    reader, ``was_read`` that of one that was read, ``session_wanted`` an entry and what of it is
    to be put into a session, ``correction_wanted`` what is wrong in it. ``does`` are the commands
    of the table that concern the entry, for a page's own.
    """

    told = Signal(str)
    shown = Signal(object)
    was_read = Signal(object)
    session_wanted = Signal(object)
    correction_wanted = Signal(object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        reader: Reader,
        keeping: Keeping,
        noting: Noting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self.reader = reader
        self._keeping = keeping
        self._noting = noting
        self._latest = Latest(jobs, self)
        self._building: Steps | None = None
        self._text = ""
        self._wanted: EntryId | None = None
        self._passage: Excerpt | None = None
        self._is_read = self._is_chosen = False
        self._made_printing: Printing | None = None
        self.reading_moment = _timer(self, _MOMENT_MS, self._on_moment)
        self.place_moment = _timer(self, _PLACE_KEPT_MS, self._keep_place)
        self.does: Mapping[str, Callable[[], object]] = {
            "keep": self.keep,
            "note": self.note,
            "highlight": self.highlight,
            "move-to": self.move_to,
            "add-to-session": self.add_to_session,
            "copy-with-source": reader.copy_with_source,
            "print": self.print_entry,
            "save-as-pdf": self.save_as_pdf,
            "leaflet": self.print_leaflet,
            "correct": self.correct,
            "back": partial(reader.go, -1),
            "forward": partial(reader.go, 1),
            "find": reader.open_find,
            "find-previous": partial(reader.open_find, -1),
            "contents": reader.open_contents,
            "notes": reader.open_notes,
            "all-figures": reader.show_figures,
            "source": reader.pointing.offer_source,
        }
        self.filing = Filing(services, jobs, theme, keeping, reader)
        self._connect()

    def _connect(self) -> None:
        reader, margin = self.reader, self.reader.margin
        reader.entry_requested.connect(self.follow)
        reader.keep_toggled.connect(self._keeping.set_kept)
        reader.copied_plain.connect(self._tell_copied)
        reader.copied.connect(lambda _words: self.told.emit(self.tr("Copied, with its source.")))
        reader.note_wanted.connect(self.note)
        reader.highlight_wanted.connect(self.highlight)
        reader.add_wanted.connect(self.add_to_session)
        reader.folder_wanted.connect(self.move_to)
        reader.print_wanted.connect(self.print_entry)
        reader.pdf_wanted.connect(self.save_as_pdf)
        reader.leaflet_wanted.connect(self.print_leaflet)
        reader.correction_wanted.connect(self.correct)
        reader.moved.connect(self._on_moved)
        # Sent for the wheel, the keys and the bar, not where the page is led to a place.
        reader.sheet.verticalScrollBar().actionTriggered.connect(lambda _action: self.choose())
        margin.new_wanted.connect(self.note_on_entry)
        margin.remove_wanted.connect(self._noting.remove)
        margin.left.connect(self._noting.tidy)
        self.filing.failed.connect(self.tell_fault)
        self._noting.changed.connect(self._on_notes_changed)
        self._keeping.changed.connect(self._on_kept_changed)

    # --- what is read -------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether an entry is still to come."""
        return self._latest.busy or self._building is not None

    def read(
        self,
        entry: EntryId,
        *,
        remember: bool = True,
        text: str = "",
        after: int = 0,
        passage: Excerpt | None = None,
    ) -> None:
        """Show an entry in the reader, with the words of a query's ``text`` marked in it.

        One to ``remember`` is one that somebody chose, so that one can come back to it. It is
        fetched ``after`` so many milliseconds, where no other is asked for by then. It is shown
        from its top, or at a ``passage``.
        """
        if self._building is not None:
            self._building.cancel()
        self._text, self._wanted, self._passage = text, entry, passage
        kept, written = entry in self._keeping.kept, self._noting.written(entry)
        self._latest.ask(
            lambda _report: gathered(self._services, entry, text, kept=kept),
            done=lambda found: self._on_read(found, written, remember=remember),
            failed=self.tell_fault,
            after=after,
        )

    def look_again(self) -> None:
        """Show the entry in the reader as it is now, at the place that was reached in it.

        One that is there no more stays as it was read.
        """
        entry = self.reader.entry_id
        if entry is None or self.busy:
            return
        kept, written = entry in self._keeping.kept, self._noting.written(entry)
        self._latest.ask(
            lambda _report: gathered(self._services, entry, self._text, kept=kept),
            done=lambda found: self._on_read_again(found, written),
            failed=self._on_not_read_again,
        )

    def follow(self, entry: EntryId) -> None:
        """Show an entry that the one in the reader leads to."""
        self.choose()
        self.read(entry, text=self._text)

    def choose(self) -> None:
        """The entry in the reader is read: one can come back to it, and to how far it was read."""
        self.reader.remember()
        self.reading_moment.stop()
        if not self._is_read and self.reader.entry_id is not None:
            self._is_read = True
            self._keep_place()
            self.was_read.emit(self.reader.entry_id)

    def finish(self) -> None:
        """Keep what is still to be kept of the entry in the reader: another one comes."""
        self.reading_moment.stop()
        self._noting.flush()
        if self.place_moment.isActive():
            self._keep_place()

    def _on_read(self, found: Gathered, written: int, *, remember: bool) -> None:
        entry = found.view.id
        if entry != self._wanted:
            return  # another was asked for while this one was on its way
        steps = self.reader.prepare(found.view, unfolded=found.unfolded)
        self._building = self._jobs.step(
            steps, lambda: self._show(found, written, remember=remember)
        )
        self._building.ended.connect(self._on_built)

    def _on_built(self) -> None:
        self._building = None

    def _show(self, found: Gathered, written: int, *, remember: bool) -> None:
        entry = found.view.id
        if entry != self.reader.entry_id:
            self.finish()
            self._is_read = False
        self._noting.take(entry, found.notes, written)
        self.reader.show_entry(
            found.view,
            remember=remember,
            stopped=found.stopped,
            go_on=not self._text.strip(),
            unfolded=found.unfolded,
        )
        # It may have been kept, or let go, since it was asked for.
        self.reader.show_kept(entry in self._keeping.kept)
        self.reader.show_drafts(self._noting.on(entry))
        if self._passage is not None:
            self.reader.lead_to(self._passage.block, self._passage.text)
        self.place_moment.stop()
        self._is_chosen = remember
        self.reading_moment.start()
        self.shown.emit(entry)

    def _on_read_again(self, found: Gathered, written: int) -> None:
        if found.view.id == self.reader.entry_id:
            steps = self.reader.prepare(found.view)
            self._building = self._jobs.step(steps, lambda: self._show_again(found, written))
            self._building.ended.connect(self._on_built)

    def _show_again(self, found: Gathered, written: int) -> None:
        if found.view.id != self.reader.entry_id:
            return
        self._noting.take(found.view.id, found.notes, written)
        self.reader.refresh(found.view)
        self.reader.show_kept(found.view.id in self._keeping.kept)
        self.reader.show_drafts(self._noting.on(found.view.id))

    def _on_not_read_again(self, error: Exception) -> None:
        if not isinstance(error, EntryNotFoundError):
            self.tell_fault(error)

    def _on_moment(self) -> None:
        # What only came along with an answer was not read by that: under «recently read» others may
        # see what stands there. It is once somebody scrolls in it.
        if self._is_chosen:
            self.choose()
        else:
            self.reader.remember()

    def _on_moved(self) -> None:
        if self._is_read:
            self.place_moment.start()

    def _keep_place(self) -> None:
        entry, place = self.reader.entry_id, self.reader.reading_place
        self.place_moment.stop()
        if entry is not None:
            self._jobs.start(
                lambda _report: self._services.own.note_reading(entry, place), writes=True
            )

    # --- what is done -------------------------------------------------------------------------

    def enable(self, actions: Actions) -> None:
        """Enable those commands of the table that there is anything to do for."""
        does, something = self.reader.commands, self.reader.entry_id is not None
        for command in self.does:
            actions[command].setEnabled(something)
        actions["back"].setEnabled(does.back.isEnabled())
        actions["forward"].setEnabled(does.forward.isEnabled())
        actions["highlight"].setEnabled(does.highlight.isEnabled())
        actions["previous-entry"].setEnabled(does.previous.isEnabled())
        actions["next-entry"].setEnabled(does.next.isEnabled())
        actions["enlarge"].setEnabled(something)
        actions["all-figures"].setEnabled(something and does.figures.isVisible())

    def word(self, actions: Actions) -> None:
        """Word the commands of the table as the reader's own buttons are worded."""
        does = self.reader.commands
        actions["keep"].setText(does.keep.text())
        actions["keep"].setIcon(does.keep.icon())
        if self.reader.enlarged:
            actions.word("enlarge", like="leave-reading")

    def keep(self) -> None:
        """Keep the entry that is read, or let it go."""
        if self.reader.entry_id is not None:
            self._keeping.toggle(self.reader.entry_id)

    def move_to(self) -> None:
        """Offer the folders for the entry that is read; one that is not kept is kept with it."""
        view = self.reader.view
        if view is not None:
            head = view.entry.head
            self.filing.ask(head.id, head.title, self.reader.place_below_keep)

    def note(self) -> None:
        """Write a note on the selected words, on the marked ones one is at, else on the entry.

        A note is on the words of one block: of several that are selected, on those of the first.
        """
        passages = self.reader.marking.selected_passages
        view = self.reader.view
        if view is None:
            return
        if not passages:
            marked = self.reader.marking.draft_at_caret
            if marked is not None:
                self._edit(marked)
            else:
                self.note_on_entry()
            return
        if len(passages) > 1:
            self.told.emit(self.tr("The note is on the words of the first paragraph."))
        draft = self.reader.marking.mark_of(passages[0])
        draft = draft or self._noting.begin(view.entry.head, passages[0])
        self.reader.selecting.deselect()
        self._edit(draft)

    def note_on_entry(self) -> None:
        """Write a note on the entry."""
        if self.reader.view is not None:
            self._edit(self._noting.begin(self.reader.view.entry.head))

    def highlight(self) -> None:
        """Mark the selected words; in several blocks, the words of each. One is at the first then.

        So the key for a note is next for words on what was just marked.
        """
        view, marking = self.reader.view, self.reader.marking
        if view is None:
            return
        passages = marking.selected_passages
        self._noting.mark(
            view.entry.head, [one for one in passages if marking.mark_of(one) is None]
        )
        self.reader.selecting.deselect()
        self._show_notes()
        first = marking.mark_of(passages[0]) if passages else None
        if first is not None:
            marking.focus_passage(first, Qt.FocusReason.OtherFocusReason)

    def add_to_session(self, figure: str = "") -> None:
        """Offer to put a figure into a session, else the selected words, else the entry."""
        from fieldcat.domain.session_parts import Choice  # as printing: who asks waits for it

        view = self.reader.view
        if view is None:
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, FigureCard) and not figure:
            figure = focused.figure.id
        passages = self.reader.marking.selected_passages
        choice = Choice(figures=(figure,)) if figure else Choice()
        if passages and not figure:
            choice = Choice(passage=passages[0])
        self.session_wanted.emit((view.entry, choice))

    def print_entry(self) -> None:
        """Print the entry as it is shown."""
        if self.reader.view is not None:
            self._printing().print_entry(self.reader.view, self.reader.opened)

    def save_as_pdf(self) -> None:
        """Save the entry as it is shown as a PDF file."""
        if self.reader.view is not None:
            self._printing().save_as_pdf(self.reader.view, self.reader.opened)

    def print_leaflet(self) -> None:
        """Show the entry as a leaflet of two pages, to be printed or saved."""
        view = self.reader.view
        if view is None:
            return
        from fieldcat.ui.handouts.leaflet import made_leaflet
        from fieldcat.ui.handouts.preview import offer_preview

        today = date.today()
        offer_preview(
            view.entry.head.title,
            lambda paper: made_leaflet(view, paper, today),
            self._printing().press,
            self._jobs,
            self._theme,
            self.reader.window(),
        )

    def correct(self) -> None:
        """Say what is wrong: in the figure one is at, the selected words, or the entry."""
        from fieldcat.ui.correcting.wrong import wrong_in

        view = self.reader.view
        if view is None:
            return
        focused = QApplication.focusWidget()
        passages = self.reader.marking.selected_passages
        if isinstance(focused, FigureCard):
            quoted = figure_text(view, focused.figure)
            wrong = wrong_in(view.entry.head, focused.figure.id, quoted)
        elif passages:
            wrong = wrong_in(view.entry.head, passages[0].block, passages[0].quotation)
        else:
            wrong = wrong_in(view.entry.head)
        self.correction_wanted.emit(wrong)

    def _tell_copied(self, words: str) -> None:
        self.told.emit(filled(self.tr("Copied: %1"), words))

    def tell_fault(self, error: Exception) -> None:
        """Tell what went wrong."""
        self.told.emit(error_text(error))

    def _edit(self, draft: Draft) -> None:
        self._show_notes()
        self.reader.edit_note(draft)

    def _show_notes(self) -> None:
        entry = self.reader.entry_id
        if entry is not None:
            self.reader.show_drafts(self._noting.on(entry))

    def _on_notes_changed(self, entry: EntryId) -> None:
        if entry == self.reader.entry_id and self._noting.on(entry) != self.reader.marking.drafts:
            self._show_notes()

    def _on_kept_changed(self, kept: frozenset[EntryId]) -> None:
        self.reader.show_kept(self.reader.entry_id in kept)

    def _printing(self) -> Printing:
        if self._made_printing is None:
            # Only who prints waits for what it takes.
            from fieldcat.ui.printing.printing import Printing

            window = self.reader.window()
            self._made_printing = Printing(
                self._services, self._jobs, self._theme, window, parent=self
            )
            self._made_printing.told.connect(self.told)
        return self._made_printing


def _timer(parent: QObject, interval: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(act)
    return timer
