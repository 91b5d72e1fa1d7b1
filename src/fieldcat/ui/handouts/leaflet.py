"""A case as a leaflet of two pages: what matters most of it, and where the rest can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import Section, SectionRole
from fieldcat.ui.printing.composing import PARAGRAPH, Copy, Setting
from fieldcat.ui.printing.front_matter import figure_table, sensitive_note
from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS, Paper
from fieldcat.ui.printing.sections import set_section
from fieldcat.ui.printing.setting import Column, set_paragraph, words
from fieldcat.ui.printing.sheets import Sheets, bound, foot_of
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.printing.wording import direction_of_entry
from fieldcat.ui.reader.heading import kind_text
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import isolated

PAGES = 2
_ROLES = (
    SectionRole.KEY_POINTS,
    SectionRole.SUMMARY,
    SectionRole.WARNING_SIGNS,
    SectionRole.PROBLEM,
    SectionRole.SOLUTION,
    SectionRole.IMPACT,
    SectionRole.LESSONS,
    SectionRole.RECOMMENDATIONS,
    SectionRole.METHOD,
    SectionRole.BACKGROUND,
    SectionRole.CHALLENGES,
    SectionRole.NEXT_STEPS,
    SectionRole.DEFINITION,
    SectionRole.USAGE,
    SectionRole.TESTIMONY,
    SectionRole.TIMELINE,
    SectionRole.ABOUT,
    SectionRole.OTHER,
)
"""What a leaflet wants most, first."""


def made_leaflet(view: EntryView, paper: Paper, printed_on: date) -> Sheets:
    """As many whole sections as fit on two pages, in their order; no sensitive one.

    A case that is sensitive as a whole says so at its head.
    Where not even one fits, it goes over more pages rather than be cut.
    """
    column = Column(paper.side, paper.measure, direction_of_entry(view.entry))
    plain = [section for section in view.entry.sections if not section.sensitive]
    wanted = sorted(plain, key=lambda section: _ROLES.index(section.role))
    made: Sheets | None = None
    chosen: list[Section] = []
    for section in wanted:
        tried = [*chosen, section]
        sheets = _bound(view, tried, column, paper, printed_on)
        if made is None or sheets.count <= PAGES:
            made, chosen = sheets, tried
    return made or _bound(view, (), column, paper, printed_on)


def _bound(
    view: EntryView, chosen: Sequence[Section], column: Column, paper: Paper, printed_on: date
) -> Sheets:
    head = view.entry.head
    return bound(
        list(_galley(view, chosen, column)),
        column,
        tuple(foot_of(view)),
        paper,
        printed_on,
        title=head.title,
        source=head.source,
    )


def _galley(view: EntryView, chosen: Sequence[Section], column: Column) -> Iterator[Slug]:
    head = view.entry.head
    ids = {section.id for section in chosen}
    shown = tuple(section for section in view.entry.sections if section.id in ids)
    whole = replace(view, entry=replace(view.entry, sections=shown))
    setting = Setting(Copy(whole), column)
    yield from set_paragraph(words(kind_text(view), Style.LABEL, QUIET), column, joined=True)
    title = words(head.title, Style.TITLE)
    yield from set_paragraph(title, column, above=3 * UNITS, joined=True)
    yield from sensitive_note(head.sensitive, column)
    if head.summary:
        yield from set_paragraph(words(head.summary, Style.LEAD), column, above=PARAGRAPH)
    closed = {section.id for section in view.entry.sections if section.sensitive}
    lead = [one for one in view.entry.figures if one.lead and one.section not in closed]
    yield from figure_table(setting, setting.untold(lead))
    for section in shown:
        yield from set_section(setting, section)
    left = [section.title for section in view.entry.sections if section.id not in ids]
    if any(left):
        said = QCoreApplication.translate("Handouts", "Also in the casebook: {parts}.").format(
            parts=", ".join(isolated(title) for title in left if title)
        )
        yield from set_paragraph(words(said, Style.LABEL, QUIET), column, above=PARAGRAPH)
