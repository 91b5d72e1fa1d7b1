"""The line over the results: how many there are, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from fieldcat.domain.query import Answer, Sort
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number, sort_label
from fieldcat.ui.placeholders import filled
from fieldcat.ui.pointer import let_go_with
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_INSET, _GAP, _ARROW = 8, 5, 16
"""Sizes at a scale of 1: beside the words of the order, from them to their arrow, and that."""


class CountLine(QWidget):
    """«8 entries of 164» and the order. ``sorted_by``: somebody chose another one."""

    sorted_by = Signal(Sort)

    def __init__(
        self, theme: Theme, orders: Sequence[Sort] = tuple(Sort), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = _Count(self)
        self._of = _WhereRoom(self)
        self._of.setObjectName("meta")
        self._beside = 0
        self._sort = _SortButton(theme, self)
        self._sort.setToolTip(self.tr("Choose the order of the list"))
        menu = QMenu(self._sort)
        group = QActionGroup(menu)
        self._orders = {}
        for sort in orders:
            action = menu.addAction(sort_label(sort))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sorted_by.emit(sort))
            group.addAction(action)
            self._orders[sort] = action
        self._sort.setMenu(menu)
        let_go_with(menu, lambda: self._sort)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(2)
        self._row.addWidget(self._count)
        self._row.addWidget(self._of)
        self._row.addWidget(self._sort)
        self._of.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.setStretch(1, 1)
        self.set_sort(orders[0])
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def sort_button(self) -> QToolButton:
        """The button that opens the menu of orders."""
        return self._sort

    def show_answer(self, answer: Answer) -> None:
        """Tell the number of full matches, and of how many entries; that there is none in words."""
        partly = not answer.total and bool(answer.partial_total)
        if partly:
            # Those that have some are counted over them.
            self._count.say(self.tr("No entry has all your words"), self.tr("No full match"))
        else:
            self._count.say(self.tr("%Ln entries", "", answer.total))
        narrowed = not partly and bool(answer.query.text.strip() or answer.query.filters)
        of = filled(self.tr("of %1"), number(answer.collection_size))
        self._of.say(of if narrowed else "")
        worded = bool(answer.query.text.strip())
        # Where nothing was typed nothing fits best: entries stand by kind, case studies first.
        self._orders[Sort.BEST].setText(sort_label(Sort.BEST) if worded else self.tr("By kind"))
        self.set_sort(answer.query.sort)
        # At once: else the words are painted in the room that those before had, for one frame.
        self._row.activate()

    def tell(self, count: str, of: str = "") -> None:
        """Tell how many there are in words of their own, and how many more in quiet ones."""
        self._count.say(count)
        self._of.say(of)
        self._row.activate()

    def set_sort(self, sort: Sort) -> None:
        """Show this order as the one in use."""
        self._orders[sort].setChecked(True)
        label = self._orders[sort].text()
        self._sort.setText(label)
        self._sort.setAccessibleName(filled(self.tr("Order: %1"), label))

    def set_form(self, *, beside: int, height: int, brief: bool) -> None:
        """The room at both sides and the height in pixels; ``brief`` leaves «of 164» out."""
        self._beside = beside
        self.setFixedHeight(height)
        self._of.setVisible(not brief)
        # A widget that goes to another parent gets its fonts from the style sheet again.
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._dress()

    def _dress(self) -> None:
        scale = self._theme.scale
        self._count.setFont(font(TextRole.META_STRONG, scale))
        self._of.setFont(font(TextRole.META, scale))
        self._sort.setFont(font(TextRole.META_STRONG, scale))
        mirrored = self.isRightToLeft()
        # The arrow, not the room around it, stands over the ends of the rows; Qt mirrors no margin.
        beyond = max(self._beside - self._theme.grown(_INSET), 0)
        ends = (beyond, self._beside) if mirrored else (self._beside, beyond)
        self._row.setContentsMargins(ends[0], 0, ends[1], 0)
        # Words stand at the window's edge, whatever their script.
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self._of.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class _SortButton(QToolButton):
    """The order in use, and after it the arrow of the menu that it opens."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("worded")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def sizeHint(self) -> QSize:
        inset, gap, side = (self._theme.grown(length) for length in (_INSET, _GAP, _ARROW))
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + gap + side + 2 * inset, self._theme.scaled(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, mirrored = self._theme.tokens, self.isRightToLeft()
        inset, side = self._theme.grown(_INSET), self._theme.grown(_ARROW)
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        inner = self.rect().adjusted(inset, 0, -inset, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text))
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(flags), self.text())
        x = inner.left() if mirrored else inner.right() + 1 - side
        paint_icon(
            painter, QRect(x, (self.height() - side) // 2, side, side), "chevron-down", tokens.text
        )
        painter.end()


class _Count(QLabel):
    """Words that stand in a shorter form where there is no room for all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = self._short = ""

    def say(self, words: str, short: str = "") -> None:
        if (words, short or words) != (self._words, self._short):
            self._words, self._short = words, short or words
            self.setAccessibleName(words)
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._words), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._short), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
            self.updateGeometry()

    def _width(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1

    def _fit(self) -> None:
        self.setText(self._words if self._width(self._words) <= self.width() else self._short)


class _WhereRoom(QLabel):
    """Words that are shown where there is room for all of them, and else not at all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""

    def say(self, words: str) -> None:
        self._words = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        width = self.fontMetrics().horizontalAdvance(self._words)
        self.setText(self._words if width <= self.contentsRect().width() else "")
