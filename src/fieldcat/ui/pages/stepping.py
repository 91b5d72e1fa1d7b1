"""Goes from one entry found to the next, and has further ones fetched before the last is there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QTimer

from fieldcat.domain.head import EntryId
from fieldcat.ui.widgets.result_list import ResultList

_FURTHER_MS = 400
"""An answer that stands for so long brings the hits that come after the first ones."""
_AHEAD = 3
"""So many entries before the last one that is here, further ones are fetched."""


class Stepping(QObject):
    """Of one list. ``total`` is how many entries were found that have all of the words.

    ``further`` is started with each answer.
    """

    def __init__(self, results: ResultList, parent: QObject) -> None:
        super().__init__(parent)
        self._results = results
        self.total = 0
        self.further = QTimer(self, singleShot=True, interval=_FURTHER_MS)
        self.further.timeout.connect(self._fetch_further)

    def step(self, here: EntryId | None, step: int) -> None:
        """Select the next (1) or previous (-1) entry of the list."""
        at = self.place_of(here) + step
        if 0 < at <= self.total and at != step:
            entry = self._results.results.entry_at(at)
            if entry is not None:
                self._results.select(entry)
        if self._results.results.entry_at(at + _AHEAD) is None:
            self._fetch_further()

    def place_of(self, entry: EntryId | None) -> int:
        """The how many-th of the list an entry is; 0 where it is not in it."""
        place = self._results.results.place_of(entry) if entry is not None else 0
        # Entries that have only some of the words count not.
        return place if place <= self.total else 0

    def _fetch_further(self) -> None:
        model, whole = self._results.results, QModelIndex()
        if model.canFetchMore(whole):
            model.fetchMore(whole)
