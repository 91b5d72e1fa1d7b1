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
from fieldcat.ui.reader.counted import Counted
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

    @property
    def copied(self) -> str:
        """Label and value as they are copied, an address in full."""
        parts = []
        for span in self.line:
            match span:
                case Citation():
                    continue
                case Link() if span.text.rstrip("/") in span.url:
                    parts.append(span.url)
                case _:
                    parts.append(span.text)
        said = QCoreApplication.translate("Reader", "{label}: {value}", "a fact and its name")
        return said.format(label=self.label, value="".join(parts))


def facts_of(view: EntryView) -> tuple[Fact, ...]:
    """The rows of the fact box, empty ones left out."""
    return tuple(fact for fact in _rows(view) if fact.text.strip())


def _rows(view: EntryView) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    head = view.entry.head
    yield from _rows_of_kind(view)
    if not isinstance(view.entry.part, Organisation):
        yield Fact(translate("Reader", "Who"), who(_parties(view)))
    yield _labels(translate("Reader", "For"), view, "audiences", head.audiences)
    yield _labels(translate("Reader", "Capability"), view, "capabilities", head.capabilities)
    if head.countries:
        yield _labels(translate("Reader", "Where"), view, "countries", head.countries)
    else:
        yield _labels(translate("Reader", "Where"), view, "regions", head.regions)
    yield _labels(translate("Reader", "Evidence"), view, "evidence", (head.evidence,))
    if isinstance(view.entry.part, CaseStudy):
        yield _date(translate("Reader", "Since"), view.entry.part.started)
    yield _address(translate("Reader", "Source"), head.source.url, source_name(head.source))


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
    translate = QCoreApplication.translate
    yield _words(translate("Reader", "Authors"), listed(part.authors))
    yield _words(translate("Reader", "Publisher"), part.publisher)
    yield _date(translate("Reader", "Published"), part.published)
    yield _words(translate("Reader", "Method"), part.method)
    yield _words(translate("Reader", "Asked"), part.population)
    yield _words(translate("Reader", "Period"), part.period)
    yield _address(translate("Reader", "Address"), part.url)


def _of_learning_material(view: EntryView, part: LearningMaterial) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    offline = {
        None: "",
        True: translate("Reader", "works without internet"),
        False: translate("Reader", "needs the internet"),
    }[part.offline]
    yield _words(translate("Reader", "Provider"), part.provider)
    yield _words(translate("Reader", "Format"), listed((part.format, offline)))
    yield _words(translate("Reader", "Ages"), part.ages)
    yield _words(translate("Reader", "Cost"), part.cost)
    yield _labels(translate("Reader", "Languages"), view, "languages", part.languages)
    yield _address(translate("Reader", "Address"), part.url)


def _of_funding(part: Funding) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    amount = " ".join(word for word in (part.currency, part.amount) if word)
    yield _words(translate("Reader", "Funder"), part.funder)
    yield _words(translate("Reader", "Amount"), amount)
    yield _date(translate("Reader", "Opens"), part.opens)
    yield _date(translate("Reader", "Closes"), part.closes)
    yield _words(translate("Reader", "Who can apply"), part.who_can_apply)
    yield _address(translate("Reader", "Address"), part.url)


def _of_help_service(view: EntryView, part: HelpService) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    yield _labels(translate("Reader", "What"), view, "help-service-kinds", (part.service_kind,))
    yield _words(translate("Reader", "Run by"), part.provider)
    yield _words(translate("Reader", "Hours"), part.hours)
    yield _words(translate("Reader", "Cost"), part.cost)
    yield _words(translate("Reader", "Ages"), part.ages)
    yield _labels(translate("Reader", "Languages"), view, "languages", part.languages)


def _of_tool(part: Tool) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    yield _words(translate("Reader", "Provider"), part.provider)
    yield _words(translate("Reader", "Purpose"), part.purpose)
    yield _words(translate("Reader", "Stage"), part.stage)
    yield _words(translate("Reader", "Cost"), part.cost)
    yield _address(translate("Reader", "Address"), part.url)


def _of_organisation(view: EntryView, part: Organisation) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    yield _labels(
        translate("Reader", "What"), view, "organisation-kinds", (part.organisation_kind,)
    )
    yield _words(translate("Reader", "Short form"), part.abbreviation)
    yield _date(translate("Reader", "Founded"), part.founded)
    yield _address(translate("Reader", "Website"), part.website)


def _of_term(part: Term) -> Iterator[Fact]:
    translate = QCoreApplication.translate
    yield _words(translate("Reader", "Short form"), listed(part.abbreviations))
    yield _words(translate("Reader", "Also called"), listed(part.synonyms))
    for word in part.discouraged:
        said = f"{isolated(word.word)} \u2013 {word.why}" if word.why else word.word
        yield _words(translate("Reader", "Avoid"), said)
    yield _words(translate("Reader", "Definition"), part.definition_source)


def _parties(view: EntryView) -> tuple[Party, ...]:
    """Those who take part, but not who is named by «Run by» already."""
    part, parties = view.entry.part, view.entry.head.organisations
    if not isinstance(part, HelpService):
        return parties
    named = part.provider.strip().casefold()
    return tuple(party for party in parties if party.name.strip().casefold() != named)


def who(parties: tuple[Party, ...]) -> Line:
    """Who takes part: up to three by name, else the first and how many partners."""
    if len(parties) <= _NAMED:
        return _joined(EntryLink(isolated(party.name), party.organisation) for party in parties)
    first = parties[0]
    more = Counted().further_partners(len(parties) - 1)
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
