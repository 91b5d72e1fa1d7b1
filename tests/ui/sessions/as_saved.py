"""A session as the disk has it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook

from fieldcat.domain.session import Session, name_of
from fieldcat.ui.main_window import MainWindow


def saved(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> Session:
    """The session as the disk has it once all is written."""
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    (session,) = fake.training.sessions.values()
    return session


def names(session: Session) -> list[str]:
    return [name_of(step) for step in session.steps]
