"""The casebook: search, filters, what was found, and the entry that is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget

from fieldcat.domain.facets import Facet
from fieldcat.domain.head import EntryId
from fieldcat.domain.query import Answer, Excerpt, Query
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.after_paint import AfterPaint
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.pages.asking import Asking
from fieldcat.ui.pages.casebook_frame import CasebookFrame
from fieldcat.ui.pages.desk_commands import AT_THE_DESK
from fieldcat.ui.pages.stepping import Stepping
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.chips import choices
from fieldcat.ui.widgets.result_model import ResultRole

if TYPE_CHECKING:
    from fieldcat.services.answers import NothingFound
    from fieldcat.ui.news import News
    from fieldcat.ui.pages.keeping import Keeping
    from fieldcat.ui.pages.noting import Noting
    from fieldcat.ui.pages.reading_desk import ReadingDesk
    from fieldcat.ui.reader.history import History
    from fieldcat.ui.reader.reader import Reader
    from fieldcat.ui.selection import Selection
    from fieldcat.ui.widgets.facet_model import Facets
    from fieldcat.ui.widgets.filter_panel import FilterPanel
    from fieldcat.ui.widgets.nothing_found import NothingFoundView

_STEPS = ("previous-entry", "next-entry", "enlarge")

_AFTER_ROW_MS = 20
"""An entry is fetched once its row is painted as the selected one, which that would hold up."""
_RECOUNT_MS = 200
"""What was saved is counted once no more is for so long."""
_FOLLOW_MS = 200
"""The reader follows an answer that stands for so long: who types on waits for no entry."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the page shows: the query, what was read and how far, and whether that is large."""

    query: Query
    history: History
    large: bool


