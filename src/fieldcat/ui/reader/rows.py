"""Rows of the reader: a line that leads to another entry, and a heading that opens and closes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.ui.icons import KIND_ICONS, paint_icon
from fieldcat.ui.reader.lines import SetLines
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.wording import visible
from fieldcat.ui.type import TextRole, grown


def mirrored() -> bool:
    """Whether the window reads from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


class _Row(QAbstractButton):
    """A row that is a button: an icon in a gutter, words, and a quiet line of meta under them."""

    def __init__(
        self,
        text: str,
        meta: str,
        look: Look,
        roles: tuple[TextRole, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._meta, self._look = text, meta, look
        self._role, self._colour = roles
        self.setObjectName("row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fit(self, width: int) -> int:
        """The height in pixels at this width."""
        return self._paint(None, width)

    def sizeHint(self) -> QSize:
        return QSize(300, self.fit(300))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        self._paint(painter, self.width())
        painter.end()

    def _icon(self) -> str:
        raise NotImplementedError

    def _paint(self, painter: QPainter | None, width: int) -> int:
        """Paint, or only measure where there is no painter; gives the height."""
        scale = self._look.scale
        size, gutter, top = grown(18, scale), grown(28, scale), grown(5, scale)
        edge, gap = grown(4, scale), grown(10, scale)
        inner = width - gutter - edge
        x = edge if mirrored() else gutter
        words = SetLines(self._words, self._role, scale, inner)
        meta = SetLines(self._meta, TextRole.META, scale, inner)
        beside = words.count == 1 and words.used_width + gap + meta.used_width <= inner
        if painter is not None:
            middle = top + (words.height // max(words.count, 1) - size) // 2
            place = QRect(width - size if mirrored() else 0, middle, size, size)
            paint_icon(painter, place, self._icon(), self._look.tokens.text_2)
            words.paint(painter, x, top, self._look.colour(self._colour))
            step = words.used_width + gap
            at = (x - step if mirrored() else x + step) if beside else x
            down = words.first_baseline - meta.first_baseline if beside else words.height
            meta.paint(painter, at, top + down, self._look.colour("text_2"))
        return 2 * top + words.height + (meta.height if self._meta and not beside else 0)


class EntryRow(_Row):
    """Another entry: its kind's icon, its title, and what it is to this one."""

    def __init__(
        self, target: EntryId, title: str, meta: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, meta, look, (TextRole.INTERFACE, "accent"), parent)
        self.target = target
        self.setAccessibleName(visible(f"{title}, {meta}" if meta else title))

    def show_as_known(self, known: bool) -> None:
        """Lead nowhere, in plain text colour, where no entry of this id exists."""
        self.setEnabled(known)
        self._colour = "accent" if known else "text"

    def _icon(self) -> str:
        return KIND_ICONS[self.target.kind]


class Disclosure(_Row):
    """A heading that shows or hides what stands under it; checked while it is open."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(text, "", look, (look.heading, "text"), parent)
        self.setCheckable(True)
        self.setAccessibleName(text)

    def _icon(self) -> str:
        return "chevron-down" if self.isChecked() else "chevron-right"
