"""Which pieces the page of an entry has, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import HelpService, Section, SectionRole, Text, plain
from fieldcat.ui.labels import number
from fieldcat.ui.reader.apparatus import (
    EntryList,
    alike_rows,
    compose_references,
    compose_timeline,
    events_of,
    party_rows,
    references_in_order,
    related_rows,
    replacing_rows,
)
from fieldcat.ui.reader.channels import Channels
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.fact_box import FactBox
from fieldcat.ui.reader.facts import facts_of
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.foot import Foot
from fieldcat.ui.reader.heading import KindLine, SensitiveNote, WithdrawnNote
from fieldcat.ui.reader.lines import Rule, Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.rows import Disclosure
from fieldcat.ui.reader.section import SectionBody
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView, lines_of
from fieldcat.ui.type import TextRole

FIGURES = "figures"
ORGANISATIONS = "organisations"
REFERENCES = "references"
RELATED = "related"
ALIKE = "alike"
"""Names of pieces that other parts of the reader lead to."""

TITLE = "entry:title"
SUMMARY = "entry:summary"
"""Names of the blocks of text that an entry has beside its sections."""

LEAD_CARDS = 3
"""As many figures stand above the text."""
_PARTIES_IN_FACTS = 1


def build_page(view: EntryView, look: Look, opened: frozenset[str], parent: QWidget) -> Page:
    """The page of an entry. ``opened`` names the sections and lists that are not folded."""
    page = Page(view, look, parent)
    for _ in filling(page, opened):
        pass
    return page


def filling(page: Page, opened: frozenset[str]) -> Iterator[None]:
    """Put the pieces on an empty page, one a step."""
    for part in (_add_top(page), _add_sections(page, opened), _add_lists(page, opened)):
        for _ in part:
            page.fit_last()
            yield


def _add_top(page: Page) -> Iterator[None]:
    translate = QCoreApplication.translate
    view, look, head = page.view, page.look, page.view.entry.head
    page.add("kind", KindLine(view, look, page), 0)
    yield
    if view.withdrawal is not None:
        page.add("withdrawn", WithdrawnNote(view, look, page), 6)
        yield
    title = _text(
        page,
        head.title,
        lambda text: text.heading((Text(head.title),), level=1, role=look.title, block_id=TITLE),
    )
    page.add("title", title, 5)
    yield
    if replacing := replacing_rows(view):
        heading = translate("Reader", "Read this instead")
        rows = EntryList(view, replacing, look, heading=heading, parent=page)
        rows.chosen.connect(page.entry_requested)
        page.add("replacing", rows, 10)
        yield
    if head.sensitive:
        page.add("sensitive", SensitiveNote(view, look, page), 10)
        yield
    if head.summary:
        lead = _text(
            page,
            translate("Reader", "Summary"),
            lambda text: text.paragraph((Text(head.summary),), role=look.lead, block_id=SUMMARY),
        )
        lead.mark(view.marker)
        page.add("lead", lead, 8)
        yield
    part = view.entry.part
    if isinstance(part, HelpService):
        page.add("channels", Channels(view, part, look, page), 14)
        yield
    facts = facts_of(view)
    if facts:
        page.add("facts", FactBox(view, facts, look, page), 14)
        yield
    cards = [figure for figure in view.entry.figures if figure.lead][:LEAD_CARDS]
    if cards:
        page.add("cards", CardGrid(view, cards, look, parent=page), 14)
        yield


def _add_sections(page: Page, opened: frozenset[str]) -> Iterator[None]:
    view, look = page.view, page.look
    for section in text_in_order(view):
        if section is None:
            yield from _add_timeline(page)
            continue
        key = f"section:{section.id}"
        if section.sensitive:
            is_open = section.id in opened
            page.add(key, Fold(view, section, look, opened=is_open, parent=page), 15)
            yield
        else:
            page.add(key, SectionBody(view, section, look, page), look.over_section)
            yield


def text_in_order(view: EntryView) -> Iterator[Section | None]:
    """The sections that are shown, and None in the place of the timeline, if there is one."""
    waiting = bool(events_of(view))
    for section in view.entry.sections:
        if waiting and section.role in (SectionRole.IMPACT, SectionRole.ABOUT):
            yield None
            waiting = False
        if not _repeats(section, view.entry.head.summary):
            yield section
    if waiting:
        yield None


def _repeats(section: Section, summary: str) -> bool:
    """Whether a section says no more than the summary that stands above it."""
    lines = list(lines_of((section,)))
    return len(lines) == 1 and len(section.blocks) == 1 and plain(lines[0]) == summary


def _add_timeline(page: Page) -> Iterator[None]:
    events = events_of(page.view)
    name = QCoreApplication.translate("Reader", "Timeline")
    timeline = _text(page, name, lambda text: compose_timeline(text, events))
    timeline.mark(page.view.marker)
    page.add("timeline", timeline, page.look.over_section)
    yield


def _add_lists(page: Page, opened: frozenset[str]) -> Iterator[None]:
    translate = QCoreApplication.translate
    view, look = page.view, page.look
    references = references_in_order(view)
    if references:
        name = translate("Reader", "References")
        made = _text(page, name, lambda text: compose_references(text, references))
        page.add(REFERENCES, made, 24)
        yield
    parties, related, alike = party_rows(view), related_rows(view), alike_rows(view)
    if view.entry.figures or len(parties) > _PARTIES_IN_FACTS or related or alike:
        page.add("rule", Rule(look, page), 24)
        yield
    if view.entry.figures:
        yield from _add_figures(page, FIGURES in opened, opened)
    if len(parties) > _PARTIES_IN_FACTS:
        heading = numbered(translate("Reader", "Organisations"), len(parties))
        yield from _add_disclosure(page, ORGANISATIONS, heading, ORGANISATIONS in opened)
        if ORGANISATIONS in opened:
            rows = EntryList(view, parties, look, parent=page)
            rows.chosen.connect(page.entry_requested)
            page.add("organisation-rows", rows, 4)
            yield
    if related:
        heading = numbered(translate("Reader", "Related"), len(related))
        rows = EntryList(view, related, look, heading=heading, parent=page)
        rows.chosen.connect(page.entry_requested)
        page.add(RELATED, rows, 12)
        yield
    if alike:
        heading = translate("Reader", "More like this")
        rows = EntryList(view, alike, look, heading=heading, parent=page)
        rows.chosen.connect(page.entry_requested)
        page.add(ALIKE, rows, look.over_section)
        yield
    page.add("foot-rule", Rule(look, page), 24)
    yield
    page.add("foot", Foot(view, look, page), 12)
    yield


def _add_figures(page: Page, is_open: bool, opened: frozenset[str]) -> Iterator[None]:
    translate = QCoreApplication.translate
    view, look = page.view, page.look
    heading = numbered(translate("Reader", "All figures"), len(view.entry.figures))
    yield from _add_disclosure(page, FIGURES, heading, is_open)
    if not is_open:
        return
    hidden = folded_sections(view, opened)
    figures = [figure for figure in view.entry.figures if figure.section not in hidden]
    if figures:
        page.add("figure-cards", CardGrid(view, figures, look, full=True, parent=page), 8)
        yield
    if len(figures) < len(view.entry.figures):
        said = translate("Reader", "Figures in folded sections are shown once these are opened.")
        page.add(
            "figures-folded", Words(said, TextRole.META, look, colour="text_2", parent=page), 8
        )
        yield


def folded_sections(view: EntryView, opened: frozenset[str]) -> frozenset[str]:
    """The sensitive sections that are not opened: what they hold is not on the page."""
    return frozenset(
        section.id
        for section in view.entry.sections
        if section.sensitive and section.id not in opened
    )


def numbered(heading: str, count: int) -> str:
    """A heading and how many stand under it: «All figures · 8»."""
    return f"{heading} \u00b7 {number(count)}"


def _add_disclosure(page: Page, key: str, heading: str, is_open: bool) -> Iterator[None]:
    row = Disclosure(heading, page.look, page)
    row.setChecked(is_open)
    page.add(key, row, 8)
    yield


def _text(page: Page, name: str, fill: Callable[[Composer], None]) -> TextPiece:
    piece = TextPiece(name, page)
    piece.compose(page.look, page.view, fill)
    return piece
