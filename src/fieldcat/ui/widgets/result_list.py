"""The list of results: arrows choose and the reader follows, Enter opens large, Ctrl+D keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from fieldcat.domain.head import EntryId
from fieldcat.domain.how import How
from fieldcat.domain.query import Answer, Excerpt
from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.style import fill
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.result_delegate import ResultDelegate
from fieldcat.ui.widgets.result_model import ResultModel, ResultRole
from fieldcat.ui.widgets.row_list import EntryList


class ResultList(EntryList):
    """What was found. ``chosen``: the selection moved to this entry; ``opened``: open it large.

    ``passage_chosen``: it moved to this passage of an entry. ``menu_wanted``: the menu of the row
    that is selected, at this place of the screen.
    """

    chosen = Signal(EntryId)
    passage_chosen = Signal(Excerpt)
    opened = Signal(EntryId)
    keep_toggled = Signal(EntryId)
    left_upwards = Signal()
    menu_wanted = Signal(object)

    def __init__(
        self, theme: Theme, country: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.results = ResultModel(country, self)
        self.layouts = ResultDelegate(theme, self)
        self.setModel(self.results)
        self.setItemDelegate(self.layouts)
        self.setAccessibleName(self.tr("Entries found"))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        # Who paints every pixel lets Qt move what stays in sight when the list is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.doubleClicked.connect(self._open)
        self.clicked_open.connect(self._open)

    @property
    def selected(self) -> EntryId | None:
        """The entry that is selected, or that a passage of is."""
        entry: EntryId | None = self.currentIndex().data(ResultRole.ENTRY)
        return entry

    def room(self) -> int:
        """How many results can be in sight at once, and one that begins below."""
        return self.viewport().height() // self.layouts.least_height + 2

    def show_answer(self, answer: Answer, *, hold: bool) -> None:
        """Show the hits of an answer and select one.

        ``hold`` keeps the entry that is selected, where it is still among them; else the first is
        selected. ``chosen`` is sent in either case.
        """
        before = self.selected
        bar_to_come = self._needs_bar(answer) and not self.verticalScrollBar().isVisible()
        if bar_to_come:
            # There before rows are laid out, which would be done a second time beside it.
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.layouts.tidy()
        changed = self.results.show_answer(answer)
        row = self.results.row_of(before) if hold and before is not None else None
        if row is None:
            row = self.results.first
            self.scrollToTop()
        if row is not None and not changed and row == self.currentIndex().row():
            self._tell_chosen()
        elif row is not None:
            self.setCurrentIndex(self.results.index(row))
        if bar_to_come:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _needs_bar(self, answer: Answer) -> bool:
        """Whether an answer has more rows than there is room for, however low each of them is."""
        return len(answer.hits) * self.layouts.least_height > self.viewport().height()

    def select(self, entry: EntryId) -> None:
        """Select an entry if it is here; else none."""
        row = self.results.row_of(entry)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.selected != entry:
            self.setCurrentIndex(self.results.index(row))

    def row_to_take(self) -> int | None:
        return None if self.currentIndex().isValid() else self.results.first

    def set_news(self, news: Mapping[EntryId, How]) -> None:
        """Mark what is new or changed, and not seen yet."""
        self.results.set_news(news)
        self.scheduleDelayedItemsLayout()  # a row may have one line more or less

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if selected.indexes():
            self._tell_chosen()
        # The line above a selected row goes with the selection.
        for index in (*selected.indexes(), *deselected.indexes()):
            self.viewport().update(self.visualRect(index).adjusted(0, -1, 0, 0))

    def _tell_chosen(self) -> None:
        entry, excerpt = self.selected, self.currentIndex().data(ResultRole.EXCERPT)
        if excerpt is not None:
            self.passage_chosen.emit(excerpt)
        elif entry is not None:
            self.chosen.emit(entry)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._theme.tokens.list)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = self.results.first
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected is not None:
            self.opened.emit(self.selected)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() in (first, -1):
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyed else self.indexAt(event.pos())
        if index.data(ResultRole.ENTRY) is None:
            return
        self.setCurrentIndex(index)
        below = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit(below if keyed else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        index = self.indexAt(event.position().toPoint())
        grip = self.bookmark_rect(index).adjusted(-9, -9, 9, 9)
        is_hit = index.data(ResultRole.HIT) is not None
        if is_hit and grip.contains(event.position().toPoint()):
            if event.button() is Qt.MouseButton.LeftButton:
                self.keep_toggled.emit(index.data(ResultRole.ENTRY))
            return
        super().mousePressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry: EntryId | None = index.data(ResultRole.ENTRY)
        if entry is not None:
            self.opened.emit(entry)
