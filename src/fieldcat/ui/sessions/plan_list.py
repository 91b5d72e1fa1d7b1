"""The list of steps: dragged to order, or moved with Alt and the arrows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QSpinBox, QWidget

from fieldcat.domain.session import MOST_MINUTES
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.plan_delegate import PlanDelegate
from fieldcat.ui.sessions.plan_model import PlanModel
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Index

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PlanList(QListView):
    """``chosen``: another step is selected. ``opened``: it is to be changed, with Enter.

    ``remove_wanted``: the selected one is to be taken out. ``menu_wanted`` with a place on the
    screen.
    """

    chosen = Signal()
    opened = Signal()
    remove_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._theme = theme
        self._step = ""
        self._row = 0
        # Of this plan: the steps that were there once, and those that are.
        self._seen: set[str] = set()
        self._there: set[str] = set()
        self._edited = QModelIndex()
        self._pressed = QPersistentModelIndex()
        self._stepping = False
        self.steps = PlanModel(plan, self)
        self.setModel(self.steps)
        self._delegate = PlanDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Steps of the session"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.steps.minutes_set.connect(self._on_minutes_set)
        self.steps.moved.connect(self._move)
        self.steps.modelReset.connect(self._on_reset)
        self.steps.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme.changed.connect(self._on_theme_changed)

    @property
    def step(self) -> str:
        """The id of the selected step; empty where there is none."""
        at = self.currentIndex().row()
        return self.steps.rows[at].id if 0 <= at < len(self.steps.rows) else ""

    def choose(self, id: str) -> None:
        """Select a step."""
        at = self.steps.row_of(id)
        if at is not None:
            self.setCurrentIndex(self.steps.index(at))

    def choose_when_there(self, id: str) -> None:
        """Select a step of a plan that is still being read; none where ``id`` is empty."""
        self._row = 0  # of another plan
        self._seen.clear()
        if id:
            self.choose(id)
            self._step = id

    def move_by(self, by: int) -> None:
        """Move the selected step up (-1) or down (1)."""
        at = self.steps.row_of(self.step)
        if at is not None and 0 <= at + by < len(self.steps.rows):
            self._move(self.step, at + by)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for grips and icons."""
        self._delegate.set_roomy(roomy)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._step = self.step
        self._row = max(current.row(), 0)
        self._edit(self.currentIndex())
        self.scheduleDelayedItemsLayout()
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._stepping = self._press_step(event)
        if self._stepping:
            return
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)
        if self._pressed.isValid():
            # Without its notes the step that was in hand is lower, and those below move up: Qt
            # would select the one that came under the pointer.
            self.setCurrentIndex(self.steps.index(self._pressed.row()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._stepping:
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick presses change the minutes twice, and open nothing.
        self._stepping = self._press_step(event)
        if self._stepping:
            return
        if self._pressed.isValid() and self._pressed.row() == self.currentIndex().row():
            self.opened.emit()  # wherever it stands since the first press
        else:
            super().mouseDoubleClickEvent(event)

    def _press_step(self, event: QMouseEvent) -> bool:
        """Change the minutes of a row by one, if that was pressed.

        It is not taken in hand: with notes it would grow, and the one that was in hand shrink, so
        that another press at the same place would come to something else.
        """
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return False
        by = self._delegate.step_at(self.visualRect(index), place)
        if by:
            minutes = self.steps.rows[index.row()].minutes
            self.steps.setData(index, min(max(minutes + by, 0), MOST_MINUTES))
        return bool(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._stepping:
            self._stepping = False
            return
        super().mouseReleaseEvent(event)
        # Qt takes the keys to the minutes of a row that was clicked: Delete deleted digits there.
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        if keyed and self.step:
            below = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))
        elif self._pressed.isValid():
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.step and self.steps.rows:
            self.setCurrentIndex(self.steps.index(0))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.scheduleDelayedItemsLayout()

    def _edit(self, index: QModelIndex) -> None:
        """Open the editor of the minutes in the selected row; there is never another."""
        before = self._edited
        if before.isValid() and before.row() < len(self.steps.rows):
            self.closePersistentEditor(before)
        self._edited = index
        if index.isValid():
            self.openPersistentEditor(index)
            editor = self.indexWidget(index)
            if isinstance(editor, QSpinBox) and not editor.hasFocus():
                editor.lineEdit().deselect()  # Qt marks the number as if it were being typed

    def _move(self, id: str, to: int) -> None:
        self._step = id
        self._plan.move(id, to)

    def _on_minutes_set(self, id: str, minutes: int) -> None:
        session = self._plan.session
        step = session.step(id) if session is not None else None
        if step is not None:
            self._plan.type_step(replace(step, minutes=minutes))

    def _on_reset(self) -> None:
        self._edited = QModelIndex()
        there = {row.id for row in self.steps.rows}
        back = (there - self._there) & self._seen
        self._seen, self._there = self._seen | there, there
        # What was taken out and is back is in hand again: Delete, pressed once more, is for it.
        at = self.steps.row_of(min(back) if len(back) == 1 else self._step)
        if at is None and self.steps.rows:
            # It was taken out: its neighbour is in hand, not the first of all.
            at = min(self._row, len(self.steps.rows) - 1)
        if at is not None:
            self.setCurrentIndex(self.steps.index(at))

    def _on_theme_changed(self) -> None:
        self._edit(self.currentIndex())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
