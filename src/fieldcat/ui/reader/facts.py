"""The facts of an entry in rows: a label, and a line of words and links. Each kind has its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import (
    CaseStudy,
    Citation,
    EntryLink,
    Funding,
    HelpService,
    LearningMaterial,
    Line,
    Link,
    Organisation,
    Party,
    Research,
    Span,
    Term,
    Text,
    Tool,
)
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text, isolated, listed, source_name

_NAMED = 3
"""As many organisations as are named in one row; beyond, the first and how many more."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. ``more``: the rest stands further down, under the organisations."""

    label: str
    line: Line

    @property
    def text(self) -> str:
        """The row's value as plain words."""
        return "".join(span.text for span in self.line if not isinstance(span, Citation))


def facts_of(view: EntryView) -> tuple[Fact, ...]:
    """The rows of the fact box, empty ones left out."""
    return tuple(fact for fact in _rows(view) if fact.text.strip())


def _rows(view: EntryView) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    head = view.entry.head
    yield from _rows_of_kind(view)
    if not isinstance(view.entry.part, Organisation):
        yield Fact(tr("Reader", "Who"), who(head.organisations))
    yield _labels(tr("Reader", "For"), view, "audiences", head.audiences)
    yield _labels(tr("Reader", "Capability"), view, "capabilities", head.capabilities)
    if head.countries:
        yield _labels(tr("Reader", "Where"), view, "countries", head.countries)
    else:
        yield _labels(tr("Reader", "Where"), view, "regions", head.regions)
    yield _labels(tr("Reader", "Evidence"), view, "evidence", (head.evidence,))
    if isinstance(view.entry.part, CaseStudy):
        yield _date(tr("Reader", "Since"), view.entry.part.started)
    yield _address(tr("Reader", "Source"), head.source.url, source_name(head.source))


def _rows_of_kind(view: EntryView) -> Iterator[Fact]:
    match view.entry.part:
        case Research() as part:
            yield from _of_research(part)
        case LearningMaterial() as part:
            yield from _of_learning_material(view, part)
        case Funding() as part:
            yield from _of_funding(part)
        case HelpService() as part:
            yield from _of_help_service(view, part)
        case Tool() as part:
            yield from _of_tool(part)
        case Organisation() as part:
            yield from _of_organisation(view, part)
        case Term() as part:
            yield from _of_term(part)
        case CaseStudy():
            return


def _of_research(part: Research) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    yield _words(tr("Reader", "Authors"), listed(part.authors))
    yield _words(tr("Reader", "Publisher"), part.publisher)
    yield _date(tr("Reader", "Published"), part.published)
    yield _words(tr("Reader", "Method"), part.method)
    yield _words(tr("Reader", "Asked"), part.population)
    yield _words(tr("Reader", "Period"), part.period)
    yield _address(tr("Reader", "Address"), part.url)


def _of_learning_material(view: EntryView, part: LearningMaterial) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    offline = {
        None: "",
        True: tr("Reader", "works without internet"),
        False: tr("Reader", "needs the internet"),
    }[part.offline]
    yield _words(tr("Reader", "Provider"), part.provider)
    yield _words(tr("Reader", "Format"), listed((part.format, offline)))
    yield _words(tr("Reader", "Ages"), part.ages)
    yield _words(tr("Reader", "Cost"), part.cost)
    yield _labels(tr("Reader", "Languages"), view, "languages", part.languages)
    yield _address(tr("Reader", "Address"), part.url)


def _of_funding(part: Funding) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    amount = " ".join(word for word in (part.currency, part.amount) if word)
    yield _words(tr("Reader", "Funder"), part.funder)
    yield _words(tr("Reader", "Amount"), amount)
    yield _date(tr("Reader", "Opens"), part.opens)
    yield _date(tr("Reader", "Closes"), part.closes)
    yield _words(tr("Reader", "Who can apply"), part.who_can_apply)
    yield _address(tr("Reader", "Address"), part.url)


def _of_help_service(view: EntryView, part: HelpService) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    yield _labels(tr("Reader", "What"), view, "help-service-kinds", (part.service_kind,))
    yield _words(tr("Reader", "Run by"), part.provider)
    yield _words(tr("Reader", "Hours"), part.hours)
    yield _words(tr("Reader", "Cost"), part.cost)
    yield _words(tr("Reader", "Ages"), part.ages)


def _of_tool(part: Tool) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    yield _words(tr("Reader", "Provider"), part.provider)
    yield _words(tr("Reader", "Purpose"), part.purpose)
    yield _words(tr("Reader", "Stage"), part.stage)
    yield _words(tr("Reader", "Cost"), part.cost)
    yield _address(tr("Reader", "Address"), part.url)


def _of_organisation(view: EntryView, part: Organisation) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    yield _labels(tr("Reader", "What"), view, "organisation-kinds", (part.organisation_kind,))
    yield _words(tr("Reader", "Short form"), part.abbreviation)
    yield _date(tr("Reader", "Founded"), part.founded)
    yield _address(tr("Reader", "Website"), part.website)


def _of_term(part: Term) -> Iterator[Fact]:
    tr = QCoreApplication.translate
    yield _words(tr("Reader", "Short form"), listed(part.abbreviations))
    yield _words(tr("Reader", "Also called"), listed(part.synonyms))
    for word in part.discouraged:
        said = f"{isolated(word.word)} \u2013 {word.why}" if word.why else word.word
        yield _words(tr("Reader", "Avoid"), said)
    yield _words(tr("Reader", "Definition"), part.definition_source)


def who(parties: tuple[Party, ...]) -> Line:
    """Who takes part: up to three by name, else the first and how many partners."""
    tr = QCoreApplication.translate
    if len(parties) <= _NAMED:
        return _joined(EntryLink(isolated(party.name), party.organisation) for party in parties)
    first = parties[0]
    more = tr("Reader", "and %n partner(s)", "", len(parties) - 1)
    return (EntryLink(isolated(first.name), first.organisation), Text(f" {more}"))


def _joined(spans: Iterable[Span]) -> Line:
    comma = Text(QCoreApplication.translate("Reader", ", ", "between the names of a list"))
    line: list[Span] = []
    for span in spans:
        line += [comma, span] if line else [span]
    return tuple(line)


def _words(label: str, text: str) -> Fact:
    return Fact(label, (Text(text),))


def _date(label: str, iso: str) -> Fact:
    return Fact(label, (Text(date_text(iso) if iso else ""),))


def _labels(label: str, view: EntryView, vocabulary: str, ids: Iterable[str]) -> Fact:
    return Fact(label, (Text(listed(view.label(vocabulary, value) for value in ids if value)),))


def _address(label: str, url: str, text: str = "") -> Fact:
    if not url:
        return Fact(label, (Text(text),))
    shown = text or url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return Fact(label, (Link(shown, url),))
