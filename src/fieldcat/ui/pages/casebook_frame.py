"""The frame of the casebook page: its parts, and where they stand at each size of the window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import by_keyboard, focus_from_command
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.pages.page import Page
from fieldcat.ui.pages.panes import Panes
from fieldcat.ui.pointer import let_second_click_pass
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.count_line import CountLine
from fieldcat.ui.widgets.header import Header
from fieldcat.ui.widgets.result_list import ResultList

if TYPE_CHECKING:
    from fieldcat.ui.reader.reader import Reader
    from fieldcat.ui.widgets.facet_tree import FacetTree
    from fieldcat.ui.widgets.filter_panel import FilterPanel
    from fieldcat.ui.widgets.nothing_found import NothingFoundView
    from fieldcat.ui.widgets.notice import Notices
    from fieldcat.ui.widgets.return_bar import ReturnBar


class CasebookFrame(Page):
    """Search and filters, the list, the reader; what they show is the page's business.

    The first picture has the head and the list: ``rail``, ``notices`` and ``return_bar`` are there
    once `_make_beside` was called. The reader, the panel of filters and the ways out are made when
    they are first asked for. Whoever only wants to know about them asks ``made_reader`` and
    ``made_panel``. ``country`` gives the name of a country's code.
    """

    rail: FacetTree
    notices: Notices
    return_bar: ReturnBar

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        country: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._layout = layout_for(1366, 768, 1)
        self._large = False
        self._nothing = False
        self._whole = False
        self._split = Panes(theme, preferences, self)
        self.header = Header(theme, actions, self._split.left)
        self._rail_holder = QWidget(self._split.inner)
        self._stack = QStackedWidget(self._split.inner)
        self._found = QWidget(self._stack)
        self.count_line = CountLine(theme, parent=self._found)
        self.results = ResultList(theme, country, self._found)
        self.made_reader: Reader | None = None
        self.made_panel: FilterPanel | None = None
        self._made_ways_out: NothingFoundView | None = None
        self._lay_out()

    def _make_beside(self, actions: Actions) -> None:
        """Make what the first picture does without, in the room that is kept for it."""
        from fieldcat.ui.widgets.facet_tree import FacetTree
        from fieldcat.ui.widgets.notice import Notices
        from fieldcat.ui.widgets.return_bar import ReturnBar

        self.rail = FacetTree(self._theme)
        self.notices = Notices(self._theme)
        self.return_bar = ReturnBar(self._theme, actions)
        self._rail_column.addWidget(self.rail)
        over_results = self._found_column.indexOf(self.results)
        self._found_column.insertWidget(over_results, self.notices)
        self._split.right_column.insertWidget(0, self.return_bar)
        self.return_bar.set_layout(self._layout)
        self._order_tabs()
        self._whole = True
        self._show_parts()
        self._connect_parts()

    def _order_tabs(self) -> None:
        """Let Tab come to what was made later where it stands, not after all the rest."""
        before, sort = self.header.keep_button, self.count_line.sort_button
        order = (before, self.rail, sort, *self.notices.buttons, self.results)
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    # --- what others call ---------------------------------------------------------------------

    @property
    def reader(self) -> Reader:
        """The reader."""
        if self.made_reader is None:
            reader = self.made_reader = self._reader_with_desk()
            reader.set_layout(self._layout)
            reader.enlarge_toggled.connect(self.set_large)
            self._split.right_column.addWidget(reader, 1)
        return self.made_reader

    @property
    def panel(self) -> FilterPanel:
        """The panel of filters."""
        if self.made_panel is None:
            from fieldcat.ui.widgets.filter_panel import FilterPanel

            panel = self.made_panel = FilterPanel(self._theme, self)
            panel.closed.connect(self._on_panel_closed)
            panel.show_button.clicked.connect(self.focus_results)
            self._join_panel(panel)
        return self.made_panel

    @property
    def nothing_found(self) -> NothingFoundView:
        """The ways out where nothing was found."""
        if self._made_ways_out is None:
            from fieldcat.ui.widgets.nothing_found import NothingFoundView

            made = self._made_ways_out = NothingFoundView(self._theme)
            self._join_ways_out(made)
            self._stack.addWidget(made)
        return self._made_ways_out

    def _reader_with_desk(self) -> Reader:
        """A reader with what brings entries into it."""
        raise NotImplementedError

    def _join_panel(self, panel: FilterPanel) -> None:
        """Connect a panel that was just made."""
        raise NotImplementedError

    def _join_ways_out(self, ways_out: NothingFoundView) -> None:
        """Connect the ways out, which were just made."""
        raise NotImplementedError

    @property
    def _panel_is_open(self) -> bool:
        return self.made_panel is not None and self.made_panel.isVisible()

    def _close_panel(self) -> None:
        if self.made_panel is not None:
            self.made_panel.close_panel()

    @property
    def menu_button(self) -> QWidget:
        return self.return_bar.menu_button if self._large else self.header.menu_button

    @property
    def footer(self) -> QWidget | None:
        return self.panel.show_button if self._panel_is_open else None

    def focus_first(self) -> None:
        first: QWidget = self.reader if self._large else self.header.search
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def large(self) -> bool:
        """Whether the reader has the whole page."""
        return self._large

    def set_large(self, large: bool) -> None:
        """Give the reader the whole page, or give it back."""
        if large == self._large:
            return
        self._large = large
        self._close_panel()
        self._show_parts()
        self.reader.set_enlarged(large)
        if self.isHidden():
            # Another page is shown, and has the keyboard.
            return
        if large:
            focus_from_command(self.reader)
        else:
            self.focus_results()

    def show_found(self) -> None:
        """Show the list and the reader."""
        if not self._nothing:
            return
        self._nothing = False
        # The list comes last: it is laid out once, as wide as it is then.
        self._show_parts()
        self._stack.setCurrentWidget(self._found)

    def show_nothing_found(self) -> None:
        """Show the ways out in the place of list and reader."""
        self._nothing = True
        self._stack.setCurrentWidget(self.nothing_found)
        self._show_parts()

    def focus_search(self) -> None:
        """Go to the search field, its words selected."""
        self.set_large(False)
        self._close_panel()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def focus_results(self) -> None:
        """Go to the list, or to the way out where nothing was found."""
        target: QWidget = self.results
        if self._nothing and self.nothing_found.primary is not None:
            target = self.nothing_found.primary
        focus_from_command(target)

    def open_filters(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Open the panel of filters, or go to the rail where there is one."""
        self.set_large(False)
        if self._layout.rail:
            self.rail.setFocus(reason)
            return
        self.header.filters_button.setChecked(True)
        panel = self.panel
        self._place_panel()
        panel.open_panel(reason)

    def step_pane(self, step: int) -> None:
        """Go to the next (1) or previous (-1) part of the page."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        # The reader holds its contents and notes, which are parts as well: the inner one counts.
        holding = (at for at, pane in enumerate(panes) if pane.hasFocus() or holds_focus(pane))
        here = min(holding, key=lambda at: panes[at] is self.made_reader, default=None)
        at = 0 if here is None else (here + step) % len(panes)
        panes[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move_splitter(self, place: int) -> None:
        """Let the reader begin this many pixels from the page's edge, as if dragged there."""
        self._split.drag(place)

    def set_layout(self, layout: Layout) -> None:
        """Arrange the page for a layout class."""
        self._layout = layout
        grown = self._theme.grown
        self.header.set_layout(layout)
        if self._whole:
            self.return_bar.set_layout(layout)
        if self.made_reader is not None:
            self.made_reader.set_layout(layout)
        self.results.set_low(layout.low)
        # Beside the list nothing shows then what was clicked.
        self.results.click_opens = layout.single
        self._rail_column.setContentsMargins(0, grown(layout.padded(11)), 0, 0)
        if layout.single:
            self.header.add_to_lower_row(self.count_line)
        else:
            self._found_column.insertWidget(0, self.count_line)
        height = grown(32 if layout.width == "panel" else 38)
        if layout.single:
            self.count_line.set_form(beside=0, height=self._theme.scaled(28), brief=True)
        else:
            self.count_line.set_form(beside=grown(18), height=height, brief=False)
        self._show_parts()
        self._split.set_layout(layout, self.width())
        self._place_panel()

    # --- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._panel_is_open:
            self._close_panel()
        elif event.key() == Qt.Key.Key_Escape and self._large:
            self.set_large(False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def _on_filters_button(self) -> None:
        if self._panel_is_open:
            self._close_panel()
        elif by_keyboard(self.header.filters_button):
            self.open_filters()
        else:
            self.open_filters(Qt.FocusReason.MouseFocusReason)

    def _on_panel_closed(self, held_focus: bool) -> None:
        self.header.filters_button.setChecked(False)
        if held_focus or self.focusWidget() is None:
            self.header.filters_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- arranging ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._rail_column = QVBoxLayout(self._rail_holder)
        self._found.setObjectName("results")
        self._found.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._found_column = QVBoxLayout(self._found)
        self._found_column.setContentsMargins(0, 0, 0, 0)
        self._found_column.setSpacing(0)
        self._found_column.addWidget(self.count_line)
        self._found_column.addWidget(self.results, 1)
        self._stack.addWidget(self._found)
        self._split.take(self.header, self._rail_holder, self._stack)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect_parts(self) -> None:
        for bar in (self.header, self.return_bar):
            bar.menu_button.clicked.connect(self.menu_wanted)
        self.header.search.left_downwards.connect(self.focus_results)
        self.header.search.returnPressed.connect(self.focus_results)
        self.header.chips.more_wanted.connect(self._on_filters_button)
        self.header.chips.emptied.connect(self.focus_search)
        self.header.filters_wanted.connect(self._on_filters_button)
        self.results.left_upwards.connect(self.focus_search)
        self.results.clicked_open.connect(lambda _index: let_second_click_pass(self.reader))
        self.return_bar.left.connect(lambda: self.set_large(False))

    def _show_parts(self) -> None:
        single = self._layout.single
        alone = self._large
        self._split.set_passing(alone or self._nothing)
        self._split.show_parts(left=not alone, right=alone or not (single or self._nothing))
        if self._whole:
            self.return_bar.setVisible(alone and single)
        self._rail_holder.setVisible(self._layout.rail > 0)
        self.count_line.setVisible(not (self._nothing and single))
        self._found_column.setContentsMargins(0, self._theme.grown(6) if single else 0, 0, 0)
        wide = self._nothing and not single and not alone
        self.header.hold_width(self._split.search_width(self._layout) if wide else None)

    def _place_panel(self) -> None:
        if self._layout.rail:
            self._close_panel()
            return
        if self.made_panel is None:
            return
        from fieldcat.ui.widgets.filter_panel import HEIGHT, WIDTH

        scaled = self._theme.scaled
        below = self.header.filters_button.mapTo(
            self, self.header.filters_button.rect().bottomLeft()
        )
        left = self._theme.grown(self._layout.margin)
        top = below.y() + self._theme.grown(12)
        width = min(scaled(WIDTH), self.width() - 2 * left)
        height = min(scaled(HEIGHT), self.height() - top - self._theme.grown(12))
        if self.isRightToLeft():
            left = self.width() - left - width
        self.made_panel.setGeometry(left, top, width, height)

    def _panes(self) -> list[QWidget]:
        found: QWidget = self.nothing_found if self._nothing else self.results
        reading = [] if self.made_reader is None else self.made_reader.panes()
        return [self.header.search, self.rail, found, *reading]


def holds_focus(widget: QWidget) -> bool:
    """Whether something within a widget has the focus of its window."""
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
