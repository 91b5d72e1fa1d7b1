from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import facet_label

from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.chips import ChipRow, Choice, choices

REPORTING = Choice(Facet.TOPIC, frozenset({"reporting"}), "Reporting abuse")
SCHOOLS = Choice(Facet.TOPIC, frozenset({"schools"}), "Schools")
YEARS = Choice(Facet.YEAR, frozenset({"2023", "2024"}), "2023–2024")


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> ChipRow:
    made = ChipRow(theme)
    qtbot.addWidget(made)
    made.resize(600, 28)
    made.show()
    made.show_choices([REPORTING, SCHOOLS, YEARS])
    return made


def shown(row: ChipRow) -> list[Choice]:
    return [chip.choice for chip in row.chips if chip.isVisible()]


def test_each_ticked_value_is_a_choice_and_years_in_a_row_are_one() -> None:
    filters = {
        Facet.YEAR: frozenset({"2024", "2022", "2021"}),
        Facet.TOPIC: frozenset({"schools", "reporting"}),
    }
    labels = [choice.label for choice in choices(filters, facet_label)]
    assert labels == ["Reporting abuse", "Schools", "2021–2022", "2024"]


def test_a_chip_says_what_it_removes(row: ChipRow) -> None:
    assert row.chips[0].accessibleName() == "Remove filter Topic: Reporting abuse"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Delete])
def test_keys_remove_a_chip(row: ChipRow, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(row.removed) as removed:
        qtbot.keyClick(row.chips[1], key)
    assert removed.args == [SCHOOLS]


def test_the_whole_chip_removes(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.removed) as removed:
        qtbot.mouseClick(row.chips[0], Qt.MouseButton.LeftButton)
    assert removed.args == [REPORTING]


def test_focus_goes_to_the_next_chip(row: ChipRow, qtbot: QtBot) -> None:
    row.removed.connect(lambda _choice: row.show_choices([REPORTING, YEARS]))
    row.chips[1].click()
    qtbot.waitUntil(lambda: row.window().focusWidget() is row.chips[1])
    assert row.chips[1].choice == YEARS


def test_after_the_last_chip_nothing_is_left_to_focus(row: ChipRow, qtbot: QtBot) -> None:
    row.show_choices([REPORTING])
    row.removed.connect(lambda _choice: row.show_choices([]))
    with qtbot.waitSignal(row.emptied):
        row.chips[0].click()


def test_chips_without_room_become_a_number(row: ChipRow, qtbot: QtBot) -> None:
    assert len(shown(row)) == 3
    row.set_form(titled=False, clearable=False)
    row.resize(230, 28)
    assert shown(row) == [REPORTING]
    assert row.more_button.isVisible()
    assert row.more_button.text() == "+2"
    assert row.more_button.accessibleName() == "2 more filters"
    with qtbot.waitSignal(row.more_wanted):
        row.more_button.click()


def test_chips_leave_out_their_facets_before_one_goes_out_of_sight(row: ChipRow) -> None:
    titled = [chip.sizeHint().width() for chip in row.chips]
    row.resize(sum(titled) + row.clear_button.sizeHint().width() - 40, 28)
    assert len(shown(row)) == 3
    assert all(chip.width() < width for chip, width in zip(row.chips, titled, strict=True))
    row.resize(900, 28)
    assert [chip.width() for chip in row.chips] == titled


def test_a_long_chip_leaves_room_for_what_follows_it(row: ChipRow) -> None:
    row.show_choices([Choice(Facet.TOPIC, frozenset({"long"}), "Long " * 40), YEARS])
    for button in (row.more_button, row.clear_button):
        assert row.rect().contains(button.geometry())


def test_chips_stand_from_the_right_in_a_mirrored_window(row: ChipRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(610, 28)
    assert row.chips[0].x() > row.chips[1].x()
    assert not row.chips[0].grab().isNull()


def test_all_can_be_cleared(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.cleared):
        row.clear_button.click()
