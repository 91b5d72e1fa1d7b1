"""The head of the casebook page: the search field, and under it the filters that are on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions, key_text
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.chips import ChipRow
from fieldcat.ui.widgets.search_field import SearchField


class Header(QWidget):
    """Search, chips, and in narrow windows the buttons that have no other place there."""

    filters_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(theme)
        self.chips = ChipRow(theme)
        self.menu_button = self._button(actions["casebook"].text(), "menu")
        self.menu_button.setToolTip(actions["menu"].toolTip())
        self.hide_button = self._button(actions["hide"].text(), "eye-off")
        self.hide_button.setToolTip(actions["hide"].toolTip())
        self.hide_button.clicked.connect(actions["hide"].trigger)
        self.filters_button = self._button(actions["filters"].text(), "sliders-horizontal")
        self.filters_button.setCheckable(True)
        self.filters_button.setProperty("small", True)
        self.filters_button.clicked.connect(self.filters_wanted)
        self._hint = QLabel(self.tr("Tick filters to narrow the list."))
        self._hint.setObjectName("meta")
        self._upper = QWidget()
        self._upper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._upper_row = QHBoxLayout(self._upper)
        self._upper_row.addWidget(self.menu_button)
        self._upper_row.addWidget(self.search, 1)
        self._upper_row.addWidget(self.hide_button)
        self._upper_row.addStretch(0)
        self._upper_rule = _rule()
        self._lower_row = QHBoxLayout()
        self._lower_row.addWidget(self.filters_button)
        self._lower_row.addWidget(self.chips, 1)
        self._lower_row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper)
        column.addWidget(self._upper_rule)
        column.addLayout(self._lower_row)
        column.addWidget(_rule())
        theme.changed.connect(self._dress)
        self._dress()

    def set_filters(self, count: int) -> None:
        """Tell how many facets filter."""
        words = self._actions["filters"].text()
        words = f"{words} {count}" if count else words
        self.filters_button.setText(_beside_icon(words))
        self.filters_button.setAccessibleName(words)
        self.chips.setVisible(bool(count) or not self._hint.isEnabled())
        self._hint.setVisible(not count and self._hint.isEnabled())

    def set_layout(self, layout: Layout) -> None:
        """Arrange everything as a layout asks."""
        grown = self._theme.grown
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self._upper_rule.setVisible(layout.single)
        self.filters_button.setVisible(not layout.rail)
        self._hint.setEnabled(bool(layout.rail))
        self._upper.setObjectName("topbar" if layout.single else "header")
        self.setObjectName("header")
        for part in (self, self._upper):
            part.style().unpolish(part)
            part.style().polish(part)
        beside = grown(layout.margin)
        self._upper_row.setSpacing(grown(8))
        self._lower_row.setSpacing(grown(8))
        if layout.single:
            self._upper_row.setContentsMargins(beside, grown(8), beside, grown(8))
            self._lower_row.setContentsMargins(beside, grown(8), beside, grown(7))
        else:
            top = grown(layout.padded(10))
            self._upper_row.setContentsMargins(beside, top, beside, 0)
            self._lower_row.setContentsMargins(beside, grown(layout.padded(9)), beside, grown(8))
        self.chips.set_form(titled=bool(layout.rail), clearable=bool(layout.rail))

    def hold_width(self, width: int | None) -> None:
        """Keep the search field at this width where the header is wider; None lets it fill."""
        self.search.setMaximumWidth(16777215 if width is None else width)
        self._upper_row.setStretch(3, 0 if width is None else 1)

    def add_to_lower_row(self, widget: QWidget) -> None:
        """Set a widget at the end of the second row."""
        self._lower_row.addWidget(widget)

    def _button(self, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(_beside_icon(text))
        button.setAccessibleName(text)
        button.setObjectName("secondary")
        button.setIcon(icon(icon_name))
        return button

    def _dress(self) -> None:
        side = self._theme.grown(16)
        self.filters_button.setIconSize(QSize(side, side))
        self.filters_button.setFont(font(TextRole.META_STRONG, self._theme.scale))
        side = self._theme.grown(18)
        for button in (self.menu_button, self.hide_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        key = key_text(self._actions["hide"])
        self.hide_button.setText(_beside_icon(f"{self._actions['hide'].text()}  {key}"))
        self._hint.setFont(font(TextRole.META, self._theme.scale))
        self._hint.setMinimumHeight(self.chips.sizeHint().height())


def _beside_icon(text: str) -> str:
    # Fusion sets words close to an icon.
    return f" {text}"


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
