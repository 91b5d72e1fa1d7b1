"""Publishers in the window: added by a card that was compared, switched off, removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CARD, FakeCasebook
from tests.fakes.updates import FINGERPRINT, WORDS
from tests.ui.updates.at_the_page import said

from fieldcat.domain.edition import Program
from fieldcat.domain.progress import Progress
from fieldcat.errors import CardError, EnvironmentFaultError, PublisherError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.page import UpdatesPage
from fieldcat.ui.updating import dropped_files


def press(page: UpdatesPage, words: str) -> None:
    next(one for one in page.plain.buttons if one.accessibleName() == words).click()


@pytest.fixture
def page(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> UpdatesPage:
    """A publisher of two editions, with an address on the web."""
    one, other = replace(fake.collection, edition=2), replace(fake.collection, id="other")
    fake.updates.collections, fake.updates.web = (one, other), "https://192.0.2.7/"
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def open_card(window: MainWindow, qtbot: QtBot, card: Path = CARD) -> UpdatesPage:
    window.updating.open(card)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def test_a_newer_program_is_told_of_where_the_programs_own_publisher_is(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.newer_program = Program("999.1")
    page.start()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page.show_publisher(fake.collection.id)
    assert "There is a newer fieldcat, version 999.1" in said(page)


# --- a card ------------------------------------------------------------------------------------


def test_a_card_is_asked_for(page: UpdatesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.side.add_button.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert "*.fieldcat-card" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(CARD))
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.detail.publisher_card


def test_a_card_is_dropped_like_an_edition() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/here/tales.fieldcat-card")])
    assert dropped_files(data) == (Path("/here/tales.fieldcat-card"),)


def test_a_card_shows_its_fingerprint_in_numbers_and_words_before_it_is_trusted(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = open_card(window, qtbot)
    shown = said(page).split("\n")
    assert [part for part in shown if part in FINGERPRINT.split()] == FINGERPRINT.split()
    assert [part for part in shown if part in WORDS] == list(WORDS)
    assert fake.updates.added == []


@pytest.mark.parametrize(
    ("change", "words"),
    [({"development": True}, "Everybody has the keys"), ({"same_name": True}, "the same name")],
)
def test_a_card_that_calls_for_care_says_so(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, change: dict[str, Any], words: str
) -> None:
    assert words not in said(open_card(window, qtbot))
    fake.updates.cards[CARD] = replace(fake.updates.cards[CARD], **change)
    assert words in said(open_card(window, qtbot))


def test_a_publisher_is_added_once_the_fingerprint_was_compared(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = open_card(window, qtbot)
    with qtbot.waitSignal(window.updating.publishers.added):
        page.detail.publisher_card.add_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [one.collection for one in fake.updates.added] == ["tales"]
    assert "nothing of it was taken in yet" in said(page)
    assert "was added" in window.toast.words
    assert page.list.key == "tales"


def test_a_card_can_be_left(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> None:
    page = open_card(window, qtbot)
    page.detail.publisher_card.left.emit()
    assert fake.updates.added == []
    assert "Found just now" not in [row.words for row in page.list.editions.rows]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("damaged", "damaged, or no publisher’s card"),
        ("known", "here already"),
        ("taken", "other keys"),
        ("many", "as many publishers"),
        ("changed", "has changed since"),
    ],
)
def test_a_card_that_cannot_be_added_says_why(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, reason: str, words: str
) -> None:
    fake.updates.card_fault = CardError(reason, reason=reason, publisher="The Tellers")
    page = open_card(window, qtbot)
    assert words in said(page)
    press(page, "Close this")
    assert window.updating.publishers.card is None


def test_a_card_that_went_with_its_stick_is_asked_for_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.card_fault = EnvironmentFaultError("No such file", path="x")
    assert "Put it in again" in said(open_card(window, qtbot))


# --- what can be done about one ----------------------------------------------------------------


def test_a_publisher_says_who_it_is_and_where_it_is_on_the_web(page: UpdatesPage) -> None:
    assert FINGERPRINT in said(page)
    assert " ".join(WORDS) in said(page)
    assert "https://192.0.2.7/" in said(page)


def test_a_publisher_is_switched_off_and_on_again(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    press(page, "Switch this publisher off")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.switched_off == {fake.collection.id}
    assert "switched off" in window.toast.words
    assert "Switched off" in said(page)
    press(page, "Switch this publisher on")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.switched_off == set()


def test_switching_off_is_taken_back(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    press(page, "Switch this publisher off")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.switched_off == set()
    assert "Switched off" not in said(page)


def test_where_what_was_read_before_is_gone_it_is_said_that_nothing_comes_back(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    press(page, "Switch this publisher off")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    fake.updates.fault = PublisherError("no earlier", reason="gone")
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.toast.words == (
        "The casebook from before is not on this computer any more. What is here now stays as it "
        "is."
    )
    assert not window.commands["undo"].isEnabled()


def test_the_only_publisher_cannot_be_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    names = [button.accessibleName() for button in window.updates.plain.buttons]
    assert names == ["Open a file"]


def test_a_publisher_that_came_with_the_program_cannot_be_removed(page: UpdatesPage) -> None:
    names = [button.accessibleName() for button in page.plain.buttons]
    assert "Remove this publisher" not in names


def test_a_publisher_is_removed_and_comes_back(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = open_card(window, qtbot)
    page.detail.publisher_card.add_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    press(page, "Remove this publisher")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "tales" not in [one.collection for one in fake.updates.publishers()]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "tales" in [one.collection for one in fake.updates.publishers()]


def test_another_edition_is_read(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    press(page, "Read another edition")
    assert [one.accessibleName() for one in page.plain.buttons][-1] == "Stay with this one"
    page.plain.buttons[0].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.chosen == {fake.collection.id: 1}
    assert "Edition 1" in window.toast.words


def test_one_stays_with_the_edition_that_is_read(page: UpdatesPage, fake: FakeCasebook) -> None:
    press(page, "Read another edition")
    press(page, "Stay with this one")
    assert fake.updates.chosen == {}
    assert FINGERPRINT in said(page)


def test_what_cannot_be_changed_says_why(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.fault = PublisherError("the last", reason="last")
    press(page, "Switch this publisher off")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.toast.words == "Nothing would be left to read. Nothing was changed."
    assert FINGERPRINT in said(page)


def test_how_far_a_change_is_is_shown_and_it_can_be_stopped(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    held = Event()

    def steps() -> Iterator[Progress]:
        yield Progress("building", 6, 12, seconds_left=20)
        assert held.wait(60)
        yield Progress("building", 7, 12)

    fake.updates.stages = steps()
    press(page, "Switch this publisher off")
    qtbot.waitUntil(lambda: "about 20 seconds left" in said(page))
    assert "Switching “Made-up casebook” off" in said(page)
    page.detail.changing.stop_button.click()
    held.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.switched_off == set()
    assert FINGERPRINT in said(page)


# --- what a newer fieldcat took in --------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "row"),
    [
        (1, "Edition 1 · edition 3 needs a newer fieldcat"),
        (0, "Edition 3 needs a newer fieldcat"),
    ],
)
def test_an_edition_that_is_left_for_a_newer_fieldcat_is_not_called_the_one_here(
    page: UpdatesPage, read: int, row: str
) -> None:
    known = replace(page.publishers[0], edition=read, as_shipped=False, left=3)
    said = page.sayings.publisher(known)
    assert said.title == ("Made-up casebook, edition 1" if read else "Made-up casebook")
    assert any("this one leaves it as it is" in words for words in said.paragraphs)
    assert not any("nothing of it was taken in" in words for words in said.paragraphs)
    assert said.ways == ()
    [_header, listed] = page.sayings.rows((), None, (known,))
    assert listed.content is not None
    assert listed.content.meta == row
