"""HTML as blocks one after the other, before they are divided into sections.

What browsers make of soup is what counts: the tree is lexbor's, which follows the standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fieldcat.publishing import values
from fieldcat.publishing.ingesting.addresses import without_obfuscated
from fieldcat.publishing.ingesting.flow import (
    PROVISIONAL,
    Flow,
    Found,
    Title,
    is_mark,
    lines_of,
)
from fieldcat.publishing.ingesting.html_tables import read_table
from fieldcat.publishing.ingesting.items import (
    Block,
    Line,
    Note,
    Paragraph,
    Picture,
    Quotation,
    Span,
    Why,
    plain,
)
from fieldcat.publishing.ingesting.lines import (
    BREAK,
    divided_at,
    filled,
    tidy,
    together,
    without_start,
)
from fieldcat.publishing.ingesting.linked_notes import LinkedNotes, linked_notes
from fieldcat.publishing.ingesting.listed import CREDIT, as_list, listed
from fieldcat.publishing.ingesting.shortcodes import Tell, without_shortcodes

FindPicture = Callable[[str], Path | bytes | None]
"""Finds a picture by the address that a page gives it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Where HTML comes from. ``breaks``: two line breaks in its text begin a paragraph."""

    tell: Tell
    base: str = ""
    find_picture: FindPicture = lambda _source: None
    breaks: bool = False


def read_html(html: str, page: Page) -> Found:
    """The blocks of a piece of HTML, or of the body of a page."""
    html = without_shortcodes(html, page.tell)
    # Before a body, what is no element were not in it.
    tree = LexborHTMLParser(f"<!DOCTYPE html><body>{html}")
    if tree.body is None:
        return Found([])
    return read_tree(tree.body, page, may_link='href="#' in html or "href='#" in html)


def read_tree(node: LexborNode, page: Page, *, may_link: bool = True) -> Found:
    """The blocks within an element."""
    linked = linked_notes(node) if may_link else LinkedNotes()
    reading = _Reading(page, linked)
    flow = reading.blocks(node, 0)
    if reading.comments:
        page.tell(Why.EDITORS_MARK, "\n".join(reading.comments))
    return Found(flow, tuple(reading.notes))


_DEEPEST = 150
"""Elements in each other; what lies deeper is read as words."""

_STRONG = frozenset({"b", "strong"})
_SOFT = frozenset({"i", "em", "cite", "dfn", "var"})
_SCRIPTS = frozenset({"script", "style", "noscript", "template", "link", "meta", "title", "head"})
_EMBEDS = frozenset(
    {
        *("iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "map", "applet"),
        *("form", "input", "button", "select", "textarea", "label", "progress", "meter", "dialog"),
    }
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_FLOWING = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "address", "pre"),
        *("center", "fieldset", "legend", "details", "dl", "dd", "hgroup", "search", "figcaption"),
        *("li", "body", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "listing", "xmp"),
        *("optgroup", "option", "plaintext", "marquee"),
    }
)


@dataclass(frozen=True, slots=True)
class _Marks:
    """How the words that are being read are set apart."""

    strong: bool = False
    emphasis: bool = False
    url: str = ""


@dataclass(slots=True)
class _Reading:
    """One run over a tree."""

    page: Page
    linked: LinkedNotes
    notes: list[Note] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def blocks(self, node: LexborNode, depth: int) -> Flow:
        """The blocks of an element's children."""
        flow = _Gathering(self.page.breaks)
        self.children(node, flow, _Marks(), depth)
        flow.close()
        return flow.blocks

    def children(self, node: LexborNode, flow: _Gathering, marks: _Marks, depth: int) -> None:
        child = node.child
        while child is not None:
            if child.is_text_node:
                flow.words(child.text_content or "", marks, self.page)
            elif child.is_element_node:
                self.element(child, flow, marks, depth + 1)
            elif child.is_comment_node:
                self.comments.append((child.comment_content or "").strip())
            child = child.next

    def element(self, node: LexborNode, flow: _Gathering, marks: _Marks, depth: int) -> None:
        tag = node.tag or ""
        if depth > _DEEPEST:
            flow.words(node.text(deep=True, separator=" "), marks, self.page)
        elif (note := self.linked.notes.get(node.mem_id)) is not None:
            flow.close()
            self._keep_note(node, note, depth)
        elif tag in _SCRIPTS:
            self._leave(Why.SCRIPT, node)
        elif tag in _EMBEDS:
            self._leave(Why.EMBED, node)
        elif tag == "nav":
            self._leave(Why.NAVIGATION, node)
        elif tag in _HEADINGS:
            flow.close()
            self._heading(node, _HEADINGS[tag], flow, depth)
        elif tag in _LISTS or tag == "ol":
            flow.close()
            flow.blocks += self._list(node, depth)
        elif tag == "blockquote":
            flow.close()
            flow.blocks += self._quotation(node, depth)
        elif tag == "table":
            flow.close()
            flow.blocks += self._table(node, depth)
        elif tag == "figure":
            flow.close()
            self._figure(node, flow, depth)
        elif tag in ("img", "picture", "source"):
            self._picture(node, "", flow)
        elif tag in ("br", "hr", "wbr"):
            self._break(tag, flow)
        elif tag in ("dt", "summary"):
            flow.close()
            self.children(node, flow, replace(marks, strong=True), depth)
            flow.close()
        elif tag in _FLOWING:
            flow.close()
            self.children(node, flow, marks, depth)
            flow.close()
        else:
            self._inline(node, tag, flow, marks, depth)

    def _inline(
        self, node: LexborNode, tag: str, flow: _Gathering, marks: _Marks, depth: int
    ) -> None:
        if tag in _STRONG:
            marks = replace(marks, strong=True)
        elif tag in _SOFT:
            marks = replace(marks, emphasis=True)
        elif tag == "a":
            if (note := self.linked.marks.get(node.mem_id)) is not None:
                flow.run.append(Span("", note=note))
                return
            if "__cf_email__" in (node.attributes.get("class") or ""):
                self.page.tell(Why.OBFUSCATED, node.text(deep=True))
                flow.run.append(Span("[…]"))
                return
            marks = replace(marks, url=self._address(node) or marks.url)
        elif tag == "sup":
            words = node.text(deep=True).strip()
            if is_mark(words) and not any(
                link.mem_id in self.linked.marks for link in node.css("a")
            ):
                flow.run.append(Span(words, note=f"{PROVISIONAL}{words}"))
                return
        elif tag == "q":
            flow.run.append(Span("“"))
            self.children(node, flow, marks, depth)
            flow.run.append(Span("”"))
            return
        self.children(node, flow, marks, depth)

    def _address(self, node: LexborNode) -> str:
        """Where a link leads, if a reader can go there; else its words stay."""
        href = (node.attributes.get("href") or "").strip()
        if not href or href.startswith("#"):
            return ""
        try:
            url = urljoin(self.page.base, href)
            if urlsplit(url).scheme in ("http", "https") and not values.is_url(url):
                url = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
        except ValueError:
            url = ""
        if values.is_url(url):
            return url
        words = node.text(deep=True).strip()
        if href.removeprefix("mailto:").removeprefix("tel:") != words:
            self.page.tell(Why.ADDRESS, href)
        return ""

    def _break(self, tag: str, flow: _Gathering) -> None:
        if tag == "hr":
            flow.close()
        elif tag == "br":
            flow.run.append(Span(BREAK))

    def _leave(self, why: Why, node: LexborNode) -> None:
        attributes = node.attributes
        source = attributes.get("src") or attributes.get("data") or attributes.get("action") or ""
        words = node.text(deep=True, separator=" ").strip()
        pictures = " ".join(picture.attributes.get("src") or "" for picture in node.css("img"))
        told = " ".join(part for part in (f"<{node.tag}>", source, words, pictures) if part)
        if words or source or pictures:
            self.page.tell(why, told)

    def _keep_note(self, node: LexborNode, note: str, depth: int) -> None:
        blocks = self.blocks(node, depth)
        line = together(line for block in blocks for line in lines_of(block))
        line = self.linked.without_marks(line)
        urls = list(dict.fromkeys(span.url for span in line if span.url))
        self.notes.append(Note(note, plain(line), urls[0] if len(urls) == 1 else ""))

    def _heading(self, node: LexborNode, level: int, flow: _Gathering, depth: int) -> None:
        blocks = self.blocks(node, depth)
        line = together(
            line for block in blocks if not isinstance(block, Picture) for line in lines_of(block)
        )
        if filled(line):
            flow.blocks.append(Title(level, line))
        flow.blocks += [block for block in blocks if isinstance(block, Picture)]

    def _list(self, node: LexborNode, depth: int) -> Flow:
        start = (node.attributes.get("start") or "1").strip() if node.tag == "ol" else "1"
        number = int(start) if start.isdecimal() and len(start) < 7 else 1
        points: list[tuple[Line, Flow]] = []
        child = node.child
        while child is not None:
            if child.is_element_node and child.mem_id in self.linked.notes:
                self._keep_note(child, self.linked.notes[child.mem_id], depth + 1)
            elif child.is_element_node and child.tag in _LISTS | {"ol"} and points:
                # Lists that stand between items belong to the one before them.
                points[-1][1].extend(self._list(child, depth + 1))
            elif child.is_element_node or (child.is_text_node and child.text().strip()):
                blocks = (
                    self.blocks(child, depth + 1)
                    if child.is_element_node and child.tag == "li"
                    else self._alone(child, depth)
                )
                points.append(_item(blocks))
            elif child.is_comment_node:
                self.comments.append((child.comment_content or "").strip())
            child = child.next
        return list(listed(points, ordered=node.tag == "ol", start=number))

    def _alone(self, node: LexborNode, depth: int) -> Flow:
        """The blocks of one node itself."""
        flow = _Gathering(False)
        if node.is_text_node:
            flow.words(node.text_content or "", _Marks(), self.page)
        else:
            self.element(node, flow, _Marks(), depth + 1)
        flow.close()
        return flow.blocks

    def _quotation(self, node: LexborNode, depth: int) -> Flow:
        said_by: list[Line] = []
        for credit in node.css("cite, footer"):
            if credit.parent is not None and credit.parent.tag in ("blockquote", "p", "div"):
                credited = self.blocks(credit, depth + 1)
                said_by.append(together(line for block in credited for line in lines_of(block)))
                credit.decompose()
        blocks = self.blocks(node, depth)
        lines = [line for block in blocks for line in lines_of(block) if filled(line)]
        pictures: Flow = [block for block in blocks if isinstance(block, Picture)]
        who = together(said_by)
        if not who and len(lines) > 1 and (found := _credit(lines[-1])):
            lines, who = lines[:-1], found
        if not lines:
            return [*([Paragraph(who)] if filled(who) else []), *pictures]
        return [Quotation(tuple(lines), who), *pictures]

    def _table(self, node: LexborNode, depth: int) -> Flow:
        return read_table(node, lambda cell: self.blocks(cell, depth + 2))

    def _figure(self, node: LexborNode, flow: _Gathering, depth: int) -> None:
        pictures = node.css("img")
        captions = node.css("figcaption")
        if len(pictures) == 1 and len(captions) <= 1 and not node.css("table, blockquote, iframe"):
            caption = captions[0].text(deep=True, separator="") if captions else ""
            self._picture(pictures[0], " ".join(caption.split()), flow)
            return
        self.children(node, flow, _Marks(), depth)
        flow.close()

    def _picture(self, node: LexborNode, caption: str, flow: _Gathering) -> None:
        if node.tag == "picture":
            for inner in node.css("img"):
                self._picture(inner, caption, flow)
            return
        attributes = node.attributes
        if node.tag != "img":
            return
        source = ""
        for name in ("data-src", "data-lazy-src", "data-orig-file", "src"):
            candidate = (attributes.get(name) or "").strip()
            if candidate and (not source or source.startswith("data:")):
                source = candidate
        alternative = " ".join((attributes.get("alt") or "").split())
        content = self.page.find_picture(source) if source else None
        if content is None:
            told = " ".join(part for part in (source[:300], alternative, caption) if part)
            if told:
                self.page.tell(Why.PICTURE_MISSING, told)
            return
        flow.close()
        name = urlsplit(source).path.rpartition("/")[2] if not source.startswith("data:") else ""
        flow.blocks.append(Picture(name or "picture", content, alternative, caption))


