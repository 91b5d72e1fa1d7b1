"""Where a window stands on a screen: whole, with its frame, whatever the screen's size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 720)
"""The usual size in pixels, without the frame: that of the first start."""

FRAME = QMargins(4, 36, 4, 4)
"""What a desktop puts around a window, in pixels, as long as it has not told: rather too much."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the window stands without its frame, and whether it fills the screen instead."""

    place: QRect
    filled: bool = False


def placed(place: QRect, available: QRect, frame: QMargins) -> Placing:
    """Where a window stands that asks for ``place``, all in pixels.

    ``available`` is what the desktop leaves of the screen. A window that has room stays as it is.
    One that has not is moved and made smaller; where that leaves less than the usual size, it fills
    the screen, for every line counts there.
    """
    room = available.marginsRemoved(frame)
    if room.contains(place):
        return Placing(place)
    size = place.size().boundedTo(room.size())
    left = max(room.left(), min(place.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - size.height()))
    small = FIRST_SIZE.boundedTo(room.size()) != FIRST_SIZE
    return Placing(QRect(QPoint(left, top), size), filled=small and size != place.size())


def frame_of(window: QWidget) -> tuple[int, ...]:
    """What the desktop puts around a window that is shown: left, top, right, bottom, in pixels.

    Empty where it puts nothing there, or has not told.
    """
    inner, outer = window.geometry(), window.frameGeometry()
    sides = (
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    return sides if any(sides) else ()


def put_on_screen(window: QWidget, available: QRect, frame: tuple[int, ...] = ()) -> None:
    """Let a window that is not shown yet open so that all of it is seen.

    ``frame`` is what was around the last one, as ``frame_of`` gives it: with a guess a window that
    fits to the pixel would be moved.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    # At the first start the desktop chooses the place: only what was kept has one.
    kept = window.testAttribute(Qt.WidgetAttribute.WA_Moved)
    asked = window.geometry() if kept else QRect(available.topLeft(), window.size())
    placing = placed(asked, available, QMargins(*frame) if frame else FRAME)
    window.resize(placing.place.size())
    if kept:
        window.setGeometry(placing.place)
    if placing.filled:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
