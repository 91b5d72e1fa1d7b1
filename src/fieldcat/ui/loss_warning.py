"""Says before a window closes what would be lost with it."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import monotonic

from PySide6.QtCore import QObject

_WARNED_S = 300
"""So many seconds after it was said what would be lost, closing again leaves without it."""


class LossWarning(QObject):
    """Says it once, with ``say``; whoever closes much later has more to lose, and is told anew."""

    def __init__(self, say: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._given_at = -inf

    @property
    def given(self) -> bool:
        """Whether it was said a moment ago."""
        return monotonic() - self._given_at < _WARNED_S

    def give(self, *, logged: bool, saved: bool) -> bool:
        """Say what is not ``logged`` or ``saved``, if anything; gives whether anything was."""
        lost = []
        if not logged:
            lost.append(
                self.tr(
                    "What came of a session is not in the log yet: make room on the disk. Closing "
                    "again leaves without it."
                )
            )
        if not saved:
            lost.append(
                self.tr(
                    "Something that you typed is not saved, its words are still here. Copy them, "
                    "or make room on the disk. Closing again leaves without them."
                )
            )
        if lost:
            self._given_at = monotonic()
            self._say(" ".join(lost))
        return bool(lost)
