"""How the rows of the filters look: a box, a label elided in its middle, a count.

Between two keys hundreds of counts change and few labels: those are kept as pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QTreeView

from fieldcat.domain.query import FacetValue
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number
from fieldcat.ui.style import paint_ring, paint_tick_box
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, tabular
from fieldcat.ui.widgets.pictures import Draw, Pictures

_BESIDE = 14
_OVERHANG = 6
_BOX = 16
_PICTURES = 200
"""A screen full of rows in every state has 100 or so; each takes 20 kB."""
_COUNTS = 2000

_LEFT = int(Qt.AlignmentFlag.AlignLeft.value)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value)
_WITHIN = int((Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths of all rows in pixels, as the tree is now; ``end`` is the room beside them."""

    scale: float
    mirrored: bool
    beside: int
    box: int
    label: int
    end: int


class FacetPainting:
    """Paints rows of a tree. ``ground`` is the role of ``Tokens`` that they stand on.

    Between ``begin`` and the last row of one picture the tree stays as it is.
    """

    def __init__(self, theme: Theme, view: QTreeView, ground: str) -> None:
        self._theme = theme
        self._view = view
        self._ground = ground
        self._pictures = Pictures(_PICTURES)
        self._counts: dict[tuple[int, bool], tuple[str, int]] = {}
        self._sizes = self._measured()
        self.ground = QColor(getattr(theme.tokens, ground))
        """The colour that the rows stand on."""

    def begin(self) -> None:
        """Take up the tree's width and direction, and the colours in use."""
        sizes = self._measured()
        if sizes != self._sizes:
            self._sizes = sizes
            self.forget()
        self.ground = QColor(getattr(self._theme.tokens, self._ground))

    def forget(self) -> None:
        """Paint everything anew: the colours or the size of the text have changed."""
        self._pictures.forget()
        self._counts.clear()

    def is_elided(self, value: FacetValue, width: int) -> bool:
        """Whether a label stands cut off in its row."""
        self.begin()
        sizes = self._sizes
        room = width - sizes.label - sizes.end - 8 - self._count(value)[1]
        return _advance(value.label, value.ticked, sizes.scale) > room

    def paint_line(self, painter: QPainter, area: QRect, y: int) -> None:
        """The line above a group."""
        side, end = self._sizes.beside, self._sizes.end
        painter.setPen(QColor(self._theme.tokens.line))
        line = self._placed(QRect(side, y, area.width() - side - end, 1), area)
        painter.drawLine(line.topLeft(), line.topRight())

    def paint_group(
        self, painter: QPainter, row: QRect, title: str, pill: str, *, folded: bool, lit: str
    ) -> None:
        """The head of a group with what is ticked in it; ``lit`` as in ``paint_value``."""
        draw = partial(self._draw_group, title=title, pill=pill, folded=folded)
        self._paint(painter, row, ("group", title, pill, folded), draw, lit)

    def paint_more(self, painter: QPainter, row: QRect, text: str, *, lit: str) -> None:
        """The row that shows all values of a group; ``lit`` as in ``paint_value``."""
        self._paint(painter, row, ("more", text), partial(self._draw_more, text=text), lit)

    def paint_value(
        self, painter: QPainter, row: QRect, label: str, value: FacetValue, *, lit: str
    ) -> None:
        """A value's box and label; its count is told to ``paint_counts``.

        ``lit`` has an h where the pointer is over it and an r for the focus ring.
        """
        sizes = self._sizes
        strong, nothing = value.ticked, not value.count and not value.ticked
        room = row.width() - sizes.label - sizes.end - self._count(value)[1] - 8
        if _advance(label, strong, sizes.scale) > room:
            label = _elided(label, room, strong, sizes.scale)
        draw = partial(self._draw_value, label=label, ticked=strong, nothing=nothing)
        self._paint(painter, row, (label, strong, nothing), draw, lit)

    def paint_counts(self, painter: QPainter, rows: Sequence[tuple[QRect, FacetValue]]) -> None:
        """The counts of values at the ends of their rows.

        Most of them change with each key: what is written once needs no picture.
        """
        end, scale, tokens = self._sizes.end, self._sizes.scale, self._theme.tokens
        inks = (tokens.text_2, tokens.text, tokens.control)
        before = None
        for row, value in rows:
            how = 1 if value.ticked else 0 if value.count else 2
            if how != before:
                before = how
                painter.setFont(_figures(value.ticked, scale)[0])
                painter.setPen(QColor(inks[how]))
            count, width = self._count(value)
            where = QRect(row.right() - end + 1 - width, row.top(), width, row.height())
            self._write(painter, self._placed(where, row), count, at_end=True)

    def _count(self, value: FacetValue) -> tuple[str, int]:
        """A value's count in figures, and how wide they are."""
        key = (value.count, value.ticked)
        known = self._counts.get(key)
        if known is None:
            if len(self._counts) >= _COUNTS:
                self._counts.clear()
            count = number(value.count)
            width = _figures(value.ticked, self._sizes.scale)[1].horizontalAdvance(count) + 1
            known = self._counts[key] = count, width
        return known

    def _paint(
        self, painter: QPainter, row: QRect, shows: tuple[object, ...], draw: Draw, lit: str
    ) -> None:
        if lit:
            painter.save()
            self._draw_lit(painter, row, lit)
            draw(painter, row)
            painter.restore()
            return
        self._pictures.paint(painter, row, shows, self.ground, draw)

    # --- what is drawn ------------------------------------------------------------------------

    def _draw_lit(self, painter: QPainter, row: QRect, lit: str) -> None:
        side, end = self._sizes.beside - _OVERHANG, self._sizes.end - _OVERHANG
        box = self._placed(row.adjusted(side, 0, -max(end, 0), 0), row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if "h" in lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if "r" in lit:
            paint_ring(painter, QRectF(box), radius=6)

    def _draw_group(
        self, painter: QPainter, row: QRect, *, title: str, pill: str, folded: bool
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.grown(16)
        beside, end = self._sizes.beside, self._sizes.end
        arrow = QRect(row.left() + beside, row.top() + (row.height() - side) // 2, side, side)
        name = "chevron-right" if folded else "chevron-down"
        paint_icon(painter, self._placed(arrow, row), name, tokens.text_2)

        pill_width = self._draw_pill(painter, row, pill) if pill else 0
        start = beside + side + theme.grown(5)
        room = row.width() - start - end - pill_width - 6
        where = self._placed(QRect(row.left() + start, row.top(), room, row.height()), row)
        painter.setFont(font(TextRole.META_STRONG, theme.scale))
        painter.setPen(QColor(tokens.text))
        self._write(painter, where, title)

    def _draw_pill(self, painter: QPainter, row: QRect, text: str) -> int:
        theme, tokens = self._theme, self._theme.tokens
        made = font(TextRole.NOTE_STRONG, theme.scale)
        height = theme.scaled(16) + theme.grown(2)
        width = max(QFontMetrics(made).horizontalAdvance(text) + theme.grown(16), theme.grown(22))
        end = row.right() - self._sizes.end + 1
        pill = QRect(end - width, row.top() + (row.height() - height) // 2, width, height)
        pill = self._placed(pill, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.wash))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(made)
        painter.setPen(QColor(tokens.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _draw_value(
        self, painter: QPainter, row: QRect, *, label: str, ticked: bool, nothing: bool
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        sizes, side = self._sizes, self._sizes.box
        box = QRect(row.left() + sizes.beside, row.top() + (row.height() - side) // 2, side, side)
        paint_tick_box(painter, self._placed(box, row), ticked=ticked)
        # It fits, whatever room is left beside it.
        room = row.width() - sizes.label
        where = QRect(row.left() + sizes.label, row.top(), room, row.height())
        where = self._placed(where, row)
        painter.setFont(_figures(ticked, theme.scale)[0])
        painter.setPen(QColor(tokens.control if nothing else tokens.text))
        self._write(painter, where, label)

    def _draw_more(self, painter: QPainter, row: QRect, *, text: str) -> None:
        theme, start = self._theme, self._sizes.label
        where = QRect(row.left() + start, row.top(), row.width() - start, row.height())
        painter.setFont(font(TextRole.META_STRONG, theme.scale))
        painter.setPen(QColor(theme.tokens.accent))
        self._write(painter, self._placed(where, row), text)

    def _write(self, painter: QPainter, where: QRect, text: str, *, at_end: bool = False) -> None:
        right = self._sizes.mirrored is not at_end
        painter.drawText(where, (_RIGHT if right else _LEFT) | _WITHIN, text)

    # --- sizes --------------------------------------------------------------------------------

    def _measured(self) -> _Sizes:
        grown = self._theme.grown
        beside, box = grown(_BESIDE), grown(_BOX)
        # A scroll bar stands in the room beside the rows, which stay as they are.
        taken = self._view.width() - self._view.viewport().width()
        return _Sizes(
            scale=self._theme.scale,
            mirrored=self._view.isRightToLeft(),
            beside=beside,
            box=box,
            label=beside + box + grown(8),
            end=max(beside - taken, 0),
        )

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        if not self._sizes.mirrored:
            return rect
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, area, rect)


@lru_cache(maxsize=16)
def _figures(strong: bool, scale: float) -> tuple[QFont, QFontMetrics]:
    """The font of labels and counts, whose figures are of equal width, and its measures."""
    made = tabular(font(TextRole.META_STRONG if strong else TextRole.META, scale))
    return made, QFontMetrics(made)


@lru_cache(maxsize=1024)
def _advance(text: str, strong: bool, scale: float) -> int:
    return _figures(strong, scale)[1].horizontalAdvance(text)


@lru_cache(maxsize=256)
def _elided(text: str, room: int, strong: bool, scale: float) -> str:
    return _figures(strong, scale)[1].elidedText(text, Qt.TextElideMode.ElideMiddle, room)
