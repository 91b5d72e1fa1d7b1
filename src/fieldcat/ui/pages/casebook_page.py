"""The casebook: search, filters, what was found, and the entry that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import NothingFound, Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.pages.asking import Asking
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.reading import gathered
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.chips import choices
from fieldcat.ui.widgets.count_line import CountLine
from fieldcat.ui.widgets.facet_tree import FacetTree
from fieldcat.ui.widgets.filter_panel import HEIGHT, WIDTH, FilterPanel
from fieldcat.ui.widgets.header import Header
from fieldcat.ui.widgets.nothing_found import NothingFoundView
from fieldcat.ui.widgets.notice import Notices
from fieldcat.ui.widgets.result_list import ResultList

_LEAST_READER = 320


class CasebookPage(QWidget):
    """The first page. ``faulted`` brings a sentence about what went wrong."""

    faulted = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._actions = actions
        self._preferences = preferences
        self._layout = layout_for(1366, 768, 1)
        self._large = False
        self._nothing = False
        self._preparing = False
        self._prepared = False
        self.asking = Asking(services, jobs, self)
        self.keeping = Keeping(services, jobs, self)
        self._reading = Latest(jobs, self)
        self._make_parts()
        self._lay_out()
        self._connect()

    # --- parts --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self._theme
        self.header = Header(theme, self._actions)
        self.rail = FacetTree(theme)
        self.count_line = CountLine(theme)
        self.notices = Notices(theme)
        self.results = ResultList(theme, self._country)
        self.nothing_found = NothingFoundView(theme)
        self.reader = Reader(theme)
        self.panel = FilterPanel(theme, self)

    def _lay_out(self) -> None:
        self._rail_holder = QWidget()
        self._rail_column = QVBoxLayout(self._rail_holder)
        self._rail_column.addWidget(self.rail)
        self._found = QWidget()
        self._found.setObjectName("results")
        self._found.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._found_column = QVBoxLayout(self._found)
        self._found_column.setContentsMargins(0, 0, 0, 0)
        self._found_column.setSpacing(0)
        self._found_column.addWidget(self.count_line)
        self._found_column.addWidget(self.notices)
        self._found_column.addWidget(self.results, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._found)
        self._stack.addWidget(self.nothing_found)
        self._inner = _splitter(self._rail_holder, self._stack)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(self._inner, 1)
        self._outer = _splitter(self._left, self.reader)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)
        self._places = QTimer(self)
        self._places.setSingleShot(True)
        self._places.setInterval(400)

    def _connect(self) -> None:
        header, asking = self.header, self.asking
        header.search.textChanged.connect(asking.set_text)
        header.search.left_downwards.connect(self._focus_results)
        header.search.returnPressed.connect(self._focus_results)
        header.chips.removed.connect(asking.drop)
        header.chips.cleared.connect(asking.clear_filters)
        header.chips.more_wanted.connect(self._on_filters_button)
        header.chips.emptied.connect(self.focus_search)
        header.filters_wanted.connect(self._on_filters_button)
        for tree in (self.rail, self.panel):
            tree.toggled.connect(asking.toggle)
        self.panel.cleared.connect(asking.clear_filters)
        self.panel.closed.connect(self._on_panel_closed)
        self.count_line.sorted_by.connect(asking.set_sort)
        self.notices.spelling_wanted.connect(header.search.setText)
        self.notices.term_wanted.connect(self.read)
        self.nothing_found.query_wanted.connect(self.ask)
        self.results.chosen.connect(self.read)
        self.results.opened.connect(self._on_result_opened)
        self.results.keep_toggled.connect(self.keeping.toggle)
        self.results.left_upwards.connect(self.focus_search)
        self.results.results.more_wanted.connect(asking.more)
        asking.changed.connect(self._on_query_changed)
        asking.answered.connect(self._on_answered)
        asking.extended.connect(self.results.results.append)
        asking.nothing_found.connect(self._on_nothing_found)
        asking.failed.connect(self._on_asking_failed)
        self.notices.retried.connect(asking.ask)
        self.keeping.changed.connect(self._on_kept_changed)
        self.keeping.failed.connect(self._on_failed)
        self.reader.entry_requested.connect(self._on_entry_requested)
        self.reader.keep_toggled.connect(self.keeping.set_kept)
        self.reader.enlarge_toggled.connect(self.set_large)
        self._inner.splitterMoved.connect(self._places.start)
        self._outer.splitterMoved.connect(self._places.start)
        self._places.timeout.connect(self._keep_places)
        self._theme.changed.connect(self._on_theme_changed)
        self.results.results.set_kept(self.keeping.kept)

    # --- what others call ---------------------------------------------------------------------

    def start(self) -> None:
        """Fill the page, and make search ready where it is not."""
        self.asking.ask(hold=False)
        self._prepare_search()

    def ask(self, query: Query) -> None:
        """Ask this query, as if it had been typed and ticked."""
        self.asking.ask(query, hold=False)
        self.header.search.setText(query.text)

    def read(self, entry: EntryId) -> None:
        """Show an entry in the reader."""
        text, kept = self.asking.query.text, entry in self.keeping.kept
        self._reading.ask(
            lambda _report: gathered(self._services, entry, text, kept=kept),
            done=self._on_read,
            failed=self._on_failed,
        )

    def keep(self) -> None:
        """Keep the entry that is read, or let it go."""
        if self.reader.entry_id is not None:
            self.keeping.toggle(self.reader.entry_id)

    def focus_search(self) -> None:
        """Go to the search field, its words selected."""
        self.set_large(False)
        self.panel.close_panel()
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def open_filters(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Open the panel of filters, or go to the rail where there is one."""
        self.set_large(False)
        if self._layout.rail:
            self.rail.setFocus(reason)
            return
        self.header.filters_button.setChecked(True)
        self._place_panel()
        self.panel.open_panel(reason)

    def step_pane(self, step: int) -> None:
        """Go to the next (1) or previous (-1) part of the page."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        here = next(
            (at for at, pane in enumerate(panes) if pane.hasFocus() or _holds_focus(pane)), None
        )
        at = 0 if here is None else (here + step) % len(panes)
        panes[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_large(self, large: bool) -> None:
        """Give the reader the whole page, or give it back."""
        if large == self._large:
            return
        self._large = large
        self.panel.close_panel()
        self._show_parts()
        self.reader.set_enlarged(large)
        if large:
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._focus_results()

    def move_splitter(self, place: int) -> None:
        """Let the reader begin this many pixels from the page's edge, as if dragged there."""
        self._outer.setSizes([place, self.width() - place - 1])
        self._places.start()

    @property
    def large(self) -> bool:
        """Whether the reader has the whole page."""
        return self._large

    def set_layout(self, layout: Layout) -> None:
        """Arrange the page for a layout class."""
        self._layout = layout
        grown = self._theme.grown
        self.header.set_layout(layout)
        self.results.set_low(layout.low)
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
        self._restore_places()
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

    # --- answers ------------------------------------------------------------------------------

    def _on_query_changed(self, query: Query) -> None:
        chosen = choices(query.filters, self._services.facet_label)
        self.header.chips.show_choices(chosen)
        self.header.set_filters(len(chosen))
        self._actions["clear-filters"].setEnabled(bool(chosen))

    def _on_answered(self, answer: Answer, hold: bool) -> None:
        self._nothing = False
        self._show_answer(answer)
        self._stack.setCurrentWidget(self._found)
        self._show_parts()
        self.results.show_answer(answer, hold=hold)

    def _on_nothing_found(self, answer: Answer, found: NothingFound) -> None:
        self._nothing = True
        self._show_answer(answer)
        self.results.results.show_answer(answer)
        query = answer.query
        chosen = choices(query.filters, self._services.facet_label)
        country = self._country(found.help_country) if found.help_country else ""
        self.nothing_found.show_help(query, chosen, found, country)
        self._stack.setCurrentWidget(self.nothing_found)
        self._show_parts()

    def _show_answer(self, answer: Answer) -> None:
        if not answer.searchable and self._prepared and not self._preparing:
            # The index turned out to be damaged since; it is built anew once.
            self._prepared = False
            self._prepare_search()
        self.rail.show_facets(answer.facets)
        self.panel.show_answer(answer)
        self.count_line.show_answer(answer)
        self.notices.show_answer(answer)

    def _on_read(self, view: EntryView) -> None:
        self.reader.show_entry(view)

    def _on_asking_failed(self, error: Exception) -> None:
        self.notices.show_fault(error_text(error))

    def _on_failed(self, error: Exception) -> None:
        self.faulted.emit(error_text(error))

    def _on_kept_changed(self, kept: frozenset[EntryId]) -> None:
        self.results.results.set_kept(kept)
        entry = self.reader.entry_id
        if entry is None:
            return
        text = self.asking.query.text
        self._jobs.start(
            lambda _report: gathered(self._services, entry, text, kept=entry in kept),
            done=self._on_refreshed,
            failed=self._on_failed,
        )

    def _on_refreshed(self, view: EntryView) -> None:
        if view.id == self.reader.entry_id:
            self.reader.refresh(view)

    def _on_entry_requested(self, entry: EntryId) -> None:
        self.results.select(entry)
        if self.results.selected != entry or self.reader.entry_id != entry:
            self.read(entry)

    def _on_result_opened(self, entry: EntryId) -> None:
        if self.reader.entry_id != entry:
            self.read(entry)
        self.set_large(True)

    # --- making search ready ------------------------------------------------------------------

    def _prepare_search(self) -> None:
        self._preparing = True
        self._jobs.start(
            self._services.prepare_search,
            progressed=self._on_preparing,
            done=self._on_prepared,
            failed=self._on_not_prepared,
        )

    def _on_preparing(self, progress: Progress) -> None:
        self.notices.show_progress(progress)

    def _on_prepared(self, _result: object) -> None:
        self._preparing = False
        self._prepared = True
        self.notices.show_progress(None)
        if self.asking.query.text:
            self.asking.ask()

    def _on_not_prepared(self, error: Exception) -> None:
        self._preparing = False
        self.notices.show_progress(None)
        self._on_failed(error)

    # --- arranging ----------------------------------------------------------------------------

    def _show_parts(self) -> None:
        single = self._layout.single
        alone = self._large
        self._left.setVisible(not alone)
        self.reader.setVisible(alone or not (single or self._nothing))
        self._rail_holder.setVisible(self._layout.rail > 0)
        self.count_line.setVisible(not (self._nothing and single))
        self._found_column.setContentsMargins(0, self._theme.grown(6) if single else 0, 0, 0)
        wide = self._nothing and not single and not alone
        self.header.hold_width(self._search_width() if wide else None)

    def _search_width(self) -> int:
        layout = self._layout
        return self._theme.grown(layout.rail + layout.results - 2 * layout.margin)

    def _restore_places(self) -> None:
        layout, whole = self._layout, self.width() or 1
        if layout.single:
            return
        rail, results = self._theme.grown(layout.rail), self._theme.grown(layout.results)
        # The line at the end of each part is the splitter's handle.
        left = rail + results - 1
        outer = self._preferences.places(f"{layout.width}.outer") or [left, whole - left - 1]
        self._outer.setSizes(outer)
        inner = self._preferences.places(f"{layout.width}.inner") or [rail - 1, left - rail]
        if rail:
            self._inner.setSizes(inner)

    def _keep_places(self) -> None:
        if self._layout.single or self._large or self._nothing:
            return
        self._preferences.keep_places(f"{self._layout.width}.outer", self._outer.sizes())
        if self._layout.rail:
            self._preferences.keep_places(f"{self._layout.width}.inner", self._inner.sizes())

    def _place_panel(self) -> None:
        if self._layout.rail:
            self.panel.close_panel()
            return
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
        self.panel.setGeometry(left, top, width, height)

    def _on_filters_button(self) -> None:
        if self.panel.isVisible():
            self.panel.close_panel()
        elif by_keyboard(self.header.filters_button):
            self.open_filters()
        else:
            self.open_filters(Qt.FocusReason.MouseFocusReason)

    def _on_panel_closed(self) -> None:
        self.header.filters_button.setChecked(False)
        if _holds_focus(self.panel) or self.focusWidget() is None:
            self.header.filters_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_theme_changed(self) -> None:
        if self._nothing:
            self.asking.ask()

    def _focus_results(self) -> None:
        target: QWidget = self.results
        if self._nothing and self.nothing_found.primary is not None:
            target = self.nothing_found.primary
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        found: QWidget = self.nothing_found if self._nothing else self.results
        return [self.header.search, self.rail, found, self.reader]

    def _country(self, code: str) -> str:
        return self._services.facet_label(Facet.COUNTRY, code)


def _splitter(*parts: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    # The last part takes what a wider window gives.
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(len(parts) - 1, 1)
    return splitter


def _holds_focus(widget: QWidget) -> bool:
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
