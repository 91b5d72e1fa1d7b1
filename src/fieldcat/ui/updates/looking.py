"""Looks at publishers' web hosts by the timetable that somebody switched on; else never."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fieldcat.domain.timetable import is_due
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.preferences import LOOKS, Preferences

if TYPE_CHECKING:
    from fieldcat.domain.publishers import Publisher
    from fieldcat.ui.reach import Reach

    _Ask = Callable[[Publisher], object]

_SOONEST_MS, _LATEST_MS = 60_000, 600_000
"""The first look comes at a moment between these, so that not all laptops look at once."""
_AGAIN_MS = 3_600_000


class Looking(QObject):
    """``ask`` looks at one publisher's host, without a word unless there is news.

    ``reach`` tells of the line: where bytes may be paid for, nothing is asked.
    """

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        preferences: Preferences,
        ask: _Ask,
        *,
        reach: Callable[[], Reach] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._preferences = preferences
        self._ask = ask
        self.reach = reach
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        preferences.changed.connect(self._on_changed)
        self._wait()

    def look(self) -> None:
        """Look, if it is time and the line is free."""
        self._wait(_AGAIN_MS)
        kept = self._preferences
        if not is_due(kept.looks, kept.last_looked, datetime.now(UTC)) or not self._line.is_free:
            return
        kept.last_looked = datetime.now(UTC).isoformat(timespec="seconds")
        self._jobs.start(
            lambda _report: self._services.updates.publishers(),
            done=self._ask_all,
        )

    def _ask_all(self, known: tuple[Publisher, ...]) -> None:
        for publisher in known:
            if publisher.enabled and publisher.web:
                self._ask(publisher)

    @property
    def _line(self) -> Reach:
        if self.reach is not None:
            return self.reach()
        from fieldcat.ui.reach import reach  # no start pays for the network

        return reach()

    def _on_changed(self, key: str) -> None:
        if key == LOOKS:
            self._wait()

    def _wait(self, after: int = 0) -> None:
        if self._preferences.looks_by_itself:
            # When is no secret, and needs no care.
            self.timer.start(after or random.randint(_SOONEST_MS, _LATEST_MS))
        else:
            self.timer.stop()
