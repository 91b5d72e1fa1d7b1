"""What came with an edition is told afterwards, and marked until it was read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, DAMAGED, EDITION, LINE, FakeCasebook

from fieldcat.domain.updating import How, PastChange
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.page import UpdatesPage
from fieldcat.ui.updates.wording import Wording
from fieldcat.ui.widgets.result_model import ResultRole

OpenWindow = Callable[..., MainWindow]


def calm(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy and not window.casebook.asking.busy)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> UpdatesPage:
    """The page once an edition was taken in."""
    window.updating.open(EDITION)
    calm(window, qtbot)
    with qtbot.waitSignal(window.updating.offers.taken):
        window.updates.card.import_button.click()
    calm(window, qtbot)
    return window.updates


def marks(window: MainWindow) -> dict[str, object]:
    model = window.casebook.results.results
    rows = [model.index(row) for row in range(model.rowCount())]
    return {str(row.data()): row.data(ResultRole.NEWS) for row in rows}


def test_the_page_shows_what_came_with_it(page: UpdatesPage) -> None:
    view = page.news_view
    assert page.detail.currentWidget() is view
    assert page.footer is view.foot
    assert view.pane is not None
    rows = view.pane.list.changes.rows
    assert [row.change.how for row in rows[:3]] == [How.WITHDRAWN, How.CHANGED, How.NEW]
    assert rows[1].own is not None
    assert rows[1].own.words == "Not read yet"
    assert view.left.text() == "11 not read yet"


def test_rows_of_the_casebook_say_that_they_are_new_or_changed(
    window: MainWindow, page: UpdatesPage
) -> None:
    assert page.isVisible()
    found = marks(window)
    assert found["Te Cuido"] == How.NEW
    title = "A safer internet centre where hotline, research and young people meet"
    assert found[title] == How.CHANGED
    model = window.casebook.results.results
    row = model.index(model.row_of(LINE) or 0)
    assert "New" in str(row.data(Qt.ItemDataRole.AccessibleTextRole)).split(". ")


def test_what_was_read_is_marked_no_more_and_stays_so(
    window: MainWindow,
    page: UpdatesPage,
    fake: FakeCasebook,
    open_window: OpenWindow,
    qtbot: QtBot,
) -> None:
    assert page.news_view.pane is not None
    rows = page.news_view.pane.list
    at = next(at for at, row in enumerate(rows.changes.rows) if row.change.entry == LINE)
    rows.setCurrentIndex(rows.changes.index(at))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    calm(window, qtbot)
    assert window.page is window.casebook
    assert window.casebook.reader.entry_id == LINE
    with qtbot.waitSignal(window.news.changed):
        window.casebook.desk.choose()
    calm(window, qtbot)
    assert marks(window)["Te Cuido"] is None
    assert fake.preferences["updates.seen"] == f"1 {LINE}"
    another = open_window()
    calm(another, qtbot)
    assert LINE not in another.news.unseen
    assert another.news.unseen[CENTRE] is How.CHANGED


def test_a_changed_entry_is_shown_as_it_was_and_as_it_is(
    window: MainWindow, page: UpdatesPage, qtbot: QtBot
) -> None:
    assert page.news_view.pane is not None
    rows = page.news_view.pane.list
    rows.setCurrentIndex(rows.changes.index(1))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    calm(window, qtbot)
    view = page.compare_view
    assert page.detail.currentWidget() is view
    title, legend, *lines = view.text.toPlainText().split("\n")
    assert title.startswith("A safer internet centre")
    assert legend.startswith("What was added is underlined")
    assert lines == [
        "1 paragraph is the same.",
        "Changed: 276 1,2401,250",
        "Added: 2026",
        "Its sensitive parts have changed, too. They are not shown here.",
    ]
    cursor = view.text.textCursor()
    cursor.setPosition(view.text.toPlainText().index("1,250") + 1)
    assert cursor.charFormat().fontUnderline()
    cursor.setPosition(view.text.toPlainText().index("1,240") + 1)
    assert cursor.charFormat().fontStrikeOut()
    view.left.emit()
    assert page.detail.currentWidget() is page.news_view
    page.compare_view.read_wanted.emit(rows.changes.rows[1].change)
    calm(window, qtbot)
    assert window.casebook.reader.entry_id == CENTRE


def test_what_is_compared_stays_where_a_stick_is_looked_at_meanwhile(
    window: MainWindow, page: UpdatesPage, qtbot: QtBot
) -> None:
    assert page.news_view.pane is not None
    page.news_view.opened.emit(page.news_view.pane.list.changes.rows[1].change)
    calm(window, qtbot)
    window.updating.offers.look(DAMAGED, "Stick")
    calm(window, qtbot)
    assert page.detail.currentWidget() is page.compare_view
    page.compare_view.left.emit()
    assert page.detail.currentWidget() is page.news_view


def test_where_nothing_is_left_to_compare_with_the_entry_is_read(
    window: MainWindow, page: UpdatesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.comparison = None
    assert page.news_view.pane is not None
    page.news_view.opened.emit(page.news_view.pane.list.changes.rows[1].change)
    calm(window, qtbot)
    assert window.page is window.casebook
    assert window.casebook.reader.entry_id == CENTRE


def test_what_is_compared_leads_nobody_back_who_has_gone_on(
    window: MainWindow, page: UpdatesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    assert page.news_view.pane is not None
    change = page.news_view.pane.list.changes.rows[1].change
    page.news_view.opened.emit(change)
    page.side.history_button.click()
    calm(window, qtbot)
    assert page.detail.currentWidget() is page.plain
    fake.updates.comparison = None
    page.show_publisher(change.entry.collection)
    page.news_view.opened.emit(change)
    window.show_page("sessions")
    calm(window, qtbot)
    assert window.page is window.sessions


def test_all_marks_go_at_once(window: MainWindow, page: UpdatesPage, qtbot: QtBot) -> None:
    page.news_view.seen_button.click()
    calm(window, qtbot)
    assert set(marks(window).values()) == {None}
    assert page.news_view.left.text() == "All of it was seen."
    assert not page.news_view.seen_button.isEnabled()


def test_what_was_seen_of_another_import_counts_no_more(
    window: MainWindow, page: UpdatesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page.news_view.seen_button.click()
    calm(window, qtbot)
    fake.updates.taken.append(fake.updates.taken[0])  # another generation
    window.news.look()
    calm(window, qtbot)
    assert window.news.unseen[CENTRE] is How.CHANGED


def test_going_back_takes_the_marks_away(
    window: MainWindow, page: UpdatesPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.updating.offers.undone):
        page.news_view.back_button.click()
    calm(window, qtbot)
    assert set(marks(window).values()) == {None}
    assert page.detail.currentWidget() is page.plain


def test_the_history_tells_what_was_imported_and_undone(
    window: MainWindow, page: UpdatesPage, qtbot: QtBot
) -> None:
    page.side.history_button.click()
    said = page.plain.said
    assert "Edition 2 of “Made-up casebook” was imported, after edition 1." in said.paragraphs[0]
    with qtbot.waitSignal(window.updating.offers.undone):
        page.plain.buttons[0].click()
    calm(window, qtbot)
    assert "It was undone." in page.plain.said.paragraphs[0]
    assert page.plain.buttons == ()


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("import", "Edition 3 of “Tales” was imported, after edition 2."),
        ("edition", "Edition 3 of “Tales” was chosen instead of edition 2."),
        ("disable", "“Tales” was switched off."),
        ("enable", "“Tales” was switched on."),
        ("remove", "“Tales” was removed."),
    ],
)
def test_each_kind_of_past_change_has_its_words(what: str, words: str) -> None:
    change = PastChange(1, what, "", "tales", "Tales", "The Tellers", 3, 2)
    assert Wording().past(change) == words


def test_the_first_edition_came_after_none() -> None:
    change = PastChange(1, "import", "", "tales", "Tales", "The Tellers", 1, 0)
    assert Wording().past(change) == "Edition 1 of “Tales” was imported."


def test_where_text_is_large_and_the_window_small_the_list_begins_in_view(
    window: MainWindow, page: UpdatesPage, theme: Theme, qtbot: QtBot
) -> None:
    view = page.news_view
    assert view.back_button.text().strip() == "Go back to before this import"
    theme.set_scale(2.0)
    window.resize(1024, 578)
    qtbot.waitUntil(lambda: view.back_button.text().strip() == "Go back")
    assert view.back_button.accessibleName() == "Go back to before this import"
    assert view.pane is not None
    list_, seen = view.pane.list, view.sheet.viewport()
    qtbot.waitUntil(lambda: list_.mapTo(seen, QPoint(0, 0)).y() + 40 < seen.height())
