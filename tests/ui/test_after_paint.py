from __future__ import annotations

import weakref

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui import after_paint
from fieldcat.ui.after_paint import AfterPaint


class Painted(QWidget):
    """Notes its paints among what else is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's own name
        self.noted.append("painted")


def test_it_acts_once_when_the_widget_was_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A busy machine may take half a second to paint: where that is too late is told below.
    monkeypatch.setattr(after_paint, "_AT_LATEST_MS", 3_600_000)
    widget = Painted()
    qtbot.addWidget(widget)
    AfterPaint(widget, lambda: widget.noted.append("acted"))
    widget.show()
    qtbot.waitUntil(lambda: "acted" in widget.noted)
    widget.repaint()
    assert widget.noted[0] == "painted"
    assert widget.noted.count("acted") == 1


def test_it_acts_though_the_widget_is_never_painted(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    AfterPaint(widget, lambda: widget.noted.append("acted"))
    qtbot.waitUntil(lambda: widget.noted == ["acted"])


def test_what_it_called_is_let_go_of_before_it_goes_itself(qtbot: QtBot) -> None:
    """What is called may hold the widget, which would delete it a second time."""

    class Act:
        def __call__(self) -> None:
            widget.noted.append("acted")

    widget = Painted()
    qtbot.addWidget(widget)
    act = Act()
    held = weakref.ref(act)
    after = AfterPaint(widget, act)
    after.destroyed.connect(lambda: widget.noted.append("held" if held() else "let go of"))
    del act
    qtbot.waitUntil(lambda: len(widget.noted) == 2)
    assert widget.noted == ["acted", "let go of"]
