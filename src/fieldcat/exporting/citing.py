"""Entries as references for reference managers: CSL JSON, RIS, BibTeX.

A study is cited as itself; any other entry by the source that its facts come from. Fields are those
of the CSL schema 1.0.2, of RIS (2011) and of BibLaTeX, which BibTeX programs read as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldcat.domain.entry import Entry, Research


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference of a work that an entry is about, or that it comes from."""

    key: str
    title: str
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    url: str = ""
    abstract: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()


def references_of(entries: Iterable[Entry]) -> tuple[Reference, ...]:
    """The references of entries; several that come from one source are one reference."""
    found: dict[tuple[str, str], Reference] = {}
    for entry in entries:
        reference = _reference(entry)
        found.setdefault((reference.title, reference.url), reference)
    return tuple(found.values())


def csl_of(references: Iterable[Reference]) -> bytes:
    """A CSL JSON document."""
    works = [dict(_csl(reference)) for reference in references]
    return (json.dumps(works, ensure_ascii=False, indent=1) + "\n").encode()


def ris_of(references: Iterable[Reference]) -> bytes:
    """A RIS document."""
    return "".join(f"{line}\r\n" for one in references for line in _ris(one)).encode()


def bibtex_of(references: Iterable[Reference]) -> bytes:
    """A BibTeX document in UTF-8; keys are unique."""
    parts, taken = [], set[str]()
    for reference in references:
        key, number = reference.key, 1
        while key in taken:
            number += 1
            key = f"{reference.key}-{number}"
        taken.add(key)
        lines = [f"  {name} = {{{value}}}" for name, value in _bibtex(reference)]
        parts.append(f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(parts).encode()


def _reference(entry: Entry) -> Reference:
    head, part = entry.head, entry.part
    if isinstance(part, Research):
        return Reference(
            key=head.id.slug,
            title=head.title,
            authors=part.authors,
            published=part.published or head.source.date,
            publisher=part.publisher or head.source.publisher,
            url=part.url or head.source.url,
            abstract=head.summary,
            language=head.language,
            keywords=head.keywords,
        )
    return Reference(
        key=head.id.slug,
        title=head.source.title or head.title,
        authors=(head.source.publisher,) if head.source.publisher else (),
        published=head.source.date,
        publisher=head.source.publisher,
        url=head.source.url,
        abstract=head.summary,
        language=head.language,
        keywords=head.keywords,
    )


def _csl(reference: Reference) -> Iterator[tuple[str, object]]:
    yield "id", reference.key
    yield "type", "report"
    yield "title", reference.title
    if reference.authors:
        yield "author", [_name(author) for author in reference.authors]
    if reference.published:
        yield "issued", {"date-parts": [[int(part) for part in reference.published.split("-")]]}
    for name, value in (
        ("publisher", reference.publisher),
        ("URL", reference.url),
        ("abstract", reference.abstract),
        ("language", reference.language),
        ("keyword", ", ".join(reference.keywords)),
    ):
        if value:
            yield name, value


def _name(author: str) -> dict[str, str]:
    """A person's names where they are plain; a name of several words may be an institution's."""
    given, _, family = author.rpartition(" ")
    initials = re.fullmatch(r"(?:[A-Z]\.\s?)+", given)
    return {"given": given, "family": family} if initials else {"literal": author}


def _ris(reference: Reference) -> Iterator[str]:
    yield "TY  - RPRT"
    yield f"ID  - {reference.key}"
    yield f"TI  - {_line(reference.title)}"
    for author in reference.authors:
        name = _name(author)
        told = f"{name['family']}, {name['given']}" if "family" in name else author
        yield f"AU  - {_line(told)}"
    if reference.published:
        yield f"PY  - {reference.published[:4]}"
        yield f"DA  - {'/'.join((*reference.published.split('-'), '', '')[:3])}/"
    for tag, value in (
        ("PB", reference.publisher),
        ("UR", reference.url),
        ("AB", reference.abstract),
        ("LA", reference.language),
    ):
        if value:
            yield f"{tag}  - {_line(value)}"
    yield from (f"KW  - {_line(word)}" for word in reference.keywords)
    yield "ER  - "


def _line(text: str) -> str:
    """A value stays in its line; else its end could be a field of its own."""
    return " ".join(text.split())


def _bibtex(reference: Reference) -> Iterator[tuple[str, str]]:
    authors = []
    for author in reference.authors:
        name = _name(author)
        plain = f"{_tex(name['family'])}, {_tex(name['given'])}" if "family" in name else ""
        authors.append(plain or f"{{{_tex(author)}}}")
    year, _, month = reference.published.partition("-")
    for field, value in (
        ("title", f"{{{_tex(reference.title)}}}"),
        ("author", " and ".join(authors)),
        ("year", year),
        ("month", month[:2].lstrip("0")),
        ("publisher", _tex(reference.publisher)),
        ("url", reference.url.translate(_NO_BRACES)),
        ("abstract", _tex(reference.abstract)),
        ("langid", reference.language),
        ("keywords", _tex(", ".join(reference.keywords))),
    ):
        if value:
            yield field, value


_NO_BRACES = str.maketrans({"{": "%7B", "}": "%7D"})
_TEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    # BibTeX counts braces, those with a backslash, too: one alone would swallow what follows.
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))
