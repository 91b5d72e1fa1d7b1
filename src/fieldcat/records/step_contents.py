"""Records of what the steps of a session show; ``step`` says which kind it is."""

from __future__ import annotations

from typing import Annotated, cast

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain import session as domain
from fieldcat.domain.entry import EntryId, HelpService, Source, Term
from fieldcat.errors import RecordError
from fieldcat.records.blocks import SectionRecord, section_of, section_record
from fieldcat.records.direction import undirected
from fieldcat.records.entries import (
    FigureRecord,
    ReferenceRecord,
    figure_of,
    figure_record,
    reference_of,
    reference_record,
)
from fieldcat.records.heads import SourceRecord
from fieldcat.records.limits import (
    MAX_FIGURES,
    MAX_REFERENCES,
    MAX_SECTIONS,
    MAX_VALUES,
    Country,
    EntryIdText,
    Language,
    Name,
    NameOrNone,
    Pixels,
    Revision,
    Sentence,
    Sha256,
    SlugOrNone,
    Words,
)
from fieldcat.records.parts import HelpServiceRecord, TermRecord, part_of, part_record
from fieldcat.records.passages import PassageRecord, passage_of, passage_record

MAX_ANSWERS = 12
MAX_CONTENT_BYTES = 4 * 1024 * 1024

Answers = Annotated[tuple[Sentence, ...], Meta(max_length=MAX_ANSWERS)]
Place = Annotated[int, Meta(ge=0, lt=MAX_ANSWERS)]
_Sections = Annotated[tuple[SectionRecord, ...], Meta(max_length=MAX_SECTIONS)]
_Figures = Annotated[tuple[FigureRecord, ...], Meta(max_length=MAX_FIGURES)]


class OriginRecord(Struct, frozen=True, omit_defaults=True):
    """The entry that a part was taken from."""

    entry: EntryIdText
    revision: Revision
    title: Name
    language: Language
    source: SourceRecord
    organisation: NameOrNone = ""
    countries: Annotated[tuple[Country, ...], Meta(max_length=MAX_VALUES)] = ()
    evidence: SlugOrNone = ""
    sensitive: Sentence = ""


class _Content(Struct, frozen=True, omit_defaults=True, tag_field="step"):
    """What a step shows."""


class EntryPartRecord(_Content, frozen=True, tag="entry"):
    """Sections and figures of an entry, or a passage of it."""

    origin: OriginRecord
    sections: _Sections = ()
    figures: _Figures = ()
    references: Annotated[tuple[ReferenceRecord, ...], Meta(max_length=MAX_REFERENCES)] = ()
    passage: PassageRecord | None = None
    summary: Sentence = ""


class FigurePartRecord(_Content, frozen=True, tag="figure"):
    """A figure."""

    origin: OriginRecord
    figure: FigureRecord
    also: _Figures = ()


class TermPartRecord(_Content, frozen=True, tag="term"):
    """A word of the field."""

    origin: OriginRecord
    term: TermRecord
    definition: Sentence
    sections: _Sections = ()


class HelpPartRecord(_Content, frozen=True, tag="help"):
    """A place to turn to."""

    origin: OriginRecord
    service: HelpServiceRecord
    summary: Sentence
    sections: _Sections = ()


class PicturePartRecord(_Content, frozen=True, tag="picture"):
    """A picture, known by its SHA-256."""

    asset: Sha256
    alternative: Sentence
    caption: Sentence = ""
    width: Pixels = 0
    height: Pixels = 0
    origin: OriginRecord | None = None


class DiscussionRecord(_Content, frozen=True, tag="discussion"):
    """A question to talk about."""

    question: Words
    points: Annotated[tuple[Sentence, ...], Meta(max_length=MAX_VALUES)] = ()


class QuizRecord(_Content, frozen=True, tag="quiz"):
    """A question with answers to choose from."""

    question: Words
    answers: Answers
    right: Place
    explanation: Words = ""
    form: domain.QuizForm = domain.QuizForm.QUIZ
    key: NameOrNone = ""
    origin: OriginRecord | None = None


class OwnTextRecord(_Content, frozen=True, tag="text"):
    """The trainer's own words."""

    text: Words


class BreakRecord(_Content, frozen=True, tag="break"):
    """Time for tea."""


class SurveyRecord(_Content, frozen=True, tag="survey"):
    """The questionnaire is filled in now."""

    moment: domain.Moment = domain.Moment.BEFORE


ContentRecord = (
    EntryPartRecord
    | FigurePartRecord
    | TermPartRecord
    | HelpPartRecord
    | PicturePartRecord
    | DiscussionRecord
    | QuizRecord
    | OwnTextRecord
    | BreakRecord
    | SurveyRecord
)

_content = msgspec.json.Decoder(ContentRecord)


def encode_content(content: domain.Content) -> str:
    """What a step shows as JSON.

    Raises:
        RecordError: it is beyond the limits, so that nobody could read it again.
    """
    data = msgspec.json.encode(content_record(content))
    decode_content(data)  # the limits are checked by reading
    return data.decode()


