"""The fields that only one kind of entry has."""

from __future__ import annotations

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Discouraged,
    EntryId,
    Event,
    Funding,
    HelpService,
    Kind,
    LearningMaterial,
    Organisation,
    Part,
    Research,
    Term,
    Tool,
)
from fieldcat.publishing import values
from fieldcat.publishing.faults import shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.heads import HeadReader

CHANNELS = ("telephone", "website", "chat", "app", "email", "other")


def read_part(kind: Kind, fields: Fields, head: HeadReader, collection: str) -> Part:
    """The typed part of an entry. ``head`` reads ids of vocabularies and of other entries."""
    match kind:
        case Kind.CASE_STUDY:
            return _case_study(fields)
        case Kind.RESEARCH:
            return _research(fields)
        case Kind.LEARNING_MATERIAL:
            return _learning_material(fields)
        case Kind.FUNDING:
            return _funding(fields)
        case Kind.HELP_SERVICE:
            return _help_service(fields, head, collection)
        case Kind.TOOL:
            return _tool(fields)
        case Kind.ORGANISATION:
            return _organisation(fields, head)
        case Kind.TERM:
            return _term(fields)


def _case_study(fields: Fields) -> CaseStudy:
    started = fields.date("started")
    timeline: list[Event] = []
    for event in fields.records("timeline"):
        timeline.append(
            Event(event.date("date", must=True), event.text("text", must="what happened"))
        )
        event.finish()
    return CaseStudy(started, tuple(timeline))


def _research(fields: Fields) -> Research:
    return Research(
        authors=fields.texts("authors"),
        publisher=fields.text("publisher"),
        published=fields.date("published"),
        method=fields.text("method"),
        population=fields.text("population"),
        period=fields.text("period"),
        url=fields.url("url"),
    )


def _learning_material(fields: Fields) -> LearningMaterial:
    return LearningMaterial(
        provider=fields.text("provider"),
        format=fields.text("format"),
        ages=fields.text("ages"),
        cost=fields.text("cost"),
        offline=fields.flag("offline"),
        url=fields.url("url"),
        languages=_languages(fields),
    )


def _languages(fields: Fields) -> tuple[str, ...]:
    return tuple(
        item.text
        for item in fields.items("languages")
        if fields.item_holds(item, values.is_language(item.text), values.LANGUAGE_ALLOWED)
    )


def _funding(fields: Fields) -> Funding:
    return Funding(
        funder=fields.text("funder"),
        amount=fields.text("amount"),
        currency=fields.checked("currency", values.is_currency, values.CURRENCY_ALLOWED),
        opens=fields.date("opens"),
        closes=fields.date("closes"),
        who_can_apply=fields.text("who_can_apply"),
        url=fields.url("url"),
    )


def _help_service(fields: Fields, head: HeadReader, collection: str) -> HelpService:
    stated_by = head.entry_of(fields, "stated_by", Kind.CASE_STUDY, must=True)
    return HelpService(
        service_kind=head.concept(fields, "service_kind", "help-service-kinds", must=True),
        stated_by=stated_by or EntryId(collection, Kind.CASE_STUDY, ""),
        provider=fields.text("provider"),
        channels=tuple(_channel(channel) for channel in fields.records("channels")),
        hours=fields.text("hours"),
        cost=fields.text("cost"),
        ages=fields.text("ages"),
        last_checked=fields.checked("last_checked", values.is_day, values.DAY_ALLOWED),
        languages=_languages(fields),
    )


def _channel(fields: Fields) -> Channel:
    channel = Channel(
        fields.choice("type", CHANNELS, must=True),
        fields.text("value", must="a number, an address, a name"),
    )
    # A channel may be a name or an address without its scheme, as sources write them.
    if "://" in channel.value and not values.is_url(channel.value):
        fields.fault("value", f"{shown(channel.value)} is no address", values.URL_ALLOWED)
    fields.finish()
    return channel


def _tool(fields: Fields) -> Tool:
    return Tool(
        provider=fields.text("provider"),
        purpose=fields.text("purpose"),
        stage=fields.text("stage"),
        cost=fields.text("cost"),
        url=fields.url("url"),
    )


def _organisation(fields: Fields, head: HeadReader) -> Organisation:
    return Organisation(
        organisation_kind=head.concept(
            fields, "organisation_kind", "organisation-kinds", must=True
        ),
        founded=fields.checked("founded", values.is_year, "YYYY"),
        website=fields.url("website"),
        abbreviation=fields.text("abbreviation"),
    )


def _term(fields: Fields) -> Term:
    discouraged: list[Discouraged] = []
    for word in fields.records("discouraged"):
        discouraged.append(Discouraged(word.text("word", must="a word"), word.text("why")))
        word.finish()
    return Term(
        abbreviations=fields.texts("abbreviations"),
        synonyms=fields.texts("synonyms"),
        discouraged=tuple(discouraged),
        definition_source=fields.text("definition_source"),
    )
