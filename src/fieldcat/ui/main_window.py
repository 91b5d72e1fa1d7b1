"""The window: navigation, the page that is open, and over all of it the page that hides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.alt_key import AltKey
from fieldcat.ui.commanding import Commanding
from fieldcat.ui.completing import Completing
from fieldcat.ui.covering import Covering
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.navigation import Navigation
from fieldcat.ui.page_stack import PageStack
from fieldcat.ui.pages.casebook_page import CasebookPage
from fieldcat.ui.pages.page import Page
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.window_look import WindowLook
from fieldcat.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from fieldcat.ui.helping.page import HelpPage
    from fieldcat.ui.hiding import Hiding
    from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
    from fieldcat.ui.sessions.page import SessionsPage
    from fieldcat.ui.standing import Standing
    from fieldcat.ui.updates.page import UpdatesPage

_IN_NAVIGATION = ("casebook", "my-casebook", "sessions", "get-help", "updates")


class MainWindow(QMainWindow):
    """The one window of fieldcat.

    Made ``in_steps``, it has at first only what its first picture shows: the navigation and the
    first page's head and list. `Completing` makes the rest once that is painted; until then most of
    what others ask of a window is not there, and ``whole`` says when it is.
    """

    hiding: Hiding

    def __init__(
        self,
        services: Services,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        in_steps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._alt = AltKey(self)
        self.jobs = Jobs(self)
        self.preferences = Preferences(services, self.jobs, self)
        self.commands = Actions(self)
        self._look = WindowLook(theme, self.preferences, self.commands, self)
        self.commands["casebook"].setChecked(True)
        self._put_away = False
        # From the outside in: with each widget that goes to another parent, Qt looks through the
        # style sheet again for it and for all that is in it.
        self._whole = Covering(lambda: self.page.focus_first(), self)
        self.navigation = Navigation(self.commands, _IN_NAVIGATION, theme, self._whole.content)
        self._pages = PageStack("casebook", self._first_page, self._whole.content)
        self._lay_out()
        self._place = WindowPlace(self.preferences, services.is_awake, self)
        self._place.take_up()
        steps = (self._make_page, self._make_desks, self._make_cover, self._join_all)
        self.whole = Completing(steps, self)
        self._commanding = Commanding(self.commands, self._pages, self.whole.complete, self)
        self._show_title()
        if not in_steps or not self.preferences.welcomed:
            self.whole.complete()
        if not self.preferences.welcomed:
            from fieldcat.ui.pages.side_pages import WELCOME

            self.preferences.welcomed = True
            self.show_page(WELCOME)

    # --- what the first picture does without --------------------------------------------------

    def _make_page(self) -> None:
        from fieldcat.ui.news import News
        from fieldcat.ui.pages.keeping import Keeping
        from fieldcat.ui.pages.noting import Noting
        from fieldcat.ui.undoing import Undoing

        self.undoing = Undoing(self.jobs, self)
        self.news = News(self._services, self.jobs, self)
        self.keeping = Keeping(self._services, self.jobs, self.undoing, self)
        self.noting = Noting(self._services, self.jobs, self.undoing, self)
        self.casebook.complete(self.keeping, self.noting, self.news)

    def _make_desks(self) -> None:
        from fieldcat.ui.exporting.exporting import Exporting
        from fieldcat.ui.helping.leading import Helping
        from fieldcat.ui.holding import Holding
        from fieldcat.ui.leading import Leading
        from fieldcat.ui.pages.side_pages import side_pages
        from fieldcat.ui.updating import Updating

        services, theme = self._services, self._theme
        self.leading = Leading(services, theme, self)
        self.updating = Updating(services, theme, self)
        self.exporting = Exporting(services, theme, self)
        self.holding = Holding(services, theme, self)
        self.helping = Helping(services, theme, self)
        pages: dict[str, Callable[[], Page]] = {
            "my-casebook": self.leading.made_my_casebook,
            "sessions": self.holding.made_page,
            "get-help": self.helping.made_page,
            "updates": self.updating.made_page,
        }
        side = side_pages(services, self.jobs, theme, self.commands, self.preferences, self.undoing)
        self._pages.take_makers(pages, side)

    def _make_cover(self) -> None:
        from fieldcat.ui.hiding import Hiding
        from fieldcat.ui.log_saving import LogSaving
        from fieldcat.ui.loss_warning import LossWarning
        from fieldcat.ui.menu import WholeMenu
        from fieldcat.ui.neutral_page import NeutralPage
        from fieldcat.ui.pointer import let_go_with
        from fieldcat.ui.side_buttons import SideButtons
        from fieldcat.ui.telling import Telling
        from fieldcat.ui.undo_key import UndoKey
        from fieldcat.ui.widgets.toast import Toast

        self.neutral = NeutralPage(self._theme)
        self._whole.set_cover(self.neutral)
        self.hiding = Hiding(self, self._cover, self._uncover)
        # Even from an open menu; `Hiding` sees to dialogs.
        self.commands["hide"].setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.toast = Toast(self._theme, self._pages, lambda: self.page.footer)
        self._undo_key = UndoKey(self.undoing, lambda: self.toast.offers, self)
        self._side_buttons = SideButtons(self)
        self.telling = Telling(self.toast, self.hiding, self)
        self._warning = LossWarning(self.telling.say, self)
        self.log_saving = LogSaving(self._services, self.jobs, self, self.telling.say)
        self.menu = WholeMenu(self.commands, self)
        let_go_with(self.menu, self._menu_opener)

    def _join_all(self) -> None:
        # On pages that have no search of their own, the key leads to the casebook's.
        # A folder is made, and named, where the folders are.
        elsewhere = {"search": self._search_casebook, "new-folder": self._make_folder}
        self._commanding.take(self._own_commands(), elsewhere)
        self._connect()
        self._enable()
        self.setAcceptDrops(True)
        if self.isVisible():
            self._listen()
            self.casebook.start(painted=True)

    def _listen(self) -> None:
        self.hiding.listen(self.windowHandle())
        self._side_buttons.listen(self.windowHandle())

    @property
    def layout_class(self) -> Layout:
        """The layout that the window has at its size."""
        return layout_for(self.width(), self.height(), self._theme.scale)

    def raise_window(self) -> None:
        """Come to the front, as a second start of the program asks."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def put_away(self) -> None:
        """Write what is still to be written, and begin nothing more; the window may be closed."""
        self.whole.complete()
        self.holding.finish()
        self.updating.stop()
        self._place.finish()
        for page in self._pages:
            page.finish()
        self._put_away = True
        self.jobs.close()
        # A dialog stays when the window behind it goes, and would be deleted while it is seen: what
        # its parts do then ends the program.
        for dialog in self.findChildren(QDialog):
            dialog.close()

    def standing(self) -> Standing:
        """How the window stands, for another one that takes its place."""
        from fieldcat.ui.standing import Standing  # a window in another language takes it

        self.whole.complete()
        pages, place = self._pages, self._place
        return Standing(place.geometry, place.exact, pages.name, pages.before, pages.standing())

    def stand(self, standing: Standing) -> None:
        """Stand as another window did, which this one takes the place of."""
        self._place.take(standing.geometry, standing.place)
        self._pages.before = standing.before
        self._pages.named(standing.page)
        self._pages.stand(standing.pages)
        self.show_page(standing.page)

    def hide_content(self) -> None:
        """Show the neutral page in all that belongs to fieldcat, at once."""
        self.hiding.hide()

    @property
    def hidden_content(self) -> bool:
        """Whether the neutral page is shown."""
        return self.whole.done and self.hiding.hidden

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._place.note()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place.note()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._arrange()
            self.page.focus_first()
            if not self.whole.done:
                self.whole.begin(self.casebook.results.viewport(), self.windowHandle())
                return
            self._listen()
            # The first picture of the window is painted before more is read than the front page;
            # the casebook is read while one reads the page of the first start.
            if self.page is not self.casebook:
                QTimer.singleShot(0, self.page.start)
            QTimer.singleShot(0, self.casebook.start)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        # All parts have their sizes by now, and nothing is painted yet.
        if visible and self.page is self.casebook:
            self.casebook.show_front_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.whole.complete()
        if not self.may_close():
            event.ignore()
            return
        self.put_away()
        self.hiding.end()
        super().closeEvent(event)

    def may_close(self) -> bool:
        """Whether nothing would be lost; it is said first, and closing again leaves without it.

        A window that hides what it shows closes at once: whoever does that has a reason.
        """
        if self._put_away or self._warning.given or self.hidden_content:
            return True
        logged = self.holding.is_logged()
        saved = [page.finish() for page in self._pages]
        return not self._warning.give(logged=logged, saved=all(saved))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from fieldcat.ui.updating import dropped_files

        if dropped_files(event.mimeData()) and not self.hidden_content:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from fieldcat.ui.updating import dropped_files

        for file in dropped_files(event.mimeData()):
            self.updating.open(file)
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._alt.press()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        alt = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
        if alt and self._alt.release() and not self.hidden_content:
            self.open_menu()
        super().keyReleaseEvent(event)

    # --- commands -----------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Go to a page; it is made where it is a side page, and filled, when first gone to."""
        self.whole.complete()
        self._pages.show_page(name)
        self.commands[self._pages.before].setChecked(True)
        self.page.set_layout(self.layout_class)
        self._show_title()
        self.page.start()
        self._enable()
        self.page.focus_first()

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._pages.page

    @property
    def my_casebook(self) -> MyCasebookPage:
        """The page of what is kept; it is made when it is first asked for."""
        return cast("MyCasebookPage", self._pages.named("my-casebook"))

    @property
    def made_pages(self) -> frozenset[str]:
        """The pages that were gone to."""
        return frozenset(self._pages.names)

    @property
    def sessions(self) -> SessionsPage:
        """The page of sessions; it is made when it is first asked for."""
        return cast("SessionsPage", self._pages.named("sessions"))

    @property
    def get_help(self) -> HelpPage:
        """The page of help services; it is made when it is first asked for."""
        return cast("HelpPage", self._pages.named("get-help"))

    @property
    def updates(self) -> UpdatesPage:
        """The page of editions; it is made when it is first asked for."""
        return cast("UpdatesPage", self._pages.named("updates"))

    def set_above(self, bar: QWidget) -> None:
        """Set a bar over all of the window, as a preview has one; it is hidden with the rest."""
        self._column.insertWidget(0, bar)

    @property
    def page_name(self) -> str:
        """The name of the page that is open."""
        return self._pages.name

    def look_again(self) -> None:
        """Another casebook is read now: each page shows anew what it shows of it."""
        self.news.look()
        for page in self._pages:
            page.look_again()

    def _on_side_button(self, command: str) -> None:
        if not self.hidden_content:
            self.commands[command].trigger()

    def _search_casebook(self) -> None:
        self.show_page("casebook")
        self.casebook.focus_search()

    def _make_folder(self) -> None:
        self.show_page("my-casebook")
        self.my_casebook.make_folder()

    def _enable(self) -> None:
        """Enable what the window or the open page can do."""
        self._commanding.enable()
        self._enable_undo()
        self.page.enable()

    def _enable_undo(self) -> None:
        self.commands["undo"].setEnabled(self.undoing.available and not self.hidden_content)

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        return {
            **{name: partial(self.show_page, name) for name in self._pages.known},
            **self._look.does,
            **self.undoing.does,
            **self.leading.carrying.does,
            **self.updating.does,
            **self.exporting.does,
            "export-log": self.log_saving.ask,
            "menu": self.open_menu,
            "hide": self.hide_content,
            "quit": self.close,
        }

    def open_menu(self) -> None:
        """Open the whole menu beside its button."""
        button = self._menu_opener()
        beside = button is self.navigation.menu_button
        corner = button.rect().topRight() if beside else button.rect().bottomLeft()
        self._word()
        self.menu.popup(button.mapToGlobal(corner + QPoint(0, 2)))

    def _menu_opener(self) -> QWidget:
        button = self.navigation.menu_button
        return button if button.isVisible() else self.page.menu_button

    def _word(self) -> None:
        """Let the menu word what can be done with the entry that is read as it stands."""
        for command in ("keep", "enlarge"):
            self.commands.word(command)
        self.page.word()

    def _cover(self) -> None:
        self._show_title()
        self._whole.cover()

    def _uncover(self) -> None:
        self._show_title()
        self._whole.uncover()
        self._enable()
        self.updating.open_waiting()

    def _show_title(self) -> None:
        if self.hidden_content or self.preferences.neutral_title:
            self.setWindowTitle(self.tr("Document"))
            return
        name = self.tr("fieldcat")
        self.setWindowTitle(f"{self.page.title} – {name}" if self.page.title else name)

    # --- putting together ---------------------------------------------------------------------

    def _first_page(self, parent: QWidget) -> Page:
        self.casebook = CasebookPage(
            self._services, self.jobs, self._theme, self.commands, self.preferences, parent
        )
        return self.casebook

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._whole.content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column.addLayout(row, 1)
        row.addWidget(self.navigation)
        row.addWidget(self._pages, 1)
        self.setCentralWidget(self._whole)

    def _arrange(self) -> None:
        layout = self.layout_class
        self.navigation.set_layout(layout)
        self.page.set_layout(layout)

    def _connect(self) -> None:
        pages = QActionGroup(self)
        for command in _IN_NAVIGATION:
            pages.addAction(self.commands[command])
        for page in self._pages:
            self._join(page)
        self._pages.made.connect(self._join)
        self._pages.left.connect(lambda: self.show_page(self._pages.before))
        self.undoing.told.connect(self.telling.say)
        self.undoing.undone.connect(self.preferences.read_again)
        self.undoing.offered.connect(
            lambda words: self.telling.say(words, self.tr("Undo"), self.undoing.undo)
        )
        self.undoing.changed.connect(self._enable_undo)
        self._side_buttons.pressed.connect(self._on_side_button)
        self.neutral.left.connect(self.hiding.show)
        self.preferences.changed.connect(lambda _key: self._show_title())
        self._theme.changed.connect(self._arrange)

    def _join(self, page: Page) -> None:
        page.menu_wanted.connect(self.open_menu)
        page.told.connect(self.telling.say)
        page.titled.connect(self._show_title)
        page.session_wanted.connect(lambda wanted: self.holding.offer(*wanted))
        page.correction_wanted.connect(self.holding.correct)
        page.help_wanted.connect(self.helping.show)
        page.footed.connect(self.toast.place_again)
