"""One setting: its name, a plain sentence about what it does, and the control that sets it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.icons import icon
from fieldcat.ui.pointer import let_go_with
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, line_height
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words

_WORDS = 330


class Setting(QWidget):
    """The words at the leading edge, the control beside them, or under them where it is narrow."""

    def __init__(
        self,
        name: str,
        sentence: str,
        control: QWidget,
        theme: Theme,
        *,
        words_wide: int = _WORDS,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words_wide = words_wide
        self.name, self.control = name, control
        self.sentence = Words(sentence, TextRole.META, theme, ink="text_2")
        if not sentence:
            self.sentence.hide()
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setSpacing(2)
        words.addWidget(Words(name, TextRole.INTERFACE_STRONG, theme))
        words.addWidget(self.sentence)
        words.addStretch(1)
        if not control.accessibleName():
            control.setAccessibleName(name)
        if not control.accessibleDescription():
            control.setAccessibleDescription(sentence)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._words)
        self._row.addWidget(control, 1)
        self._column = words
        self.set_stacked(False)

    def set_stacked(self, stacked: bool) -> None:
        """Set the control under the words."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._row.setSpacing(self._theme.grown(8 if stacked else 28))
        self._row.setContentsMargins(0, self._theme.grown(7), 0, self._theme.grown(7))
        line = line_height(TextRole.INTERFACE_STRONG, self._theme.scale)
        # The name stands on one line with the words of its control.
        above = 0 if stacked else max((_first_height(self.control) - line) // 2, 0)
        self._column.setContentsMargins(0, above, 0, 0)
        if stacked:
            self._words.setMinimumWidth(0)
            self._words.setMaximumWidth(16777215)
        else:
            self._words.setFixedWidth(self._theme.scaled(self._words_wide))


def _first_height(control: QWidget) -> int:
    """The height in pixels of the first row of a control."""
    while (layout := control.layout()) is not None and (first := layout.itemAt(0)) is not None:
        within = first.widget()
        if within is None:
            break
        control = within
    return control.sizeHint().height()


class RadioRow(QWidget):
    """One of a few values, all of them seen at once. ``chosen`` brings the one that was picked."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = [value for value, _label in options]
        self._flow = FlowLayout(parent=self)
        self._group = QButtonGroup(self)
        self.buttons = tuple(QRadioButton(label) for _value, label in options)
        for at, button in enumerate(self.buttons):
            button.setObjectName("option")
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._values[at]))
        self._group.idToggled.connect(self._let_tab_come_to_the_chosen_one)
        theme.changed.connect(self._dress)
        self._dress()

    def set_value(self, value: object) -> None:
        """Show which value holds; one that is not offered shows none."""
        self._group.setExclusive(False)
        for button, offered in zip(self.buttons, self._values, strict=True):
            button.setChecked(offered == value)
        self._group.setExclusive(True)
        self._let_tab_come_to_the_chosen_one()

    @property
    def value(self) -> object:
        """The value that is chosen; None where none is."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        checked = self._group.checkedButton() or self.buttons[0]
        checked.setFocus(reason)

    def _let_tab_come_to_the_chosen_one(self) -> None:
        # Qt sees to it where a button is clicked, not where a value was set.
        chosen = self._group.checkedButton()
        for button in self.buttons:
            reached = chosen is None or button is chosen
            policies = Qt.FocusPolicy
            button.setFocusPolicy(policies.StrongFocus if reached else policies.ClickFocus)

    def _dress(self) -> None:
        self._flow.set_gaps(self._theme.grown(16), self._theme.grown(4))


class _Choices(QMenu):
    """A menu of values: a letter leads to the next one that begins with it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, here = event.text().casefold(), self.activeAction()
        if letter.strip() and letter.isprintable():
            actions = self.actions()
            at = actions.index(here) + 1 if here in actions else 0
            for action in (*actions[at:], *actions[:at]):
                if action.text().casefold().startswith(letter):
                    self.setActiveAction(action)
                    return
        super().keyPressEvent(event)


class ChoiceButton(QPushButton):
    """One of many values: the one that holds stands on the button, the others in its menu."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[object, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.setObjectName("secondary")
        self.setIcon(icon("chevrons-up-down"))
        self.choices = _Choices(self)
        let_go_with(self.choices, lambda: self)
        self._group = QActionGroup(self)
        for value, label in options:
            action = self.choices.addAction(label)
            action.setData(value)
            action.setCheckable(True)
            self._group.addAction(action)
        self._group.triggered.connect(self._on_triggered)
        self.clicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    def set_value(self, value: object) -> None:
        """Show which value holds; one that is not offered shows the first."""
        actions = self._group.actions()
        action = next((action for action in actions if action.data() == value), actions[0])
        action.setChecked(True)
        self.setText(beside_icon(action.text()))
        self.setAccessibleName(f"{self._name}: {action.text()}")

    def _on_triggered(self, action: QAction) -> None:
        self.set_value(action.data())
        self.chosen.emit(action.data())

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))
        # Keys go on from the one that holds, whose tick looks as if they did: Qt would have ↑ lead
        # to the last.
        if (holds := self._group.checkedAction()) is not None:
            self.choices.setActiveAction(holds)

    def _dress(self) -> None:
        side = self._theme.grown(16)
        self.setIconSize(QSize(side, side))
