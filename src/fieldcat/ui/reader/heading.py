"""What stands at the top of a page: the kind line, and the note on an entry that is sensitive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.domain.entry import Kind
from fieldcat.ui.icons import KIND_ICONS, paint_icon
from fieldcat.ui.labels import day, kind_label
from fieldcat.ui.reader.counted import Counted
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text, isolated, visible
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


class _Note(QFrame):
    """Words in a box with a sign before them; ``kind`` names the box, ``ink`` the sign's colour."""

    def __init__(
        self, kind: str, sign: str, ink: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self._sign, self._ink = sign, ink
        self._look = look
        self._words = Words("", TextRole.META, look, parent=self)

    def say(self, shown: str, spoken: str) -> None:
        """Say this."""
        self._words.setText(shown)
        self.setAccessibleName(spoken)

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
        ink: str = getattr(self._look.tokens, self._ink)
        paint_icon(painter, QRect(x, top, size, size), self._sign, ink)
        painter.end()


class SensitiveNote(_Note):
    """Why a reader should know first what the whole entry speaks of."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("caution", "shield-alert", "caution", look, parent)
        said = self.tr("Sensitive: {reason}")
        reason = view.entry.head.sensitive
        # Kept apart from the word before it, which may be of another direction.
        self.say(said.format(reason=f"\u2068{reason}\u2069"), said.format(reason=reason))


class WithdrawnNote(_Note):
    """That the entry is published no more, since when, and the publisher's reason."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("danger", "circle-x", "danger", look, parent)
        self.say(withdrawn_text(view), visible(withdrawn_text(view)))


def withdrawn_text(view: EntryView) -> str:
    """The same in words, for the screen and for paper; empty where it is published."""
    gone, translate = view.withdrawal, QCoreApplication.translate
    if gone is None:
        return ""
    words = translate(
        "WithdrawnNote",
        "Withdrawn on {date} by {publisher}: {reason} This is the text as it was here last; do not "
        "pass it on as valid.",
    )
    reason = gone.reason if gone.reason.endswith((".", "!", "?", "…")) else f"{gone.reason}."
    return words.format(
        date=day(gone.date),
        publisher=isolated(view.collection.publisher),
        reason=isolated(reason),
    )
