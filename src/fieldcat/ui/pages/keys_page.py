"""The page of keys: everything that can be done with the keyboard, in groups, to be searched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.actions import Actions
from fieldcat.ui.key_list import KeyRow, key_groups
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.sheet_page import SheetPage
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.words import Words

_KEYS, _NARROW = 190, 460
_SCROLLED = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Row(QFrame):
    """One line: what is done, and the keys."""

    def __init__(self, row: KeyRow, theme: Theme) -> None:
        super().__init__()
        self.row = row
        self._theme = theme
        self._keys = QLabel(row.keys)
        self._words = QLabel(row.words)
        self.setAccessibleName(f"{row.words}: {row.keys}")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 3, 0, 3)
        self._line.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._words, 1)
        for label in (self._keys, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.set_stacked(False)

    def set_stacked(self, stacked: bool) -> None:
        """Set the words under the keys."""
        self._keys.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._line.setSpacing(self._theme.grown(0 if stacked else 16))
        if stacked:
            self._keys.setMinimumWidth(0)
            self._keys.setMaximumWidth(16777215)
        else:
            self._keys.setFixedWidth(self._theme.scaled(_KEYS))


class KeysPage(SheetPage):
    """A field over the groups; typing leaves only what has the words or the key."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(self.tr("Keys"), theme, actions, widest=664)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search the keys"))
        self.field.setAccessibleName(self.tr("Search the keys"))
        self.field.setClearButtonEnabled(True)
        self.field.setObjectName("search")
        self.field.setTextMargins(8, 5, 8, 5)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self._nothing = Words(self.tr("No key does that."), TextRole.INTERFACE, theme, ink="text_2")
        self._nothing.hide()
        self.groups: list[tuple[QWidget, tuple[_Row, ...]]] = []
        self.column.addSpacing(12)
        self.column.addWidget(self.field)
        self.column.addSpacing(6)
        self.column.addWidget(self._nothing)
        for title, rows in key_groups():
            self._add(title, tuple(_Row(row, theme) for row in rows))
        self.column.addStretch(1)

    @property
    def shown(self) -> tuple[KeyRow, ...]:
        """The rows that are left."""
        return tuple(row.row for _group, rows in self.groups for row in rows if not row.isHidden())

    def set_layout(self, layout: Layout) -> None:
        super().set_layout(layout)
        narrow = self.width() < self._theme.scaled(_NARROW)
        for _group, rows in self.groups:
            for row in rows:
                row.set_stacked(narrow)

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        # The list under the field scrolls without leaving it.
        if watched is self.field and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            bar = self.sheet.verticalScrollBar()
            key = Qt.Key(event.key())
            if key in _SCROLLED:
                bar.setValue(bar.value() + _SCROLLED[key] * self._theme.scaled(60))
                return True
            if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                step = bar.pageStep() if key is Qt.Key.Key_PageDown else -bar.pageStep()
                bar.setValue(bar.value() + step)
                return True
        return False

    def _add(self, title: str, rows: tuple[_Row, ...]) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(title, TextRole.META_STRONG, self._theme, ink="text_2"))
        for row in rows:
            column.addWidget(row)
        self.groups.append((group, rows))
        self.column.addWidget(group)

    def _narrow(self, text: str) -> None:
        for group, rows in self.groups:
            for row in rows:
                row.setVisible(row.row.has(text))
            group.setVisible(any(not row.isHidden() for row in rows))
        self._nothing.setVisible(not self.shown)