class _Gathering:
    """Blocks as they come, and the words that will be the next paragraph."""

    def __init__(self, breaks: bool) -> None:
        self.blocks: Flow = []
        self.run: list[Span] = []
        self._breaks = breaks

    def words(self, text: str, marks: _Marks, page: Page) -> None:
        text = without_obfuscated(text, page.tell)
        if not self._breaks or "\n\n" not in text:
            self.run.append(Span(text, marks.strong, marks.emphasis, marks.url))
            return
        for number, part in enumerate(text.split("\n\n")):
            if number:
                self.close()
            self.run.append(Span(part, marks.strong, marks.emphasis, marks.url))

    def close(self) -> None:
        """End the paragraph that is being read, if there is one."""
        run, self.run = self.run, []
        if not filled(run):
            return
        if not any(BREAK in span.text for span in run):
            self.blocks.append(Paragraph(tidy(run)))
            return
        paragraph: list[Line] = []
        for part in (*divided_at(run, BREAK), []):
            if filled(part):
                paragraph.append(tidy(part))
            elif paragraph:
                self.blocks += _broken(paragraph)
                paragraph = []


def _broken(lines: list[Line]) -> Iterator[Block | Title]:
    """What lines between line breaks are: a list if each has the sign of one, or a paragraph."""
    found = as_list(lines)
    if found is not None:
        yield from found
    else:
        yield Paragraph(together(lines))


def _item(blocks: Flow) -> tuple[Line, Flow]:
    """An item's own words, and what stands under it."""
    own: list[Line] = []
    rest: Flow = []
    for block in blocks:
        if isinstance(block, Paragraph | Title) and not rest:
            own.append(block.line)
        else:
            rest.append(block)
    return together(own), rest


def _credit(line: Line) -> Line | None:
    """Who said a quotation, if its last line tells so."""
    return without_start(line, CREDIT)