class CasebookPage(CasebookFrame):
    """The first page: its head and its list, and all else once ``complete`` is called."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            actions,
            preferences,
            lambda code: services.facet_label(Facet.COUNTRY, code),
            parent,
        )
        self._services = services
        self._actions = actions
        self.asking = Asking(services, jobs, self)
        self._jobs = jobs
        self._made_desk: ReadingDesk | None = None
        self._answer: Answer | None = None
        # What the reader shows once it is made.
        self._to_follow: tuple[EntryId, Excerpt | None] | None = None
        self._following = False
        self._selecting = False
        self._staying: EntryId | None = None
        self._partly = 0
        self.stepping = Stepping(self.results, self)
        self._front: Answer | None = None
        self._started = False
        self._resuming: _Standing | None = None
        self.results.results.set_kept(services.kept_ids())

    def complete(self, keeping: Keeping, noting: Noting, news: News) -> None:
        """Make all that the first picture does without; what it shows, and was typed, stays."""
        from fieldcat.ui.pages.preparing import Preparing
        from fieldcat.ui.pages.result_menu import ResultMenu
        from fieldcat.ui.pages.search_keeping import SearchKeeping

        self.keeping, self.noting, self.news = keeping, noting, news
        self._make_beside(self._actions)
        self.search_keeping = SearchKeeping(self._services, self._jobs, self.asking, self)
        self.preparing = Preparing(self._services, self._jobs, self)
        # A note is saved every second while it is written.
        self._recount = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        self._recount.timeout.connect(self.asking.recount)
        # Who types waits for no reader, not even for the first.
        self._reader_timer = QTimer(self)
        self._reader_timer.setSingleShot(True)
        self._reader_timer.setInterval(_FOLLOW_MS)
        self._reader_timer.timeout.connect(self._load_reader)
        self.does = {
            "search": self.focus_search,
            "filters": self.open_filters,
            "clear-filters": self.asking.clear_filters,
            "next-pane": lambda: self.step_pane(1),
            "previous-pane": lambda: self.step_pane(-1),
            **{command: partial(self._do_at_desk, command) for command in AT_THE_DESK},
            **self.search_keeping.does,
            "enlarge": lambda: self.set_large(not self.large),
            "previous-entry": lambda: self.step_entry(-1),
            "next-entry": lambda: self.step_entry(1),
        }
        self.result_menu = ResultMenu(self._actions, self.enable, self)
        self._connect()
        self._take_up_first_picture()

    def _take_up_first_picture(self) -> None:
        if self._front is not None:
            self._show_beside(self._front)
            if self.results.selected is not None:
                self._to_follow = (self.results.selected, None)
        if self.header.search.text():
            self._on_typed(self.header.search.text())

    def _connect(self) -> None:
        header, asking = self.header, self.asking
        asking.room = self.results.room
        header.search.textChanged.connect(self._on_typed)
        header.search.returnPressed.connect(lambda: asking.type(header.search.text()))
        header.search.editingFinished.connect(asking.settle)
        asking.line_left.connect(header.search.show_left)
        header.chips.removed.connect(asking.drop)
        header.chips.cleared.connect(asking.clear_filters)
        self.rail.toggled.connect(asking.toggle)
        self.count_line.sorted_by.connect(asking.set_sort)
        self.notices.spelling_wanted.connect(header.search.setText)
        self.notices.term_wanted.connect(self.read)
        self.results.chosen.connect(self._on_chosen)
        self.results.passage_chosen.connect(self._on_passage_chosen)
        self.results.pressed.connect(self._on_row_pressed)
        self.results.menu_wanted.connect(self.result_menu.open)
        self.results.opened.connect(self._on_result_opened)
        self.results.keep_toggled.connect(self.keeping.toggle)
        self.results.results.more_wanted.connect(asking.more)
        asking.changed.connect(self._on_query_changed)
        asking.answered.connect(self._on_answered)
        asking.extended.connect(self.results.results.append)
        asking.unextended.connect(self.results.results.let_ask_again)
        asking.recounted.connect(self._on_recounted)
        asking.nothing_found.connect(self._on_nothing_found)
        asking.failed.connect(self._on_asking_failed)
        self.notices.retried.connect(asking.ask)
        self.preparing.progressed.connect(self.notices.show_progress)
        self.preparing.prepared.connect(self._on_prepared)
        self.preparing.stopped.connect(self.notices.show_unprepared)
        self.preparing.failed.connect(self._on_failed)
        self.preparing.failed.connect(self.notices.show_unprepared)
        self.notices.stop_wanted.connect(self.preparing.stop)
        self.notices.preparing_wanted.connect(self.preparing.start)
        self.keeping.changed.connect(self.results.results.set_kept)
        self.keeping.changed.connect(self._recount.start)
        self.noting.changed.connect(self._recount.start)
        self.keeping.failed.connect(self._on_failed)
        self.noting.failed.connect(self._on_failed)
        self.search_keeping.failed.connect(self._on_failed)
        self._theme.changed.connect(self._on_theme_changed)
        self.news.changed.connect(self._on_news_changed)

    def _join_panel(self, panel: FilterPanel) -> None:
        panel.toggled.connect(self.asking.toggle)
        panel.cleared.connect(self.asking.clear_filters)
        if self._answer is not None:
            panel.show_answer(self._answer)

    def _join_ways_out(self, ways_out: NothingFoundView) -> None:
        ways_out.query_wanted.connect(self.ask)
        ways_out.help_wanted.connect(self.help_wanted)

    def _reader_with_desk(self) -> Reader:
        from fieldcat.ui.pages.reading_desk import ReadingDesk
        from fieldcat.ui.reader.reader import Reader

        reader = Reader(self._theme)
        desk = self._made_desk = ReadingDesk(
            self._services, self._jobs, self._theme, reader, self.keeping, self.noting, self
        )
        desk.told.connect(self.told)
        desk.session_wanted.connect(self.session_wanted)
        desk.correction_wanted.connect(self.correction_wanted)
        desk.shown.connect(self._on_shown)
        desk.was_read.connect(self.news.see)
        reader.step_wanted.connect(self.step_entry)
        reader.changed.connect(self._on_reader_changed)
        reader.show_way_back(self.return_bar.words)
        reader.show_step(0, self.stepping.total)
        return reader

    # --- what others call ---------------------------------------------------------------------

    @property
    def desk(self) -> ReadingDesk:
        """What brings entries into the reader."""
        _ = self.reader
        assert self._made_desk is not None
        return self._made_desk

    def start(self, *, painted: bool = False) -> None:
        """Fill the page, and make search ready where it is not; what is known is ``painted``."""
        if self._started:
            return
        self._started = True
        if self._front is None:
            self._open_casebook()
            self._make_reader()
        elif painted:
            self._open_casebook()
        else:
            AfterPaint(self.results.viewport(), self._open_casebook)

    def show_front_page(self) -> None:
        """Show what an empty query was last answered, where that is known, until it is asked."""
        front = None if self._started else self._services.front_page()
        if front is not None and front.query == self.asking.query:
            self._front = front
            if self._whole:
                self._show_found(front, hold=False)
            else:
                self._show_listed(front)
                self.results.show_answer(front, hold=False)

    def _open_casebook(self) -> None:
        self.asking.ask(hold=self._front is not None)
        self.preparing.start()

    def _load_reader(self) -> None:
        if self.asking.busy:
            self._reader_timer.start()
            return
        # In two steps, each of which is short: what is typed comes between them.
        import fieldcat.ui.pages.reading_desk  # noqa: F401 - it is used in the next step

        QTimer.singleShot(0, self, self._make_reader)

    def _make_reader(self) -> None:
        _ = self.reader
        following, self._to_follow = self._to_follow, None
        if following is not None:
            self._follow(*following)

    def enable(self) -> None:
        self._actions["clear-filters"].setEnabled(bool(self.asking.query.filters))
        self._actions["save-search"].setEnabled(self.search_keeping.possible)
        if self._made_desk is not None:
            self._made_desk.enable(self._actions)
            return
        for command in (*AT_THE_DESK, *_STEPS):
            self._actions[command].setEnabled(False)

    def word(self) -> None:
        if self._made_desk is not None:
            self._made_desk.word(self._actions)

    def finish(self) -> bool:
        if self._made_desk is not None:
            self._made_desk.finish()
        return self.noting.finish()

    @property
    def selection(self) -> Selection:
        from fieldcat.ui.selection import Selection  # for what is done with the list

        entry = None if self._made_desk is None else self.reader.entry_id
        return Selection(self.asking.query, self.stepping.total, entry, self._partly)

    def look_again(self) -> None:
        if self._started:
            self.asking.ask()
            if self._made_desk is not None:
                self._staying = self.reader.entry_id
                self._made_desk.look_again()
            self.preparing.look_again()

    def standing(self) -> object:
        return _Standing(self.asking.query, self.reader.history, self.large)

    def stand(self, standing: object) -> None:
        if isinstance(standing, _Standing):
            self._started = True
            self._resuming = standing
            self.reader.take_up(standing.history)
            self.ask(standing.query)
            self.preparing.start()

    def ask(self, query: Query) -> None:
        """Ask this query, as if it had been typed and ticked."""
        self.asking.ask(query, hold=False)
        self.header.search.setText(query.text)

    def read(self, entry: EntryId, *, remember: bool = True) -> None:
        """Show an entry in the reader; one to ``remember`` is one that somebody chose."""
        self.desk.read(entry, remember=remember, text=self.asking.query.text)

    # --- the query ----------------------------------------------------------------------------

    def _on_typed(self, line: str) -> None:
        self.asking.type(line, self.header.search.cursorPosition())

    # --- answers ------------------------------------------------------------------------------

    def _on_query_changed(self, query: Query) -> None:
        chosen = choices(query.filters, self._services.facet_label)
        self.header.chips.show_choices(chosen)
        self.header.set_filters(len(chosen))
        self._actions["clear-filters"].setEnabled(bool(chosen))
        self._actions["save-search"].setEnabled(self.search_keeping.possible)
        self.header.set_keepable(self.search_keeping.possible)

    def _on_answered(self, answer: Answer, hold: bool) -> None:
        front, self._front = self._front, None
        if answer == front:
            # It is shown already. What a high list asked for meanwhile nobody heard, or it was
            # given up when this was asked.
            self.results.results.let_ask_again()
            self.stepping.further.start()
        else:
            self._show_found(answer, hold=hold)
        if self._to_follow is not None:
            self._reader_timer.start()

    def _show_found(self, answer: Answer, *, hold: bool) -> None:
        self._show_answer(answer)
        if self._nothing:
            self.show_found()
            self._say_title()
        stays, self._staying = self._staying, None
        # What is read stays, though it may not be among what is found now.
        self._following, self._selecting = stays is None, stays is not None
        self.results.show_answer(answer, hold=hold)
        self.stepping.further.start()
        if stays is not None:
            self.results.select(stays)
        self._following = self._selecting = False
        self._show_step()
        self._go_on()

    def _on_recounted(self, facets: Facets) -> None:
        # What is listed stays, even where the entry that was just let go is listed as kept.
        if self._answer is not None:
            self._answer = replace(self._answer, facets=facets)
            self.rail.show_facets(facets)
            if self.made_panel is not None:
                self.made_panel.show_answer(self._answer)

    def _on_nothing_found(self, answer: Answer, found: NothingFound) -> None:
        self._front = None
        self._show_answer(answer)
        self.results.results.show_answer(answer)
        query = answer.query
        chosen = choices(query.filters, self._services.facet_label)
        country = self._country(found.help_country) if found.help_country else ""
        self.nothing_found.show_help(query, chosen, found, country)
        self.show_nothing_found()
        self._say_title()
        self._go_on()

    def _go_on(self) -> None:
        """Read on where another window's page did, once that is answered which it had asked."""
        left, self._resuming = self._resuming, None
        if left is not None and left.history.here is not None:
            self.read(left.history.here.entry, remember=not left.history.here.passing)
            self.set_large(left.large)

    def _say_title(self) -> None:
        """Name what is seen: where nothing was found, not the entry that was read before."""
        view = self.made_reader.view if self.made_reader is not None else None
        if self._nothing:
            self.set_title(self._actions["casebook"].text())
        else:
            self.set_title("" if view is None else view.entry.head.title)

    def _show_answer(self, answer: Answer) -> None:
        if answer.searchable:
            self.preparing.note_use()
        else:
            # Where search was ready before, its index turned out to be damaged since.
            self.preparing.start_again()
        self._show_listed(answer)
        self._show_beside(answer)

    def _show_listed(self, answer: Answer) -> None:
        """Show over the list what an answer says of it."""
        self._answer = answer
        self.count_line.show_answer(answer)
        self.stepping.total, self._partly = answer.total, answer.partial_total
        counts = (value.count for values in answer.facets.values() for value in values)
        self.header.set_narrowable(any(counts))

    def _show_beside(self, answer: Answer) -> None:
        """Show what an answer says beside the list."""
        self.rail.show_facets(answer.facets)
        if self.made_panel is not None:
            self.made_panel.show_answer(answer)
        self.return_bar.set_count(answer.total or answer.partial_total)
        if self.made_reader is not None:
            self.made_reader.show_way_back(self.return_bar.words)
        self.notices.show_answer(answer)
        self.notices.show_newer(self._services.newer_is_left())

    def _on_chosen(self, entry: EntryId, passage: Excerpt | None = None) -> None:
        if self._following and self._made_desk is None:
            self._to_follow = (entry, passage)
        elif self._following:
            self._follow(entry, passage)
        elif not self._selecting:
            self._to_follow = None
            text = self.asking.query.text
            self.desk.read(entry, text=text, after=_AFTER_ROW_MS, passage=passage)

    def _follow(self, entry: EntryId, passage: Excerpt | None) -> None:
        text = self.asking.query.text
        self.desk.read(entry, remember=False, text=text, after=_FOLLOW_MS, passage=passage)

    def _do_at_desk(self, command: str) -> None:
        self.desk.does[command]()

    def _on_passage_chosen(self, passage: Excerpt) -> None:
        self._on_chosen(passage.head.id, passage)

    def _on_row_pressed(self, index: QModelIndex) -> None:
        entry: EntryId | None = index.data(ResultRole.ENTRY)
        if entry is not None and entry == self.reader.entry_id:
            self.desk.choose()

    def step_entry(self, step: int) -> None:
        """Read the next (1) or previous (-1) entry of the list."""
        self.stepping.step(self._entry_in_reader, step)

    @property
    def _entry_in_reader(self) -> EntryId | None:
        return None if self.made_reader is None else self.made_reader.entry_id

    def _show_step(self) -> None:
        if self.made_reader is not None:
            place = self.stepping.place_of(self._entry_in_reader)
            self.made_reader.show_step(place, self.stepping.total)

    def _on_reader_changed(self) -> None:
        # While all is hidden nothing may be done by key.
        if self.isVisible():
            self.enable()

    def _on_shown(self, entry: EntryId) -> None:
        self._say_title()
        # Its row, if there is one, is selected; that it is read already.
        self._selecting = True
        self.results.select(entry)
        self._selecting = False
        self._show_step()

    def _on_news_changed(self) -> None:
        self.results.set_news(self.news.unseen)

    def _on_asking_failed(self, error: Exception) -> None:
        self.notices.show_fault(error_text(error))

    def _on_prepared(self) -> None:
        self.news.look()
        if self.asking.query.text:
            self.asking.ask()

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(error_text(error))

    def _on_result_opened(self, entry: EntryId) -> None:
        if self.reader.entry_id == entry:
            self.desk.choose()
        else:
            self.read(entry)
        self.set_large(True)

    def _on_theme_changed(self) -> None:
        if self._nothing:
            self.asking.ask()

    def _country(self, code: str) -> str:
        return self._services.facet_label(Facet.COUNTRY, code)
