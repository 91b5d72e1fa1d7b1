"""The record of a whole entry in one language."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from fieldcat.domain import entry as domain
from fieldcat.errors import RecordError
from fieldcat.records.blocks import SectionRecord, section_of, section_record
from fieldcat.records.heads import HeadRecord, head_of, head_record
from fieldcat.records.limits import (
    MAX_FIGURES,
    MAX_REFERENCES,
    MAX_SECTIONS,
    MAX_VALUES,
    EntryIdText,
    LocalId,
    LocalIdOrNone,
    NameOrNone,
    Number,
    Sentence,
    WebAddressOrNone,
)
from fieldcat.records.parts import PartRecord, part_of, part_record


class FigureRecord(Struct, frozen=True, omit_defaults=True):
    """A number that the source states. ``value`` is text, so that no digit is lost."""

    id: LocalId
    value: Number
    unit: NameOrNone
    counts: Sentence
    section: LocalId
    block: LocalIdOrNone = ""
    qualifier: domain.Qualifier = domain.Qualifier.EXACT
    whom: Sentence = ""
    place: NameOrNone = ""
    period: NameOrNone = ""
    lead: bool = False
    counted: bool = False
    note: Sentence = ""


class ReferenceRecord(Struct, frozen=True, omit_defaults=True):
    """A work that the entry cites."""

    id: LocalId
    text: Sentence
    url: WebAddressOrNone = ""
    accessed: NameOrNone = ""
    entry: EntryIdText | None = None


class EntryRecord(Struct, frozen=True, omit_defaults=True):
    """A whole entry."""

    head: HeadRecord
    part: PartRecord
    sections: Annotated[tuple[SectionRecord, ...], Meta(max_length=MAX_SECTIONS)] = ()
    figures: Annotated[tuple[FigureRecord, ...], Meta(max_length=MAX_FIGURES)] = ()
    references: Annotated[tuple[ReferenceRecord, ...], Meta(max_length=MAX_REFERENCES)] = ()
    related: Annotated[tuple[EntryIdText, ...], Meta(max_length=MAX_VALUES)] = ()


def entry_record(entry: domain.Entry) -> EntryRecord:
    """The record of an entry.

    Raises:
        RecordError: a figure's value is not a number that can be written out.
    """
    return EntryRecord(
        head=head_record(entry.head),
        part=part_record(entry.part),
        sections=tuple(section_record(section) for section in entry.sections),
        figures=tuple(figure_record(figure) for figure in entry.figures),
        references=tuple(reference_record(reference) for reference in entry.references),
        related=tuple(str(other) for other in entry.related),
    )


def entry_of(record: EntryRecord) -> domain.Entry:
    """The entry that a record holds.

    Raises:
        RecordError: parts of the record contradict each other or are nested too deeply.
    """
    head, part = head_of(record.head), part_of(record.part)
    if type(part) is not domain.PART_OF_KIND[head.kind]:
        raise RecordError(
            f"{head.id} has the part of another kind",
            field="part",
            reason="not of the entry's kind",
        )
    return domain.Entry(
        head=head,
        part=part,
        sections=tuple(section_of(section) for section in record.sections),
        figures=tuple(figure_of(figure) for figure in record.figures),
        references=tuple(reference_of(reference) for reference in record.references),
        related=tuple(domain.EntryId.parse(other) for other in record.related),
    )


def figure_record(figure: domain.Figure) -> FigureRecord:
    """The record of a figure.

    Raises:
        RecordError: its value is not a number that can be written out.
    """
    return FigureRecord(
        id=figure.id,
        value=_written_out(figure),
        unit=figure.unit,
        counts=figure.counts,
        section=figure.section,
        block=figure.block,
        qualifier=figure.qualifier,
        whom=figure.whom,
        place=figure.place,
        period=figure.period,
        lead=figure.lead,
        counted=figure.counted,
        note=figure.note,
    )


def _written_out(figure: domain.Figure) -> str:
    # «1E+999999» is a short Decimal and a long text: look before writing it out.
    if not figure.value.is_finite() or abs(figure.value.adjusted()) > 18:
        raise RecordError(
            f"figure {figure.id}: {figure.value}",
            field="figures.value",
            reason="not a plain number",
        )
    return format(figure.value, "f")


def figure_of(record: FigureRecord) -> domain.Figure:
    """The figure that a record holds."""
    return domain.Figure(
        id=record.id,
        value=Decimal(record.value),
        unit=record.unit,
        counts=record.counts,
        section=record.section,
        block=record.block,
        qualifier=record.qualifier,
        whom=record.whom,
        place=record.place,
        period=record.period,
        lead=record.lead,
        counted=record.counted,
        note=record.note,
    )


def reference_record(reference: domain.Reference) -> ReferenceRecord:
    """The record of a reference."""
    entry = None if reference.entry is None else str(reference.entry)
    return ReferenceRecord(reference.id, reference.text, reference.url, reference.accessed, entry)


def reference_of(record: ReferenceRecord) -> domain.Reference:
    """The reference that a record holds."""
    entry = None if record.entry is None else domain.EntryId.parse(record.entry)
    return domain.Reference(record.id, record.text, record.url, record.accessed, entry)
