"""Undo: what was removed in this sitting, and taking it back, the newest first."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled

_MOST = 50
"""So many removals can be taken back; the oldest are given up."""

Back = Callable[[], object]
"""Brings back what was removed. Called off the GUI thread; raises what the services raise.

It may be called for a window that took the place of the one that made it: it holds no part of a
window.
"""
Lasting = Callable[[Exception], str]
"""Why something can never be brought back; empty where it may go well at another time."""


@dataclass(frozen=True, slots=True)
class _Removal:
    number: int
    words: str
    back: Back
    returned: str
    lasting: Lasting
    at_home: bool


class Undoing(QObject):
    """Removals of one window, in their order, and of those whose place it took.

    ``offered``: something was removed, in these words, and can be taken back. ``told``: what came
    back, or why it did not. ``undone`` is sent when something came back: what shows it should look
    again. ``changed``: ``available`` may be another.
    """

    offered = Signal(str)
    told = Signal(str)
    undone = Signal()
    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._removals: list[_Removal] = []
        self._count = 0
        self.does: Mapping[str, Callable[[], object]] = {"undo": self.undo}

    @property
    def available(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._removals)

    def offer(
        self,
        words: str,
        back: Back,
        *,
        returned: str = "",
        lasting: Lasting = lambda _error: "",
        at_home: bool = False,
    ) -> int:
        """Say what was removed, and that it can be taken back; gives a number to `take_back`.

        ``returned`` is said once it is back; where it is empty, that something was brought back.
        ``at_home``: only this window can bring it back.
        """
        self._count += 1
        said = returned or self.tr("Brought back.")
        self._removals.append(_Removal(self._count, words, back, said, lasting, at_home))
        del self._removals[:-_MOST]
        self.offered.emit(words)
        self.changed.emit()
        return self._count

    def take_over(self, before: Undoing) -> None:
        """Have what another window could still take back, whose place this one takes.

        What was said there of what is back is in the language of that one, and is said no more.
        What only that window can bring back stays with it.
        """
        self._count = max(self._count, before._count)
        said = self.tr("Brought back.")
        self._removals[:0] = [
            replace(one, returned=said) for one in before._removals if not one.at_home
        ]
        self.changed.emit()

    def undo(self) -> None:
        """Take the newest removal back."""
        if self._removals:
            self.take_back(self._removals[-1].number)

    def take_back(self, number: int) -> bool:
        """Take the removal of this number back; whether it was one that still can be."""
        removal = next((one for one in self._removals if one.number == number), None)
        if removal is None:
            return False
        self._removals.remove(removal)
        self.changed.emit()
        self._jobs.start(
            lambda _report: removal.back(),
            done=lambda _result: self._on_back(removal),
            failed=lambda error: self._on_failed(removal, error),
            writes=True,
        )
        return True

    def _on_back(self, removal: _Removal) -> None:
        self.undone.emit()
        self.told.emit(removal.returned)

    def _on_failed(self, removal: _Removal, error: Exception) -> None:
        if never := removal.lasting(error):
            self.told.emit(never)
            return
        # Others may have been removed meanwhile; it keeps its place among them.
        insort(self._removals, removal, key=lambda one: one.number)
        words = self.tr("It could not be brought back: %1 You can try again.")
        self.offered.emit(filled(words, error_text(error)))
        self.changed.emit()
