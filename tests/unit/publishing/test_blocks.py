from __future__ import annotations

from fieldcat.domain.entry import (
    Block,
    Emphasis,
    FigureCards,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Table,
    Text,
)
from fieldcat.publishing.body import BodyReader
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.mentions import Asset, Named

MAP = Asset("assets/map.png", "f00d", 640, 480)


def find_map(source: str, _line: int) -> Asset | None:
    return MAP if source == MAP.file else None


def read(text: str) -> tuple[tuple[Block, ...], list[tuple[int, str]]]:
    """The blocks of a section whose text starts in line 2."""
    log = FaultLog("a.md")
    body = BodyReader("tales", log, find_map).sections("## A {#a role=other}\n" + text, 1)
    found = [(fault.line, fault.problem) for fault in log.found]
    return body.sections[0].blocks, found


def only(text: str) -> Block:
    blocks, faults = read(text)
    assert not faults
    (block,) = blocks
    return block


def problems(text: str) -> list[tuple[int, str]]:
    return read(text)[1]


def item(words: str, *children: ListItem) -> ListItem:
    return ListItem(words.lower(), (Text(words),), children)


def test_a_paragraph_with_an_id_of_its_own() -> None:
    assert only("Some words. {#old}") == Paragraph("old", (Text("Some words."),))


def test_headings_of_the_third_level() -> None:
    assert only("### Lower {#low}") == Heading("low", (Text("Lower"),))


def test_lists_and_lists_under_them() -> None:
    assert only("- One\n- Two\n  1. Three\n- Four") == ListBlock(
        "list-one", (item("One"), item("Two", item("Three")), item("Four"))
    )


def test_numbered_lists() -> None:
    assert only("1. One\n2. Two") == ListBlock("list-one", (item("One"), item("Two")), ordered=True)


def test_an_item_keeps_its_id_and_the_first_ones_names_the_list() -> None:
    block = only("- One {#uno}\n- Two")

    assert isinstance(block, ListBlock)
    assert (block.id, block.items[0].id) == ("list-uno", "uno")


def test_a_quotation_and_who_said_it() -> None:
    assert only(
        "> Their *words*\n> go on.\n>\n> More. {#said}\n>\n> — Ruby, survivor"
    ) == Quotation(
        "said",
        (
            (Text("Their "), Emphasis("words"), Text(" go on.")),
            (Text("More."),),
        ),
        "Ruby, survivor",
    )


def test_a_quotation_of_nobody() -> None:
    assert only("> Words.") == Quotation("words", ((Text("Words."),),))


def test_a_table() -> None:
    assert only("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 |   |") == Table(
        "table-a-b",
        ((Text("A"),), (Text("B"),)),
        (((Text("1"),), (Text("2"),)), ((Text("3"),), ())),
    )


def test_a_table_keeps_its_id_from_a_cell() -> None:
    assert only("| A |\n|---|\n| 1 {#old} |").id == "old"


def test_a_picture_is_known_by_its_bytes() -> None:
    assert only('![A map](assets/map.png "Where"){#map}') == Picture(
        "map", "f00d", "A map", "Where", 640, 480
    )


def test_the_place_of_figure_cards() -> None:
    assert only("{figure=reports, addresses}") == FigureCards(
        "figures-reports-addresses", ("reports", "addresses")
    )


def test_figure_cards_are_kept_with_their_line() -> None:
    reader = BodyReader("tales", FaultLog("a.md"), find_map)

    body = reader.sections("## A {#a role=other}\n\n{figure=reports}", 1)

    assert body.cards == (Named("reports", 3),)


def test_what_is_not_allowed_is_named() -> None:
    text = "<div>\n\n    code\n\n```\ncode\n```\n\n***\n\n#### Deep\n\n# High\n"

    assert problems(text) == [
        (2, "has raw HTML"),
        (4, "has code (a line that starts with four spaces)"),
        (6, "has a code block"),
        (10, "has a rule"),
        (12, "has a heading of level 4"),
        (14, "has a heading of level 1"),
    ]


def test_a_definition_of_a_link_does_not_vanish() -> None:
    assert only("[word]: https://example.org") == Paragraph(
        "word-https-example-org", (Text("[word]: https://example.org"),)
    )


def test_an_item_of_a_list_is_one_paragraph() -> None:
    assert problems("- One\n\n  Two\n- > Three\n-") == [
        (4, "an item of a list holds more than a paragraph"),
        (5, "an item of a list has no words of its own"),
        (6, "an item of a list has no words of its own"),
    ]


def test_lists_are_not_deeper_than_four() -> None:
    assert problems("- a\n  - b\n    - c\n      - d\n        - e\n") == [
        (6, "has lists in lists in lists")
    ]


def test_a_numbered_list_starts_at_one() -> None:
    assert problems("3. Three\n") == [(2, "a numbered list does not start at 1")]


def test_a_quotation_holds_paragraphs_and_the_speaker_comes_last() -> None:
    assert problems("> - a\n\nx\n\n> Words\n> — Ruby\n\nx\n\n> — Ruby\n") == [
        (2, "a quotation holds more than paragraphs"),
        (2, "a quotation has no words"),
        (6, "who said it stands amid the words"),
        (11, "a quotation has no words"),
    ]


def test_a_picture_needs_words_and_a_file() -> None:
    assert problems("![](assets/map.png)") == [
        (2, "a picture has no words for those who cannot see it")
    ]
    assert read("![A cat](assets/cat.png)") == ((), [])


def test_other_attributes_at_the_end_of_a_block_are_faults() -> None:
    assert problems("Words {.large}\n\n- Item {colour=red}\n") == [
        (2, "ends with “{.large}”"),
        (4, "ends with “{colour=red}”"),
    ]


def test_a_heading_has_words() -> None:
    assert problems("###\n") == [(2, "has a heading without words")]


def test_a_fault_in_a_table_is_in_its_row() -> None:
    assert problems("| A |\n|---|\n| 1 |\n| `2` |") == [(5, "has code: “2”")]
