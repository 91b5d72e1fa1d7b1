"""Words as they are printed: links keep their words, and their addresses are listed at the end."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt

from fieldcat.domain.entry import Citation, Emphasis, Entry, Link
from fieldcat.ui.labels import number
from fieldcat.ui.printing.setting import Run, Runs
from fieldcat.ui.reader.bolding import is_bold_link
from fieldcat.ui.reader.look import BackLink, Words
from fieldcat.ui.reader.wording import direction_of, isolated
from fieldcat.ui.type import is_arabic

_JOINER = "\u2060"
"""Invisible: no line ends here."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Addresses:
    """The web addresses that words of an entry lead to, in the order of their marks."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Marks and addresses."""
        return tuple((mark, url) for url, mark in self._marks.items())

    def mark(self, url: str) -> str:
        """The mark of an address: a, b, … z, aa, ab, …, the same one each time."""
        return self._marks.setdefault(url, _letters(len(self._marks)))


def runs_of(line: Words, addresses: Addresses) -> Runs:
    """A line of an entry: citations and the marks of addresses are raised."""
    made: list[Run] = []
    for at, span in enumerate(line):
        bold_link = is_bold_link(line, at)
        match span:
            case Citation():
                made.append(Run(f"{_JOINER}[{number(span.number)}]", raised=True))
            case Emphasis():
                # Arabic script has no italics.
                bold = span.strong or is_arabic(span.text)
                made.append(Run(span.text, bold=bold, italic=not bold))
            case Link() if not _says(span.text, span.url):
                mark = f"{_JOINER}[{addresses.mark(span.url)}]"
                made += [Run(span.text, bold=bold_link), Run(mark, raised=True)]
            case BackLink():
                continue
            case _:
                made.append(Run(span.text, bold=bold_link))
    return tuple(made)


def direction_of_entry(entry: Entry) -> Qt.LayoutDirection:
    """The side from which an entry is read: that of its own words, whatever the window's."""
    return direction_of(entry.head.title) or Qt.LayoutDirection.LeftToRight


def left_out_text(title: str, reason: str) -> str:
    """What stands in the place of something sensitive that was folded on the screen."""
    said = QCoreApplication.translate(
        "Printing",
        "Sensitive part left out: “{title}”. {reason} Whoever printed this had not opened it.",
    )
    return said.format(title=isolated(title), reason=isolated(_sentence(reason)))


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", "؟", "۔", "。")) else f"{text}."


def _says(words: str, url: str) -> bool:
    """Whether words are the address itself."""
    return _bare(url) == _bare(words.strip())


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def address(url: str) -> str:
    """An address as one types it from paper: browsers add ``https`` themselves."""
    return url.removeprefix("https://")


def _letters(place: int) -> str:
    place, last = divmod(place, len(_LETTERS))
    return (_letters(place - 1) if place else "") + _LETTERS[last]


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """Those parts that say something."""
    return between.join(part for part in parts if part)
