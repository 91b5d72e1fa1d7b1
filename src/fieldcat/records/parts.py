"""Records of the typed part that each kind of entry has; the tag is the kind itself."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, convert, structs

from fieldcat.domain import entry as domain
from fieldcat.domain.entry import Kind
from fieldcat.records.direction import undirected
from fieldcat.records.limits import (
    MAX_VALUES,
    EntryIdText,
    Language,
    Name,
    NameOrNone,
    Sentence,
    Slug,
    WebAddressOrNone,
)

_Names = Annotated[tuple[Name, ...], Meta(max_length=MAX_VALUES)]
_Languages = Annotated[tuple[Language, ...], Meta(max_length=MAX_VALUES)]


class EventRecord(Struct, frozen=True):
    """Something that happened."""

    date: NameOrNone
    text: Sentence


class ChannelRecord(Struct, frozen=True):
    """A way to reach a help service."""

    type: Literal["telephone", "website", "chat", "app", "email", "other"]
    value: Name


class DiscouragedRecord(Struct, frozen=True, omit_defaults=True):
    """A word that should not be used."""

    word: Name
    why: Sentence = ""


class _Part(Struct, frozen=True, omit_defaults=True, tag_field="kind"):
    """What an entry has because of its kind."""


class CaseStudyRecord(_Part, frozen=True, tag=Kind.CASE_STUDY.value):
    """What was done, where, and what came of it."""

    started: NameOrNone = ""
    timeline: Annotated[tuple[EventRecord, ...], Meta(max_length=MAX_VALUES)] = ()


class ResearchRecord(_Part, frozen=True, tag=Kind.RESEARCH.value):
    """A study, report or article."""

    authors: _Names = ()
    publisher: NameOrNone = ""
    published: NameOrNone = ""
    method: Sentence = ""
    population: Sentence = ""
    period: NameOrNone = ""
    url: WebAddressOrNone = ""


class LearningMaterialRecord(_Part, frozen=True, tag=Kind.LEARNING_MATERIAL.value):
    """A course, lesson, film or toolkit."""

    provider: NameOrNone = ""
    format: NameOrNone = ""
    ages: NameOrNone = ""
    cost: NameOrNone = ""
    offline: bool | None = None
    url: WebAddressOrNone = ""
    languages: _Languages = ()


class FundingRecord(_Part, frozen=True, tag=Kind.FUNDING.value):
    """Money that can be applied for, or that was given."""

    funder: NameOrNone = ""
    amount: NameOrNone = ""
    currency: NameOrNone = ""
    opens: NameOrNone = ""
    closes: NameOrNone = ""
    who_can_apply: Sentence = ""
    url: WebAddressOrNone = ""


class HelpServiceRecord(_Part, frozen=True, tag=Kind.HELP_SERVICE.value):
    """A place to turn to."""

    service_kind: Slug
    stated_by: EntryIdText
    provider: NameOrNone = ""
    channels: Annotated[tuple[ChannelRecord, ...], Meta(max_length=MAX_VALUES)] = ()
    hours: NameOrNone = ""
    cost: NameOrNone = ""
    ages: NameOrNone = ""
    last_checked: NameOrNone = ""
    languages: _Languages = ()


class ToolRecord(_Part, frozen=True, tag=Kind.TOOL.value):
    """A piece of technology."""

    provider: NameOrNone = ""
    purpose: Sentence = ""
    stage: NameOrNone = ""
    cost: NameOrNone = ""
    url: WebAddressOrNone = ""


class OrganisationRecord(_Part, frozen=True, tag=Kind.ORGANISATION.value):
    """Who does the work."""

    organisation_kind: Slug
    founded: NameOrNone = ""
    website: WebAddressOrNone = ""
    abbreviation: NameOrNone = ""


class TermRecord(_Part, frozen=True, tag=Kind.TERM.value):
    """A word of the field."""

    abbreviations: _Names = ()
    synonyms: _Names = ()
    discouraged: Annotated[tuple[DiscouragedRecord, ...], Meta(max_length=MAX_VALUES)] = ()
    definition_source: Sentence = ""


PartRecord = (
    CaseStudyRecord
    | ResearchRecord
    | LearningMaterialRecord
    | FundingRecord
    | HelpServiceRecord
    | ToolRecord
    | OrganisationRecord
    | TermRecord
)

_ALIKE: dict[type[domain.Part], type[PartRecord]] = {
    domain.CaseStudy: CaseStudyRecord,
    domain.Research: ResearchRecord,
    domain.LearningMaterial: LearningMaterialRecord,
    domain.Funding: FundingRecord,
    domain.Tool: ToolRecord,
    domain.Organisation: OrganisationRecord,
    domain.Term: TermRecord,
}
"""Parts whose record has the same fields with the same values."""


def part_record(part: domain.Part) -> PartRecord:
    """The record of a part.

    Raises:
        msgspec.ValidationError: a value is beyond the limits.
    """
    if isinstance(part, domain.HelpService):
        return HelpServiceRecord(
            service_kind=part.service_kind,
            stated_by=str(part.stated_by),
            provider=part.provider,
            channels=tuple(
                convert(channel, ChannelRecord, from_attributes=True) for channel in part.channels
            ),
            hours=part.hours,
            cost=part.cost,
            ages=part.ages,
            last_checked=part.last_checked,
            languages=part.languages,
        )
    return convert(part, _ALIKE[type(part)], from_attributes=True)


def part_of(record: PartRecord) -> domain.Part:
    """The part that a record holds."""
    fields = structs.asdict(record)
    for name in ("provider", "publisher", "funder", "abbreviation"):
        if name in fields:
            fields[name] = undirected(fields[name])
    match record:
        case CaseStudyRecord():
            fields["timeline"] = tuple(domain.Event(e.date, e.text) for e in record.timeline)
            return domain.CaseStudy(**fields)
        case ResearchRecord():
            fields["authors"] = tuple(undirected(author) for author in record.authors)
            return domain.Research(**fields)
        case LearningMaterialRecord():
            return domain.LearningMaterial(**fields)
        case FundingRecord():
            return domain.Funding(**fields)
        case HelpServiceRecord():
            fields["stated_by"] = domain.EntryId.parse(record.stated_by)
            fields["channels"] = tuple(domain.Channel(c.type, c.value) for c in record.channels)
            return domain.HelpService(**fields)
        case ToolRecord():
            return domain.Tool(**fields)
        case OrganisationRecord():
            return domain.Organisation(**fields)
        case TermRecord():
            fields["discouraged"] = tuple(
                domain.Discouraged(undirected(d.word), d.why) for d in record.discouraged
            )
            fields["abbreviations"] = tuple(undirected(word) for word in record.abbreviations)
            fields["synonyms"] = tuple(undirected(word) for word in record.synonyms)
            return domain.Term(**fields)
