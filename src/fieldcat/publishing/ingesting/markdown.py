"""Writing blocks as the Markdown of a workspace, so that reading it gives the same words back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.ingesting.cleaning import cleaned
from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Section,
    Span,
    Table,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<&{}]")
_ENTITY = re.compile(r"&(?:#[0-9xX]|[a-zA-Z])")
_TAG = re.compile(r"<[a-zA-Z/!?]")
# What begins another block than a paragraph, where it begins a line.
_BEGINS = re.compile(r"[#>+~=|-]|\d{1,9}(?=[.)])")
_NOT_IN_ALTERNATIVE = str.maketrans({"[": "(", "]": ")", "\\": "/", "`": "'", "<": "‹"})


Place = Callable[[Picture], str]
"""Says which file of the workspace shows a picture."""


def written_sections(sections: Iterable[Section], place: Place) -> str:
    """The text of an entry. Ids of sections are made of their headings' words, each once."""
    taken: set[str] = set()
    parts: list[str] = []
    for section in sections:
        title = escaped(cleaned(section.title).strip())
        parts.append(f"## {title} {{#{_id(section, taken)} role={section.role}}}")
        parts += _blocks(section.blocks, place)
    return "\n\n".join(parts) + "\n" if parts else ""


def escaped(text: str) -> str:
    """Words that Markdown, and what a workspace adds to it, takes for nothing but words."""
    return _SPECIAL.sub(lambda match: _escape(match, text), text)


def written_line(line: Sequence[Span]) -> str:
    """A line on one line. Emphasis that Markdown could not tell from plain signs is dropped."""
    written = ""
    marked = False
    spans = _joined(line)
    for number, span in enumerate(spans):
        if (span.note or span.url) and written.endswith("!"):
            written = f"{written[:-1]}\\!"  # else it were a picture
        if span.note:
            written += f"[^{span.note}]"
        elif span.url:
            written += f"[{escaped(span.text)}]({_destination(span.url)})"
        elif (span.strong or span.emphasis) and not marked:
            after = _first(spans[number + 1]) if number + 1 < len(spans) else " "
            words = _emphasised(span, written[-1:] or " ", after)
            marked = words is not None
            written += escaped(span.text) if words is None else words
            continue
        else:
            written += escaped(span.text)
        marked = False
    return written.strip()


def _escape(match: re.Match[str], text: str) -> str:
    sign, at = match[0], match.start()
    if sign == "{":
        return "&#123;"
    if sign == "}":
        return "&#125;"
    if sign == "&":
        return "&amp;" if _ENTITY.match(text, at) else "&"
    if sign == "<":
        return "\\<" if _TAG.match(text, at) else "<"
    if sign == "_" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum():
        return "_"
    return f"\\{sign}"


def _id(section: Section, taken: set[str]) -> str:
    base = slug_of(section.title) or section.role.value
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found


def _blocks(blocks: Iterable[Block], place: Place) -> Iterator[str]:
    before: Block | None = None
    other = False
    for block in blocks:
        if isinstance(block, Listing):
            # Two lists of one sort in a row are told apart by another sign.
            same = isinstance(before, Listing) and before.ordered == block.ordered
            other = same and not other
            yield "\n".join(_points(block.points, block.ordered, other, ""))
        elif isinstance(block, Paragraph):
            yield _paragraph(block.line)
        elif isinstance(block, Heading):
            yield f"### {_closed(written_line(block.line))}"
        elif isinstance(block, Quotation):
            yield _quotation(block)
        elif isinstance(block, Table):
            yield "\n".join(_table(block))
        else:
            yield _picture(block, place(block))
        before = block


def _paragraph(line: Sequence[Span]) -> str:
    return _begun(written_line(line))


def _begun(text: str) -> str:
    """A text at the beginning of a line: what would begin a list, a heading, … does not."""
    match = _BEGINS.match(text)
    if match is None:
        return text
    if match[0][0].isdigit():
        return f"{match[0]}\\{text[match.end() :]}"
    return f"\\{text}"


def _closed(heading: str) -> str:
    """A heading whose last signs are not taken for its end."""
    return re.sub(r"#(?=#*$)", r"\\#", heading)


def _points(points: Iterable[Point], ordered: bool, other: bool, indent: str) -> Iterator[str]:
    for number, point in enumerate(points, 1):
        sign = f"{number}{')' if other else '.'}" if ordered else "*" if other else "-"
        yield f"{indent}{sign} {_paragraph(point.line)}"
        yield from _points(point.points, False, False, indent + " " * (len(sign) + 1))


def _quotation(block: Quotation) -> str:
    # A dash at the beginning says who said it: those amid the words are written otherwise.
    said = [re.sub("^—", "&mdash;", _paragraph(line)) for line in block.lines]
    if block.said_by:
        said.append(f"— {written_line(block.said_by)}")
    return "\n>\n".join(f"> {line}" for line in said)


def _table(block: Table) -> Iterator[str]:
    for number, row in enumerate(block.rows):
        cells = (written_line(cell).replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * len(row)}"


def _picture(block: Picture, file: str) -> str:
    alternative = cleaned(block.alternative).translate(_NOT_IN_ALTERNATIVE)
    caption = cleaned(block.caption).replace("\\", "\\\\").replace('"', '\\"')
    return f'![{alternative}]({file} "{caption}")' if caption else f"![{alternative}]({file})"


def _destination(url: str) -> str:
    return re.sub(r"&(?=[#a-zA-Z0-9]+;)", "&amp;", re.sub(r"([()])", r"\\\1", url))


def _joined(line: Sequence[Span]) -> list[Span]:
    """The spans with neighbours of one sort joined, and white space outside of emphasis."""
    joined: list[Span] = []
    for span in (part for whole in line for part in _parted(_cleaned(whole))):
        last = joined[-1] if joined else None
        if last is not None and _alike(last, span):
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return joined


def _alike(one: Span, other: Span) -> bool:
    """Whether two neighbours are one: words that are set apart in the same way."""
    bare = not (one.note or other.note or one.url or other.url)
    return bare and (one.strong, one.emphasis) == (other.strong, other.emphasis)


def _cleaned(span: Span) -> Span:
    text = cleaned(span.text)
    return span if text == span.text else replace(span, text=text)


def _parted(span: Span) -> Iterator[Span]:
    """A span whose white space at its ends is outside of its marks."""
    words = span.text.strip()
    if span.note or not (span.strong or span.emphasis or span.url):
        if span.note or span.text:
            yield span
    elif not words:
        yield from (Span(" ") for _ in span.text[:1])
    else:
        if span.text[0].isspace():
            yield Span(" ")
        yield span if words == span.text else replace(span, text=words)
        if span.text[-1].isspace():
            yield Span(" ")


def _first(span: Span) -> str:
    return "[" if span.note or span.url else span.text[:1] or " "


def _emphasised(span: Span, before: str, after: str) -> str | None:
    """The words between their marks, or None where the marks would be taken for plain signs."""
    opens = not _is_punctuation(span.text[0]) or before.isspace() or _is_punctuation(before)
    closes = not _is_punctuation(span.text[-1]) or after.isspace() or _is_punctuation(after)
    if not opens or not closes:
        return None
    mark = "**" if span.strong else "*"
    return f"{mark}{escaped(span.text)}{mark}"


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
