"""What is kept as a tree at the leading side: arrows choose, F2 renames, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QTreeView, QWidget

from fieldcat.services.answers import Kept
from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.shelf_delegate import ShelfDelegate
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, ShelfModel, ShelfRole, Spot


class ShelfTree(QTreeView):
    """The lists and folders. ``chosen``: show this one. It is as high as its rows, and no higher.

    ``entered``: go on to the list. ``menu_wanted``: the menu of the chosen one, at this place of
    the screen. ``remove_wanted``: remove the chosen folder.
    """

    chosen = Signal(Spot)
    entered = Signal()
    menu_wanted = Signal(object)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shelves = ShelfModel(self)
        self._delegate = ShelfDelegate(theme, self)
        self._spot = ALL_KEPT
        self._folded: set[int] = set()
        self._showing = False
        self.setModel(self.shelves)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("What you keep"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.viewport().setAutoFillBackground(False)
        self.expanded.connect(self._on_folding)
        self.collapsed.connect(self._on_folding)
        theme.changed.connect(self._fit)
        self._choose_rows()

    @property
    def spot(self) -> Spot:
        """The list or folder that is chosen."""
        return self._spot

    def show_kept(self, kept: Kept) -> None:
        """Show these folders and counts; where the chosen folder is gone, all that is kept."""
        self._showing = True
        self.shelves.show_kept(kept)
        self._showing = False
        self._choose_rows()

    def choose(self, spot: Spot) -> None:
        """Choose a list or folder."""
        self.setCurrentIndex(self.shelves.index_of(spot))

    def rename(self, spot: Spot) -> None:
        """Let the name of a folder be changed in its place."""
        index = self.shelves.index_of(spot)
        if spot.folder is not None and index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit(index)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(80), min(self._height(), 3 * self._delegate.row_height))

    # --- choosing -----------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        indexes = selected.indexes()
        if indexes and not self._showing:
            spot: Spot = indexes[0].data(ShelfRole.SPOT)
            if spot != self._spot:
                self._spot = spot
                self.chosen.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, back = back, forward
        if self.state() is QTreeView.State.EditingState:
            # Enter in a name that is changed arrives here as well, and is done with.
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_F2:
            self.rename(self._spot)
        elif key == Qt.Key.Key_Delete and self._spot.folder is not None:
            self.remove_wanted.emit()
        elif key == forward and (self.isExpanded(index) or not self._inner(index)):
            self.entered.emit()
        elif key == forward:
            self.expand(index)
        elif key == back:
            self._go_up(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._delegate.arrow_rect(self._row_rect(index), index).contains(at):
            self.setExpanded(index, not self.isExpanded(index))
            return
        if index.isValid():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.rename(index.data(ShelfRole.SPOT))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))
        elif self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and self._delegate.is_elided(index, self.viewport().width()):
                QToolTip.showText(event.globalPos(), str(index.data()), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    # --- dragging -----------------------------------------------------------------------------

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # Not Qt's own: it would offer places between the rows, whose order is that of the names.
        index = self.indexAt(event.position().toPoint())
        fits = index.isValid() and self.shelves.canDropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, -1, -1, index
        )
        self._mark_drop(index.data(ShelfRole.SPOT) if fits else None)
        if fits:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(None)
        index = self.indexAt(event.position().toPoint())
        self.shelves.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, -1, -1, index)
        # What was dragged moves once that is written: the view that it came from removes nothing.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QTreeView.State.NoState)

    def _mark_drop(self, spot: Spot | None) -> None:
        self._delegate.dropped_on = spot
        self.viewport().update()

    # --- rows ---------------------------------------------------------------------------------

    def _choose_rows(self) -> None:
        self._showing = True
        for number in (None, *self.shelves.folders):
            index = self.shelves.index_of(Spot(ALL_KEPT.shelf, number))
            self.setExpanded(index, number is None or number not in self._folded)
        gone = not self.shelves.has(self._spot)
        if gone:
            self._spot = ALL_KEPT
        self.setCurrentIndex(self.shelves.index_of(self._spot))
        self._showing = False
        self._fit()
        if gone:
            self.chosen.emit(self._spot)

    def _on_folding(self, index: QModelIndex) -> None:
        spot: Spot = index.data(ShelfRole.SPOT)
        if spot.folder is not None and not self._showing:
            self._folded ^= {spot.folder}
        self._fit()

    def _go_up(self, index: QModelIndex) -> None:
        if self._inner(index) and self.isExpanded(index) and index.parent().isValid():
            self.collapse(index)
        elif index.parent().isValid():
            self.setCurrentIndex(index.parent())

    def _inner(self, index: QModelIndex) -> int:
        return self.shelves.rowCount(index)

    def _row_rect(self, index: QModelIndex) -> QRect:
        row = self.visualRect(index)
        return QRect(0, row.top(), self.viewport().width(), row.height())

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def _height(self) -> int:
        height = 0
        index = self.shelves.index(0, 0)
        while index.isValid():
            height += self._delegate.height(index)
            index = self.indexBelow(index)
        return height
