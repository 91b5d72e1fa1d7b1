"""The first picture of the window shows the front page; what is asked after it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook

from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CatalogueDamagedError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.result_model import ResultRole


@pytest.fixture
def front(fake: FakeCasebook) -> Answer:
    """The front page of a casebook that was not changed since."""
    fake.front_page = FakeCasebook().find(Query(limit=12))
    return fake.front_page


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, fake: FakeCasebook, front: Answer) -> Iterator[MainWindow]:
    """A window that is not shown yet."""
    assert front.hits
    made = MainWindow(fake.services(), theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    yield made
    made.close()


@contextmanager
def held(fake: FakeCasebook) -> Iterator[Callable[[], None]]:
    """No question is answered before that is allowed."""
    allowed = Event()
    fake.waiting = lambda _cancelled: (allowed.wait(), None)[1]
    fake.waking = lambda: (allowed.wait(), None)[1]
    try:
        yield allowed.set
    finally:
        allowed.set()


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))


def titles(window: MainWindow) -> list[str]:
    model = window.casebook.results.results
    return [model.index(row).data() for row in range(model.rowCount())]


def test_it_is_shown_before_anything_is_asked(
    window: MainWindow, fake: FakeCasebook, front: Answer
) -> None:
    window.show()
    assert titles(window) == [hit.head.title for hit in front.hits]
    assert window.casebook.count_line.isVisible()
    assert window.casebook.rail.facets.find(Facet.TOPIC, None).isValid()
    assert not fake.asked


def test_what_is_not_in_it_is_made_after_it_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    assert window.casebook.made_reader is None
    qtbot.waitUntil(lambda: window.casebook.made_reader is not None)
    settled(qtbot, window)
    assert window.casebook.made_panel is None


def test_the_casebook_is_asked_too_and_what_is_shown_already_is_not_shown_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    resets: list[None] = []
    window.show()
    window.casebook.results.results.modelReset.connect(lambda: resets.append(None))
    qtbot.waitUntil(lambda: window.casebook.reader.entry_id == CENTRE)
    assert fake.asked == [Query(limit=12)]
    assert not resets


def test_it_comes_back_after_something_that_is_not_found(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, front: Answer
) -> None:
    fake.awake = False
    window.show()
    window.casebook.header.search.setText("zzzz")
    qtbot.waitUntil(lambda: window.casebook.nothing_found.isVisible())
    window.casebook.header.search.setText("")
    qtbot.waitUntil(lambda: window.casebook.results.isVisible())
    assert len(titles(window)) == len(front.hits)
    settled(qtbot, window)


def test_where_the_casebook_says_otherwise_that_takes_its_place(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, front: Answer
) -> None:
    fake.front_page = replace(front, hits=front.hits[3:5], total=2)
    window = MainWindow(fake.services(), theme)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.casebook.asking.answered):
        window.show()
    assert len(titles(window)) == front.total
    settled(qtbot, window)
    window.close()


def test_a_row_that_was_chosen_meanwhile_stays_chosen(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, front: Answer
) -> None:
    fake.front_page = replace(front, total=front.total + 1)
    window = MainWindow(fake.services(), theme)
    qtbot.addWidget(window)
    with held(fake) as allow:
        window.show()
        qtbot.keyClick(window.casebook.results, Qt.Key.Key_Down)
        chosen = window.casebook.results.selected
        assert chosen == front.hits[1].head.id
        allow()
        settled(qtbot, window)
    assert window.casebook.results.selected == chosen
    window.close()


def test_what_is_kept_is_marked_in_it(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, front: Answer
) -> None:
    fake.own.keep(front.hits[1].head.id)
    window = MainWindow(fake.services(), theme)
    qtbot.addWidget(window)
    window.show()
    model = window.casebook.results.results
    assert [model.index(row).data(ResultRole.KEPT) for row in range(3)] == [False, True, False]
    window.close()


def test_a_front_page_of_another_length_is_not_shown(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, front: Answer
) -> None:
    fake.front_page = replace(front, query=Query(limit=5))
    window = MainWindow(fake.services(), theme)
    qtbot.addWidget(window)
    window.show()
    assert titles(window) == []
    qtbot.waitUntil(lambda: bool(titles(window)))
    settled(qtbot, window)
    window.close()


def test_what_is_typed_while_the_casebook_is_opened_is_answered_once_it_is_open(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.awake = False
    with held(fake) as allow:
        window.show()
        qtbot.keyClicks(window.casebook.header.search, "kind:term hot")
        assert window.casebook.asking.busy
        assert window.casebook.asking.query == Query(limit=12)
        allow()
        settled(qtbot, window)
    assert window.casebook.asking.query.text == "hot"
    assert window.casebook.asking.query.filters == {Facet.KIND: frozenset({"term"})}


def test_what_is_ticked_while_the_casebook_is_opened_is_answered_too(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    with held(fake) as allow:
        window.show()
        window.casebook.rail.toggled.emit(Facet.TOPIC, "reporting")
        allow()
        settled(qtbot, window)
    assert window.casebook.asking.query.filters == {Facet.TOPIC: frozenset({"reporting"})}
    assert fake.asked[-1].filters == window.casebook.asking.query.filters
    assert len(titles(window)) < len(fake.entries)


def test_a_casebook_that_does_not_open_is_told_to_who_types(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    def damaged() -> None:
        raise CatalogueDamagedError

    fake.awake, fake.waking = False, damaged
    window.show()
    with qtbot.waitSignal(window.casebook.asking.failed):
        window.casebook.header.search.setText("hot")
    settled(qtbot, window)
    assert not window.casebook.asking.busy
    assert window.casebook.notices.fault.isVisible()
