"""The line over the results: how many there are, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from fieldcat.domain.query import Answer, Sort
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number, sort_label
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font


class CountLine(QWidget):
    """«8 entries of 164» and the order. ``sorted_by``: somebody chose another one."""

    sorted_by = Signal(Sort)

    def __init__(
        self, theme: Theme, orders: Sequence[Sort] = tuple(Sort), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = QLabel(self)
        self._of = _WhereRoom(self)
        self._of.setObjectName("meta")
        self._sort = QToolButton(self)
        self._sort.setObjectName("worded")
        self._sort.setIcon(icon("chevron-down"))
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
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
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
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
        """Tell the number of full matches, and of how many entries."""
        self._count.setText(self.tr("%Ln entries", "", answer.total))
        narrowed = bool(answer.query.text.strip() or answer.query.filters)
        of = self.tr("of %1").replace("%1", number(answer.collection_size))
        self._of.say(of if narrowed else "")
        worded = bool(answer.query.text.strip())
        # Where nothing was typed nothing fits best: entries stand by kind, case studies first.
        self._orders[Sort.BEST].setText(sort_label(Sort.BEST) if worded else self.tr("By kind"))
        self.set_sort(answer.query.sort)
        # At once: else the words are painted in the room that those before had, for one frame.
        self._row.activate()

    def tell(self, count: str, of: str = "") -> None:
        """Tell how many there are in words of their own, and how many more in quiet ones."""
        self._count.setText(count)
        self._of.say(of)
        self._row.activate()

    def set_sort(self, sort: Sort) -> None:
        """Show this order as the one in use."""
        self._orders[sort].setChecked(True)
        label = self._orders[sort].text()
        self._sort.setText(label)
        self._sort.setAccessibleName(self.tr("Order: %1").replace("%1", label))

    def set_form(self, *, beside: int, height: int, brief: bool) -> None:
        """The room at both sides and the height in pixels; ``brief`` leaves «of 164» out."""
        self._row.setContentsMargins(beside, 0, max(beside - self._theme.grown(10), 0), 0)
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
        side = self._theme.grown(16)
        self._sort.setIconSize(QSize(side, side))
        # The arrow stands after the words, and words at the window's edge, whatever their script.
        mirrored = self.isRightToLeft()
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self._of.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        away = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        self._sort.setLayoutDirection(away)


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
