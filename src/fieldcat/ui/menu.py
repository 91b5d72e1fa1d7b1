"""The whole menu, made from the table of commands: what is wanted often at once, the rest by part.

Parts stay lower than the smallest screen with text at 200 %, and each is one step away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.commands import worded
from fieldcat.ui.translating import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Part:
    """A menu within the menu: its name, and commands in groups."""

    text: str
    groups: tuple[tuple[str, ...], ...]


_FIND = Part(
    QT_TRANSLATE_NOOP("Actions", "Find"),
    (
        ("search", "filters", "clear-filters", "save-search"),
        ("find",),
        ("back", "forward", "previous-entry", "next-entry"),
    ),
)
_ENTRY = Part(
    QT_TRANSLATE_NOOP("Actions", "This entry"),
    (
        ("keep", "note", "highlight", "copy-with-source"),
        ("print", "save-as-pdf", "leaflet"),
        ("enlarge", "contents", "notes", "all-figures", "source"),
    ),
)
_FILES = Part(
    QT_TRANSLATE_NOOP("Actions", "Sessions, folders, files"),
    (
        ("add-to-session", "correct", "new-session", "present", "hand-out"),
        ("new-folder", "move-to", "rename", "remove", "undo"),
        ("import", "copy-to-stick", "export", "export-own", "take-in-own"),
    ),
)
_VIEW = Part(
    QT_TRANSLATE_NOOP("Actions", "View and help"),
    (
        ("larger", "smaller", "normal-size"),
        ("as-system", "light", "dark"),
        ("welcome", "keys", "export-log", "about"),
    ),
)

MENU: tuple[tuple[str | Part, ...], ...] = (
    ("casebook", "my-casebook", "sessions", "get-help", "updates"),
    (_FIND, _ENTRY, _FILES, _VIEW),
    ("preferences",),
    ("hide", "quit"),
)
"""The whole menu, in groups of commands and of menus within it."""


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
