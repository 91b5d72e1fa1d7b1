"""How far an import is, for its bar: never back."""

from __future__ import annotations

from fieldcat.domain.progress import Progress
from fieldcat.ui.updates.course import Course


def test_the_stages_before_count_whole_and_the_one_under_way_in_part() -> None:
    course = Course()
    course.take(Progress("indexing", 1, 2))
    assert (course.done, course.stage) == (0.7, "indexing")


def test_it_never_goes_back() -> None:
    course = Course()
    course.take(Progress("indexing", 1, 2))
    course.take(Progress("building", 0, 2))
    assert course.done == 0.7


def test_a_stage_that_nobody_knows_changes_nothing() -> None:
    course = Course()
    course.take(Progress("starting"))
    assert (course.done, course.stage) == (0.0, "verifying")
