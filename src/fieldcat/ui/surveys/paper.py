"""What changed, on paper: bars that print in black and white, and every number in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fieldcat.domain.entry import Source
from fieldcat.domain.holding import HeldSession
from fieldcat.domain.surveying import Change, changes
from fieldcat.ui.printing.composing import PARAGRAPH
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS, Paper
from fieldcat.ui.printing.setting import Column, Lines, set_paragraph, words
from fieldcat.ui.printing.sheets import Sheets, bound
from fieldcat.ui.printing.styles import HAIRLINE, INK, QUIET, Style
from fieldcat.ui.reader.wording import date_text, direction_of
from fieldcat.ui.slides.wording import place_text
from fieldcat.ui.surveys.wording import moment_label, share_text

_BAR = 8 * UNITS
_LABEL, _SHARE = 96 * UNITS, 110 * UNITS


def made_change(held: HeldSession, paper: Paper, printed_on: date) -> Sheets:
    """The change of a session's questionnaires, set. May run in any thread."""
    direction = direction_of(held.title) or Qt.LayoutDirection.LeftToRight
    column = Column(paper.side, paper.measure, direction)
    foot = words(
        QCoreApplication.translate(
            "Surveys", "Totals only: no one's answers were kept. Shares are of those who answered."
        ),
        Style.SMALL,
        QUIET,
    )
    return bound(
        list(_galley(held, column)),
        column,
        (foot,),
        paper,
        printed_on,
        title=held.title,
        source=Source("", ""),
    )


def _galley(held: HeldSession, column: Column) -> Iterator[Slug]:
    where = ", ".join(part for part in (held.place, place_text(held.country)) if part)
    day = date_text(held.held_on.isoformat(), long=True)
    meta = " \u00b7 ".join(part for part in (day, where) if part)
    yield from set_paragraph(words(held.title, Style.TITLE), column, joined=True)
    yield from set_paragraph(words(meta, Style.LABEL, QUIET), column, above=3 * UNITS)
    for change in changes(held.surveys):
        yield from _question(change, column)


def _question(change: Change, column: Column) -> Iterator[Slug]:
    title = words(change.question, Style.SUBHEADING)
    yield from set_paragraph(title, column, above=14 * UNITS, joined=True)
    for at, answer in enumerate(change.answers):
        right = QCoreApplication.translate("Surveys", "{answer} (the right answer)")
        said = right.format(answer=answer) if at == change.right else answer
        yield from set_paragraph(words(said), column, above=PARAGRAPH, joined=True)
        last = len(change.times) - 1
        for place, time in enumerate(change.times):
            yield _bar(
                moment_label(time.moment),
                share_text(time, at),
                time.share(at) or 0,
                column,
                joined=place < last,
            )


def _bar(label: str, said: str, share: float, column: Column, *, joined: bool) -> Slug:
    inner = column.indented(8 * UNITS)
    first = Lines(words(label, Style.LABEL), Column(inner.left, inner.width, column.direction))
    room = inner.width - _LABEL - _SHARE
    beside = inner.indented(_LABEL + room + 8 * UNITS)
    second = Lines(words(said, Style.LABEL), beside)
    left = inner.left + (_SHARE if column.mirrored else _LABEL)
    height = first.leading + 2 * UNITS

    def paint(painter: QPainter, y: float) -> None:
        first.paint(painter, y, 0)
        second.paint(painter, y, 0)
        bar = QRectF(left, y + (first.leading - _BAR) / 2, room, _BAR)
        painter.save()
        painter.setPen(QPen(QColor(HAIRLINE), UNITS / 2))
        painter.drawRect(bar)
        filled = QRectF(bar)
        filled.setWidth(bar.width() * min(share, 100) / 100)
        if column.mirrored:
            filled.moveRight(bar.right())
        painter.fillRect(filled, QColor(INK))
        painter.restore()

    return Slug(height, paint, above=UNITS, joined=joined)
