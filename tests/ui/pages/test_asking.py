"""What is typed becomes words and filters, and only the newest of it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Semaphore

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import LINE, FakeCasebook

from fieldcat.domain.query import Answer, Filters, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CancelledError
from fieldcat.services.offered import Cancelled
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.asking import PAGE_SIZE
from fieldcat.ui.widgets.result_model import ResultRole

TANZANIA: Filters = {Facet.COUNTRY: frozenset({"TZ"})}
BOTH: Filters = {Facet.COUNTRY: frozenset({"TZ", "CO"})}

Type = Callable[[str], None]


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))


@pytest.fixture
def type_keys(window: MainWindow, qtbot: QtBot) -> Type:
    """Types at the cursor, and waits until that is answered."""

    def typed(keys: str) -> None:
        qtbot.keyClicks(window.casebook.header.search, keys)
        settled(qtbot, window)

    return typed


def field(window: MainWindow) -> str:
    return window.casebook.header.search.text()


def chips(window: MainWindow) -> list[str]:
    return [chip.choice.label for chip in window.casebook.header.chips.chips]


# --- filters among the words ------------------------------------------------------------------


def test_a_filter_that_is_typed_is_on_at_once_and_stays_in_the_field(
    window: MainWindow, type_keys: Type
) -> None:
    type_keys("helpline country:tz")
    assert window.casebook.asking.query.filters == TANZANIA
    assert window.casebook.asking.query.text == "helpline "
    assert field(window) == "helpline country:tz"
    assert chips(window) == ["Tanzania"]
    assert window.casebook.results.results.hits == 2


def test_half_a_filter_changes_nothing(window: MainWindow, type_keys: Type) -> None:
    type_keys("helpline ")
    before = window.casebook.asking.query
    type_keys("country:t")
    assert window.casebook.asking.query == before


def test_taken_back_it_is_off_again(window: MainWindow, qtbot: QtBot, type_keys: Type) -> None:
    type_keys("country:tz")
    qtbot.keyClick(window.casebook.header.search, Qt.Key.Key_Backspace)
    settled(qtbot, window)
    assert not window.casebook.asking.query.filters
    assert not chips(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_finished_it_is_a_chip_and_leaves_the_field(
    window: MainWindow, qtbot: QtBot, type_keys: Type, key: Qt.Key
) -> None:
    type_keys("helpline country:tz")
    qtbot.keyClick(window.casebook.header.search, key)
    settled(qtbot, window)
    assert field(window) == "helpline "
    assert window.casebook.asking.query.filters == TANZANIA
    assert chips(window) == ["Tanzania"]


def test_one_can_go_on_typing_where_it_stood(window: MainWindow, type_keys: Type) -> None:
    search = window.casebook.header.search
    type_keys("helpline free")
    search.setCursorPosition(len("helpline "))
    type_keys("country:tz ")
    assert field(window) == "helpline free"
    assert search.cursorPosition() == len("helpline ")
    query = window.casebook.asking.query
    assert query == Query("helpline free", TANZANIA, limit=query.limit)


def test_what_is_typed_is_read_from_its_first_entry(window: MainWindow, type_keys: Type) -> None:
    window.casebook.results.select(LINE)
    type_keys("country:co")
    assert window.casebook.results.currentIndex().row() == 0


def test_leaving_the_field_finishes_it(window: MainWindow, type_keys: Type) -> None:
    type_keys("country:tz")
    window.casebook.focus_results()
    assert field(window) == ""
    assert chips(window) == ["Tanzania"]


def test_a_value_that_nobody_knows_is_words_once_it_is_finished(
    window: MainWindow, qtbot: QtBot, type_keys: Type
) -> None:
    type_keys("helpline country:tanz")
    assert window.casebook.asking.query.text == "helpline "
    qtbot.keyClick(window.casebook.header.search, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert window.casebook.asking.query.text == field(window) == "helpline country:tanz"
    assert not window.casebook.asking.query.filters


def test_a_kind_is_called_as_the_window_calls_it(window: MainWindow, type_keys: Type) -> None:
    type_keys('kind:"help service" ')
    assert window.casebook.asking.query.filters == {Facet.KIND: frozenset({"help-service"})}


def test_what_is_typed_comes_to_what_is_ticked(window: MainWindow, type_keys: Type) -> None:
    window.casebook.rail.toggled.emit(Facet.COUNTRY, "CO")
    type_keys("country:tz")
    assert window.casebook.asking.query.filters == BOTH


def test_a_tick_leaves_what_is_being_typed_on(
    window: MainWindow, qtbot: QtBot, type_keys: Type
) -> None:
    type_keys("helpline country:tz")
    window.casebook.rail.toggled.emit(Facet.COUNTRY, "CO")
    settled(qtbot, window)
    assert window.casebook.asking.query.filters == BOTH
    assert field(window) == "helpline "


def test_its_chip_takes_away_what_is_being_typed(
    window: MainWindow, qtbot: QtBot, type_keys: Type
) -> None:
    type_keys("helpline country:tz")
    window.casebook.header.chips.chips[0].click()
    settled(qtbot, window)
    assert not window.casebook.asking.query.filters
    assert field(window) == "helpline "


def test_another_order_leaves_it_in_the_field(window: MainWindow, type_keys: Type) -> None:
    type_keys("helpline country:tz")
    window.casebook.count_line.sorted_by.emit(Sort.TITLE)
    assert field(window) == "helpline country:tz"
    window.casebook.header.search.clear()
    assert not window.casebook.asking.query.filters


def test_a_whole_search_can_be_pasted(window: MainWindow, qtbot: QtBot) -> None:
    window.casebook.header.search.insert("country:TZ,CO year:2023..2024 helpline")
    settled(qtbot, window)
    assert window.casebook.asking.query.filters == {
        **BOTH,
        Facet.YEAR: frozenset({"2023", "2024"}),
    }
    assert field(window) == "helpline"


def test_what_is_not_there_to_be_typed_back_can_be_cleared(
    window: MainWindow, type_keys: Type
) -> None:
    type_keys("country:tz ")
    assert not window.casebook.header.search.clear_button.isVisible()
    type_keys("a country:co")
    assert window.casebook.header.search.clear_button.isVisible()


# --- questions --------------------------------------------------------------------------------


def test_a_question_shows_the_passage_that_answers_in_the_reader(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    window.resize(1366, 500)
    page.header.search.setText("network processed?")
    settled(qtbot, window)
    excerpt = page.results.currentIndex().data(ResultRole.EXCERPT)
    assert excerpt.text.startswith("By July 2024 more than 175,000")
    qtbot.waitUntil(lambda: page.reader.entry_id == excerpt.head.id)
    settled(qtbot, window)
    assert page.reader.page is not None
    text, area = next(
        (text, text.place_of(at, at + 1))
        for text in page.reader.page.texts
        if (at := text.document().toPlainText().find("By July 2024 more than 175,000")) >= 0
    )
    top = text.mapTo(page.reader.sheet.viewport(), area.topLeft()).y()
    assert page.reader.sheet.verticalScrollBar().value() > 0
    assert 0 <= top < page.reader.sheet.viewport().height()
    assert page.results.currentIndex().data(ResultRole.EXCERPT) == excerpt


# --- only the newest --------------------------------------------------------------------------


class Slow:
    """Lets each question wait until it is let go, or until nobody waits for it any more."""

    def __init__(self) -> None:
        self.begun = Semaphore(0)
        self.given_up = 0
        self.let_go = Event()

    def __call__(self, cancelled: Cancelled) -> None:
        self.begun.release()
        while not self.let_go.wait(0.001):
            if cancelled():
                self.given_up += 1
                raise CancelledError("nobody waits")


@contextmanager
def slowly(fake: FakeCasebook) -> Iterator[Slow]:
    fake.waiting = slow = Slow()
    try:
        yield slow
    finally:
        slow.let_go.set()


def test_typing_gives_up_the_answer_under_way_and_queues_nothing(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    answered: list[str] = []
    window.casebook.asking.answered.connect(lambda answer: answered.append(answer.query.text))
    fake.asked.clear()
    with slowly(fake) as slow:
        qtbot.keyClicks(window.casebook.header.search, "h")
        assert slow.begun.acquire(timeout=60)
        qtbot.keyClicks(window.casebook.header.search, "otl")
        qtbot.waitUntil(lambda: slow.begun.acquire(blocking=False))
        assert slow.given_up == 1
    settled(qtbot, window)
    assert answered == ["hotl"]
    assert [query.text for query in fake.asked] == ["hotl"]


def test_between_two_keys_the_last_answer_stands(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    seen: set[tuple[int, str, bool]] = set()

    def look() -> None:
        counted = page.count_line.findChild(QLabel)
        count = counted.text() if counted is not None else ""
        seen.add((page.results.results.rowCount(), count, page.results.isVisible()))

    look()
    with slowly(fake) as slow:
        for key in "helpline":
            qtbot.keyClicks(page.header.search, key)
            look()
        assert len(seen) == 1
        slow.let_go.set()
        page.results.results.modelReset.connect(look)
        page.results.results.rowsRemoved.connect(look)
        settled(qtbot, window)
        look()
    assert all(rows for rows, _count, _shown in seen)
    assert all(shown for _rows, _count, shown in seen)


def test_rows_and_counts_are_always_of_one_answer(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    shown: list[Answer] = []

    def compare(answer: Answer) -> None:
        shown.append(answer)
        assert page.results.results.hits == answer.total
        kinds = page.rail.facets.find(Facet.KIND, None)
        rows = [
            page.rail.facets.index(row, 0, kinds) for row in range(page.rail.facets.rowCount(kinds))
        ]
        counts = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
        expected = sum(value.count for value in answer.facets[Facet.KIND])
        assert sum(int(text.rpartition(", ")[2].split()[0]) for text in counts) == expected

    page.asking.answered.connect(compare)
    for key in "helpline country:tz ":
        qtbot.keyClicks(page.header.search, key)
    settled(qtbot, window)
    assert shown[-1].query.filters == TANZANIA
    assert fake.asked


def test_who_types_waits_for_no_more_hits_than_the_list_has_room_for(
    window: MainWindow, type_keys: Type
) -> None:
    results = window.casebook.results
    window.resize(1366, 600)
    type_keys("h")
    fewer = window.casebook.asking.query.limit
    assert fewer < PAGE_SIZE
    assert fewer * results.layouts.least_height > results.viewport().height()


def test_the_first_page_is_as_long_in_every_window(window: MainWindow, type_keys: Type) -> None:
    type_keys("h")
    window.casebook.header.search.clear()
    assert window.casebook.asking.query.limit == PAGE_SIZE
