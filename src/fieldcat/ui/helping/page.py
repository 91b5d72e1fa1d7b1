"""«Get help»: a country, the services there, and what can be done with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.session import HelpPart
from fieldcat.domain.session_parts import Choice
from fieldcat.services.offered import Labels, Services
from fieldcat.services.offered_training import HelpCountry, HelpPlace, TrainingServices
from fieldcat.ui.actions import Actions
from fieldcat.ui.correcting.wrong import wrong_in
from fieldcat.ui.helping.countries import CountryRows, first_of, own_countries, own_language
from fieldcat.ui.helping.country_list import CountryList
from fieldcat.ui.helping.paper import made_help_sheet, sheet_title
from fieldcat.ui.helping.services_view import ServicesView
from fieldcat.ui.helping.wording import ShownCountry, ShownService
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.page import Page
from fieldcat.ui.sessions.bar import SessionsBar, bar_button
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing
from fieldcat.ui.widgets.rule import upright_rule
from fieldcat.ui.widgets.search_field import SearchField

_LIST = 268


class HelpPage(Page):
    """``entry_wanted``: read this entry. ``print_wanted``: a name, and a function that sets it."""

    entry_wanted = Signal(object)
    print_wanted = Signal(str, object)
    large_wanted = Signal(object)
    """Show this `HelpPart` to the room."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        undoing: Undoing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._actions = actions
        self._undoing = undoing
        self.countries: tuple[HelpCountry, ...] = ()
        self._own: tuple[tuple[str, date | None], ...] = ()
        self._country = ""
        self._single = self._alone = False
        self._rows = CountryRows(self)
        self._latest = Latest(jobs, self)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = actions["get-help"].text()
        self.set_title(name)
        self.print_button = bar_button(self.tr("Print this page"), "printer")
        self.add_button = bar_button(actions["add-to-session"].text(), "list-plus")
        buttons = (self.print_button, self.add_button)
        self.bar = SessionsBar(
            theme, actions, "get-help", buttons, at_end=len(buttons), in_line=True
        )
        self.search = SearchField(theme, self.tr("Country"))
        self.list = CountryList(theme)
        self.view = ServicesView(theme)
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()
        self.does = {
            "add-to-session": self._add_first,
            "correct": self._correct_first,
            "print": self._print,
            "search": self._search,
            "next-pane": lambda: self._step_pane(1),
            "previous-pane": lambda: self._step_pane(-1),
        }

    # --- what the window calls ----------------------------------------------------------------

    @property
    def menu_button(self) -> QWidget:
        return self.bar.menu_button

    @property
    def country(self) -> str:
        """The country that is shown."""
        return self._country

    def start(self) -> None:
        """Show the countries that there are now, and one of them."""
        training, labels = self._services.training, self._services.labels
        today = date.today()
        wanted = self._country

        def look(
            _report: object,
        ) -> tuple[
            tuple[HelpCountry, ...], tuple[tuple[str, date | None], ...], ShownCountry, Labels
        ]:
            countries = training.help_countries()
            sessions = training.sessions()
            own = own_countries(sessions, today)
            code = wanted or first_of(countries, own)
            language = own_language(sessions, code, today)
            return countries, own, _shown(training, code, language), labels()

        self._latest.ask(look, done=lambda found: self._on_found(*found), failed=self._on_failed)

    def look_again(self) -> None:
        if self.isVisible():
            self.start()

    def show_country(self, code: str) -> None:
        """Show a country; without one, the first that fits."""
        self._country = code or self._country
        self._alone = self._single
        self.search.clear()
        self.start()

    def standing(self) -> object:
        return self._country

    def stand(self, standing: object) -> None:
        if isinstance(standing, str):
            self._country = standing

    def set_layout(self, layout: Layout) -> None:
        grown = self._theme.grown
        self.bar.set_layout(layout)
        # Where it is narrow the words of the button that names the page are enough.
        said = "" if layout.single else self.tr("Who to call or write to, country by country")
        self.bar.say(self._actions["get-help"].text(), said)
        self.bar.title.setVisible(not layout.single)
        self._single = layout.single
        width = self._theme.scaled(_LIST)
        self._beside.setMinimumWidth(0 if layout.single else width)
        self._beside.setMaximumWidth(16777215 if layout.single else width)
        edge = grown(12)
        self._beside_column.setContentsMargins(0, layout.padded(12), 0, 0)
        self._search_row.setContentsMargins(edge, 0, edge, 0)
        self.view.set_side(grown(16 if layout.single else layout.padded(36)))
        self._arrange()

    def enable(self) -> None:
        if self.isVisible():
            shown = self.view.shown is not None
            self._actions["print"].setEnabled(shown)
            for command in ("add-to-session", "correct"):
                self._actions[command].setEnabled(self.view.first is not None)
            self.print_button.setEnabled(shown)
            self.add_button.setEnabled(self.view.first is not None)

    def focus_first(self) -> None:
        where: QWidget = self.view if self._single and self._alone else self.search
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._single and self._alone:
            self._go_back()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    # --- what is shown ------------------------------------------------------------------------

    def _on_found(
        self,
        countries: tuple[HelpCountry, ...],
        own: tuple[tuple[str, date | None], ...],
        shown: ShownCountry,
        labels: Labels,
    ) -> None:
        self.countries, self._own = countries, own
        self._country = shown.code
        self.view.show_country(shown if shown.code else None, labels)
        self._list()
        self._arrange()
        self.enable()

    def _list(self) -> None:
        rows = self._rows.rows(self.countries, self._own, self.search.text())
        self.list.show_rows(rows, self._country)

    def _choose(self, code: str) -> None:
        self._country = code
        self.start()

    def _open(self, _code: str) -> None:
        if self._single:
            self._alone = True
            self._arrange()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._alone = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self._beside.setVisible(not (self._single and self._alone))
        self._line.setVisible(not self._single)
        self.view.setVisible(not self._single or self._alone)
        self.bar.show_way_back(self._single and self._alone)

    def _search(self) -> None:
        if self._single and self._alone:
            self._go_back()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _step_pane(self, by: int) -> None:
        panes: list[QWidget] = [self.search, self.list, self.view]
        shown = [pane for pane in panes if pane.isVisible()]
        within = (
            at
            for at, pane in enumerate(shown)
            if pane.hasFocus() or pane.isAncestorOf(self.focusWidget() or self)
        )
        at = next(within, 0)
        shown[(at + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    # --- what is done -------------------------------------------------------------------------

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.told.emit(self.tr("Copied: {words}").format(words=words))

    def _confirm(self, shown: ShownService) -> None:
        training, id, before = self._services.training, shown.place.head.id, shown.place.checked

        def done(_none: object) -> None:
            self.start()
            self._undoing.offer(
                self.tr("Noted: you tried it today, and it works."),
                lambda: training.confirm_help(id, before),
                returned=self.tr("No longer noted."),
            )

        self._jobs.start(
            lambda _report: training.confirm_help(id, date.today()),
            done=done,
            failed=self._on_failed,
            writes=True,
        )

    def _print(self) -> None:
        shown, today = self.view.shown, date.today()
        if shown is not None:
            self.print_wanted.emit(
                sheet_title(shown), lambda paper: made_help_sheet(shown, paper, today)
            )

    def _add_first(self) -> None:
        if self.view.first is not None:
            self._add(self.view.first.place.head.id)

    def _add(self, id: EntryId) -> None:
        self._jobs.start(
            lambda _report: self._services.read(id, None),
            done=lambda entry: self.session_wanted.emit((entry, Choice())),
            failed=self._on_failed,
        )

    def _open_more(self, shown: ShownService, button: QPushButton) -> None:
        id = shown.place.head.id
        self.menu.clear()
        self.menu.addAction(
            icon("file-text"), self.tr("Read the entry"), lambda: self.entry_wanted.emit(id)
        )
        self.menu.addAction(
            icon("list-plus"), self._actions["add-to-session"].text(), lambda: self._add(id)
        )
        self.menu.addAction(
            icon("circle-help"), self._actions["correct"].text(), lambda: self._correct(shown)
        )
        if shown.place.checked is not None:
            self.menu.addAction(
                icon("undo-2"), self.tr("Forget that I tried it"), lambda: self._forget(id)
            )
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft() + QPoint(0, 2)))

    def _correct(self, shown: ShownService) -> None:
        first = shown.first
        self.correction_wanted.emit(
            wrong_in(shown.place.head, quoted="" if first is None else first.value)
        )

    def _correct_first(self) -> None:
        if self.view.first is not None:
            self._correct(self.view.first)

    def _forget(self, id: EntryId) -> None:
        self._jobs.start(
            lambda _report: self._services.training.confirm_help(id, None),
            done=lambda _none: self.start(),
            failed=self._on_failed,
            writes=True,
        )

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(error_text(error))

    def _on_undone(self) -> None:
        if self.isVisible():
            self.start()

    # --- putting together ---------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._beside = QWidget()
        self._beside.setObjectName("results")
        self._beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._beside_column = QVBoxLayout(self._beside)
        self._beside_column.setSpacing(self._theme.grown(6))
        self._search_row = QVBoxLayout()
        self._search_row.addWidget(self.search)
        self._beside_column.addLayout(self._search_row)
        self._beside_column.addWidget(self.list, 1)
        self._line = upright_rule()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._beside)
        row.addWidget(self._line)
        row.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.menu_button.clicked.connect(self.menu_wanted)
        self.bar.left.connect(self._go_back)
        self.print_button.clicked.connect(self._print)
        self.add_button.clicked.connect(self._add_first)
        self.search.textChanged.connect(lambda _words: self._list())
        self.search.left_downwards.connect(
            lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason)
        )
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.view.copy_wanted.connect(self._copy)
        self.view.confirm_wanted.connect(self._confirm)
        self.view.large_wanted.connect(lambda shown: self.large_wanted.emit(shown.part))
        self.view.more_wanted.connect(self._open_more)
        self._undoing.undone.connect(self._on_undone)


def _shown(training: TrainingServices, code: str, language: str) -> ShownCountry:
    found = training.help_for(code, language)

    def with_part(place: HelpPlace) -> ShownService:
        part = training.take(place.head.id, Choice())
        assert isinstance(part, HelpPart)
        return ShownService(place, part)

    own, beyond = (tuple(map(with_part, ones)) for ones in (found.own, found.beyond))
    return ShownCountry(code, own, beyond, language)
