from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from tests import strategies

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Entry,
    EntryId,
    Figure,
    Head,
    HelpService,
    Kind,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Party,
    Quotation,
    Section,
    SectionRole,
    Source,
    Table,
    Term,
    Text,
    Tool,
)
from fieldcat.domain.taxonomy import Collection, Concept, Vocabulary
from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.records import (
    RECORD_FORMAT,
    decode_collection,
    decode_entry,
    decode_head,
    decode_vocabulary,
    encode_collection,
    encode_entry,
    encode_head,
    encode_vocabulary,
)
from fieldcat.records.limits import MAX_LIST_DEPTH, MAX_RECORD_BYTES

HEAD = Head(
    id=EntryId("fieldcat", Kind.CASE_STUDY, "a-study"),
    title="A study",
    summary="What was done.",
    language="en",
    source=Source("https://example.org/a", "2024-10-11"),
    year=2024,
)
ENTRY = Entry(HEAD, CaseStudy())


def with_blocks(*blocks: Any) -> Entry:
    return replace(ENTRY, sections=(Section("s", SectionRole.OTHER, "S", blocks),))


def changed(change: Callable[[dict[str, Any]], object], entry: Entry = ENTRY) -> bytes:
    """The bytes of an entry after something was done to its record."""
    envelope = json.loads(encode_entry(entry))
    change(envelope["record"])
    return json.dumps(envelope).encode()


# --- round trips ------------------------------------------------------------------------------

# A whole entry is much to draw.
some = settings(max_examples=40)


@some
@given(strategies.entries())
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    assert decode_entry(encode_entry(entry)) == entry


@some
@given(strategies.heads())
def test_a_head_comes_back_as_it_was(head: Head) -> None:
    assert decode_head(encode_head(head)) == head


@some
@given(strategies.vocabularies)
def test_a_vocabulary_comes_back_as_it_was(vocabulary: Vocabulary) -> None:
    assert decode_vocabulary(encode_vocabulary(vocabulary)) == vocabulary


@some
@given(strategies.collections)
def test_a_collection_comes_back_as_it_was(collection: Collection) -> None:
    assert decode_collection(encode_collection(collection)) == collection


@some
@given(strategies.entries())
def test_an_entry_that_was_read_is_written_as_the_same_bytes(entry: Entry) -> None:
    written = encode_entry(entry)
    assert encode_entry(decode_entry(written)) == written


def test_no_digit_of_a_figure_is_lost() -> None:
    figure = Figure("f", Decimal("218000.10"), "reports", "taken", "s")
    (back,) = decode_entry(encode_entry(replace(ENTRY, figures=(figure,)))).figures
    assert str(back.value) == "218000.10"


def test_a_record_says_its_format_and_plain_words_stay_plain() -> None:
    envelope = json.loads(encode_entry(with_blocks(Paragraph("p", (Text("Words."),)))))
    assert envelope["format"] == RECORD_FORMAT
    assert envelope["record"]["sections"][0]["blocks"] == [
        {"block": "paragraph", "id": "p", "line": ["Words."]}
    ]


# --- versions ---------------------------------------------------------------------------------


def test_an_unknown_field_is_ignored() -> None:
    data = changed(lambda record: record["head"].update(invented=[{"deep": 1}]))
    assert decode_entry(data) == ENTRY


def test_a_newer_major_format_is_refused_even_if_it_could_be_read() -> None:
    envelope = json.loads(encode_entry(ENTRY)) | {"format": RECORD_FORMAT + 1}
    with pytest.raises(NewerFormatError) as caught:
        decode_entry(json.dumps(envelope).encode())
    assert caught.value.data == {"found": RECORD_FORMAT + 1, "known": RECORD_FORMAT}


def test_a_newer_major_format_is_refused_as_newer_where_it_cannot_be_read() -> None:
    with pytest.raises(NewerFormatError):
        decode_entry(b'{"format": 7, "record": ["wholly", "different"]}')


@pytest.mark.parametrize("format", [0, -1, "1", None, 1.5])
def test_a_format_that_never_was_is_refused(format: object) -> None:
    with pytest.raises(RecordError):
        decode_entry(json.dumps({"format": format, "record": {}}).encode())


# --- what a stranger may send -----------------------------------------------------------------

