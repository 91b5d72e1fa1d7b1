"""Blocks in a row as sections, each with the role that its heading tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from fieldcat.domain.entry import SectionRole
from fieldcat.publishing.ingesting.flow import Flow, Title
from fieldcat.publishing.ingesting.headings import NOTES, Headings, fold
from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Section,
    Why,
    plain,
)
from fieldcat.publishing.ingesting.listed import with_lists

_LONGEST_LOOKALIKE = 100
_LOOKALIKE = 7
_HEADS_NOTES = 0


@dataclass(slots=True)
class Part:
    """A section in the making; ``role`` may be ``NOTES``."""

    title: Line
    role: str
    blocks: list[Block] = field(default_factory=list)


def parts_of(
    flow: Flow, title: str, table: Headings, tell: Callable[[Why, str], None]
) -> tuple[list[Block], list[Part]]:
    """What stands before the first heading, and the sections.

    A heading without text takes the next one into its section; the last one is told and left out.
    A heading that only repeats the entry's ``title`` at the top is left out.
    """
    flow = _with_lookalikes(with_lists(flow), table)
    if flow and isinstance(flow[0], Title) and fold(plain(flow[0].line)) == fold(title):
        tell(Why.REPEATED, plain(flow[0].line))
        flow = flow[1:]
    level = _section_level(flow)
    before: list[Block] = []
    parts: list[Part] = []
    for block in flow:
        if not isinstance(block, Title):
            (parts[-1].blocks if parts else before).append(block)
        elif block.level <= level:
            parts.append(Part(block.line, table.role(plain(block.line))))
        else:
            (parts[-1].blocks if parts else before).append(Heading(block.line))
    return before, _without_empty(parts, tell)


def section_of(part: Part) -> Section:
    """A part as a section. What cites a note in its heading does so at the head of its text."""
    role = SectionRole.OTHER if part.role == NOTES else SectionRole(part.role)
    cited = tuple(span for span in part.title if span.note)
    blocks = [Paragraph(cited), *part.blocks] if cited else part.blocks
    return Section(plain(part.title), role, tuple(blocks))


def _with_lookalikes(flow: Flow, table: Headings) -> Flow:
    """The same with headings in the place of paragraphs that look like them."""
    made: Flow = []
    for number, block in enumerate(flow):
        after = flow[number + 1] if number + 1 < len(flow) else None
        if isinstance(block, Paragraph) and _heads_notes(block, after, table):
            block = Title(_HEADS_NOTES, block.line)
        elif isinstance(block, Paragraph) and after is not None and _is_lookalike(block.line):
            block = Title(_LOOKALIKE, tuple(replace(span, strong=False) for span in block.line))
        made.append(block)
    return made


def _heads_notes(block: Paragraph, after: Block | Title | None, table: Headings) -> bool:
    numbered = isinstance(after, Listing) and after.ordered
    return numbered and table.heads_notes(plain(block.line))


def _is_lookalike(line: Line) -> bool:
    text = plain(line)
    bold = all(span.strong or not span.text.strip() for span in line if not span.note)
    plain_words = not any(span.url for span in line)
    ends = text.rstrip().endswith((".", "!", ";", ",", "…", "”", '"'))
    return bold and plain_words and 0 < len(text) <= _LONGEST_LOOKALIKE and not ends


def _section_level(flow: Flow) -> int:
    """The level of headings that begin sections: the highest that there is more than one of."""
    levels = [block.level for block in flow if isinstance(block, Title) and block.level]
    for level in sorted(set(levels)):
        if levels.count(level) > 1 or level == max(levels):
            return level
    return 1


def _without_empty(parts: list[Part], tell: Callable[[Why, str], None]) -> list[Part]:
    made: list[Part] = []
    for number, part in enumerate(parts):
        after = parts[number + 1] if number + 1 < len(parts) else None
        if part.blocks:
            made.append(part)
        elif after is None or after.role == NOTES:
            tell(Why.EMPTY_HEADING, plain(part.title))
        else:
            after.blocks.insert(0, Heading(after.title))
            after.title = part.title
            if part.role != SectionRole.OTHER.value:
                after.role = part.role
    return made
