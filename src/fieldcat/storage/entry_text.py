"""The words of an entry without their form, for searching and for snippets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fieldcat.domain.entry import (
    Block,
    CaseStudy,
    Entry,
    FigureCards,
    Funding,
    Heading,
    HelpService,
    LearningMaterial,
    ListBlock,
    ListItem,
    Organisation,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Research,
    Section,
    Table,
    Term,
    Tool,
    plain,
)


def open_text(entry: Entry) -> str:
    """What may be shown unasked: summary, open sections, the kind's own facts, references."""
    return _joined(
        [
            entry.head.summary,
            *(line for s in entry.sections if not s.sensitive for line in _section_lines(s)),
            *_part_lines(entry.part),
            *(reference.text for reference in entry.references),
        ]
    )


def folded_text(entry: Entry) -> str:
    """The text of the sections that a reader opens by choice: it is found, but never shown."""
    return _joined(line for s in entry.sections if s.sensitive for line in _section_lines(s))


def organisation_names(entry: Entry) -> str:
    """The names of all who take part, the first one first."""
    return _joined(party.name for party in entry.head.organisations)


def keywords(entry: Entry) -> str:
    """Words that the entry is found by beside its text: other spellings, abbreviations."""
    return _joined([*entry.head.keywords, *_other_names(entry.part)])


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _section_lines(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.line)
        case ListBlock():
            yield from _item_lines(block.items)
        case Quotation():
            yield from (plain(line) for line in block.lines)
            yield block.attribution
        case Table():
            for cells in (block.header, *block.rows):
                yield "; ".join(plain(cell) for cell in cells)
        case Picture():
            yield from (block.alternative, block.caption)
        case FigureCards():
            pass  # the text states every figure


def _item_lines(items: Iterable[ListItem]) -> Iterator[str]:
    for item in items:
        yield plain(item.line)
        yield from _item_lines(item.children)


def _part_lines(part: Part) -> Iterator[str]:
    match part:
        case CaseStudy():
            yield from (event.text for event in part.timeline)
        case Research():
            yield from (*part.authors, part.publisher, part.method, part.population)
        case LearningMaterial():
            yield from (part.provider, part.format, part.ages)
        case Funding():
            yield from (part.funder, part.who_can_apply)
        case HelpService():
            yield part.provider
            yield from (channel.value for channel in part.channels)
        case Tool():
            yield from (part.provider, part.purpose)
        case Organisation():
            yield part.website
        case Term():
            pass  # its other names are found as such; where its definition comes from is no text


def _other_names(part: Part) -> Iterator[str]:
    match part:
        case Term():
            yield from part.abbreviations
            yield from part.synonyms
            yield from (discouraged.word for discouraged in part.discouraged)
        case Organisation():
            yield part.abbreviation
        case _:
            pass
