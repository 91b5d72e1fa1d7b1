"""What can be done with selected words: a small bar beside them, also reached with Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout

_AWAY = 8


class SelectionBar(QFrame):
    """Stands above the selected words, or under them; takes no focus by itself.

    Where the text is too narrow for its buttons beside each other, it has several lines.
    """

    left = Signal()
    """Esc was pressed: the keyboard should go back to the text."""

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Selected words"))
        self._lines = FlowLayout(gap=0, line_gap=0, parent=self)
        self._lines.setContentsMargins(3, 3, 3, 3)
        self._buttons = {action: self._button(action) for action in actions}
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def button(self, action: QAction) -> QToolButton:
        """The button of an action."""
        return self._buttons[action]

    def show_for(self, text: TextPiece, room: QRect) -> None:
        """Stand beside the words selected in a text, within ``room`` of the parent."""
        chosen = text.selection
        if chosen is None:
            self.hide()
            return
        parent = self.parentWidget()
        assert parent is not None
        area = text.place_of(*chosen)
        area = QRect(text.mapTo(parent, area.topLeft()), area.size())
        if not area.intersects(room):
            self.hide()
            return
        for button in self._buttons.values():
            button.ensurePolished()  # else it grows when it is first shown
        width = min(self._lines.totalSizeHint().width(), room.width())
        self.resize(width, self._lines.totalHeightForWidth(width))
        y = area.top() - self.height() - _AWAY
        if y < room.top():
            y = min(area.bottom() + _AWAY, room.bottom() - self.height())
        x = min(
            max(area.center().x() - self.width() // 2, room.left()), room.right() - self.width()
        )
        self.move(x, y)
        self.show()
        self.raise_()

    def enter(self) -> None:
        """Put the keyboard on the first button."""
        next(iter(self._buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("worded")
        button.setIcon(action.icon())
        button.setText(f"\u2002{action.text()}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        self._lines.addWidget(button)
        return button

    def _dress(self) -> None:
        side = self._theme.grown(18)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.META_STRONG, self._theme.scale))
