"""Fields of a form: a label above a control that fills the width."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, line_height


class Field(QWidget):
    """A named control; a screen reader hears the name with it."""

    def __init__(self, name: str, control: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.control = control
        self.label = QLabel(name)
        self.label.setWordWrap(True)
        self.label.setBuddy(control)
        control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(control)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.label.setFont(font(TextRole.META_STRONG, self._theme.scale))
        self.control.setFont(font(TextRole.INTERFACE, self._theme.scale))


class TextField(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next control. ``typed`` brings what it has."""

    typed = Signal(str)

    def __init__(self, theme: Theme, lines: int = 4) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))
        theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show a text without sending it; one that is there keeps its caret."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)

    def _dress(self) -> None:
        line = line_height(TextRole.INTERFACE, self._theme.scale)
        self.setMinimumHeight(self._lines * line + self._theme.grown(16))


class LineField(QLineEdit):
    """One line of text."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(300)
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show a text without sending it; one that is there keeps its caret."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class ChoiceField(QComboBox):
    """One of some values. ``picked`` brings the one that was chosen by a person."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda at: self.picked.emit(self.itemData(at)))

    def offer(self, options: Iterable[tuple[object, str]]) -> None:
        """Offer these values, in these words."""
        value = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for data, words in options:
                self.addItem(words, data)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show which value holds; one that is not offered is added as it stands."""
        at = self.findData(value)
        if at < 0 and value:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(max(at, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the form with the wheel changes nothing in passing.
        event.ignore()


class NumberField(QSpinBox):
    """A whole number. ``typed`` brings what a person set."""

    typed = Signal(int)

    def __init__(self, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setRange(0, most)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.typed)

    def show_number(self, number: int) -> None:
        """Show a number without sending it."""
        with QSignalBlocker(self):
            self.setValue(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # As above.
        event.ignore()
