"""Which keys do what: the rows of the page of keys, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from fieldcat.ui.actions import COMMANDS, Command, worded
from fieldcat.ui.translating import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is done, and by which keys as this system writes them."""

    words: str
    keys: str

    def has(self, text: str) -> bool:
        """Whether a text stands in the words or is one of the keys."""
        wanted = text.strip().casefold()
        return wanted in self.words.casefold() or wanted in self.keys.casefold()


_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("KeyList", "Find"),
        ("search", "filters", "clear-filters", "save-search"),
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "Read"),
        (
            *("find", "find-previous", "back", "forward", "previous-entry", "next-entry"),
            *("enlarge", "contents", "notes", "all-figures", "source", "text-size"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "Keep and take along"),
        (
            *("keep", "note", "highlight", "copy-with-source", "print", "save-as-pdf"),
            *("new-folder", "move-to", "rename", "remove", "undo"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "Go to"),
        ("casebook", "my-casebook", "next-pane", "previous-pane", "menu"),
    ),
)
_OTHERS = QT_TRANSLATE_NOOP("KeyList", "The window")

# What no command of the table does: keys of the part of the window that one is in.
_FURTHER: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "Find": (
        (
            QT_TRANSLATE_NOOP("KeyList", "Next or previous entry; the reader follows"),
            ("Down", "Up"),
        ),
        (QT_TRANSLATE_NOOP("KeyList", "Tick a filter, open a folded part"), ("Space",)),
    ),
    "Read": (
        (QT_TRANSLATE_NOOP("KeyList", "Open the entry large"), ("Return",)),
        (QT_TRANSLATE_NOOP("KeyList", "Close a panel, or leave the large view"), ("Esc",)),
        (
            QT_TRANSLATE_NOOP("KeyList", "Move through the words of the text"),
            ("Ctrl+Left", "Ctrl+Right"),
        ),
        (
            QT_TRANSLATE_NOOP("KeyList", "Select words in the text"),
            ("Shift+Left", "Shift+Right"),
        ),
    ),
}


def key_groups() -> tuple[tuple[str, tuple[KeyRow, ...]], ...]:
    """All keys in groups, each with its heading; every command with a key stands in one."""
    grouped = {command for _title, commands in _GROUPS for command in commands}
    others = tuple(command.id for command in COMMANDS if command.id not in grouped)
    made = []
    for title, commands in (*_GROUPS, (_OTHERS, others)):
        rows = [_row(command) for command in COMMANDS if command.id in commands and command.keys]
        rows += [
            KeyRow(_tr(words), _named(map(QKeySequence, keys)))
            for words, keys in _FURTHER.get(title, ())
        ]
        if rows:
            made.append((_tr(title), tuple(rows)))
    return tuple(made)


def _row(command: Command) -> KeyRow:
    return KeyRow(worded(command.text), _named(command.shown_keys))


def _named(keys: Iterable[QKeySequence]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return " · ".join(key.toString(form) for key in keys)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyList", text)
