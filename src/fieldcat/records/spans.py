"""Records of what stands within a line. Plain words are a bare string, all else has a tag."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from fieldcat.domain import entry as domain
from fieldcat.records.limits import (
    MAX_SPANS,
    EntryIdText,
    LocalId,
    Ordinal,
    WebAddress,
    Words,
)


class _Marked(Struct, frozen=True, omit_defaults=True, tag_field="span"):
    """Words that are more than words; ``span`` says what."""


class EmphasisRecord(_Marked, frozen=True, tag="emphasis"):
    """Words set apart."""

    text: Words
    strong: bool = False


class LinkRecord(_Marked, frozen=True, tag="link"):
    """Words that lead to the web."""

    text: Words
    url: WebAddress


class EntryLinkRecord(_Marked, frozen=True, tag="entry"):
    """Words that lead to another entry."""

    text: Words
    target: EntryIdText


class FigureMentionRecord(_Marked, frozen=True, tag="figure"):
    """Words that state a figure of the entry."""

    text: Words
    figure: LocalId


class CitationRecord(_Marked, frozen=True, tag="citation"):
    """A mark that cites a reference of the entry."""

    reference: LocalId
    number: Ordinal


SpanRecord = (
    Words | EmphasisRecord | LinkRecord | EntryLinkRecord | FigureMentionRecord | CitationRecord
)
LineRecord = Annotated[tuple[SpanRecord, ...], Meta(max_length=MAX_SPANS)]


def line_record(line: domain.Line) -> LineRecord:
    """The record of a line."""
    return tuple(_record(span) for span in line)


def line_of(record: LineRecord) -> domain.Line:
    """The line that a record holds."""
    return tuple(_span(span) for span in record)


def _record(span: domain.Span) -> SpanRecord:
    match span:
        case domain.Text(text):
            return text
        case domain.Emphasis(text, strong):
            return EmphasisRecord(text, strong)
        case domain.Link(text, url):
            return LinkRecord(text, url)
        case domain.EntryLink(text, target):
            return EntryLinkRecord(text, str(target))
        case domain.FigureMention(text, figure):
            return FigureMentionRecord(text, figure)
        case domain.Citation(reference, number):
            return CitationRecord(reference, number)


def _span(record: SpanRecord) -> domain.Span:
    match record:
        case str(text):
            return domain.Text(text)
        case EmphasisRecord(text, strong):
            return domain.Emphasis(text, strong)
        case LinkRecord(text, url):
            return domain.Link(text, url)
        case EntryLinkRecord(text, target):
            return domain.EntryLink(text, domain.EntryId.parse(target))
        case FigureMentionRecord(text, figure):
            return domain.FigureMention(text, figure)
        case CitationRecord(reference, number):
            return domain.Citation(reference, number)
