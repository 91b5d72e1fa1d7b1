"""The navigation at the leading edge: pages, and at its foot the menu and Hide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.actions import Actions, key_text
from fieldcat.ui.commands import BY_ID
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.placeholders import filled
from fieldcat.ui.style import fill, mirrored_in
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.scrolling import use_own_viewport

_HIGH, _LOW = 58, 54
_SIDE = 6
_ICON = 20
_BESIDE_WORDS = 14
_WIDE = 60


class NavigationButton(QToolButton):
    """An icon over its word. Of pages the one that is shown is on."""

    def __init__(
        self,
        action: QAction,
        icon_name: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        framed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._framed = framed
        self._height = _HIGH
        self._waiting = False
        self.setDefaultAction(action)
        self.setAccessibleName(action.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def least_width(self) -> int:
        """The width in pixels that its words need where they are shown as on."""
        return _least_width(self.lines, self._theme.scale)

    def show_waiting(self, waiting: bool) -> None:
        """Show a dot, and say it: something waits on the page."""
        if waiting != self._waiting:
            self._waiting = waiting
            said = filled(self.tr("%1, an update is waiting"), self.text())
            self.setAccessibleName(said if waiting else self.text())
            self.update()

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        self._height = _LOW if low else _HIGH
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # All of one height: two lines stand closer than one has room.
        height = self._theme.scaled(16) + self._theme.grown(self._height - 16)
        return QSize(self._theme.grown(60), max(height, self._words_height + self._upper_height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, theme = self._theme.tokens, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if on or self.underMouse():
            painter.setBrush(QColor(tokens.surface if on else tokens.window))
            painter.drawRoundedRect(box, 8, 8)
        if self._framed:
            painter.setPen(QPen(QColor(tokens.line)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if on:
            height = round(box.height() * 0.44)
            bar = QRect(0, (self.height() - height) // 2, 3, height)
            if self.isRightToLeft():
                bar = mirrored_in(self.rect(), bar)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        ink = tokens.accent if on else tokens.text if self._framed else tokens.text_2
        side = theme.grown(_ICON)
        lines, line = self.lines, self._words_height // len(self.lines)
        top = (self.height() - self._upper_height - self._words_height) // 2
        paint_icon(
            painter, QRect((self.width() - side) // 2, top, side, side), self._icon_name, ink
        )
        if self._waiting:
            dot = QRectF(0, 0, theme.grown(8), theme.grown(8))
            dot.moveCenter(QPointF(self.width() / 2 + side * 0.6, top + side * 0.1))
            if self.isRightToLeft():
                dot.moveCenter(QPointF(self.width() / 2 - side * 0.6, top + side * 0.1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(dot)
        for at, words in enumerate(lines):
            self._paint_line(painter, top + self._upper_height + at * line, words, ink, strong=on)

    @property
    def _upper_height(self) -> int:
        return self._theme.grown(_ICON) + self._theme.grown(4)

    @property
    def _words_height(self) -> int:
        return self._theme.scaled(16) if len(self.lines) == 1 else 2 * self._theme.scaled(14)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words: in two lines where one would be wide, as «My casebook»."""
        return _in_lines(self.text(), self._theme.scale)

    def _paint_line(
        self, painter: QPainter, top: int, words: str, ink: str, *, strong: bool
    ) -> None:
        theme = self._theme
        role = TextRole.NOTE_STRONG if strong else TextRole.NOTE
        made = font(role, theme.scale)
        metrics = QFontMetrics(made)
        key = key_text(self.defaultAction()) if self._framed else ""
        width = metrics.horizontalAdvance(words)
        small = font(TextRole.NOTE, theme.scale)
        small.setPointSizeF(small.pointSizeF() * 11 / 12)
        key_width = QFontMetrics(small).horizontalAdvance(key) + 4 if key else 0
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - _BESIDE_WORDS)
        if width + key_width > self.width() - _BESIDE_WORDS:
            key_width = 0
        height = self._words_height // len(self.lines)
        left = (self.width() - min(width, self.width() - _BESIDE_WORDS) - key_width) // 2
        row = QRect(0, top, self.width(), height)
        where = QRect(left, top, min(width, self.width() - _BESIDE_WORDS) + 1, height)
        # Two lines stand so close that a «y» reaches out of its own.
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        flags |= int(Qt.TextFlag.TextDontClip)
        painter.setFont(made)
        painter.setPen(QColor(ink))
        mirrored = self.isRightToLeft()
        painter.drawText(mirrored_in(row, where) if mirrored else where, flags, shown)
        if key_width:
            painter.setFont(small)
            painter.setPen(QColor(theme.tokens.text_2))
            where = QRect(where.right() + 4, top, key_width, height)
            painter.drawText(mirrored_in(row, where) if mirrored else where, flags, key)


