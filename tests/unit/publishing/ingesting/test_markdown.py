"""What is written as Markdown is read back as the same words in the same places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldcat.domain import entry as domain
from fieldcat.domain.entry import SectionRole
from fieldcat.publishing.body import Body, BodyReader
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.ingesting.cleaning import without_unseen
from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Section,
    Span,
    Table,
    plain,
)
from fieldcat.publishing.ingesting.limits import fitted_sections
from fieldcat.publishing.ingesting.markdown import written_sections
from fieldcat.publishing.mentions import Asset

ASSET = Asset("assets/x.png", "0" * 64, 8, 8)


def read(sections: tuple[Section, ...]) -> tuple[Body, FaultLog]:
    text = without_unseen(written_sections(sections, lambda picture: picture.name))
    log = FaultLog("x.md")
    return BodyReader("tales", log, lambda _source, _line: ASSET).sections(text, 1), log


def section(*blocks: Block, title: str = "A title") -> Section:
    return Section(title, SectionRole.IMPACT, blocks)


def only_block(block: Block) -> domain.Block:
    body, log = read((section(block),))
    assert log.found == []
    ((found,),) = (part.blocks for part in body.sections)
    return found


def words(text: str) -> str:
    return " ".join(without_unseen(" ".join(text.split())).split())


def comparable_block(block: Block) -> object:
    """The words of a block in the shape that reading gives them."""

    def said(line: Line) -> str:
        return words(plain(line))

    match block:
        case Paragraph(line):
            return ("paragraph", said(line))
        case Heading(line):
            return ("heading", said(line))
        case Listing(points, ordered):
            return ("list", ordered, tuple(map(comparable_point, points)))
        case Quotation(lines, said_by):
            return ("quotation", tuple(map(said, lines)), said(said_by))
        case Table(rows):
            return ("table", tuple(tuple(map(said, row)) for row in rows))
        case Picture():
            return ("picture", words(block.alternative), words(block.caption))


def comparable_point(point: Point) -> object:
    return (words(plain(point.line)), tuple(map(comparable_point, point.points)))


def comparable(block: domain.Block) -> object:
    def said(line: domain.Line) -> str:
        return words(domain.plain(line))

    def item(one: domain.ListItem) -> object:
        return (said(one.line), tuple(map(item, one.children)))

    match block:
        case domain.Paragraph():
            return ("paragraph", said(block.line))
        case domain.Heading():
            return ("heading", said(block.line))
        case domain.ListBlock():
            return ("list", block.ordered, tuple(map(item, block.items)))
        case domain.Quotation():
            return ("quotation", tuple(map(said, block.lines)), words(block.attribution))
        case domain.Table():
            return ("table", tuple(tuple(map(said, row)) for row in (block.header, *block.rows)))
        case domain.Picture():
            return ("picture", words(block.alternative), words(block.caption))
    raise AssertionError(block)


signs = st.sampled_from(list("*_`[]()<>&#{}|\\!-+=~.:;1a b\"'—–^/@é中\n"))
marked_words = st.lists(
    signs | st.sampled_from(["![", "](http://x.y)", "[^n]", "{#id}", "&amp;", "<b>", "1. ", "***"]),
    max_size=12,
).map("".join)
texts = marked_words | st.text(max_size=20)
filled = texts.filter(lambda text: bool(without_unseen(text).strip()))
plain_spans = st.builds(Span, texts, st.booleans(), st.booleans())
links = st.builds(
    lambda text, path: Span(text, url=f"https://example.org/{path}"),
    filled,
    st.from_regex(r"[a-z0-9()&;=_*~.,-]{0,12}", fullmatch=True),
)
notes = st.sampled_from(["one", "note-2"]).map(lambda id: Span("", note=id))
lines = st.lists(plain_spans | links, max_size=4).map(tuple)
full_lines = lines.filter(lambda line: bool(words(plain(line))))
points = st.recursive(
    st.builds(Point, full_lines),
    lambda below: st.builds(Point, full_lines, st.lists(below, max_size=2).map(tuple)),
    max_leaves=4,
)


def _deep(point: Point, depth: int = 1) -> int:
    return max((_deep(below, depth + 1) for below in point.points), default=depth)


tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(lines, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3
    ).map(lambda rows: Table(tuple(rows)))
)
blocks = st.one_of(
    st.builds(Paragraph, full_lines),
    st.builds(Heading, full_lines),
    st.builds(
        Listing,
        st.lists(points.filter(lambda p: _deep(p) <= 4), min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    st.builds(Quotation, st.lists(full_lines, min_size=1, max_size=3).map(tuple), lines),
    tables,
)


@settings(max_examples=100)
@given(st.lists(blocks, min_size=1, max_size=4))
def test_all_blocks_come_back(found: list[Block]) -> None:
    body, log = read((section(*found),))

    assert log.found == []
    assert [comparable(block) for block in body.sections[0].blocks] == [
        comparable_block(block) for block in found
    ]


@settings(max_examples=60)
@given(st.lists(filled, min_size=1, max_size=4))
def test_headings_of_sections_come_back_each_with_an_id_of_its_own(titles: list[str]) -> None:
    some = Paragraph((Span("Some words."),))
    body, log = read(tuple(section(some, title=title) for title in titles))

    assert log.found == []
    assert [words(found.title) for found in body.sections] == list(map(words, titles))
    assert len({found.id for found in body.sections}) == len(titles)


@settings(max_examples=60)
@given(st.lists(plain_spans | links | notes, min_size=1, max_size=5).map(tuple))
def test_notes_are_cited_where_they_stand(line: Line) -> None:
    body, log = read((section(Paragraph((Span("Words"), *line))),))

    assert log.found == []
    cited = [citation.id for citation in body.citations]
    assert cited == [span.note for span in line if span.note]


def test_emphasis_and_links_come_back() -> None:
    line = (Span("A "), Span("strong", strong=True), Span(" "), Span("soft", emphasis=True))
    block = only_block(Paragraph((*line, Span(" "), Span("site", url="https://example.org/a(b)"))))

    assert isinstance(block, domain.Paragraph)
    assert block.line == (
        domain.Text("A "),
        domain.Emphasis("strong", strong=True),
        domain.Text(" "),
        domain.Emphasis("soft"),
        domain.Text(" "),
        domain.Link("site", "https://example.org/a(b)"),
    )


def test_emphasis_that_markdown_could_not_tell_gives_way_to_the_words() -> None:
    block = only_block(Paragraph((Span("a"), Span("“b”", strong=True), Span("c"))))

    assert isinstance(block, domain.Paragraph)
    assert block.line == (domain.Text("a“b”c"),)


@pytest.mark.parametrize("ordered", [False, True])
def test_two_lists_in_a_row_stay_two(ordered: bool) -> None:
    lists = [Listing((Point((Span(word),)),), ordered) for word in ("one", "two", "three")]
    body, _ = read((section(*lists),))

    assert [len(block.items) for block in body.sections[0].blocks] == [1, 1, 1]


def test_a_picture_comes_back_with_its_words_and_caption() -> None:
    picture = Picture("assets/x.png", b"", "A [map] of `x`", 'The "north"')
    block = only_block(picture)

    assert isinstance(block, domain.Picture)
    assert (block.alternative, block.caption) == ("A (map) of 'x'", 'The "north"')


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(["word ", "A sentence. ", "[", "&", "x" * 900 + " "]), max_size=40),
    # Together no more than a whole text may have: what is longer is told of and left out.
    st.integers(1, 3),
)
def test_what_is_too_long_is_divided_and_nothing_is_lost(parts: list[str], times: int) -> None:
    text = "Begin " + "".join(parts) * times
    found = fitted_sections((section(Paragraph((Span(text),)), Listing((Point((Span(text),)),))),))

    body, log = read(found)
    assert log.found == []
    said = re.sub(r"\s", "", "".join(map(_said, body.sections[0].blocks)))
    assert said == re.sub(r"\s", "", text * 2)


def _said(block: domain.Block) -> str:
    if isinstance(block, domain.ListBlock):
        return "".join(domain.plain(item.line) for item in block.items)
    assert isinstance(block, domain.Paragraph)
    return domain.plain(block.line)


def test_the_limits_of_lists_tables_and_sections_are_kept() -> None:
    def point(depth: int) -> Point:
        line = (Span(f"level {depth}"),)
        return Point(line, () if depth == 7 else (point(depth + 1),))

    word = (Span("word"),)
    many = tuple(Point(word) for _ in range(1_200))
    wide = Table((tuple(word for _ in range(40)),))
    long = Table(tuple((word, word) for _ in range(1_200)))
    found = (section(Listing((point(1),)), Listing(many), wide, long),)
    full = (replace(section(), blocks=tuple(Paragraph(word) for _ in range(1_200))),)

    body, log = read(fitted_sections((*found, *full)))

    assert log.found == []
    assert max(len(part.blocks) for part in body.sections) <= 500
