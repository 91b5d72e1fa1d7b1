"""What stands after the text of a printed entry: references, addresses, lists, one's own notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import Event, Reference
from fieldcat.ui.labels import number
from fieldcat.ui.printing.composing import Setting
from fieldcat.ui.printing.front_matter import figure_table
from fieldcat.ui.printing.galley import Slug, kept_with_next
from fieldcat.ui.printing.own_notes import set_notes
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.sections import heading
from fieldcat.ui.printing.setting import Paragraph, Run, set_marked, words
from fieldcat.ui.printing.styles import Style
from fieldcat.ui.printing.tables import set_table
from fieldcat.ui.printing.wording import address, joined
from fieldcat.ui.reader.apparatus import party_rows, references_in_order, related_rows
from fieldcat.ui.reader.building import FIGURES, ORGANISATIONS
from fieldcat.ui.reader.wording import date_text

_INDENT = 20 * UNITS
_ITEM = 2 * UNITS
_UNDER_HEADING = 4 * UNITS
_SHORT = 4
"""A list of no more is not parted."""


def set_timeline(setting: Setting, events: Sequence[Event]) -> Iterator[Slug]:
    """Dated events, each beside its date."""
    yield from heading(QCoreApplication.translate("Reader", "Timeline"), setting.column)
    rows = [
        [
            [Paragraph((Run(date_text(event.date, long=True), style=Style.LABEL_STRONG),))],
            [words(event.text)],
        ]
        for event in events
    ]
    yield from set_table((), rows, setting.column, lined=False)


def back_matter(setting: Setting) -> Iterator[Slug]:
    """Everything below the last section. Lists that are closed on the screen are not printed."""
    translate = QCoreApplication.translate
    view, opened = setting.view, setting.copy.opened
    if FIGURES in opened:
        folded = setting.copy.folded
        shown = [figure for figure in view.entry.figures if figure.section not in folded]
        if shown:
            yield from heading(translate("Reader", "All figures"), setting.column)
            yield from figure_table(setting, shown, above=0, notes=True)
    if ORGANISATIONS in opened:
        parties = [(name, role) for _, name, role in party_rows(view)]
        yield from _list(setting, translate("Reader", "Organisations"), parties)
    related = [(title, kind) for _, title, kind in related_rows(view)]
    yield from _list(setting, translate("Printing", "Related in the casebook"), related)
    yield from _references(setting, references_in_order(view))
    yield from _addresses(setting)
    yield from set_notes(setting)


def _list(setting: Setting, title: str, rows: Sequence[tuple[str, str]]) -> Iterator[Slug]:
    if not rows:
        return
    yield from heading(title, setting.column)
    for at, row in enumerate(rows):
        text = words(joined(row), Style.LABEL)
        above = _ITEM if at else _UNDER_HEADING
        slugs = set_marked("\u2022", text, setting.column, 12 * UNITS, above=above)
        yield from kept_with_next(slugs) if len(rows) <= _SHORT and at < len(rows) - 1 else slugs


def _references(setting: Setting, references: Sequence[Reference]) -> Iterator[Slug]:
    if not references:
        return
    yield from heading(QCoreApplication.translate("Reader", "References"), setting.column)
    for place, reference in enumerate(references, 1):
        text = words(_reference(reference), Style.LABEL)
        mark, above = f"{number(place)}.", _ITEM if place > 1 else _UNDER_HEADING
        yield from set_marked(mark, text, setting.column, _INDENT, above=above)


def _reference(reference: Reference) -> str:
    parts = [reference.text]
    if reference.url and reference.url not in reference.text:
        parts.append(address(reference.url))
    if reference.accessed:
        read = QCoreApplication.translate("Reader", "(read {date})")
        parts.append(read.format(date=date_text(reference.accessed)))
    return " ".join(parts)


def _addresses(setting: Setting) -> Iterator[Slug]:
    listed = setting.addresses.listed
    if not listed:
        return
    title = QCoreApplication.translate("Printing", "Web addresses")
    yield from heading(title, setting.column)
    for at, (mark, url) in enumerate(listed):
        text = Paragraph((Run(address(url)),), Style.LABEL, left_to_right=True)
        above = _ITEM if at else _UNDER_HEADING
        yield from set_marked(f"{mark}.", text, setting.column, _INDENT, above=above)
