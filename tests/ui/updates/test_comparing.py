"""What changes in an entry is seen before it is taken in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import DAMAGED, EDITION, entry_id
from tests.ui.updates.at_the_page import opened, pane_of

from fieldcat.domain.comparing import Comparison, Mark, Passage, Piece
from fieldcat.domain.entry import Kind
from fieldcat.domain.updating import How
from fieldcat.errors import (
    BundleUnreadableError,
)
from fieldcat.ui.main_window import MainWindow


def test_a_changed_entry_is_compared_before_it_is_taken_in(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    rows = pane_of(page).list
    assert [row.leads for row in rows.changes.rows[:3]] == [False, True, False]
    rows.setCurrentIndex(rows.changes.index(1))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert page.detail.currentWidget() is page.compare_view
    assert "Comparing with what you have" in page.compare_view.text.toPlainText()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.compare_view
    assert "1,2401,250" in page.compare_view.text.toPlainText()
    assert not page.compare_view.read_button.isVisible()
    page.compare_view.back_button.click()
    assert page.detail.currentWidget() is page.card


def test_a_comparison_stays_where_something_is_found_meanwhile(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    rows = pane_of(page).list
    rows.setCurrentIndex(rows.changes.index(1))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    window.updating.offers.look(DAMAGED, "Stick")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "1,2401,250" in page.compare_view.text.toPlainText()
    window.updating.offers.drop(DAMAGED)
    assert page.detail.currentWidget() is page.compare_view
    page.list.opened.emit(str(EDITION))
    assert page.detail.currentWidget() is page.card


def test_a_comparison_goes_with_its_edition(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    rows = pane_of(page).list
    rows.setCurrentIndex(rows.changes.index(1))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    window.updating.offers.drop(EDITION)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.plain


def test_all_that_changes_can_be_compared_one_after_the_other(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    pane = pane_of(page)
    change = pane.list.changes.rows[1].change
    other = replace(change, entry=entry_id(Kind.TERM, "other"), title="Another")
    pane.show_changes([change, other])
    page.card.compare_button.click()
    assert page.compare_view.waits_for(change)
    page.compare_view.next_button.click()
    assert page.compare_view.waits_for(other)
    assert not page.compare_view.next_button.isEnabled()
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_who_clicks_on_and_on_through_changes_and_back_imports_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    importing = page.card.import_button
    there = QRect(importing.mapTo(page, QPoint(0, 0)), importing.size())
    page.card.compare_button.click()
    view = page.compare_view
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert not view.next_button.isEnabled()
    assert there.contains(view.next_button.mapTo(page, view.next_button.rect().center()))
    assert not there.contains(view.back_button.mapTo(page, view.back_button.rect().center()))


def test_where_nothing_has_changed_nothing_can_be_compared(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    assert page.card.compare_button.isVisible()
    offer = window.updating.offers.of(EDITION)
    assert offer is not None
    assert offer.preview is not None
    new = tuple(one for one in offer.preview.changes if one.how is How.NEW)
    page.card.show_offer(replace(offer.preview, changes=new))
    assert not page.card.compare_button.isVisible()


def test_escape_leaves_a_comparison_and_what_comes_then_is_not_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    rows = pane_of(page).list
    rows.setCurrentIndex(rows.changes.index(1))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(page.compare_view.text, Qt.Key.Key_Escape)
    assert page.detail.currentWidget() is page.card
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.card


def test_where_no_word_has_changed_it_is_said_what_may_have(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    change = pane_of(page).list.changes.rows[1].change
    same = Comparison((Passage(Mark.SAME, (Piece("1", Mark.SAME),)),))
    page.compare_view.show_comparison(change, same)
    words = page.compare_view.text.toPlainText()
    assert "All of its words are the same" in words
    assert "underlined" not in words


def test_a_comparison_that_fails_leads_back_to_the_offer(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    page.detail.show_comparing(pane_of(page).list.changes.rows[1].change)
    window.updating.offers.failed.emit(BundleUnreadableError())
    assert page.detail.currentWidget() is page.card
