"""Keeping a search: its words and filters, to be asked again under My casebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.pages.asking import Asking
from fieldcat.ui.pages.my_casebook_words import asks_the_same, proposed_name

if TYPE_CHECKING:
    from fieldcat.domain.keeping import SavedSearch


class SearchKeeping(QObject):
    """Keeps the search in hand, at once and under a name made from it.

    ``kept``: this search was kept. ``known``: it is kept already, as this one. ``failed`` brings
    what went wrong.
    """

    kept = Signal(object)
    known = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, services: Services, jobs: Jobs, asking: Asking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._asking = asking
        self.does: Mapping[str, Callable[[], object]] = {"save-search": self.keep}

    @property
    def possible(self) -> bool:
        """Whether there is anything to keep: words, or a filter."""
        query = self._asking.query
        return bool(query.text.strip() or query.filters)

    def keep(self) -> None:
        """Keep the search in hand, unless one that asks the same is kept."""
        if not self.possible:
            return
        query = self._asking.query
        name = proposed_name(query, self._services.facet_label)
        own = self._services.own

        def write() -> tuple[SavedSearch, bool]:
            for search in own.overview().searches:
                if asks_the_same(search.query, query):
                    return search, False
            return own.save_search(name, query), True

        self._jobs.start(
            lambda _report: write(), done=self._on_kept, failed=self.failed.emit, writes=True
        )

    def _on_kept(self, written: tuple[SavedSearch, bool]) -> None:
        search, new = written
        (self.kept if new else self.known).emit(search)
