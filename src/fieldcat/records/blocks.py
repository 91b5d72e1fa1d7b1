"""Records of sections and of the blocks that stand in them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from fieldcat.domain import entry as domain
from fieldcat.errors import RecordError
from fieldcat.records.direction import undirected
from fieldcat.records.limits import (
    MAX_BLOCKS,
    MAX_COLUMNS,
    MAX_LIST_DEPTH,
    LocalId,
    NameOrNone,
    Pixels,
    Sentence,
    Sha256,
)
from fieldcat.records.spans import LineRecord, line_of, line_record

CellsRecord = Annotated[tuple[LineRecord, ...], Meta(max_length=MAX_COLUMNS)]


class _Block(Struct, frozen=True, omit_defaults=True, tag_field="block"):
    """A block; ``block`` says which."""

    id: LocalId


class HeadingRecord(_Block, frozen=True, tag="heading"):
    """A heading within a section."""

    line: LineRecord


class ParagraphRecord(_Block, frozen=True, tag="paragraph"):
    """A paragraph."""

    line: LineRecord


class ItemRecord(Struct, frozen=True, omit_defaults=True):
    """One item of a list, with the items under it."""

    id: LocalId
    line: LineRecord
    children: Annotated[tuple[ItemRecord, ...], Meta(max_length=MAX_BLOCKS)] = ()


class ListRecord(_Block, frozen=True, tag="list"):
    """A bulleted or numbered list."""

    items: Annotated[tuple[ItemRecord, ...], Meta(max_length=MAX_BLOCKS)]
    ordered: bool = False


class QuotationRecord(_Block, frozen=True, tag="quotation"):
    """Somebody's words."""

    lines: Annotated[tuple[LineRecord, ...], Meta(max_length=MAX_BLOCKS)]
    attribution: Sentence = ""


class TableRecord(_Block, frozen=True, tag="table"):
    """A table; every row has as many cells as the header."""

    header: CellsRecord
    rows: Annotated[tuple[CellsRecord, ...], Meta(max_length=MAX_BLOCKS)]


class PictureRecord(_Block, frozen=True, tag="picture"):
    """A picture, known by its SHA-256."""

    asset: Sha256
    alternative: Sentence
    caption: Sentence = ""
    width: Pixels = 0
    height: Pixels = 0


class FigureCardsRecord(_Block, frozen=True, tag="figures"):
    """The place of figure cards."""

    figures: Annotated[tuple[LocalId, ...], Meta(max_length=MAX_BLOCKS)]


BlockRecord = (
    HeadingRecord
    | ParagraphRecord
    | ListRecord
    | QuotationRecord
    | TableRecord
    | PictureRecord
    | FigureCardsRecord
)


class SectionRecord(Struct, frozen=True, omit_defaults=True):
    """A part of an entry under one heading."""

    id: LocalId
    role: domain.SectionRole
    title: NameOrNone
    blocks: Annotated[tuple[BlockRecord, ...], Meta(max_length=MAX_BLOCKS)]
    sensitive: Sentence = ""


def section_record(section: domain.Section) -> SectionRecord:
    """The record of a section."""
    return SectionRecord(
        section.id,
        section.role,
        section.title,
        tuple(_record(block) for block in section.blocks),
        section.sensitive,
    )


def section_of(record: SectionRecord) -> domain.Section:
    """The section that a record holds.

    Raises:
        RecordError: a list is nested too deeply, or a table is not rectangular.
    """
    return domain.Section(
        record.id,
        record.role,
        undirected(record.title),
        tuple(_block(block) for block in record.blocks),
        record.sensitive,
    )


def _record(block: domain.Block) -> BlockRecord:
    match block:
        case domain.Heading(id, line):
            return HeadingRecord(id, line_record(line))
        case domain.Paragraph(id, line):
            return ParagraphRecord(id, line_record(line))
        case domain.ListBlock(id, items, ordered):
            return ListRecord(id, tuple(_item_record(item) for item in items), ordered)
        case domain.Quotation(id, lines, attribution):
            return QuotationRecord(id, tuple(line_record(line) for line in lines), attribution)
        case domain.Table(id, header, rows):
            return TableRecord(id, _cells_record(header), tuple(_cells_record(row) for row in rows))
        case domain.Picture(id, asset, alternative, caption, width, height):
            return PictureRecord(id, asset, alternative, caption, width, height)
        case domain.FigureCards(id, figures):
            return FigureCardsRecord(id, figures)


def _block(record: BlockRecord) -> domain.Block:
    match record:
        case HeadingRecord(id, line):
            return domain.Heading(id, line_of(line))
        case ParagraphRecord(id, line):
            return domain.Paragraph(id, line_of(line))
        case ListRecord(id, items, ordered):
            return domain.ListBlock(id, tuple(_item(item, 1) for item in items), ordered)
        case QuotationRecord(id, lines, attribution):
            said_by = undirected(attribution)
            return domain.Quotation(id, tuple(line_of(line) for line in lines), said_by)
        case TableRecord(id, header, rows):
            return _table(id, header, rows)
        case PictureRecord(id, asset, alternative, caption, width, height):
            return domain.Picture(id, asset, alternative, caption, width, height)
        case FigureCardsRecord(id, figures):
            return domain.FigureCards(id, figures)


def _item_record(item: domain.ListItem) -> ItemRecord:
    children = tuple(_item_record(child) for child in item.children)
    return ItemRecord(item.id, line_record(item.line), children)


def _item(record: ItemRecord, depth: int) -> domain.ListItem:
    if depth > MAX_LIST_DEPTH:
        raise RecordError(
            f"list deeper than {MAX_LIST_DEPTH}", field=record.id, reason="nested too deeply"
        )
    children = tuple(_item(child, depth + 1) for child in record.children)
    return domain.ListItem(record.id, line_of(record.line), children)


def _cells_record(cells: tuple[domain.Line, ...]) -> CellsRecord:
    return tuple(line_record(cell) for cell in cells)


def _table(id: str, header: CellsRecord, rows: tuple[CellsRecord, ...]) -> domain.Table:
    if any(len(row) != len(header) for row in rows):
        raise RecordError(
            "table rows of unequal length",
            field=id,
            reason="a row is longer or shorter than the header",
        )
    return domain.Table(
        id,
        tuple(line_of(cell) for cell in header),
        tuple(tuple(line_of(cell) for cell in row) for row in rows),
    )
