"""«Move to…»: a small list of folders, chosen with the arrows or by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.finding import occurrences
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.one_line import OneLine
from fieldcat.ui.widgets.row_delegate import Index

_WIDTH = 280
_MOST_ROWS = 9
_ROW, _AROUND = 20, 10
"""Sizes at a scale of 1: of a row's text, and around it."""


class _Rows(QStyledItemDelegate):
    """Rows that are high enough to be pressed, the one that Enter takes on a wash with a bar."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), self._theme.scaled(_ROW) + self._theme.grown(_AROUND))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, inset = self._theme.tokens, self._theme.grown(10)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(QColor(tokens.wash))
            painter.drawRoundedRect(option.rect, 6, 6)
            bar = QRect(option.rect.left(), option.rect.top() + 6, self._theme.grown(3), 0)
            bar.setHeight(option.rect.height() - 12)
            painter.setBrush(QColor(tokens.accent))
            bar = QStyle.visualRect(option.direction, option.rect, bar)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        where = option.rect.adjusted(inset, 0, -inset, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        name = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, where.width()
        )
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags), name)
        painter.restore()


class MoveTo(QFrame):
    """Opens over the page. ``chosen`` brings the number of a folder, or None for «no folder».

    ``made`` brings the name of a folder that there is not yet, as it was typed.
    """

    chosen = Signal(object)
    made = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._places: list[tuple[int | None, str]] = []
        self._shown: list[int | str | None] = []
        self._may_make = True
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Move to"))
        self.field = QLineEdit(self)
        self.field.setObjectName("search")
        self.field.setValidator(OneLine(self.field))
        self.field.setAccessibleName(self.tr("Find or name a folder"))
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self._names = QStringListModel(self)
        self.view = QListView(self)
        self.view.setModel(self._names)
        self.view.setItemDelegate(_Rows(theme, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Folders"))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.clicked.connect(lambda _index: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.view)

    @property
    def names(self) -> tuple[str, ...]:
        """What is offered now, from the top."""
        return tuple(self._names.stringList())

    def offer(
        self, places: Sequence[tuple[int | None, str]], at: QPoint, *, may_make: bool = True
    ) -> None:
        """Open at a place of the screen with these folders: numbers (None: in none) and names."""
        self._places = list(places)
        self._may_make = may_make
        self.field.setPlaceholderText(
            self.tr("Find or name a folder") if places else self.tr("Name a new folder")
        )
        self.field.setFont(font(TextRole.INTERFACE, self._theme.scale))
        self.view.setFont(font(TextRole.INTERFACE, self._theme.scale))
        grown = self._theme.grown
        self.field.setTextMargins(grown(7), 0, grown(7), 0)
        self.field.setFixedHeight(self._theme.scaled(20) + grown(14))
        self.field.clear()
        self._show("")
        self.setFixedWidth(self._theme.scaled(_WIDTH))
        self.view.setFixedHeight(self._height())
        self.adjustSize()
        self.move(self._within_screen(at))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        at_field = watched is self.field and isinstance(event, QKeyEvent)
        if at_field and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if self._heed(event.key()):
                return True
        return super().eventFilter(watched, event)

    def _heed(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in steps and self._shown:
            row = (self.view.currentIndex().row() + steps[Qt.Key(key)]) % len(self._shown)
            self.view.setCurrentIndex(self._names.index(row))
        else:
            return False
        return True

    def _show(self, typed: str) -> None:
        wanted = typed.strip()
        found: list[tuple[int | str | None, str]] = [
            (number, name)
            for number, name in self._places
            if not wanted or occurrences(name, wanted)
        ]
        known = {name.casefold() for _number, name in self._places}
        if wanted and self._may_make and wanted.casefold() not in known:
            found.append((wanted, filled(self.tr("New folder “%1”"), wanted)))
        self._shown = [place for place, _name in found]
        self._names.setStringList([name for _place, name in found])
        self.view.setCurrentIndex(self._names.index(0))

    def _take(self) -> None:
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self._shown):
            return
        place = self._shown[row]
        self.close()
        if isinstance(place, str):
            self.made.emit(place)
        else:
            self.chosen.emit(place)

    def _height(self) -> int:
        # Not the height of a row that is there: before the first folder is named there is none.
        row = self._theme.scaled(_ROW) + self._theme.grown(_AROUND)
        # One more than there are, for the folder that is being named.
        return row * min(len(self._places) + self._may_make, _MOST_ROWS)

    def _within_screen(self, at: QPoint) -> QPoint:
        room = self.screen().availableGeometry()
        size: QSize = self.size()
        left = at.x() - (size.width() if self.isRightToLeft() else 0)
        left = max(min(left, room.right() - size.width()), room.left())
        return QPoint(left, max(min(at.y(), room.bottom() - size.height()), room.top()))
