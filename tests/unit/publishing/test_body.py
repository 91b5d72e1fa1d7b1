from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.entry import Heading, Paragraph, Section, SectionRole, Text
from fieldcat.publishing.body import LONGEST_TEXT, Body, BodyReader
from fieldcat.publishing.faults import Fault, FaultLog


def read(text: str, first_line: int = 1) -> tuple[Body, list[Fault]]:
    log = FaultLog("a.md")
    return BodyReader("tales", log, lambda *_: None).sections(text, first_line), log.found


def problems(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.problem) for fault in read(text)[1]]


def test_headings_of_the_second_level_divide_the_text() -> None:
    body, faults = read(
        "## What changed {#impact role=impact}\nA lot.\n\n"
        '## Te Guío {#te-guio role=solution sensitive="It speaks of harm."}\n'
        "### More\nLess.\n"
    )

    assert not faults
    assert body.sections == (
        Section(
            "impact",
            SectionRole.IMPACT,
            "What changed",
            (Paragraph("a-lot", (Text("A lot."),)),),
        ),
        Section(
            "te-guio",
            SectionRole.SOLUTION,
            "Te Guío",
            (Heading("more", (Text("More"),)), Paragraph("less", (Text("Less."),))),
            "It speaks of harm.",
        ),
    )


def test_ids_of_blocks_are_unique_in_their_section_only() -> None:
    body, _ = read("## A {#a role=other}\nSame.\n\nSame.\n\n## B {#b role=other}\nSame.\n")

    assert [[block.id for block in section.blocks] for section in body.sections] == [
        ["same", "same-2"],
        ["same"],
    ]


def test_an_empty_text_has_no_sections() -> None:
    assert read("\n\n") == (Body(), [])


def test_text_before_the_first_section_is_one_fault() -> None:
    assert problems("Words.\n\nMore.\n\n## A {#a role=other}\nText.") == [
        (1, "has text before the first section")
    ]


def test_a_heading_needs_id_and_role() -> None:
    text = "## A\nText.\n\n## B {role=other}\nText.\n\n## C {#c}\nText.\n"

    assert problems(text) == [
        (1, "the heading “A” has no id and role"),
        (4, "the heading has no id"),
        (7, "the heading has no role"),
    ]


def test_a_misspelt_role_gets_the_nearest() -> None:
    _, (fault,) = read("## A {#a role=impcat}\nText.")

    assert fault.problem == "“impcat” is no role of a section"
    assert fault.allowed.startswith("impact (did you mean that?)")


def test_ids_of_sections_are_slugs_and_unique() -> None:
    text = "## A {#a role=other}\nText.\n\n## B {#a role=other}\nText.\n\n## C {#C role=other}\nT."

    assert problems(text) == [
        (4, "the section “a” stands twice"),
        (7, "“C” is no id of a section"),
    ]


def test_other_attributes_are_faults() -> None:
    text = "## A {#a role=other role=about colour=red stray sensitive=”curly”}\nText."

    found = [problem for _, problem in problems(text)]

    assert "the heading states “role” twice" in found
    assert "the heading has “colour”" in found
    assert "the heading has “stray”" in found


def test_sensitive_needs_a_reason() -> None:
    assert problems('## A {#a role=other sensitive=""}\nText.') == [
        (1, "the heading says sensitive without a reason")
    ]


def test_the_title_of_a_section_is_plain_words() -> None:
    text = "## A *b* {#a role=other}\nText.\n\n## {#b role=other}\nText."

    assert problems(text) == [
        (1, "the heading of a section is not plain words"),
        (4, "the heading of a section is not plain words"),
    ]


def test_an_empty_section_is_a_fault_unless_what_it_held_was_refused() -> None:
    text = "## A {#a role=other}\n\n## B {#b role=other}\n<div>\n"

    assert problems(text) == [(4, "has raw HTML"), (1, "the section “A” is empty")]


def test_lines_are_counted_from_where_the_text_starts() -> None:
    _, (fault,) = read("## A {#a role=other}\n\nText.\n\n# B\n", first_line=20)

    assert fault.line == 24


def test_a_text_has_an_end() -> None:
    _, (fault,) = read("a\n" * (LONGEST_TEXT // 2 + 1))

    assert fault.problem == "is too long"


def test_a_text_without_headings_is_one_section() -> None:
    log = FaultLog("terms.csv")
    reader = BodyReader("tales", log, lambda *_: None)

    body = reader.one_section("One.\n\nTwo.", 5, SectionRole.DEFINITION, "Definition")

    (section,) = body.sections
    assert (section.id, section.title) == ("definition", "Definition")
    assert [block.id for block in section.blocks] == ["one", "two"]
    assert not log.found


def test_a_heading_in_a_text_of_one_section_is_a_fault() -> None:
    log = FaultLog("terms.csv")
    reader = BodyReader("tales", log, lambda *_: None)

    reader.one_section("One.\n\n## Two {#two role=other}", 5, SectionRole.ABOUT, "About")

    assert [(fault.line, fault.problem) for fault in log.found] == [(7, "has a heading")]


def test_no_text_makes_no_section() -> None:
    reader = BodyReader("tales", FaultLog("terms.csv"), lambda *_: None)

    assert reader.one_section("", 1, SectionRole.ABOUT, "About") == Body()


@given(st.text(alphabet="ab#-*>|`~=1.{}[]()<!\n \t", max_size=120))
def test_any_text_is_read(text: str) -> None:
    body, _ = read(text)

    assert isinstance(body, Body)
