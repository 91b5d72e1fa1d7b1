"""Waits for what a window does by itself, and does not give up because the machine is busy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000
"""Usual are five seconds. Where other work takes the processors, a window may need as long to open
without any fault; a test that passes waits no longer for it."""


class PatientBot(QtBot):
    """Waits as long as ``PATIENCE_MS`` where no other time is named."""

    def waitUntil(  # noqa: N802 - as pytest-qt has it, like those below
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - pytest-qt's name
        self, signal: SignalInstance, *, timeout: int = PATIENCE_MS, **named: Any
    ) -> Any:
        return super().waitSignal(signal, timeout=timeout, **named)

    def waitSignals(  # noqa: N802 - pytest-qt's name
        self, signals: Iterable[SignalInstance], *, timeout: int = PATIENCE_MS, **named: Any
    ) -> Any:
        return super().waitSignals(list(signals), timeout=timeout, **named)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:  # noqa: N802 - pytest-qt's name
        return super().waitExposed(widget, timeout=timeout)
