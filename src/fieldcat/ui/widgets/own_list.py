"""A list of My casebook: arrows choose, Enter opens, Delete removes; several rows at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from fieldcat.domain.entry import EntryId
from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.name_field import NameField
from fieldcat.ui.widgets.own_model import OwnModel, OwnRow, row_at
from fieldcat.ui.widgets.row_delegate import Bookmark as Sign
from fieldcat.ui.widgets.row_delegate import Content, Index, RowDelegate
from fieldcat.ui.widgets.row_list import EntryList

_SIGN = 16


class OwnDelegate(RowDelegate):
    """The look of these rows; the name of a search is changed in its place."""

    def key(self, index: Index) -> Content:
        return row_at(index).content

    def content(self, index: Index) -> Content:
        return row_at(index).content

    def bookmark(self, index: Index) -> Sign:
        return row_at(index).sign

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        scale = self._theme.scale
        arabic = font(TextRole.LIST_TITLE, scale, arabic=True)
        return NameField(
            font(TextRole.LIST_TITLE, scale), arabic, self.tr("Name of the search"), parent
        )

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, NameField)
        editor.take_name(index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, NameField)
        editor.give_name(model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(self.title_rect(option.rect, index).adjusted(-8, -4, 0, 4))


class OwnList(EntryList):
    """One of the lists.

    ``chosen``: the row that has the keyboard is another one; ``picked``: other rows are selected.
    ``opened``: Enter or a double click. ``remove_wanted``: remove what is selected.
    ``sign_pressed`` brings the entry whose bookmark was pressed, ``menu_wanted`` the place of the
    screen for the menu of what is selected.
    """

    chosen = Signal()
    picked = Signal()
    opened = Signal()
    remove_wanted = Signal()
    sign_pressed = Signal(EntryId)
    menu_wanted = Signal(object)
    left_upwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.own = OwnModel(self)
        self.layouts = OwnDelegate(theme, self)
        self._showing = False
        self._told = ""
        self.setModel(self.own)
        self.setItemDelegate(self.layouts)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.clicked_open.connect(lambda _index: self.opened.emit())

    # --- what others call ---------------------------------------------------------------------

    @property
    def row(self) -> OwnRow | None:
        """The row that has the keyboard, if it is selected."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isSelected(index)
        return row_at(index) if selected else None

    @property
    def picked_rows(self) -> tuple[OwnRow, ...]:
        """All rows that are selected, from the top."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return tuple(row_at(index) for index in indexes)

    def show_rows(self, rows: Sequence[OwnRow], *, hold: bool) -> None:
        """Show these rows. ``hold`` keeps what is selected, as far as it is still here.

        Where it is not, the row that stands in its place is selected; without ``hold`` the first.
        ``chosen`` is sent if the row in hand is another one afterwards.
        """
        before = self.row
        held = [row.id for row in self.picked_rows] if hold else []
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._showing = True
        self.layouts.forget()
        self.own.show_rows(rows)
        found = [at for at in map(self.own.row_of, held) if at is not None]
        if not found and rows:
            found = [min(max(place, 0), len(rows) - 1) if hold else 0]
        current = self.own.row_of(before.id) if before is not None and hold else None
        self._select(found, current)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled if hold else 0)
        self._showing = False
        if (before and before.id) != (self.row and self.row.id):
            self._tell_row()
        self.picked.emit()
        self.viewport().update()

    def choose(self, wanted: str) -> None:
        """Select the row of this id alone, if it is here."""
        row = self.own.row_of(wanted)
        if row is not None:
            self.setCurrentIndex(self.own.index(row))

    def choose_entry(self, entry: EntryId) -> None:
        """Select the first row that is about this entry, if there is one."""
        wanted = next((row.id for row in self.own.rows if row.entry == entry), "")
        self.choose(wanted)

    def rename(self) -> None:
        """Let the name in hand be changed in its place, where it can be."""
        index = self.currentIndex()
        if self.own.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit(index)

    def row_to_take(self) -> int | None:
        return 0 if self.row is None and self.own.rows else None

    def drag_of(self, indexes: Sequence[QModelIndex]) -> QDrag:
        """These rows, to be dragged, with a small sign below and beside the pointer."""
        drag = QDrag(self)
        drag.setMimeData(self.own.mimeData(indexes))
        # A picture of the rows, as Qt makes it, lies over the folder that is to take them.
        side = self._theme.grown(_SIGN)
        drag.setPixmap(icon("bookmark", role="accent").pixmap(side, side))
        drag.setHotSpot(QPoint(-side, -side))
        return drag

    # --- events -------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._showing:
            self._tell_row()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._showing:
            # By the mouse, a row is the current one before it is selected: it is in hand only now.
            if self.row is not None and self.row.id != self._told:
                self._tell_row()
            self.picked.emit()
        # The line above a selected row goes with the selection.
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self.state() is QListView.State.EditingState:
            # Enter in a name that is changed arrives here as well, and is done with.
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.picked_rows:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        at = event.position().toPoint()
        index = self.indexAt(at)
        grip = self.bookmark_rect(index).adjusted(-9, -9, 9, 9)
        if index.isValid() and row_at(index).sign is not Sign.NONE and grip.contains(at):
            entry = row_at(index).entry
            if entry is not None and event.button() is Qt.MouseButton.LeftButton:
                self.sign_pressed.emit(entry)
            return
        if index.isValid():
            # Pressed beside the rows, Qt would drop the selection, and the reader stay behind.
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.row is not None:
            below = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        indexes = [
            index
            for index in self.selectedIndexes()
            if self.own.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
        ]
        if indexes:
            self.drag_of(indexes).exec(actions)

    def _tell_row(self) -> None:
        self._told = self.row.id if self.row is not None else ""
        self.chosen.emit()

    def _select(self, rows: Sequence[int], current: int | None) -> None:
        selection = QItemSelection()
        for row in rows:
            selection.select(self.own.index(row), self.own.index(row))
        at = current if current in rows else (rows[0] if rows else None)
        model = self.selectionModel()
        index = QModelIndex() if at is None else self.own.index(at)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
