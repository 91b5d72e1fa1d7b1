from __future__ import annotations

from typing import Any

import pytest

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Discouraged,
    EntryId,
    Event,
    Funding,
    HelpService,
    Kind,
    LearningMaterial,
    Organisation,
    Part,
    Research,
    Term,
    Tool,
)

from .conftest import Publisher

WRITTEN: dict[str, tuple[str, Part]] = {
    "case-study": (
        "started: 2019-04\ntimeline:\n  - {date: 2019, text: It began.}\n",
        CaseStudy("2019-04", (Event("2019", "It began."),)),
    ),
    "research": (
        "authors: [A. Ali, B. Bo]\npublisher: P\npublished: 2023-05\nmethod: Survey\n"
        "population: Pupils\nperiod: 2017 to 2019\nurl: https://example.org\n",
        Research(
            ("A. Ali", "B. Bo"),
            "P",
            "2023-05",
            "Survey",
            "Pupils",
            "2017 to 2019",
            "https://example.org",
        ),
    ),
    "learning-material": (
        "provider: P\nformat: Course\nages: 12–17\ncost: free\noffline: true\n"
        "url: https://example.org\nlanguages: [en, pt-BR]\n",
        LearningMaterial(
            "P", "Course", "12–17", "free", True, "https://example.org", ("en", "pt-BR")
        ),
    ),
    "funding": (
        "funder: F\namount: up to 5000\ncurrency: USD\nopens: 2024-01\ncloses: 2024-03-31\n"
        "who_can_apply: All\nurl: https://example.org\n",
        Funding("F", "up to 5000", "USD", "2024-01", "2024-03-31", "All", "https://example.org"),
    ),
    "help-service": (
        "provider: P\nhours: day and night\ncost: free\nages: all\nlast_checked: 2026-01-31\n"
        "languages: [sw, en-TZ]\n"
        "channels:\n  - {type: telephone, value: '116'}\n  - {type: website, value: help.org}\n",
        HelpService(
            "helpline",
            EntryId("tales", Kind.CASE_STUDY, "told"),
            "P",
            (Channel("telephone", "116"), Channel("website", "help.org")),
            "day and night",
            "free",
            "all",
            "2026-01-31",
            ("sw", "en-TZ"),
        ),
    ),
    "tool": (
        "provider: P\npurpose: To hit\nstage: In use\ncost: free\nurl: https://example.org\n",
        Tool("P", "To hit", "In use", "free", "https://example.org"),
    ),
    "organisation": (
        "founded: 1990\nwebsite: https://example.org\nabbreviation: ORG\n",
        Organisation("police", "1990", "https://example.org", "ORG"),
    ),
    "term": (
        "abbreviations: [CSAM]\nsynonyms: [images]\ndefinition_source: A law\n"
        "discouraged:\n  - {word: porn, why: It is abuse.}\n  - {word: smut}\n",
        Term(
            ("CSAM",),
            ("images",),
            (Discouraged("porn", "It is abuse."), Discouraged("smut")),
            "A law",
        ),
    ),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_each_kind_has_its_own_fields(publisher: Publisher, kind: str) -> None:
    written, part = WRITTEN[kind]
    publisher.entry("case-study/told")
    publisher.entry(f"{kind}/one", more=written)

    assert publisher.built(f"{kind}/one").part == part


@pytest.mark.parametrize("kind", WRITTEN)
def test_most_fields_of_a_kind_can_be_left_out(publisher: Publisher, kind: str) -> None:
    publisher.entry("case-study/told")
    publisher.entry(f"{kind}/one")

    assert type(publisher.built(f"{kind}/one").part) is type(WRITTEN[kind][1])


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("help-service/one", "service_kind"),
        ("help-service/one", "stated_by"),
        ("organisation/one", "organisation_kind"),
    ],
)
def test_some_must_be_there(publisher: Publisher, name: str, field: str) -> None:
    publisher.entry("case-study/told")
    without: dict[str, Any] = {field: None}
    publisher.entry(name, **without)

    fault = publisher.only_fault()

    assert (fault.field, fault.problem) == (field, "is missing")


@pytest.mark.parametrize(
    ("kind", "written", "field"),
    [
        ("case-study", "started: spring", "started"),
        ("case-study", "timeline:\n  - {date: spring, text: It began.}", "timeline[1].date"),
        ("case-study", "timeline:\n  - {date: 2019}", "timeline[1].text"),
        ("case-study", "timeline:\n  - {date: 2019, text: A, place: B}", "timeline[1].place"),
        ("research", "published: in 2023", "published"),
        ("research", "url: example.org", "url"),
        ("learning-material", "offline: yes", "offline"),
        ("learning-material", "languages: [English]", "languages[1]"),
        ("funding", "currency: dollars", "currency"),
        ("funding", "closes: soon", "closes"),
        ("help-service", "last_checked: 2026", "last_checked"),
        ("help-service", "languages: [Swahili]", "languages[1]"),
        ("help-service", "channels:\n  - {type: phone, value: '1'}", "channels[1].type"),
        ("help-service", "channels:\n  - {type: chat}", "channels[1].value"),
        ("help-service", "channels:\n  - {type: chat, value: 'ftp://a'}", "channels[1].value"),
        ("organisation", "founded: 1990-05", "founded"),
        ("organisation", "website: javascript:alert(1)", "website"),
        ("term", "discouraged:\n  - {why: B}", "discouraged[1].word"),
        ("tool", "stated_by: told", "stated_by"),
    ],
)
def test_wrong_fields_are_named(publisher: Publisher, kind: str, written: str, field: str) -> None:
    publisher.entry("case-study/told")
    publisher.entry(f"{kind}/one", more=written)

    assert publisher.only_fault().field == field
