"""The bar over the updates page: its name, the way back where there is no list, and Open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.top_button import beside_icon, hide_button, menu_button
from fieldcat.ui.widgets.words import Words


class UpdatesBar(QWidget):
    """``left``: back to the list."""

    left = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._single = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = menu_button(actions, theme, "updates")
        self.hide_button = hide_button(actions, theme)
        self.title = Words(actions["updates"].text(), TextRole.PAGE_BAR, theme)
        self.back_button = QPushButton(beside_icon(self.tr("Back")))
        self.back_button.setAccessibleName(self.tr("Back to the list"))
        self.back_button.setObjectName("worded")
        self.back_button.clicked.connect(self.left)
        self.open_button = QPushButton(beside_icon(self.tr("Open a file")))
        self.open_button.setAccessibleName(self.tr("Open a file"))
        self.open_button.setToolTip(actions["import"].toolTip())
        self.open_button.setObjectName("secondary")
        self.open_button.setIcon(icon("folder-open"))
        self.open_button.clicked.connect(actions["import"].trigger)
        self.copy_button = QPushButton(beside_icon(actions["copy-to-stick"].text()))
        self.copy_button.setAccessibleName(actions["copy-to-stick"].text())
        self.copy_button.setToolTip(actions["copy-to-stick"].toolTip())
        self.copy_button.setObjectName("secondary")
        self.copy_button.setIcon(icon("hard-drive"))
        self.copy_button.clicked.connect(actions["copy-to-stick"].trigger)
        self._holder = QWidget()
        self._flow = FlowLayout(spread=1, parent=self._holder)
        for part in (self.menu_button, self.title, self.back_button, self.copy_button):
            self._flow.addWidget(part)
        self._flow.addWidget(self.open_button)
        self._flow.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._holder)
        column.addWidget(level_rule())
        theme.changed.connect(self._dress)
        self._dress()

    def set_layout(self, layout: Layout) -> None:
        """Arrange the bar as a layout asks."""
        grown = self._theme.grown
        self._single = layout.single
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self.title.setVisible(not layout.single)
        self.setObjectName("topbar" if layout.single else "surface")
        self.style().unpolish(self)
        self.style().polish(self)
        beside = grown(12 if layout.single else 24)
        # With its line it is as high as the reader's bar; buttons are 34 high.
        above = grown(8 if layout.single else 9 if layout.low else 11)
        # Beside what leads on stands Hide, where the navigation does not have it.
        self._flow.set_spread(1 if layout.single else 2)
        self._flow.set_gaps(grown(8), grown(6))
        self._flow.setContentsMargins(beside, above, beside, above if layout.single else above - 1)

    def show_way_back(self, shown: bool) -> None:
        """Offer the way back to the list, or do not."""
        self.back_button.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._dress()

    def _dress(self) -> None:
        side = self._theme.grown(18)
        self.back_button.setIcon(icon("arrow-left"))
        for button in (self.back_button, self.copy_button, self.open_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
