"""Has commands carried out: by the window, else by the page that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from fieldcat.ui.actions import Actions
from fieldcat.ui.page_stack import PageStack

Does = Mapping[str, Callable[[], object]]


class Commanding(QObject):
    """Knows who does what a command says.

    Whoever is asked for anything before the window is whole has it made whole, by ``complete``:
    what an aid presses, such as a screen reader, comes as no event of the window.
    """

    def __init__(
        self,
        commands: Actions,
        pages: PageStack,
        complete: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._pages = pages
        self._complete = complete
        self._own: Does = {}
        self._elsewhere: Does = {}
        for action in commands:
            command = action.objectName()
            action.triggered.connect(lambda _=False, command=command: self._carry_out(command))

    def take(self, own: Does, elsewhere: Does) -> None:
        """Take what the window does: its ``own`` on every page, and what it does ``elsewhere``.

        The latter where the page that is open cannot, by leading to one that can.
        """
        self._own = own
        self._elsewhere = elsewhere

    def enable(self) -> None:
        """Enable what the window or the open page can do, and show no more than any page can."""
        for action in self._commands:
            command = action.objectName()
            known = any(
                command in does for does in (self._own, self._pages.page.does, self._elsewhere)
            )
            action.setEnabled(known)
            action.setVisible(known or any(command in page.does for page in self._pages))

    def _carry_out(self, command: str) -> None:
        self._complete()
        do = (
            self._own.get(command)
            or self._pages.page.does.get(command)
            or self._elsewhere.get(command)
        )
        if do is not None:
            do()
