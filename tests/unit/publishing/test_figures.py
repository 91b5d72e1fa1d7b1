from __future__ import annotations

from decimal import Decimal

import pytest

from fieldcat.domain.entry import Figure, Qualifier

from .conftest import Publisher

TEXT = """
## What changed {#impact role=impact}

It took [over 218,000 reports](figure:reports).

- In all [80%](figure:share).
"""

REPORTS = {
    "id": "reports",
    "value": "218000",
    "unit": "reports",
    "counts": "reports taken",
    "section": "impact",
}


def figures(*records: dict[str, str]) -> str:
    lines = ["figures:"]
    for record in records:
        start = "  - "
        for name, value in record.items():
            lines.append(f"{start}{name}: {value}")
            start = "    "
    return "\n".join(lines)


SHARE = {**REPORTS, "id": "share", "value": "80.5", "unit": "'%'"}


def test_a_figure_has_all_that_makes_it_honest(publisher: Publisher) -> None:
    whole = {
        **REPORTS,
        "qualifier": "over",
        "whom": "people",
        "place": "CO",
        "period": "to July 2024",
        "lead": "true",
        "counted": "true",
        "note": "Added up.",
    }
    publisher.entry(text=TEXT, more=figures(whole, SHARE))

    assert publisher.built().figures == (
        Figure(
            id="reports",
            value=Decimal(218000),
            unit="reports",
            counts="reports taken",
            section="impact",
            block="it-took-over-218-000-reports",
            qualifier=Qualifier.OVER,
            whom="people",
            place="CO",
            period="to July 2024",
            lead=True,
            counted=True,
            note="Added up.",
        ),
        Figure(
            id="share",
            value=Decimal("80.5"),
            unit="%",
            counts="reports taken",
            section="impact",
            block="in-all-80",
        ),
    )


@pytest.mark.parametrize("place", ["'002'", "Latin America", "CO and MX", "Co"])
def test_a_place_can_be_a_code_or_words(publisher: Publisher, place: str) -> None:
    publisher.entry(text=TEXT, more=figures({**REPORTS, "place": place}, SHARE))

    assert publisher.built().figures[0].place == place.strip("'")


@pytest.mark.parametrize("field", ["id", "value", "unit", "counts", "section"])
def test_what_every_figure_needs(publisher: Publisher, field: str) -> None:
    record = {name: value for name, value in REPORTS.items() if name != field}
    publisher.entry(text=TEXT, more=figures(SHARE, record))

    assert ("is missing", f"figures[2].{field}") in {
        (fault.problem, fault.field) for fault in publisher.faults()
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", "218,000"),
        ("value", "2.8 million"),
        ("value", "-1"),
        ("value", "1e6"),
        ("value", "NaN"),
        ("value", "9" * 400),
        ("qualifier", "more than"),
        ("place", "ZZ"),
        ("place", "'999'"),
        ("lead", "yes"),
        ("counted", "true\n    x: y"),
        ("sections", "impact"),
        ("section", "impct"),
    ],
)
def test_a_wrong_field_of_a_figure_is_a_fault(publisher: Publisher, field: str, value: str) -> None:
    publisher.entry(text=TEXT, more=figures({**REPORTS, field: value}, SHARE))

    assert publisher.faults()
    assert all(fault.field.startswith("figures[1].") for fault in publisher.faults())


def test_what_the_writer_counted_needs_a_note(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=figures({**REPORTS, "counted": "true"}, SHARE))

    assert publisher.only_fault().field == "figures[1].note"


def test_a_figure_that_the_text_does_not_state(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=figures(REPORTS, SHARE, {**REPORTS, "id": "more"}))

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (18, "figures[3].id")
    assert fault.problem == "the text does not state “more”"
    assert fault.allowed == "[words](figure:more)"


def test_a_figure_that_another_section_states(publisher: Publisher) -> None:
    text = TEXT + "\n## About {#about role=about}\n\nWords.\n"
    publisher.entry(text=text, more=figures({**REPORTS, "section": "about"}, SHARE))

    assert publisher.only_fault().problem == "the text states it elsewhere: impact"


def test_a_text_that_states_no_figure_of_the_entry(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=figures(REPORTS))

    fault = publisher.only_fault()

    assert (fault.line, fault.field, fault.problem) == (
        19,
        "text",
        "the entry has no figure “share”",
    )


def test_cards_of_figures_that_are_not_there(publisher: Publisher) -> None:
    publisher.entry(text=TEXT + "\n{figure=reports,shares}\n", more=figures(REPORTS, SHARE))

    fault = publisher.only_fault()

    assert (fault.line, fault.problem) == (26, "the entry has no figure “shares”")
    assert fault.allowed.startswith("share (did you mean that?)")


def test_a_figure_stands_once(publisher: Publisher) -> None:
    publisher.entry(text=TEXT, more=figures(REPORTS, SHARE, REPORTS))

    assert publisher.only_fault().problem == "the figure “reports” stands twice"


def test_three_figures_lead(publisher: Publisher) -> None:
    four = [{**REPORTS, "id": name, "lead": "true"} for name in ("a", "b", "c", "d")]
    text = "## A {#impact role=impact}\n" + "".join(f"[x](figure:{n})\n" for n in "abcd")
    publisher.entry(text=text, more=figures(*four))

    fault = publisher.only_fault()

    assert (fault.field, fault.problem) == ("figures[4].lead", "is the 4th")
