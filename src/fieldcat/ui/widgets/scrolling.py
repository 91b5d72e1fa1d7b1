"""What scrolls: in a dialog, so that its buttons stay on a screen too low for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget


def use_own_viewport(area: QAbstractScrollArea) -> None:
    """Have an area show what it shows on a widget of Python's, which is as Qt's own.

    To find out what kind of widget Qt's own is, the binding makes each class of widgets there is:
    sixty enumerations, as the first picture of a window is waited for.
    """
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def scrolling(inner: QWidget) -> QScrollArea:
    """An area with no frame of its own, as wide as it is given, that scrolls up and down."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
