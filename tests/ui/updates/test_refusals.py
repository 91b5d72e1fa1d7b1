"""A file that is refused says why, and what to do."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, FakeCasebook
from tests.ui.updates.at_the_page import opened, said

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
