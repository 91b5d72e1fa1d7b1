"""Entries are kept and let go of, which can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, LINE, FakeCasebook
from tests.ui.pages.casebook.at_the_page import Ask

from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import (
    DiskFullError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.widgets.result_model import ResultRole


def test_keeping_is_shown_once_it_is_written(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: page.results.results.index(0).data(ResultRole.KEPT))
    assert fake.kept == {CENTRE}
    qtbot.waitUntil(lambda: page.reader.commands.keep.text() == "Saved")
    page.results.keep_toggled.emit(CENTRE)
    qtbot.waitUntil(lambda: not fake.kept)


def saved_counts(window: MainWindow) -> dict[str, str]:
    model = window.casebook.rail.facets
    group = model.find(Facet.SAVED, None)
    rows = [model.index(row, 0, group) for row in range(model.rowCount(group))]
    return {row.data(): row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows}


def test_what_is_kept_is_counted_among_the_filters(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    assert Facet.SAVED not in page.rail.facets.facets
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, True)
    assert saved_counts(window) == {"Kept": "Kept, 1 entry"}


def test_an_entry_that_is_let_go_stays_listed_until_something_else_is_asked(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    # Counted before it is let go: a count that comes later would be taken for the next one.
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, True)
    ask(window, Query(filters={Facet.SAVED: frozenset({"kept"})}))
    assert page.results.results.hits == 1
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, False)
    assert page.results.results.hits == 1
    assert saved_counts(window) == {"Kept": "Kept, 0 entries"}
    ask(window, Query())
    assert Facet.SAVED not in page.rail.facets.facets


def test_what_could_not_be_kept_is_told_and_not_shown_as_kept(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.fault = DiskFullError()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "disk is full" in window.toast.words)
    assert window.toast.isVisible()
    assert not window.casebook.results.results.index(0).data(ResultRole.KEPT)


def test_what_is_let_go_can_be_kept_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.keep(CENTRE)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "no longer kept" in window.toast.words)
    assert fake.kept == frozenset()
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.casebook.reader.commands.keep.text() == "Saved")
    assert fake.kept == {CENTRE}


def test_keeping_again_what_was_let_go_takes_that_back_with_its_folder(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    folder = fake.own.make_folder("For Tuesday", None)
    fake.own.keep(CENTRE, folder.number)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "no longer kept" in window.toast.words)
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "kept again" in window.toast.words)
    assert not window.toast.offers
    assert fake.own.bookmarks[CENTRE].folder == folder.number
    assert not window.commands["undo"].isEnabled()


def undo_in_the_search(window: MainWindow) -> None:
    QTest.keyClick(window.casebook.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_key_for_undo_is_for_what_is_offered_even_in_the_search(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    search = window.casebook.header.search
    search.setFocus()
    QTest.keyClicks(search, "hotline")
    qtbot.waitUntil(lambda: not window.casebook.desk.busy and not window.jobs.busy)
    kept = fake.kept
    for _ in range(2):
        QTest.keyClick(search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.waitUntil(lambda: window.toast.offers)
    assert fake.kept == kept
    undo_in_the_search(window)
    qtbot.waitUntil(lambda: "kept again" in window.toast.words)
    assert search.text() == "hotline"
    assert len(fake.kept) == len(kept) + 1


def test_the_key_for_undo_is_for_what_was_typed_after_the_offer(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    search = window.casebook.header.search
    search.setFocus()
    fake.own.keep(CENTRE)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: window.toast.offers)
    QTest.keyClicks(search, "hotline")
    undo_in_the_search(window)
    assert search.text() != "hotline"
    assert window.toast.offers
    assert fake.kept == frozenset()