class Navigation(QFrame):
    """Pages scroll where there is no room; Menu and Hide always stay."""

    def __init__(
        self,
        actions: Actions,
        pages: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Pages"))
        self._scroll = QScrollArea(self)
        use_own_viewport(self._scroll)
        inner = QWidget(self._scroll.viewport())
        self._pages = [
            NavigationButton(actions[page], BY_ID[page].icon, theme, inner) for page in pages
        ]
        self.menu_button = NavigationButton(actions["menu"], "menu", theme, self)
        self.hide_button = NavigationButton(actions["hide"], "eye-off", theme, self, framed=True)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(2)
        for button in self._pages:
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._rule = level_rule(self)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll, 1)
        self._outer.addWidget(self.menu_button)
        self._outer.addSpacing(4)
        self._outer.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignHCenter)
        self._outer.addSpacing(7)
        self._outer.addWidget(self.hide_button)

    @property
    def buttons(self) -> tuple[NavigationButton, ...]:
        """All buttons, from the top."""
        return (*self._pages, self.menu_button, self.hide_button)

    def show_waiting(self, page: str, waiting: bool) -> None:
        """Show with a page's button whether something waits there."""
        for button in self._pages:
            if button.defaultAction().objectName() == page:
                button.show_waiting(waiting)

    def set_layout(self, layout: Layout) -> None:
        """Take the width and paddings of a layout; hides where the layout has no navigation."""
        self.setVisible(layout.nav > 0)
        if not layout.nav:
            return
        side = self._theme.grown(4 if layout.nav < 88 else _SIDE)
        # Words grow faster than the column.
        needed = max(button.least_width for button in self.buttons) + 2 * side
        self.setFixedWidth(max(self._theme.grown(layout.nav), needed))
        self._outer.setContentsMargins(side, 0, side, layout.padded(8))
        self._column.setContentsMargins(0, layout.padded(10), 0, 0)
        self._rule.setFixedWidth(self._theme.grown(44))
        for button in self.buttons:
            button.set_low(layout.low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.tokens.nav)
        left = 0 if self.isRightToLeft() else self.width() - 1
        fill(painter, QRect(left, 0, 1, self.height()), self._theme.tokens.line)


# Qt asks for sizes again and again while a window is laid out.
@lru_cache(maxsize=32)
def _in_lines(words: str, scale: float) -> tuple[str, ...]:
    metrics = QFontMetrics(font(TextRole.NOTE_STRONG, scale))
    first, space, second = words.partition(" ")
    if not space or metrics.horizontalAdvance(words) <= round(_WIDE * scale):
        return (words,)
    return (first, second)


@lru_cache(maxsize=32)
def _least_width(lines: tuple[str, ...], scale: float) -> int:
    metrics = QFontMetricsF(font(TextRole.NOTE_STRONG, scale))
    # A pixel more, for words are cut by their exact width and by their last letter's edge.
    return ceil(max(metrics.horizontalAdvance(line) for line in lines)) + 1 + _BESIDE_WORDS
