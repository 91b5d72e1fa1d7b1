"""How long a piece of work will still take, judged by how long it took so far."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fieldcat.domain.progress import Progress

_AT_LEAST_SECONDS = 1.0
_AT_LEAST_SHARE = 0.03
"""Before so much of the time and of the work has gone by, nothing can be told."""
_INERTIA = 0.7
"""How much of the last estimate stays in the next, so that the number does not jump about."""


@dataclass(slots=True)
class Pace:
    """Estimates for one run. ``shares``: of each stage, in order, how much of the work it is.

    ``clock`` gives seconds, from any beginning. Where nothing has moved for ``stalled_after``
    seconds, as on a line that broke, nobody can tell until it moves again.
    """

    shares: Mapping[str, float]
    clock: Callable[[], float]
    stalled_after: float = math.inf
    _begun: float | None = None
    _end: float | None = None
    _moved: float = 0.0
    _last: tuple[str, int, int] = field(default=("", 0, 0))

    def seconds_left(self, progress: Progress) -> int | None:
        """Seconds until the end; None where that cannot be told yet, or the stage is unknown."""
        now = self.clock()
        if self._begun is None:
            self._begun = now
        step = (progress.stage, progress.done, progress.total)
        if step != self._last:
            self._last, self._moved = step, now
            self._estimate(progress, now)
        elif now - self._moved > self.stalled_after:
            self._end = None
        return None if self._end is None else math.ceil(max(0.0, self._end - now))

    def _estimate(self, progress: Progress, now: float) -> None:
        done = self._done(progress)
        elapsed = now - (now if self._begun is None else self._begun)
        if done < _AT_LEAST_SHARE or elapsed < _AT_LEAST_SECONDS:
            return
        end = now + elapsed * (1 - done) / done
        self._end = end if self._end is None else _INERTIA * self._end + (1 - _INERTIA) * end

    def _done(self, progress: Progress) -> float:
        """The share of the whole work that is done."""
        if progress.stage not in self.shares:
            return 0.0
        stages = list(self.shares)
        before = sum(self.shares[stage] for stage in stages[: stages.index(progress.stage)])
        within = progress.done / progress.total if progress.total else 0.0
        whole = sum(self.shares.values())
        return (before + self.shares[progress.stage] * min(within, 1.0)) / whole
