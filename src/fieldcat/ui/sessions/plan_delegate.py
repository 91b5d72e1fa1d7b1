"""Paints a step of the plan: grip, number, icon, title, meta line, notes, tags and minutes."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fieldcat.domain.session import MOST_MINUTES
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number
from fieldcat.ui.sessions.plan_model import PlanRow, row_at
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.field_frames import IN_BOX
from fieldcat.ui.widgets.fields import NumberField
from fieldcat.ui.widgets.lines import Lines, lay_out
from fieldcat.ui.widgets.row_delegate import Index

_GRIP, _NUMBER, _TILE, _MINUTES, _STEP = 30, 28, 34, 56, 28
"""Widths at a scale of 1; a step is what takes a minute off the minutes, or puts one to them."""
_PAD, _GAP, _SIGN = 10, 12, 16
_FROM_RIGHT = "\u200f"
_GROUNDS = {"caution": "caution_bg", "changed": "changed_bg", "danger": "danger_bg"}


class PlanDelegate(QStyledItemDelegate):
    """The look of the plan. The minutes are changed in their place, by the one editor there is."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._roomy = True

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for the grip and the icon's tile."""
        self._roomy = roomy

    def minutes_rect(self, area: QRect) -> QRect:
        """Where the minutes of a row stand, between what takes one off and what puts one on."""
        grown = self._theme.grown
        height = line_height(TextRole.INTERFACE, self._theme.scale) + grown(12)
        width = self._minutes_width()
        at = QRect(area.right() - width - grown(8), 0, width, height)
        at.moveTop(area.top() + (area.height() - height) // 2)
        return self._placed(at, area)

    def step_at(self, area: QRect, place: QPoint) -> int:
        """What a press at a place adds to the minutes of a row: -1, 1, or nothing."""
        less, more = self._steps(area)
        return -1 if less.contains(place) else 1 if more.contains(place) else 0

    def _steps(self, area: QRect) -> tuple[QRect, QRect]:
        at, wide = self.minutes_rect(area), self._theme.grown(_STEP)
        less = QRect(at.left(), at.top(), wide, at.height())
        more = QRect(at.right() + 1 - wide, at.top(), wide, at.height())
        return (more, less) if self._mirrored else (less, more)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row, grown = row_at(index), self._theme.grown
        selected = self._view.currentIndex() == index
        parts = self._laid_out(row, width, selected=selected)
        height = sum(lines.height for lines in parts) + 2 * grown(_PAD)
        if row.tags:
            height += self._tag_line() if self._tags_below(width) else 0
        if selected and row.notes:
            height += grown(6)
        return QSize(width, max(height, grown(_TILE) + 2 * grown(_PAD)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, row, tokens = option.rect, row_at(index), self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(area, 8, 8)
        if selected:
            bar = QRect(area.left(), area.top() + 10, self._theme.grown(3), area.height() - 20)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(self._placed(bar, area), 1.5, 1.5)
        elif index.row() < index.model().rowCount() - 1:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(tokens.line))
            left = area.left() + self._theme.grown(_GRIP if self._roomy else 6) + 10
            line = QRect(left, area.bottom(), area.right() - left, 1)
            line = self._placed(line, area)
            painter.drawLine(line.topLeft(), line.topRight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if by_keyboard(self._view) and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(area), radius=8)
        self._paint_lead(painter, area, row)
        self._paint_words(painter, area, row, selected=self._view.currentIndex() == index)
        self._paint_minutes(painter, area, row)
        painter.restore()

    # --- the one editor -----------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        editor = NumberField(MOST_MINUTES, self.tr(" min"), parent=parent)
        editor.setFont(font(TextRole.INTERFACE, self._theme.scale))
        editor.setAccessibleName(self.tr("Minutes of this step"))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setButtonSymbols(NumberField.ButtonSymbols.NoButtons)
        editor.setProperty(IN_BOX, True)
        if self._mirrored:
            # Qt goes by the letters alone, and these may be of a script from left to right.
            editor.setPrefix(_FROM_RIGHT)
        editor.lineEdit().setTextMargins(0, 0, 0, 0)
        editor.typed.connect(lambda _minutes: self.commitData.emit(editor))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            forward = event.key() == Qt.Key.Key_Tab
            end = self._view.model().rowCount() - 1 if forward else 0
            if self._view.currentIndex().row() == end:
                return False  # Qt leads from row to row, and from there nowhere
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, NumberField)
        minutes = row_at(index).minutes
        if editor.value() != minutes:
            editor.show_number(minutes)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, NumberField)
        model.setData(index, editor.value())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        wide = self._theme.grown(_STEP)
        editor.setGeometry(self.minutes_rect(option.rect).adjusted(wide + 1, 1, -wide - 1, -1))

    # --- painting -----------------------------------------------------------------------------

    def _paint_lead(self, painter: QPainter, area: QRect, row: PlanRow) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        x, middle = area.left() + grown(6), area.center().y()
        if self._roomy:
            side = grown(16)
            at = QRect(x, middle - side // 2, side, side)
            paint_icon(painter, self._placed(at, area), "grip-vertical", tokens.control)
            x = area.left() + grown(_GRIP)
        words = number(row.number)
        lines = self._lines(words, TextRole.INTERFACE, grown(_NUMBER), 1)
        width = round(lines.width)
        at = QRect(x + grown(_NUMBER) - width - grown(4), 0, width + 2, lines.height)
        at.moveTop(middle - lines.height // 2)
        place = self._placed(at, area)
        painter.setFont(font(TextRole.INTERFACE, self._theme.scale))
        painter.setPen(QColor(tokens.text_2))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        if self._roomy:
            x += grown(_NUMBER) + grown(4)
            tile = QRect(x, middle - grown(_TILE) // 2, grown(_TILE), grown(_TILE))
            tile = self._placed(tile, area)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.sunken))
            painter.drawRoundedRect(tile, 6, 6)
            side = grown(18)
            sign = QRect(0, 0, side, side)
            sign.moveCenter(tile.center())
            paint_icon(painter, sign, row.icon, tokens.text_2)

    def _paint_words(self, painter: QPainter, area: QRect, row: PlanRow, *, selected: bool) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        parts = self._laid_out(row, area.width(), selected=selected)
        title, *rest = parts
        meta, notes = (rest[:1], rest[1:]) if row.meta else ([], rest)
        below = bool(row.tags) and self._tags_below(area.width())
        height = sum(lines.height for lines in parts)
        height += (self._tag_line() if below else 0) + (grown(6) if notes else 0)
        x, y = area.left() + self._left(), area.top() + (area.height() - height) // 2
        title.paint(painter, self._text_at(x, y, area, title), tokens.text, tokens)
        y += title.height
        for lines in meta:
            lines.paint(painter, self._text_at(x, y, area, lines), tokens.text_2, tokens)
            y += lines.height
        if below:
            self._paint_tags(painter, area, row, x, y)
            y += self._tag_line()
        elif row.tags:
            end = self.minutes_rect(area)
            room = (area.right() - end.left()) if not self._mirrored else end.right() - area.left()
            start = area.right() - room - grown(4) - self._note_width(row) - self._tags_width(row)
            self._paint_tags(painter, area, row, start, area.center().y() - self._tag_line() // 2)
        self._paint_note(painter, area, row)
        for lines in notes:
            y += grown(4)
            bar = QRect(x, y + 1, 3, lines.height - 2)
            painter.fillRect(self._placed(bar, area), QColor(tokens.note_line))
            at = self._text_at(x + grown(10), y, area, lines)
            lines.paint(painter, at, tokens.text_2, tokens)

    def _paint_tags(self, painter: QPainter, area: QRect, row: PlanRow, x: int, y: int) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        side = grown(14)
        for tag in row.tags:
            ink: str = getattr(tokens, tag.ink)
            words = self._lines(tag.words, TextRole.META_STRONG, self._theme.scaled(300), 1)
            width = self._tag_width(words)
            ground = self._placed(QRect(x, y, width, self._tag_line()), area)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(tokens, _GROUNDS[tag.ink])))
            painter.drawRoundedRect(ground, 6, 6)
            left, top = x + grown(7), y + grown(2)
            sign = QRect(left, top + (words.height - side) // 2, side, side)
            paint_icon(painter, self._placed(sign, area), tag.icon, ink)
            at = self._text_at(left + side + 4, top, area, words)
            words.paint(painter, at, ink, tokens)
            x += width + grown(6)

    def _paint_note(self, painter: QPainter, area: QRect, row: PlanRow) -> None:
        """That there are notes on a step; what they say stands in the row in hand."""
        if not row.notes:
            return
        side = self._theme.grown(_SIGN)
        x = area.right() - self._right() - side
        at = QRect(x, area.center().y() - side // 2, side, side)
        paint_icon(painter, self._placed(at, area), "sticky-note", self._theme.tokens.text_2)

    def _paint_minutes(self, painter: QPainter, area: QRect, row: PlanRow) -> None:
        tokens, at = self._theme.tokens, self.minutes_rect(area)
        ink = tokens.danger if row.late else tokens.text
        painter.setPen(QPen(QColor(tokens.danger if row.late else tokens.control)))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(font(TextRole.INTERFACE, self._theme.scale))
        painter.setPen(QColor(ink))
        words = number(row.minutes) + self.tr(" min")
        painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), words)
        for part, more in zip(self._steps(area), (False, True), strict=True):
            # On the side of the minutes a line parts it from them.
            edge = part.left() if part.center().x() > at.center().x() else part.right()
            painter.fillRect(edge, part.top() + 1, 1, part.height() - 2, QColor(tokens.line))
            middle, arm = part.center(), self._theme.grown(4)
            painter.setPen(QPen(QColor(tokens.text_2), 1.5))
            painter.drawLine(middle.x() - arm, middle.y(), middle.x() + arm, middle.y())
            if more:
                painter.drawLine(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm)

    # --- measuring ----------------------------------------------------------------------------

    @property
    def _mirrored(self) -> bool:
        return self._view.isRightToLeft()

    def _left(self) -> int:
        grown = self._theme.grown
        if not self._roomy:
            return grown(6) + grown(_NUMBER) + grown(4)
        return grown(_GRIP) + grown(_NUMBER) + grown(4) + grown(_TILE) + grown(_GAP)

    def _right(self) -> int:
        return self._minutes_width() + self._theme.grown(8) + self._theme.grown(_GAP)

    def _minutes_width(self) -> int:
        return self._theme.scaled(_MINUTES) + 2 * self._theme.grown(_STEP)

    def _note_width(self, row: PlanRow) -> int:
        return self._theme.grown(_SIGN) + self._theme.grown(12) if row.notes else 0

    def _tags_below(self, width: int) -> bool:
        return width < self._theme.scaled(620)

    def _tag_line(self) -> int:
        return line_height(TextRole.META_STRONG, self._theme.scale) + 2 * self._theme.grown(2)

    def _tag_width(self, words: Lines) -> int:
        grown = self._theme.grown
        return grown(14) + 4 + round(words.width) + 1 + 2 * grown(7)

    def _tags_width(self, row: PlanRow) -> int:
        grown = self._theme.grown
        width = 0
        for tag in row.tags:
            words = self._lines(tag.words, TextRole.META_STRONG, self._theme.scaled(300), 1)
            width += self._tag_width(words) + grown(6)
        return width

    def _laid_out(self, row: PlanRow, width: int, *, selected: bool) -> list[Lines]:
        room = width - self._left() - self._right() - self._note_width(row)
        if row.tags and not self._tags_below(width):
            room -= self._tags_width(row)
        parts = [self._lines(row.title, TextRole.LIST_TITLE, room, 2)]
        if row.meta:
            parts.append(self._lines(row.meta, TextRole.META, room, 1))
        if selected and row.notes:
            inner = width - self._left() - self._right() - self._note_width(row)
            inner -= self._theme.grown(10)
            parts.append(self._lines(row.notes, TextRole.META, inner, 3))
        return parts

    def _lines(self, text: str, role: TextRole, width: int, most: int) -> Lines:
        arabic = is_arabic(text)
        return lay_out(
            text,
            font(role, self._theme.scale, arabic=arabic),
            width=max(width, 40),
            line_height=line_height(role, self._theme.scale, arabic=arabic),
            most=most,
            mirrored=self._mirrored,
        )

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)

    def _text_at(self, left: int, top: int, area: QRect, lines: Lines) -> QPointF:
        at = QRect(left, top, round(lines.laid_width), lines.height)
        return QPointF(self._placed(at, area).topLeft())
