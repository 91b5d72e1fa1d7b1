from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fieldcat.ui.enter_key import EnterKey
from fieldcat.ui.printing.choices import Choice, Choices, Offer
from fieldcat.ui.printing.paper import A4, LETTER
from fieldcat.ui.theme import Theme


def shown(qtbot: QtBot, theme: Theme, offer: Offer, *, pdf_first: bool = False) -> Choices:
    choices = Choices(offer, theme, pdf_first=pdf_first)
    qtbot.addWidget(choices)
    choices.show()
    return choices


def words(choices: Choices) -> str:
    return " ".join(label.text() for label in choices.findChildren(QLabel))


def primary(choices: Choices) -> QPushButton:
    (button,) = (one for one in choices.findChildren(QPushButton) if one.objectName() == "primary")
    return button


def test_notes_are_left_out_until_they_are_asked_for(qtbot: QtBot, theme: Theme) -> None:
    choices = shown(qtbot, theme, Offer("Title", A4, notes=3))
    assert choices.notes.isVisible()
    assert "3" in choices.notes.text()
    assert choices.choice == Choice(A4, with_notes=False)
    choices.notes.click()
    assert choices.choice == Choice(A4, with_notes=True)


def test_where_there_are_no_notes_nobody_is_asked_about_them(qtbot: QtBot, theme: Theme) -> None:
    assert not shown(qtbot, theme, Offer("Title", A4)).notes.isVisible()


def test_the_paper_can_be_chosen(qtbot: QtBot, theme: Theme) -> None:
    choices = shown(qtbot, theme, Offer("Title", LETTER))
    assert choices.choice.paper == LETTER
    choices.paper.buttons[0].click()
    assert choices.choice.paper == A4


def test_what_will_be_left_out_is_said_before(qtbot: QtBot, theme: Theme) -> None:
    assert "will be left out" in words(shown(qtbot, theme, Offer("Title", A4, folded=2)))
    assert "left out" not in words(shown(qtbot, theme, Offer("Title", A4)))


@pytest.mark.parametrize("pdf_first", [True, False])
def test_enter_does_what_the_command_said(qtbot: QtBot, theme: Theme, pdf_first: bool) -> None:
    choices = shown(qtbot, theme, Offer("Title", A4), pdf_first=pdf_first)
    wanted = choices.pdf_wanted if pdf_first else choices.print_wanted
    assert primary(choices) is (choices.pdf_button if pdf_first else choices.print_button)
    assert primary(choices).isDefault()
    with qtbot.waitSignal(wanted) as asked:
        primary(choices).click()
    assert asked.args == [Choice(A4)]


def test_enter_does_so_from_the_choice_of_paper_too(qtbot: QtBot, theme: Theme) -> None:
    choices = shown(qtbot, theme, Offer("Title", A4), pdf_first=True)
    choices.paper.buttons[0].setFocus()
    with qtbot.waitSignal(choices.pdf_wanted):
        qtbot.keyClick(choices.paper.buttons[0], Qt.Key.Key_Return)


def test_without_a_printer_the_dialog_says_so_and_offers_the_pdf(
    qtbot: QtBot, theme: Theme
) -> None:
    choices = shown(qtbot, theme, Offer("Title", A4, printer=False))
    assert "No printer is set up on this computer." in words(choices)
    assert not choices.print_button.isEnabled()
    assert primary(choices) is choices.pdf_button


def test_cancel_closes_and_asks_for_nothing(qtbot: QtBot, theme: Theme) -> None:
    choices = shown(qtbot, theme, Offer("Title", A4))
    with qtbot.assertNotEmitted(choices.print_wanted), qtbot.assertNotEmitted(choices.pdf_wanted):
        choices.cancel_button.click()
    assert not choices.isVisible()


def test_enter_on_a_paper_does_what_the_dialog_is_for(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    heeding = EnterKey(qapp)
    choices = shown(qtbot, theme, Offer("Title", A4), pdf_first=True)
    letter = choices.paper.buttons[1]
    letter.click()
    letter.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is letter)
    with qtbot.waitSignal(choices.pdf_wanted) as asked:
        qtbot.keyClick(letter, Qt.Key.Key_Return)
    assert asked.args == [Choice(LETTER)]
    heeding.deleteLater()
