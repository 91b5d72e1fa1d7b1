"""The fold over a sensitive section: its text is not there until the reader opens it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from fieldcat.domain.entry import Section
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.section import SectionBody
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.type import TextRole, grown, line_height

_BESIDE = 420
"""Effective width in pixels from which the button stands beside the words, not under them."""


class Fold(QWidget):
    """A sensitive section, folded behind its title and a reason, or open with a way to fold it."""

    toggled = Signal(str, bool)
    """The reader opened or folded the section: its id, and whether it is open."""

    def __init__(
        self,
        view: EntryView,
        section: Section,
        look: Look,
        *,
        opened: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._cover: _Cover | None = None
        self._opened: _Opened | None = None
        if opened:
            self._opened = _Opened(view, section, look, self)
            self._opened.button.clicked.connect(lambda: self.toggled.emit(section.id, False))
        else:
            self._cover = _Cover(section, look, self)
            self._cover.button.clicked.connect(lambda: self.toggled.emit(section.id, True))

    @property
    def body(self) -> SectionBody | None:
        """The section's text; None while it is folded."""
        return self._opened.body if self._opened else None

    @property
    def title(self) -> Words | None:
        """The title on the cover; None while the section is open."""
        return self._cover.title if self._cover else None

    @property
    def button(self) -> QPushButton:
        """What opens or folds the section."""
        shown = self._opened or self._cover
        assert shown is not None
        return shown.button

    def fit(self, width: int) -> int:
        """Place the parts in this width and tell the height, both in pixels."""
        shown = self._opened or self._cover
        assert shown is not None
        height = shown.fit(width)
        shown.setGeometry(0, 0, width, height)
        return height


class _Cover(QFrame):
    def __init__(self, section: Section, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("caution")
        self._look = look
        title = self.tr("Sensitive: {title}").format(title=section.title)
        self.title = Words(title, TextRole.INTERFACE_STRONG, look, parent=self)
        self._reason = Words(section.sensitive, TextRole.META, look, colour="text_2", parent=self)
        self.button = _button(self.tr("Open section"), "secondary", self)
        self.button.setAccessibleDescription(f"{title}. {section.sensitive}")
        self._icon = QRect()

    def fit(self, width: int) -> int:
        scale = self._look.scale
        side, gutter, pad = grown(16, scale), grown(34, scale), grown(12, scale)
        size, button = grown(20, scale), self.button.sizeHint()
        beside = width / scale >= _BESIDE
        inner = width - 2 * side - gutter - (button.width() + side if beside else 0)
        title, reason = self.title.fit(inner), self._reason.fit(inner)
        words = title + reason
        row = max(words, button.height()) if beside else words
        top = pad + (row - words) // 2
        self._icon = QRect(side, top, size, size)
        if beside:
            self._icon.moveTop(pad + (row - size) // 2)
        parts = (
            (self.title, QRect(side + gutter, top, inner, title)),
            (self._reason, QRect(side + gutter, top + title, inner, reason)),
            (self.button, QRect(0, 0, button.width(), button.height())),
        )
        box = parts[2][1]
        if beside:
            box.moveTo(width - side - button.width() + 2, pad + (row - button.height()) // 2)
        else:
            box.moveTo(side + gutter, top + words + pad)
        for widget, place in parts:
            _place(widget, place, width)
        if mirrored():
            self._icon.moveLeft(width - self._icon.x() - size)
        return 2 * pad + row + (0 if beside else pad + button.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, self._icon, "shield-alert", self._look.tokens.caution)
        painter.end()


class _Opened(QWidget):
    def __init__(self, view: EntryView, section: Section, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Words(
            self.tr("Sensitive"), TextRole.META_STRONG, look, colour="caution", parent=self
        )
        self.button = _button(self.tr("Fold"), "quiet", self)
        self.button.setProperty("small", True)
        self.button.setAccessibleDescription(section.title)
        self.body = SectionBody(view, section, look, self)
        self._icon = QRect()
        QWidget.setTabOrder(self.button, self.body)

    def fit(self, width: int) -> int:
        scale = self._look.scale
        indent, size, gap = grown(16, scale), grown(16, scale), grown(6, scale)
        line, button = line_height(TextRole.META_STRONG, scale), self.button.sizeHint()
        row = max(line, button.height())
        label = QRect(
            indent + size + gap,
            (row - line) // 2,
            min(self._label.natural_width(), width - indent - size - gap - button.width()),
            line,
        )
        place = QRect(width - button.width(), (row - button.height()) // 2, 0, 0)
        place.setSize(button)
        body = self.body.fit(width - indent)
        self._icon = QRect(indent, (row - size) // 2, size, size)
        if mirrored():
            self._icon.moveLeft(width - self._icon.x() - size)
        _place(self._label, label, width)
        _place(self.button, place, width)
        _place(self.body, QRect(indent, row + gap, width - indent, body), width)
        return row + gap + body

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self.width() - 3 if mirrored() else 0
        painter.fillRect(QRectF(x, 0, 3, self.height()), self._look.colour("caution_line"))
        paint_icon(painter, self._icon, "shield-alert", self._look.tokens.caution)
        painter.end()


def _button(text: str, kind: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(kind)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    # Enter presses it as Space does.
    button.setAutoDefault(True)
    return button


def _place(widget: QWidget, box: QRect, width: int) -> None:
    if mirrored():
        box.moveLeft(width - box.x() - box.width())
    widget.setGeometry(box)
