"""Paints one row of a list of entries: icon, title, meta line with tags, words, bookmark.

Text is laid out once for each width when it is first painted, and kept while it is among what was
painted last. Before that a row's height is only measured: a list asks for that of all its rows.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.style import fill, mirrored_in, paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import Lines, Marks, lay_out, line_count

Index = QModelIndex | QPersistentModelIndex

_SIDE = 6
_GUTTER = 38
_END = 10
_BOOKMARK = 18
_QUOTATION_INSET = 10
_MOST_ROWS, _MOST_HEIGHTS = 40, 200
"""Rows that are kept laid out, some screens full, and heights that are kept of other rows."""
_SEEN_FIRST = 5
"""Rows that are in sight from the top of a list in any window."""
_ABOUT = 4
"""By so many pixels words may be wider or narrower than they are measured, laid out in a line."""


class Bookmark(Enum):
    """What stands at the end of a row's first line."""

    NONE = "none"
    OUTLINE = "outline"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Tag:
    """A word with its icon behind the meta line. ``ink`` names a role of ``Tokens``."""

    icon: str
    words: str
    ink: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a row shows. ``quotation`` stands before the words, beside a line as notes have.

    Title and words have so many lines at most; where the window is low, of words longer than two
    lines one falls away.
    """

    icon: str
    title: str
    meta: str
    title_marks: Marks = ()
    tags: tuple[Tag, ...] = ()
    quotation: str = ""
    quotation_marks: Marks = ()
    words: str = ""
    words_marks: Marks = ()
    title_lines: int = 2
    words_lines: int = 2


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths of every row in pixels, at the text scale in use."""

    top: int
    gap: int
    gutter: int
    end: int
    bookmark: int
    icon: int
    icon_inset: int
    first_line: int
    tag_icon: int
    between: int
    bar: int


@dataclass(frozen=True, slots=True)
class _Row:
    content: Content
    title: Lines
    meta: Lines
    tags: tuple[tuple[Tag, Lines], ...]
    quotation: Lines | None
    words: Lines | None
    below_meta: bool
    height: int


