from __future__ import annotations

import pytest

from fieldcat.domain.entry import (
    Channel,
    Discouraged,
    EntryId,
    HelpService,
    Kind,
    LearningMaterial,
    Party,
    SectionRole,
    Term,
    Text,
)

from .conftest import Publisher

HEAD = "slug,title,summary,source_url,source_date"
ROW = "{slug},A title,What it is.,https://example.org,2024"


def row(slug: str = "one", *cells: str) -> str:
    return ",".join((ROW.format(slug=slug), *cells))


def test_each_row_is_an_entry_of_the_file_s_kind(publisher: Publisher) -> None:
    publisher.table("terms", HEAD, row("one"), "", row("two"))
    publisher.table("tools", HEAD, row("one"))

    ids = [str(entry.id) for entry in publisher.build().entries]

    assert ids == ["tales/term/one", "tales/term/two", "tales/tool/one"]


def test_lists_stand_between_semicolons(publisher: Publisher) -> None:
    publisher.table("tools", f"{HEAD},countries,keywords", row("one", "CO; MX;", "a b; c"))

    head = publisher.built("tool/one").head

    assert (head.countries, head.keywords) == (("CO", "MX"), ("a b", "c"))


def test_items_of_two_parts_have_a_sign_between_them(publisher: Publisher) -> None:
    publisher.entry("case-study/told")
    publisher.table("organisations", f"{HEAD},organisation_kind", row("police", "police"))
    publisher.table(
        "help-services",
        f"{HEAD},service_kind,stated_by,channels,organisations",
        row(
            "line",
            "helpline",
            "told",
            "telephone: 116; website: https://help.org",
            "police=lead; police = partner",
        ),
    )
    publisher.table("terms", f"{HEAD},discouraged", row("csam", "porn = It is abuse; smut"))

    part = publisher.built("help-service/line").part
    police = EntryId("tales", Kind.ORGANISATION, "police")

    assert isinstance(part, HelpService)
    assert part.channels == (Channel("telephone", "116"), Channel("website", "https://help.org"))
    assert publisher.built("help-service/line").head.organisations == (
        Party(police, "A title", "lead"),
        Party(police, "A title", "partner"),
    )
    assert publisher.built("term/csam").part == Term(
        discouraged=(Discouraged("porn", "It is abuse"), Discouraged("smut"))
    )


def test_empty_cells_are_absent_fields(publisher: Publisher) -> None:
    publisher.table("learning-materials", f"{HEAD},offline,languages,url", row("one", "", "", ""))

    assert publisher.built("learning-material/one").part == LearningMaterial()


@pytest.mark.parametrize(
    ("table", "name", "role"),
    [("terms", "term/one", SectionRole.DEFINITION), ("tools", "tool/one", SectionRole.ABOUT)],
)
def test_the_text_is_one_section(
    publisher: Publisher, table: str, name: str, role: SectionRole
) -> None:
    publisher.table(table, f"{HEAD},text", row("one", '"First, [see](term:one).\n\nSecond."'))
    publisher.table("terms", f"{HEAD},text", row("one", '"First.\n\nSecond."'))

    (section,) = publisher.built(name).sections

    assert (section.id, section.role, section.title) == (role.value, role, role.value.capitalize())
    assert len(section.blocks) == 2


def test_an_entry_of_a_table_needs_no_text(publisher: Publisher) -> None:
    publisher.table("tools", f"{HEAD},text", row("one", ""))

    assert publisher.built("tool/one").sections == ()


def test_tables_from_other_programs_are_read(publisher: Publisher) -> None:
    text = f"\ufeff{HEAD},text\r\n" + row("one", '"He said ""no""."') + "\r\n"
    publisher.write("tables/tools.csv", text)

    (block,) = publisher.built("tool/one").sections[0].blocks

    assert getattr(block, "line", None) == (Text('He said "no".'),)


def test_faults_are_in_the_line_of_their_cell(publisher: Publisher) -> None:
    publisher.table(
        "tools",
        f"{HEAD},text,url,stage",
        row("one", '"First.\n\n`code`"', "example.org", ""),
        row("two", "", "example.com", ""),
    )

    assert [(fault.line, fault.field) for fault in publisher.faults()] == [
        (4, "url"),
        (4, "text"),
        (5, "url"),
    ]


def test_an_unknown_column_is_one_fault_of_the_first_line(publisher: Publisher) -> None:
    publisher.table("tools", f"{HEAD},purpos", row("one", "x"), row("two", "y"))

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (1, "purpos")
    assert fault.problem.endswith("did you mean purpose?")


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("title,summary", "is missing"),
        (f"{HEAD},title", "the column stands twice"),
        (f"{HEAD},", "a column has no name"),
        (f"{HEAD},kind", "is not a column of tables"),
        (f"{HEAD},figures", "is not a column of tables"),
        (f"{HEAD},references", "is not a column of tables"),
    ],
)
def test_the_first_line_names_the_columns(publisher: Publisher, header: str, problem: str) -> None:
    publisher.table("tools", header, row("one", "x"))

    fault = publisher.only_fault()

    assert (fault.line, fault.problem) == (1, problem)


def test_an_empty_table_has_no_first_line(publisher: Publisher) -> None:
    publisher.write("tables/tools.csv", "")

    assert publisher.only_fault().problem == "is missing"


def test_a_row_has_a_cell_for_each_column(publisher: Publisher) -> None:
    publisher.table("tools", HEAD, row("one", "more"), row("two"), "three,A title")

    assert [(fault.line, fault.problem) for fault in publisher.faults()] == [
        (2, "the row has 6 cells"),
        (4, "the row has 2 cells"),
    ]


def test_a_row_has_a_slug(publisher: Publisher) -> None:
    publisher.table("tools", HEAD, row(""), row("A B"))

    assert [(fault.line, fault.problem) for fault in publisher.faults()] == [
        (2, "is missing"),
        (3, "“A B” is no slug"),
    ]


def test_a_table_that_breaks_off_is_read_up_to_there(publisher: Publisher) -> None:
    publisher.table("tools", HEAD, row("one"), 'two,"open')

    fault = publisher.only_fault()

    assert fault.line == 3
    assert fault.problem.startswith("is no table from here on")


def test_a_cell_has_an_end(publisher: Publisher) -> None:
    publisher.table("tools", f"{HEAD},text", row("one", "a" * 200_000))

    assert "is no table from here on" in publisher.only_fault().problem


def test_a_table_that_is_no_text_is_one_fault(publisher: Publisher) -> None:
    publisher.write("tables/tools.csv", b"\xff\xfe")

    assert "UTF-8" in publisher.only_fault().problem


def test_a_table_with_another_name_is_a_fault_that_offers_the_right_one(
    publisher: Publisher,
) -> None:
    publisher.table("tool", HEAD, row("one"))

    fault = publisher.only_fault()

    assert fault.file == "tables/tool.csv"
    assert fault.allowed.startswith("tools.csv (did you mean that?)")
