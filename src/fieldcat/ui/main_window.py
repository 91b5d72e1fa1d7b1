"""The window: navigation, the page that is open, and over all of it the page that hides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from fieldcat.services.offered import Services
from fieldcat.ui.actions import MENU, Actions
from fieldcat.ui.alt_key import AltKey
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.key_list import About, KeyList
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.navigation import Navigation
from fieldcat.ui.neutral_page import NeutralPage
from fieldcat.ui.pages.casebook_page import CasebookPage
from fieldcat.ui.pages.page import Page
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.text_scale import TextScale
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.toast import Toast

_FIRST_SIZE = (1280, 720)
_LEAST_SIZE = (640, 420)
_PLACE_KEPT_MS = 1000


class MainWindow(QMainWindow):
    """The one window of fieldcat."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._alt = AltKey(self)
        self._hidden_title = ""
        self._focus_before: QWidget | None = None
        self._disabled_by_hiding: list[QAction] = []
        self.jobs = Jobs(self)
        self.preferences = Preferences(services, self.jobs, self)
        theme.set_dark(self.preferences.dark)
        theme.set_scale(self.preferences.scale)
        self._text_scale = TextScale(theme, self)
        self.commands = Actions(self)
        self.commands["casebook"].setChecked(True)
        self.casebook = CasebookPage(services, self.jobs, theme, self.commands, self.preferences)
        self._pages: dict[str, Page] = {"casebook": self.casebook}
        self.navigation = Navigation(self.commands, tuple(self._pages), theme)
        self.page: Page = self.casebook
        self.neutral = NeutralPage(theme)
        self._stack = QStackedWidget()
        self.toast = Toast(theme, self._stack)
        self.menu = self._made_menu()
        self._does = self._own_commands()
        self._lay_out()
        self._connect()
        self._enable()
        self.setWindowTitle(self.tr("fieldcat"))
        self.setMinimumSize(*_LEAST_SIZE)
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_KEPT_MS)
        self._place_timer.timeout.connect(self._keep_place)
        self.resize(*_FIRST_SIZE)
        if self.preferences.geometry:
            self.restoreGeometry(self.preferences.geometry)

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

    def hide_content(self) -> None:
        """Show the neutral page in all that belongs to fieldcat, at once."""
        if self.hidden_content:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for other in QApplication.topLevelWidgets():
            if isinstance(other, QDialog):
                other.close()
        self._focus_before = self.focusWidget()
        self._hidden_title = self.windowTitle()
        self.setWindowTitle(self.tr("Document"))
        self._whole.setCurrentWidget(self.neutral)
        self._disabled_by_hiding = [action for action in self.commands if action.isEnabled()]
        for action in self._disabled_by_hiding:
            action.setEnabled(False)
        self.neutral.open_page()
        self.repaint()

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.isVisible():
            self._place_timer.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.isVisible():
            self._place_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._arrange()
            # The first picture of the window is painted before anything is read.
            QTimer.singleShot(0, self.page.start)
            self.page.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._place_timer.stop()
        self._keep_place()
        self.jobs.close()
        super().closeEvent(event)

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
        """Go to a page; it is filled when it is first gone to."""
        self.commands[name].setChecked(True)
        self.page = self._pages[name]
        self._stack.setCurrentWidget(self.page)
        self.page.set_layout(self.layout_class)
        self._enable()
        self.page.start()
        self.page.focus_first()

    def _carry_out(self, command: str) -> None:
        """Do what a command says: the window itself, else the page that is open."""
        do = self._does.get(command) or self.page.does.get(command)
        if do is not None:
            do()

    def _enable(self) -> None:
        """Enable what the window or the open page can do."""
        for action in self.commands:
            command = action.objectName()
            known = command in self._does or command in self.page.does
            action.setEnabled(known)
            action.setVisible(known or any(command in page.does for page in self._pages.values()))
        self.page.enable()

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        return {
            **{name: partial(self.show_page, name) for name in self._pages},
            "larger": lambda: self._text_scale.step(1),
            "smaller": lambda: self._text_scale.step(-1),
            "normal-size": lambda: self._text_scale.step(0),
            "as-system": lambda: self._wear(None),
            "light": lambda: self._wear(False),
            "dark": lambda: self._wear(True),
            "keys": self.show_keys,
            "about": self.show_about,
            "menu": self.open_menu,
            "hide": self.hide_content,
            "quit": self.close,
        }

    def open_menu(self) -> None:
        """Open the whole menu beside its button."""
        button: QWidget = self.navigation.menu_button
        corner = button.rect().topRight()
        if not button.isVisible():
            button = self.page.menu_button
            corner = button.rect().bottomLeft()
        self.menu.popup(button.mapToGlobal(corner + QPoint(0, 2)))

    def show_keys(self) -> None:
        """Show the list of keys."""
        self._show_dialog(KeyList(self._theme, self))

    def show_about(self) -> None:
        """Show what fieldcat is."""
        self._show_dialog(About(self._theme, self))

    def _show_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_content(self) -> None:
        for action in self._disabled_by_hiding:
            action.setEnabled(True)
        self.setWindowTitle(self._hidden_title)
        self._whole.setCurrentWidget(self._content)
        focus, self._focus_before = self._focus_before, None
        # What is painted anew, as the reader is in other colours, is not there any more.
        if focus is None or not isValid(focus) or not focus.isVisible():
            self.page.focus_first()
        else:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def hidden_content(self) -> bool:
        """Whether the neutral page is shown."""
        return self._whole.currentWidget() is self.neutral

    def _wear(self, dark: bool | None) -> None:
        self._theme.set_dark(dark)
        self.preferences.dark = dark

    def _keep_place(self) -> None:
        place = bytes(self.saveGeometry().data())
        if place != self.preferences.geometry:
            self.preferences.geometry = place

    # --- putting together ---------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        for page in self._pages.values():
            self._stack.addWidget(page)
        row.addWidget(self._stack, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._content)
        self._whole.addWidget(self.neutral)
        self.setCentralWidget(self._whole)

    def _arrange(self) -> None:
        layout = self.layout_class
        self.navigation.set_layout(layout)
        self.page.set_layout(layout)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        for at, group in enumerate(MENU):
            if at:
                menu.addSeparator()
            menu.addActions([self.commands[command] for command in group])
        return menu

    def _connect(self) -> None:
        for action in self.commands:
            command = action.objectName()
            action.triggered.connect(lambda _=False, command=command: self._carry_out(command))
        pages = QActionGroup(self)
        for command in self._pages:
            pages.addAction(self.commands[command])
        colours = QActionGroup(self)
        kept = {None: "as-system", False: "light", True: "dark"}
        for command in kept.values():
            colours.addAction(self.commands[command])
        self.commands[kept[self.preferences.dark]].setChecked(True)
        for page in self._pages.values():
            page.menu_wanted.connect(self.open_menu)
            page.told.connect(self.toast.say)
        self.neutral.left.connect(self._show_content)
        self._theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        if self._theme.scale != self.preferences.scale:
            self.preferences.scale = self._theme.scale
        self._arrange()
