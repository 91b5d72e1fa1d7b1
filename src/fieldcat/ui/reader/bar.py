"""The reader's bar: where one was, what one can do with the entry, and how it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, grown

_HIGH, _LOW = 56, 52
_BUTTON, _EDGE, _GAP, _PART = 34, 15, 2, 13
"""Sizes at a scale of 1: a bare button, the bar's edge, between buttons, around the line."""
_BEFORE_LINE = 2


class Bar(QWidget):
    """A row of buttons. What does not fit goes into «More», the least needed first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leading: list[QToolButton] = []
        self._trailing: list[QToolButton] = []
        self._spare: list[tuple[QToolButton, QAction]] = []
        self._line = QRect()
        self.more_menu = QMenu(self)
        self.more = _bare(self, "ellipsis", self.tr("More"))
        self.more.setMenu(self.more_menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.changed.connect(self._dress)

    def add_leading(self, action: QAction, *, worded: bool = False) -> QToolButton:
        """Add a button at the leading edge; with its word where ``worded``."""
        button = _of_action(self, action, worded=worded)
        self._leading.append(button)
        return button

    def add_trailing(self, action: QAction) -> QToolButton:
        """Add a bare button before «More». The first added are the last to be left out."""
        button = _of_action(self, action, worded=False)
        self._trailing.append(button)
        spare = QAction(action.icon(), action.text(), self)
        if isinstance(menu := action.menu(), QMenu):
            spare.setMenu(menu)
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        spare.triggered.connect(action.trigger)

        def follow() -> None:
            spare.setText(action.text())
            spare.setIcon(action.icon())

        action.changed.connect(follow)
        spare.setVisible(False)
        self._spare.append((button, spare))
        return button

    def add_more(self, *actions: QAction) -> None:
        """Put actions into «More», under those that did not fit."""
        for _, spare in self._spare:
            self.more_menu.addAction(spare)
        self.more_menu.addSeparator()
        self.more_menu.addActions(list(actions))
        self.setTabOrder(self._trailing[-1], self.more)
        self._dress()

    def show_as_kept(self, button: QToolButton, kept: bool) -> None:
        """Set a button's word in accent, for an entry that is kept."""
        button.setProperty("kept", kept)
        # The style sheet looks at a property only when it is told to.
        self.style().unpolish(button)
        self.style().polish(button)
        # With that it has also taken back the font of an earlier text size.
        self._dress()

    def fit(self, width: int, *, low: bool) -> int:
        """Place the buttons in this width and tell the height, both in pixels."""
        scale = self._theme.scale
        height = grown(_LOW if low else _HIGH, scale)
        edge, gap = grown(_EDGE, scale), grown(_GAP, scale)
        leading = sum(self._size(button).width() + gap for button in self._leading)
        room = width - 2 * edge - leading - self._size(self.more).width() - grown(_PART, scale)
        for button, spare in self._spare:
            needed = self._size(button).width() + gap
            fits = needed <= room
            room = room - needed if fits else -1
            button.setVisible(fits)
            spare.setVisible(not fits)
        self._place_row(self._leading, edge, width, height, gap)
        shown = [button for button in self._trailing if button.isVisibleTo(self)] + [self.more]
        total = sum(self._size(button).width() + gap for button in shown) - gap
        self._place_row(shown, width - edge - total, width, height, gap)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.fillRect(self._line, tokens.line)
        painter.end()

    def _place_row(
        self, buttons: list[QToolButton], x: int, width: int, height: int, gap: int
    ) -> None:
        scale = self._theme.scale
        for number, button in enumerate(buttons):
            if number == _BEFORE_LINE and buttons is self._leading:
                # A line parts going back and forth from what is done with the entry.
                tall = grown(22, scale)
                at = x + grown(7, scale)
                self._line = QRect(at, (height - tall) // 2, 1, tall)
                if mirrored():
                    self._line.moveLeft(width - at - 1)
                x += grown(_PART, scale)
            size = self._size(button)
            left = width - x - size.width() if mirrored() else x
            button.setGeometry(QRect(QPoint(left, (height - size.height()) // 2), size))
            x += size.width() + gap

    def _size(self, button: QToolButton) -> QSize:
        side = grown(_BUTTON, self._theme.scale)
        return QSize(side, side) if button.objectName() == "bare" else button.sizeHint()

    def _dress(self) -> None:
        scale = self._theme.scale
        side = grown(20, scale)
        for button in (*self._leading, *self._trailing, self.more):
            button.setIconSize(QSize(side, side))
            if button.objectName() == "worded":
                button.setFont(font(TextRole.INTERFACE_STRONG, scale))
        self.updateGeometry()


def _bare(parent: QWidget, name: str, text: str) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("bare")
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _of_action(parent: QWidget, action: QAction, *, worded: bool) -> QToolButton:
    button = QToolButton(parent)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setIcon(action.icon())
        # The space keeps the word off its icon, as far as in the design.
        button.setText(f"\u2002{action.text()}" if worded else "")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())

    action.changed.connect(follow)
    follow()
    button.setObjectName("worded" if worded else "bare")
    button.setToolButtonStyle(
        Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if worded
        else Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    return button
