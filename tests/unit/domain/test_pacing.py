"""How long is left, told from how long it took so far."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.pacing import Pace
from fieldcat.domain.progress import Progress


@dataclass
class Watch:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_told_before_enough_has_gone_by() -> None:
    watch = Watch()
    pace = Pace({"one": 1.0}, watch)
    assert pace.seconds_left(Progress("one", 0, 100)) is None
    watch.now += 0.5
    assert pace.seconds_left(Progress("one", 50, 100)) is None
    watch.now += 10
    assert pace.seconds_left(Progress("one", 1, 100)) is None


def test_half_of_the_work_takes_as_long_as_the_other_half() -> None:
    watch = Watch()
    pace = Pace({"one": 0.25, "two": 0.75}, watch)
    pace.seconds_left(Progress("one", 0, 100))
    watch.now += 10
    assert pace.seconds_left(Progress("two", 10, 30)) == 10


def test_between_two_steps_the_seconds_run_down_and_never_below_none() -> None:
    watch = Watch()
    pace = Pace({"one": 1.0}, watch)
    pace.seconds_left(Progress("one", 0, 100))
    watch.now += 10
    assert pace.seconds_left(Progress("one", 50, 100)) == 10
    watch.now += 4
    assert pace.seconds_left(Progress("one", 50, 100)) == 6
    watch.now += 60
    assert pace.seconds_left(Progress("one", 50, 100)) == 0


def test_where_nothing_moves_any_longer_nothing_is_told_until_it_does() -> None:
    watch = Watch()
    pace = Pace({"one": 1.0}, watch, stalled_after=3.0)
    pace.seconds_left(Progress("one", 0, 100))
    watch.now += 10
    assert pace.seconds_left(Progress("one", 50, 100)) == 10
    watch.now += 2
    assert pace.seconds_left(Progress("one", 50, 100)) == 8
    watch.now += 2
    assert pace.seconds_left(Progress("one", 50, 100)) is None
    watch.now += 6
    # What is told then knows nothing of the end that was told before.
    assert pace.seconds_left(Progress("one", 80, 100)) == 5


def test_a_slow_step_moves_the_end_a_little() -> None:
    watch = Watch()
    pace = Pace({"one": 1.0}, watch)
    pace.seconds_left(Progress("one", 0, 100))
    watch.now += 10
    pace.seconds_left(Progress("one", 50, 100))
    watch.now += 10
    # By its own it would be 20 seconds.
    left = pace.seconds_left(Progress("one", 50, 101))
    assert left is not None
    assert 0 < left < 20


def test_a_stage_that_nobody_planned_leaves_the_estimate() -> None:
    watch = Watch()
    pace = Pace({"one": 1.0}, watch)
    pace.seconds_left(Progress("one", 0, 100))
    watch.now += 10
    assert pace.seconds_left(Progress("one", 50, 100)) == 10
    assert pace.seconds_left(Progress("other", 1, 2)) == 10
    assert Pace({"one": 1.0}, watch).seconds_left(Progress("other")) is None


def test_a_stage_of_unknown_length_counts_as_begun() -> None:
    watch = Watch()
    pace = Pace({"one": 0.5, "two": 0.5}, watch)
    pace.seconds_left(Progress("one"))
    watch.now += 10
    assert pace.seconds_left(Progress("two")) == 10
