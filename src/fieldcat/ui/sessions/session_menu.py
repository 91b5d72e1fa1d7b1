"""The menus of the sessions page: what to begin with, and what can be done with a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.domain.session import Session
from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.sessions.listing import Listed
from fieldcat.ui.sessions.session_desk import SessionDesk
from fieldcat.ui.sessions.wording import session_name


class SessionMenu(QObject):
    """Fills one menu of a page, and opens it."""

    def __init__(self, desk: SessionDesk, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._actions = actions
        self.menu = QMenu(page)

    def open_under(self, button: QWidget) -> None:
        """Open what was filled in under a button."""
        below = button.rect().bottomLeft() + QPoint(0, 2)
        self.menu.popup(button.mapToGlobal(below))

    def fill_new(self, listed: Listed) -> None:
        """Offer an empty plan, and the templates."""
        self.menu.clear()
        self.menu.addAction(icon("plus"), self.tr("Empty plan"), self._desk.make_empty)
        self.menu.addSeparator()
        for template in listed.templates:
            self.menu.addAction(
                icon("presentation"), template.title, partial(self._desk.make_from, template.id)
            )
        for session in (line.session for line in listed.lines if line.session.template):
            self.menu.addAction(
                icon("presentation"),
                session_name(session),
                partial(self._desk.copy, session.id, session.title),
            )

    def fill_shipped(self, template: str) -> None:
        """Offer what can be done with a template that came with the program."""
        self.menu.clear()
        words = self.tr("Make a session of it")
        self.menu.addAction(icon("plus"), words, partial(self._desk.make_from, template))

    def fill_session(
        self,
        session: Session,
        *,
        first: tuple[str, str, Callable[[], object]],
        results: Callable[[], object],
    ) -> None:
        """Offer what can be done with a session; ``first`` is an icon, words and doing it."""
        desk, id = self._desk, session.id
        self.menu.clear()
        self.menu.addAction(icon(first[0]), first[1], first[2])
        self.menu.addAction(icon("chart-column"), self.tr("Questionnaire results…"), results)
        self.menu.addAction(
            icon("copy"), self.tr("Duplicate"), partial(desk.copy, id, session.title)
        )
        words = self.tr("Use as a session") if session.template else self.tr("Use as a template")
        self.menu.addAction(
            icon("presentation"), words, partial(desk.change, id, template=not session.template)
        )
        words = self.tr("Take out of the archive") if session.archived else self.tr("Archive")
        self.menu.addAction(
            icon("archive"), words, partial(desk.change, id, archived=not session.archived)
        )
        self.menu.addSeparator()
        for words, with_results in (
            (self.tr("Save as a file, plan only…"), False),
            (self.tr("Save as a file, with results…"), True),
        ):
            self.menu.addAction(
                icon("file-down"),
                words,
                partial(desk.ask_where, session, with_results=with_results),
            )
        self.menu.addSeparator()
        self.menu.addAction(icon("trash-2"), self.tr("Remove"), partial(desk.remove, id))

    def fill_held(self, survey: Callable[[], object]) -> None:
        """Offer what can be done with a session in the log; ``survey``: its questionnaires."""
        self.menu.clear()
        self.menu.addAction(icon("chart-column"), self.tr("Questionnaires"), survey)
        self.menu.addAction(self._actions["remove"])

    def fill_step(
        self,
        change: Callable[[], object],
        move: Callable[[int], object],
        leaflet: Callable[[], object] | None,
    ) -> None:
        """Offer what can be done with a step; ``leaflet``: its case on two pages."""
        self.menu.clear()
        self.menu.addAction(icon("pencil"), self.tr("Change this step"), change)
        self._add_move("chevron-up", self.tr("Move up"), "Alt+Up", partial(move, -1))
        self._add_move("chevron-down", self.tr("Move down"), "Alt+Down", partial(move, 1))
        if leaflet is not None:
            self.menu.addAction(icon("printer"), self.tr("Leaflet of this case…"), leaflet)
        self.menu.addAction(self._actions["remove"])

    def _add_move(self, sign: str, words: str, key: str, move: Callable[[], object]) -> None:
        action = self.menu.addAction(icon(sign), words)
        # The list heeds it itself: here it is only shown.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: move())
