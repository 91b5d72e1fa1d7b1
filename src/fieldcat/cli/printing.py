"""What the commands print: records for programs, lines for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import click

from fieldcat.domain.entry import (
    Entry,
    FigureCards,
    Head,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Section,
    plain,
)
from fieldcat.domain.query import Answer, Snippet
from fieldcat.services.browsing import Casebook, value_label
from fieldcat.services.keeping import Kept, KeptEntry

WIDTH = 88
MARKED = ("\x1b[1m", "\x1b[22m")


# --- for programs -----------------------------------------------------------------------------


def head_record(head: Head) -> dict[str, Any]:
    """The fields of an entry that every listing gives."""
    return {
        "id": str(head.id),
        "kind": str(head.kind),
        "title": head.title,
        "organisation": head.organisation,
        "countries": list(head.countries),
        "year": head.year,
        "language": head.language,
        "source_url": head.source.url,
    }


def answer_record(answer: Answer) -> dict[str, Any]:
    """A search's answer."""
    term = answer.preferred_term
    return {
        "query": answer.query.text,
        "total": answer.total,
        "suggestion": answer.suggestion,
        "preferred_term": term.preferred if term else None,
        "hits": [
            head_record(hit.head) | {"score": round(hit.score, 4), "snippet": hit.snippet.text}
            for hit in answer.hits
        ],
    }


def facets_record(answer: Answer) -> dict[str, Any]:
    """Every facet with its values and counts; values that nothing has are left out."""
    return {
        str(facet): [
            {"value": value.value, "label": value.label, "count": value.count}
            for value in values
            if value.count or value.ticked
        ]
        for facet, values in answer.facets.items()
    }


def kept_record(kept: Kept) -> dict[str, Any]:
    """What is kept."""
    return {
        "folders": list(kept.folders),
        "bookmarks": [
            {
                "id": str(entry.id),
                "title": entry.title,
                "folder": entry.folder,
                "kept_at": entry.kept_at,
            }
            for entry in kept.entries
        ],
    }


# --- for people -------------------------------------------------------------------------------


def print_answer(answer: Answer) -> None:
    """Hits with their snippets, and what helps where there are few."""
    if answer.preferred_term:
        term = answer.preferred_term
        click.echo(f"The preferred term for «{term.discouraged}» is «{term.preferred}».")
    if answer.suggestion:
        click.echo(f"Did you mean: {answer.suggestion}")
    if not answer.hits:
        click.echo("Nothing found. Try fewer words or fewer filters.")
        return
    click.echo(f"{answer.total} of {answer.collection_size} entries")
    partial = False
    for hit in answer.hits:
        if hit.partial and not partial:
            click.echo("\nSome of your words:")
            partial = True
        click.echo()
        _print_head(hit.head)
        if hit.snippet.text:
            click.echo(f"    {_marked(hit.snippet)}")


def print_list(answer: Answer) -> None:
    """Titles with their ids."""
    click.echo(f"{answer.total} of {answer.collection_size} entries")
    for hit in answer.hits:
        _print_head(hit.head)


def print_facets(answer: Answer) -> None:
    """Counts by facet."""
    for facet, values in answer.facets.items():
        shown = [value for value in values if value.count or value.ticked]
        if shown:
            click.echo(click.style(str(facet), bold=True))
        for value in shown:
            tick = "✓" if value.ticked else " "
            click.echo(f" {tick}{value.count:>6}  {value.label}  ({value.value})")


def print_kept(kept: Kept) -> None:
    """What is kept, by folder."""
    if not kept.entries:
        click.echo("Nothing is kept yet. `fieldcat bookmark ID` keeps an entry.")
    for folder in ("", *kept.folders):
        entries = [entry for entry in kept.entries if entry.folder == folder]
        if entries and folder:
            click.echo(click.style(folder, bold=True))
        for entry in entries:
            click.echo(f"{_kept_title(entry)}\n    {entry.id}")


def print_entry(casebook: Casebook, entry: Entry) -> None:
    """A whole entry as text; sensitive sections say so before they begin."""
    head = entry.head
    _print_head(head)
    click.echo()
    _print_wrapped(head.summary)
    if head.sensitive:
        _print_wrapped(f"Sensitive: {head.sensitive}")
    for section in entry.sections:
        _print_section(section)
    if entry.references:
        click.echo(click.style("\nReferences", bold=True))
        for number, reference in enumerate(entry.references, 1):
            _print_wrapped(f"{number}. {reference.text} {reference.url}".strip(), indent="    ")
    click.echo()
    if entry.related:
        click.echo("Related: " + ", ".join(map(str, entry.related)))
    topics = [value_label(casebook, vocabulary="topics", value=topic) for topic in head.topics]
    if topics:
        click.echo(f"Topics: {', '.join(topics)}")
    click.echo(f"Source: {head.source.url} ({head.source.date})")


def _print_head(head: Head) -> None:
    about = (head.kind, head.organisation, ", ".join(head.countries), head.year)
    click.echo(click.style(head.title, bold=True))
    click.echo(f"    {' · '.join(str(part) for part in about if part)}\n    {head.id}")


def _print_section(section: Section) -> None:
    click.echo(click.style(f"\n{section.title}", bold=True))
    if section.sensitive:
        _print_wrapped(f"[Sensitive: {section.sensitive}]")
    for block in section.blocks:
        match block:
            case Heading(line=line):
                click.echo(f"\n{plain(line)}")
            case Paragraph(line=line):
                _print_wrapped(plain(line))
            case ListBlock(items=items, ordered=ordered):
                _print_items(items, ordered, "  ")
            case Quotation(lines=lines, attribution=attribution):
                for line in lines:
                    _print_wrapped(f"“{plain(line)}”", indent="    ")
                if attribution:
                    _print_wrapped(f"— {attribution}", indent="    ")
            case Picture(alternative=alternative):
                _print_wrapped(f"[Picture: {alternative}]")
            case FigureCards():
                pass  # the sentence that states a figure stands in the text
            case _:
                for row in (block.header, *block.rows):
                    _print_wrapped(" | ".join(plain(cell) for cell in row))


def _print_items(items: Iterable[ListItem], ordered: bool, indent: str) -> None:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if ordered else "•"
        _print_wrapped(plain(item.line), first=f"{indent}{mark} ", indent=f"{indent}  ")
        _print_items(item.children, False, f"{indent}  ")


def _print_wrapped(text: str, *, first: str | None = None, indent: str = "") -> None:
    start = indent if first is None else first
    click.echo(textwrap.fill(text, WIDTH, initial_indent=start, subsequent_indent=indent))


def _kept_title(entry: KeptEntry) -> str:
    return f"{entry.title} (withdrawn)" if entry.withdrawn else entry.title


def _marked(snippet: Snippet) -> str:
    """The snippet with its marked words in bold; click drops that where no terminal shows it."""
    parts, end = [], 0
    for start, stop in snippet.marks:
        parts += [snippet.text[end:start], MARKED[0], snippet.text[start:stop], MARKED[1]]
        end = stop
    return "".join([*parts, snippet.text[end:]])
