"""A changed entry as it was and as it is, in one text: what was added, what was removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from fieldcat.domain.comparing import Comparison, Mark, Passage
from fieldcat.domain.updating import Change
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.wording import Wording

_GAP = 10


class CompareView(QWidget):
    """``read_wanted``: read this entry. ``next_wanted``: compare this one. ``left``: go back."""

    read_wanted = Signal(Change)
    next_wanted = Signal(Change)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(self)
        self._change: Change | None = None
        self._comparison: Comparison | None = None
        self._following: Change | None = None
        self.setObjectName("surface")
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("Text before and now"))
        self.foot = Foot(theme)
        self.read_button = self.foot.add(
            acting_button(self.tr("Read it as it is now"), "file-text", "primary")
        )
        self.read_button.clicked.connect(self._on_read)
        self.next_button = self.foot.add(
            acting_button(self.tr("Next change"), "arrow-right", "secondary")
        )
        self.next_button.clicked.connect(self._on_next)
        self.back_button = self.foot.add(acting_button("", "", "quiet"))
        self.back_button.clicked.connect(self.left)
        self.foot.close_row()
        self._column = QVBoxLayout()
        self._column.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column, 1)
        column.addWidget(self.foot)
        theme.changed.connect(self._dress)
        self._dress()

    def show_comparison(
        self, change: Change, comparison: Comparison, *, offered: bool = False
    ) -> None:
        """Show what became of an entry, or what would where it is ``offered``."""
        if not offered:
            self._following = None
        self._show(change, comparison, offered=offered)

    def show_waiting(self, change: Change, following: Change | None = None) -> None:
        """Show that what would become of an entry is found out, and which is to follow it."""
        self._following = following
        self._show(change, None, offered=True)

    def waits_for(self, change: Change) -> bool:
        """Whether that is shown of this change."""
        return self._comparison is None and self._change == change

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, change: Change, comparison: Comparison | None, *, offered: bool) -> None:
        self.read_button.setVisible(not offered)
        # It stays where nothing follows: else the way back would come under a pointer that goes
        # from change to change, and after that the import.
        self.next_button.setVisible(offered)
        self.next_button.setEnabled(self._following is not None)
        self.back_button.setText(
            self.tr("Back to the edition") if offered else self.tr("Back to what is new")
        )
        self.back_button.setAccessibleName(self.back_button.text())
        self._change, self._comparison = change, comparison
        self._compose()
        self.text.setFocus()

    def _on_read(self) -> None:
        if self._change is not None:
            self.read_wanted.emit(self._change)

    def _on_next(self) -> None:
        if self._following is not None:
            self.next_wanted.emit(self._following)

    def _dress(self) -> None:
        grown = self._theme.grown
        self._column.setContentsMargins(grown(28), grown(24), grown(28), grown(8))
        self._column.setSpacing(grown(6))
        self._compose()

    # --- the text -----------------------------------------------------------------------------

    def _compose(self) -> None:
        if self._change is None:
            return
        self.text.clear()
        self.text.document().setDocumentMargin(0)
        cursor = QTextCursor(self.text.document())
        gap = QTextBlockFormat()
        gap.setBottomMargin(self._theme.grown(_GAP))
        # The font's own lines stand too far apart.
        heading = QTextBlockFormat(gap)
        arabic = is_arabic(self._change.title)
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        high = line_height(TextRole.TITLE, self._theme.scale, arabic=arabic)
        heading.setLineHeight(high, fixed.value)
        cursor.setBlockFormat(heading)
        title = QTextCharFormat()
        title.setFont(font(TextRole.TITLE, self._theme.scale))
        title.setForeground(QColor(self._theme.tokens.text))
        cursor.insertText(self._change.title, title)
        cursor.insertBlock(gap)
        if self._comparison is None:
            cursor.insertText(self.tr("Comparing with what you have…"), self._quiet())
            return
        cursor.insertText(self._legend(self._comparison), self._quiet())
        same = 0
        for passage in [*self._comparison.passages, None]:
            if passage is not None and passage.mark is Mark.SAME:
                same += 1
                continue
            if same:
                cursor.insertBlock(gap)
                cursor.insertText(self._wording.unchanged(same), self._quiet())
                same = 0
            if passage is not None:
                cursor.insertBlock(gap)
                self._insert(cursor, passage)
        if self._comparison.folded:
            cursor.insertBlock(gap)
            words = self.tr("Its sensitive parts have changed, too. They are not shown here.")
            cursor.insertText(words, self._quiet())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _legend(self, comparison: Comparison) -> str:
        if comparison.folded or any(one.mark is not Mark.SAME for one in comparison.passages):
            return self.tr(
                "What was added is underlined, what was removed is struck through. The words "
                "before a paragraph say which."
            )
        return self.tr(
            "All of its words are the same. What has changed is a link, a source, a date, or how "
            "it is filed."
        )

    def _insert(self, cursor: QTextCursor, passage: Passage) -> None:
        label = QTextCharFormat(self._quiet())
        label.setFontWeight(QFont.Weight.DemiBold)
        words = {
            Mark.ADDED: self.tr("Added:"),
            Mark.REMOVED: self.tr("Removed:"),
            Mark.CHANGED: self.tr("Changed:"),
        }
        cursor.insertText(f"{words[passage.mark]} ", label)
        for piece in passage.pieces:
            cursor.insertText(piece.text, self._format(piece.mark))

    def _quiet(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(TextRole.META, self._theme.scale))
        made.setForeground(QColor(self._theme.tokens.text_2))
        return made

    def _format(self, mark: Mark) -> QTextCharFormat:
        tokens, made = self._theme.tokens, QTextCharFormat()
        made.setFont(font(TextRole.PANE_TEXT, self._theme.scale))
        made.setForeground(QColor(tokens.text))
        if mark is Mark.ADDED:
            made.setFontUnderline(True)
            made.setForeground(QColor(tokens.ok))
            made.setBackground(QColor(tokens.ok_bg))
        elif mark is Mark.REMOVED:
            made.setFontStrikeOut(True)
            made.setForeground(QColor(tokens.danger))
            made.setBackground(QColor(tokens.danger_bg))
        return made
