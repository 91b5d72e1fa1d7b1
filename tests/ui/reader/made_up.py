"""A made-up entry with everything that an entry can have, and smaller ones of other kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Citation,
    Discouraged,
    Emphasis,
    Entry,
    EntryId,
    EntryLink,
    Event,
    Figure,
    FigureCards,
    FigureMention,
    Head,
    Heading,
    HelpService,
    Kind,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Part,
    Party,
    Picture,
    Qualifier,
    Quotation,
    Reference,
    Section,
    SectionRole,
    Source,
    Table,
    Term,
    Text,
)
from fieldcat.domain.taxonomy import Collection
from fieldcat.ui.reader.view import EntryView, Target

COLLECTION = Collection(
    "made-up",
    "A made-up casebook",
    "Nobody",
    "For tests.",
    "en",
    "CC BY 4.0",
    3,
    "2025-01-31",
)


def entry_id(kind: Kind, slug: str) -> EntryId:
    """An id in the made-up collection."""
    return EntryId("made-up", kind, slug)


CASE = entry_id(Kind.CASE_STUDY, "harbour")
OTHER_CASE = entry_id(Kind.CASE_STUDY, "school-radio")
HOTLINE = entry_id(Kind.TERM, "hotline")
GROOMING = entry_id(Kind.TERM, "grooming")
NETWORK = entry_id(Kind.ORGANISATION, "harbour-network")
PARTNERS = tuple(
    Party(entry_id(Kind.ORGANISATION, f"partner-{n}"), f"Partner {n}", "partner") for n in range(8)
)
LINE_116 = entry_id(Kind.HELP_SERVICE, "line-116")
REPORT = entry_id(Kind.RESEARCH, "report")

TARGETS = MappingProxyType(
    {
        CASE: Target("A safer harbour where hotline, research and young people meet"),
        OTHER_CASE: Target("School radio that talks about the internet"),
        HOTLINE: Target("Hotline", "A place that takes reports of illegal material."),
        GROOMING: Target("Grooming", "Winning a child's trust in order to abuse it."),
        NETWORK: Target("Harbour Network"),
        LINE_116: Target("Line 116"),
        REPORT: Target("The report on harbours"),
        **{party.organisation: Target(party.name) for party in PARTNERS[:4]},
    }
)
LABELS = MappingProxyType(
    {
        "countries": {"CO": "Colombia", "MX": "Mexico"},
        "audiences": {
            "parents": "Parents and carers",
            "young-people": "Young people",
            "police": "Police and justice",
        },
        "capabilities": {"hotline": "Hotline", "child-participation": "Child participation"},
        "evidence": {"self-reported": "Self-reported"},
        "organisation-roles": {"lead": "Lead", "partner": "Partner"},
        "help-service-kinds": {"child-helpline": "Child helpline"},
    }
)

FIGURES = (
    Figure(
        "reports",
        Decimal("218000"),
        "reports",
        "reports taken by the hotline Te Protejo",
        "impact",
        qualifier=Qualifier.OVER,
        place="CO",
        period="to July 2024",
        lead=True,
    ),
    Figure(
        "share",
        Decimal("80"),
        "%",
        "of those reports concern abuse online",
        "impact",
        qualifier=Qualifier.OVER,
        whom="people who wrote to the hotline",
        place="CO",
        lead=True,
        note="Counted by the hotline itself.",
    ),
    Figure(
        "municipalities",
        Decimal("276"),
        "municipalities",
        "municipalities reached by the project",
        "impact",
        place="CO",
        period="2024",
        lead=True,
    ),
    Figure("minutes", Decimal("2.34"), "minutes", "minutes a talk lasts", "solution"),
    Figure("callers", Decimal("60"), "people", "people who called the second line", "second-line"),
)

REFERENCES = (
    Reference("later", "A later work. City, 2021."),
    Reference(
        "first",
        "The first work, by Somebody, 2019.",
        "https://example.org/first?a=1&b=2",
        "2024-02",
    ),
    Reference("with-entry", "A report on harbours, 2020.", entry=REPORT),
)


def case_study() -> Entry:
    """A case study with every kind of block, a folded section, figures and references."""
    head = Head(
        CASE,
        "A safer harbour where hotline, research and young people meet",
        "Harbour Network, a network of parents, built a centre. It joins a reporting hotline, a "
        "research team, youth projects and a helpline for people at risk of offending.",
        "en",
        Source(
            "https://example.org/harbour", "2024-10-11", "A harbour breaks new ground", "WeProtect"
        ),
        2024,
        countries=("CO",),
        audiences=("parents", "young-people", "police"),
        capabilities=("hotline", "child-participation"),
        evidence="self-reported",
        organisations=(Party(NETWORK, "Harbour Network", "lead"), *PARTNERS),
    )
    return Entry(
        head,
        CaseStudy("2019", (Event("2019-04", "The hotline opens."), Event("2021", "It grows."))),
        _sections(),
        FIGURES,
        REFERENCES,
        (LINE_116, HOTLINE, OTHER_CASE, entry_id(Kind.TOOL, "unknown")),
    )


def _sections() -> tuple[Section, ...]:
    return (
        Section(
            "solution",
            SectionRole.SOLUTION,
            "What they did",
            (
                Paragraph(
                    "four-parts",
                    (
                        Text("Four parts work as one. The "),
                        EntryLink("hotline", HOTLINE),
                        Text(" sorts reports before the "),
                        Emphasis("police"),
                        Text(" see them; a research centre gathers evidence; "),
                        EntryLink("Harbour Network", NETWORK),
                        Text(" leads, as "),
                        Link("its own pages", "https://example.org/own"),
                        Text(" say."),
                        Citation("first", 1),
                        Text(" A talk lasts "),
                        FigureMention("2.34 minutes", "minutes"),
                        Text("."),
                    ),
                ),
                ListBlock(
                    "parts",
                    (
                        ListItem("one", (Emphasis("A hotline.", strong=True), Text(" It sorts."))),
                        ListItem(
                            "two",
                            (Text("A research centre with two tasks:"),),
                            (
                                ListItem("evidence", (Text("it gathers evidence;"),)),
                                ListItem("words", (Text("it finds words for parents."),)),
                            ),
                        ),
                        ListItem("three", (Text("Projects led by young people."),)),
                    ),
                    ordered=True,
                ),
                Heading("words", (Text("In their words"),)),
                Quotation(
                    "said",
                    ((Text("We were never asked before, and now we decide what is made."),),),
                    "a girl of sixteen",
                ),
                Table(
                    "years",
                    ((Text("Year"),), (Text("Reports"),), (Text("What they were about"),)),
                    (
                        ((Text("2019"),), (Text("1,200"),), (Text("mostly pictures"),)),
                        ((Text("2020"),), (Text("9,800"),), (Text("pictures and threats"),)),
                    ),
                ),
                FigureCards("cards", ("minutes",)),
                Paragraph("after", (Text("After the cards the text goes on."),)),
                Picture("map", "0" * 64, "A map of the harbour", "The harbour in 2019"),
            ),
        ),
        Section(
            "second-line",
            SectionRole.IMPACT,
            "Te Guío, a helpline for people at risk of offending",
            (
                Paragraph(
                    "secret",
                    (
                        FigureMention("60 people", "callers"),
                        Text(" called about harmful behaviour."),
                        Citation("later", 2),
                    ),
                ),
            ),
            sensitive="It speaks of harmful sexual behaviour, without detail.",
        ),
        Section(
            "impact",
            SectionRole.IMPACT,
            "What changed",
            (
                Paragraph(
                    "numbers",
                    (
                        Text("By July 2024 Te Protejo had taken "),
                        FigureMention("over 218,000 reports", "reports"),
                        Text(". "),
                        FigureMention("More than 80%", "share"),
                        Text(" of them were about abuse online, and about "),
                        EntryLink("grooming", GROOMING),
                        Text("."),
                        Citation("with-entry", 3),
                        Text(" The work has spread to "),
                        FigureMention("276 municipalities", "municipalities"),
                        Text(". An "),
                        EntryLink("entry that is gone", entry_id(Kind.TERM, "gone")),
                        Text(" is plain words."),
                    ),
                ),
            ),
        ),
    )


def help_service() -> Entry:
    """A help service with three channels that nobody has checked."""
    head = Head(
        LINE_116,
        "Line 116",
        "A free telephone line for children.",
        "en",
        Source("https://example.org/line", "2024-10-11", "A study", "WeProtect"),
        2024,
        countries=("CO",),
    )
    part = HelpService(
        "child-helpline",
        CASE,
        "Harbour Network",
        (
            Channel("telephone", "+57 116 11 22"),
            Channel("website", "https://example.org/116"),
            Channel("other", "letters"),
        ),
        "day and night",
        "free of charge",
        "under 18",
    )
    return Entry(head, part, related=(CASE,))


def term() -> Entry:
    """A term with a word to avoid."""
    head = Head(
        GROOMING,
        "Grooming",
        "Winning a child's trust in order to abuse it.",
        "en",
        Source("https://example.org/terms", "2016", "Terms", "A group"),
        2016,
    )
    part = Term(
        ("G",),
        ("solicitation", "enticement"),
        (Discouraged("seduction", "it blames the child"), Discouraged("chat-up")),
        "Terms, 2016",
    )
    text = Section(
        "definition",
        SectionRole.DEFINITION,
        "",
        (Paragraph("words", (Text("Winning a child's trust in order to abuse it."),)),),
    )
    return Entry(head, part, (text,))


def with_part(part: Part, kind: Kind) -> Entry:
    """An entry of any kind that has little but its typed part."""
    head = replace(term().head, id=entry_id(kind, "any"), title="Any")
    return Entry(head, part)


def view_of(entry: Entry, *, kept: bool = False, words: Iterable[str] = ()) -> EntryView:
    """The entry with all its labels, the given words marked."""
    pattern = re.compile("|".join(map(re.escape, words)) or r"(?!)", re.IGNORECASE)
    return EntryView(
        entry,
        COLLECTION,
        LABELS,
        TARGETS,
        kept,
        lambda text: [match.span() for match in pattern.finditer(text)],
    )
