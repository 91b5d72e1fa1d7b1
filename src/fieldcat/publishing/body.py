"""The text of an entry: divided into sections, parsed once into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from fieldcat.domain.entry import (
    Block,
    Heading,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Section,
    SectionRole,
    Table,
    Text,
    plain,
)
from fieldcat.publishing import values
from fieldcat.publishing.blocks import BlockReader, FindPicture, line_of
from fieldcat.publishing.faults import FaultLog, one_of, shown
from fieldcat.publishing.mentions import Mention, Named, Prose
from fieldcat.publishing.spans import LineReader, markdown

LONGEST_TEXT = 300_000
FIELD = "text"
ROLES = tuple(role.value for role in SectionRole)

_FORM = '## Words {#id role=…}, with sensitive="why" where a reader should be asked first'
_HEADING = re.compile(r"(?P<title>[^{}]*)\{(?P<attributes>[^{}]*)\}\s*")
_ATTRIBUTE = re.compile(
    r'#(?P<id>[^\s"]+)|(?<![\w-])(?P<name>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))'
)


@dataclass(frozen=True, slots=True)
class Body:
    """The sections of an entry, and what they name."""

    sections: tuple[Section, ...] = ()
    entries: tuple[Mention, ...] = ()
    figures: tuple[Named, ...] = ()
    cards: tuple[Named, ...] = ()
    citations: tuple[Named, ...] = ()
    prose: tuple[Prose, ...] = ()


@dataclass(slots=True)
class _Draft:
    """The section that is being read."""

    line: int
    id: str
    role: SectionRole
    title: str
    sensitive: str = ""
    blocks: list[Block] = field(default_factory=list)
    refused: bool = False


class BodyReader:
    """Reads the text of one entry."""

    def __init__(self, collection: str, log: FaultLog, find_picture: FindPicture) -> None:
        self._log = log
        self._parser = markdown()
        self._lines = LineReader(self._parser, collection, log, FIELD)
        self._blocks = BlockReader(self._lines, find_picture)
        self._ids: set[str] = set()

    def sections(self, text: str, first_line: int) -> Body:
        """The body that a text with headings of the second level makes."""
        drafts: list[_Draft] = []
        strays = False
        for node in self._nodes(text, first_line):
            if node.type == "heading" and node.tag == "h2":
                drafts.append(self._begin(node, line_of(node, first_line)))
                self._blocks.begin()
            elif drafts:
                self._take(node, first_line, drafts[-1])
            elif not strays:
                strays = True
                self._fault(line_of(node, first_line), "has text before the first section", _FORM)
        return self._body(drafts)

    def one_section(self, text: str, first_line: int, role: SectionRole, title: str) -> Body:
        """The body that a text without headings makes: one section, or none if it is empty."""
        draft = _Draft(first_line, role.value, role, title)
        for node in self._nodes(text, first_line):
            if node.type == "heading" and node.tag == "h2":
                self._fault(line_of(node, first_line), "has a heading", "paragraphs")
            else:
                self._take(node, first_line, draft)
        return self._body([draft] if draft.blocks else [])

    def _nodes(self, text: str, first_line: int) -> list[SyntaxTreeNode]:
        if len(text) > LONGEST_TEXT:
            self._fault(first_line, "is too long", f"at most {LONGEST_TEXT} characters")
            return []
        tokens: list[Token] = []
        self._parser.block.parse(text, self._parser, {}, tokens)
        return SyntaxTreeNode(tokens).children

    def _take(self, node: SyntaxTreeNode, first_line: int, draft: _Draft) -> None:
        block = self._blocks.block(node, first_line)
        if block is None:
            draft.refused = True
        else:
            draft.blocks.append(block)

    def _begin(self, node: SyntaxTreeNode, line: int) -> _Draft:
        content = "".join(child.content for child in node.children)
        match = _HEADING.fullmatch(content)
        if match is None:
            self._fault(line, f"the heading {shown(content)} has no id and role", _FORM)
            title, given = content, {"id": "", "role": SectionRole.OTHER.value}
        else:
            title, given = match["title"], self._attributes(match["attributes"], line)
        spans = self._lines.line(title, line)
        if not spans or not all(isinstance(span, Text) for span in spans):
            self._fault(line, "the heading of a section is not plain words", _FORM)
        sensitive = values.one_line(given.get("sensitive", ""))
        if sensitive:
            self._lines.prose.append(Prose(sensitive, line, FIELD))
        section_id, role = self._section_id(given, line), self._role(given, line)
        return _Draft(line, section_id, role, plain(spans), sensitive)

    def _attributes(self, text: str, line: int) -> dict[str, str]:
        given: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(text):
            name = "id" if match["id"] else match["name"]
            value = match["id"] or match["quoted"] or match["bare"] or ""
            if name in given:
                self._fault(line, f"the heading states {shown(name)} twice", _FORM)
            given.setdefault(name, value)
        rest = _ATTRIBUTE.sub("", text).strip()
        unknown = [name for name in given if name not in ("id", "role", "sensitive")]
        for stray in [*unknown, *([rest] if rest else [])]:
            self._fault(line, f"the heading has {shown(stray)}", _FORM)
        if "sensitive" in given and not given["sensitive"].strip():
            self._fault(line, "the heading says sensitive without a reason", _FORM)
        return given

    def _section_id(self, given: dict[str, str], line: int) -> str:
        found = given.get("id")
        if found is None:
            self._fault(line, "the heading has no id", _FORM)
        elif found and not values.is_slug(found):
            self._fault(line, f"{shown(found)} is no id of a section", values.SLUG_ALLOWED)
        elif found in self._ids:
            self._fault(line, f"the section {shown(found)} stands twice", "each id once")
        elif found:
            self._ids.add(found)
        return found or ""

    def _role(self, given: dict[str, str], line: int) -> SectionRole:
        found = given.get("role")
        if found is None:
            self._fault(line, "the heading has no role", one_of("", ROLES))
        elif found not in ROLES:
            self._fault(line, f"{shown(found)} is no role of a section", one_of(found, ROLES))
        else:
            return SectionRole(found)
        return SectionRole.OTHER

    def _body(self, drafts: list[_Draft]) -> Body:
        for draft in drafts:
            if not draft.blocks and not draft.refused:
                self._fault(draft.line, f"the section {shown(draft.title)} is empty", "some text")
        return Body(
            tuple(
                Section(draft.id, draft.role, draft.title, tuple(draft.blocks), draft.sensitive)
                for draft in drafts
            ),
            tuple(self._lines.entries),
            tuple(self._lines.figures),
            tuple(self._blocks.cards),
            tuple(self._lines.citations),
            tuple(self._lines.prose),
        )

    def _fault(self, line: int, problem: str, allowed: str) -> None:
        self._log.fault(line, FIELD, problem, allowed)


def lines_in(block: Block) -> Iterator[tuple[str, Line]]:
    """The lines of a block, each with the id of what holds it: the block, or an item of a list."""
    if isinstance(block, Heading | Paragraph):
        yield block.id, block.line
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield from _lines_in_item(item)
    elif isinstance(block, Quotation):
        yield from ((block.id, line) for line in block.lines)
    elif isinstance(block, Table):
        yield from ((block.id, cell) for row in (block.header, *block.rows) for cell in row)


def _lines_in_item(item: ListItem) -> Iterator[tuple[str, Line]]:
    yield item.id, item.line
    for child in item.children:
        yield from _lines_in_item(child)
