"""Sessions in the window: one that is planned, held, and open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tools.window_states import fill_log, fill_session

from fieldcat.domain.session import Session
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.planner import Planner


@pytest.fixture
def planned(fake: FakeCasebook) -> Session:
    """A session of seven steps."""
    fill_session(fake.services(), STUDY_MATERIAL)
    (session,) = fake.training.sessions.values()
    return session


@pytest.fixture
def logged(planned: Session, fake: FakeCasebook) -> Session:
    """The session, held twice."""
    fill_log(fake.services())
    return planned


@pytest.fixture
def planner(planned: Session, window: MainWindow, qtbot: QtBot) -> Planner:
    """Its plan in the window."""
    window.show_page("sessions")
    window.sessions.open_session(planned.id)
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    return window.sessions.planner
