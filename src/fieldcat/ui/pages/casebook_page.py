"""The casebook: search, filters, what was found, and the entry that is read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Answer, Hit, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import NothingFound, Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import error_text
from fieldcat.ui.pages.asking import Asking
from fieldcat.ui.pages.casebook_frame import CasebookFrame
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.preparing import Preparing
from fieldcat.ui.pages.reading import gathered
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.chips import choices
from fieldcat.ui.widgets.result_model import ResultRole

_MOMENT_MS = 3000
"""An entry that stands in the reader for so long has been read, even if nobody chose it."""


class CasebookPage(CasebookFrame):
    """The first page."""

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
        self._jobs = jobs
        self._actions = actions
        self.asking = Asking(services, jobs, self)
        self.keeping = Keeping(services, jobs, self)
        self._reading = Latest(jobs, self)
        self._following = False
        self.reading_moment = QTimer(self)
        self.reading_moment.setSingleShot(True)
        self.reading_moment.setInterval(_MOMENT_MS)
        self.reading_moment.timeout.connect(self.reader.remember)
        self.preparing = Preparing(services, jobs, self)
        self._started = False
        self.does = {
            "search": self.focus_search,
            "filters": self.open_filters,
            "clear-filters": self.asking.clear_filters,
            "next-pane": lambda: self.step_pane(1),
            "previous-pane": lambda: self.step_pane(-1),
            "keep": self.keep,
        }
        self._connect()

    def _connect(self) -> None:
        header, asking = self.header, self.asking
        header.search.textChanged.connect(asking.set_text)
        header.chips.removed.connect(asking.drop)
        header.chips.cleared.connect(asking.clear_filters)
        for tree in (self.rail, self.panel):
            tree.toggled.connect(asking.toggle)
        self.panel.cleared.connect(asking.clear_filters)
        self.count_line.sorted_by.connect(asking.set_sort)
        self.notices.spelling_wanted.connect(header.search.setText)
        self.notices.term_wanted.connect(self.read)
        self.nothing_found.query_wanted.connect(self.ask)
        self.results.chosen.connect(self._on_chosen)
        self.results.pressed.connect(self._on_row_pressed)
        self.results.opened.connect(self._on_result_opened)
        self.results.keep_toggled.connect(self.keeping.toggle)
        self.results.results.more_wanted.connect(asking.more)
        asking.changed.connect(self._on_query_changed)
        asking.answered.connect(self._on_answered)
        asking.extended.connect(self.results.results.append)
        asking.nothing_found.connect(self._on_nothing_found)
        asking.failed.connect(self._on_asking_failed)
        self.notices.retried.connect(asking.ask)
        self.preparing.progressed.connect(self.notices.show_progress)
        self.preparing.prepared.connect(self._on_prepared)
        self.preparing.failed.connect(self._on_failed)
        self.keeping.changed.connect(self._on_kept_changed)
        self.keeping.failed.connect(self._on_failed)
        self.reader.entry_requested.connect(self._on_entry_requested)
        self.reader.keep_toggled.connect(self.keeping.set_kept)
        copied = self.tr("Copied, with its source")
        self.reader.copied.connect(lambda _words: self.told.emit(copied))
        self._theme.changed.connect(self._on_theme_changed)
        self.results.results.set_kept(self.keeping.kept)

    # --- what others call ---------------------------------------------------------------------

    def start(self) -> None:
        """Fill the page, and make search ready where it is not."""
        if self._started:
            return
        self._started = True
        self.asking.ask(hold=False)
        self.preparing.start()

    def enable(self) -> None:
        self._actions["clear-filters"].setEnabled(bool(self.asking.query.filters))

    def ask(self, query: Query) -> None:
        """Ask this query, as if it had been typed and ticked."""
        self.asking.ask(query, hold=False)
        self.header.search.setText(query.text)

    def read(self, entry: EntryId, *, remember: bool = True) -> None:
        """Show an entry in the reader; one to ``remember`` is one that somebody chose."""
        text, kept = self.asking.query.text, entry in self.keeping.kept
        self._reading.ask(
            lambda _report: gathered(self._services, entry, text, kept=kept),
            done=lambda view: self._on_read(view, remember=remember),
            failed=self._on_failed,
        )

    def keep(self) -> None:
        """Keep the entry that is read, or let it go."""
        if self.reader.entry_id is not None:
            self.keeping.toggle(self.reader.entry_id)

    # --- answers ------------------------------------------------------------------------------

    def _on_query_changed(self, query: Query) -> None:
        chosen = choices(query.filters, self._services.facet_label)
        self.header.chips.show_choices(chosen)
        self.header.set_filters(len(chosen))
        self._actions["clear-filters"].setEnabled(bool(chosen))

    def _on_answered(self, answer: Answer, hold: bool) -> None:
        self._show_answer(answer)
        self.show_found()
        self._following = True
        self.results.show_answer(answer, hold=hold)
        self._following = False

    def _on_nothing_found(self, answer: Answer, found: NothingFound) -> None:
        self._show_answer(answer)
        self.results.results.show_answer(answer)
        query = answer.query
        chosen = choices(query.filters, self._services.facet_label)
        country = self._country(found.help_country) if found.help_country else ""
        self.nothing_found.show_help(query, chosen, found, country)
        self.show_nothing_found()

    def _show_answer(self, answer: Answer) -> None:
        if not answer.searchable:
            # Where search was ready before, its index turned out to be damaged since.
            self.preparing.start_again()
        self.rail.show_facets(answer.facets)
        self.panel.show_answer(answer)
        self.count_line.show_answer(answer)
        self.return_bar.set_count(answer.total)
        counts = (value.count for values in answer.facets.values() for value in values)
        self.header.set_narrowable(any(counts))
        self.notices.show_answer(answer)

    def _on_chosen(self, entry: EntryId) -> None:
        self.read(entry, remember=not self._following)

    def _on_row_pressed(self, index: QModelIndex) -> None:
        hit: Hit | None = index.data(ResultRole.HIT)
        if hit is not None and hit.head.id == self.reader.entry_id:
            self.reader.remember()

    def _on_read(self, view: EntryView, *, remember: bool) -> None:
        self.reader.show_entry(view, remember=remember)
        self.reading_moment.start()

    def _on_asking_failed(self, error: Exception) -> None:
        self.notices.show_fault(error_text(error))

    def _on_prepared(self) -> None:
        if self.asking.query.text:
            self.asking.ask()

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(error_text(error))

    def _on_kept_changed(self, kept: frozenset[EntryId]) -> None:
        self.results.results.set_kept(kept)
        entry = self.reader.entry_id
        if entry is None:
            return
        text = self.asking.query.text
        self._jobs.start(
            lambda _report: gathered(self._services, entry, text, kept=entry in kept),
            done=self._on_refreshed,
            failed=self._on_failed,
        )

    def _on_refreshed(self, view: EntryView) -> None:
        if view.id == self.reader.entry_id:
            self.reader.refresh(view)

    def _on_entry_requested(self, entry: EntryId) -> None:
        self.reader.remember()
        self.results.select(entry)
        if self.results.selected != entry or self.reader.entry_id != entry:
            self.read(entry)

    def _on_result_opened(self, entry: EntryId) -> None:
        if self.reader.entry_id != entry:
            self.read(entry)
        self.reader.remember()
        self.set_large(True)

    def _on_theme_changed(self) -> None:
        if self._nothing:
            self.asking.ask()

    def _country(self, code: str) -> str:
        return self._services.facet_label(Facet.COUNTRY, code)
