"""The list of sessions: made, removed, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tools.window_states import STATES

from fieldcat.domain.session import Session
from fieldcat.errors import DiskFullError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.planner import Planner


def test_the_list_has_sessions_first_and_then_templates(
    planned: Session, window: MainWindow
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    rows = window.sessions.list.sessions.rows
    assert rows[0].id == planned.id
    assert [row.shipped for row in rows if row.shipped] == ["parents"]


def test_a_template_becomes_a_session_that_is_opened(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    window.sessions.desk.make_from("parents")
    qtbot.waitUntil(lambda: window.sessions.planning and not window.sessions.busy)
    assert window.sessions.bar.title.text() == "An evening for parents"
    assert len(fake.training.sessions) == 1


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"template": True}, "This is a template now: it stands under Templates."),
        ({"archived": True}, "Archived: it stands at the end of the list."),
    ],
)
def test_what_a_session_became_is_said(
    what: dict[str, bool], said: str, planned: Session, window: MainWindow, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.desk.change(planned.id, **what)
    assert told.args == [said]


def test_a_removed_session_comes_back_with_undo(
    planned: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    window.sessions.list.remove_wanted.emit()
    qtbot.waitUntil(lambda: not fake.training.sessions and window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: planned.id in fake.training.sessions)


@pytest.mark.usefixtures("planner")
def test_a_session_can_be_shown_once_its_plan_is_read(window: MainWindow) -> None:
    assert window.commands["present"].isEnabled()
    assert window.commands["hand-out"].isEnabled()


def test_a_copy_has_what_was_typed_a_moment_before(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_step()
    planner.step_pane.notes.setPlainText("Ask first.")
    session = window.sessions.plan.session
    assert session is not None
    window.sessions.desk.copy(session.id, session.title)
    qtbot.waitUntil(lambda: len(fake.training.sessions) == 2 and not window.jobs.busy)
    assert {one.steps[0].notes for one in fake.training.sessions.values()} == {"Ask first."}


@pytest.fixture
def unwritten(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> Iterator[Session]:
    """A session that was left with notes that could not be written, as it was typed."""
    fake.training.fault = DiskFullError()
    planner.open_step()
    planner.step_pane.notes.setPlainText("Ask first.")
    typed = window.sessions.plan.session
    assert typed is not None
    window.sessions.plan.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    yield typed
    fake.training.fault = None


def test_a_copy_has_what_could_not_be_written_at_first(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.training.fault = None
    window.sessions.desk.copy(unwritten.id, unwritten.title)
    qtbot.waitUntil(lambda: len(fake.training.sessions) == 2 and not window.jobs.busy)
    assert {one.steps[0].notes for one in fake.training.sessions.values()} == {"Ask first."}


def test_a_file_on_a_stick_has_what_cannot_be_written_here(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "stick.fieldcat-session"
    dialog = window.sessions.desk.ask_where(unwritten, with_results=False)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.sessions[unwritten.id].steps[0].notes == "Say who you are."
    assert fake.training.files[file].steps == unwritten.steps


def test_a_session_that_is_removed_comes_back_with_what_could_not_be_written_at_first(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.training.fault = None
    window.sessions.desk.remove(unwritten.id)
    qtbot.waitUntil(lambda: not fake.training.sessions and not window.jobs.busy)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.sessions[unwritten.id].steps == unwritten.steps


def test_a_session_file_is_called_as_the_session_in_any_script(
    planned: Session, window: MainWindow
) -> None:
    window.show_page("sessions")
    named = replace(planned, title="बाल सुरक्षा: con")
    dialog = window.sessions.desk.ask_where(named, with_results=False)
    assert Path(dialog.selectedFiles()[0]).name == "बाल सुरक्षा con.fieldcat-session"
    dialog.reject()
