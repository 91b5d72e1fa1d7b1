"""A window that is made in steps shows its first page, and loses nothing that is done meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook

from fieldcat.app import stay
from fieldcat.domain.query import Query
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.opening import Opening
from fieldcat.ui.theme import Theme


@pytest.fixture(autouse=True)
def front(fake: FakeCasebook) -> None:
    fake.front_page = FakeCasebook().find(Query(limit=12))


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, fake: FakeCasebook) -> Iterator[MainWindow]:
    """A window of which only the first picture is made, shown and not painted yet."""
    made = MainWindow(fake.services(), theme, in_steps=True)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()


def whole(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.whole.done)
    qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))


def press(window: MainWindow, key: Qt.Key, text: str = "") -> None:
    """Press a key as the system does: in the window, which hands it on."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(window.windowHandle(), event)


def click(window: MainWindow, at: QPoint) -> None:
    handle, left, none = window.windowHandle(), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, down in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        place = QPointF(at)
        whole_place = QPointF(window.mapToGlobal(at))
        modifiers = Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(
            handle, QMouseEvent(kind, place, whole_place, left, down, modifiers)
        )


def test_its_list_is_there_before_the_filters_are_made(window: MainWindow) -> None:
    assert window.casebook.results.results.hits
    assert not hasattr(window.casebook, "rail")


def test_the_rest_is_made_once_that_is_painted(window: MainWindow, qtbot: QtBot) -> None:
    whole(qtbot, window)
    assert window.casebook.rail.isVisible()
    qtbot.waitUntil(lambda: window.casebook.reader.entry_id == CENTRE)


def test_nothing_moves_when_the_rest_comes(window: MainWindow, qtbot: QtBot) -> None:
    def places() -> list[object]:
        casebook = window.casebook
        parts = (window.navigation, casebook.header.search, casebook.count_line, casebook.results)
        rows = casebook.results
        first = rows.visualRect(rows.model().index(0, 0))
        return [first, *(part.rect().translated(part.mapTo(window, QPoint())) for part in parts)]

    before = places()
    whole(qtbot, window)
    assert places() == before


def test_a_list_with_room_left_gets_its_further_entries(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook
) -> None:
    made = MainWindow(fake.services(), theme, in_steps=True)
    made.casebook.asking.page_size = 4
    made.casebook.asking.query = Query(limit=4)
    fake.front_page = FakeCasebook().find(Query(limit=4))
    qtbot.addWidget(made)
    made.resize(1366, 2000)
    made.show()
    qtbot.waitUntil(lambda: made.casebook.results.results.hits == len(fake.entries))
    made.close()


def test_it_has_the_keyboard_in_the_search_field(window: MainWindow, qtbot: QtBot) -> None:
    field = window.casebook.header.search
    assert window.focusWidget() is field
    whole(qtbot, window)
    assert window.focusWidget() is field


def test_letters_that_are_typed_meanwhile_are_answered(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_H, "h")
    press(window, Qt.Key.Key_O, "o")
    assert not window.whole.done
    whole(qtbot, window)
    assert window.casebook.header.search.text() == "ho"
    assert window.casebook.asking.query.text == "ho"


def test_another_key_finds_all_that_it_could_be_for(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F9)
    assert window.hidden_content


def test_a_click_finds_what_is_clicked_at_work(window: MainWindow) -> None:
    button = window.navigation.hide_button
    click(window, button.mapTo(window, button.rect().center()))
    assert window.hidden_content


def test_what_an_aid_presses_is_done_though_no_event_tells_of_it(window: MainWindow) -> None:
    pressed = QAccessible.queryAccessibleInterface(window.navigation.hide_button).actionInterface()
    assert pressed is not None
    pressed.doAction(pressed.pressAction())
    assert window.hidden_content


def test_it_can_be_closed_meanwhile(window: MainWindow) -> None:
    assert window.close()


def test_a_row_that_is_kept_is_marked_meanwhile(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook
) -> None:
    fake.own.keep(CENTRE)
    made = MainWindow(fake.services(), theme, in_steps=True)
    qtbot.addWidget(made)
    made.show()
    rows = made.casebook.results.results
    assert [shown.kept for at in range(3) if (shown := rows.shown(at))] == [True, False, False]
    made.close()


def test_it_opens_where_the_last_one_stood(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, window: MainWindow
) -> None:
    window.resize(700, 500)
    whole(qtbot, window)
    window.close()
    made = MainWindow(fake.services(), theme, in_steps=True)
    qtbot.addWidget(made)
    assert (made.width(), made.height()) == (700, 500)
    made.close()


def test_where_nothing_was_kept_to_be_shown_it_asks(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook
) -> None:
    fake.front_page = None
    made = MainWindow(fake.services(), theme, in_steps=True)
    qtbot.addWidget(made)
    made.show()
    whole(qtbot, made)
    assert made.casebook.results.results.hits
    made.close()


def test_the_first_start_of_all_has_the_page_for_it(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook
) -> None:
    fake.preferences.clear()
    made = MainWindow(fake.services(), theme, in_steps=True)
    qtbot.addWidget(made)
    made.show()
    assert made.whole.done
    assert made.page_name == "welcome"
    made.close()


def test_a_file_that_it_is_started_with_is_opened_once_it_is_whole(
    qapp: QApplication, qtbot: QtBot, theme: Theme, fake: FakeCasebook, tmp_path: Path
) -> None:
    opening = Opening(qapp, theme, lambda _language: fake.services())
    qtbot.addWidget(opening.window)
    opening.window.show()
    opening.open_file(tmp_path / "other.fieldcat")
    assert not opening.window.whole.done
    qtbot.waitUntil(lambda: opening.window.page_name == "updates")
    whole(qtbot, opening.window)
    opening.window.close()


def test_where_it_cannot_become_whole_the_program_ends_with_what_kept_it(
    qapp: QApplication,
    qtbot: QtBot,
    theme: Theme,
    fake: FakeCasebook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged(_window: MainWindow) -> None:
        raise ImportError("damaged")

    monkeypatch.setattr(MainWindow, "_make_cover", damaged)
    made = MainWindow(fake.services(), theme, in_steps=True)
    made.show()
    with qtbot.captureExceptions(), pytest.raises(ImportError, match="damaged"):
        stay(qapp, made)
    assert not made.whole.done
    assert not made.hidden_content
    made.hide()
    made.deleteLater()


def test_what_fails_once_it_is_whole_keeps_nothing_else_from_being_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: logged.append(fault))
    done: list[str] = []
    fault = ValueError("no such file")

    def fail() -> None:
        raise fault

    window.whole.when_done(fail)
    window.whole.when_done(lambda: done.append("after it"))
    window.show_page("updates")
    assert done == ["after it"]
    assert logged == [fault]
    assert window.page_name == "updates"
