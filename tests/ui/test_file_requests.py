"""A file that the system asks a running program to open reaches its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, FakeCasebook

from fieldcat.ui.file_requests import FileRequests
from fieldcat.ui.opening import Opening
from fieldcat.ui.theme import Theme


def test_the_file_is_asked_for(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    requests = FileRequests(qapp)
    file = tmp_path / "cuentos 8.fieldcat"
    with qtbot.waitSignal(requests.asked) as asked:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    assert asked.args == [file]
    qapp.removeEventFilter(requests)
    requests.deleteLater()


def test_other_events_pass(qapp: QApplication) -> None:
    requests = FileRequests(qapp)
    assert not requests.eventFilter(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(requests)
    requests.deleteLater()


def test_it_is_offered_in_the_window_that_is_open(
    qapp: QApplication, theme: Theme, fake: FakeCasebook, qtbot: QtBot
) -> None:
    opening = Opening(qapp, theme, lambda _language: fake.services())
    qtbot.addWidget(opening.window)
    opening.window.show()
    opening.open_file(EDITION)
    qtbot.waitUntil(lambda: opening.window.whole.done and not opening.window.jobs.busy)
    assert opening.window.page is opening.window.updates
    assert fake.updates.looked_at == [EDITION]
    opening.find_files((EDITION,), "KITABU", True)
    opening.lose_files(EDITION.parent)
    assert [offer.origin for offer in opening.window.updating.offers] == [EDITION]
    opening.window.close()
