"""Footnotes that links join to their marks, as editors, plugins and word processors write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from fieldcat.publishing.ingesting.items import Line
from fieldcat.publishing.ingesting.lines import tidy, without_start

_MARK = re.compile(
    r"[\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶]{1,3}|note \d{1,4})\s*[\])]?", re.I
)
_START = re.compile(r"\s*(?:[\[(]?\d{1,4}[\])]?\.?|\^|↑|[*†‡§¶]{1,3})\s+(?=\S)")
_BACK = re.compile(r"[\s\[]*(?:↩|↑|⤴|↵|⏎|\^|←|[Jj]ump up|[Bb]ack)[\ufe0e\ufe0f]?[\s\]]*$")
_BLOCKS = frozenset({"li", "p", "div", "dd", "td", "aside", "section"})


@dataclass(frozen=True, slots=True)
class LinkedNotes:
    """By the nodes' ids in memory: which links are marks of which note, what holds each note."""

    marks: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)

    @staticmethod
    def without_marks(line: Line) -> Line:
        """The text of a note without its own number, and without the link back."""
        line = without_start(line, _START) or line
        while line and not line[-1].note and (match := _BACK.search(line[-1].text)):
            cut = line[-1].text[: match.start()]
            line = tidy((*line[:-1], type(line[-1])(cut, url=line[-1].url)))
        return line


def linked_notes(body: LexborNode) -> LinkedNotes:
    """The notes of a page. A link that looks like a mark leads to its note further down."""
    links = [
        link
        for link in body.css('a[href*="#"]')
        if (link.attributes.get("href") or "").startswith("#")
        and _MARK.fullmatch(link.text(deep=True).strip())
    ]
    if not links:
        return LinkedNotes()
    order: dict[int, int] = {}
    named: dict[str, LexborNode] = {}
    for number, node in enumerate(body.traverse()):
        order[node.mem_id] = number
        for name in (node.attributes.get("id"), node.attributes.get("name")):
            if name:
                named.setdefault(name, node)
    marks: dict[int, str] = {}
    notes: dict[int, str] = {}
    for link in links:
        target = named.get((link.attributes.get("href") or "")[1:])
        if target is None or order[target.mem_id] <= order[link.mem_id]:
            continue
        holder = _holder(target)
        if holder is None or _within(link, holder):
            continue
        id = notes.setdefault(holder.mem_id, f"note-{len(notes) + 1}")
        marks[link.mem_id] = id
    return LinkedNotes(marks, notes)


def _holder(target: LexborNode) -> LexborNode | None:
    """What holds the text of a note: the target itself, or the block that it stands in."""
    node: LexborNode | None = target
    while node is not None and node.tag not in _BLOCKS:
        if node.tag in ("body", "table", "ol", "ul"):
            return None
        node = node.parent
    if node is None or not _words(node) or len(_words(node)) > 4_000:
        return None
    return node


def _words(node: LexborNode) -> str:
    return node.text(deep=True).strip()


def _within(node: LexborNode, holder: LexborNode) -> bool:
    parent: LexborNode | None = node
    while parent is not None:
        if parent.mem_id == holder.mem_id:
            return True
        parent = parent.parent
    return False
