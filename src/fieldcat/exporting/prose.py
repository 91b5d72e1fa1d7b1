"""The text of an entry as plain words, for those who take no markup."""

from __future__ import annotations

from collections.abc import Iterator

from fieldcat.domain.entry import (
    Block,
    Entry,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Table,
    plain,
)


def plain_text(entry: Entry) -> str:
    """All sections, each under its heading, a paragraph a line, with empty lines between blocks."""
    parts = []
    for section in entry.sections:
        lines = [line for block in section.blocks for line in (*_lines(block), "")]
        parts.append("\n".join((section.title, *lines)).rstrip())
    return "\n\n".join(parts)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.line)
        case ListBlock():
            for number, item in enumerate(block.items, 1):
                yield from _item(item, f"{number}." if block.ordered else "-", "")
        case Quotation():
            yield from (f"“{plain(line)}”" for line in block.lines)
            if block.attribution:
                yield f"— {block.attribution}"
        case Table():
            for row in (block.header, *block.rows):
                yield " | ".join(plain(cell) for cell in row)
        case Picture():
            yield f"[{block.alternative}]"
        case _:
            return  # cards repeat what the text states


def _item(item: ListItem, sign: str, indent: str) -> Iterator[str]:
    yield f"{indent}{sign} {plain(item.line)}"
    for child in item.children:
        yield from _item(child, "-", f"{indent}  ")
