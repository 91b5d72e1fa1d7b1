"""Small parts of the pages of settings: rows of choices, boxes to tick, lines that wrap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.filter_tag import FilterTag
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.setting import RadioRow
from fieldcat.ui.widgets.tick_box import TickBox


def flowing(qtbot: QtBot, widths: tuple[int, ...], *, spread: bool = False) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(10, 5, spread=spread, parent=holder)
    flow.setContentsMargins(4, 3, 2, 1)
    for width in widths:
        part = QLabel()
        part.setFixedSize(width, 20)
        flow.addWidget(part)
    return holder


def places(holder: QWidget, width: int) -> list[tuple[int, int]]:
    holder.resize(width, 200)
    holder.show()
    flow = holder.layout()
    assert flow is not None
    return [(flow.itemAt(at).geometry().x(), flow.itemAt(at).geometry().y()) for at in range(2)]


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    assert places(holder, 200) == [(4, 3), (64, 3)]
    assert holder.heightForWidth(200) == 24
    assert holder.sizeHint().width() == 126


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    assert places(holder, 100) == [(4, 3), (4, 28)]
    assert holder.heightForWidth(100) == 49


def test_from_right_to_left_lines_begin_at_the_right(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = places(holder, 200)
    assert first[0] > second[0]


def test_the_last_can_stand_at_the_trailing_edge(qtbot: QtBot) -> None:
    assert places(flowing(qtbot, (50, 60), spread=True), 200)[1] == (138, 3)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    flow = holder.layout()
    assert flow is not None
    flow.itemAt(0).widget().hide()
    assert holder.sizeHint().width() == 66
    flow.takeAt(0)
    assert (flow.count(), flow.takeAt(5)) == (1, None)


def test_one_of_a_row_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    row = RadioRow((("a", "First"), ("b", "Second")), theme)
    qtbot.addWidget(row)
    row.set_value("a")
    with qtbot.waitSignal(row.chosen) as chosen:
        row.buttons[1].click()
    assert chosen.args == ["b"]
    row.set_value("c")
    assert not any(button.isChecked() for button in row.buttons)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_words_of_a_box_wrap(theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    box = TickBox("A box with rather many words beside it", theme)
    box.setLayoutDirection(direction)
    qtbot.addWidget(box)
    wide, narrow = box.sizeHint().width(), box.minimumSizeHint().width()
    assert box.heightForWidth(narrow) > box.heightForWidth(wide)
    box.resize(wide, box.heightForWidth(wide))
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert not box.grab().isNull()


def test_a_tag_that_is_cut_has_its_words_in_its_tip(theme: Theme, qtbot: QtBot) -> None:
    tag = FilterTag("Organisation", "International Justice Mission", theme)
    qtbot.addWidget(tag)
    assert tag.minimumSizeHint().width() < tag.sizeHint().width()
    tag.resize(tag.minimumSizeHint())
    assert tag.toolTip() == "Organisation: International Justice Mission"
    assert not tag.grab().isNull()
