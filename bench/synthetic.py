"""Synthetic collections: as large as asked for, always the same, much like the real thing.

An entry has about 600 words in one of four languages, drawn by Zipf's law with a few words of its
own subject that come back again and again; all kinds and facets, figures, tables, lists and links
occur in realistic shares, every seventh entry has a translation.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path

from bench.prose import Writer
from bench.vocabulary import Words, folded, vocabulary
from fieldcat.domain import entry as domain
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Section, SectionRole, Text
from fieldcat.domain.places import all_regions
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.resources import resource
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue

VERSION = 1
"""Rises with every change that gives other entries."""

SEED = 20261
SIZES = (1_000, 10_000, 100_000)
WORDS = 600
FOLDER = Path(__file__).parent / "results" / "collections"
YEARS = range(2010, 2025)

COLLECTION = Collection(
    id="synthetic",
    title="A synthetic collection",
    publisher="fieldcat",
    description="Made for measurements; it says nothing.",
    language="en",
    licence="CC0",
    edition=1,
    date="2024-12-31",
)

# Of every hundred entries in a row. The order is shuffled once, so that any part is alike.
_SHARES = {
    Kind.CASE_STUDY: 24,
    Kind.RESEARCH: 27,
    Kind.LEARNING_MATERIAL: 20,
    Kind.FUNDING: 8,
    Kind.HELP_SERVICE: 10,
    Kind.TOOL: 6,
    Kind.ORGANISATION: 4,
    Kind.TERM: 1,
}
_LANGUAGES = {"en": 46, "es": 22, "fr": 18, "pt": 14}
_TRANSLATED = 1 / 7
_COUNTRIES = (
    "TZ CO AL IN PH KE GB US BR MX ZA NG GH UG ET RW MZ AO CM SN CI ML MA TN EG JO LB TR UA "
    "MD RO BG RS BA MK ES PT FR DE IT NL SE PL PE EC BO AR CL GT HN DO VN TH KH ID MY NP BD "
    "PK LK"
)
_ROLES = {
    Kind.CASE_STUDY: ("problem", "solution", "impact", "challenges", "lessons", "next-steps"),
    Kind.RESEARCH: ("background", "method", "impact", "recommendations"),
    Kind.TERM: ("definition", "usage"),
}
_OTHER_ROLES = ("about", "key-points", "background", "next-steps")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all entries of a collection are drawn from."""

    seed: int
    size: int
    words: dict[str, Words]
    facets: dict[str, tuple[str, ...]]
    kinds: tuple[Kind, ...]
    organisations: tuple[int, ...]


