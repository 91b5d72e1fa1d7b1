"""Where the pointer is while menus come and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget


def let_go_with(menu: QMenu, opener: Callable[[], QWidget]) -> None:
    """Let the button that opened a menu look as the pointer finds it once the menu is closed.

    The menu has the pointer while it is open, so that Qt does not tell the button that it left.
    """
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, lambda: look_for_pointer(opener())))


def let_second_click_pass(widget: QWidget) -> None:
    """Keep the second click of two from what came under the pointer with the first."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    QTimer.singleShot(
        QApplication.doubleClickInterval(),
        widget,
        lambda: widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False),
    )


def look_for_pointer(widget: QWidget) -> None:
    """Tell a widget that the pointer has left it, where that is so."""
    if not widget.rect().contains(widget.mapFromGlobal(QCursor.pos())):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
        widget.update()
