"""A small casebook with one entry of each sort that matters to storage, and a clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck

from fieldcat.domain.entry import (
    CaseStudy,
    Channel,
    Discouraged,
    Entry,
    EntryId,
    Head,
    HelpService,
    Kind,
    Organisation,
    Paragraph,
    Party,
    Section,
    SectionRole,
    Source,
    Term,
    Text,
)
from fieldcat.domain.taxonomy import Collection, Concept, Vocabulary

# For whole casebooks, whose file may be written anew in the same folder.
MUCH_TO_DRAW = (
    HealthCheck.function_scoped_fixture,
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
)


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: datetime = datetime(2026, 11, 22, 16, 3, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)

    def tick(self) -> None:
        """A second later."""
        self.now += timedelta(seconds=1)


def an_id(kind: Kind, slug: str) -> EntryId:
    return EntryId("fieldcat", kind, slug)


def head(kind: Kind, slug: str, title: str, date: str = "2024-10-11", **more: object) -> Head:
    return Head(
        id=an_id(kind, slug),
        title=title,
        summary=f"Summary of {title}.",
        language="en",
        source=Source("https://example.org/", date),
        year=int(date[:4]),
        **more,  # type: ignore[arg-type]  # fields of a head, as the test names them
    )


def section(id: str, words: str, sensitive: str = "") -> Section:
    paragraph = Paragraph("p", (Text(words),))
    return Section(id, SectionRole.OTHER, f"Heading of {id}", (paragraph,), sensitive)


RED_PAPAZ = an_id(Kind.ORGANISATION, "red-papaz")
VIGUIAS = Entry(
    head(
        Kind.CASE_STUDY,
        "viguias",
        "Élan of the hotline",
        countries=("CO",),
        regions=("419",),
        topics=("schools", "reporting-abuse"),
        audiences=("parents",),
        capabilities=("hotline",),
        risks=("contact",),
        approaches=("laws",),
        evidence="self-reported",
        organisations=(Party(RED_PAPAZ, "Red PaPaz", "lead"),),
        keywords=("Viguias",),
    ),
    CaseStudy(),
    (section("open", "Seen by all."), section("shut", "Read by choice.", "It is hard to read.")),
)
VIGUIAS_ES = replace(
    VIGUIAS,
    head=replace(VIGUIAS.head, title="Ímpetu de la línea", language="es", translates=1),
    sections=(section("open", "Visto por todos."),),
)
OLDER = Entry(head(Kind.CASE_STUDY, "older", "#another study", "2022-05"), CaseStudy())
HOTLINE = Entry(
    head(Kind.HELP_SERVICE, "te-protejo", "Te Protejo", "2024-10"),
    HelpService("hotline", VIGUIAS.id, channels=(Channel("telephone", "141"),)),
)
PAPAZ = Entry(
    head(Kind.ORGANISATION, "red-papaz", "Red PaPaz", "2024"),
    Organisation("civil-society", abbreviation="RP"),
)
CSAM = Entry(
    head(Kind.TERM, "csam", "Child sexual abuse material", "2024"),
    Term(("CSAM",), ("abuse images",), (Discouraged("kiddie pictures", "It plays it down."),)),
)
ENTRIES = (VIGUIAS, VIGUIAS_ES, OLDER, HOTLINE, PAPAZ, CSAM)
COLLECTION = Collection(
    "fieldcat", "The casebook", "fieldcat", "Studies.", "en", "CC BY 4.0", 1, "2026-11-22"
)
TOPICS = Vocabulary("topics", 1, "Topic", "Ours", (Concept("schools", "Schools"),))
AUDIENCES = Vocabulary("audiences", 2, "Audience", "Ours", (Concept("parents", "Parents"),))
