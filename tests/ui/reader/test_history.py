from tests.ui.reader.made_up import entry_id

from fieldcat.domain.entry import Kind
from fieldcat.ui.reader.history import History, Place

A, B, C = (entry_id(Kind.TERM, name) for name in "abc")


def test_a_new_history_is_nowhere() -> None:
    assert History().here is None
    assert History().peek(-1) is None
    assert History().placed(Place("x")).here is None


def test_one_can_go_back_and_forward_and_no_further() -> None:
    history = History().visited(A).visited(B)
    assert history.moved(1) == history
    back = history.moved(-1)
    assert back.here is not None
    assert back.here.entry == A
    assert back.moved(-1) == back
    assert back.moved(1) == history


def test_a_new_entry_forgets_what_lay_ahead() -> None:
    history = History().visited(A).visited(B).moved(-1).visited(C)
    assert [stop.entry for stop in history.stops] == [A, C]
    assert history.peek(1) is None


def test_the_entry_that_is_shown_is_not_visited_twice() -> None:
    assert History().visited(A).visited(A) == History().visited(A)


def test_a_place_stays_with_its_entry() -> None:
    history = History().visited(A).placed(Place("section:x", 0.5)).visited(B)
    back = history.moved(-1)
    assert back.here is not None
    assert back.here.place == Place("section:x", 0.5)


def test_the_oldest_is_forgotten_at_the_limit() -> None:
    history = History().visited(A).visited(B).visited(C, limit=2)
    assert [stop.entry for stop in history.stops] == [B, C]
    assert history.current == 1
