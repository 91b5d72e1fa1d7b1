"""The sheet «Where to get help»: the services of a country, to be hung up or handed out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt

from fieldcat.domain.entry import Source
from fieldcat.ui.handouts.parts import set_help
from fieldcat.ui.handouts.ruling import lines_to_write
from fieldcat.ui.helping.wording import ShownCountry, none_words, urgent_words
from fieldcat.ui.printing.composing import PARAGRAPH
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS, Paper
from fieldcat.ui.printing.sections import heading
from fieldcat.ui.printing.setting import Column, set_paragraph, words
from fieldcat.ui.printing.sheets import Sheets, bound
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.reader.wording import direction_of
from fieldcat.ui.slides.wording import help_heading


def sheet_title(shown: ShownCountry) -> str:
    """What the sheet is called."""
    return help_heading(shown.code)


def made_help_sheet(shown: ShownCountry, paper: Paper, printed_on: date) -> Sheets:
    """The sheet, set. Needs no window, and may run in any thread."""
    title = sheet_title(shown)
    direction = direction_of(title) or Qt.LayoutDirection.LeftToRight
    column = Column(paper.side, paper.measure, direction)
    said = QCoreApplication.translate(
        "Helping", "From the casebook in fieldcat. Try a number before you hand it out."
    )
    foot = (words(said, Style.SMALL, QUIET),)
    galley = list(_galley(shown, title, column))
    source = Source("", "")
    return bound(galley, column, foot, paper, printed_on, title=title, source=source)


def _galley(shown: ShownCountry, title: str, column: Column) -> Iterator[Slug]:
    yield from set_paragraph(words(title, Style.TITLE), column, joined=True)
    yield from set_paragraph(words(urgent_words(), Style.LEAD), column, above=PARAGRAPH)
    for one in shown.own:
        yield from set_help(one.part, column, checked=one.place.checked, whole=True)
    if not shown.own:
        yield from set_paragraph(words(none_words(shown.code)), column, above=PARAGRAPH)
        yield from lines_to_write(column, 3)
    if shown.beyond:
        across = QCoreApplication.translate("Helping", "Across borders")
        yield from set_paragraph(words("", Style.LABEL), column, above=8 * UNITS)
        yield from heading(across, column)
    for one in shown.beyond:
        yield from set_help(one.part, column, checked=one.place.checked, whole=True)
