"""The bar over an entry that has the whole of a narrow window: Menu, the way back, and Hide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.top_button import beside_icon, hide_button, menu_button


class ReturnBar(QWidget):
    """«← Back to 10 entries» between Menu and Hide, or under them. ``words`` are those on it."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        page: str = "casebook",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_button = menu_button(actions, theme, page)
        self.hide_button = hide_button(actions, theme)
        self.back_button = QPushButton()
        self.back_button.setObjectName("worded")
        self.back_button.clicked.connect(self.left)
        self._under = False
        self._row = QGridLayout()
        self._row.addWidget(self.menu_button, 0, 0)
        self._row.addWidget(self.back_button, 0, 1)
        self._row.setColumnStretch(2, 1)
        self._row.addWidget(self.hide_button, 0, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(level_rule())
        theme.changed.connect(self._dress)
        self.set_count(0)
        self._dress()

    def set_count(self, entries: int) -> None:
        """Tell how many entries there are to go back to."""
        self.words = self.tr("Back to %Ln entries", "", entries) if entries else self.tr("Back")
        self.back_button.setText(beside_icon(self.words))
        self.back_button.setAccessibleName(self.words)
        if self.isVisible():
            self._wrap()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wrap()

    def set_layout(self, layout: Layout) -> None:
        """Arrange the bar as a layout asks."""
        grown = self._theme.grown
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self.setObjectName("topbar" if layout.single else "surface")
        self.style().unpolish(self)
        self.style().polish(self)
        beside = grown(12 if layout.single else 15)
        # With its line it is as high as the reader's bar.
        above = grown(8 if layout.single else 9 if layout.low else 11)
        below = above if layout.single else above - 1
        self._row.setContentsMargins(beside, above, beside, below)
        self._row.setSpacing(grown(8))
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._dress()

    def _wrap(self) -> None:
        parts = (self.menu_button, self.back_button, self.hide_button)
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        gaps = self._row.spacing() * len(parts) + 2 * self._row.contentsMargins().left()
        under = len(shown) > 1 and sum(shown) + gaps > self.width()
        if under == self._under:
            return
        self._under = under
        self._row.removeWidget(self.back_button)
        if under:
            leading = Qt.AlignmentFlag.AlignLeft
            self._row.addWidget(self.back_button, 1, 0, 1, 4, leading)
        else:
            self._row.addWidget(self.back_button, 0, 1)

    def _dress(self) -> None:
        side = self._theme.grown(20)
        self.back_button.setIcon(icon("arrow-left"))  # which mirrors itself
        self.back_button.setIconSize(QSize(side, side))
        self.back_button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        self._wrap()
