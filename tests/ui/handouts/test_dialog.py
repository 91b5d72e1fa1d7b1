"""Choosing what is handed out, and looking at it first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.handouts.test_documents import EVENING, SECRET
from tests.ui.inspecting import cut, without_a_name

from fieldcat.domain.session import Session
from fieldcat.ui.handouts.dialog import HandoutDialog
from fieldcat.ui.handouts.documents import Document, Wish, fitting, proposed
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.paper import A4, LETTER
from fieldcat.ui.theme import Theme

Make = Callable[..., HandoutDialog]


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs(qapp)
    yield jobs
    jobs.close()


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Make:
    def made(plan: Session = EVENING, **kwargs: Any) -> HandoutDialog:
        failures: list[Exception] = []
        wish = Wish(plan, Document.HANDOUT, proposed(plan))
        dialog = HandoutDialog(wish, A4, theme, jobs, failures.append, **kwargs)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.view.count > 0)
        assert failures == []
        return dialog

    return made


def choose(dialog: HandoutDialog, document: Document) -> None:
    dialog.documents.setCurrentRow(fitting(EVENING).index(document))


def test_what_is_chosen_is_shown_before_it_is_printed(make: Make) -> None:
    assert make().view.count == 1


def test_a_long_document_is_turned_page_by_page(make: Make) -> None:
    dialog = make(replace(EVENING, steps=EVENING.steps * 8))
    assert not dialog.before.isEnabled()
    dialog.after.click()
    assert dialog.view.page == 2
    assert dialog.place.text().startswith("Page 2 of")
    dialog.before.click()
    assert dialog.view.page == 1


def test_sensitive_steps_are_not_ticked_at_first(make: Make) -> None:
    dialog = make()
    (secret,) = [step for step in EVENING.steps if step.content == SECRET]
    assert not dialog.steps[secret.id].isChecked()


def test_the_wish_has_what_is_ticked(make: Make) -> None:
    dialog = make()
    first = EVENING.steps[0].id
    dialog.steps[first].setChecked(False)
    dialog.opened.setChecked(True)
    assert first not in dialog.wish.steps
    assert dialog.wish.opened


def test_parts_are_asked_for_a_hand_out_only(make: Make) -> None:
    dialog = make()
    assert dialog.steps[EVENING.steps[0].id].isVisible()
    choose(dialog, Document.PLAN)
    assert not dialog.steps[EVENING.steps[0].id].isVisible()


def test_printing_carries_the_document_and_the_paper(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    choose(dialog, Document.COUNTS)
    dialog.paper.set_value(LETTER)
    with qtbot.waitSignal(dialog.print_wanted) as told:
        dialog.print_button.click()
    wish, paper = told.args
    assert wish.document is Document.COUNTS
    assert paper == LETTER


def test_enter_is_for_the_first_button_wherever_the_keyboard_is(make: Make) -> None:
    dialog = make()
    dialog.opened.setFocus()
    assert dialog.print_button.isDefault()
    assert not dialog.cancel_button.isDefault()


def test_long_names_of_parts_wrap_and_nothing_is_cut_off(make: Make) -> None:
    long = "How a country brings its helpline, its schools and its research together again"
    steps = (*EVENING.steps, replace(EVENING.steps[0], id="long", title=long))
    dialog = make(replace(EVENING, steps=steps), printer=False)
    pane = dialog.steps["long"].parentWidget().parentWidget()
    assert pane.width() <= pane.parentWidget().width()


def test_without_a_printer_a_file_can_be_saved(qtbot: QtBot, make: Make) -> None:
    dialog = make(printer=False)
    assert not dialog.print_button.isEnabled()
    with qtbot.waitSignal(dialog.pdf_wanted):
        dialog.pdf_button.click()


def test_what_came_of_it_is_said_in_the_dialog_until_something_else_is_chosen(make: Make) -> None:
    dialog = make()
    dialog.say("Saved as Evening.pdf, 1 page.")
    assert dialog.told.isVisible()
    assert dialog.told.text() == "Saved as Evening.pdf, 1 page."
    dialog.documents.setCurrentRow(1)
    assert dialog.told.text() == ""


def test_a_page_is_painted_when_all_other_threads_are_gone(make: Make, jobs: Jobs) -> None:
    """What another thread had set could not be painted any more then: Qt crashed."""
    dialog = make()
    jobs.close()
    dialog.resize(dialog.width() + 80, dialog.height())
    assert not dialog.view.grab().isNull()


def test_what_comes_after_it_was_closed_troubles_nobody(
    qtbot: QtBot, make: Make, jobs: Jobs
) -> None:
    dialog = make()
    choose(dialog, Document.PLAN)
    dialog.close()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_nothing_is_cut_off(make: Make) -> None:
    assert cut(make()) == []


@pytest.mark.usefixtures("pseudo")
def test_nothing_is_cut_off_in_large_text_of_a_longer_language(theme: Theme, make: Make) -> None:
    theme.set_scale(2.0)
    assert cut(make()) == []


def test_every_control_has_a_name(make: Make) -> None:
    assert without_a_name(make()) == []
