"""The beginning of a printed entry: kind, title, summary, how to reach it, facts, main figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import Channel, Figure, HelpService, Link
from fieldcat.ui.printing.composing import PARAGRAPH, PART, Setting
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.setting import Column, Paragraph, Run, rule, ruled, set_paragraph, words
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.printing.tables import BETWEEN, Cell, Row, natural_width, set_table
from fieldcat.ui.printing.wording import Addresses, joined, runs_of
from fieldcat.ui.reader.building import LEAD_CARDS
from fieldcat.ui.reader.channels import channel_label
from fieldcat.ui.reader.facts import Fact, facts_of
from fieldcat.ui.reader.heading import kind_text, withdrawn_text
from fieldcat.ui.reader.wording import (
    date_text,
    figure_number,
    figure_whom,
    isolated,
    qualifier_label,
)


def front_matter(setting: Setting) -> Iterator[Slug]:
    """Everything above the first section."""
    view, column = setting.view, setting.column
    head = view.entry.head
    yield from set_paragraph(words(kind_text(view), Style.LABEL, QUIET), column, joined=True)
    title = words(head.title, Style.TITLE)
    yield from set_paragraph(title, column, above=3 * UNITS, joined=True)
    if said := withdrawn_text(view):
        yield from set_paragraph(words(said, Style.LABEL), column, above=PARAGRAPH, joined=True)
    yield from sensitive_note(head.sensitive, column)
    if head.summary:
        yield from set_paragraph(words(head.summary, Style.LEAD), column, above=PARAGRAPH)
    if isinstance(view.entry.part, HelpService):
        yield from _reaching(setting, view.entry.part)
    yield from _facts(setting)
    lead = [figure for figure in view.entry.figures if figure.lead][:LEAD_CARDS]
    yield from figure_table(setting, setting.untold(lead))


def sensitive_note(reason: str, column: Column) -> Iterator[Slug]:
    """Why a whole entry is sensitive; nothing where it is not (an empty ``reason``)."""
    if not reason:
        return
    said = QCoreApplication.translate("SensitiveNote", "Sensitive: {reason}").format(
        reason=isolated(reason)
    )
    note = words(said, Style.LABEL)
    indented = column.indented(9 * UNITS)
    yield from ruled(set_paragraph(note, indented, above=PARAGRAPH, joined=True), column)


def figure_table(
    setting: Setting, figures: Sequence[Figure], *, above: float = PART, notes: bool = False
) -> list[Slug]:
    """Figures as a table: how exact and how many, what they count, where and when."""
    if not figures:
        return []
    translate = QCoreApplication.translate
    headings = (
        translate("Printing", "Figure"),
        translate("Printing", "What it counts"),
        translate("Printing", "Where"),
        translate("Printing", "When"),
    )
    rows = [_figure_row(setting, figure, notes=notes) for figure in figures]
    used = [at for at in range(len(headings)) if at < 2 or any(row[at] for row in rows)]
    header = [[words(headings[at], Style.LABEL_STRONG)] for at in used]
    return set_table(
        header, [[row[at] for at in used] for row in rows], setting.column, above=above
    )


def _figure_row(setting: Setting, figure: Figure, *, notes: bool) -> list[Cell]:
    view = setting.view
    qualifier = qualifier_label(figure.qualifier)
    number = Run(figure_number(figure), style=Style.NUMBER)
    exactly = (Run(f"{qualifier} ", style=Style.LABEL), number) if qualifier else (number,)
    counts = [words(figure.counts, Style.LABEL)]
    for more in (figure_whom(figure), figure.note if notes else ""):
        if more:
            counts.append(words(more, Style.SMALL, QUIET))
    place, period = view.place(figure.place), figure.period
    return [
        [Paragraph(exactly, Style.LABEL)],
        counts,
        [words(place, Style.LABEL)] if place else [],
        [words(period, Style.LABEL)] if period else [],
    ]


def _facts(setting: Setting) -> Iterator[Slug]:
    facts = facts_of(setting.view)
    if not facts:
        return
    column = setting.column
    rows: list[list[Cell]] = [
        [[words(fact.label, Style.LABEL, QUIET)], [_value(setting, fact)]] for fact in facts
    ]
    yield rule(column, above=PART, below=UNITS, joined=True)
    yield from set_table((), rows, column, widths=_label_widths(rows, column), lined=False)
    yield rule(column, above=UNITS)


def _value(setting: Setting, fact: Fact) -> Paragraph:
    source = setting.view.entry.head.source.url
    # The source's address stands at the foot of every page.
    named = any(isinstance(span, Link) and span.url == source for span in fact.line)
    addresses = Addresses() if named else setting.addresses
    runs = runs_of(fact.line, addresses)
    kept = tuple(run for run in runs if not (named and run.raised))
    return Paragraph(kept, Style.LABEL)


def _reaching(setting: Setting, service: HelpService) -> Iterator[Slug]:
    """The channels, telephone numbers large, and how sure they are."""
    translate = QCoreApplication.translate
    column, source = setting.column, setting.view.entry.head.source
    rows: list[list[Cell]] = [
        [[_channel(channel)], [_contact(channel)]] for channel in service.channels
    ]
    yield from set_table(
        (), rows, column, above=PART, widths=_label_widths(rows, column), lined=False
    )
    stated = translate("Channels", "As stated by the study of {date}").format(
        date=date_text(source.date, long=True)
    )
    checked = (
        translate("Channels", "Last checked on {date}").format(
            date=date_text(service.last_checked, long=True)
        )
        if service.last_checked
        else translate("Channels", "Nobody has checked it since")
    )
    sure = words(joined((stated, checked)), Style.LABEL, QUIET)
    yield from set_paragraph(sure, column, above=PARAGRAPH)


def _label_widths(rows: Sequence[Row], column: Column) -> tuple[float, float]:
    """Labels as wide as the longest, but no more than a third; the rest for what they name."""
    label = max((natural_width(row[0][0]) for row in rows), default=0) + UNITS
    label = min(label, column.width / 3)
    return label, column.width - label - BETWEEN


def _channel(channel: Channel) -> Paragraph:
    """The name of a channel, on the line of the number or address beside it."""
    name = Run(channel_label(channel.type), style=Style.LABEL)
    return Paragraph((name,), _style(channel), QUIET)


def _contact(channel: Channel) -> Paragraph:
    number = channel.type == "telephone"
    return Paragraph((Run(channel.value),), _style(channel), left_to_right=number)


def _style(channel: Channel) -> Style:
    return Style.CONTACT if channel.type == "telephone" else Style.TEXT
