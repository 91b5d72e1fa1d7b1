"""The list of sessions: what each is called, when, for whom, and how far its plan is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from fieldcat.domain.session import Session
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, Index, RowDelegate


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session or template; a header has no ``id``. ``steps`` is how many there are."""

    id: str
    content: Content
    session: Session | None = None
    shipped: str = ""
    steps: int = 0


class SessionRole(IntEnum):
    """What a row tells besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SessionModel(QAbstractListModel):
    """Sessions, then templates, each under a header."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SessionRow, ...] = ()

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these rows."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def row_of(self, id: str) -> int | None:
        """Where a session stands, if it is here."""
        return next((at for at, row in enumerate(self.rows) if row.id and row.id == id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.rows[index.row()].id:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == SessionRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.content.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            content = row.content
            tags = (tag.words for tag in content.tags)
            parts = [content.title, content.meta, *tags, content.words]
            return ". ".join(part.rstrip(".") for part in parts if part)
        return None


class SessionDelegate(RowDelegate):
    """The look of these rows."""

    ruled = False

    def key(self, index: Index) -> SessionRow | None:
        row = index.data(SessionRole.ROW)
        return row if isinstance(row, SessionRow) and row.id else None

    def content(self, index: Index) -> Content:
        row = index.data(SessionRole.ROW)
        assert isinstance(row, SessionRow)
        return row.content

    def bookmark(self, _index: Index) -> Bookmark:
        return Bookmark.NONE


class SessionList(QListView):
    """``opened``: open the row in hand. ``remove_wanted``: take it away. ``menu_wanted`` there."""

    chosen = Signal()
    opened = Signal()
    remove_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = SessionModel(self)
        self.setModel(self.sessions)
        self._delegate = SessionDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Sessions"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        theme.changed.connect(self._on_theme_changed)

    @property
    def row(self) -> SessionRow | None:
        """The row in hand."""
        at = self.currentIndex().row()
        return self.sessions.rows[at] if 0 <= at < len(self.sessions.rows) else None

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these rows; the one in hand stays in hand."""
        before = self.row
        self._delegate.forget()
        self.sessions.show_rows(rows)
        self.choose(before.id if before is not None else "")

    def choose(self, id: str) -> None:
        """Take a session in hand, or the first one."""
        at = self.sessions.row_of(id)
        if at is None:
            at = next((at for at, row in enumerate(self.sessions.rows) if row.id), None)
        if at is not None:
            self.setCurrentIndex(self.sessions.index(at))

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        self._delegate.set_low(low)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        if keyed and self.row is not None:
            below = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(below))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None:
            self.choose("")
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
