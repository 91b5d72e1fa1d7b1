"""An edition is taken in when told so, and can be stopped and gone back from."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, EDITION, FakeCasebook
from tests.fakes.updates import STAGES
from tests.ui.updates.at_the_page import ESCUCHO, opened, said, taken_in

from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Query
from fieldcat.errors import (
    DiskFullError,
)
from fieldcat.ui.main_window import MainWindow

# --- the card ---------------------------------------------------------------------------------


def test_the_last_step_says_no_seconds_that_are_left(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, EDITION, qtbot).importing
    view.take(Progress("switching", 1, 1, seconds_left=8))
    assert view.how_far.text() == "100 %"


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
