"""Begins and ends the showing of a session, and puts its windows on the screens that there are.

Screens come and go while one presents, as cables do: the wall's window follows, and where it was
stands for the trainer's window alone, until another comes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from fieldcat.domain.session import Session
from fieldcat.ui.hiding import Hiding
from fieldcat.ui.presenting.deck import Deck
from fieldcat.ui.presenting.presenter import Presenter
from fieldcat.ui.presenting.room import RoomWindow
from fieldcat.ui.slides.composing import Pictures, no_pictures
from fieldcat.ui.theme import Theme


class Presenting(QObject):
    """One session at a time. ``shown``, ``counted`` and ``ended`` go on from the presenter."""

    shown = Signal(str)
    counted = Signal(str, tuple)
    ended = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, hiding: Hiding) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._hiding = hiding
        self.presenter: Presenter | None = None
        self.room: RoomWindow | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._place)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screens_changed)
        app.primaryScreenChanged.connect(self._screens_changed)

    def begin(
        self,
        session: Session,
        *,
        at: int = 0,
        pictures: Pictures = no_pictures,
        hands: Mapping[str, Sequence[int]] | None = None,
        passed: float = 0,
    ) -> None:
        """Show a session from a step on, of which so many seconds are over.

        Raises:
            ValueError: it has no steps.
        """
        if self.presenter is not None:
            self.come_forward()
            return
        deck = Deck(session, pictures=pictures, hands=hands)
        self.presenter = Presenter(session, deck, self._theme, at=at, passed=passed)
        self.presenter.room_changed.connect(self._on_room_changed)
        self.presenter.shown.connect(self.shown)
        self.presenter.counted.connect(self.counted)
        self.presenter.ended.connect(self._end)
        self.presenter.hide_wanted.connect(self._hiding.hide)
        for place in self.presenter.show_state.shown:
            self.shown.emit(session.steps[place].id)
        self._place()

    def come_forward(self) -> None:
        """Have what is shown lie before other windows, with the keyboard."""
        if self.presenter is not None:
            self.presenter.raise_()
            self.presenter.activateWindow()

    def finish(self) -> None:
        """End what is shown, as the window closes."""
        if self.presenter is not None:
            self.presenter.end()

    # --- inside -------------------------------------------------------------------------------

    def _screens_changed(self, _screen: object = None) -> None:
        # Once the system has settled: a screen that goes is still listed while it is told of.
        if self.presenter is not None:
            self._later.start()

    def _place(self) -> None:
        if self.presenter is None:
            return
        own = self._own_screen()
        wall = next((screen for screen in QGuiApplication.screens() if screen is not own), None)
        if wall is None:
            self._take_room_away()
        else:
            self._fill_room(wall)
        self.presenter.set_one_screen(wall is None)
        self.presenter.setGeometry(own.availableGeometry())
        if not self._hiding.hidden:
            self.presenter.showFullScreen()
            self.presenter.activateWindow()

    def _own_screen(self) -> QScreen:
        """The trainer's screen: where the window is, if that is still there."""
        screens = QGuiApplication.screens()
        here = self._window.screen()
        return here if here in screens else QGuiApplication.primaryScreen()

    def _fill_room(self, wall: QScreen) -> None:
        assert self.presenter is not None
        if self.room is None:
            self.room = RoomWindow(self._theme)
            self.room.keyed.connect(self._on_room_key)
            self.room.close_wanted.connect(self.presenter.ask_end)
            self.room.show_sheet(self.presenter.room_sheet)
            self._hiding.cover_too(self.room, self.room.cover, self.room.uncover)
        self.room.fill(wall)

    def _take_room_away(self) -> None:
        room, self.room = self.room, None
        if room is not None:
            self._hiding.forget(room)
            room.hide()
            room.deleteLater()

    def _on_room_changed(self, sheet: object) -> None:
        if self.room is not None:
            self.room.show_sheet(sheet)  # type: ignore[arg-type]  # Qt's signal knows no type

    def _on_room_key(self, event: QKeyEvent) -> None:
        if self.presenter is not None and not self._hiding.hidden:
            self.presenter.take_key(event)

    def _end(self, reached: object) -> None:
        presenter, self.presenter = self.presenter, None
        self._take_room_away()
        if presenter is not None:
            presenter.hide()
            presenter.deleteLater()
        self.ended.emit(reached)
        self._window.activateWindow()
