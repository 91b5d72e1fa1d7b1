from dataclasses import replace

import pytest
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of, with_part

from fieldcat.domain.entry import (
    Entry,
    EntryLink,
    Funding,
    Kind,
    LearningMaterial,
    Link,
    Organisation,
    Part,
    Research,
    Tool,
)
from fieldcat.ui.reader.facts import facts_of


def rows(entry: Entry) -> dict[str, str]:
    return {fact.label: fact.text.replace("\u00a0", " ") for fact in facts_of(view_of(entry))}


def test_a_case_study_says_who_for_whom_where_and_on_what_evidence() -> None:
    found = rows(made_up.case_study())
    assert found == {
        "Who": "Harbour Network and 8 partners",
        "For": "Parents and carers, Young people, Police and justice",
        "Capability": "Hotline, Child participation",
        "Where": "Colombia",
        "Evidence": "Self-reported",
        "Since": "2019",
        "Source": "WeProtect, 11 Oct 2024",
    }


def test_up_to_three_organisations_are_named_and_linked() -> None:
    entry = made_up.case_study()
    few = replace(entry, head=replace(entry.head, organisations=made_up.PARTNERS[:2]))
    who = facts_of(view_of(few))[0]
    assert who.text == "Partner 0, Partner 1"
    links = [span for span in who.line if isinstance(span, EntryLink)]
    assert [link.target for link in links] == [p.organisation for p in made_up.PARTNERS[:2]]


def test_the_source_leads_to_its_address() -> None:
    source = facts_of(view_of(made_up.case_study()))[-1]
    assert [span.url for span in source.line if isinstance(span, Link)] == [
        "https://example.org/harbour"
    ]


def test_regions_stand_in_where_no_country_is_named() -> None:
    entry = made_up.term()
    wide = replace(entry, head=replace(entry.head, regions=("001",)))
    assert rows(wide)["Where"] == "001"


def test_a_help_service_says_hours_cost_and_ages() -> None:
    assert rows(made_up.help_service()) == {
        "What": "Child helpline",
        "Run by": "Harbour Network",
        "Hours": "day and night",
        "Cost": "free of charge",
        "Ages": "under 18",
        "Where": "Colombia",
        "Source": "WeProtect, 11 Oct 2024",
    }


def test_a_term_says_what_to_avoid_and_why() -> None:
    facts = [(fact.label, fact.text) for fact in facts_of(view_of(made_up.term()))]
    assert facts[:5] == [
        ("Short form", "G"),
        ("Also called", "solicitation, enticement"),
        ("Avoid", "seduction – it blames the child"),
        ("Avoid", "chat-up"),
        ("Definition", "Terms, 2016"),
    ]


@pytest.mark.parametrize(
    ("part", "kind", "expected"),
    [
        (
            Research(
                ("A. One", "B. Two"),
                "Press",
                "2020-05",
                "survey",
                "teachers",
                "2019",
                "https://x.org/",
            ),
            Kind.RESEARCH,
            {
                "Authors": "A. One, B. Two",
                "Publisher": "Press",
                "Published": "May 2020",
                "Method": "survey",
                "Asked": "teachers",
                "Period": "2019",
                "Address": "x.org",
            },
        ),
        (
            LearningMaterial("Us", "film", "12–17", "free", True, "", ("en", "fr")),
            Kind.LEARNING_MATERIAL,
            {
                "Provider": "Us",
                "Format": "film, works without internet",
                "Ages": "12–17",
                "Cost": "free",
                "Languages": "en, fr",
            },
        ),
        (
            Funding("Fund", "1,000,000", "USD", "2024-01-01", "2024-02", "anyone"),
            Kind.FUNDING,
            {
                "Funder": "Fund",
                "Amount": "USD 1,000,000",
                "Opens": "1 Jan 2024",
                "Closes": "Feb 2024",
                "Who can apply": "anyone",
            },
        ),
        (
            Tool("Us", "finds pictures", "pilot", "free", "http://x.org/a"),
            Kind.TOOL,
            {
                "Provider": "Us",
                "Purpose": "finds pictures",
                "Stage": "pilot",
                "Cost": "free",
                "Address": "x.org/a",
            },
        ),
        (
            Organisation("network", "2003", "https://x.org", "HN"),
            Kind.ORGANISATION,
            {"What": "network", "Short form": "HN", "Founded": "2003", "Website": "x.org"},
        ),
    ],
)
def test_each_kind_has_its_own_facts(part: Part, kind: Kind, expected: dict[str, str]) -> None:
    found = rows(with_part(part, kind))
    assert found.pop("Source") == "A group, 2016"
    assert found == expected


def test_material_that_needs_the_internet_says_so() -> None:
    entry = with_part(LearningMaterial(offline=False), Kind.LEARNING_MATERIAL)
    assert rows(entry)["Format"] == "needs the internet"


def test_who_does_not_repeat_who_runs_a_help_service() -> None:
    entry = made_up.help_service()
    provider = replace(made_up.PARTNERS[0], name="Harbour Network")
    alone = replace(entry, head=replace(entry.head, organisations=(provider,)))
    assert rows(alone)["Run by"] == "Harbour Network"
    assert "Who" not in rows(alone)
    parties = (provider, made_up.PARTNERS[1])
    both = replace(entry, head=replace(entry.head, organisations=parties))
    assert rows(both)["Who"] == "Partner 1"
