"""The bar over the sessions page: its name, the way back, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.top_button import beside_icon, hide_button, menu_button
from fieldcat.ui.widgets.words import Words

_NAMES = 280
"""How wide names are at the least where they share a line with the buttons."""
_TIGHT = 340
"""How high a window is at the most, at a scale of 1, where no more than the title is named."""
_ANY = 16_777_215
"""Qt's word for no greatest width."""


class SessionsBar(QWidget):
    """``left``: back to what was before. ``buttons`` are shown in their order."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        page: str,
        buttons: Sequence[QPushButton] = (),
        *,
        at_end: int = 1,
        in_line: bool = False,
    ) -> None:
        """``at_end``: how many of what is shown stand at the trailing edge.

        ``in_line``: what is said beside the title stands in its line where there is room.
        """
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = menu_button(actions, theme, page)
        self.hide_button = hide_button(actions, theme)
        self.back_button = QPushButton(beside_icon(self.tr("Back")))
        self.back_button.setAccessibleName(self.tr("Back to the list"))
        self.back_button.setObjectName("worded")
        self.back_button.clicked.connect(self.left)
        self.title = Words(actions[page].text(), TextRole.PAGE_BAR, theme)
        self.meta = Words("", TextRole.META, theme, ink="text_2")
        self._names = QWidget()
        self._in_line = in_line
        self._high = 0
        self._tight = False
        self._in_names = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._names)
        self._in_names.setContentsMargins(0, 0, 0, 0)
        for words in (self.title, self.meta):
            self._in_names.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons = tuple(buttons)
        self._holder = QWidget()
        self._at_end = at_end
        self._flow = FlowLayout(spread=at_end, parent=self._holder)
        for part in (self.menu_button, self.back_button, self._names, *self.buttons):
            self._flow.addWidget(part)
        self._flow.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._holder)
        column.addWidget(level_rule())
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, title: str, meta: str = "") -> None:
        """Name what is shown."""
        self.title.setText(title)
        self.meta.setText(meta)
        self._show_names()
        self._fit_names()

    def _show_names(self) -> None:
        """Where little more than the bar would be in view, its buttons say enough."""
        self.meta.setVisible(bool(self.meta.text()) and not self._tight)

    def set_at_end(self, count: int) -> None:
        """Set so many of what is shown at the trailing edge."""
        if self._at_end != count:
            self._at_end = count
            self._spread()

    def show_way_back(self, shown: bool) -> None:
        """Offer the way back, or do not."""
        self.back_button.setVisible(shown)

    def set_layout(self, layout: Layout) -> None:
        """Arrange the bar as a layout asks."""
        grown = self._theme.grown
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self.setObjectName("topbar" if layout.single else "surface")
        self.style().unpolish(self)
        self.style().polish(self)
        # With its line it is as high as the reader's bar.
        high = self.window().height() / self._theme.scale
        self._tight = layout.single and high < _TIGHT
        self._show_names()
        self._high = 0 if layout.single else grown(52 if layout.low else 56) - 1
        self._spread()
        self._flow.set_gaps(grown(8), grown(6))
        self._fit_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Have long names go on in a second line, rather than a button alone under the others."""
        beside = (self.menu_button, self.back_button, *self.buttons, self.hide_button)
        shown = [button for button in beside if not button.isHidden()]
        margins = self._flow.contentsMargins()
        taken = sum(button.sizeHint().width() + self._flow.spacing() for button in shown)
        room = self.width() - taken - margins.left() - margins.right()
        enough = room >= self._theme.scaled(_NAMES)
        gap = self._theme.grown(12)
        both = self.title.sizeHint().width() + gap + self.meta.sizeHint().width()
        in_line = self._in_line and both <= room
        directions = QBoxLayout.Direction
        self._in_names.setDirection(directions.LeftToRight if in_line else directions.TopToBottom)
        self._in_names.setSpacing(gap if in_line else 0)
        self._names.setMaximumWidth(room if enough else _ANY)
        self._pad(self._in_names.minimumSize().height())

    def _pad(self, names: int) -> None:
        """Set names and buttons in the middle of the bar's height."""
        grown = self._theme.grown
        single = not self.hide_button.isHidden()
        line = max([names, *(one.sizeHint().height() for one in self.buttons)])
        room = self._high - line
        above = grown(8) if single else max(room // 2, grown(4))
        beside = grown(12 if single else 24)
        self._flow.setContentsMargins(beside, above, beside, max(above, room - above))

    def _spread(self) -> None:
        # In several lines the last of them alone, which is how to hide.
        single = not self.hide_button.isHidden()
        self._flow.set_spread(1 if single else self._at_end)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._dress()

    def _dress(self) -> None:
        side = self._theme.grown(18)
        self.back_button.setIcon(icon("arrow-left"))
        for button in (self.back_button, *self.buttons):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))


def bar_button(words: str, icon_name: str, kind: str = "secondary") -> QPushButton:
    """A button for the bar."""
    button = QPushButton(beside_icon(words))
    button.setAccessibleName(words)
    button.setObjectName(kind)
    button.setIcon(icon(icon_name, role="on_accent" if kind == "primary" else "text"))
    return button
