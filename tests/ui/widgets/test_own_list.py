from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, SavedSearch
from fieldcat.domain.query import Query
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.own_list import OwnList
from fieldcat.ui.widgets.own_model import OwnRow
from fieldcat.ui.widgets.row_delegate import Bookmark as Sign
from fieldcat.ui.widgets.row_delegate import Content, Tag
from fieldcat.ui.widgets.shelf_model import entries_of

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def row(entry: EntryId, **content: Any) -> OwnRow:
    made = Content("file-text", content.pop("title", entry.slug), "Term · kept", **content)
    return OwnRow(str(entry), Bookmark(entry, entry.slug, 1, NOW), made, Sign.FILLED)


def search(name: str) -> OwnRow:
    return OwnRow(name, SavedSearch(name, name, Query(), NOW, NOW), Content("search", name, ""))


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> OwnList:
    made = OwnList(theme)
    qtbot.addWidget(made)
    made.resize(386, 500)
    made.show_rows([row(CENTRE), row(LINE), row(CSAM)], hold=False)
    made.show()
    qtbot.waitExposed(made)
    return made


def in_hand(rows: OwnList) -> str | None:
    return rows.row.id if rows.row else None


def test_its_model_keeps_qt_s_rules(rows: OwnList) -> None:
    QAbstractItemModelTester(rows.own, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show_rows([row(LINE)], hold=True)
    assert isinstance(rows.model(), QAbstractItemModel)


def test_the_first_row_is_selected_and_arrows_go_on(rows: OwnList, qtbot: QtBot) -> None:
    assert in_hand(rows) == str(CENTRE)
    with qtbot.waitSignal(rows.chosen):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert in_hand(rows) == str(LINE)


def test_up_from_the_first_row_leads_to_the_search(rows: OwnList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.left_upwards):
        qtbot.keyClick(rows, Qt.Key.Key_Up)


def test_several_rows_are_selected_at_once(rows: OwnList, qtbot: QtBot) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [picked.entry for picked in rows.picked_rows] == [CENTRE, LINE]
    data = rows.own.mimeData(rows.selectedIndexes())
    assert set(entries_of(data)) == {CENTRE, LINE}


def test_enter_opens_and_delete_removes(rows: OwnList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.opened):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(rows.remove_wanted):
        qtbot.keyClick(rows, Qt.Key.Key_Delete)


def test_rows_that_are_shown_anew_keep_what_is_selected(rows: OwnList, qtbot: QtBot) -> None:
    rows.choose(str(LINE))
    with qtbot.assertNotEmitted(rows.chosen):
        rows.show_rows([row(CSAM), row(LINE)], hold=True)
    assert in_hand(rows) == str(LINE)


def test_the_next_row_is_selected_where_one_is_gone(rows: OwnList, qtbot: QtBot) -> None:
    rows.choose(str(LINE))
    with qtbot.waitSignal(rows.chosen):
        rows.show_rows([row(CENTRE), row(CSAM)], hold=True)
    assert in_hand(rows) == str(CSAM)
    rows.show_rows([row(CENTRE)], hold=True)
    assert in_hand(rows) == str(CENTRE)
    rows.show_rows([], hold=True)
    assert rows.row is None


def test_another_list_begins_at_its_first_row(rows: OwnList) -> None:
    rows.choose(str(CSAM))
    rows.show_rows([row(LINE), row(CSAM)], hold=False)
    assert in_hand(rows) == str(LINE)


def test_a_press_on_the_bookmark_lets_go_and_selects_nothing(rows: OwnList, qtbot: QtBot) -> None:
    at = rows.bookmark_rect(rows.own.index(1)).center()
    with qtbot.waitSignal(rows.sign_pressed) as pressed:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pressed.args == [LINE]
    assert in_hand(rows) == str(CENTRE)


def test_a_press_beside_the_rows_keeps_the_selection(rows: OwnList, qtbot: QtBot) -> None:
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 480))
    assert in_hand(rows) == str(CENTRE)


def test_a_click_puts_a_row_in_hand_and_says_so(rows: OwnList, qtbot: QtBot) -> None:
    told: list[str | None] = []
    rows.chosen.connect(lambda: told.append(in_hand(rows)))
    place = rows.visualRect(rows.own.index(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told[-1] == str(LINE)


def test_the_name_of_a_search_is_changed_in_its_place(rows: OwnList, qtbot: QtBot) -> None:
    rows.show_rows([search("Mine")], hold=False)
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    (editor,) = rows.findChildren(QLineEdit)
    qtbot.keyClicks(editor, "Ours")
    with qtbot.assertNotEmitted(rows.opened), qtbot.waitSignal(rows.own.renamed) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == ["Mine", "Ours"]


def test_an_entry_has_no_name_to_change(rows: OwnList, qtbot: QtBot) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    assert not rows.findChildren(QLineEdit)


def test_rows_say_title_line_tags_and_words(rows: OwnList) -> None:
    tag = Tag("circle-x", "Withdrawn", "danger")
    spoken = row(CENTRE, title="A title.", tags=(tag,), quotation="Theirs.", words="Mine.")
    rows.show_rows([spoken], hold=False)
    words = rows.own.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "A title. Term · kept. Withdrawn. Saved. Theirs. Mine"


def test_its_menu_opens_by_key_and_by_mouse(rows: OwnList, qtbot: QtBot) -> None:
    at = rows.visualRect(rows.own.index(2)).center()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, at, rows.mapToGlobal(at))
        with qtbot.waitSignal(rows.menu_wanted):
            QApplication.sendEvent(rows.viewport(), event)


def test_a_row_has_room_for_a_passage_and_a_note(rows: OwnList) -> None:
    def high(low: bool, **content: Any) -> int:
        rows.show_rows([row(CENTRE, **content)], hold=False)
        rows.set_low(low)
        rows.executeDelayedItemsLayout()
        return rows.visualRect(rows.own.index(0)).height()

    long = "Words that go on and on so that they need more than one line. " * 3
    plain = high(False)
    assert high(False, quotation=long, words=long) > high(False, words=long) > plain
    assert high(True, quotation=long, words=long) < high(False, quotation=long, words=long)
    assert not rows.grab().isNull()


def test_it_follows_the_size_of_the_text(rows: OwnList, theme: Theme) -> None:
    before = rows.visualRect(rows.own.index(0)).height()
    theme.set_scale(2.0)
    rows.executeDelayedItemsLayout()
    assert rows.visualRect(rows.own.index(0)).height() > 1.5 * before
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert not rows.grab().isNull()
    theme.set_scale(1.0)


def test_what_is_dragged_leaves_what_is_below_the_pointer_to_be_read(
    rows: OwnList, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _actions: drags.append(drag))
    rows.startDrag(Qt.DropAction.MoveAction)
    (drag,) = drags
    assert entries_of(drag.mimeData()) == (CENTRE,)
    picture = drag.pixmap().rect().translated(-drag.hotSpot())
    assert picture.left() > 0
    assert picture.top() > 0
    assert picture.width() < 40
