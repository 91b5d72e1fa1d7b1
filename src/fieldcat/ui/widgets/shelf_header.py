"""The head of My casebook: search within, and what can be done with the list that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.search_field import SearchField
from fieldcat.ui.widgets.shelf_model import Shelf
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.top_button import beside_icon, hide_button, menu_button
from fieldcat.ui.widgets.words import Words


class ShelfHeader(QWidget):
    """``places_wanted``: open the lists and folders. ``clear_wanted``: forget what was read.

    ``remember_wanted``: remember, or do not, what is read.
    """

    places_wanted = Signal()
    clear_wanted = Signal()
    remember_wanted = Signal(bool)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("header")
        self.search = SearchField(theme, self.tr("Search within"))
        self.menu_button = menu_button(actions, theme, "my-casebook")
        self.hide_button = hide_button(actions, theme)
        self.place_button = QPushButton()
        self.place_button.setObjectName("secondary")
        self.place_button.setProperty("small", True)
        self.place_button.setIcon(icon("list"))
        self.place_button.setToolTip(self.tr("Choose another list or folder"))
        self.place_button.setCheckable(True)
        self.place_button.clicked.connect(self.places_wanted)
        self.move_button = _quiet(actions["move-to"].text(), "folder-input")
        self.move_button.setToolTip(actions["move-to"].toolTip())
        self.move_button.clicked.connect(actions["move-to"].trigger)
        self.remember = TickBox(self.tr("Remember what I read"), theme)
        self.remember.clicked.connect(self.remember_wanted)
        policy = self.remember.sizePolicy()
        # A row of buttons has one line; what else stands in it gives way.
        policy.setHorizontalPolicy(QSizePolicy.Policy.Minimum)
        self.remember.setSizePolicy(policy)
        self.clear_button = _quiet(self.tr("Clear"), "")
        self.clear_button.setToolTip(self.tr("Empty this list; Undo brings it back"))
        self.clear_button.clicked.connect(self.clear_wanted)
        self._hint = Words("", TextRole.META, theme, ink="text_2")
        self._shelf = Shelf.KEPT
        self._narrow = False
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_shelf(Shelf.KEPT)

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer what can be done with this list."""
        self._shelf = shelf
        reading = shelf is Shelf.READ
        self.remember.setVisible(reading)
        self.clear_button.setVisible(reading)
        self.move_button.setVisible(shelf is Shelf.KEPT)
        hints = {
            Shelf.NOTES: self.tr("Enter opens the entry at the note."),
            Shelf.SEARCHES: self.tr("Enter asks a search again."),
        }
        self._hint.setText(hints.get(shelf, ""))
        self._hint.setVisible(shelf in hints)
        self._under.setVisible(self._narrow and reading)

    def show_place(self, name: str, words: str) -> None:
        """Name the list that is shown, where there is no rail; ``words`` say how much is in it."""
        self.place_button.setText(beside_icon(name))
        self.place_button.setAccessibleName(f"{name}, {words}" if words else name)

    def set_layout(self, layout: Layout) -> None:
        """Arrange everything as a layout asks."""
        grown = self._theme.grown
        self._narrow = not layout.rail
        self.menu_button.setVisible(layout.single)
        self.hide_button.setVisible(layout.single)
        self._upper_rule.setVisible(layout.single)
        self.place_button.setVisible(not layout.rail)
        self._upper.setObjectName("topbar" if layout.single else "header")
        self._upper.style().unpolish(self._upper)
        self._upper.style().polish(self._upper)
        row = self._under_row if self._narrow else self._lower_row
        for at, part in enumerate((self.remember, self.clear_button)):
            row.insertWidget(1 + at if row is self._lower_row else at, part)
        beside = grown(layout.margin)
        for part_row in (self._upper_row, self._lower_row, self._under_row):
            part_row.setSpacing(grown(8))
        if layout.single:
            self._upper_row.setContentsMargins(beside, grown(8), beside, grown(8))
            self._lower_row.setContentsMargins(beside, grown(8), beside, grown(7))
        else:
            top = grown(layout.padded(10))
            self._upper_row.setContentsMargins(beside, top, beside, 0)
            self._lower_row.setContentsMargins(beside, grown(layout.padded(9)), beside, grown(8))
        self._under_row.setContentsMargins(beside, 0, beside, grown(7))
        self.show_shelf(self._shelf)

    def hold_width(self, width: int | None) -> None:
        """Keep the search field at this width where the header is wider; None lets it fill."""
        self.search.setMaximumWidth(16777215 if width is None else width)
        self._upper_row.setStretch(3, 0 if width is None else 1)

    def add_to_lower_row(self, widget: QWidget) -> None:
        """Set a widget at the end of the second row."""
        self._lower_row.addWidget(widget)

    def _lay_out(self) -> None:
        self._upper = QWidget()
        self._upper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._upper_row = QHBoxLayout(self._upper)
        self._upper_row.addWidget(self.menu_button)
        self._upper_row.addWidget(self.search, 1)
        self._upper_row.addWidget(self.hide_button)
        self._upper_row.addStretch(0)
        self._upper_rule = level_rule()
        self._lower_row = QHBoxLayout()
        self._lower_row.addWidget(self.place_button)
        self._lower_row.addWidget(self.remember)
        self._lower_row.addWidget(self.clear_button)
        self._lower_row.addWidget(self.move_button)
        self._lower_row.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self._height = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lower_row.addSpacerItem(self._height)
        self._under = QWidget()
        self._under_row = QHBoxLayout(self._under)
        self._under_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._upper)
        column.addWidget(self._upper_rule)
        column.addLayout(self._lower_row)
        column.addWidget(self._under)
        column.addWidget(level_rule())

    def _dress(self) -> None:
        scale, side = self._theme.scale, self._theme.grown(16)
        for button in (self.place_button, self.move_button, self.clear_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.META_STRONG, scale))
        # A list without buttons has a row as high as the others'.
        high = self._theme.scaled(20) + self._theme.grown(8)
        self._height.changeSize(0, high, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lower_row.invalidate()


def _quiet(words: str, name: str) -> QPushButton:
    button = QPushButton(beside_icon(words) if name else words)
    button.setAccessibleName(words)
    button.setObjectName("quiet")
    button.setProperty("small", True)
    if name:
        button.setIcon(icon(name, role="accent"))
    return button
