"""From the plan of a session to the room and to paper, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.fakes.printers import FakePrinters
from tests.ui.printing.reading_pdf import text_of
from tools.window_states import fill_session

from fieldcat.domain.session import (
    Discussion,
    EntryPart,
    Session,
    SurveyQuestion,
    origin_of,
)
from fieldcat.errors import DiskFullError
from fieldcat.ui.handouts.dialog import HandoutDialog
from fieldcat.ui.labels import error_text
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.presenting.presenter import Presenter
from fieldcat.ui.printing import press
from fieldcat.ui.surveys.results import ResultsDialog


@pytest.fixture
def planned(fake: FakeCasebook) -> Session:
    """A session of some steps."""
    fill_session(fake.services(), STUDY_MATERIAL)
    (session,) = fake.training.sessions.values()
    return session


@pytest.fixture
def window(window: MainWindow, planned: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with its plan open."""
    window.show_page("sessions")
    window.sessions.open_session(planned.id)
    settled(window, qtbot)
    yield window
    window.holding.finish()


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)


def presenter_of(window: MainWindow, qtbot: QtBot) -> Presenter:
    showing = window.holding.showing
    qtbot.waitUntil(lambda: showing is not None and showing.presenting.presenter is not None)
    presenter = showing.presenting.presenter
    assert presenter is not None
    return presenter


