"""Works of research as libraries and reference managers write them, and the items they become."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing import values
from fieldcat.publishing.ingesting.cleaning import cleaned
from fieldcat.publishing.ingesting.items import Item, Paragraph, Read, Remark, Section, Span, Why
from fieldcat.publishing.typed_values import read_day

MOST_BYTES = 50_000_000
MOST_WORKS = 50_000


@dataclass(frozen=True, slots=True)
class Work:
    """One work. ``published`` is as it was written; ``within`` is the journal, book or series."""

    key: str
    title: str
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    within: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    url: str = ""
    doi: str = ""
    abstract: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()
    line: int = 0


def item_of(work: Work, source: str) -> Read:
    """The item that a work becomes, or why none can be made of it."""
    title = cleaned(work.title).strip()
    if not title:
        return Remark(Why.BAD_ROW, f"{work.key}: it has no title", line=work.line)
    url = work.url.strip() or (f"https://doi.org/{work.doi}" if work.doi else "")
    published = read_day(work.published) or _year(work.published)
    abstract = cleaned(work.abstract).strip()
    short = values.count_words(abstract) <= 60
    fields = {
        "summary": abstract if short else "",
        "language": work.language if values.is_language(work.language) else "",
        "source_url": url,
        "source_title": title,
        "source_publisher": work.publisher or work.within,
        "source_date": published,
        "authors": tuple(cleaned(author).strip() for author in work.authors if author.strip()),
        "publisher": _publisher(work),
        "published": published,
        "url": url,
        "keywords": tuple(cleaned(word).strip() for word in work.keywords if word.strip()),
    }
    text = (Section("About", SectionRole.ABOUT, (Paragraph((Span(abstract),)),)),)
    key = work.doi or work.key or title.casefold()
    return Item(
        f"{source}#{key}", Kind.RESEARCH, title, fields=fields, sections=() if short else text
    )


def person(name: str) -> str:
    """«Ali, Sana» as it is read: «Sana Ali». An institution in braces stays as it is."""
    if name.startswith("{") and name.endswith("}"):
        return name[1:-1].strip()
    family, comma, given = name.partition(",")
    if not comma:
        return name.strip()
    suffix, _, rest = given.partition(",")
    return f"{(rest or suffix).strip()} {family.strip()}".strip()


def _year(published: str) -> str:
    match = re.search(r"(?<!\d)[12]\d{3}(?!\d)", published)
    return match[0] if match else ""


def _publisher(work: Work) -> str:
    """«Human Arenas 6(2), pages 404–421», or who published it."""
    if not work.within:
        return work.publisher
    number = f" {work.volume}" if work.volume else ""
    number += f"({work.issue})" if work.issue else ""
    pages = f", pages {re.sub('-+', '–', work.pages)}" if work.pages else ""
    return f"{work.within}{number}{pages}"
