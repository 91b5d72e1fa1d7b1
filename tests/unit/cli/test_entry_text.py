"""A whole entry as text: nothing that a trainer needs is left out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.cli.conftest import Program

from fieldcat import wiring
from fieldcat.cli.entry_facts import facts, figure_text
from fieldcat.cli.printing import print_wrapped
from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Discouraged,
    Entry,
    EntryId,
    Event,
    Figure,
    Funding,
    Head,
    HelpService,
    Kind,
    LearningMaterial,
    Organisation,
    Part,
    Party,
    Qualifier,
    Research,
    Source,
    Term,
    Tool,
)
from fieldcat.services.casebook import Casebook

STUDY = EntryId("fieldcat", Kind.CASE_STUDY, "c-sema-tanzania")
HEAD = Head(STUDY, "A title", "A summary.", "en", Source("https://example.org/", "2024-08"), 2024)

FIGURE = Figure("f", Decimal("21800"), "reports", "reports a year", "impact")


def test_a_text_does_not_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_wrapped("Words\x1b[2J\x9b2J and \u202emore")

    assert capsys.readouterr().out == "Words [2J 2J and more\n"


@pytest.fixture(scope="module")
def casebook(used_program: Program) -> Casebook:
    return wiring.open_workbench(str(used_program.home)).casebook


def said(casebook: Casebook, part: Part, head: Head = HEAD) -> list[str]:
    return [f"{label}: {words}" for label, words in facts(casebook, Entry(head, part))]


def test_the_telephone_number_of_a_helpline_is_shown_with_how_sure_it_is(
    used_program: Program,
) -> None:
    services = used_program.json("list", "--kind", "help-service", "--country", "TZ")["entries"]
    shown = "".join(used_program.run("show", service["id"]).stdout for service in services)
    assert "\nTelephone: 116\n" in shown
    assert "As stated by the study of 2024-08-28; nobody has checked it since" in shown


def test_every_figure_of_an_entry_is_listed(used_program: Program) -> None:
    entry = used_program.json("show", "case-study/red-papaz-viguias")
    shown = used_program.run("show", "case-study/red-papaz-viguias").stdout
    listed = shown.partition("\nFigures\n")[2].partition("\nReferences\n")[0]
    assert listed.count("  • ") == len(entry["figures"])


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (FIGURE, "21,800 reports a year"),
        (replace(FIGURE, qualifier=Qualifier.OVER), "over 21,800 reports a year"),
        (replace(FIGURE, value=Decimal("80.5"), unit="%", counts="of calls"), "80.5 % of calls"),
        (replace(FIGURE, value=Decimal("5"), unit="USD", counts="a month"), "USD 5 a month"),
        (replace(FIGURE, unit="calls", counts="answered"), "21,800 calls answered"),
        (
            replace(FIGURE, whom="children", place="TZ", period="2022"),
            "21,800 reports a year (children, Tanzania, 2022)",
        ),
        (replace(FIGURE, place="two districts"), "21,800 reports a year (two districts)"),
    ],
)
def test_a_figure_says_how_exact_how_many_of_what_where_and_when(
    figure: Figure, words: str
) -> None:
    assert figure_text(figure) == words


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (
            CaseStudy("2020", (Event("2021-05", "The portal opened."),)),
            ["Since: 2020", "2021-05: The portal opened."],
        ),
        (
            HelpService(
                "child-helpline",
                STUDY,
                channels=(Channel("telephone", "116"), Channel("other", "a letter")),
                hours="day and night",
                cost="free",
                ages="under 18",
                last_checked="2025-01-02",
                languages=("sw", "en"),
            ),
            [
                "Telephone: 116",
                "Other way: a letter",
                "How sure: As stated by the study of 2024-08; last checked on 2025-01-02"
                f" ({STUDY})",
                "Hours: day and night",
                "Cost: free",
                "Ages: under 18",
                "Languages: Swahili, English",
            ],
        ),
        (
            Term(("CSAM",), ("images",), (Discouraged("bad", "why"), Discouraged("worse")), "us"),
            [
                "Short form: CSAM",
                "Also called: images",
                "Avoid: bad (why)",
                "Avoid: worse",
                "Definition: us",
            ],
        ),
        (
            Organisation("civil-society", "1996", "https://example.org/", "IWF"),
            [
                "What: Civil society",
                "Short form: IWF",
                "Founded: 1996",
                "Website: https://example.org/",
            ],
        ),
        (
            Research(("A", "B"), "P", "2020", "survey", "children", "2019", "https://e.org/"),
            [
                "Authors: A, B",
                "Publisher: P",
                "Published: 2020",
                "Method: survey",
                "Asked: children",
                "Period: 2019",
                "Address: https://e.org/",
            ],
        ),
        (
            Tool("P", "finds", "in use", "free", "https://e.org/"),
            [
                "Provider: P",
                "Purpose: finds",
                "Stage: in use",
                "Cost: free",
                "Address: https://e.org/",
            ],
        ),
        (
            Funding("F", "1,000", "USD", "2024-01", "2024-02", "anyone", "https://e.org/"),
            [
                "Funder: F",
                "Amount: USD 1,000",
                "Opens: 2024-01",
                "Closes: 2024-02",
                "Who can apply: anyone",
                "Address: https://e.org/",
            ],
        ),
        (
            LearningMaterial("P", "film", "8–12", "free", True, "https://e.org/", ("sw",)),
            [
                "Provider: P",
                "Format: film, works without internet",
                "Ages: 8–12",
                "Cost: free",
                "Languages: Swahili",
                "Address: https://e.org/",
            ],
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_shows_its_own_facts(casebook: Casebook, part: Part, lines: list[str]) -> None:
    shown = said(casebook, part)
    assert [line for line in shown if line in lines] == lines


def test_what_nobody_knows_is_left_out(casebook: Casebook) -> None:
    assert said(casebook, Research()) == []


def test_organisations_are_named_with_their_roles(casebook: Casebook) -> None:
    party = Party(EntryId("fieldcat", Kind.ORGANISATION, "c-sema"), "C-Sema", "co-lead")
    (line,) = said(casebook, CaseStudy(), replace(HEAD, organisations=(party,)))
    assert line.startswith("Organisation: C-Sema (")
    assert line.endswith("), fieldcat/organisation/c-sema")
