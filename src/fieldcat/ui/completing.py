"""Makes a window's further parts in steps once its first picture is painted, all at once if wanted.

Why a window is made so: docs/adr/0015-a-window-in-two-stages.md.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from fieldcat.ui.after_paint import AfterPaint

Step = Callable[[], object]

_WANTING = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.DragEnter,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)
"""What a person does that a window must be whole for."""


class Completing(QObject):
    """The steps that are still to be taken. ``act`` of `when_done` comes once none is left.

    Letters for the field that has the keyboard are taken without; before anything else that the
    person does, all steps are taken.

    A step that comes to a fault raises it, and ``failed`` brings it, too: the window does not
    become whole, which a turn of the loop has nobody to tell. An act that does so keeps no other
    from its turn: the window is whole, and the fault goes where all go that nobody foresaw.
    """

    failed = Signal(Exception)

    def __init__(self, steps: Iterable[Step], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = deque(steps)
        self._after: list[Step] = []
        self._handle: QWindow | None = None

    @property
    def done(self) -> bool:
        """Whether the window is whole."""
        return not self._steps

    def when_done(self, act: Step) -> None:
        """Do this once the window is whole; now where it is."""
        if self.done:
            act()
        else:
            self._after.append(act)

    def complete(self) -> None:
        """Take all steps that are left."""
        while self._steps:
            self._take()

    def begin(self, painted: QWidget, handle: QWindow | None) -> None:
        """Take one step in each turn of the loop, once something is ``painted``.

        ``handle`` is where the window's events come in.
        """
        if self.done:
            return
        if handle is not None:
            self._handle = handle
            handle.installEventFilter(self)
        AfterPaint(painted, self._go_on)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _WANTING and not _is_letter(event):
            self.complete()
        return False

    def _go_on(self) -> None:
        if self._steps:
            self._take()
            QTimer.singleShot(0, self, self._go_on)

    def _take(self) -> None:
        step = self._steps.popleft()
        try:
            step()
        except Exception as fault:
            self._steps.appendleft(step)
            self.failed.emit(fault)
            raise
        if self._steps:
            return
        if self._handle is not None:
            self._handle.removeEventFilter(self)
            self._handle = None
        after, self._after = self._after, []
        for act in after:
            try:
                act()
            except Exception as fault:
                # Whoever made the window whole, as by a click, asked for something else.
                sys.excepthook(type(fault), fault, fault.__traceback__)


def _is_letter(event: QEvent) -> bool:
    """Whether a key was pressed that writes a letter, and does nothing else."""
    if not isinstance(event, QKeyEvent) or not event.text().isprintable() or not event.text():
        return False
    commanding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not event.modifiers() & (commanding | Qt.KeyboardModifier.MetaModifier)
