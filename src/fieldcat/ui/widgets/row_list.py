"""What lists of rows share: how they take up the keyboard, and are laid out anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QToolTip, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Index, RowDelegate
from fieldcat.ui.widgets.scrolling import use_own_viewport

R = TypeVar("R")


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows as they are given, one for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[R, ...] = ()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)


class LayingOut(Protocol):
    """A delegate that keeps what it laid out."""

    def forget(self) -> None:
        """Drop all layouts."""


class RowList(QListView):
    """A list whose delegate, ``layouts``, keeps what it laid out for a width and a theme."""

    layouts: LayingOut

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        use_own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.changed.connect(self._on_theme_changed)

    def row_to_take(self) -> int | None:
        """The row that is to be in hand once the keyboard comes, where none is; None for none."""
        any_here = self.model().rowCount() > 0
        return 0 if any_here and not self.currentIndex().isValid() else None

    def lay_out_again(self) -> None:
        """Lay the rows out: what the delegate kept is out of date."""
        self.layouts.forget()
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A click says itself which row it takes in hand, if any: one on a bookmark does not.
        clicked = event.reason() is Qt.FocusReason.MouseFocusReason
        if not clicked and (row := self.row_to_take()) is not None:
            self.setCurrentIndex(self.model().index(row, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Rows are as high as their words need at this width; Qt asks again only if told to.
            self.lay_out_again()

    def _on_theme_changed(self) -> None:
        self.lay_out_again()
        self.viewport().update()


class EntryList(RowList):
    """A list whose rows are painted as entries are: with a bookmark, and whole titles in tips.

    ``clicked_open``: a row was clicked where one click opens, as nothing else would show it.
    """

    layouts: RowDelegate
    clicked_open = Signal(QModelIndex)
    click_opens = False
    _pressed = QModelIndex()

    def set_low(self, low: bool) -> None:
        """Whether the window is low: smaller paddings."""
        self.layouts.set_low(low)
        self.scheduleDelayedItemsLayout()

    def bookmark_rect(self, index: Index) -> QRect:
        """Where a row's bookmark stands in the viewport."""
        return self.layouts.bookmark_rect(self.visualRect(index))

    def is_cut_off(self, index: Index) -> bool:
        """Whether a row's title does not fit; it is whole in the row's tip."""
        return self.layouts.is_elided(index, self.viewport().width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        clicked = event.button() is Qt.MouseButton.LeftButton and index == self._pressed
        self._pressed = QModelIndex()
        super().mouseReleaseEvent(event)
        if self.click_opens and plain and clicked and index.isValid():
            self.clicked_open.emit(index)

    def reset(self) -> None:
        # A tip would name a row that is no longer under the pointer.
        QToolTip.hideText()
        super().reset()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and self.is_cut_off(index):
                QToolTip.showText(event.globalPos(), str(index.data()), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
