"""Workspaces made to hang the program, to crash it or to lead it astray."""

from __future__ import annotations

import pytest
from tests.good_time import in_good_time

from .conftest import TEXT, Publisher

SECTION = "## A {#a role=about}\n\n"

HOSTILE = {
    "brackets": SECTION + "[" * 100_000,
    "paragraphs of brackets": SECTION + ("[" * 150 + "\n\n") * 50,
    "nested quotations": SECTION + ">" * 50_000 + " x",
    "nested lists": SECTION + "".join("  " * depth + "- x\n" for depth in range(300)),
    "lists on a line": SECTION + "- " * 20_000,
    "a wide table": SECTION + "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|\n" * 9,
    "the same words again and again": SECTION + "a\n\n" * 4_000,
    "an open comment": SECTION + "<!--\n" * 20_000,
    "emphasis": SECTION + "*a **b " * 1_400,
    "backticks": SECTION + " ".join("`" * length for length in range(1, 140)),
    "headings": "## A {#a role=about}\n" * 3_000,
    "one long line": SECTION + "a" * 290_000,
    "braces": "## " + "{" * 50_000 + "\n",
    "attributes": "## A {" + "a=b " * 20_000 + "}\n\nx\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_or_refused_in_good_time(publisher: Publisher, text: str) -> None:
    publisher.entry(text=text)
    with in_good_time():
        publisher.faults()


HOSTILE_FIELDS = {
    "aliases": "a: &a [x]\nb: [*a, *a]",
    "tags": "a: !!python/object/apply:os.system [ls]",
    "nested lists": "a: " + "[" * 100_000,
    "nested fields": "a: " + "{a: " * 10_000,
    "many fields": "\n".join(f"field{number}: x" for number in range(2_000)),
    "many ids": "related:\n" + "\n".join(f"  - tool/x{number}" for number in range(2_000)),
    "a huge number": "revision: " + "9" * 100_000,
    "a huge value": "figures: [{id: a, value: " + "9" * 100_000 + "}]",
}


@pytest.mark.parametrize("fields", HOSTILE_FIELDS.values(), ids=HOSTILE_FIELDS.keys())
def test_hostile_fields_are_a_fault_in_good_time(publisher: Publisher, fields: str) -> None:
    publisher.entry(more=fields, text=TEXT)
    with in_good_time():
        assert publisher.faults()


LONG = 250_000
ENDLESS = {
    "a brace and letters": SECTION + "{" + "a" * LONG,
    "spaces within a paragraph": SECTION + "a" + " " * LONG + "b",
    "signs of less": SECTION + "<" * LONG,
    "tags without an end": SECTION + "<a" * (LONG // 2),
    "braces in a paragraph": SECTION + "{#" * (LONG // 2),
    "letters in the braces of a heading": "## A {" + "a" * (LONG - 1_000) + "}\n\nx\n",
    "spaces in a heading": "## A" + " " * LONG + "x {#a role=about}\n\nx\n",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_a_run_of_one_sign_without_an_end_is_a_fault(publisher: Publisher, text: str) -> None:
    publisher.entry(text=text)

    assert publisher.faults()


@pytest.mark.parametrize("sign", ["<", "<a", "{#", "a"])
def test_an_endless_summary_is_one_fault(publisher: Publisher, sign: str) -> None:
    publisher.entry(summary="'" + sign * (150_000 // len(sign)) + "'")

    assert "characters" in publisher.only_fault().problem


def test_a_message_about_a_huge_value_is_short(publisher: Publisher) -> None:
    publisher.entry(revision="9" * 100_000)

    assert len(str(publisher.only_fault())) < 300


def test_a_table_of_entries_has_an_end(publisher: Publisher) -> None:
    publisher.table("tools", "slug," + ",".join(f"c{number}" for number in range(200)), "a")

    assert publisher.only_fault().problem == "has 201 columns"


def test_a_list_has_an_end(publisher: Publisher) -> None:
    publisher.entry(keywords=f"[{','.join(f'k{number}' for number in range(501))}]")

    assert publisher.only_fault().problem == "has 501 items"
