"""HTML, as editors, plugins and word processors write it, becomes blocks and no word is lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldcat.publishing.ingesting.flow import Flow, Title, lines_of
from fieldcat.publishing.ingesting.html_reading import Page, read_html
from fieldcat.publishing.ingesting.items import (
    Listing,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Span,
    Table,
    Why,
    plain,
)

Told = list[tuple[Why, str]]


def read(html: str, **options: object) -> tuple[Flow, Told]:
    told: Told = []
    page = Page(lambda why, text: told.append((why, text)), **options)  # type: ignore[arg-type]  # the test says what it is
    found = read_html(html, page)
    return found.flow, told


def only(html: str) -> object:
    flow, _ = read(html)
    (block,) = flow
    return block


def texts(flow: Flow) -> list[str]:
    return [plain(line) for block in flow for line in lines_of(block)]


def told_of(html: str) -> Told:
    return read(html)[1]


TAGS = (
    *("p", "div", "h2", "h4", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "b", "a"),
    *("span", "section", "figure", "figcaption", "details", "summary", "dl", "dt", "dd", "pre"),
    *("sup", "nav", "form", "button", "script", "style", "select", "option", "cite", "em"),
)
pieces = st.one_of(
    st.integers(1, 30).map(lambda number: f" w{number} "),
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["<br>", "<hr>", "<br/><br/>", '<ol start="3">', "<!-- x -->", "&amp;"]),
    st.sampled_from([" • w1 ", " 1. w2 ", "<b>w3:</b>", "—", "[gallery ids=w4]", "[b_c]", "\n\n"]),
)


@settings(max_examples=80)
@given(st.lists(pieces, max_size=40).map("".join), st.booleans())
def test_every_word_of_any_soup_is_in_a_block_or_told(html: str, breaks: bool) -> None:
    flow, told = read(html, breaks=breaks)

    found = Counter(re.findall(r"w\d+", " ".join([*texts(flow), *(text for _, text in told)])))
    assert Counter(re.findall(r"w\d+", html)) - found == Counter()


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_read(html: str) -> None:
    read(html)


def test_soup_is_read_as_browsers_read_it() -> None:
    flow, _ = read("<h2>A</h2><p>one<b> two<p>three</b> four<li>five")

    assert texts(flow) == ["A", "one two", "three four", "five"]


@pytest.mark.parametrize("depth", [1_000, 30_000])
def test_elements_nested_without_end_are_read(depth: int) -> None:
    flow, _ = read("<div>" * depth + "words" + "</div>" * depth)

    assert "".join(texts(flow)).strip() == "words"


def test_lists_in_lists_stay_lists_in_lists() -> None:
    html = "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>"
    a, b, c, d = ((Span(word),) for word in "abcd")

    assert only(html) == Listing((Point(a, (Point(b, (Point(c),)),)), Point(d)))


def test_a_list_that_stands_between_items_belongs_to_the_one_before() -> None:
    assert only("<ul><li>a</li><ul><li>b</li></ul></ul>") == Listing(
        (Point((Span("a"),), (Point((Span("b"),)),)),)
    )


def test_a_list_that_goes_on_counting_keeps_its_numbers() -> None:
    flow, _ = read('<ol start="3"><li>c</li><li>d</li></ol>')

    assert texts(flow) == ["3. c", "4. d"]


def test_what_stands_in_an_item_follows_it() -> None:
    flow, _ = read("<ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li><li>d</li></ul>")

    assert [type(block) for block in flow] == [Listing, Table, Listing]


def test_lines_with_the_signs_of_a_list_are_one() -> None:
    flow, _ = read("<p>We do:<br>• one<br>• two</p><p>a<br>b</p><p>c<br><br>d</p>")

    assert texts(flow) == ["We do:", "one", "two", "a b", "c", "d"]
    assert isinstance(flow[1], Listing)


def test_a_table_has_rows_of_as_many_cells() -> None:
    html = (
        "<table><caption>T</caption><thead><tr><th rowspan=2>a</th><th colspan=2>b</th></tr>"
        "<tr><th>c</th><th>d</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
    )
    flow, _ = read(html)

    caption, table = flow
    assert isinstance(table, Table)
    assert texts([caption]) == ["T"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["a", "b", ""],
        ["", "c", "d"],
        ["1", "", ""],
    ]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    flow, _ = read("<table><tr><td><h2>A</h2><p>one</p></td><td><p>two</p></td></tr></table>")

    assert [type(block) for block in flow] == [Title, Paragraph, Paragraph]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Words.</p><cite>Ana</cite></blockquote>",
        "<blockquote><p>Words.</p><p>— Ana</p></blockquote>",
        "<figure><blockquote><p>Words.</p><footer>Ana</footer></blockquote></figure>",
    ],
)
def test_a_quotation_knows_who_said_it(html: str) -> None:
    assert only(html) == Quotation(((Span("Words."),),), (Span("Ana"),))


def test_links_lead_to_the_web_or_are_words() -> None:
    flow, told = read(
        '<p><a href="/a b">one</a> <a href="mailto:x@y.org">two</a>'
        ' <a href="javascript:x()">three</a> <a href="#top">four</a> <a href="tel:116">116</a></p>',
        base="https://example.org/x/",
    )

    assert isinstance(flow[0], Paragraph)
    assert flow[0].line == (
        Span("one", url="https://example.org/a%20b"),
        Span(" two three four 116"),
    )
    assert told == [(Why.ADDRESS, "mailto:x@y.org"), (Why.ADDRESS, "javascript:x()")]


def test_pictures_at_hand_are_taken_with_caption_and_words() -> None:
    picture = '<img src="a/map.png" alt="A map">'
    html = f"<figure>{picture}<figcaption>The <b>north</b></figcaption></figure>"
    flow, _ = read(html, find_picture={"a/map.png": b"png"}.get)

    assert flow == [Picture("map.png", b"png", "A map", "The north")]


def test_pictures_that_are_not_at_hand_are_told() -> None:
    html = '[caption id="x" width="3"]<img src="a.png" alt="A map"> The north[/caption]'
    flow, told = read(html)

    assert flow == []
    assert (Why.PICTURE_MISSING, "a.png A map The north") in told


def test_shortcodes_go_and_what_they_enclose_stays() -> None:
    html = "<p>[vc_row][vc_column width='1/2']Words[/vc_column][/vc_row] [sic] [1] [[code]]</p>"
    flow, told = read(html)

    assert texts(flow) == ["Words [sic] [1] [code]"]
    assert told[0][0] is Why.SHORTCODE
    assert "width='1/2'" in told[0][1]


def test_gutenbergs_marks_go_and_are_told_once() -> None:
    flow, told = read("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->")

    assert texts(flow) == ["a"]
    assert told == [(Why.EDITORS_MARK, "wp:paragraph\n/wp:paragraph")]


def test_embeds_and_scripts_go_and_are_told() -> None:
    told = told_of(
        '<iframe src="https://x.org/v">Film</iframe><script>a()</script><style>b</style>'
    )

    assert [why for why, _ in told] == [Why.EMBED, Why.SCRIPT, Why.SCRIPT]
    assert told[0][1] == "<iframe> https://x.org/v Film"


@pytest.mark.parametrize(
    "address",
    [
        "moc.elpmaxe@ofni",
        "gro.elpmaxobfsctd@ofni",
        "info [at] example [dot] org",
        "info(at)example.org",
    ],
)
def test_an_obfuscated_address_is_flagged_and_not_published(address: str) -> None:
    flow, told = read(f"<p>Write to {address} today.</p>")

    assert texts(flow) == ["Write to […] today."]
    assert told == [(Why.OBFUSCATED, address)]


@pytest.mark.parametrize("text", ["info@example.org", "us.army@mil.gov is one", "meet us @ noon"])
def test_other_addresses_are_words(text: str) -> None:
    assert texts(read(f"<p>{text}</p>")[0]) == [text]


def test_a_cloudflare_address_is_flagged() -> None:
    flow, told = read('<p><a class="__cf_email__" data-cfemail="7b">[email&#160;protected]</a></p>')

    assert texts(flow) == ["[…]"]
    assert told[0][0] is Why.OBFUSCATED


def test_paragraphs_of_the_classic_editor_are_told_by_empty_lines() -> None:
    flow, _ = read("One\nline.\n\nTwo <b>bold</b>.", breaks=True)

    assert texts(flow) == ["One line.", "Two bold."]


GUTENBERG = (
    '<p>Words<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup>.</p>'
    '<ol class="wp-block-footnotes"><li id="f1">A <a href="https://x.org/">source</a>.'
    ' <a href="#f1-link" aria-label="Jump">↩︎</a></li></ol>'
)
WORD = (
    '<p>Words<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>'
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> A <a href="https://x.org/">source</a>.</p>'
)


@pytest.mark.parametrize("html", [GUTENBERG, WORD], ids=["gutenberg", "word"])
def test_notes_are_joined_to_their_marks_by_links(html: str) -> None:
    found = read_html(html, Page(lambda _why, _text: None))

    (note,) = found.notes
    assert (note.text, note.url) == ("A source.", "https://x.org/")
    (paragraph,) = found.flow
    assert isinstance(paragraph, Paragraph)
    assert paragraph.line == (Span("Words"), Span("", note=note.id), Span("."))
