"""The facts of an entry that are no running text: the typed part of each kind, and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fieldcat.domain.entry import (
    CaseStudy,
    Entry,
    Figure,
    Funding,
    HelpService,
    LearningMaterial,
    Organisation,
    Research,
    Term,
    Tool,
)
from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_codes, country_name, region_name
from fieldcat.services.browsing import Casebook, value_label

Fact = tuple[str, str]
"""A label and what it says; a fact that says nothing is not known."""

CHANNELS = {
    "telephone": "Telephone",
    "website": "Website",
    "chat": "Chat",
    "app": "App",
    "email": "Email",
}
OFFLINE = {None: "", True: "works without internet", False: "needs the internet"}


def facts(casebook: Casebook, entry: Entry) -> Iterator[Fact]:
    """What is known about an entry, a label and its words at a time."""
    known = (*_of_kind(casebook, entry), *_of_head(casebook, entry))
    return ((label, said) for label, said in known if said)


def figure_text(figure: Figure) -> str:
    """A figure in one line: how exact, the number, what it counts, of whom, where, when."""
    number = f"{figure.value:,f}"
    counts = figure.counts.casefold()
    if len(figure.unit) == 3 and figure.unit.isascii() and figure.unit.isupper():
        number = f"{figure.unit} {number}"
    elif figure.unit.casefold() not in counts:
        number = f"{number} {figure.unit}"
    whom = "" if figure.whom.casefold() in counts else figure.whom
    origin = _listed((whom, place_name(figure.place), figure.period))
    said = " ".join(part for part in (figure.qualifier.value, number, figure.counts) if part)
    return f"{said} ({origin})" if origin else said


def place_name(place: str) -> str:
    """The name of a figure's place, which is a country, a region or words already."""
    return country_name(place) if place in country_codes() else region_name(place)


def _of_head(casebook: Casebook, entry: Entry) -> Iterator[Fact]:
    head = entry.head
    for party in head.organisations:
        role = value_label(casebook, vocabulary="organisation-roles", value=party.role)
        yield "Organisation", f"{party.name} ({role}), {party.organisation}"
    yield "For", _labels(casebook, "audiences", head.audiences)
    yield "Capability", _labels(casebook, "capabilities", head.capabilities)
    countries = _listed(country_name(code) for code in head.countries)
    yield "Where", countries or _listed(region_name(code) for code in head.regions)
    yield "Evidence", _labels(casebook, "evidence", (head.evidence,))
    yield "Topics", _labels(casebook, "topics", head.topics)


def _of_kind(casebook: Casebook, entry: Entry) -> Iterator[Fact]:
    match entry.part:
        case CaseStudy() as part:
            yield "Since", part.started
            for event in part.timeline:
                yield event.date, event.text
        case Research() as part:
            yield from _of_research(part)
        case LearningMaterial() as part:
            yield from _of_learning_material(part)
        case Funding() as part:
            yield from _of_funding(part)
        case HelpService() as part:
            yield from _of_help_service(casebook, entry, part)
        case Tool() as part:
            yield from _of_tool(part)
        case Organisation() as part:
            kind = part.organisation_kind
            yield "What", value_label(casebook, vocabulary="organisation-kinds", value=kind)
            yield "Short form", part.abbreviation
            yield "Founded", part.founded
            yield "Website", part.website
        case Term() as part:
            yield from _of_term(part)


def _of_research(part: Research) -> Iterator[Fact]:
    yield "Authors", _listed(part.authors)
    yield "Publisher", part.publisher
    yield "Published", part.published
    yield "Method", part.method
    yield "Asked", part.population
    yield "Period", part.period
    yield "Address", part.url


def _of_learning_material(part: LearningMaterial) -> Iterator[Fact]:
    yield "Provider", part.provider
    yield "Format", _listed((part.format, OFFLINE[part.offline]))
    yield "Ages", part.ages
    yield "Cost", part.cost
    yield "Languages", _listed(language_name(tag) for tag in part.languages)
    yield "Address", part.url


def _of_funding(part: Funding) -> Iterator[Fact]:
    yield "Funder", part.funder
    yield "Amount", " ".join(word for word in (part.currency, part.amount) if word)
    yield "Opens", part.opens
    yield "Closes", part.closes
    yield "Who can apply", part.who_can_apply
    yield "Address", part.url


def _of_help_service(casebook: Casebook, entry: Entry, part: HelpService) -> Iterator[Fact]:
    for channel in part.channels:
        yield CHANNELS.get(channel.type, "Other way"), channel.value
    # Whoever reads a number out to a child must know how old it is.
    checked = f"last checked on {part.last_checked}" if part.last_checked else ""
    stated = f"As stated by the study of {entry.head.source.date}"
    yield "How sure", f"{stated}; {checked or 'nobody has checked it since'} ({part.stated_by})"
    kind = part.service_kind
    yield "What", value_label(casebook, vocabulary="help-service-kinds", value=kind)
    yield "Run by", part.provider
    yield "Hours", part.hours
    yield "Cost", part.cost
    yield "Ages", part.ages
    yield "Languages", _listed(language_name(tag) for tag in part.languages)


def _of_tool(part: Tool) -> Iterator[Fact]:
    yield "Provider", part.provider
    yield "Purpose", part.purpose
    yield "Stage", part.stage
    yield "Cost", part.cost
    yield "Address", part.url


def _of_term(part: Term) -> Iterator[Fact]:
    yield "Short form", _listed(part.abbreviations)
    yield "Also called", _listed(part.synonyms)
    for word in part.discouraged:
        yield "Avoid", f"{word.word} ({word.why})" if word.why else word.word
    yield "Definition", part.definition_source


def _labels(casebook: Casebook, vocabulary: str, ids: Iterable[str]) -> str:
    return _listed(value_label(casebook, vocabulary=vocabulary, value=id) for id in ids)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
