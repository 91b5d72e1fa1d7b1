"""Paints one row of the results: icon, title, meta line, snippet, bookmark.

Text is laid out once for each width and kept until the rows, the width or the theme change.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Hit
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import KIND_ICONS, paint_icon
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import Lines, Marks, lay_out
from fieldcat.ui.widgets.result_model import Index, ResultRole, sensitive_word

_SIDE = 6
_GUTTER = 38
_END = 10
_BOOKMARK = 18


@dataclass(frozen=True, slots=True)
class _Row:
    title: Lines
    meta: Lines
    sensitive: Lines | None
    snippet: Lines | None
    below_meta: bool
    height: int


class ResultDelegate(QStyledItemDelegate):
    """The look of the results."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._low = False
        self._rows: dict[tuple[EntryId, int], _Row] = {}

    def forget(self) -> None:
        """Drop all layouts: the rows, the theme or the size of the text have changed."""
        self._rows.clear()

    def set_low(self, low: bool) -> None:
        """Whether the window is low: smaller paddings."""
        self._low = low
        self.forget()

    def bookmark_rect(self, row: QRect) -> QRect:
        """Where the bookmark of a row stands."""
        side = self._theme.grown(_BOOKMARK)
        first = line_height(TextRole.LIST_TITLE, self._theme.scale)
        box = self._box(row)
        at = QRect(
            box.right() - self._theme.grown(_END) - side + 1,
            box.top() + self._top() + (first - side) // 2 + 1,
            side,
            side,
        )
        return self._placed(at, row)

    def is_elided(self, index: Index, width: int) -> bool:
        """Whether a title stands cut off in its row."""
        hit: Hit | None = index.data(ResultRole.HIT)
        return hit is not None and self._row(index, hit, width).title.elided

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        hit: Hit | None = index.data(ResultRole.HIT)
        if hit is None:
            return QSize(width, self._theme.scaled(18) + self._theme.grown(13))
        return QSize(width, self._row(index, hit, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit | None = index.data(ResultRole.HIT)
        painter.save()
        if hit is None:
            self._paint_header(painter, option.rect, index.data())
        else:
            self._paint_hit(painter, option, index, hit)
        painter.restore()

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, hit: Hit
    ) -> None:
        tokens, theme = self._theme.tokens, self._theme
        area = option.rect
        box = self._box(area)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(self._placed(box, area), 8, 8)
        if selected:
            bar = self._placed(
                QRect(box.left(), box.top() + self._top(), 3, box.height() - 2 * self._top()), area
            )
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif self._has_line(index):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(tokens.line))
            left, right = box.left() + theme.grown(_GUTTER), box.right() - theme.grown(_END)
            line = self._placed(QRect(left, area.bottom(), right - left + 1, 1), area)
            painter.drawLine(line.topLeft(), line.topRight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if by_keyboard(self._view) and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(self._placed(box, area)), radius=8)
        self._paint_texts(painter, area, box, self._row(index, hit, area.width()), hit)
        kept = bool(index.data(ResultRole.KEPT))
        ink = tokens.accent if kept else tokens.control
        paint_icon(painter, self.bookmark_rect(area), "bookmark", ink, filled=kept)

    def _paint_texts(self, painter: QPainter, area: QRect, box: QRect, row: _Row, hit: Hit) -> None:
        tokens, theme = self._theme.tokens, self._theme
        side = theme.grown(18)
        top = box.top() + self._top()
        first = line_height(TextRole.LIST_TITLE, theme.scale)
        at = QRect(box.left() + theme.grown(11), top + (first - side) // 2 + 1, side, side)
        paint_icon(painter, self._placed(at, area), KIND_ICONS[hit.head.kind], tokens.text_2)

        left = box.left() + theme.grown(_GUTTER)
        y = top
        row.title.paint(painter, self._text_at(left, y, area, row.title), tokens.text, tokens)
        y += row.title.height
        row.meta.paint(painter, self._text_at(left, y, area, row.meta), tokens.text_2, tokens)
        if row.sensitive is not None:
            start = left + round(row.meta.width) + theme.grown(8)
            if row.below_meta:
                y += row.meta.height
                start = left
            self._paint_sensitive(painter, start, y, area, row.sensitive)
        y += row.meta.height + self._snippet_gap()
        if row.snippet is not None:
            row.snippet.paint(
                painter, self._text_at(left, y, area, row.snippet), tokens.text_2, tokens
            )

    def _paint_sensitive(
        self, painter: QPainter, left: int, top: int, area: QRect, word: Lines
    ) -> None:
        tokens, theme = self._theme.tokens, self._theme
        side = theme.grown(14)
        shield = QRect(left, top + (word.line_height - side) // 2, side, side)
        paint_icon(painter, self._placed(shield, area), "shield-alert", tokens.caution)
        word.paint(painter, self._text_at(left + side + 3, top, area, word), tokens.caution, tokens)

    def _paint_header(self, painter: QPainter, area: QRect, text: str) -> None:
        tokens, theme = self._theme.tokens, self._theme
        side = _SIDE + theme.grown(12)
        words = self._lines(text, TextRole.NOTE, area.width() - 2 * side, 1)
        top = area.top() + theme.grown(9)
        left = area.left() + side
        words.paint(painter, self._text_at(left, top, area, words), tokens.text_2, tokens)
        left += round(words.width) + theme.grown(10)
        across = QRect(left, top + words.line_height // 2 + 1, area.right() - side - left, 1)
        rule = self._placed(across, area)
        painter.setPen(QPen(QColor(tokens.line)))
        painter.drawLine(rule.topLeft(), rule.topRight())

    def _row(self, index: Index, hit: Hit, width: int) -> _Row:
        key = (hit.head.id, width)
        if key not in self._rows:
            self._rows[key] = self._laid_out(hit, str(index.data(ResultRole.META)), width)
        return self._rows[key]

    def _laid_out(self, hit: Hit, meta: str, width: int) -> _Row:
        grown = self._theme.grown
        whole = width - _SIDE - self._end_side() - grown(_GUTTER) - grown(_END)
        title = self._lines(
            hit.head.title,
            TextRole.LIST_TITLE,
            whole - grown(_BOOKMARK) - grown(8),
            2,
            hit.title_marks,
        )
        meta_lines = self._lines(meta, TextRole.META, whole, 1)
        sensitive = None
        below = False
        if hit.head.sensitive:
            sensitive = self._lines(sensitive_word(), TextRole.META_STRONG, whole, 1)
            tag = round(sensitive.width) + grown(14) + 3 + grown(8)
            below = meta_lines.width + tag > whole + grown(_END) and not self._low
            if self._low:
                # No third line where the window is low: the meta line gives way, from its end.
                meta_lines = self._shortened(meta, whole - tag)
        snippet = None
        if hit.snippet.text:
            snippet = self._lines(hit.snippet.text, TextRole.META, whole, 2, hit.snippet.marks)
        height = self._top() * 2 + 1 + title.height + meta_lines.height * (2 if below else 1)
        if snippet is not None:
            height += self._snippet_gap() + snippet.height
        return _Row(title, meta_lines, sensitive, snippet, below, height)

    def _shortened(self, meta: str, width: int) -> Lines:
        lines = self._lines(meta, TextRole.META, width, 1)
        while lines.elided and " · " in meta:
            meta = meta.rpartition(" · ")[0]
            lines = self._lines(meta, TextRole.META, width, 1)
        return lines

    def _lines(self, text: str, role: TextRole, width: int, most: int, marks: Marks = ()) -> Lines:
        arabic = is_arabic(text)
        return lay_out(
            text,
            font(role, self._theme.scale, arabic=arabic),
            width=max(width, 40),
            line_height=line_height(role, self._theme.scale, arabic=arabic),
            most=most,
            marks=marks,
            mirrored=self._view.isRightToLeft(),
        )

    def _has_line(self, index: Index) -> bool:
        below = index.sibling(index.row() + 1, 0)
        if not below.isValid() or below.data(ResultRole.HIT) is None:
            return False
        selected = self._view.selectionModel()
        return selected is None or not selected.isSelected(below)

    def _text_at(self, left: int, top: int, area: QRect, lines: Lines) -> QPointF:
        if not self._view.isRightToLeft():
            return QPointF(left, top)
        # Lines of a mirrored row are set at the right edge of the width they were laid out for.
        mirrored_left = area.right() - (left - area.left()) + 1 - lines.laid_width
        return QPointF(mirrored_left, top)

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)

    def _box(self, area: QRect) -> QRect:
        return area.adjusted(_SIDE, 0, -self._end_side(), 0)

    def _end_side(self) -> int:
        # A scroll bar stands in the room beside the rows, which stay as they are.
        return max(_SIDE - self._view.width() + self._view.viewport().width(), 0)

    def _top(self) -> int:
        return self._theme.grown(8 if self._low else 10)

    def _snippet_gap(self) -> int:
        return self._theme.grown(5)
