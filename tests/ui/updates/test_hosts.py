"""Publishers' web hosts are asked when somebody says so, and by the timetable that they chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.fakes.updates import FETCHING
from tests.ui.updates.at_the_page import said

from fieldcat.domain.progress import Progress
from fieldcat.domain.publishers import WebNews
from fieldcat.domain.timetable import Every, is_due
from fieldcat.domain.updating import Host
from fieldcat.errors import (
    FieldcatError,
    WebInsecureError,
    WebPortalError,
    WebProxyError,
    WebUnreachableError,
    WebWrongError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.preferences_page import PreferencesPage
from fieldcat.ui.reach import Reach
from fieldcat.ui.updates.looking import Looking
from fieldcat.ui.updates.offers import Offer, Step
from fieldcat.ui.updates.page import UpdatesPage


def press(page: UpdatesPage, words: str) -> None:
    next(one for one in page.plain.buttons if one.accessibleName() == words).click()


@pytest.fixture
def page(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> UpdatesPage:
    """The page of a window whose publisher has an address on the web."""
    fake.updates.web = "https://192.0.2.7/"
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def ask(page: UpdatesPage, window: MainWindow, qtbot: QtBot) -> None:
    press(page, "Check for updates")
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_nothing_is_asked_unless_somebody_says_so(page: UpdatesPage, fake: FakeCasebook) -> None:
    assert "https://192.0.2.7/" in said(page)
    assert fake.updates.asked == []


def test_without_an_address_nothing_can_be_asked(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    names = [button.accessibleName() for button in window.updates.plain.buttons]
    assert "Check for updates" not in names


def test_what_a_host_has_is_told_before_it_is_fetched(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    ask(page, window, qtbot)
    assert fake.updates.asked == [fake.collection.id]
    assert "Made-up casebook, edition 2" in said(page)
    assert "212 kB are fetched from https://192.0.2.7/" in said(page)
    assert window.updating.offers.waiting
    assert fake.updates.looked_at == []


def test_what_was_fetched_is_shown_like_a_file_and_taken_in(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    ask(page, window, qtbot)
    press(page, "Fetch edition 2")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.card
    assert fake.updates.looked_at == [Host(fake.collection.id)]
    with qtbot.waitSignal(window.updating.offers.taken):
        page.card.import_button.click()
    assert len(fake.updates.taken) == 1


def test_while_it_is_fetched_one_sees_how_much_came_and_can_stop(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    held = Event()

    def steps() -> Iterator[Progress]:
        yield FETCHING[1]
        assert held.wait(60)
        yield FETCHING[2]

    fake.updates.fetching = steps()
    ask(page, window, qtbot)
    press(page, "Fetch edition 2")
    qtbot.waitUntil(lambda: page.detail.fetching.bar.value() == 50)
    assert "106 kB of 212 kB · about 40 seconds left" in said(page)
    page.detail.fetching.stop_button.click()
    held.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    offer = window.updating.offers.of(Host(fake.collection.id))
    assert offer is not None
    assert offer.step is Step.FOUND
    assert "106 kB are fetched" in said(page)
    fake.updates.fetching = FETCHING
    press(page, "Fetch edition 2")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert page.detail.currentWidget() is page.card


def test_that_there_is_nothing_newer_is_said(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.taken.append(next(iter(fake.updates.found.values())))
    ask(page, window, qtbot)
    assert window.toast.words == "Edition 2 of “Made-up casebook” is the newest, and it is here."
    assert list(window.updating.offers) == []


FAULTS: tuple[tuple[FieldcatError, str], ...] = (
    (WebUnreachableError(host="192.0.2.7"), "There is no line to 192.0.2.7"),
    (WebPortalError(host="192.0.2.7"), "log in to the network there"),
    (WebInsecureError(host="192.0.2.7"), "date and time of this computer"),
    (WebProxyError(host="192.0.2.7", proxy="192.0.2.1"), "The proxy “192.0.2.1”"),
    (WebWrongError(host="192.0.2.7"), "Ask the publisher for the right address"),
)


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=lambda each: getattr(each, "code", ""))
def test_why_nothing_came_is_said_and_it_is_tried_again(
    page: UpdatesPage,
    window: MainWindow,
    fake: FakeCasebook,
    qtbot: QtBot,
    fault: FieldcatError,
    words: str,
) -> None:
    fake.updates.web_fault = fault
    ask(page, window, qtbot)
    assert words in said(page)
    assert "Nothing was changed" in said(page)
    fake.updates.web_fault = None
    press(page, "Try again")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "212 kB are fetched" in said(page)


def test_a_line_that_is_paid_for_by_its_use_is_told_of(page: UpdatesPage) -> None:
    web = WebNews("tales", "Tales", "The Tellers", 3, "2026-11-14", 2, 8_000, "https://192.0.2.7/")
    offer = Offer(Host("tales"), Step.FOUND, web=web)
    told = {
        metered: " ".join(page.sayings.offer(offer, Reach(metered=metered)).paragraphs)
        for metered in (False, True)
    }
    assert "paid for by its use" in told[True]
    assert "paid for by its use" not in told[False]


# --- by a timetable ----------------------------------------------------------------------------

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("every", "last", "due"),
    [
        (Every.NEVER, "", False),
        (Every.WEEK, "", True),
        (Every.WEEK, "2026-11-22T09:00:00+00:00", True),
        (Every.WEEK, "2026-11-22T09:00:01+00:00", False),
        (Every.MONTH, "2026-11-01T09:00:00+00:00", False),
        (Every.MONTH, "2026-10-30T09:00:00+00:00", True),
        (Every.MONTH, "2039-01-01T00:00:00+00:00", True),
        (Every.WEEK, "yesterday", True),
        (Every.WEEK, "2026-11-22", True),
    ],
)
def test_when_it_is_time(every: Every, last: str, due: bool) -> None:
    assert is_due(every, last, NOW) is due


@pytest.fixture
def looking(window: MainWindow, fake: FakeCasebook) -> Looking:
    fake.updates.web = "https://192.0.2.7/"
    made = window.updating.looking
    made.reach = Reach
    return made


def test_nothing_is_looked_at_before_it_is_switched_on(
    looking: Looking, fake: FakeCasebook, window: MainWindow, qtbot: QtBot
) -> None:
    assert not looking.timer.isActive()
    looking.look()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.asked == []


def test_it_is_switched_on_in_the_preferences(
    looking: Looking, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.show_page("preferences")
    page = window.page
    assert isinstance(page, PreferencesPage)
    page.looks.buttons[1].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.preferences["updates.looks"] == "week"
    assert looking.timer.isActive()
    page.looks.buttons[0].click()
    assert not looking.timer.isActive()


def test_what_is_found_by_the_timetable_is_offered_quietly_and_not_fetched(
    looking: Looking, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    window.preferences.looks = Every.WEEK
    looking.look()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.asked == [fake.collection.id]
    assert window.page is window.casebook
    assert window.toast.words == "Made-up casebook, edition 2 can be fetched from its publisher."
    assert datetime.fromisoformat(fake.preferences["updates.looked"]) >= before
    looking.look()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.asked == [fake.collection.id]


@pytest.mark.parametrize("reach", [Reach(metered=True), Reach(portal=True), Reach(offline=True)])
def test_where_the_line_is_not_free_nothing_is_asked(
    looking: Looking, window: MainWindow, fake: FakeCasebook, qtbot: QtBot, reach: Reach
) -> None:
    window.preferences.looks = Every.WEEK
    looking.reach = lambda: reach
    looking.look()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.asked == []
    assert "updates.looked" not in fake.preferences


def test_a_host_that_does_not_answer_is_not_worth_a_word(
    looking: Looking, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.web_fault = WebUnreachableError(host="192.0.2.7")
    window.preferences.looks = Every.WEEK
    looking.look()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert not window.toast.isVisible()
    assert list(window.updating.offers) == []
