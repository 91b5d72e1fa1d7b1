"""What is said at the foot of the page; while everything is hidden, only afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from fieldcat.ui.hiding import Hiding
from fieldcat.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class _Words:
    words: str
    act: str
    acts: Callable[[], object] | None


class Telling(QObject):
    """Leads what is to be said to the toast. Of what came while hidden, the newest is said."""

    def __init__(self, toast: Toast, hiding: Hiding, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._toast = toast
        self._hiding = hiding
        self._held: _Words | None = None
        hiding.changed.connect(self._on_hiding_changed)

    def say(self, words: str, act: str = "", acts: Callable[[], object] | None = None) -> None:
        """Say something; a button ``act`` does ``acts``."""
        if self._hiding.hidden:
            self._held = _Words(words, act, acts)
        else:
            self._toast.say(words, act, acts)

    def _on_hiding_changed(self) -> None:
        if self._held is not None and not self._hiding.hidden:
            held, self._held = self._held, None
            self._toast.say(held.words, held.act, held.acts)
