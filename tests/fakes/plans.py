"""Made-up parts of sessions, for whoever shows or prints them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from fieldcat.domain.entry import (
    Block,
    Channel,
    Figure,
    HelpService,
    Paragraph,
    Section,
    SectionRole,
    Source,
    Text,
)
from fieldcat.domain.head import EntryId
from fieldcat.domain.session import Content, EntryPart, HelpPart, Origin, Session, Step

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
STUDY = EntryId.parse("weprotect/case-study/made-up")


def origin(*, sensitive: str = "", countries: tuple[str, ...] = ("TZ",)) -> Origin:
    """An entry that something was taken from."""
    source = Source("https://example.org/study", "2024-08-28", "A study", "Example")
    return Origin(STUDY, 1, "A made-up study", "en", source, "Example", countries, "", sensitive)


def paragraph(text: str, *, id: str = "p") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(id, (Text(text),))


def section(
    *blocks: Block, id: str = "s", title: str = "What changed", sensitive: str = ""
) -> Section:
    """A section of these blocks."""
    return Section(id, SectionRole.IMPACT, title, tuple(blocks), sensitive)


def figure(
    value: Decimal,
    unit: str,
    *,
    id: str = "f",
    counts: str = "of children use the internet",
    whom: str = "",
    place: str = "TZ",
) -> Figure:
    """A figure that the section ``s`` states."""
    return Figure(id, value, unit, counts, "s", whom=whom, place=place)


def entry_part(*sections: Section, figures: tuple[Figure, ...] = ()) -> EntryPart:
    """Sections of the made-up study."""
    return EntryPart(origin(), sections, figures)


def help_part(value: str, kind: str = "telephone") -> HelpPart:
    """A helpline that is reached in one way, or in none that is known."""
    channels = (Channel(kind, value),) if value else ()
    service = HelpService("child-helpline", STUDY, channels=channels, hours="day and night")
    return HelpPart(origin(), service, "A helpline for children.")


def step(content: Content, *, id: str = "1" * 32, **kwargs: object) -> Step:
    """A step with this content."""
    return Step(id, content, **kwargs)  # type: ignore[arg-type]  # whatever a step has


def session(*contents: Content, length: int = 60, title: str = "Parents' evening") -> Session:
    """A session with one step for each content, ten minutes each."""
    steps = tuple(
        Step(f"{at:032x}", content, minutes=10, notes=f"Notes on {at}")
        for at, content in enumerate(contents)
    )
    return Session("a" * 32, title, NOW, NOW, length=length, steps=steps)
