"""Says how high the rows of the filters are, and where they stand.

The tree paints them by itself (``facet_painting``): asked row by row, Qt asks back a hundred times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.facet_model import FacetModel, Index


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: a value's, or that of its group where ``row`` is None.

    ``top`` is in pixels from the top of all rows; ``above`` of ``height`` is room for a line.
    """

    group: int
    row: int | None
    top: int
    height: int
    above: int
    unfolded: bool


class FacetDelegate(QStyledItemDelegate):
    """The heights of rows: 26 pixels, and more where a line parts two groups."""

    def __init__(self, theme: Theme, view: QTreeView, model: FacetModel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model

    @property
    def row_height(self) -> int:
        """The height of one row in pixels."""
        return self._theme.scaled(18) + self._theme.grown(8)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(80), self.height(index))

    def height(self, index: Index) -> int:
        """The height of a row in pixels, with the room for a line above it."""
        return self.row_height + self._gap_above(index)

    def places(self) -> Iterator[Place]:
        """All rows that are not folded away, from the top."""
        top, height = 0, self.row_height
        for group in range(self._model.rowCount()):
            index = self._model.index(group, 0)
            unfolded = self._view.isExpanded(index)
            above = self._gap_above(index)
            yield Place(group, None, top, height + above, above, unfolded)
            top += height + above
            for row in range(self._model.rowCount(index) if unfolded else 0):
                yield Place(group, row, top, height, 0, unfolded)
                top += height

    def _gap_above(self, index: Index) -> int:
        """The room above a group for the line that parts it from an unfolded one before it."""
        if index.parent().isValid() or index.row() == 0:
            return 0
        if not self._view.isExpanded(index.sibling(index.row() - 1, 0)):
            return 0
        return self._theme.grown(16 if self._view.isExpanded(_own(index)) else 11)


def _own(index: Index) -> QModelIndex:
    return index.sibling(index.row(), 0)