def entries(size: int, seed: int = SEED, *, revised: int = 0) -> Iterator[Entry]:
    """The entries of a collection, one after the other; a translation follows its original.

    Of ``revised`` originals, spread over the whole, there is a second edition with other words.
    """
    frame = _frame(size, seed)
    again = {at * size // revised for at in range(revised)}
    for number in range(size):
        original, *translations = _versions(frame, number)
        yield entry(number, size, seed, edition=2) if number in again else original
        yield from translations


def entry(number: int, size: int, seed: int = SEED, *, edition: int = 1) -> Entry:
    """One original by its number from 0, in a later edition with other words if wanted."""
    return _original(_frame(size, seed), number, _rng(seed, "entry", number, edition), edition)


def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies of the casebook that comes with fieldcat."""
    bundled = open_catalogue(resource("casebook.sqlite"))
    try:
        return tuple(bundled.vocabularies().values())
    finally:
        bundled.close()


def catalogue(size: int, seed: int = SEED, *, revised: int = 0) -> Path:
    """The catalogue of a collection, written if there is none yet of this seed, size and version.

    Raises what ``write_catalogue`` raises.
    """
    facets = hashlib.sha256(repr(vocabularies()).encode()).hexdigest()[:8]
    edition = f"-revised{revised}" if revised else ""
    path = FOLDER / f"{size}-seed{seed}-version{VERSION}-{facets}{edition}.sqlite"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        write_catalogue(path, COLLECTION, vocabularies(), entries(size, seed, revised=revised))
    return path


def _frame(size: int, seed: int) -> _Frame:
    facets = {
        found.id: tuple(concept.id for concept in found.concepts if not concept.retired)
        for found in _cached_vocabularies()
    }
    kinds = [kind for kind, share in _SHARES.items() for _ in range(share)]
    _rng(seed, "kinds").shuffle(kinds)
    organisations = tuple(n for n in range(size) if kinds[n % 100] is Kind.ORGANISATION)
    return _Frame(seed, size, vocabulary(seed), facets, tuple(kinds), organisations)


_cached_vocabularies = cache(vocabularies)


def _rng(seed: int, *what: object) -> random.Random:
    return random.Random(" ".join(map(str, (seed, *what))))


def _id(frame: _Frame, number: int) -> EntryId:
    return EntryId(COLLECTION.id, frame.kinds[number % 100], f"n{number:06d}")


def _versions(frame: _Frame, number: int) -> Iterator[Entry]:
    rng = _rng(frame.seed, "entry", number, 1)
    original = _original(frame, number, rng)
    yield original
    if rng.random() < _TRANSLATED:
        language = rng.choice([each for each in _LANGUAGES if each != original.head.language])
        head = replace(original.head, language=language, translates=1)
        yield _written(frame, head, rng)


def _original(frame: _Frame, number: int, rng: random.Random, edition: int = 1) -> Entry:
    # What it is stays from edition to edition; only its words are others.
    lasting = _rng(frame.seed, "head", number)
    language = lasting.choices([*_LANGUAGES], [*_LANGUAGES.values()])[0]
    id = _id(frame, number)
    facets = frame.facets
    countries = tuple(
        sorted(set(_zipf_choices(lasting, _COUNTRIES.split(), lasting.choice((1, 1, 1, 2, 3)))))
    )
    year = lasting.choice(YEARS)
    studies = id.kind in {Kind.CASE_STUDY, Kind.RESEARCH}
    head = Head(
        id=id,
        title="",
        summary="",
        language=language,
        source=domain.Source(
            url=f"https://example.org/{number}",
            date=f"{year}-{lasting.randint(1, 12):02d}-{lasting.randint(1, 28):02d}",
            publisher="Example Press",
        ),
        year=year,
        revision=edition,
        countries=countries,
        regions=all_regions((), countries),
        topics=_some(lasting, facets["topics"], 3),
        audiences=_some(lasting, facets["audiences"], 3),
        capabilities=_some(lasting, facets["capabilities"], 3) if studies else (),
        risks=_some(lasting, facets["risks"], 2),
        approaches=_some(lasting, facets["approaches"], 2),
        evidence=lasting.choice(facets["evidence"]) if studies else "",
        organisations=_parties(frame, number, lasting),
    )
    return _written(frame, head, rng)


def _some(rng: random.Random, values: Sequence[str], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_zipf_choices(rng, values, rng.randint(1, most))))


def _zipf_choices(rng: random.Random, values: Sequence[str], number: int) -> list[str]:
    return rng.choices(values, cum_weights=_zipf_weights(len(values)), k=number)


@cache
def _zipf_weights(number: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 3) for rank in range(number)))


def _organisation_name(frame: _Frame, number: int) -> str:
    rng = _rng(frame.seed, "organisation", number)
    content = frame.words[rng.choice([*_LANGUAGES])].content
    words = [content[rng.randrange(200, 6_000)].capitalize() for _ in range(2)]
    return " ".join(
        (*words, rng.choice(("Foundation", "Network", "Trust", "Alliance", "Institute")))
    )


def _parties(frame: _Frame, number: int, rng: random.Random) -> tuple[domain.Party, ...]:
    known = frame.organisations
    if not known or frame.kinds[number % 100] is Kind.TERM:
        return ()
    places = rng.choices(known, cum_weights=_zipf_weights(len(known)), k=rng.choice((1, 1, 2, 3)))
    return tuple(
        domain.Party(_id(frame, place), _organisation_name(frame, place), role)
        for place, role in zip(dict.fromkeys(places), ("lead", "partner", "funder"), strict=False)
    )


# --- what is in them --------------------------------------------------------------------------


def _written(frame: _Frame, head: Head, rng: random.Random) -> Entry:
    writer = Writer(frame.words[head.language], rng)
    kind = head.kind
    number = int(head.id.slug[1:])
    title = _organisation_name(frame, number) if kind is Kind.ORGANISATION else writer.title()
    head = replace(
        head,
        title=title,
        summary=writer.sentences(rng.randint(18, 32)),
        keywords=tuple(rng.sample(writer.subject, 3)),
    )
    figures = _figures(rng) if kind in {Kind.CASE_STUDY, Kind.RESEARCH} else ()
    return Entry(
        head=head,
        part=_part(frame, head, writer, rng),
        sections=_sections(head, figures, writer, rng),
        figures=figures,
        references=tuple(
            domain.Reference(f"r{place}", writer.sentences(14), f"https://example.org/r/{place}")
            for place in range(rng.randint(1, 4))
        ),
        related=tuple(
            dict.fromkeys(_id(frame, rng.randrange(frame.size)) for _ in range(rng.randint(0, 4)))
        ),
    )


def _figures(rng: random.Random) -> tuple[domain.Figure, ...]:
    return tuple(
        domain.Figure(
            id=f"f{place}",
            value=Decimal(rng.choice((rng.randint(2, 99), rng.randint(100, 250_000)))),
            unit=rng.choice(("", "%", "USD")),
            counts="children",
            section="s0",
            lead=place == 0,
        )
        for place in range(rng.randint(1, 5))
    )


def _sections(
    head: Head, figures: Sequence[domain.Figure], writer: Writer, rng: random.Random
) -> tuple[Section, ...]:
    roles = _ROLES.get(head.kind, _OTHER_ROLES)
    length = int(WORDS * rng.triangular(0.55, 1.35, 0.85) / len(roles))
    return tuple(
        Section(
            id=f"s{place}",
            role=SectionRole(role),
            title=" ".join(writer.words(2)).capitalize(),
            blocks=tuple(_blocks(place, figures if place == 0 else (), length, writer, rng)),
            sensitive="It tells of abuse." if rng.random() < 0.02 else "",
        )
        for place, role in enumerate(roles)
    )


def _blocks(
    section: int,
    figures: Sequence[domain.Figure],
    length: int,
    writer: Writer,
    rng: random.Random,
) -> Iterator[domain.Block]:
    name = f"s{section}b"
    form = rng.random()
    if figures:
        yield domain.FigureCards(f"{name}0", tuple(figure.id for figure in figures))
        spans: list[domain.Span] = []
        for figure in figures:
            spans += [
                Text(writer.sentences(9) + " "),
                domain.FigureMention(f"{figure.value:,} {figure.counts}", figure.id),
                Text(" "),
            ]
        yield domain.Paragraph(f"{name}1", (*spans, Text(writer.sentences(12))))
    elif form < 0.2:
        items = (
            domain.ListItem(f"{name}i{place}", (Text(writer.sentences(length // 8)),))
            for place in range(4)
        )
        yield domain.ListBlock(f"{name}2", tuple(items))
    elif form < 0.28:
        yield domain.Quotation(f"{name}3", ((Text(writer.sentences(length // 2)),),), "A teacher")
    elif form < 0.33:
        cells = tuple((Text(" ".join(writer.words(4))),) for _ in range(3))
        yield domain.Table(f"{name}4", cells, (cells, cells))
    else:
        yield domain.Paragraph(f"{name}5", (Text(writer.sentences(length // 2)),))
    yield domain.Paragraph(f"{name}6", (Text(writer.sentences(max(8, length // 2))),))


def _part(frame: _Frame, head: Head, writer: Writer, rng: random.Random) -> domain.Part:
    provider = head.organisation
    match head.kind:
        case Kind.CASE_STUDY:
            events = (
                domain.Event(str(head.year - place), writer.sentences(10)) for place in range(3)
            )
            return domain.CaseStudy(started=str(head.year - 3), timeline=tuple(events))
        case Kind.RESEARCH:
            authors = (" ".join(writer.words(2)).title() for _ in range(rng.randint(1, 5)))
            return domain.Research(
                authors=tuple(authors),
                publisher=provider,
                published=head.source.date,
                method=writer.sentences(10),
                population=f"{rng.randint(200, 9_000)} children",
            )
        case Kind.LEARNING_MATERIAL:
            return domain.LearningMaterial(
                provider=provider, format="Toolkit", ages="10–14", languages=(head.language,)
            )
        case Kind.FUNDING:
            return domain.Funding(
                funder=provider,
                amount=str(rng.randint(1, 90) * 1_000),
                currency="USD",
                who_can_apply=writer.sentences(12),
            )
        case Kind.HELP_SERVICE:
            return domain.HelpService(
                service_kind=rng.choice(frame.facets["help-service-kinds"]),
                stated_by=EntryId(COLLECTION.id, Kind.CASE_STUDY, "n000000"),
                provider=provider,
                channels=(domain.Channel("telephone", str(rng.randint(100, 99_999))),),
            )
        case Kind.TOOL:
            return domain.Tool(provider=provider, purpose=writer.sentences(12))
        case Kind.ORGANISATION:
            initials = "".join(word[0] for word in folded(head.title).upper().split())
            return domain.Organisation(
                rng.choice(frame.facets["organisation-kinds"]), abbreviation=f"{initials}X"
            )
        case Kind.TERM:
            return domain.Term(
                abbreviations=("".join(word[0] for word in writer.subject[:4]).upper(),),
                synonyms=(" ".join(writer.subject[4:6]),),
                discouraged=(domain.Discouraged(" ".join(writer.subject[6:8]), "It misleads."),),
            )
