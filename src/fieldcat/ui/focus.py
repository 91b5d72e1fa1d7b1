"""The focus ring: two pixels of accent, only after keyboard use.

Around buttons and chips it stands two pixels outside, laid there by ``FocusRing``. Lists paint
their own within the row, and ask ``by_keyboard`` whether to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QRegion, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from shiboken6 import isValid

from fieldcat.ui.style import paint_ring
from fieldcat.ui.tokens import tokens_in_use

RINGED = "ringed"
"""A property: true on a widget other than a button that has the ring outside of it."""

_KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange
"""Qt notes the use of Tab and of shortcuts on the window, and forgets it where that is left, or
where what has the focus goes away."""
_BY_KEYBOARD_BEFORE = "byKeyboardBefore"
_MOUSE = "ledByMouse"
_COVERED = "coveredByToast"
_OUTSIDE = 4
_MOVING = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.DynamicPropertyChange,  # of the window: what is covered
    }
)


def by_keyboard(widget: QWidget) -> bool:
    """Whether a widget has the focus, and came to it by Tab or a shortcut key."""
    return widget.hasFocus() and widget.window().testAttribute(_KEYBOARD)


def note_mouse(window: QWindow) -> None:
    """Note that what happens next in a window of the system is the mouse's doing."""
    window.setProperty(_MOUSE, True)
    QTimer.singleShot(0, window, lambda: window.setProperty(_MOUSE, False))


def focus_from_command(widget: QWidget) -> None:
    """Give a widget the focus after a command; with a ring, unless the mouse gave the command."""
    window = widget.window().windowHandle()
    if window is not None and window.property(_MOUSE):
        forget_keyboard(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def reason_as_before(widget: QWidget) -> Qt.FocusReason:
    """The reason to give the focus to something in a window that shows a ring where it did before.

    For what the program does by itself, or after what takes the focus where it is clicked.
    """
    by_keys = widget.window().testAttribute(_KEYBOARD)
    return Qt.FocusReason.ShortcutFocusReason if by_keys else Qt.FocusReason.OtherFocusReason


def forget_keyboard(widget: QWidget) -> None:
    """Note that the mouse is in use now: rings are shown again at the next use of a key."""
    widget.window().setAttribute(_KEYBOARD, False)
    widget.window().setProperty(_BY_KEYBOARD_BEFORE, False)


def note_covered(window: QWidget, covered: QRect) -> None:
    """Note what of a window a message lies over: the ring is not seen there."""
    window.setProperty(_COVERED, covered)


def take_over_keyboard(old: QWidget, new: QWidget) -> None:
    """Have a new window show rings where the one did that it takes the place of."""
    new.setProperty(_BY_KEYBOARD_BEFORE, old.testAttribute(_KEYBOARD))


class FocusRing(QObject):
    """Lays one ring around whatever button or chip the keyboard has reached.

    A window that is come back to, from a dialog or another program, shows it as it was left. Where
    what has the focus goes away, it stays with what Qt gives the focus to.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def around(self) -> QWidget | None:
        """What the ring is laid around."""
        return None if self._ring is None else self._ring.around

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
        if new is None:
            return
        window = new.window()
        goes_on = old is None or not old.isVisible() or old.window() is not window
        if goes_on and window.property(_BY_KEYBOARD_BEFORE):
            window.setAttribute(_KEYBOARD)
        if QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            forget_keyboard(new)
        window.setProperty(_BY_KEYBOARD_BEFORE, window.testAttribute(_KEYBOARD))
        ringed = isinstance(new, QAbstractButton) or bool(new.property(RINGED))
        if ringed and by_keyboard(new):
            self._ring = _Ring(new)


class _Ring(QWidget):
    """Lies over the window, so that a narrow parent does not cut it off, and follows a widget."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.window())
        self.around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed = [around]
        while (parent := self._followed[-1].parentWidget()) is not None and not parent.isWindow():
            self._followed.append(parent)
        self._followed.append(around.window())
        for widget in self._followed:
            widget.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Go away."""
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        height = self.height() - 2 * _OUTSIDE
        plain = isinstance(self.around, QAbstractButton) and not self.around.objectName()
        round_one = plain and not isinstance(self.around, QToolButton)
        round_one = round_one or self.around.objectName() == "pill"
        # Accent would not be seen on the ground of a toast, which has the colour of text.
        colour = tokens_in_use().surface if self._in_toast else ""
        radius = height / 2 + 3 if round_one else 10
        paint_ring(QPainter(self), QRectF(self.rect()), radius=radius, colour=colour)

    def _follow(self) -> None:
        seen = self.around.visibleRegion().boundingRect()
        if seen.isEmpty():
            self.hide()
            return
        corner = self.around.mapTo(self.window(), seen.topLeft())
        place = QRect(corner, seen.size()).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        covered = self.window().property(_COVERED)
        uncovered = QRegion(place)
        if isinstance(covered, QRect) and not self._in_toast:
            uncovered -= QRegion(covered)
        if uncovered.isEmpty():
            self.hide()
            return
        self.setGeometry(place)
        self.setMask(uncovered.translated(-place.topLeft()))
        self.show()
        self.raise_()

    @property
    def _in_toast(self) -> bool:
        return self.around.objectName() == "inToast"