def test_f5_shows_the_session_to_the_room(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    presenter = presenter_of(window, qtbot)
    assert presenter.isVisible()


def test_f5_in_the_list_shows_the_session_in_hand(window: MainWindow, qtbot: QtBot) -> None:
    window.sessions.close_session()
    settled(window, qtbot)
    qtbot.keyClick(window.sessions.list, Qt.Key.Key_F5)
    presenter = presenter_of(window, qtbot)
    assert presenter.isVisible()


def test_a_template_or_an_empty_plan_is_not_shown(
    window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> None:
    fake.training.sessions[planned.id] = replace(planned, steps=())
    window.sessions.close_session()
    settled(window, qtbot)
    for row in (row for row in window.sessions.list.sessions.rows if row.id):
        window.sessions.list.choose(row.id)
        assert not window.commands["present"].isEnabled()


def test_what_was_shown_is_in_the_log(
    window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> None:
    window.sessions.start_button.click()
    presenter_of(window, qtbot).end(34)
    settled(window, qtbot)
    (held,) = fake.training.log.values()
    assert held.session == planned.id
    assert held.reached == 34


def test_a_step_typed_just_before_is_shown_as_it_is_typed(
    window: MainWindow, planned: Session, qtbot: QtBot
) -> None:
    window.sessions.plan.type_step(replace(planned.steps[0], notes="Breathe first."))
    window.commands["present"].trigger()
    presenter = presenter_of(window, qtbot)
    assert presenter.notes.notes.toPlainText() == "Breathe first."


def test_hiding_hides_what_is_presented(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["present"].trigger()
    presenter = presenter_of(window, qtbot)
    window.hide_content()
    assert not presenter.isVisible()
    window.hiding.show()
    assert presenter.isVisible()


def test_closing_the_window_ends_what_is_presented(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["present"].trigger()
    presenter_of(window, qtbot)
    window.close()
    assert window.holding.showing.presenting.presenter is None


def test_the_window_does_not_close_without_a_word_on_what_came_of_a_session(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands["present"].trigger()
    presenter = presenter_of(window, qtbot)
    settled(window, qtbot)
    fake.training.fault = DiskFullError()
    presenter.end(12)
    settled(window, qtbot)
    assert not window.may_close()
    assert "is not in the log yet" in window.toast.words
    assert window.may_close()
    settled(window, qtbot)
    # Much later it is asked anew.
    monkeypatch.setattr("fieldcat.ui.loss_warning._WARNED_S", 0)
    assert not window.may_close()
    settled(window, qtbot)
    fake.training.fault = None
    assert window.may_close()
    (held,) = fake.training.log.values()
    assert held.reached == 12


def test_a_hand_out_is_printed_from_the_plan(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers = FakePrinters()
    monkeypatch.setattr(press, "SystemPrinters", lambda: printers)
    window.commands["hand-out"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(HandoutDialog)))
    (dialog,) = window.findChildren(HandoutDialog)
    qtbot.waitUntil(lambda: dialog.view.count > 0)
    dialog.print_button.click()
    settled(window, qtbot)
    assert "Where to get help" in text_of(printers.printed)
    assert dialog.told.text().endswith("went to the printer.")


def test_a_step_of_a_case_leads_to_its_leaflet(
    window: MainWindow, planned: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers = FakePrinters()
    monkeypatch.setattr(press, "SystemPrinters", lambda: printers)
    page = window.sessions
    step = next(one for one in planned.steps if isinstance(one.content, EntryPart))
    page.planner.list.choose(step.id)
    page.planner.menu_wanted.emit(page.mapToGlobal(QPoint(100, 100)))
    (action,) = [one for one in page.menu.menu.actions() if one.text() == "Leaflet of this case…"]
    action.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(HandoutDialog)))
    (dialog,) = window.findChildren(HandoutDialog)
    qtbot.waitUntil(lambda: dialog.view.count > 0)
    assert dialog.wish.leaflet == origin_of(step.content).entry
    dialog.print_button.click()
    settled(window, qtbot)
    assert origin_of(step.content).title in text_of(printers.printed)


def test_a_step_of_ones_own_offers_no_leaflet(window: MainWindow, planned: Session) -> None:
    page = window.sessions
    step = next(one for one in planned.steps if isinstance(one.content, Discussion))
    page.planner.list.choose(step.id)
    page.planner.menu_wanted.emit(page.mapToGlobal(QPoint(100, 100)))
    assert "Leaflet of this case…" not in [one.text() for one in page.menu.menu.actions()]


def results_of(
    window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> ResultsDialog:
    """The results of a session with one question that was just shown; two sheets came back."""
    question = SurveyQuestion("q", "Do you know a helpline?", ("Yes", "No"))
    fake.training.sessions[planned.id] = replace(planned, questions=(question,))
    window.commands["present"].trigger()
    presenter_of(window, qtbot).end(2)
    settled(window, qtbot)
    window.sessions.results_wanted.emit(planned.id)
    qtbot.waitUntil(lambda: bool(window.findChildren(ResultsDialog)))
    (dialog,) = window.findChildren(ResultsDialog)
    dialog.sheets.setValue(2)
    return dialog


def test_results_are_entered_for_the_last_time_it_was_held(
    window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> None:
    dialog = results_of(window, fake, planned, qtbot)
    dialog.fields[0][0].setValue(2)
    dialog.keep_button.click()
    settled(window, qtbot)
    (held,) = fake.training.log.values()
    assert held.surveys[0].counts == ((2, 0),)
    assert dialog.told.text() == "Kept. What changed stands below."


def test_totals_that_could_not_be_written_are_not_said_to_be_kept(
    window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> None:
    dialog = results_of(window, fake, planned, qtbot)
    fake.training.fault = DiskFullError()
    dialog.keep_button.click()
    settled(window, qtbot)
    assert (dialog.told.text(), dialog.fault.text()) == ("", error_text(DiskFullError()))
    fake.training.fault = None
    dialog.keep_button.click()
    settled(window, qtbot)
    assert dialog.told.text() == "Kept. What changed stands below."
    assert dialog.fault.isHidden()


def test_before_it_was_held_there_are_no_results_to_enter(
    window: MainWindow, planned: Session, qtbot: QtBot
) -> None:
    window.sessions.results_wanted.emit(planned.id)
    settled(window, qtbot)
    assert "was not held yet" in window.toast.words


def test_without_steps_there_is_nothing_to_show_or_print(window: MainWindow, qtbot: QtBot) -> None:
    window.sessions.desk.make_empty()
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.sessions.plan.session is not None)
    window.sessions.enable()
    assert not window.commands["present"].isEnabled()
    assert not window.commands["hand-out"].isEnabled()