def decode_content(data: bytes | str) -> domain.Content:
    """What the JSON says that a step shows.

    Raises:
        RecordError: it says nothing that a step can show.
    """
    if len(data) > MAX_CONTENT_BYTES:
        raise RecordError(f"{len(data)} bytes", field="", reason="too large")
    try:
        return content_of(_content.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error


def content_record(content: domain.Content) -> ContentRecord:
    """The record of what a step shows."""
    match content:
        case domain.EntryPart(origin, sections, figures, references, passage, summary):
            return EntryPartRecord(
                _origin_record(origin),
                tuple(map(section_record, sections)),
                tuple(map(figure_record, figures)),
                tuple(map(reference_record, references)),
                passage_record(passage),
                summary,
            )
        case domain.FigurePart(origin, figure, also):
            return FigurePartRecord(
                _origin_record(origin), figure_record(figure), tuple(map(figure_record, also))
            )
        case domain.TermPart(origin, term, definition, sections):
            record = cast("TermRecord", part_record(term))
            parts = tuple(map(section_record, sections))
            return TermPartRecord(_origin_record(origin), record, definition, parts)
        case domain.HelpPart(origin, service, summary, sections):
            service_record = cast("HelpServiceRecord", part_record(service))
            parts = tuple(map(section_record, sections))
            return HelpPartRecord(_origin_record(origin), service_record, summary, parts)
        case domain.PicturePart(asset, alternative, caption, width, height, source):
            taken = None if source is None else _origin_record(source)
            return PicturePartRecord(asset, alternative, caption, width, height, taken)
        case domain.Discussion(question, points):
            return DiscussionRecord(question, points)
        case domain.Quiz(question, answers, right, explanation, form, key, source):
            taken = None if source is None else _origin_record(source)
            return QuizRecord(question, answers, right, explanation, form, key, taken)
        case domain.OwnText(text):
            return OwnTextRecord(text)
        case domain.Break():
            return BreakRecord()
        case domain.Survey(moment):
            return SurveyRecord(moment)


def content_of(record: ContentRecord) -> domain.Content:
    """What a record says that a step shows.

    Raises:
        RecordError: parts of it contradict each other or are nested too deeply.
    """
    match record:
        case EntryPartRecord(origin, sections, figures, references, passage, summary):
            return domain.EntryPart(
                _origin(origin),
                tuple(map(section_of, sections)),
                tuple(map(figure_of, figures)),
                tuple(map(reference_of, references)),
                passage_of(passage),
                summary,
            )
        case FigurePartRecord(origin, figure, also):
            return domain.FigurePart(
                _origin(origin), figure_of(figure), tuple(map(figure_of, also))
            )
        case TermPartRecord(origin, term, definition, sections):
            part = cast("Term", part_of(term))
            return domain.TermPart(
                _origin(origin), part, definition, tuple(map(section_of, sections))
            )
        case HelpPartRecord(origin, service, summary, sections):
            help_service = cast("HelpService", part_of(service))
            return domain.HelpPart(
                _origin(origin), help_service, summary, tuple(map(section_of, sections))
            )
        case PicturePartRecord(asset, alternative, caption, width, height, source):
            taken = None if source is None else _origin(source)
            return domain.PicturePart(asset, alternative, caption, width, height, taken)
        case DiscussionRecord(question, points):
            return domain.Discussion(question, points)
        case QuizRecord():
            return _quiz(record)
        case OwnTextRecord(text):
            return domain.OwnText(text)
        case BreakRecord():
            return domain.Break()
        case SurveyRecord(moment):
            return domain.Survey(moment)


def _quiz(record: QuizRecord) -> domain.Quiz:
    if record.right >= len(record.answers):
        raise RecordError("no such answer", field="right", reason="there is no such answer")
    return domain.Quiz(
        record.question,
        record.answers,
        record.right,
        record.explanation,
        record.form,
        record.key,
        None if record.origin is None else _origin(record.origin),
    )


def _origin_record(origin: domain.Origin) -> OriginRecord:
    source = origin.source
    return OriginRecord(
        entry=str(origin.entry),
        revision=origin.revision,
        title=origin.title,
        language=origin.language,
        source=SourceRecord(source.url, source.date, source.title, source.publisher),
        organisation=origin.organisation,
        countries=origin.countries,
        evidence=origin.evidence,
        sensitive=origin.sensitive,
    )


def _origin(record: OriginRecord) -> domain.Origin:
    source = record.source
    return domain.Origin(
        entry=EntryId.parse(record.entry),
        revision=record.revision,
        title=undirected(record.title),
        language=record.language,
        source=Source(
            source.url, source.date, undirected(source.title), undirected(source.publisher)
        ),
        organisation=undirected(record.organisation),
        countries=record.countries,
        evidence=record.evidence,
        sensitive=record.sensitive,
    )
