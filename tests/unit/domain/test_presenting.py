"""Where a session stands while it is shown, and what the room may see."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.presenting import (
    Opened,
    Pace,
    Show,
    Stage,
    back,
    begun,
    blackened,
    clock,
    closed_again,
    forward,
    gone_to,
    let_out,
    looked_at,
    with_stage,
)

PLAIN = (Stage(1), Stage(3), Stage(2))
SENSITIVE = (Stage(1), Stage(3, sensitive=True), Stage(2))


def place(show: Show) -> tuple[int, int]:
    return show.at, show.slide


def test_it_begins_with_the_first_slide_of_the_first_step() -> None:
    assert place(begun(PLAIN)) == (0, 0)


def test_without_steps_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="nothing"):
        begun(())


def test_it_goes_through_the_slides_of_a_step_and_then_to_the_next() -> None:
    show = begun(PLAIN)
    seen = [place(show)]
    for _step in range(6):
        show = forward(show)
        seen.append(place(show))
    assert seen == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 1)]


def test_back_leads_to_the_last_slide_of_the_step_before() -> None:
    assert place(back(gone_to(begun(PLAIN), 2))) == (1, 2)


def test_before_the_first_slide_there_is_nothing() -> None:
    assert back(begun(PLAIN)) == begun(PLAIN)


def test_going_to_a_step_that_is_not_there_leads_to_the_nearest() -> None:
    assert place(gone_to(begun(PLAIN), 99)) == (2, 0)
    assert place(gone_to(begun(PLAIN), -1)) == (0, 0)


def test_what_is_sensitive_is_covered_when_it_is_come_to() -> None:
    show = forward(begun(SENSITIVE))
    assert show.covered
    assert show.closed


def test_what_is_sensitive_is_seen_by_the_trainer_first() -> None:
    show = looked_at(forward(begun(SENSITIVE)))
    assert show.covered
    assert not show.closed


def test_the_room_sees_it_once_the_trainer_has_looked_and_says_so() -> None:
    assert not let_out(looked_at(forward(begun(SENSITIVE)))).covered


def test_it_cannot_be_shown_without_a_look_at_it() -> None:
    assert let_out(forward(begun(SENSITIVE))).covered


def test_it_is_closed_again_after_one_went_on_and_came_back() -> None:
    opened = let_out(looked_at(forward(begun(SENSITIVE))))
    away = gone_to(opened, 2)
    assert back(away).closed


def test_it_can_be_closed_while_it_is_shown() -> None:
    assert closed_again(let_out(looked_at(forward(begun(SENSITIVE))))).covered


def test_what_is_closed_is_passed_over_as_a_whole() -> None:
    assert place(forward(forward(begun(SENSITIVE)))) == (2, 0)


def test_a_black_room_sees_something_again_with_the_next_key() -> None:
    show = blackened(gone_to(begun(PLAIN), 1))
    assert show.black
    assert not forward(show).black
    assert place(forward(show)) == (1, 0)


def test_the_log_has_what_the_room_saw_and_nothing_that_was_covered() -> None:
    show = forward(forward(begun(SENSITIVE)))
    assert show.shown == (0, 2)


def test_a_step_that_gets_fewer_slides_stays_within_them() -> None:
    show = forward(forward(forward(begun(PLAIN))))
    assert place(with_stage(show, 1, Stage(2))) == (1, 1)


@given(
    st.lists(st.builds(Stage, st.integers(1, 4), st.booleans()), min_size=1, max_size=6),
    st.lists(st.sampled_from([forward, back, blackened, looked_at, let_out, closed_again])),
)
def test_nothing_sensitive_is_seen_unless_it_was_let_out(
    stages: list[Any], acts: list[Any]
) -> None:
    show = begun(tuple(stages))
    for act in acts:
        before, show = show, act(show)
        assert 0 <= show.slide < show.stage.slides
        seen = show.stage.sensitive and not show.covered and not show.black
        came_open = seen and (before.covered or before.at != show.at)
        assert not came_open or (act is let_out and before.opened is Opened.LOOKED_AT)


def test_time_that_is_left_counts_from_the_length_of_the_session() -> None:
    show = begun((Stage(1, minutes=10), Stage(1, minutes=20)))
    assert clock(show, 60, 90).left == 60 * 60 - 90


def test_without_a_length_the_steps_say_how_long_it_is() -> None:
    show = begun((Stage(1, minutes=10), Stage(1, minutes=20)))
    assert clock(show, 0, 0).left == 30 * 60


def test_it_is_behind_when_a_step_goes_on_two_minutes_beyond_its_end() -> None:
    show = begun((Stage(1, minutes=10), Stage(1, minutes=20)))
    assert clock(show, 30, 10 * 60 + 120).pace is Pace.ON_TIME
    assert clock(show, 30, 10 * 60 + 121).pace is Pace.BEHIND


def test_it_is_over_when_no_time_is_left() -> None:
    show = gone_to(begun((Stage(1, minutes=10), Stage(1, minutes=20))), 1)
    assert clock(show, 30, 30 * 60 + 1).pace is Pace.OVER
