"""Which keys do what: the rows of the page of keys, made from the table of commands.

What can be typed in the search field beside words is told there too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from fieldcat.domain.head import Kind
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.commands import COMMANDS, Command, worded
from fieldcat.ui.labels import kind_label
from fieldcat.ui.placeholders import filled
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
            *("leaflet", "correct"),
            *("new-folder", "move-to", "rename", "remove", "undo"),
            *("add-to-session", "new-session", "present", "hand-out"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "Go to"),
        (
            *("casebook", "my-casebook", "sessions", "get-help"),
            *("next-pane", "previous-pane", "menu"),
        ),
    ),
)
_OTHERS = QT_TRANSLATE_NOOP("KeyList", "The window")
_TYPED = QT_TRANSLATE_NOOP("KeyList", "Signs in the search field")

# What can be typed among the words: what it does, an example, and whether that has words.
_SIGNS = (
    (
        QT_TRANSLATE_NOOP("KeyList", "Words that stand together"),
        QT_TRANSLATE_NOOP("KeyList", '"safer internet"'),
        True,
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "Without a word"),
        QT_TRANSLATE_NOOP("KeyList", "-telephone"),
        True,
    ),
    (
        QT_TRANSLATE_NOOP("KeyList", "One word or the other"),
        QT_TRANSLATE_NOOP("KeyList", "hotline OR helpline"),
        True,
    ),
    (QT_TRANSLATE_NOOP("KeyList", "Only this country, by name or code"), "country:tz", False),
    (QT_TRANSLATE_NOOP("KeyList", "Any of several values"), "country:tz,gb", False),
    (QT_TRANSLATE_NOOP("KeyList", "Everything but this country"), "-country:tz", False),
    (QT_TRANSLATE_NOOP("KeyList", "A value of several words"), 'kind:"%1"', False),
    (QT_TRANSLATE_NOOP("KeyList", "Years from and to"), "year:2020..2024", False),
)
_OTHER_FILTERS = QT_TRANSLATE_NOOP("KeyList", "The other filters")

# What no command of the table does: keys of the part of the window that one is in.
_FURTHER: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    _OTHERS: (
        (
            QT_TRANSLATE_NOOP(
                "KeyList", "Come back from the neutral page, by “Continue” at its foot"
            ),
            ("Tab, Return",),
        ),
    ),
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
            QT_TRANSLATE_NOOP("KeyList", "Select the next or previous letter of the text"),
            ("Shift+Right", "Shift+Left"),
        ),
        (
            QT_TRANSLATE_NOOP("KeyList", "Select the next or previous word of the text"),
            ("Ctrl+Shift+Right", "Ctrl+Shift+Left"),
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
    # Beside what finds, since that is what they do.
    made.insert(1, (_tr(_TYPED), tuple(_signs())))
    return tuple(made)


def _signs() -> Iterator[KeyRow]:
    told = {sign.lstrip("-").partition(":")[0] for _words, sign, _worded in _SIGNS}
    kind = kind_label(Kind.HELP_SERVICE)
    for words, sign, has_words in _SIGNS:
        yield KeyRow(_tr(words), _tr(sign) if has_words else filled(sign, kind))
    others = (f"{facet}:" for facet in Facet if facet not in told)
    yield KeyRow(_tr(_OTHER_FILTERS), " ".join(others))


def _row(command: Command) -> KeyRow:
    return KeyRow(worded(command.text), _named(command.shown_keys))


def _named(keys: Iterable[QKeySequence]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return " · ".join(key.toString(form) for key in keys)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyList", text)
