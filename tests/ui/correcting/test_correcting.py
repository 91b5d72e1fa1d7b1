"""Noting what is wrong: from an entry, a passage, or a help service; it goes into the envelope."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, STUDY_MATERIAL, FakeCasebook
from tools.window_states import STATES, settle

from fieldcat.ui.correcting.dialog import CorrectionDialog
from fieldcat.ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> CorrectionDialog:
    """What is asked of a passage."""
    return asked(window, "selecting")


def asked(window: MainWindow, state: str) -> CorrectionDialog:
    STATES[state](window, STUDY_MATERIAL)
    window.commands["correct"].trigger()
    settle(window)
    return window.findChildren(CorrectionDialog)[-1]


def test_words_that_were_selected_stand_there_already(dialog: CorrectionDialog) -> None:
    assert dialog.quoted.toPlainText() == STUDY_MATERIAL.passage.quotation
    assert not dialog.write_button.isEnabled()


def test_the_field_to_write_in_can_be_seen_whole(dialog: CorrectionDialog) -> None:
    assert dialog.words.visibleRegion().boundingRect() == dialog.words.rect()


def test_what_is_noted_is_in_the_envelope_and_can_be_taken_back(
    dialog: CorrectionDialog, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    dialog.words.setPlainText("It is five parts by now:\nsee their website.")
    dialog.write_button.click()
    settle(window)
    (wrong,) = fake.training.wrong.values()
    assert (wrong.entry, wrong.about) == (CENTRE, STUDY_MATERIAL.passage.block)
    envelope = fake.services().training.envelope()
    assert f"stands there: {STUDY_MATERIAL.passage.quotation}" in envelope
    assert "should be: It is five parts by now: see their website." in envelope
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not fake.training.wrong)


def test_what_was_noted_before_is_shown_and_can_be_removed(
    dialog: CorrectionDialog, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    dialog.words.setPlainText("It is five parts.")
    dialog.write_button.click()
    settle(window)
    again = asked(window, "sensitive-folded")
    (remove,) = again.remove_buttons
    remove.click()
    qtbot.waitUntil(lambda: not fake.training.wrong)


def test_the_number_of_a_help_service_stands_there_already(window: MainWindow) -> None:
    dialog = asked(window, "get-help")
    assert dialog.quoted.toPlainText() == "601 555 0142"