class RowDelegate(QStyledItemDelegate):
    """The look of such rows; those that derive from it say what is in them.

    ``key`` stands for a row's content: rows of one key look alike. ``ruled``: a line goes on from
    the words of a header.
    """

    ruled = True

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._low = False
        self._rows: dict[tuple[Hashable, int], _Row] = {}
        self._heights: dict[tuple[Hashable, int], int] = {}
        self._types: dict[tuple[TextRole, bool], tuple[QFont, int]] = {}
        self._known_sizes: _Sizes | None = None

    def key(self, index: Index) -> Hashable | None:
        """What tells a row from others; None for a header, which shows its text and a line."""
        raise NotImplementedError

    def content(self, index: Index) -> Content:
        """What a row shows that is no header."""
        raise NotImplementedError

    def bookmark(self, index: Index) -> Bookmark:
        """What stands at the end of a row that is no header."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop all layouts: the theme, the size of the text or the width have changed."""
        self._rows.clear()
        self._heights.clear()
        self._types.clear()
        self._known_sizes = None

    def tidy(self) -> None:
        """Other rows are shown: of most that were shown before, nothing need be known any more."""
        if len(self._heights) > _MOST_HEIGHTS:
            self._heights.clear()

    def set_low(self, low: bool) -> None:
        """Whether the window is low: smaller paddings."""
        if low != self._low:
            self._low = low
            self.forget()

    @property
    def least_height(self) -> int:
        """The height of a row with one line each of title, meta line and words."""
        sizes, line = self._sizes, self._type(TextRole.META, False)[1]
        return 2 * sizes.top + 1 + sizes.first_line + sizes.gap + 2 * line

    def bookmark_rect(self, row: QRect) -> QRect:
        """Where the bookmark of a row stands."""
        sizes = self._sizes
        side, box = sizes.bookmark, self._box(row)
        at = QRect(
            box.right() - sizes.end - side + 1,
            box.top() + sizes.top + (sizes.first_line - side) // 2 + 1,
            side,
            side,
        )
        return self._placed(at, row)

    def title_rect(self, row: QRect, index: Index) -> QRect:
        """Where the title of a row stands."""
        title = self._row(index, row.width(), self.key(index)).title
        sizes, box = self._sizes, self._box(row)
        left = box.left() + sizes.gutter
        at = QRect(left, box.top() + sizes.top, round(title.laid_width), title.height)
        return self._placed(at, row)

    def is_elided(self, index: Index, width: int) -> bool:
        """Whether a title stands cut off in its row."""
        key = self.key(index)
        return key is not None and self._row(index, width, key).title.elided

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        key = self.key(index)
        if key is None:
            return QSize(width, self._theme.scaled(18) + self._theme.grown(13))
        height = self._heights.get((key, width))
        if height is None:
            height = self._heights[key, width] = self._height(index, width, key)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        key = self.key(index)
        if key is None:
            self._paint_header(painter, option.rect, index.data())
        else:
            self._paint_row(painter, option, index, key)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, key: Hashable
    ) -> None:
        tokens, sizes = self._theme.tokens, self._sizes
        area = option.rect
        box = self._box(area)
        selected, hovered = self._is_selected(index), self._is_hovered(option)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(self._placed(box, area), 8, 8)
        if selected:
            tall = box.height() - 2 * sizes.top
            bar = self._placed(QRect(box.left(), box.top() + sizes.top, sizes.bar, tall), area)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif self._has_line(index):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(tokens.line))
            left, right = box.left() + sizes.gutter, box.right() - sizes.end
            line = self._placed(QRect(left, area.bottom(), right - left + 1, 1), area)
            painter.drawLine(line.topLeft(), line.topRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if by_keyboard(self._view) and index == self._view.currentIndex():
            paint_ring(painter, QRectF(self._placed(box, area)), radius=8)
        bookmark = self.bookmark(index)
        self._paint_texts(painter, area, box, self._row(index, area.width(), key))
        if bookmark is not Bookmark.NONE:
            kept = bookmark is Bookmark.FILLED
            ink = tokens.accent if kept else tokens.control
            paint_icon(painter, self.bookmark_rect(area), "bookmark", ink, filled=kept)

    def _paint_texts(self, painter: QPainter, area: QRect, box: QRect, row: _Row) -> None:
        tokens, sizes = self._theme.tokens, self._sizes
        side = sizes.icon
        top = box.top() + sizes.top
        down = (sizes.first_line - side) // 2 + 1
        at = QRect(box.left() + sizes.icon_inset, top + down, side, side)
        paint_icon(painter, self._placed(at, area), row.content.icon, tokens.text_2)

        left = box.left() + sizes.gutter
        y = top
        row.title.paint(painter, self._text_at(left, y, area, row.title), tokens.text, tokens)
        y += row.title.height
        row.meta.paint(painter, self._text_at(left, y, area, row.meta), tokens.text_2, tokens)
        start = left + (round(row.meta.width) + sizes.between if row.meta.width else 0)
        if row.below_meta:
            y += row.meta.height
            start = left
        for tag, words in row.tags:
            start = self._paint_tag(painter, start, y, area, tag, words) + sizes.between
        y += row.meta.height + sizes.gap
        if row.quotation is not None:
            y = self._paint_quotation(painter, left, y, area, row.quotation)
        if row.words is not None:
            at_words = self._text_at(left, y, area, row.words)
            row.words.paint(painter, at_words, tokens.text_2, tokens)

    def _paint_tag(
        self, painter: QPainter, left: int, top: int, area: QRect, tag: Tag, words: Lines
    ) -> int:
        tokens, side = self._theme.tokens, self._sizes.tag_icon
        ink: str = getattr(tokens, tag.ink)
        sign = QRect(left, top + (words.line_height - side) // 2, side, side)
        paint_icon(painter, self._placed(sign, area), tag.icon, ink)
        words.paint(painter, self._text_at(left + side + 3, top, area, words), ink, tokens)
        return left + side + 3 + round(words.width)

    def _paint_quotation(
        self, painter: QPainter, left: int, top: int, area: QRect, words: Lines
    ) -> int:
        tokens = self._theme.tokens
        bar = self._placed(QRect(left, top + 1, 3, words.height - 2), area)
        fill(painter, bar, tokens.note_line)
        inset = self._theme.grown(_QUOTATION_INSET)
        words.paint(painter, self._text_at(left + inset, top, area, words), tokens.text, tokens)
        return top + words.height + 2

    def _paint_header(self, painter: QPainter, area: QRect, text: str) -> None:
        tokens, theme = self._theme.tokens, self._theme
        side = _SIDE + theme.grown(12)
        role = TextRole.NOTE if self.ruled else TextRole.META_STRONG
        words = self._lines(text, role, area.width() - 2 * side, 1)
        top = area.top() + theme.grown(9 if self.ruled else 8)
        left = area.left() + side
        words.paint(painter, self._text_at(left, top, area, words), tokens.text_2, tokens)
        if not self.ruled:
            return
        left += round(words.width) + theme.grown(10)
        across = QRect(left, top + words.line_height // 2 + 1, area.right() - side - left, 1)
        rule = self._placed(across, area)
        painter.setPen(QPen(QColor(tokens.line)))
        painter.drawLine(rule.topLeft(), rule.topRight())

    def _row(self, index: Index, width: int, key: Hashable) -> _Row:
        key = (key, width)
        row = self._rows.pop(key, None)
        if row is None:
            if len(self._rows) >= _MOST_ROWS:
                del self._rows[next(iter(self._rows))]
            bookmarked = self.bookmark(index) is not Bookmark.NONE
            row = self._laid_out(self.content(index), width, bookmarked=bookmarked)
        self._rows[key] = row  # the last that was asked for stands last
        return row

    def _height(self, index: Index, width: int, key: Hashable) -> int:
        """The height of a row, laid out only where measuring its words does not tell.

        Those that are painted first are laid out at once: they need not be measured, too.
        """
        content = self.content(index)
        laid = index.row() < _SEEN_FIRST or (key, width) in self._rows
        whole, beside = self._widths(width, self.bookmark(index) is not Bookmark.NONE)
        below = False if not content.tags or self._low else self._tags_below(content, whole)
        if laid or below is None or content.quotation:
            return self._row(index, width, key).height
        sizes = self._sizes
        height = sizes.top * 2 + 1
        height += self._lines_height(
            content.title, TextRole.LIST_TITLE, whole - beside, content.title_lines
        )
        height += self._lines_height(content.meta, TextRole.META, whole, 1) * (2 if below else 1)
        if content.words:
            most = self._words_lines(content)
            height += sizes.gap + self._lines_height(content.words, TextRole.META, whole, most)
        return height

    def _tags_below(self, content: Content, whole: int) -> bool | None:
        """Whether tags stand below the meta line; None where measuring does not tell for sure."""
        sizes = self._sizes
        meta = self._advance(content.meta, TextRole.META)
        words = (self._advance(tag.words, TextRole.META_STRONG) for tag in content.tags)
        taken = sum(words) + len(content.tags) * (sizes.tag_icon + 3 + sizes.between)
        room = whole + sizes.end - min(meta, whole) - taken
        return None if abs(room) <= _ABOUT else room < 0

    def _advance(self, text: str, role: TextRole) -> float:
        return QFontMetricsF(self._type(role, is_arabic(text))[0]).horizontalAdvance(text)

    def _lines_height(self, text: str, role: TextRole, width: int, most: int) -> int:
        made, height = self._type(role, is_arabic(text))
        return line_count(text, made, width=max(width, 40), most=most) * height

    def _type(self, role: TextRole, arabic: bool) -> tuple[QFont, int]:
        """The font of a kind of text and the height of its lines, at the text scale in use."""
        known = self._types.get((role, arabic))
        if known is None:
            scale = self._theme.scale
            known = font(role, scale, arabic=arabic), line_height(role, scale, arabic=arabic)
            self._types[role, arabic] = known
        return known

    def _widths(self, width: int, bookmarked: bool) -> tuple[int, int]:
        """The width of a row's text, and what its bookmark takes of it in the first lines."""
        sizes = self._sizes
        whole = width - _SIDE - self._end_side() - sizes.gutter - sizes.end
        return whole, sizes.bookmark + sizes.between if bookmarked else 0

    def _laid_out(self, content: Content, width: int, *, bookmarked: bool) -> _Row:
        sizes = self._sizes
        whole, beside = self._widths(width, bookmarked)
        title = self._lines(
            content.title,
            TextRole.LIST_TITLE,
            whole - beside,
            content.title_lines,
            content.title_marks,
        )
        meta = self._lines(content.meta, TextRole.META, whole, 1)
        tags = tuple(
            (tag, self._lines(tag.words, TextRole.META_STRONG, whole, 1)) for tag in content.tags
        )
        below = False
        if tags:
            taken = sum(round(words.width) + sizes.tag_icon + 3 for _tag, words in tags)
            taken += len(tags) * sizes.between
            below = meta.width + taken > whole + sizes.end and not self._low
            if self._low:
                # No third line where the window is low: the meta line gives way, from its end.
                meta = self._shortened(content.meta, whole - taken)
        most = self._words_lines(content)
        quotation = None
        if content.quotation:
            inner = whole - self._theme.grown(_QUOTATION_INSET)
            quotation = self._lines(
                content.quotation, TextRole.META, inner, most, content.quotation_marks
            )
        words = None
        if content.words:
            words = self._lines(content.words, TextRole.META, whole, most, content.words_marks)
        height = sizes.top * 2 + 1 + title.height + meta.height * (2 if below else 1)
        if quotation is not None or words is not None:
            height += sizes.gap
        if quotation is not None:
            height += quotation.height + 2
        if words is not None:
            height += words.height
        return _Row(content, title, meta, tags, quotation, words, below, height)

    def _words_lines(self, content: Content) -> int:
        short = self._low and (bool(content.quotation) or content.words_lines > 2)
        return content.words_lines - 1 if short and content.words else content.words_lines

    def _shortened(self, meta: str, width: int) -> Lines:
        lines = self._lines(meta, TextRole.META, width, 1)
        while lines.elided and " · " in meta:
            meta = meta.rpartition(" · ")[0]
            lines = self._lines(meta, TextRole.META, width, 1)
        return lines

    def _lines(self, text: str, role: TextRole, width: int, most: int, marks: Marks = ()) -> Lines:
        made, height = self._type(role, is_arabic(text))
        return lay_out(
            text,
            made,
            width=max(width, 40),
            line_height=height,
            most=most,
            marks=marks,
            mirrored=self._view.isRightToLeft(),
        )

    def _has_line(self, index: Index) -> bool:
        below = index.sibling(index.row() + 1, 0)
        if not below.isValid() or self.key(below) is None:
            return False
        return not self._is_selected(below)

    def _is_selected(self, index: Index) -> bool:
        selected = self._view.selectionModel()
        return selected is not None and selected.isSelected(index)

    def _is_hovered(self, option: QStyleOptionViewItem) -> bool:
        # Where no row is, and that is when a window is painted first, its state is not asked for:
        # with that the binding makes the names of all that a style can do.
        if not self._view.viewport().underMouse():
            return False
        from PySide6.QtWidgets import QStyle

        return QStyle.StateFlag.State_MouseOver in option.state

    def _text_at(self, left: int, top: int, area: QRect, lines: Lines) -> QPointF:
        if not self._view.isRightToLeft():
            return QPointF(left, top)
        # Lines of a mirrored row are set at the right edge of the width they were laid out for.
        mirrored_left = area.right() - (left - area.left()) + 1 - lines.laid_width
        return QPointF(mirrored_left, top)

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        if not self._view.isRightToLeft():
            return rect
        return mirrored_in(area, rect)

    def _box(self, area: QRect) -> QRect:
        return area.adjusted(_SIDE, 0, -self._end_side(), 0)

    def _end_side(self) -> int:
        # A scroll bar stands in the room beside the rows, which stay as they are.
        return max(_SIDE - self._view.width() + self._view.viewport().width(), 0)

    @property
    def _sizes(self) -> _Sizes:
        if self._known_sizes is None:
            grown = self._theme.grown
            self._known_sizes = _Sizes(
                top=grown(8 if self._low else 10),
                gap=grown(5),
                gutter=grown(_GUTTER),
                end=grown(_END),
                bookmark=grown(_BOOKMARK),
                icon=grown(18),
                icon_inset=grown(11),
                first_line=line_height(TextRole.LIST_TITLE, self._theme.scale),
                tag_icon=grown(14),
                between=grown(8),
                bar=grown(3),
            )
        return self._known_sizes