WRAP = '{{"format": 1, "record": {}}}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"SQLite format 3\x00",
        b"[]",
        b"null",
        WRAP.format("null").encode(),
        WRAP.format("NaN").encode(),
        WRAP.format("1e999").encode(),
        WRAP.format("[" * 100_000).encode(),
        WRAP.format("[" * 100_000 + "]" * 100_000).encode(),
        WRAP.format('{"a":' * 100_000 + "1" + "}" * 100_000).encode(),
        WRAP.format('"\\ud800"').encode(),
        WRAP.format("9" * 100_000).encode(),
        b'{"format": ' + b"9" * 100_000 + b', "record": {}}',
        encode_entry(ENTRY)[:-3],
        encode_entry(ENTRY) + b"}",
        encode_entry(ENTRY).replace(b"A study", b"\xff\xfe"),
        encode_entry(ENTRY).replace(b"A study", b"\xed\xa0\x80"),
    ],
)
def test_bytes_that_are_no_record_are_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_entry(data)


def test_a_record_beyond_the_size_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(RecordError, match="bytes"):
        decode_entry(b" " * (MAX_RECORD_BYTES + 1))


def test_a_nested_list_beyond_all_recursion_is_refused() -> None:
    depth = 20_000
    item = '{"id":"i","line":[],"children":[' * depth + "]}" * depth
    block = f'{{"block":"list","id":"b","items":[{item}]}}'
    section = f'{{"id":"s","role":"other","title":"","blocks":[{block}]}}'
    data = encode_entry(ENTRY)[:-2] + f',"sections":[{section}]}}}}'.encode()
    with pytest.raises(RecordError):
        decode_entry(data)


def nested(depth: int) -> Entry:
    item = ListItem("i0", ())
    for level in range(1, depth):
        item = ListItem(f"i{level}", (), (item,))
    return with_blocks(ListBlock("b", (item,)))


def test_a_list_may_be_nested_to_the_limit() -> None:
    entry = nested(MAX_LIST_DEPTH)
    assert decode_entry(encode_entry(entry)) == entry


@pytest.mark.parametrize("depth", [MAX_LIST_DEPTH + 1, 300])
def test_a_list_nested_deeper_is_refused(depth: int) -> None:
    with pytest.raises(RecordError, match="deeper"):
        encode_entry(nested(depth))


def test_a_list_nested_beyond_recursion_is_refused_when_written() -> None:
    with pytest.raises(RecordError):
        encode_entry(nested(5_000))


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(RecordError, match="unequal"):
        encode_entry(with_blocks(Table("t", ((), ()), (((),),))))


def test_a_part_of_another_kind_is_refused() -> None:
    with pytest.raises(RecordError, match="another kind"):
        encode_entry(replace(ENTRY, part=Tool()))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "fieldcat/rumour/a-study"),
        ("id", "../../etc/passwd"),
        ("title", ""),
        ("title", "\u202e"),
        ("title", "x" * 301),
        ("title", 7),
        ("summary", "x" * 2_001),
        ("language", "../en"),
        ("year", 99_999),
        ("year", 2024.5),
        ("revision", 0),
        ("translates", -1),
        ("countries", ["co"]),
        ("countries", ["CO\n"]),
        ("countries", ["CO"] * 301),
        ("regions", ["world"]),
        ("topics", ["Not a slug"]),
        ("topics", "schools"),
        ("source", {"url": "javascript:alert(1)", "date": "2024"}),
        ("source", {"url": "https://example.org", "date": "last year"}),
        ("organisations", [{"organisation": "red-papaz", "name": "Red PaPaz", "role": "lead"}]),
    ],
)
def test_a_value_beyond_the_limits_is_refused_and_its_field_named(field: str, value: Any) -> None:
    data = changed(lambda record: record["head"].update({field: value}))
    with pytest.raises(RecordError) as caught:
        decode_entry(data)
    assert str(caught.value.data["field"]).startswith(f"head.{field}")
    assert caught.value.data["reason"]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e5", "", "12,5", "9" * 40, 12, "0x1F", "²"])
def test_a_figure_that_is_no_plain_number_is_refused(value: Any) -> None:
    figure = {"id": "f", "value": value, "unit": "", "counts": "", "section": "s"}
    data = changed(lambda record: record.update(figures=[figure]))
    with pytest.raises(RecordError):
        decode_entry(data)


