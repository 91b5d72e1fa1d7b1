"""The title of the entry over its text, once the title itself has gone by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldcat.ui.icons import KIND_ICONS, paint_icon
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import lay_out

_HEIGHT, _ICON, _GUTTER = 34, 16, 23


class RunningHead(QWidget):
    """Lies over the top of the text. Nothing of it is news to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(0, theme.grown(_HEIGHT))
        self.hide()

    def follow(self, page: Page | None, scrolled: int, area: QRect, *, wanted: bool) -> None:
        """Stand at the top of ``area``, if the page is scrolled so far that its title is gone."""
        self._page = page
        title = page.widget("title") if page is not None else None
        shown = wanted and title is not None and scrolled > title.geometry().bottom()
        if shown:
            self.setGeometry(area.x(), area.y(), area.width(), self._theme.grown(_HEIGHT))
        if shown == self.isHidden():
            self.setVisible(shown)
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        title = self._page.widget("title") if self._page is not None else None
        if title is None or self._page is None:
            return
        tokens, scale, grown = self._theme.tokens, self._theme.scale, self._theme.grown
        head = self._page.view.entry.head
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        # An edge, so that lines of the text do not seem cut where they pass under it.
        painter.fillRect(QRect(title.x(), self.height() - 1, title.width(), 1), tokens.line)
        gutter, size = grown(_GUTTER), grown(_ICON)
        left, width = title.x(), title.width()
        arabic = is_arabic(head.title)
        lines = lay_out(
            head.title,
            font(TextRole.META, scale, arabic=arabic),
            width=width - gutter,
            line_height=line_height(TextRole.META, scale, arabic=arabic),
            most=1,
            mirrored=mirrored(),
        )
        x = left + width - size if mirrored() else left
        icon = QRect(x, (self.height() - size) // 2, size, size)
        paint_icon(painter, icon, KIND_ICONS[head.kind], tokens.accent)
        words = QPointF(left if mirrored() else left + gutter, (self.height() - lines.height) / 2)
        lines.paint(painter, words, tokens.text_2, tokens)
        painter.end()
