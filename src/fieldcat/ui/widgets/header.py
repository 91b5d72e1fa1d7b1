"""The head of the casebook page: the search field, and under it the filters that are on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions, keyed_tip
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.chips import ChipRow
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.search_field import SearchField
from fieldcat.ui.widgets.top_button import beside_icon, hide_button, menu_button

_ANY = 16777215
"""What Qt has for a width without a limit."""


class Header(QWidget):
    """Search, chips, and in narrow windows the buttons that have no other place there."""

    filters_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._filtered = False
        self._narrowable = True
        self._keepable = False
        self._roomy = True
        self._held: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._upper = QWidget(self)
        self.menu_button = menu_button(actions, theme, parent=self._upper)
        self.search = SearchField(theme, parent=self._upper)
        self.hide_button = hide_button(actions, theme, self._upper)
        self.filters_button = QPushButton(beside_icon(actions["filters"].text()), self)
        self.filters_button.setAccessibleName(actions["filters"].text())
        self.filters_button.setObjectName("secondary")
        self.filters_button.setIcon(icon("sliders-horizontal"))
        self.filters_button.setCheckable(True)
        self.filters_button.setProperty("small", True)
        self.filters_button.clicked.connect(self.filters_wanted)
        self.chips = ChipRow(theme, self)
        self.keep_button = QPushButton(beside_icon(actions["save-search"].text()), self)
        self.keep_button.setAccessibleName(actions["save-search"].text())
        self.keep_button.setToolTip(keyed_tip("save-search"))
        self.keep_button.setObjectName("quiet")
        self.keep_button.setIcon(icon("bookmark-plus", role="accent"))
        self.keep_button.setProperty("small", True)
        self.keep_button.clicked.connect(actions["save-search"].trigger)
        self._hint = QLabel(self.tr("Tick filters to narrow the list."), self)
        self._hint.setObjectName("meta")
        self.setObjectName("header")
        self._upper.setObjectName("header")
        self._upper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._upper_row = QHBoxLayout(self._upper)
        self._upper_row.addWidget(self.menu_button)
        self._upper_row.addWidget(self.search, 1)
        self._upper_row.addWidget(self.hide_button)
        self._upper_row.addStretch(0)
        self._upper_rule = level_rule(self)
        self._lower_row = QHBoxLayout()
        self._lower_row.addWidget(self.filters_button)
        self._lower_row.addWidget(self.chips, 1)
        self._lower_row.addWidget(self._hint, 1)
        self._lower_row.addWidget(self.keep_button)
        self._lower_row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper)
        column.addWidget(self._upper_rule)
        column.addLayout(self._lower_row)
        column.addWidget(level_rule(self))
        theme.changed.connect(self._dress)
        self._dress()

    def set_filters(self, count: int) -> None:
        """Tell how many facets filter."""
        words = self._actions["filters"].text()
        words = f"{words} {count}" if count else words
        self.filters_button.setText(beside_icon(words))
        self.filters_button.setAccessibleName(words)
        self._filtered = bool(count)
        self._show_hint()

    def set_narrowable(self, narrowable: bool) -> None:
        """Whether there is a filter that would find something."""
        self._narrowable = narrowable
        self._show_hint()

    def set_keepable(self, keepable: bool) -> None:
        """Whether there is a search that could be kept."""
        self._keepable = keepable
        self.keep_button.setVisible(self._roomy and keepable)
        self._hold_lower()

    def set_layout(self, layout: Layout) -> None:
        """Arrange everything as a layout asks."""
        grown = self._theme.grown
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self._upper_rule.setVisible(layout.single)
        self.filters_button.setVisible(not layout.rail)
        self._hint.setEnabled(bool(layout.rail))
        self._roomy = bool(layout.rail)
        self.set_keepable(self._keepable)
        self._show_hint()
        ground = "topbar" if layout.single else "header"
        if ground != self._upper.objectName():
            self._upper.setObjectName(ground)
            self._upper.style().unpolish(self._upper)
            self._upper.style().polish(self._upper)
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
        """Keep both rows at this width where the header is wider; None lets them fill."""
        self._held = width
        # Before a window has its size, the panes have none.
        self.search.setMaximumWidth(_ANY if width is None else max(width, 0))
        self._hold_lower()
        for row, at in ((self._upper_row, 3), (self._lower_row, 4)):
            row.setStretch(at, 0 if width is None else 1)

    def _hold_lower(self) -> None:
        rest = _ANY if self._held is None else self._held
        if self._held is not None:
            beside = (self.filters_button, self.keep_button)
            shown = [button.sizeHint().width() for button in beside if not button.isHidden()]
            rest -= sum(shown) + len(shown) * self._lower_row.spacing()
        for part in (self.chips, self._hint):
            part.setMaximumWidth(max(rest, 0))

    def add_to_lower_row(self, widget: QWidget) -> None:
        """Set a widget at the end of the second row."""
        self._lower_row.addWidget(widget)

    def _show_hint(self) -> None:
        hinted = self._hint.isEnabled() and self._narrowable and not self._filtered
        self._hint.setVisible(hinted)
        # Even an empty row of chips keeps the row's height.
        self.chips.setVisible(not hinted)

    def _dress(self) -> None:
        side = self._theme.grown(16)
        for button in (self.filters_button, self.keep_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.META_STRONG, self._theme.scale))
        self._hint.setFont(font(TextRole.META, self._theme.scale))
        self._hint.setMinimumHeight(self.chips.sizeHint().height())
