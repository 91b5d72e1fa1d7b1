"""The updates page: ways in for a file, which is verified and offered."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import DAMAGED, EDITION, FakeCasebook
from tests.ui.updates.at_the_page import opened, said

from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.offers import Step


def test_nothing_is_made_before_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    """All views at once held the window for a fifth of a second when it was first gone to."""
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.updates.detail.count() == 1


def test_what_an_import_shows_is_made_while_the_offer_is_read(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, EDITION, qtbot)
    assert page.detail.currentWidget() is page.card
    assert {"importing", "news"} <= vars(page.detail).keys()
    assert "compare" not in vars(page.detail)


def test_the_page_tells_what_is_here(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["updates"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page = window.updates
    assert [row.words for row in page.list.editions.rows] == [
        "On this computer",
        "Made-up casebook",
    ]
    assert "Made-up casebook, edition 1" in said(page)
    assert "came with fieldcat" in said(page)


def test_a_file_is_asked_for_and_offered(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["import"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert ".fieldcat" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(EDITION))
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.page is window.updates
    assert "Made-up casebook, edition 2" in said(window.updates)


def test_a_file_is_dropped_on_the_window(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/notes.txt"), QUrl.fromLocalFile(str(EDITION.absolute()))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [offer.origin for offer in window.updating.offers] == [EDITION.absolute()]
    assert window.page is window.updates


def test_what_is_no_edition_is_not_taken_from_the_pointer(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/notes.txt")])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_file_that_comes_while_all_is_hidden_waits(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.hide_content()
    window.updating.open(EDITION)
    assert window.hidden_content
    assert fake.updates.looked_at == []
    window.neutral.back.click()
    qtbot.waitUntil(lambda: window.page is window.updates and not window.jobs.busy)
    assert fake.updates.looked_at == [EDITION]


def test_files_are_looked_at_one_after_the_other_and_the_last_is_shown(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.updating.open(DAMAGED)
    page = opened(window, EDITION, qtbot)
    assert fake.updates.looked_at == [DAMAGED, EDITION]
    assert [offer.step for offer in window.updating.offers] == [Step.OFFERED, Step.REFUSED]
    assert "Made-up casebook, edition 2" in said(page)
