"""What stands within a line: Markdown's inline marks, and the links that only fieldcat has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fieldcat.domain.entry import (
    Citation,
    Emphasis,
    EntryLink,
    FigureMention,
    Line,
    Link,
    Span,
    Text,
    plain,
)
from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.mentions import Mention, Named, Prose, read_target
from fieldcat.publishing.rules import Rule

LONGEST_PARAGRAPH = 10_000
_MOST_BRACKETS = 200

_CITATION = re.compile(r"\[\^([^\[\]\s^]+)\]")
_BROKEN_LINK = re.compile(r"\]\s?\((?:https?|entry|term|figure):|\]\(")
_TARGETS = "https://…, http://…, entry:kind/slug, term:slug, figure:id"


class _Markdown(MarkdownIt):
    """CommonMark and tables, telling of everything that is written.

    Addresses are neither judged nor changed here: a refused one would stay in the text as if it
    were words. Raw HTML is recognised, so that it can be refused. Definitions of links are plain
    text: nothing may vanish from what is written.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": True})
        self.enable("table").disable(["reference"])

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's own name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's own name
        return url


def markdown() -> MarkdownIt:
    """A parser for the texts of a workspace."""
    return _Markdown()


@dataclass(slots=True)
class _Open:
    """The link that is being read."""

    href: str
    line: int
    words: list[str]


class LineReader:
    """Reads the lines of one entry, and keeps what they name."""

    def __init__(self, parser: MarkdownIt, collection: str, log: FaultLog, field: str) -> None:
        self.parser = parser
        self.log = log
        self.field = field
        self.entries: list[Mention] = []
        self.figures: list[Named] = []
        self.citations: list[Named] = []
        self.prose: list[Prose] = []
        self._collection = collection
        self._numbers: dict[str, int] = {}

    def fault(self, line: int, problem: str, allowed: str = "", rule: Rule = Rule.FORMAT) -> None:
        """Note a fault of the text."""
        self.log.fault(line, self.field, problem, allowed, rule)

    def tokens(self, content: str, line: int) -> list[Token]:
        """The inline marks of a text; none where it is too much for one paragraph."""
        if len(content) > LONGEST_PARAGRAPH or content.count("[") > _MOST_BRACKETS:
            self.fault(
                line,
                "is too much for one paragraph",
                f"at most {LONGEST_PARAGRAPH} characters and {_MOST_BRACKETS} links",
            )
            return []
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, {}, tokens)
        return tokens

    def line(self, content: str, line: int, *, quoted: bool = False) -> Line:
        """The spans of a text. ``quoted``: the words are somebody else's."""
        return self.line_of(self.tokens(content, line), line, quoted=quoted)

    def line_of(self, tokens: Iterable[Token], line: int, *, quoted: bool = False) -> Line:
        """The spans of inline tokens."""
        spans: list[Span] = []
        emphasis = strong = 0
        link: _Open | None = None
        first = line
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    literal = token.type == "text_special"
                    if link is not None:
                        self._refuse_citations(token.content, line)
                        link.words.append(token.content)
                    else:
                        marked = (emphasis > 0, strong > 0)
                        spans += self._words(token.content, line, marked, literal=literal)
                case "softbreak" | "hardbreak":
                    line += 1
                    if link is not None:
                        link.words.append(" ")
                    else:
                        spans.append(_marked(" ", (emphasis > 0, strong > 0)))
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "link_open":
                    link = _Open(str(token.attrs.get("href", "")), line, [])
                    if token.attrs.get("title"):
                        self.fault(
                            line, "a link has a title that no reader sees", "[words](target)"
                        )
                case "link_close" if link is not None:
                    spans.append(self._link(link))
                    link = None
                case "code_inline":
                    self.fault(line, f"has code: {shown(token.content)}", "words")
                case "html_inline":
                    self.fault(line, f"has raw HTML: {shown(token.content)}", "Markdown")
                case "image":
                    self.fault(line, "has a picture among words", "a paragraph of its own")
                case other:
                    self.fault(line, f"has a mark that is not allowed: {other}")
        found = _tidy(spans)
        if not quoted and (words := plain(found)):
            self.prose.append(Prose(words, first, self.field, _loose(found)))
        return found

    def _words(
        self, content: str, line: int, marked: tuple[bool, bool], *, literal: bool
    ) -> list[Span]:
        if literal:
            return [_marked(content, marked)]
        spans: list[Span] = []
        at = 0
        for match in _CITATION.finditer(content):
            spans += [_marked(content[at : match.start()], marked), self._citation(match[1], line)]
            at = match.end()
        rest = content[at:]
        if _BROKEN_LINK.search(content):
            self.fault(line, "has a link that is not complete", "[words](target) without spaces")
        if "[^" in rest:
            self.fault(line, "has a citation that is not complete", "[^id] with the reference's id")
        if "{#" in rest or "{figure=" in rest:
            self.fault(line, "has { } within a paragraph", "{#id} at the end of a block")
        return [*spans, _marked(rest, marked)]

    def _citation(self, reference: str, line: int) -> Citation:
        number = self._numbers.setdefault(reference, len(self._numbers) + 1)
        self.citations.append(Named(reference, line))
        return Citation(reference, number)

    def _refuse_citations(self, content: str, line: int) -> None:
        if "[^" in content:
            self.fault(line, "has a citation within the words of a link", "a citation behind it")

    def _link(self, link: _Open) -> Span:
        words = values.one_line("".join(link.words))
        if not words:
            self.fault(link.line, f"a link has no words: {shown(link.href)}", "[words](target)")
        scheme, _, target = link.href.partition(":")
        if scheme in ("entry", "term"):
            found = read_target(target if scheme == "entry" else f"term/{target}", self._collection)
            if isinstance(found, tuple):
                self.fault(link.line, *found)
                return Text(words)
            self.entries.append(Mention(found, link.line, self.field))
            return EntryLink(words, found)
        if scheme == "figure":
            self.figures.append(Named(target, link.line))
            return FigureMention(words, target)
        if not values.is_url(link.href):
            allowed = values.URL_ALLOWED if scheme in ("http", "https") else _TARGETS
            self.fault(link.line, f"a link leads to {shown(link.href)}", allowed)
            return Text(words)
        return Link(words, link.href)


def _loose(line: Line) -> str:
    """The words of a line that nothing in it gives a source for."""
    if any(isinstance(span, Citation | Link) for span in line):
        return ""
    return plain(tuple(span for span in line if not isinstance(span, FigureMention)))


def _marked(text: str, marked: tuple[bool, bool]) -> Text | Emphasis:
    emphasis, strong = marked
    return Emphasis(text, strong) if emphasis or strong else Text(text)


def _tidy(spans: list[Span]) -> Line:
    """The spans with neighbours of one sort joined, single spaces, and none around the line."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if isinstance(span, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + span.text)
        elif (
            isinstance(span, Emphasis) and isinstance(last, Emphasis) and last.strong == span.strong
        ):
            joined[-1] = Emphasis(last.text + span.text, span.strong)
        else:
            joined.append(span)
    end = len(joined) - 1
    tidied = (_trimmed(span, number == 0, number == end) for number, span in enumerate(joined))
    return tuple(span for span in tidied if isinstance(span, Citation) or span.text)


def _trimmed(span: Span, first: bool, last: bool) -> Span:
    if not isinstance(span, Text | Emphasis):
        return span
    text = re.sub(r"\s+", " ", span.text)
    text = text.lstrip() if first else text
    return replace(span, text=text.rstrip() if last else text)
