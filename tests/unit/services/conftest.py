"""A small casebook, built as any other is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldcat.domain.entry import (
    CaseStudy,
    Discouraged,
    Entry,
    EntryId,
    Funding,
    Head,
    HelpService,
    Kind,
    Organisation,
    Paragraph,
    Part,
    Party,
    Section,
    SectionRole,
    Source,
    Term,
    Text,
)
from fieldcat.domain.taxonomy import Collection, Concept, Vocabulary
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue

COLLECTION = Collection(
    id="small",
    title="A small casebook",
    publisher="Nobody",
    description="For tests.",
    language="en",
    licence="CC BY 4.0",
    edition=1,
    date="2025-01-01",
)
TOPICS = Vocabulary(
    id="topics",
    version=1,
    title="Topic",
    source_title="Ours",
    concepts=(
        Concept("reporting-abuse", "Reporting abuse"),
        Concept("schools", "Schools"),
        Concept("helplines", "Helplines"),
        Concept("unused", "Unused"),
    ),
)


def named(kind: Kind, slug: str) -> EntryId:
    return EntryId("small", kind, slug)


RED_PAPAZ = Party(named(Kind.ORGANISATION, "red-papaz"), "Red PaPaz", "lead")
NOBODY = Party(named(Kind.ORGANISATION, "without-entry"), "Without an entry", "partner")


def entry(
    kind: Kind,
    slug: str,
    title: str,
    text: str,
    part: Part,
    *,
    summary: str = "A summary.",
    year: int = 2024,
    language: str = "en",
    translates: int | None = None,
    countries: tuple[str, ...] = (),
    regions: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    organisations: tuple[Party, ...] = (),
    sensitive: str = "",
) -> Entry:
    section = Section(
        id="text",
        role=SectionRole.ABOUT,
        title="About",
        blocks=(Paragraph("p", (Text(text),)),),
        sensitive=sensitive,
    )
    return Entry(
        Head(
            id=named(kind, slug),
            title=title,
            summary=summary,
            language=language,
            source=Source("https://example.org/", f"{year}-01-01"),
            year=year,
            translates=translates,
            countries=countries,
            regions=regions,
            topics=topics,
            organisations=organisations,
        ),
        part,
        (section,),
    )


STUDY = named(Kind.CASE_STUDY, "viguias")


def helping(slug: str, title: str, text: str, country: str) -> Entry:
    return entry(
        Kind.HELP_SERVICE,
        slug,
        title,
        text,
        HelpService("helpline", STUDY),
        countries=(country,),
        topics=("helplines",),
    )


ENTRIES = (
    entry(
        Kind.CASE_STUDY,
        "viguias",
        "Viguías, a safer internet centre",
        "Its hotline takes reports of child sexual abuse material.",
        CaseStudy(),
        summary="A centre of Red PaPaz with a hotline.",
        countries=("CO",),
        regions=("019",),
        topics=("schools", "reporting-abuse"),
        organisations=(RED_PAPAZ, NOBODY),
    ),
    entry(
        Kind.CASE_STUDY,
        "viguias",
        "Viguías, un centro de internet segura",
        "Su línea recibe denuncias.",
        CaseStudy(),
        language="es",
        translates=1,
        countries=("CO",),
    ),
    entry(
        Kind.CASE_STUDY,
        "banks",
        "How banks follow the money",
        "Banks spot payments for abuse.",
        CaseStudy(),
        year=2022,
        topics=("reporting-abuse",),
        sensitive="It speaks of livestreamed abuse.",
    ),
    helping("line-116", "The child helpline 116", "A helpline for children.", "TZ"),
    helping("portal", "A portal", "A website of the helpline.", "TZ"),
    helping("te-protejo", "Te Protejo", "A hotline.", "CO"),
    entry(
        Kind.ORGANISATION,
        "red-papaz",
        "Red PaPaz",
        "Parents.",
        Organisation("civil-society", abbreviation="RPP"),
    ),
    entry(Kind.FUNDING, "fund", "A fund", "Money for schools.", Funding(), year=2022),
    entry(
        Kind.TERM,
        "csam",
        "Child sexual abuse material (CSAM)",
        "Pictures and films of abuse.",
        Term(discouraged=(Discouraged("child pornography", "It is abuse."),)),
    ),
)


@pytest.fixture(scope="session")
def catalogue_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalogue") / "small.sqlite"
    write_catalogue(path, COLLECTION, [TOPICS], ENTRIES)
    return path


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    catalogue = open_catalogue(catalogue_path)
    yield catalogue
    catalogue.close()


@pytest.fixture(scope="session")
def casebook(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    searcher = ensure_index(catalogue, tmp_path_factory.mktemp("data") / "index")
    yield open_casebook(catalogue, searcher)
    searcher.close()


@pytest.fixture(scope="session")
def unindexed(casebook: Casebook) -> Casebook:
    """The same casebook while its index is being built."""
    return casebook.with_searcher(None)
