"""The finished pages: an entry's galley, broken, with what every page carries at head and foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from fieldcat.domain.entry import Source
from fieldcat.ui.labels import number
from fieldcat.ui.printing.back_matter import back_matter, set_timeline
from fieldcat.ui.printing.composing import Copy, Setting
from fieldcat.ui.printing.front_matter import front_matter
from fieldcat.ui.printing.galley import PageOfSlugs, Slug, broken
from fieldcat.ui.printing.paper import UNITS, Paper
from fieldcat.ui.printing.sections import set_section
from fieldcat.ui.printing.setting import Column, Lines, Paragraph, Run, words
from fieldcat.ui.printing.styles import HAIRLINE, QUIET, Style
from fieldcat.ui.printing.wording import address, direction_of_entry
from fieldcat.ui.reader.apparatus import events_of
from fieldcat.ui.reader.building import text_in_order
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text, source_text

_ABOVE_FOOT = 16 * UNITS
_UNDER_RULE = 4 * UNITS


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of one entry on one paper, ready to be painted."""

    paper: Paper
    title: str
    source: Source
    column: Column
    pages: tuple[PageOfSlugs, ...]
    foot: tuple[Lines, ...]
    printed: str

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 1, in units from the paper's upper left corner."""
        if page > 1:
            self._paint_head(painter)
        for placed in self.pages[page - 1]:
            placed.slug.paint(painter, self.paper.top + placed.y)
        self._paint_foot(painter, page)

    def _paint_head(self, painter: QPainter) -> None:
        """The title, so that a loose sheet is known."""
        style = Style.SMALL
        metrics = QFontMetricsF(style.font())
        title = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, self.column.width)
        y = self.paper.top - 2 * style.leading()
        Lines(words(title, style, QUIET), self.column).paint(painter, y, 0)

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        column = self.column
        last = self.paper.bottom - Style.SMALL.leading()
        y = last - sum(lines.height for lines in self.foot)
        line = QRectF(column.left, y - _UNDER_RULE, column.width, UNITS / 2)
        painter.fillRect(line, QColor(HAIRLINE))
        for lines in self.foot:
            for at in range(lines.count):
                lines.paint(painter, y, at)
                y += lines.leading
        said = QCoreApplication.translate("Printing", "Page {page} of {pages}").format(
            page=number(page), pages=number(self.count)
        )
        Lines(words(self.printed, Style.SMALL, QUIET), column).paint(painter, last, 0)
        numbered = Lines(words(said, Style.SMALL, QUIET), column)
        start = numbered.natural_width
        place = column.indented(column.width - start - UNITS)
        Lines(words(said, Style.SMALL, QUIET), place).paint(painter, last, 0)


def made_sheets(copy: Copy, paper: Paper, printed_on: date) -> Sheets:
    """Set an entry and break it into pages. Needs no window, and may run in any thread."""
    column = Column(paper.side, paper.measure, direction_of_entry(copy.view.entry))
    setting = Setting(copy, column)
    head = copy.view.entry.head
    return bound(
        list(_galley(setting)),
        column,
        tuple(foot_of(copy.view)),
        paper,
        printed_on,
        title=head.title,
        source=head.source,
    )


def bound(
    galley: Sequence[Slug],
    column: Column,
    foot: Sequence[Paragraph],
    paper: Paper,
    printed_on: date,
    *,
    title: str,
    source: Source,
) -> Sheets:
    """A galley broken into pages, with a title for loose sheets and a foot on every page.

    The publisher of ``source`` is named in a PDF file as its author.
    """
    lines = tuple(Lines(paragraph, column) for paragraph in foot)
    below = sum(each.height for each in lines) + Style.SMALL.leading() + _ABOVE_FOOT
    day = date_text(printed_on.isoformat(), long=True)
    return Sheets(
        paper=paper,
        title=title,
        source=source,
        column=column,
        pages=broken(galley, paper.bottom - paper.top - below),
        foot=lines,
        printed=QCoreApplication.translate("Printing", "Printed on {date}").format(date=day),
    )


def _galley(setting: Setting) -> Iterator[Slug]:
    yield from front_matter(setting)
    for section in text_in_order(setting.view):
        if section is None:
            yield from set_timeline(setting, events_of(setting.view))
        else:
            yield from set_section(setting, section)
    yield from back_matter(setting)


def foot_of(view: EntryView) -> Iterator[Paragraph]:
    """Where the facts come from, and whose the words are."""
    translate = QCoreApplication.translate
    collection, source = view.collection, view.entry.head.source
    said = translate("Reader", "Source: {source}").format(source=source_text(source, address=False))
    yield words(said, Style.SMALL, QUIET)
    if source.url:
        yield Paragraph((Run(address(source.url)),), Style.SMALL, QUIET, left_to_right=True)
    text = translate(
        "Reader", "Text: {collection}, edition {edition}, {publisher}. {licence}"
    ).format(
        collection=collection.title,
        edition=collection.edition,
        publisher=collection.publisher,
        licence=collection.licence,
    )
    yield words(text, Style.SMALL, QUIET)
