"""What stands at the top of a page: the kind line, and the note on an entry that is sensitive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.domain.entry import Kind
from fieldcat.ui.icons import KIND_ICONS, paint_icon
from fieldcat.ui.labels import kind_label
from fieldcat.ui.reader.counted import Counted
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text, isolated
from fieldcat.ui.type import TextRole, grown, line_height

_NAMED = 2


def kind_text(view: EntryView) -> str:
    """Kind, place and year: «Case study · Colombia · 2024»."""
    head = view.entry.head
    translate = QCoreApplication.translate
    if len(head.countries) > _NAMED:
        where = Counted().countries(len(head.countries))
    else:
        where = translate("Reader", ", ", "between the names of a list").join(
            isolated(view.label("countries", country)) for country in head.countries
        )
    undated = head.kind in (Kind.TERM, Kind.ORGANISATION) or not head.year
    year = "" if undated else date_text(str(head.year))
    return " \u00b7 ".join(part for part in (kind_label(head.kind), where, year) if part)


class KindLine(QWidget):
    """The icon of the kind in accent, and what, where and when."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = KIND_ICONS[view.entry.head.kind]
        self._words = Words(kind_text(view), TextRole.META, look, colour="text_2", parent=self)

    def fit(self, width: int) -> int:
        """Place the words in this width and tell the height, both in pixels."""
        gutter = grown(23, self._look.scale)
        height = self._words.fit(width - gutter)
        self._words.setGeometry(0 if mirrored() else gutter, 0, width - gutter, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = grown(16, self._look.scale)
        top = (line_height(TextRole.META, self._look.scale) - size) // 2
        x = self.width() - size if mirrored() else 0
        painter = QPainter(self)
        place = QRect(x, top, size, size)
        paint_icon(painter, place, self._icon, self._look.tokens.accent)
        painter.end()


class SensitiveNote(QFrame):
    """Why a reader should know first what the whole entry speaks of."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caution")
        self._look = look
        said = self.tr("Sensitive: {reason}")
        reason = view.entry.head.sensitive
        # Kept apart from the word before it, which may be of another direction.
        shown = said.format(reason=f"\u2068{reason}\u2069")
        self._words = Words(shown, TextRole.META, look, parent=self)
        self.setAccessibleName(said.format(reason=reason))

    def fit(self, width: int) -> int:
        """Place the words in this width and tell the height, both in pixels."""
        scale = self._look.scale
        side, top, gutter = grown(12, scale), grown(8, scale), grown(26, scale)
        inner = width - 2 * side - gutter
        height = self._words.fit(inner)
        self._words.setGeometry(side if mirrored() else side + gutter, top, inner, height)
        return height + 2 * top

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scale = self._look.scale
        size, side = grown(16, scale), grown(12, scale)
        top = grown(8, scale) + (line_height(TextRole.META, scale) - size) // 2
        x = self.width() - side - size if mirrored() else side
        painter = QPainter(self)
        paint_icon(painter, QRect(x, top, size, size), "shield-alert", self._look.tokens.caution)
        painter.end()
