"""The query in hand: changes it, asks off the GUI thread, and tells the newest answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.query import Answer, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import NothingFound, Services
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.widgets.chips import Choice

_PAGE_SIZE = 24


class Asking(QObject):
    """What is asked, and the answer to it.

    ``answered`` says with its flag whether the entry in hand stays selected where it can: it does
    unless the words were changed. ``nothing_found`` takes its place where there is no hit at all.
    ``extended`` brings further hits of the same answer.
    """

    changed = Signal(Query)
    answered = Signal(Answer, bool)
    extended = Signal(object)
    nothing_found = Signal(Answer, NothingFound)
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._latest = Latest(jobs, self)
        self.page_size = _PAGE_SIZE
        self.query = Query(limit=_PAGE_SIZE)
        self._order_of_words = Sort.BEST

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.busy

    def set_text(self, text: str) -> None:
        """Ask with other words."""
        if text == self.query.text:
            return
        query = replace(self.query, text=text)
        if text.strip() and not self.query.text.strip():
            # An order chosen for browsing would bury the best match of a search.
            query = replace(query, sort=self._order_of_words)
        self.ask(query, hold=False)

    def toggle(self, facet: Facet, value: str) -> None:
        """Tick or untick one value."""
        self.ask(self.query.toggled(facet, value))

    def drop(self, choice: Choice) -> None:
        """Untick what a chip stands for."""
        left = self.query.filters.get(choice.facet, frozenset()) - choice.values
        self.ask(self.query.with_filter(choice.facet, left))

    def clear_filters(self) -> None:
        """Untick everything."""
        if self.query.filters:
            self.ask(replace(self.query, filters={}))

    def set_sort(self, sort: Sort) -> None:
        """Ask for another order; one chosen while there are words is kept for other words."""
        if self.query.text.strip():
            self._order_of_words = sort
        if sort is not self.query.sort:
            self.ask(replace(self.query, sort=sort))

    def ask(self, query: Query | None = None, *, hold: bool = True) -> None:
        """Ask this, or the same again."""
        self.query = replace(query or self.query, limit=self.page_size, offset=0)
        self.changed.emit(self.query)
        asked = self.query
        self._latest.ask(
            lambda _report: self._answer(asked),
            done=lambda found: self._on_answered(found, hold=hold),
            failed=self.failed.emit,
        )

    def more(self, offset: int) -> None:
        """Ask for the hits after the first ``offset``."""
        asked = replace(self.query, offset=offset)
        self._jobs.start(
            lambda _report: self._services.find(asked),
            done=lambda answer: self._on_extended(asked, answer),
            failed=self.failed.emit,
        )

    def _answer(self, query: Query) -> tuple[Answer, NothingFound | None]:
        answer = self._services.find(query)
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
        if replace(asked, offset=0) == self.query:
            self.extended.emit(answer.hits)
