"""The log of sessions on paper: what it adds up to, and a line for each session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt

from fieldcat.domain.entry import Source
from fieldcat.domain.holding import HeldSession
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS, Paper
from fieldcat.ui.printing.setting import Column, set_paragraph, words
from fieldcat.ui.printing.sheets import Sheets, bound
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.sessions.log_wording import LogWords, Table


def made_log(
    held: tuple[HeldSession, ...],
    tables: tuple[Table, ...],
    said: LogWords,
    paper: Paper,
    printed_on: date,
) -> Sheets:
    """The log, set. May run in any thread."""
    column = Column(paper.side, paper.measure, Qt.LayoutDirection.LeftToRight)
    foot = words(said.foot, Style.SMALL, QUIET)
    galley = list(_galley(held, tables, said, column))
    source = Source("", "")
    return bound(galley, column, (foot,), paper, printed_on, title=said.title, source=source)


def _galley(
    held: tuple[HeldSession, ...], tables: tuple[Table, ...], said: LogWords, column: Column
) -> Iterator[Slug]:
    yield from set_paragraph(words(said.title, Style.TITLE), column, joined=True)
    yield from set_paragraph(words(said.whole, Style.LABEL, QUIET), column, above=3 * UNITS)
    for table in tables:
        heading = words(table.heading, Style.SUBHEADING)
        yield from set_paragraph(heading, column, above=14 * UNITS, joined=True)
        for row in table.rows:
            yield from set_paragraph(words(f"{row.name}: {row.said}"), column, above=2 * UNITS)
    heading = words(said.each, Style.SUBHEADING)
    yield from set_paragraph(heading, column, above=14 * UNITS, joined=True)
    for one in held:
        line = words(said.lines[one.id])
        shown = "; ".join(said.shown[one.id])
        yield from set_paragraph(line, column, above=5 * UNITS, joined=bool(shown))
        if shown:
            yield from set_paragraph(words(shown, Style.LABEL, QUIET), column, above=UNITS)
