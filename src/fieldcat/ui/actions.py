"""The table of commands as actions of one window, with the words and the keys that they show."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from fieldcat.ui.commands import BY_ID, COMMANDS, Command, worded
from fieldcat.ui.icons import icon


class Actions(QObject):
    """The table as ``QAction`` objects of one window: ``actions["keep"]``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.id: self._made(command, window) for command in COMMANDS}
        window.addActions(list(self._actions.values()))
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.layoutDirectionChanged.connect(self._mirror)

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def word(self, command: str, *, like: str = "") -> None:
        """Give a command the words and the icon of the table again, or those of another one."""
        row = BY_ID[like or command]
        self._actions[command].setText(worded(row.text))
        self._actions[command].setIcon(icon(row.icon))

    def _made(self, command: Command, window: QWidget) -> QAction:
        action = made_action(command.id, window)
        action.setShortcuts(command.shown_keys)
        # The window as such never has the focus: a local key is shown there, and not caught.
        everywhere = Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut if command.local else everywhere
        )
        return action

    def _mirror(self) -> None:
        for command in COMMANDS:
            if command.mirrored:
                self._actions[command.id].setShortcuts(command.shown_keys)


def made_action(command: str, parent: QObject) -> QAction:
    """A command of the table as an action without keys, as for a part of the window's own menus."""
    row = BY_ID[command]
    action = QAction(parent)
    action.setObjectName(row.id)
    action.setText(worded(row.text))
    action.setToolTip(worded(row.tip))
    action.setStatusTip(worded(row.tip))
    if row.icon:
        action.setIcon(icon(row.icon))
    action.setCheckable(row.checkable)
    return action


def keyed_tip(command: str, tip: str = "") -> str:
    """The tip of a command, or another one in its place, with the first of its keys."""
    row = BY_ID[command]
    words = tip or worded(row.tip)
    keys = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in row.shown_keys]
    return f"{words} ({keys[0]})" if keys else words


def key_text(action: QAction) -> str:
    """The first key of a command, as this system writes it; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
