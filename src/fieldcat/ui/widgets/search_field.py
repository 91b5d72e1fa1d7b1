"""The search field: an icon before, a cross to clear it, a hint of its key while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from fieldcat.ui.icons import icon, paint_icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic
from fieldcat.ui.widgets.one_line import OneLine

_BESIDE_HINT = 8
"""What a field keeps free beside its words, in pixels."""


class SearchField(QLineEdit):
    """Where one types what one looks for. ``left_downwards``: ↓ leads on to the results."""

    left_downwards = Signal()

    def __init__(
        self,
        theme: Theme,
        hint: str = "",
        *,
        short: str = "",
        keyed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``short``: what is hinted where ``hint`` does not fit. ``keyed``: the key leads here."""
        super().__init__(parent)
        self._theme = theme
        self._keyed = keyed
        self._arabic = False
        self.setObjectName("search")
        self.setValidator(OneLine(self))
        hint = hint or self.tr("Search the casebook")
        self._hints = (hint, short or self.tr("Search"))
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.clear_button = QToolButton(self)
        self.clear_button.setObjectName("inField")
        self.clear_button.setIcon(icon("x", role="text_2"))
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setToolTip(self.tr("Clear the search"))
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._dress)
        self._dress()

    def show_left(self, line: str, cursor: int) -> None:
        """Show what remains of a line of which a part was taken elsewhere; nobody typed this."""
        blocked = self.blockSignals(True)
        self.setText(line)
        self.setCursorPosition(cursor)
        self.blockSignals(blocked)
        self._on_text_changed(line)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(240), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(120), self._height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and not self.isUndoAvailable():
            # Where nothing was typed that could be taken back, Ctrl+Z is the window's.
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_clear()
        self._hint()

    def _hint(self) -> None:
        """Say what can be typed here, in as many words as there is room for."""
        margins = self.textMargins()
        room = self.contentsRect().width() - margins.left() - margins.right() - _BESIDE_HINT
        width = QFontMetrics(self.font()).horizontalAdvance
        self.setPlaceholderText(next((hint for hint in self._hints if width(hint) <= room), ""))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_clear()
            self._align()

    def _align(self) -> None:
        """Have words, and the hint, stand at the window's edge, whatever the keyboard is set to."""
        edges, mirrored = Qt.AlignmentFlag, self.isRightToLeft()
        leading = edges.AlignRight | edges.AlignAbsolute if mirrored else edges.AlignLeft
        self.setAlignment(leading | edges.AlignVCenter)

    def _place_clear(self) -> None:
        side = self._theme.grown(26)
        inset = self._theme.grown(7)
        left = inset if self.isRightToLeft() else self.width() - side - inset
        self.clear_button.setGeometry(left, (self.height() - side) // 2, side, side)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        tokens = self._theme.tokens
        side = self._theme.grown(20)
        inset = self._theme.grown(10)
        left = self.width() - side - inset if self.isRightToLeft() else inset
        at = QRect(left, (self.height() - side) // 2, side, side)
        paint_icon(painter, at, "search", tokens.text_2)
        if self._keyed and not self.text() and not self.hasFocus():
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        key_font = font(TextRole.NOTE, self._theme.scale)
        side = QFontMetrics(key_font).height() + 2
        left = 10 if self.isRightToLeft() else self.width() - side - 10
        box = QRect(left, (self.height() - side) // 2, side - 2, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(key_font)
        painter.setPen(QColor(tokens.text_2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "/")

    def _on_text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        if is_arabic(text) != self._arabic:
            self._arabic = is_arabic(text)
            self._set_font()

    def _set_font(self) -> None:
        # Qt centres a line by the first of its font's families, which has to be that of the words.
        self.setFont(font(TextRole.SEARCH, self._theme.scale, arabic=self._arabic))

    def _dress(self) -> None:
        self._set_font()
        self._align()
        side = self._theme.grown(35)
        self.setTextMargins(side, 0, side, 0)
        icon_side = self._theme.grown(18)
        self.clear_button.setIconSize(QSize(icon_side, icon_side))
        self.setFixedHeight(self._height())
        self._hint()

    def _height(self) -> int:
        return self._theme.scaled(20) + self._theme.grown(18)
