"""The card of an edition: who signed it, and what it touches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, FakeCasebook
from tests.ui.updates.at_the_page import OpenWindow, opened, pane_of, said

from fieldcat.domain.updating import How
from fieldcat.ui.main_window import MainWindow


def test_the_card_says_who_signed_it_how_old_it_is_and_what_it_touches(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    words = said(page)
    assert "Checked: signed by Nobody" in words
    assert "Dated 14 November 2024" in words
    assert "after your edition 1" in words
    assert "2.8 MB" in words
    assert "Signed with the key 4176 3313 1396 2232" in words
    assert "48213 00917" in words
    assert "1 entry that you keep has changed. In your folders: “Workshop in May”." in words
    assert "2 of your notes stay at their passages." in words
    assert "1 entry that you keep is withdrawn. You can still read it, marked so." in words
    assert page.card.import_button.accessibleName() == "Import edition 2"
    assert page.footer is page.card.foot


def test_what_is_withdrawn_and_ones_own_comes_first(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    rows = pane_of(page).list.changes.rows
    assert [row.change.how for row in rows[:3]] == [How.WITHDRAWN, How.CHANGED, How.NEW]
    assert rows[0].spoken.startswith("Withdrawn. ")
    assert rows[0].spoken.endswith("You keep this")
    assert "Replaced by its second version" in rows[0].meta


def test_what_is_ones_own_stands_in_a_column_whether_a_row_leads_on_or_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = pane_of(opened(window, EDITION, qtbot)).list
    width = rows.viewport().width()
    own = replace(rows.changes.rows[0], title="Short", leads=False)
    assert own.own is not None
    rows.show_rows([own, replace(own, leads=True)])
    first, second = (rows.layouts._room(row, width) for row in rows.changes.rows)
    assert first.width == second.width


def test_tab_goes_through_the_changes_before_the_import(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    pane = pane_of(page)
    page.card.sheet.setFocus()
    gone_to = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        gone_to.append(QApplication.focusWidget())
    assert gone_to[:3] == [pane.filters[None], pane.list, page.card.import_button]


def test_the_rows_can_be_narrowed(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    assert pane_of(page).filters[How.CHANGED].text() == "1 changed"
    pane_of(page).filters[How.CHANGED].click()
    assert [row.change.how for row in pane_of(page).list.changes.rows] == [How.CHANGED]
    pane_of(page).filters[None].click()
    assert len(pane_of(page).list.changes.rows) == 12


def test_the_sessions_are_named_that_show_what_changes(window: MainWindow, qtbot: QtBot) -> None:
    words = said(opened(window, EDITION, qtbot))
    assert "2 sessions show entries that change." in words
    assert "1 session shows entries that are withdrawn." in words
    assert "“Parents’ evening”" in words


def test_an_entry_that_only_a_session_shows_says_so_at_its_row(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    offered = fake.updates.found[EDITION]
    changed, gone = offered.touched
    alone = replace(changed, bookmarks=0, notes=0, folders=())
    fake.updates.found[EDITION] = replace(offered, touched=(alone, gone))
    rows = pane_of(opened(window, EDITION, qtbot)).list.changes.rows
    own = {row.change.how: row.own for row in rows if row.own is not None}
    assert own[How.CHANGED].words == "In 2 sessions of yours"
    assert own[How.WITHDRAWN].words == "You keep this"


def test_of_a_long_list_a_hundred_are_shown_and_the_rest_on_demand(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    offered = fake.updates.found[EDITION]
    new = offered.changes[0]
    many = tuple(
        replace(new, entry=replace(new.entry, slug=f"tale-{number}")) for number in range(130)
    )
    fake.updates.found[EDITION] = replace(offered, changes=many, touched=())
    card = pane_of(opened(window, EDITION, qtbot))
    assert len(card.list.changes.rows) == 100
    assert card.more_button.text() == "Show 30 more"
    card.more_button.click()
    assert len(card.list.changes.rows) == 130
    assert not card.more_button.isVisible()
    assert card.list.currentIndex().row() == 100


def test_an_offer_is_let_go_of(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    page.card.left.emit()
    assert list(window.updating.offers) == []
    assert "Made-up casebook, edition 1" in said(page)


def test_in_a_narrow_window_the_list_and_what_is_chosen_take_turns(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(700, 600)
    page = opened(window, EDITION, qtbot)
    assert page.card.isVisible()
    assert not page.list.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.card.isVisible()
    page.bar.back_button.click()
    assert page.list.hasFocus()
