"""What the tests of the casebook page ask, and wait for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
REPORTING = {Facet.TOPIC: frozenset({"reporting"})}
NOTHING = Query(
    "helplne tanzania", {Facet.KIND: frozenset({"term"}), Facet.YEAR: frozenset({"2022"})}
)
Ask = Callable[[MainWindow, Query], None]


def shown_words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))
