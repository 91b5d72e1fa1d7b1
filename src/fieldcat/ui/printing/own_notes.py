"""One's own notes after a printed entry: those on the whole of it first, then in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import Heading, Kind, ListBlock, ListItem, Paragraph, plain
from fieldcat.domain.keeping import Note, Passage
from fieldcat.domain.passages import place_in
from fieldcat.ui.printing.composing import PARAGRAPH, Setting
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.sections import heading
from fieldcat.ui.printing.setting import Column, Run, ruled, set_paragraph, words
from fieldcat.ui.printing.setting import Paragraph as Printed
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.reader.apparatus import events_of, references_in_order
from fieldcat.ui.reader.building import text_in_order
from fieldcat.ui.reader.view import EntryView

_UNDER_HEADING = 4 * UNITS
_UNDER_QUOTE = 2 * UNITS
_QUOTE = 12 * UNITS

_Texts = Mapping[str, tuple[int, str]]
"""By the id of a block its place among the others, and its words where they are in one line."""


def set_notes(setting: Setting) -> Iterator[Slug]:
    """What the person wrote, each note under the words that it is about, and what is only marked.

    On paper nothing else tells apart whether a note is on the words printed above it: those on the
    whole entry have a heading of their own.
    """
    translate, column = QCoreApplication.translate, setting.column
    whole = [note for note in setting.copy.notes if note.passage is None and note.text.strip()]
    on_words = [(note, note.passage) for note in setting.copy.notes if note.passage is not None]
    if not whole and not on_words:
        return
    yield from heading(translate("Printing", "My notes"), column)
    if whole:
        case = setting.view.id.kind is Kind.CASE_STUDY
        on_case = translate("Printing", "On the whole case")
        title = on_case if case else translate("Printing", "On the whole entry")
        yield from _subheading(title, column, above=_UNDER_HEADING)
        for note in whole:
            yield from _words(note, column, above=_UNDER_HEADING)
    if whole and on_words:
        yield from _subheading(translate("Printing", "On passages"), column, above=PARAGRAPH)
    texts = dict(_numbered(_texts(setting.view)))
    for at, (note, passage) in enumerate(sorted(on_words, key=lambda one: _place(texts, one[1]))):
        quoted = Printed((Run(passage.quotation, italic=True),), Style.LABEL, QUIET)
        above = PARAGRAPH if at else _UNDER_HEADING
        yield from ruled(
            set_paragraph(quoted, column.indented(_QUOTE), above=above, joined=True), column
        )
        if note.text.strip():
            yield from _words(note, column, above=_UNDER_QUOTE)
        else:
            marked = words(translate("Printing", "Marked, without a note"), Style.LABEL, QUIET)
            yield from set_paragraph(marked, column, above=_UNDER_QUOTE)


def _subheading(text: str, column: Column, *, above: float) -> list[Slug]:
    return set_paragraph(words(text, Style.SUBHEADING), column, above=above, joined=True)


def _words(note: Note, column: Column, *, above: float) -> Iterator[Slug]:
    for line in note.text.splitlines():
        yield from set_paragraph(words(line or " "), column, above=above)
        above = 0


# --- reading order --------------------------------------------------------------------------------


def _place(texts: _Texts, passage: Passage) -> tuple[int, tuple[int, ...], int]:
    """Where a passage comes in reading: its block, the part of that, the letter; the lost last."""
    name = passage.block
    while name not in texts and ":" in name:
        name = name.rpartition(":")[0]
    at, text = texts.get(name, (len(texts), ""))
    part = tuple(int(one) for one in passage.block[len(name) :].split(":") if one.isdecimal())
    place = place_in(text, passage)
    return at, part, place[0] if place is not None else len(text)


def _numbered(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, tuple[int, str]]]:
    for at, (block, text) in enumerate(texts):
        yield block, (at, text)


def _texts(view: EntryView) -> Iterator[tuple[str, str]]:
    """The ids of all that words can be marked in, in reading order, with those words."""
    head = view.entry.head
    yield "entry:title", head.title
    yield "entry:summary", head.summary
    for section in text_in_order(view):
        if section is None:
            for at, event in enumerate(events_of(view)):
                yield f"entry:timeline:{at}", event.text
            continue
        for block in section.blocks:
            match block:
                case Heading() | Paragraph():
                    yield block.id, plain(block.line)
                case ListBlock():
                    yield from _items(block.items)
                case _:
                    yield block.id, ""
    for reference in references_in_order(view):
        yield f"reference:{reference.id}", reference.text


def _items(items: Sequence[ListItem]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.id, plain(item.line)
        yield from _items(item.children)
