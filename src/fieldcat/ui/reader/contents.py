"""The contents of an entry: its parts in a list, the one that is read set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out
from fieldcat.ui.widgets.words import Words

_MOST_LINES = 2
_SIDE, _ABOVE, _ICON, _BESIDE = 10, 6, 15, 9
"""Sizes at a text scale of 1: beside and above the words of a row, its icon, between the two."""
_Index = QModelIndex | QPersistentModelIndex
_SENSITIVE = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an entry: the name of its piece on the page, its title, whether it is sensitive."""

    key: str
    title: str
    sensitive: bool = False


class Contents(QWidget):
    """A heading over the list of parts. ``chosen`` brings the name of the piece to go to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._panel = False
        self.heading = Words("", TextRole.META_STRONG, theme, ink="text_2", parent=self)
        self.list = _List(theme, self)
        self.list.clicked.connect(self._choose)
        self.list.entered_by_key.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading)
        self._column.addLayout(self._top)
        self._column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        theme.changed.connect(self._dress)
        self._dress()

    def show_parts(self, heading: str, parts: Sequence[Part]) -> None:
        """Show the parts of an entry under a heading."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.list.setAccessibleName(heading)
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        model = self.list.parts
        model.clear()
        for part in parts:
            item = QStandardItem(part.title)
            item.setEditable(False)
            item.setData(part.key, _KEY)
            item.setData(part.sensitive, _SENSITIVE)
            item.setToolTip(part.title)
            said = self.tr("{title}, sensitive").format(title=part.title)
            item.setData(said if part.sensitive else part.title, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the pieces that are listed."""
        return tuple(part.key for part in self._parts)

    def show_here(self, key: str) -> None:
        """Set the part apart that is read: the piece of this name."""
        at = next((row for row, part in enumerate(self._parts) if part.key == key), None)
        if at is not None:
            self.list.show_here(at)

    @property
    def here(self) -> str:
        """The name of the part that is set apart; empty where none is."""
        return self._parts[self.list.here].key if 0 <= self.list.here < len(self._parts) else ""

    def set_panel(self, panel: bool) -> None:
        """Be a panel over the text, with an edge, or a column beside it."""
        self._panel = panel
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.list)
        if self._panel:
            painter.setPen(QColor(self._theme.tokens.control))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_KEY))

    def _dress(self) -> None:
        grown = self._theme.grown
        self._column.setContentsMargins(grown(12), grown(27), grown(10), grown(12))
        self._column.setSpacing(grown(10))
        self._top.setContentsMargins(grown(_SIDE), 0, grown(_SIDE), 0)
        self.list.dress()


class _List(QListView):
    entered_by_key = Signal(QModelIndex)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.here = -1
        self.parts = QStandardItemModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(_PartDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_here(self, row: int) -> None:
        """Set a row apart. The keyboard's own row goes along unless it is at work here."""
        if row != self.here:
            self.here = row
            if not self.hasFocus():
                self.setCurrentIndex(self.parts.index(row, 0))
            self.scrollTo(self.parts.index(row, 0))
            self.viewport().update()

    def dress(self) -> None:
        """Lay the rows out anew."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.here >= 0:
            self.setCurrentIndex(self.parts.index(self.here, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _PartDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: _List) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        height = self._lines(index).height + self._theme.grown(_ABOVE + _ABOVE)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        box = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        here = index.row() == self._view.here
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.wash if here else tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        lines = self._lines(index)
        right = self._view.isRightToLeft()
        side, room = grown(_SIDE), round(lines.laid_width)
        left = box.right() + 1 - side - room if right else side
        lines.paint(painter, QPointF(left, box.top() + grown(_ABOVE)), tokens.text, tokens)
        if index.data(_SENSITIVE):
            size, used = grown(_ICON), round(min(lines.width, room)) + grown(_BESIDE)
            x = box.right() + 1 - side - used - size if right else side + used
            step = line_height(TextRole.INTERFACE, self._theme.scale)
            place = QRect(x, box.top() + grown(_ABOVE) + (step - size) // 2, size, size)
            paint_icon(painter, place, "shield-alert", tokens.text_2)
        if index == self._view.currentIndex() and by_keyboard(self._view):
            paint_ring(painter, QRectF(box), radius=6)
        painter.restore()

    def _lines(self, index: _Index) -> Lines:
        scale, grown, title = self._theme.scale, self._theme.grown, index.data()
        here = index.row() == self._view.here
        role = TextRole.INTERFACE_STRONG if here else TextRole.INTERFACE
        arabic = is_arabic(title)
        gutter = grown(_ICON + _BESIDE) if index.data(_SENSITIVE) else 0
        return lay_out(
            title,
            font(role, scale, arabic=arabic),
            width=max(self._view.viewport().width() - 2 * grown(_SIDE) - gutter, 1),
            line_height=line_height(TextRole.INTERFACE, scale, arabic=arabic),
            most=_MOST_LINES,
            mirrored=self._view.isRightToLeft(),
        )
