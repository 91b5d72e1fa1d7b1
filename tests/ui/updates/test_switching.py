"""Where another casebook comes to be read the window answers all the time, however much is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, FakeCasebook
from tests.ui.watchdog import Watchdog

from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.offers import Step

MANY = 10_000


def calm(window: MainWindow) -> bool:
    return not window.jobs.busy and not window.casebook.asking.busy


@pytest.fixture
def offered(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> MainWindow:
    """An edition with many new entries, verified and shown."""
    found = fake.updates.found[EDITION]
    new = found.changes[0]
    changes = tuple(
        replace(new, entry=replace(new.entry, slug=f"tale-{number}"), title=f"Tale {number}")
        for number in range(MANY)
    )
    fake.updates.found[EDITION] = replace(found, changes=changes, touched=())
    window.updating.open(EDITION)
    qtbot.waitUntil(lambda: calm(window))
    return window


def test_neither_an_import_nor_going_back_holds_the_window(offered: MainWindow) -> None:
    watchdog = Watchdog()
    steps: list[tuple[str, Callable[[], object]]] = [
        ("taking in", offered.updates.card.import_button.click),
        ("going back", offered.updating.offers.undo),
        ("looking at the casebook", lambda: offered.show_page("casebook")),
    ]
    watchdog.play(steps, lambda: calm(offered))
    assert watchdog.too_long() == []


def test_until_all_is_known_of_what_came_the_import_is_seen(
    offered: MainWindow, qtbot: QtBot
) -> None:
    page, seen = offered.updates, []
    page.detail.currentChanged.connect(lambda: seen.append(page.detail.currentWidget()))
    with qtbot.waitSignal(offered.updating.offers.taken):
        page.card.import_button.click()
    qtbot.waitUntil(lambda: calm(offered))
    assert seen == [page.importing, page.news_view]


def test_a_page_that_is_not_seen_is_brought_up_once_it_is(
    offered: MainWindow, qtbot: QtBot
) -> None:
    offered.show_page("casebook")
    offered.updating.offers.take_in(EDITION)
    qtbot.waitUntil(lambda: calm(offered))
    assert offered.updates.detail.currentWidget() is offered.updates.card
    offered.show_page("updates")
    qtbot.waitUntil(lambda: calm(offered))
    assert offered.updates.detail.currentWidget() is offered.updates.news_view


def test_where_what_is_here_cannot_be_read_the_page_does_not_wait_for_it(
    offered: MainWindow, fake: FakeCasebook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> object:
        raise OSError("gone")

    offered.updating.offers.taken.connect(
        lambda: monkeypatch.setattr(fake.updates, "history", refuse)
    )
    offered.updating.offers.take_in(EDITION)
    qtbot.waitUntil(lambda: calm(offered))
    assert all(offer.step is not Step.TAKEN_IN for offer in offered.updating.offers)
    assert offered.updates.detail.currentWidget() is not offered.updates.importing
