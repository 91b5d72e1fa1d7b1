"""What stands in a section: Markdown's blocks as fieldcat's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it.tree import SyntaxTreeNode

from fieldcat.domain.entry import (
    Block,
    FigureCards,
    Heading,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Table,
    plain,
)
from fieldcat.publishing.block_ids import BlockIds, split_given_id
from fieldcat.publishing.faults import shown
from fieldcat.publishing.mentions import Asset, Named
from fieldcat.publishing.rules import Rule
from fieldcat.publishing.spans import LineReader

_DEEPEST_LIST = 4
_CARDS = re.compile(r"\{figure=(?P<ids>[^{}]*)\}")
_ATTRIBUTES = re.compile(r"\{[#.:]?[\w-][^{}]*\}")
_ALLOWED = "paragraphs, lists, headings of the third level, quotations, tables, pictures"
_REFUSED = {
    "html_block": "raw HTML",
    "code_block": "code (a line that starts with four spaces)",
    "fence": "a code block",
    "hr": "a rule",
}

FindPicture = Callable[[str, int], Asset | None]
"""Finds the picture that a text names, in a line; notes a fault and returns None if it cannot."""


class BlockReader:
    """Reads the blocks of one section after another; ``begin`` starts a section."""

    def __init__(self, lines: LineReader, find_picture: FindPicture) -> None:
        self.cards: list[Named] = []
        self._lines = lines
        self._find_picture = find_picture
        self.begin()

    def begin(self) -> None:
        """Start a section: its blocks have ids of their own."""
        self._ids = BlockIds(self._lines.log, self._lines.field)

    def block(self, node: SyntaxTreeNode, first_line: int) -> Block | None:
        """The block that a node of Markdown's tree stands for, or None with a fault noted."""
        line = line_of(node, first_line)
        match node.type:
            case "paragraph":
                return self._paragraph(node, line)
            case "heading":
                return self._heading(node, line)
            case "bullet_list" | "ordered_list":
                return self._list(node, line, first_line)
            case "blockquote":
                return self._quotation(node, line, first_line)
            case "table":
                return self._table(node, line)
            case other:
                self._lines.fault(line, f"has {_REFUSED.get(other, other)}", _ALLOWED)
                return None

    def _content(self, node: SyntaxTreeNode, line: int) -> tuple[str, str | None]:
        """The text of a node and the id that it is given; other attributes are a fault."""
        text, given = split_given_id("".join(child.content for child in node.children))
        start = max(text.rfind("{"), 0)
        if _ATTRIBUTES.fullmatch(text, start) and not _CARDS.fullmatch(text):
            self._lines.fault(line, f"ends with {shown(text[start:])}", "{#id}")
            text = text[:start]
        return text, given

    def _paragraph(self, node: SyntaxTreeNode, line: int) -> Block | None:
        text, given = self._content(node, line)
        if cards := _CARDS.fullmatch(text.strip()):
            figures = [name.strip() for name in cards["ids"].split(",")]
            self.cards += [Named(name, line) for name in figures]
            return FigureCards(
                self._ids.take(f"figures {' '.join(figures)}", given, line), tuple(figures)
            )
        tokens = self._lines.tokens(text, line)
        if len(tokens) == 1 and tokens[0].type == "image":
            image = tokens[0]
            source, caption = (str(image.attrs.get(name, "")) for name in ("src", "title"))
            return self._picture(image.content, source, caption, given, line)
        spans = self._lines.line_of(tokens, line)
        return Paragraph(self._ids.take(plain(spans), given, line), spans) if spans else None

    def _picture(
        self, alternative: str, source: str, caption: str, given: str | None, line: int
    ) -> Picture | None:
        if not alternative.strip():
            problem = "a picture has no words for those who cannot see it"
            remedy = "![what it shows](…)"
            self._lines.log.lack(line, self._lines.field, problem, remedy, Rule.ALTERNATIVE_TEXT)
        asset = self._find_picture(source, line)
        if asset is None:
            return None
        block_id = self._ids.take(alternative, given, line)
        return Picture(block_id, asset.sha256, alternative, caption, asset.width, asset.height)

    def _heading(self, node: SyntaxTreeNode, line: int) -> Heading | None:
        if node.tag != "h3":
            self._lines.fault(
                line, f"has a heading of level {node.tag[1:]}", "## for sections, ### within them"
            )
            return None
        text, given = self._content(node, line)
        spans = self._lines.line(text, line)
        if not spans:
            self._lines.fault(line, "has a heading without words", "### Words")
            return None
        return Heading(self._ids.take(plain(spans), given, line), spans)

    def _list(self, node: SyntaxTreeNode, line: int, first_line: int) -> ListBlock | None:
        if node.attrs.get("start", 1) != 1:
            self._lines.fault(line, "a numbered list does not start at 1", "1.")
        items = tuple(self._items(node, first_line, 1))
        if not items:
            return None
        block_id = self._ids.take(f"list {items[0].id}", None, line)
        return ListBlock(block_id, items, node.type == "ordered_list")

    def _items(self, node: SyntaxTreeNode, first_line: int, depth: int) -> Iterator[ListItem]:
        if depth > _DEEPEST_LIST:
            line = line_of(node, first_line)
            self._lines.fault(line, "has lists in lists in lists", f"{_DEEPEST_LIST} levels")
            return
        for item in node.children:
            line = line_of(item, first_line)
            if not item.children or item.children[0].type != "paragraph":
                self._lines.fault(line, "an item of a list has no words of its own", "- words")
                continue
            words, *rest = item.children
            text, given = self._content(words, line)
            spans = self._lines.line(text, line)
            item_id = self._ids.take(plain(spans), given, line)
            children: list[ListItem] = []
            for other in rest:
                if other.type in ("bullet_list", "ordered_list"):
                    children += self._items(other, first_line, depth + 1)
                else:
                    self._lines.fault(
                        line_of(other, first_line),
                        "an item of a list holds more than a paragraph",
                        "one paragraph, and lists under it",
                    )
            yield ListItem(item_id, spans, tuple(children))

    def _quotation(self, node: SyntaxTreeNode, line: int, first_line: int) -> Quotation | None:
        said: list[Line] = []
        attribution = ""
        given: str | None = None
        for child in node.children:
            at = line_of(child, first_line)
            if child.type != "paragraph":
                self._lines.fault(at, "a quotation holds more than paragraphs", "paragraphs")
                continue
            text, own_id = self._content(child, at)
            given = own_id or given
            if "\n—" in text or (text.startswith("—") and child.next_sibling is not None):
                self._lines.fault(
                    at, "who said it stands amid the words", "a last paragraph that starts with —"
                )
            if text.startswith("—") and child.next_sibling is None:
                attribution = plain(self._lines.line(text[1:], at, quoted=True))
            elif spans := self._lines.line(text, at, quoted=True):
                said.append(spans)
        if not said:
            self._lines.fault(line, "a quotation has no words", "> words")
            return None
        return Quotation(self._ids.take(plain(said[0]), given, line), tuple(said), attribution)

    def _table(self, node: SyntaxTreeNode, line: int) -> Table:
        given: str | None = None
        rows: list[tuple[Line, ...]] = []
        for row_number, row in enumerate(
            part for group in node.children for part in group.children
        ):
            cells: list[Line] = []
            # Line 1 of a table holds the headings, line 2 the rule under them.
            at = line + row_number + (1 if row_number else 0)
            for cell in row.children:
                text, cell_id = self._content(cell, at)
                given = cell_id or given
                cells.append(self._lines.line(text, at))
            rows.append(tuple(cells))
        header, *body = rows
        words = " ".join(plain(cell) for cell in header)
        return Table(self._ids.take(f"table {words}", given, line), header, tuple(body))


def line_of(node: SyntaxTreeNode, first_line: int) -> int:
    """The line in the file at which a node starts."""
    return first_line + (node.map[0] if node.map else 0)
