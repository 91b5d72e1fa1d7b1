"""The frame of My casebook: its parts, and where they stand at each size of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.query import Sort
from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import by_keyboard, focus_from_command, reason_as_before
from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.pages.casebook_frame import holds_focus
from fieldcat.ui.pages.page import Page
from fieldcat.ui.pages.panes import Panes
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.count_line import CountLine
from fieldcat.ui.widgets.own_list import OwnList
from fieldcat.ui.widgets.plain_page import PlainPage
from fieldcat.ui.widgets.return_bar import ReturnBar
from fieldcat.ui.widgets.shelf_header import ShelfHeader
from fieldcat.ui.widgets.shelf_panel import WIDTH, ShelfPanel
from fieldcat.ui.widgets.shelf_tree import ShelfTree
from fieldcat.ui.widgets.top_button import beside_icon

_MORE_FOR_NAMES = 36
"""Names of folders are longer than those of filters: the rail has this of the list, in pixels."""


class MyCasebookFrame(Page):
    """The lists and folders, the list that is chosen, and beside it the reader or plain words.

    ``made_reader`` makes the reader when it is first needed.
    """

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        made_reader: Callable[[], Reader],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._made_reader = made_reader
        self._layout = layout_for(1366, 768, 1)
        self._large = False
        self._empty = False
        self.reader_made: Reader | None = None
        self.header = ShelfHeader(theme, actions)
        self.rail = ShelfTree(theme)
        self.new_folder_button = QPushButton(beside_icon(actions["new-folder"].text()))
        self.new_folder_button.setAccessibleName(actions["new-folder"].text())
        self.new_folder_button.setToolTip(actions["new-folder"].toolTip())
        self.new_folder_button.setObjectName("quiet")
        self.new_folder_button.setProperty("small", True)
        self.new_folder_button.setIcon(icon("folder-plus", role="accent"))
        self.new_folder_button.clicked.connect(actions["new-folder"].trigger)
        self.count_line = CountLine(theme, (Sort.NEWEST, Sort.TITLE))
        self.list = OwnList(theme)
        self.empty = PlainPage(theme)
        self.beside = PlainPage(theme)
        self.return_bar = ReturnBar(theme, actions, "my-casebook")
        self.panel = ShelfPanel(theme, self)
        self._lay_out()
        self._connect_parts()
        theme.changed.connect(self._dress)
        self._dress()

    # --- what others call ---------------------------------------------------------------------

    @property
    def reader(self) -> Reader:
        """The reader; it is made when it is first asked for."""
        if self.reader_made is None:
            self.reader_made = self._made_reader()
            self._reading.addWidget(self.reader_made)
            self.reader_made.enlarge_toggled.connect(self.set_large)
            self.reader_made.set_layout(self._layout)
        return self.reader_made

    @property
    def menu_button(self) -> QWidget:
        return self.return_bar.menu_button if self._large else self.header.menu_button

    def focus_first(self) -> None:
        if self._large:
            self._read_pane().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_list(Qt.FocusReason.OtherFocusReason)

    @property
    def large(self) -> bool:
        """Whether what stands beside the list has the whole page."""
        return self._large

    def set_large(self, large: bool) -> None:
        """Give the reader the whole page, or give it back."""
        if large == self._large:
            return
        self._large = large
        self.panel.close_panel()
        self._show_parts()
        if self.reader_made is not None:
            self.reader_made.set_enlarged(large)
        if self.isHidden():
            # Another page is shown, and has the keyboard.
            return
        if large:
            focus_from_command(self._read_pane())
        else:
            self.focus_list()

    def show_list(self, *, empty: bool) -> None:
        """Show the list and what stands beside it, or what to say where it is empty."""
        focus, reason = self.window().focusWidget(), reason_as_before(self)
        held = empty != self._empty and focus is not None and self._stack.isAncestorOf(focus)
        if held and focus is not None:
            # Else Qt gives it to something by itself, and does not show where that is.
            focus.clearFocus()
        self._empty = empty
        self._stack.setCurrentWidget(self.empty if empty else self._listed)
        if empty and self._large:
            self.set_large(False)
        self._show_parts()
        if held:
            self.focus_list(reason)

    def show_reader(self) -> None:
        """Show the reader beside the list."""
        self._reading.setCurrentWidget(self.reader)
        self._show_parts()

    def show_beside(self) -> None:
        """Show plain words beside the list."""
        self._reading.setCurrentWidget(self.beside)
        self._show_parts()

    def focus_search(self) -> None:
        """Go to the field for searching within, its words selected."""
        self.set_large(False)
        self.panel.close_panel()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def focus_list(self, reason: Qt.FocusReason | None = None) -> None:
        """Go to the list, or to the way out where it is empty."""
        target: QWidget = self.list
        if self._empty:
            target = self.empty.primary or (self.header.search if self._searching else self.rail)
        if target is self.rail and not self.rail.isVisible():
            target = self.header.place_button
        if reason is None:
            focus_from_command(target)
        else:
            target.setFocus(reason)

    def open_places(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Open the panel of lists and folders, or go to the rail where there is one."""
        self.set_large(False)
        if not self._layout.rail:
            self.header.place_button.setChecked(True)
            self._place_panel()
            self.panel.open_panel()
        self.rail.setFocus(reason)

    def step_pane(self, step: int) -> None:
        """Go to the next (1) or previous (-1) part of the page."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        # The reader holds its contents and notes, which are parts as well: the inner one counts.
        holding = (at for at, pane in enumerate(panes) if pane.hasFocus() or holds_focus(pane))
        here = min(holding, key=lambda at: panes[at] is self.reader_made, default=None)
        at = 0 if here is None else (here + step) % len(panes)
        panes[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_layout(self, layout: Layout) -> None:
        """Arrange the page for a layout class."""
        self._layout = layout
        grown = self._theme.grown
        self.header.set_layout(layout)
        self.return_bar.set_layout(layout)
        self.list.set_low(layout.low)
        # Beside the list nothing shows then what was clicked.
        self.list.click_opens = layout.single
        if self.reader_made is not None:
            self.reader_made.set_layout(layout)
        above = grown(layout.padded(8))
        self._rail_column.setContentsMargins(0, above, 0, above)
        if layout.rail:
            self.panel.close_panel()
            self._holder.addWidget(self._rail_inner)
        else:
            self.panel.take(self._rail_inner)
        if layout.single:
            self.header.add_to_lower_row(self.count_line)
            self.count_line.set_form(beside=0, height=self._theme.scaled(28), brief=True)
        else:
            self._list_column.insertWidget(0, self.count_line)
            height = grown(32 if layout.width == "panel" else 38)
            self.count_line.set_form(beside=grown(18), height=height, brief=False)
        # A widget that goes to another parent gets its fonts from the style sheet again.
        self._dress()
        self._show_parts()
        self._split.set_layout(layout, self.width())
        self._place_panel()

    # --- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.panel.close_panel()
        elif event.key() == Qt.Key.Key_Escape and self._large:
            self.set_large(False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def _on_places_wanted(self) -> None:
        if self.panel.isVisible():
            self.panel.close_panel()
        elif by_keyboard(self.header.place_button):
            self.open_places()
        else:
            self.open_places(Qt.FocusReason.MouseFocusReason)

    def _on_panel_closed(self, held_focus: bool) -> None:
        self.header.place_button.setChecked(False)
        if held_focus:
            self.header.place_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- arranging ----------------------------------------------------------------------------

    @property
    def _searching(self) -> bool:
        return bool(self.header.search.text().strip())

    def _lay_out(self) -> None:
        self._rail_inner = QWidget()
        self._rail_column = QVBoxLayout(self._rail_inner)
        self._rail_column.setSpacing(4)
        self._rail_column.addWidget(self.rail)
        beside_button = QHBoxLayout()
        beside_button.setContentsMargins(8, 0, 8, 0)
        beside_button.addWidget(self.new_folder_button)
        beside_button.addStretch(1)
        self._rail_column.addLayout(beside_button)
        self._rail_column.addStretch(1)
        self._rail_holder = QWidget()
        self._holder = QVBoxLayout(self._rail_holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(self._rail_inner)
        self._listed = QWidget()
        self._listed.setObjectName("results")
        self._listed.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._list_column = QVBoxLayout(self._listed)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._list_column.addWidget(self.count_line)
        self._list_column.addWidget(self.list, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._listed)
        self._stack.addWidget(self.empty)
        self._reading = QStackedWidget()
        self._reading.addWidget(self.beside)
        self._split = Panes(
            self._theme, self._preferences, self, prefix="own.", rail_wider=_MORE_FOR_NAMES
        )
        self._split.take(self.header, self._rail_holder, self._stack)
        self._split.right_column.addWidget(self.return_bar)
        self._split.right_column.addWidget(self._reading, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect_parts(self) -> None:
        for bar in (self.header, self.return_bar):
            bar.menu_button.clicked.connect(self.menu_wanted)
        self.header.search.left_downwards.connect(self.focus_list)
        self.header.search.returnPressed.connect(self.focus_list)
        self.header.places_wanted.connect(self._on_places_wanted)
        self.panel.closed.connect(self._on_panel_closed)
        self.list.left_upwards.connect(self.focus_search)
        self.rail.entered.connect(self._on_rail_entered)
        self.return_bar.left.connect(lambda: self.set_large(False))

    def _on_rail_entered(self) -> None:
        self.panel.close_panel()
        self.focus_list()

    def _show_parts(self) -> None:
        single, alone = self._layout.single, self._large
        self._split.set_passing(alone or self._empty)
        self._split.show_parts(left=not alone, right=alone or not (single or self._empty))
        plain = self._reading.currentWidget() is self.beside
        self.return_bar.setVisible(alone and (single or plain))
        self._rail_holder.setVisible(self._layout.rail > 0)
        self.count_line.setVisible(not (self._empty and single))
        self._list_column.setContentsMargins(0, self._theme.grown(6) if single else 0, 0, 0)
        wide = self._empty and not single and not alone
        self.header.hold_width(self._split.search_width(self._layout) if wide else None)

    def _place_panel(self) -> None:
        if self._layout.rail:
            return
        button, grown = self.header.place_button, self._theme.grown
        top = button.mapTo(self, QPoint(0, button.height())).y() + grown(12)
        left = grown(self._layout.margin)
        width = min(self._theme.scaled(WIDTH), self.width() - 2 * left)
        height = min(self.panel.sizeHint().height(), self.height() - top - grown(12))
        if self.isRightToLeft():
            left = self.width() - left - width
        self.panel.setGeometry(left, top, width, height)

    def _panes(self) -> list[QWidget]:
        found: QWidget = self.list
        if self._empty:
            found = self.empty.primary or self.empty
        return [self.header.search, self.rail, found, *self._beside_panes()]

    def _beside_panes(self) -> list[QWidget]:
        if self.reader_made is not None and self._reading.currentWidget() is self.reader_made:
            return self.reader_made.panes() or [self.reader_made]
        return [self.beside.buttons[0] if self.beside.buttons else self.beside]

    def _read_pane(self) -> QWidget:
        """What stands beside the list to be read: in the reader the text, not the contents."""
        panes = self._beside_panes()
        return self.reader_made if self.reader_made in panes else panes[0]

    def _dress(self) -> None:
        side = self._theme.grown(16)
        self.new_folder_button.setIconSize(QSize(side, side))
        self.new_folder_button.setFont(font(TextRole.META_STRONG, self._theme.scale))
