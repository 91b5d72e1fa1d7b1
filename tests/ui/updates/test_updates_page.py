"""The updates page: a file is verified, offered with what it touches, and taken in when told so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, DAMAGED, EDITION, FakeCasebook, entry_id
from tests.fakes.updates import STAGES

from fieldcat.domain.comparing import Comparison, Mark, Passage, Piece
from fieldcat.domain.entry import Kind
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Query
from fieldcat.domain.updating import How
from fieldcat.errors import (
    BundleDamagedError,
    BundleDisabledError,
    BundleError,
    BundleForeignError,
    BundleIncompleteError,
    BundleOlderError,
    BundleUnreadableError,
    BundleUntrustedError,
    BusyError,
    DiskFullError,
    EnvironmentFaultError,
    FieldcatError,
    NewerFormatError,
    ReadOnlyError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.changes_pane import ChangesPane
from fieldcat.ui.updates.offers import Step
from fieldcat.ui.updates.page import UpdatesPage

OpenWindow = Callable[..., MainWindow]


ESCUCHO = entry_id(Kind.HELP_SERVICE, "te-escucho")


def said(page: UpdatesPage) -> str:
    """All that stands in the part that is shown."""
    labels = page.detail.currentWidget().findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def pane_of(page: UpdatesPage) -> ChangesPane:
    assert page.card.pane is not None
    return page.card.pane


def opened(window: MainWindow, file: Path, qtbot: QtBot) -> UpdatesPage:
    window.updating.open(file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def taken_in(window: MainWindow, qtbot: QtBot) -> UpdatesPage:
    page = opened(window, EDITION, qtbot)
    with qtbot.waitSignal(window.updating.offers.taken):
        page.card.import_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy and not window.casebook.asking.busy)
    return page


# --- ways in ----------------------------------------------------------------------------------


def test_nothing_is_made_before_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    """All views at once held the window for a fifth of a second when it was first gone to."""
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.updates.detail.count() == 1


def test_what_an_import_shows_is_made_while_the_offer_is_read(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    assert page.detail.currentWidget() is page.card
    assert {"importing", "news"} <= vars(page.detail).keys()
    assert "compare" not in vars(page.detail)


def test_the_page_tells_what_is_here(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page = window.updates
    assert [row.words for row in page.list.editions.rows] == [
        "On this computer",
        "Made-up casebook",
    ]
    assert "Made-up casebook, edition 1" in said(page)
    assert "came with fieldcat" in said(page)


def test_a_file_is_asked_for_and_offered(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["import"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert ".fieldcat" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(EDITION))
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.page is window.updates
    assert "Made-up casebook, edition 2" in said(window.updates)


def test_a_file_is_dropped_on_the_window(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/notes.txt"), QUrl.fromLocalFile(str(EDITION.absolute()))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [offer.origin for offer in window.updating.offers] == [EDITION.absolute()]
    assert window.page is window.updates


def test_what_is_no_edition_is_not_taken_from_the_pointer(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/notes.txt")])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_file_that_comes_while_all_is_hidden_waits(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.hide_content()
    window.updating.open(EDITION)
    assert window.hidden_content
    assert fake.updates.looked_at == []
    window.neutral.back.click()
    qtbot.waitUntil(lambda: window.page is window.updates and not window.jobs.busy)
    assert fake.updates.looked_at == [EDITION]


def test_files_are_looked_at_one_after_the_other_and_the_last_is_shown(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.updating.open(DAMAGED)
    page = opened(window, EDITION, qtbot)
    assert fake.updates.looked_at == [DAMAGED, EDITION]
    assert [offer.step for offer in window.updating.offers] == [Step.OFFERED, Step.REFUSED]
    assert "Made-up casebook, edition 2" in said(page)


# --- the card ---------------------------------------------------------------------------------


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


def test_the_last_step_says_no_seconds_that_are_left(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, EDITION, qtbot).importing
    view.take(Progress("switching", 1, 1, seconds_left=8))
    assert view.how_far.text() == "100 %"


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


# --- refusals ---------------------------------------------------------------------------------

REFUSALS: tuple[tuple[FieldcatError, str, str], ...] = (
    (BundleForeignError(publisher="The Tellers"), "Nobody here knows", "“The Tellers”"),
    (BundleDisabledError(publisher="The Tellers"), "switched this publisher off", "“The Tellers”"),
    (BundleUntrustedError(publisher="The Tellers"), "not from the publisher", "Do not use it"),
    (BundleOlderError(edition=3, here=7), "older", "edition 3, and edition 7 is here"),
    (BundleIncompleteError(since=6, here=3, edition=7), "builds on", "full file of edition 7"),
    (BundleUnreadableError(), "to its end", "Put it in again"),
    (BundleDamagedError(), "damaged", "Copy it once more"),
    (NewerFormatError(), "newer fieldcat", "newer program"),
    (DiskFullError(needed=46_000_000), "not enough room", "46.0 MB"),
    (ReadOnlyError(), "Nothing can be saved", "Preferences"),
    (BusyError(), "under way", "Wait"),
    (EnvironmentFaultError(), "could not be taken in", "."),
)


@pytest.mark.parametrize(
    ("fault", "title", "words"), REFUSALS, ids=[type(one[0]).__name__ for one in REFUSALS]
)
def test_each_refusal_says_what_is_wrong_and_what_to_do(
    window: MainWindow,
    fake: FakeCasebook,
    qtbot: QtBot,
    fault: FieldcatError,
    title: str,
    words: str,
) -> None:
    fake.updates.faults[EDITION] = fault
    page = opened(window, EDITION, qtbot)
    assert title in page.plain.said.title
    assert words in page.plain.said.paragraphs[0]
    assert "Nothing was changed" in page.plain.said.paragraphs[-1]


def test_every_kind_of_refusal_has_words_of_its_own() -> None:
    worded = {type(fault) for fault, _title, _words in REFUSALS}
    assert set(BundleError.__subclasses__()) <= worded


def test_what_may_go_well_later_can_be_tried_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.faults[EDITION] = BundleUnreadableError()
    page = opened(window, EDITION, qtbot)
    fake.updates.faults.clear()
    page.plain.buttons[0].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "Made-up casebook, edition 2" in said(page)


# --- taking in --------------------------------------------------------------------------------


def test_an_edition_is_taken_in_and_is_in_use_then(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = taken_in(window, qtbot)
    assert [one.edition.number for one in fake.updates.taken] == [2]
    assert window.toast.words == "Made-up casebook, edition 2 is in use now."
    assert page.list.editions.rows[-1].content is not None
    assert "Edition 2" in page.list.editions.rows[-1].content.meta


def test_what_was_being_read_stays_where_it_was(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    casebook = window.casebook
    casebook.ask(Query("hotline"))
    qtbot.waitUntil(lambda: not casebook.asking.busy and not window.jobs.busy)
    casebook.read(CENTRE)
    qtbot.waitUntil(lambda: casebook.reader.entry_id == CENTRE and not window.jobs.busy)
    chosen = casebook.results.currentIndex().row()
    newer = replace(fake.entries[0], head=replace(fake.entries[0].head, title="A new title"))
    fake.entries = (newer, *fake.entries[1:])
    taken_in(window, qtbot)
    assert casebook.reader.entry_id == CENTRE
    assert casebook.reader.view is not None
    assert casebook.reader.view.entry.head.title == "A new title"
    assert casebook.asking.query.text == "hotline"
    assert casebook.results.currentIndex().row() == chosen
    assert casebook.header.search.text() == "hotline"


@pytest.mark.parametrize("kept", [True, False])
def test_an_entry_that_is_withdrawn_while_it_is_read_stays_open(
    window: MainWindow, qtbot: QtBot, kept: bool
) -> None:
    casebook = window.casebook
    casebook.read(ESCUCHO)
    qtbot.waitUntil(lambda: casebook.reader.entry_id == ESCUCHO and not window.jobs.busy)
    window.keeping.set_kept(ESCUCHO, kept)
    taken_in(window, qtbot)
    assert casebook.reader.entry_id == ESCUCHO
    assert casebook.reader.page is not None
    # Who keeps it is told; who does not has it before the eyes until something else is read.
    assert (casebook.reader.page.widget("withdrawn") is not None) == kept
    assert casebook.results.results.row_of(ESCUCHO) is None


@pytest.mark.parametrize("kept", [True, False])
def test_of_the_news_a_withdrawn_entry_is_read_by_who_keeps_it(
    window: MainWindow, qtbot: QtBot, kept: bool
) -> None:
    window.keeping.set_kept(ESCUCHO, kept)
    page = taken_in(window, qtbot)
    assert page.news_view.pane is not None
    rows = page.news_view.pane.list
    rows.setCurrentIndex(rows.changes.index(0))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert (window.page is window.casebook) == kept
    assert ("was withdrawn. Replaced" in window.toast.words) != kept


def test_one_click_goes_back(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> None:
    taken_in(window, qtbot)
    with qtbot.waitSignal(window.updating.offers.undone):
        window.toast.button.click()
    assert fake.updates.taken == []
    assert "as it was before" in window.toast.words
    with qtbot.waitSignal(window.updating.offers.undone):
        window.updating.offers.undo()
    assert window.toast.words == "There is no import to go back from."


def test_the_same_file_once_more_is_nothing_new(window: MainWindow, qtbot: QtBot) -> None:
    page = taken_in(window, qtbot)
    opened(window, EDITION, qtbot)
    assert "holds the edition that you have already" in page.plain.said.paragraphs[0]
    assert page.list.editions.rows[0].words == "Found just now"


def test_an_import_that_fails_says_why(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    fake.updates.fault = DiskFullError(needed=46_000_000)
    page.card.import_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "not enough room" in page.plain.said.title
    assert fake.updates.taken == []


class Gate:
    """Stages that wait at one of them until they are let through."""

    def __init__(self, at: int) -> None:
        self.at, self.reached, self.go = at, Event(), Event()

    def __iter__(self) -> object:
        for number, progress in enumerate(STAGES):
            if number == self.at:
                self.reached.set()
                assert self.go.wait(60)
            yield progress


def test_stopping_keeps_what_was_read(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    gate = Gate(3)
    fake.updates.stages = gate  # type: ignore[assignment]  # it is gone through once
    page.card.import_button.click()
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.waitUntil(lambda: "Building the new casebook, 6 of 12 entries" in said(page))
    assert page.detail.currentWidget() is page.importing
    assert page.importing.stop_button.accessibleName() == "Stop and keep edition 1"
    page.importing.stop_button.click()
    gate.go.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.taken == []
    assert page.detail.currentWidget() is page.card


def test_who_clicks_twice_on_import_does_not_stop_it(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    gate = Gate(3)
    fake.updates.stages = gate  # type: ignore[assignment]  # it is gone through once
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.card.import_button, left)
    qtbot.waitUntil(page.importing.stop_button.isVisible)
    # The system calls the second click so, whatever is under the pointer by then.
    qtbot.mouseDClick(page.importing.stop_button, left)
    qtbot.mouseRelease(page.importing.stop_button, left)
    gate.go.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [one.edition.number for one in fake.updates.taken] == [2]


def test_who_stops_a_moment_too_late_is_told_that_it_is_in_use(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    gate = Gate(4)

    def stages() -> object:
        yield from STAGES[:4]
        gate.reached.set()
        assert gate.go.wait(60)

    # One after the other, where the fake has them at once.
    fake.updates.stages = stages()  # type: ignore[assignment]  # a generator
    page.card.import_button.click()
    qtbot.waitUntil(gate.reached.is_set)
    with qtbot.waitSignal(window.updating.offers.taken):
        page.importing.stop_button.click()
        gate.go.set()
    assert [one.edition.number for one in fake.updates.taken] == [2]
    assert "is in use now" in window.toast.words


def test_the_stages_show_what_is_done_and_how_far_it_is(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, EDITION, qtbot)
    offer = window.updating.offers.of(EDITION)
    assert offer is not None
    assert offer.preview is not None
    view = page.importing
    view.show_import(offer.preview)
    assert any("Checked: signed by" in one.text() for one in view.findChildren(QLabel))
    view.take(Progress("indexing", 1, 2, seconds_left=12))
    assert view.how_far.text() == "70 % · about 12 seconds left"
    words = [label.text() for _sign, label in view.stages.values()]
    assert words == [
        "Signature checked",
        "Space checked: 46.0 MB of 3.1 GB",
        "Compared with what you have",
        "Building the new casebook",
        "Making it searchable",
        "Switching over",
    ]
    assert view.bar.value() == 70
    view.take(Progress("building", 0, 12))
    assert view.bar.value() == 70


def test_what_is_said_stands_above_a_footer_that_comes_after_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = taken_in(window, qtbot)
    assert page.detail.currentWidget() is page.news_view
    foot = page.news_view.foot
    top = foot.mapTo(window, foot.rect().topLeft()).y()
    toast = window.toast

    def is_above() -> bool:
        return toast.mapTo(window, toast.rect().bottomLeft()).y() < top

    assert toast.isVisible()
    qtbot.waitUntil(is_above)
