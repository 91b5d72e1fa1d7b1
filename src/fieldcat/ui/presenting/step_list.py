"""The steps of a session in the trainer's window: shown, being shown, sensitive."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fieldcat.domain.presenting import Show
from fieldcat.domain.session import Step
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number
from fieldcat.ui.sessions.wording import step_name
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out
from fieldcat.ui.widgets.plain_rows import RowHeights
from fieldcat.ui.widgets.row_delegate import Index

_SIDE, _ABOVE, _NUMBER, _SIGN, _OUTER = 10, 8, 22, 16, 6


class Role(IntEnum):
    """What a row tells besides Qt's own roles."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    SIGN = Qt.ItemDataRole.UserRole + 2
    CURRENT = Qt.ItemDataRole.UserRole + 3
    SHOWN = Qt.ItemDataRole.UserRole + 4


class StepModel(QAbstractListModel):
    """One row a step; `show_place` says where the session stands."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self._names = [step_name(step) for step in steps]
        self._show: Show | None = None

    def show_place(self, show: Show) -> None:
        """Show where the session stands."""
        self._show = show
        if self._names:
            self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, show = index.row(), self._show
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names[row]
        if show is None:
            return None
        sensitive, shown = show.stages[row].sensitive, row in show.shown
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row, sensitive=sensitive, shown=shown)
            case Role.NUMBER:
                return number(row + 1)
            case Role.SIGN:
                done = shown and row != show.at
                return "shield-alert" if sensitive else "check" if done else ""
            case Role.CURRENT:
                return row == show.at
            case Role.SHOWN:
                return shown
        return None

    def _said(self, row: int, *, sensitive: bool, shown: bool) -> str:
        parts = [self.tr("Step {number}").format(number=number(row + 1)), self._names[row]]
        if sensitive:
            parts.append(self.tr("Sensitive"))
        if shown:
            parts.append(self.tr("Shown"))
        return ", ".join(parts)


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: StepList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._title(index).height + 2 * self._theme.grown(_ABOVE)
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        outer = self._theme.grown(_OUTER)
        box = QRect(option.rect).adjusted(outer, 0, -outer, 0)
        current = bool(index.data(Role.CURRENT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.setBrush(QColor(tokens.wash if current else tokens.hover))
            painter.drawRoundedRect(box, 8, 8)
        if current:
            bar = QRect(box.left(), box.top() + 6, grown(3), box.height() - 12)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(self._mirror(bar, box), 1.5, 1.5)
        top = box.top() + grown(_ABOVE)
        role = TextRole.META
        place = QRect(box.left() + grown(6), top, grown(_NUMBER), line_height(role, self._scale))
        painter.setFont(font(role, self._scale))
        painter.setPen(QColor(tokens.text_2))
        painter.drawText(
            self._mirror(place, box), Qt.AlignmentFlag.AlignCenter, str(index.data(Role.NUMBER))
        )
        title = self._title(index)
        words = QRect(box.left() + grown(_NUMBER + 12), top, self._room(index), title.height)
        ink = tokens.text_2 if index.data(Role.SHOWN) and not current else tokens.text
        title.paint(painter, QPointF(self._mirror(words, box).topLeft()), ink, tokens)
        sign = str(index.data(Role.SIGN) or "")
        if sign:
            side = grown(_SIGN)
            at = QRect(box.right() - grown(_SIDE) - side, top + 1, side, side)
            paint_icon(painter, self._mirror(at, box), sign, tokens.text_2)
        # The list has the keyboard only while one goes to a step.
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and by_keyboard(self._view):
            paint_ring(painter, QRectF(box), radius=8)
        painter.restore()

    @property
    def _scale(self) -> float:
        return self._theme.scale

    def _mirror(self, rect: QRect, box: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), box, rect)

    def _room(self, index: Index) -> int:
        grown = self._theme.grown
        sign = _SIGN + 6 if index.data(Role.SIGN) else 0
        taken = grown(2 * _OUTER + 12 + _NUMBER + sign + _SIDE)
        return max(self._view.viewport().width() - taken, 40)

    def _title(self, index: Index) -> Lines:
        role = TextRole.META_STRONG if index.data(Role.CURRENT) else TextRole.META
        return lay_out(
            str(index.data()),
            font(role, self._scale),
            width=self._room(index),
            line_height=line_height(role, self._scale),
            most=3,
            mirrored=self._view.isRightToLeft(),
        )


class StepList(QListView):
    """The list to jump in: a click or Enter goes to a step."""

    wanted = Signal(int)
    """Go to the step at this place."""
    left = Signal()
    """Esc: no step was chosen."""

    def __init__(self, steps: tuple[Step, ...], theme: Theme) -> None:
        super().__init__()
        self.steps = StepModel(steps)
        self.setModel(self.steps)
        self.setItemDelegate(_StepDelegate(theme, self))
        self._heights = RowHeights(self)
        self.setAccessibleName(self.tr("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.setViewportMargins(0, theme.grown(8), 0, theme.grown(8))
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        theme.changed.connect(self.doItemsLayout)

    def show_place(self, show: Show) -> None:
        """Show where the session stands, with that step in view."""
        self.steps.show_place(show)
        # The current one is set in bold, and may need a line more.
        self.scheduleDelayedItemsLayout()
        index = self.steps.index(show.at)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
