"""The whole menu, made from the table of commands: what is wanted often at once, the rest by part.

Parts stay lower than the smallest screen with text at 200 %, and each is one step away.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.actions import MENU, Actions, Part, worded


class WholeMenu(QMenu):
    """Opened by «Menu», F10 and Alt. ``parts`` are the menus within it, from the top."""

    def __init__(self, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self.parts: tuple[QMenu, ...] = ()
        for at, group in enumerate(MENU):
            if at:
                self.addSeparator()
            for item in group:
                if isinstance(item, Part):
                    self._add_part(item)
                else:
                    self.addAction(commands[item])

    def _add_part(self, part: Part) -> None:
        menu = QMenu(worded(part.text), self)
        for at, group in enumerate(part.groups):
            if at:
                menu.addSeparator()
            menu.addActions(self._of(group))
        self.addMenu(menu)
        self.parts += (menu,)

    def _of(self, group: Iterable[str]) -> list[QAction]:
        return [self._commands[command] for command in group]
