"""The words of a note: plain text, edited where it stands, as high as it needs."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height

_LEAST_LINES = 1
_LOW = "\u064a\u062c\u0639"
"""Letters that reach low, and have dots there: without them they would be others."""


class NoteEditor(QTextEdit):
    """A field without a frame that never scrolls. Tab leads on, Esc is the card's."""

    resized = Signal()
    """Another height is needed: `fit` tells it."""
    entered = Signal(Qt.FocusReason)
    """The keyboard came, for this reason."""
    left = Signal()
    """The keyboard went."""
    caret_moved = Signal()
    """`caret` may be elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = 0
        self._arabic = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.dress()

    def show_text(self, text: str) -> None:
        """Show other words, which nobody typed here."""
        if text != self.toPlainText():
            before = self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(before)
            self._follow_script()
            self._set_lines()

    def fit(self, width: int) -> int:
        """The height in pixels at this width."""
        self.document().setTextWidth(width)
        least = _LEAST_LINES * self._line_height()
        self._height = max(ceil(self.document().size().height()), least, ceil(self._lowest()))
        return self._height

    def _lowest(self) -> float:
        """How far down the letters of the last line reach: in Arabic below the line itself."""
        layout = self.document().lastBlock().layout()
        if not self._arabic or not layout.lineCount():
            return 0.0
        line = layout.lineAt(layout.lineCount() - 1)
        letters = QFontMetricsF(self.document().defaultFont()).tightBoundingRect(_LOW)
        return layout.position().y() + line.y() + line.ascent() + letters.bottom() + 1

    @property
    def caret(self) -> QRect:
        """Where the caret stands in the field once that is as high as its words ask for."""
        # Until then the field has scrolled its words, to have the caret in view by itself.
        return self.cursorRect().translated(0, self.verticalScrollBar().value())

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def dress(self) -> None:
        """Take up the size of the text."""
        face = font(TextRole.INTERFACE, self._theme.scale, arabic=self._arabic)
        self.document().setDefaultFont(face)
        self._set_lines()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.caret_moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, never a note.
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._set_lines()

    def hideEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().hideEvent(event)  # type: ignore[arg-type]  # it is a QHideEvent

    def _on_text_changed(self) -> None:
        self._follow_script()
        before = self._height
        if self.fit(self.viewport().width()) != before:
            self.resized.emit()
        # Once more: the words may have been moved on before there was room for them.
        self.caret_moved.emit()

    def _line_height(self) -> int:
        return line_height(TextRole.INTERFACE, self._theme.scale, arabic=self._arabic)

    def _follow_script(self) -> None:
        """Take the type that is for the script of the words."""
        arabic = is_arabic(self.toPlainText())
        if arabic != self._arabic:
            self._arabic = arabic
            self.dress()

    def _set_lines(self) -> None:
        """Give all lines the height of the design; new ones take it from the line before."""
        fmt = QTextBlockFormat()
        kinds = QTextBlockFormat.LineHeightTypes
        # Arabic's own line is half as high again as the design's; of other scripts that may be
        # typed here some are higher, and are not to be cut.
        kind = kinds.FixedHeight if self._arabic else kinds.MinimumHeight
        # Each line has the direction of its own words and stands on the side of the window.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        fmt.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        fmt.setLineHeight(self._line_height(), kind.value)
        before = self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(fmt)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(before)
