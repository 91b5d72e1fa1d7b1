"""The query in hand: changes it, asks off the GUI thread, and tells the newest answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.facets import Facet
from fieldcat.domain.head import Kind
from fieldcat.domain.query import Answer, Filters, Query, Sort, merged
from fieldcat.services.offered import Cancelled, Services
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import kind_label
from fieldcat.ui.widgets.chips import Choice

if TYPE_CHECKING:
    from fieldcat.services.answers import NothingFound

PAGE_SIZE = 12
"""Hits of an answer at first; of what is typed or ticked no more than the list has room for."""
_FURTHER = 24
"""Hits that are fetched at once after that."""


class Asking(QObject):
    """What is asked, and the answer to it.

    ``answered`` says with its flag whether the entry in hand stays selected where it can: it does
    unless the words were changed. ``nothing_found`` takes its place where there is no hit at all.
    ``extended`` brings further hits of the same answer, ``unextended`` comes where they could not
    be fetched, ``recounted`` brings its facets as they are now.
    Filters can be typed among the words:
    ``line_left`` tells what remains in the field of those that are finished, and where the cursor
    is then.
    """

    changed = Signal(Query)
    answered = Signal(Answer, bool)
    extended = Signal(object)
    unextended = Signal()
    recounted = Signal(object)
    nothing_found = Signal(Answer, object)
    failed = Signal(Exception)
    line_left = Signal(str, int)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._latest = Latest(jobs, self)
        self._counting = Latest(jobs, self)
        self.page_size = PAGE_SIZE
        self.room: Callable[[], int] = lambda: PAGE_SIZE
        """How many hits can be seen at once: a key waits for all that are asked for."""
        self.query = Query(limit=PAGE_SIZE)
        self._order_of_words = Sort.BEST
        # What filters once the filter that is being typed is left aside, and what that says so far.
        self._ticked: Filters = {}
        self._begun: Filters = {}
        self._stop = Event()
        self._waking = False
        # What was typed while the casebook was being opened.
        self._typed: tuple[str, int | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.busy or self._typed is not None

    def type(self, line: str, cursor: int | None = None) -> None:
        """Ask what a line says that is being typed at ``cursor``; None where it is finished.

        It is read once the casebook is open, whose words tell filters from words.
        """
        if self._services.is_awake():
            self._typed = None
            self._type(line, cursor)
            return
        self._typed = (line, cursor)
        if not self._waking:
            self._waking = True
            self._jobs.start(
                lambda _report: self._services.wake(),
                done=lambda _result: self._on_woken(),
                failed=self._on_waking_failed,
            )

    def _on_woken(self) -> None:
        self._waking = False
        if self._typed is not None:
            self.type(*self._typed)

    def _on_waking_failed(self, error: Exception) -> None:
        self._waking = False
        self._typed = None
        self.failed.emit(error)

    def _type(self, line: str, cursor: int | None) -> None:
        read = self._services.read_line(line, cursor, {kind_label(kind): kind for kind in Kind})
        self._ticked = merged(self._ticked, read.filters)
        self._begun = read.begun
        if read.left != line:
            self.line_left.emit(read.left, read.cursor)
        before = self.query
        query = replace(before, text=read.words, filters=merged(self._ticked, read.begun))
        if query == before:
            return
        if query.text.strip() and not before.text.strip():
            # An order chosen for browsing would bury the best match of a search.
            query = replace(query, sort=self._order_of_words)
        self._ask(query, hold=False)

    def settle(self) -> None:
        """Take the filter that is being typed as ticked; it stands in the field no more."""
        if self._begun:
            self._ticked, self._begun = self.query.filters, {}
            self.line_left.emit(self.query.text, len(self.query.text))

    def toggle(self, facet: Facet, value: str) -> None:
        """Tick or untick one value."""
        self.settle()
        self.ask(self.query.toggled(facet, value))

    def drop(self, choice: Choice) -> None:
        """Untick what a chip stands for."""
        self.settle()
        left = self.query.filters.get(choice.facet, frozenset()) - choice.values
        self.ask(self.query.with_filter(choice.facet, left))

    def clear_filters(self) -> None:
        """Untick everything."""
        self.settle()
        if self.query.filters:
            self.ask(replace(self.query, filters={}))

    def set_sort(self, sort: Sort) -> None:
        """Ask for another order; one chosen while there are words is kept for other words."""
        if self.query.text.strip():
            self._order_of_words = sort
        if sort is not self.query.sort:
            self._ask(replace(self.query, sort=sort))

    def ask(self, query: Query | None = None, *, hold: bool = True) -> None:
        """Ask this, or the same again."""
        if query is not None:
            self._ticked, self._begun = query.filters, {}
        self._ask(query or self.query, hold=hold)

    def _ask(self, query: Query, *, hold: bool = True) -> None:
        limit = self.page_size
        if query.text.strip() or query.filters:
            limit = min(limit, self.room())
        self.query = asked = replace(query, limit=limit, offset=0)
        # The answer under way is given up, and the newest query is the next.
        self._stop.set()
        self._stop = stop = Event()
        self._latest.ask(
            lambda _report: self._answer(asked, stop.is_set),
            done=lambda found: self._on_answered(found, hold=hold),
            failed=self.failed.emit,
        )
        # Chips and buttons are brought up to it while it is looked up.
        self.changed.emit(asked)

    def recount(self) -> None:
        """Ask how many entries the values of facets have now, leaving the hits as they are."""
        if not self._services.is_awake():
            return
        asked = self.query
        self._counting.ask(
            lambda _report: self._services.find(replace(asked, limit=1), lambda: False),
            done=lambda answer: self._on_counted(asked, answer),
            failed=self.failed.emit,
        )

    def more(self, offset: int) -> None:
        """Ask for the hits after the first ``offset``."""
        asked = replace(self.query, offset=offset, limit=_FURTHER)
        stop = self._stop
        self._jobs.start(
            lambda _report: self._services.find(asked, stop.is_set),
            done=lambda answer: self._on_extended(asked, answer),
            failed=lambda error: self._on_not_extended(asked, error),
        )

    def _answer(self, query: Query, cancelled: Cancelled) -> tuple[Answer, NothingFound | None]:
        answer = self._services.find(query, cancelled)
        if answer.total or answer.partial_total or not answer.searchable:
            return answer, None
        return answer, self._services.nothing_found_help(query)

    def _on_answered(self, found: tuple[Answer, NothingFound | None], *, hold: bool) -> None:
        answer, nothing = found
        if nothing is None:
            self.answered.emit(answer, hold)
        else:
            self.nothing_found.emit(answer, nothing)

    def _on_extended(self, asked: Query, answer: Answer) -> None:
        if self._is_of_answer(asked):
            self.extended.emit(answer.hits)

    def _on_not_extended(self, asked: Query, error: Exception) -> None:
        if self._is_of_answer(asked):
            self.unextended.emit()
        self.failed.emit(error)

    def _is_of_answer(self, asked: Query) -> bool:
        """Whether further hits were asked for of the answer that is shown."""
        return replace(asked, offset=0, limit=self.query.limit) == self.query

    def _on_counted(self, asked: Query, answer: Answer) -> None:
        if asked == self.query and not self.busy:
            self.recounted.emit(answer.facets)
