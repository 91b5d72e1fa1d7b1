"""What the views of an update share: words that scroll, over a foot that never does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.foot import Foot

_ROOMY = 400
"""How high a view is at a scale of 1 that has room for spaces."""


def sheet_over(foot: Foot, view: QWidget) -> QScrollArea:
    """Fill a view with a sheet and its foot; the sheet scrolls up and down only."""
    sheet = QScrollArea()
    sheet.setFrameShape(QFrame.Shape.NoFrame)
    sheet.setWidgetResizable(True)
    sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(sheet, 1)
    column.addWidget(foot)
    return sheet


def space_above(view: QWidget, theme: Theme) -> int:
    """The space over the words of a sheet, in pixels: less where little else would be in view."""
    return theme.grown(24 if view.height() / theme.scale >= _ROOMY else 8)


def set_in_sheet(sheet: QScrollArea, column: QVBoxLayout, theme: Theme, *, widest: int) -> None:
    """Show a column on a sheet, no wider than lines can be read (``widest`` at a scale of 1)."""
    grown = theme.grown
    holder = QWidget()
    holder.setLayout(column)
    holder.setMaximumWidth(theme.scaled(widest))
    inner = QWidget()
    inner.setObjectName("surface")
    outer = QHBoxLayout(inner)
    outer.setContentsMargins(grown(28), grown(24), grown(28), grown(20))
    outer.addWidget(holder, 100)
    outer.addStretch(1)
    sheet.setWidget(inner)
