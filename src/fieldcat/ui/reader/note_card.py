"""A note as a card in the margin: what it is on, its words, and whether they are saved."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from textwrap import shorten

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QLocale,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from fieldcat.ui.icons import icon, paint_icon
from fieldcat.ui.labels import error_text
from fieldcat.ui.pointer import let_go_with
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.note_editor import NoteEditor
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, grown
from fieldcat.ui.widgets.words import Words

_QUOTED_LETTERS = 64
_CALM_MS = 300
"""«Saved» is shown once nothing was typed for so long: it does not flicker between two keys."""
_SIDE, _ABOVE, _BETWEEN, _BAR, _ICON, _BUTTON = 15, 10, 5, 3, 15, 26


class Standing(Enum):
    """Where the words that a note is on are now."""

    WHOLE = auto()
    """It is on the whole entry."""
    SHOWN = auto()
    """On the page."""
    FOLDED = auto()
    """In a part that is folded."""
    LOST = auto()
    """Nowhere: the text has changed."""


class NoteCard(QWidget):
    """One note, edited in place. ``heading`` says what it is on, where it is on no passage."""

    pressed = Signal()
    """It was clicked beside its words."""
    chosen = Signal()
    """Its menu was asked for."""
    entered = Signal(Qt.FocusReason)
    """The keyboard came to its words, for this reason."""
    caret_moved = Signal()
    """`caret` may be elsewhere."""
    pointed = Signal(bool)
    """The pointer is over it, or left it."""
    remove_wanted = Signal()
    left = Signal()
    """The keyboard left its words."""
    resized = Signal()
    """Another height is needed."""

    def __init__(
        self, draft: Draft, theme: Theme, heading: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self._theme = theme
        self._heading = heading
        self._standing: Standing | None = None
        self._folded_in = ""
        self.active = False
        self._hovered = False
        self._said_saved = draft.is_saved
        on_whole = draft.passage is None
        role = TextRole.INTERFACE_STRONG if on_whole else TextRole.NOTE
        self.on = Words("", role, theme, ink="text" if on_whole else "text_2", parent=self)
        self.fault = Words("", TextRole.NOTE, theme, ink="caution", parent=self)
        self.retry = QPushButton(self.tr("Try again"), self)
        self.retry.setObjectName("quiet")
        self.retry.setProperty("small", True)
        self.retry.clicked.connect(draft.flush)
        self.editor = NoteEditor(theme, self)
        self.editor.setPlaceholderText(self.tr("Write a note"))
        self.editor.show_text(draft.text)
        self.when = Words("", TextRole.NOTE, theme, ink="text_2", parent=self)
        self.edit = self._button("pencil", self.tr("Edit this note"))
        self.edit.clicked.connect(self.start_editing)
        self.more = self._button("ellipsis", self.tr("More about this note"))
        self.menu = QMenu(self)
        remove = self.menu.addAction(icon("trash-2"), self.tr("Delete this note"))
        remove.triggered.connect(self.remove_wanted)
        self.more.clicked.connect(self._open_menu)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._show_state)
        self._footer_icon = QRect()
        self._connect()
        self.setMouseTracking(True)
        self.stand(Standing.WHOLE if on_whole else Standing.SHOWN)
        self._dress()

    @property
    def standing(self) -> Standing:
        """Where the words are that the note is on."""
        assert self._standing is not None
        return self._standing

    def stand(self, standing: Standing, folded_in: str = "") -> None:
        """Say where the words are that the note is on; ``folded_in`` names the folded part."""
        if (standing, folded_in) == (self._standing, self._folded_in):
            return
        self._standing, self._folded_in = standing, folded_in
        passage = self.draft.passage
        self.on.setToolTip("")
        if passage is None:
            words = self._heading
        elif standing is Standing.FOLDED:
            # What is folded is not shown beside it either.
            words = self.tr("In a folded part: {part}").format(part=folded_in)
        else:
            words = self.tr("“{words}”").format(words=_in_short(passage.quotation))
            self.on.setToolTip(passage.quotation)
        self.on.setText(words)
        shown = self.tr("Note on {what}").format(what=words)
        self.setAccessibleName(shown)
        self.editor.setAccessibleName(shown)
        self._show_state()

    @property
    def caret(self) -> QRect:
        """Where the caret stands in the card."""
        return self.editor.caret.translated(self.editor.pos())

    def set_active(self, active: bool) -> None:
        """Be the card that is at work, with an accent line and its buttons."""
        if active != self.active:
            self.active = active
            self._show_buttons()
            self.update()

    def set_hovered(self, hovered: bool) -> None:
        """Stand out, because its passage is pointed at."""
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def start_editing(self) -> None:
        """Put the keyboard at the end of the words."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)

    def fit(self, width: int) -> int:
        """Place the parts in this width and tell the height, both in pixels."""
        scale = self._theme.scale
        side, between = grown(_SIDE, scale), grown(_BETWEEN, scale)
        inner = width - side - grown(12, scale)
        y = grown(_ABOVE, scale)
        for words in (self.on, self.fault):
            if words.text():
                height = words.heightForWidth(inner)
                self._put(words, QRect(side, y, inner, height), width)
                y += height + (between if words is self.fault or self.draft.passage else 0)
        self.fault.setVisible(bool(self.fault.text()))
        self.retry.setVisible(self.draft.fault is not None)
        if self.draft.fault is not None:
            size = self.retry.sizeHint()
            self._put(self.retry, QRect(side, y, min(size.width(), inner), size.height()), width)
            y += size.height() + between
        height = self.editor.fit(inner)
        self._put(self.editor, QRect(side, y, inner, height), width)
        y += height + between
        icon_side, button = grown(_ICON, scale), grown(_BUTTON, scale)
        line = max(self.when.heightForWidth(inner - icon_side - 2 * button), 1)
        row = max(line, button)
        # In the middle of the letters, which stand a little below that of their line.
        above = (row - icon_side) // 2 + 1
        self._footer_icon = QRect(side, y + above, icon_side, icon_side)
        if self.isRightToLeft():
            self._footer_icon.moveLeft(width - side - icon_side)
        left = side + icon_side + grown(6, scale)
        room = width - left - 2 * button - grown(8, scale)
        self._put(self.when, QRect(left, y + (row - line) // 2, room, line), width)
        end = width - grown(8, scale)
        self._put(self.more, QRect(end - button, y + (row - button) // 2, button, button), width)
        self._put(
            self.edit, QRect(end - 2 * button, y + (row - button) // 2, button, button), width
        )
        return y + row + grown(6, scale)

    # --- events -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.start_editing()
        self.pressed.emit()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chosen.emit()
        self.menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(shape)
        x = self.width() - _BAR if self.isRightToLeft() else 0
        painter.fillRect(QRectF(x, 0, _BAR, self.height()), QColor(tokens.note_line))
        painter.restore()
        edge = tokens.accent if self.active else tokens.note_line if self._hovered else tokens.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawPath(shape)
        paint_icon(painter, self._footer_icon, self._footer_name(), tokens.text_2)
        painter.end()

    # --- what is said -------------------------------------------------------------------------

    def _connect(self) -> None:
        let_go_with(self.menu, lambda: self.more)
        self.editor.textChanged.connect(lambda: self.draft.say(self.editor.toPlainText()))
        self.editor.resized.connect(self.resized)
        self.editor.entered.connect(self.entered)
        self.editor.caret_moved.connect(self.caret_moved)
        self.editor.left.connect(self._on_left)
        self.draft.changed.connect(self._on_draft_changed)
        self._theme.changed.connect(self._dress)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_left(self) -> None:
        self.draft.flush()
        if self.draft.is_saved:
            self._said_saved = True
            self._show_state()
        self.left.emit()

    def _on_draft_changed(self) -> None:
        if self.draft.text != self.editor.toPlainText():
            self.editor.show_text(self.draft.text)
            self.resized.emit()
        if self.draft.is_saved and self.draft.fault is None:
            self._calm.start()
        else:
            self._calm.stop()
            self._show_state()

    def _show_state(self) -> None:
        """Say when the note was written, or that it is being saved, or why it is not."""
        draft, saved = self.draft, self.draft.is_saved
        place = self.tr("Passage") if draft.passage else ""
        if draft.fault is not None:
            state = self.tr("Not saved")
        elif not saved:
            state = self.tr("Saving…") if draft.is_worth_keeping else self.tr("New")
        elif not self._said_saved:
            state = self.tr("Saved")
        else:
            state = _day(draft.note.changed_at)
        self.when.setText(" \u00b7 ".join(words for words in (place, state) if words))
        fault = ""
        if draft.fault is not None:
            why = error_text(draft.fault)
            fault = self.tr("{why} Your words are still here.").format(why=why)
        elif self._standing is Standing.LOST:
            fault = self.tr("The text has changed; these words are no longer there")
        if saved and not self._said_saved:
            self._say(self.tr("Note saved"))
        elif fault and fault != self.fault.text() and draft.fault is not None:
            self._say(fault)
        # Once said, it stays until the next word is typed.
        self._said_saved = saved and (self._said_saved or not self.editor.hasFocus())
        if fault != self.fault.text():
            self.fault.setText(fault)
            self.resized.emit()
        self._show_buttons()
        self.update()

    def _say(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _footer_name(self) -> str:
        if self.draft.fault is not None or self._standing is Standing.LOST:
            return "triangle-alert"
        return "highlighter" if self.draft.passage else "calendar"

    def _show_buttons(self) -> None:
        for button in (self.edit, self.more):
            button.setVisible(self.active)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("inField")
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _put(self, widget: QWidget, box: QRect, width: int) -> None:
        if self.isRightToLeft():
            box.moveLeft(width - box.x() - box.width())
        widget.setGeometry(box)

    def _dress(self) -> None:
        side = self._theme.grown(16)
        for button in (self.edit, self.more):
            button.setIconSize(QSize(side, side))
        self.editor.dress()
        self.resized.emit()


def _in_short(quotation: str) -> str:
    """The first words of a quotation."""
    whole = " ".join(quotation.split())
    cut = shorten(whole, _QUOTED_LETTERS, placeholder="")
    # A single word may be longer than that; not all scripts part words by spaces.
    cut = (cut or whole[:_QUOTED_LETTERS]).rstrip(".,;: ")
    return whole if len(whole) <= _QUOTED_LETTERS else f"{cut}…"


def _day(moment: datetime) -> str:
    """A day as one says it: today, yesterday, 12 November, 12 November 2023."""
    translate = QCoreApplication.translate
    local = moment.astimezone()
    day, today = QDate(local.year, local.month, local.day), QDate.currentDate()
    if day == today:
        return translate("NoteCard", "today")
    if day == today.addDays(-1):
        return translate("NoteCard", "yesterday")
    form = translate("NoteCard", "d MMMM")
    if day.year() != today.year():
        form = translate("NoteCard", "d MMMM yyyy")
    return QLocale().toString(day, form)