@pytest.mark.parametrize("value", ["NaN", "-Infinity", "1E+999999999", "1E-999999999", "1e18"])
def test_a_figure_that_is_no_plain_number_is_not_written(value: str) -> None:
    figure = Figure("f", Decimal(value), "", "", "s")
    with pytest.raises(RecordError):
        encode_entry(replace(ENTRY, figures=(figure,)))


@pytest.mark.parametrize(
    "entry",
    [
        with_blocks(Paragraph("p", (Link("here", "file:///etc/passwd"),))),
        with_blocks(Paragraph("p", (Text("x" * 20_001),))),
        with_blocks(Paragraph("p", (Text("\ud800"),))),
        with_blocks(*[Paragraph("p", ())] * 501),
        replace(ENTRY, part=CaseStudy(started="x" * 301)),
        replace(
            ENTRY,
            head=replace(HEAD, id=EntryId("fieldcat", Kind.HELP_SERVICE, "a")),
            part=HelpService("hotline", HEAD.id, channels=(Channel("pigeon", "x"),)),
        ),
    ],
)
def test_what_could_not_be_read_again_is_not_written(entry: Entry) -> None:
    with pytest.raises(RecordError):
        encode_entry(entry)


def test_a_vocabulary_beyond_the_limits_is_not_written() -> None:
    with pytest.raises(RecordError):
        encode_vocabulary(Vocabulary("topics", 1, "", "", ()))


def test_a_word_s_languages_give_the_same_bytes_in_any_order() -> None:
    def coded(labels: dict[str, str]) -> bytes:
        concept = Concept("schools", "Schools", labels=labels)
        return encode_vocabulary(Vocabulary("topics", 1, "Topic", "Ours", (concept,)))

    assert coded({"fr": "Écoles", "es": "Escuelas"}) == coded({"es": "Escuelas", "fr": "Écoles"})


def test_a_word_in_one_language_gives_the_bytes_that_it_gave_before_there_were_more() -> None:
    data = encode_vocabulary(Vocabulary("topics", 1, "Topic", "Ours", (Concept("a", "A"),)))
    assert b"labels" not in data


# --- direction tricks -------------------------------------------------------------------------

TRICK = "exe.\u202egpj\u2066\u2069"


def test_titles_and_names_lose_what_would_turn_them_around() -> None:
    party = Party(EntryId("fieldcat", Kind.ORGANISATION, "a"), TRICK, "lead")
    source = Source("https://example.org", "2024", TRICK, TRICK)
    head = replace(HEAD, title=TRICK, organisations=(party,), source=source)
    back = decode_head(encode_head(head))
    assert {back.title, back.organisation, back.source.title, back.source.publisher} == {"exe.gpj"}


def test_section_titles_and_attributions_lose_them_too() -> None:
    quotation = Quotation("q", (), attribution=TRICK)
    entry = replace(ENTRY, sections=(Section("s", SectionRole.OTHER, TRICK, (quotation,)),))
    (section,) = decode_entry(encode_entry(entry)).sections
    assert section.title == "exe.gpj"
    assert section.blocks == (replace(quotation, attribution="exe.gpj"),)


def test_names_in_the_part_of_a_kind_lose_them_too() -> None:
    head = replace(HEAD, id=EntryId("fieldcat", Kind.TERM, "a"))
    entry = Entry(head, Term(abbreviations=(TRICK,), synonyms=(TRICK,)))
    assert decode_entry(encode_entry(entry)).part == Term(("exe.gpj",), ("exe.gpj",))


def test_control_characters_in_a_title_become_spaces() -> None:
    head = replace(HEAD, title="A\ntitle\x00of\x85lines")
    assert decode_head(encode_head(head)).title == "A title of lines"


def test_marks_that_arabic_and_hebrew_need_stay() -> None:
    title = "خط\u200f المساعدة\u200e"
    assert decode_head(encode_head(replace(HEAD, title=title))).title == title


def test_the_text_itself_is_left_as_it_was_written() -> None:
    entry = with_blocks(Paragraph("p", (Text(TRICK),)))
    assert decode_entry(encode_entry(entry)) == entry
