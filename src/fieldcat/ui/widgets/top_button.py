"""The buttons that stand in the top bar where the window has no navigation."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fieldcat.ui.actions import Actions, key_text
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_INSET = 15
"""From the end of a button to the key on it: the padding of the style sheet and its line."""


class TopButton(QPushButton):
    """A framed button with the words of an action, and its key where ``keyed``."""

    def __init__(
        self,
        action: QAction,
        icon_name: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        keyed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key_text(action) if keyed else ""
        self.setText(beside_icon(action.text()))
        self.setAccessibleName(action.text())
        self.setToolTip(action.toolTip())
        # What has a key stands back: it is known by that.
        self.setObjectName("framed" if keyed else "secondary")
        self.setIcon(icon(icon_name))
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        asked = super().sizeHint()
        return asked.grownBy(QMargins(0, 0, self._key_width(), 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key:
            super().paintEvent(event)
            return
        # What the first picture of most windows does without, for it has navigation.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        # Frame and ground for the whole, icon and word in what the key leaves of it.
        painter, style = QStylePainter(self), self.style()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        taken, mirrored = self._key_width(), self.isRightToLeft()
        rest = option.rect.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
        inset = self._theme.grown(_INSET)
        key = option.rect.adjusted(inset, 0, -inset, 0)
        option.rect = rest
        style.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        painter.setFont(font(TextRole.NOTE, self._theme.scale))
        painter.setPen(QColor(self._theme.tokens.text_2))
        edge = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(key, int(flags), self._key)
        painter.end()

    def _key_width(self) -> int:
        if not self._key:
            return 0
        metrics = QFontMetrics(font(TextRole.NOTE, self._theme.scale))
        return metrics.horizontalAdvance(self._key) + self._theme.grown(6)

    def _dress(self) -> None:
        side = self._theme.grown(18)
        self.setIconSize(QSize(side, side))
        self.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))


def menu_button(
    actions: Actions, theme: Theme, page: str = "casebook", parent: QWidget | None = None
) -> TopButton:
    """The button with the name of the page, that opens the whole menu."""
    button = TopButton(actions[page], "menu", theme, parent)
    button.setToolTip(actions["menu"].toolTip())
    return button


def hide_button(actions: Actions, theme: Theme, parent: QWidget | None = None) -> TopButton:
    """The button that hides everything, with its key."""
    button = TopButton(actions["hide"], "eye-off", theme, parent, keyed=True)
    button.clicked.connect(actions["hide"].trigger)
    return button


def beside_icon(text: str) -> str:
    """Words for a button with an icon; Fusion sets them too close to it."""
    return f" {text}"
