"""What a step shows, as plain text to be looked at while it is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fieldcat.domain.entry import (
    Block,
    FigureCards,
    ListBlock,
    ListItem,
    Picture,
    Quotation,
    Section,
    Table,
    plain,
)
from fieldcat.domain.session import (
    Content,
    EntryPart,
    FigurePart,
    HelpPart,
    PicturePart,
    TermPart,
    origin_of,
)
from fieldcat.ui.reader.wording import figure_number


def part_text(content: Content) -> str:
    """The words of a part; empty for what has none of the casebook's."""
    return "\n\n".join(part for part in _parts(content) if part.strip())


def _parts(content: Content) -> Iterator[str]:
    match content:
        case EntryPart(passage=passage) if passage is not None:
            yield passage.quotation
        case EntryPart(sections=sections, figures=figures, summary=summary):
            yield summary if not sections else ""
            yield from _sections(sections)
            yield "\n".join(f"{figure_number(one)} {one.counts}" for one in figures)
        case FigurePart(figure=figure):
            yield f"{figure_number(figure)} {figure.counts}"
            yield figure.note
        case TermPart(definition=definition, sections=sections):
            yield definition
            yield from _sections(sections)
        case HelpPart(service=service, summary=summary):
            yield "\n".join(channel.value for channel in service.channels)
            yield summary
        case PicturePart(caption=caption, alternative=alternative):
            yield caption or alternative
        case _:
            return
    origin = origin_of(content)
    if origin is not None:
        yield " · ".join(
            part for part in (origin.organisation or origin.title, origin.source.date) if part
        )


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        for block in section.blocks:
            yield "\n".join(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case ListBlock(items=items):
            yield from _items(items, "")
        case Quotation(lines=lines, attribution=attribution):
            yield from map(plain, lines)
            yield attribution
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield " · ".join(map(plain, row))
        case Picture(caption=caption, alternative=alternative):
            yield caption or alternative
        case FigureCards():
            return
        case _:
            yield plain(getattr(block, "line", ()))


def _items(items: Iterable[ListItem], indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}• {plain(item.line)}"
        yield from _items(item.children, indent + "  ")
