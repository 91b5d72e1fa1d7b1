from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.domain.entry import (
    Citation,
    Emphasis,
    EntryId,
    EntryLink,
    FigureMention,
    Kind,
    Line,
    Link,
    Text,
)
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.mentions import Mention, Named, Prose
from fieldcat.publishing.spans import LONGEST_PARAGRAPH, LineReader, markdown


@pytest.fixture
def reader() -> LineReader:
    return LineReader(markdown(), "tales", FaultLog("a.md"), "text")


def spans(reader: LineReader, text: str) -> Line:
    line = reader.line(text, 1)
    assert not reader.log.found, reader.log.found
    return line


def problems(reader: LineReader, text: str, line: int = 1) -> list[str]:
    reader.line(text, line)
    return [fault.problem for fault in reader.log.found]


def test_words_are_text(reader: LineReader) -> None:
    assert spans(reader, "Plain words.") == (Text("Plain words."),)


def test_emphasis_and_strong_emphasis(reader: LineReader) -> None:
    assert spans(reader, "A *word* and **two** and ***both***.") == (
        Text("A "),
        Emphasis("word"),
        Text(" and "),
        Emphasis("two", strong=True),
        Text(" and "),
        Emphasis("both", strong=True),
        Text("."),
    )


def test_links_to_the_web_keep_their_address_as_it_is_written(reader: LineReader) -> None:
    assert spans(reader, "[a *site*](https://example.org/ä?q=1&r=2)") == (
        Link("a site", "https://example.org/ä?q=1&r=2"),
    )


def test_an_address_in_angle_brackets_is_a_link(reader: LineReader) -> None:
    assert spans(reader, "<https://example.org>") == (
        Link("https://example.org", "https://example.org"),
    )


def test_links_to_entries_and_terms_are_kept_as_mentions(reader: LineReader) -> None:
    police = EntryId("tales", Kind.ORGANISATION, "police")
    grooming = EntryId("tales", Kind.TERM, "grooming")
    other = EntryId("others", Kind.TOOL, "saw")

    text = "[Police](entry:organisation/police)\n[g](term:grooming) [s](entry:others/tool/saw)"

    assert spans(reader, text) == (
        EntryLink("Police", police),
        Text(" "),
        EntryLink("g", grooming),
        Text(" "),
        EntryLink("s", other),
    )
    assert reader.entries == [
        Mention(police, 1, "text"),
        Mention(grooming, 2, "text"),
        Mention(other, 2, "text"),
    ]


def test_the_words_that_state_a_figure(reader: LineReader) -> None:
    assert spans(reader, "[over 218,000 reports](figure:reports)") == (
        FigureMention("over 218,000 reports", "reports"),
    )
    assert reader.figures == [Named("reports", 1)]


def test_citations_are_numbered_as_they_come_first(reader: LineReader) -> None:
    assert spans(reader, "One[^b] *two*[^a][^b].") == (
        Text("One"),
        Citation("b", 1),
        Text(" "),
        Emphasis("two"),
        Citation("a", 2),
        Citation("b", 1),
        Text("."),
    )
    assert spans(reader, "Next[^c]") == (Text("Next"), Citation("c", 3))


def test_signs_can_be_written_as_themselves(reader: LineReader) -> None:
    assert spans(reader, r"\*not\* \[^this\] &amp; 3 < 4 [sic]") == (
        Text("*not* [^this] & 3 < 4 [sic]"),
    )


def test_line_breaks_are_spaces(reader: LineReader) -> None:
    assert spans(reader, "one\ntwo  \nthree\\\nfour *five\nsix* [seven\neight](https://e.org)") == (
        Text("one two three four "),
        Emphasis("five six"),
        Text(" "),
        Link("seven eight", "https://e.org"),
    )


def test_the_writers_words_are_kept_with_their_line_and_quoted_ones_are_not(
    reader: LineReader,
) -> None:
    reader.line("*My* words[^a]", 7)
    reader.line("Their words", 8, quoted=True)

    assert reader.prose == [Prose("My words", 7, "text")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A <b>word</b>", "has raw HTML: “<b>”"),
        ("A <!-- secret --> word", "has raw HTML: “<!-- secret -->”"),
        ("A `word`", "has code: “word”"),
        ("A ![picture](assets/a.png) among words", "has a picture among words"),
        ("[a](javascript:alert(1))", "a link leads to “javascript:alert(1)”"),
        ("[a](file:///etc/passwd)", "a link leads to “file:///etc/passwd”"),
        ("[a](www.example.org)", "a link leads to “www.example.org”"),
        ("[a](https://me@example.org)", "a link leads to “https://me@example.org”"),
        ("<me@example.org>", "a link leads to “mailto:me@example.org”"),
        ("[](https://example.org)", "a link has no words: “https://example.org”"),
        ('[a](https://example.org "t")', "a link has a title that no reader sees"),
        ("[a](entry:police)", "“police” names no entry"),
        ("[a](entry:organization/police)", "“organization” is no kind of entry"),
        ("[a](entry:organisation/Police)", "“Police” is no slug"),
        ("[a](entry:UP/tool/saw)", "“UP” is no id of a collection"),
        ("[a](term:)", "“” is no slug"),
        ("[a] (term:grooming)", "has a link that is not complete"),
        ("[a](term: grooming)", "has a link that is not complete"),
        ("See [^a", "has a citation that is not complete"),
        ("See [^]", "has a citation that is not complete"),
        ("[words[^a]](https://example.org)", "has a citation within the words of a link"),
        ("Words {#id} and more", "has { } within a paragraph"),
        ("See {figure=reports} here", "has { } within a paragraph"),
    ],
)
def test_everything_else_is_a_fault(reader: LineReader, text: str, problem: str) -> None:
    assert problem in problems(reader, text)


def test_a_fault_is_in_the_line_where_it_stands(reader: LineReader) -> None:
    reader.line("one\ntwo `code`\nthree", 10)

    assert reader.log.found[0].line == 11


def test_a_paragraph_has_an_end(reader: LineReader) -> None:
    assert problems(reader, "a" * (LONGEST_PARAGRAPH + 1)) == ["is too much for one paragraph"]


@pytest.mark.parametrize("mark", ["[", "![", "*a **b ", "<", "`", "[](", "&a", "\\", "_*"])
def test_no_run_of_marks_takes_long(reader: LineReader, mark: str) -> None:
    with in_good_time():
        reader.line((mark * LONGEST_PARAGRAPH)[:LONGEST_PARAGRAPH], 1)


@given(st.text(alphabet="ab[]()<>*_`^!\\{}#=&:;/.\n \u0301é", max_size=80))
def test_any_text_is_read(text: str) -> None:
    reader = LineReader(markdown(), "tales", FaultLog("a.md"), "text")

    for span in reader.line(text, 1):
        assert isinstance(span, Citation) or span.text
