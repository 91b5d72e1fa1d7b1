"""What the commands print: records for programs, lines for people."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from fieldcat.domain.entry import Head
from fieldcat.domain.query import Answer, Snippet
from fieldcat.domain.query_line import write_line
from fieldcat.records.direction import undirected
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
        "query": write_line(answer.query.text, answer.query.filters),
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
        print_head(hit.head)
        if hit.snippet.text:
            click.echo(f"    {_marked(hit.snippet)}")


def print_list(answer: Answer) -> None:
    """Titles with their ids."""
    click.echo(f"{answer.total} of {answer.collection_size} entries")
    for hit in answer.hits:
        print_head(hit.head)


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


def print_head(head: Head) -> None:
    """Title, what it is, and id: three lines."""
    about = (head.kind, head.organisation, ", ".join(head.countries), head.year)
    click.echo(click.style(head.title, bold=True))
    click.echo(f"    {' · '.join(str(part) for part in about if part)}\n    {head.id}")


def print_wrapped(text: str, *, first: str | None = None, indent: str = "") -> None:
    """A passage in lines of ``WIDTH``; ``first`` begins the first line, ``indent`` the others."""
    start = indent if first is None else first
    lines = textwrap.fill(
        undirected(text),  # what a text holds may not command the terminal
        WIDTH,
        initial_indent=start,
        subsequent_indent=indent,
        # An address or a number in two pieces could not be copied.
        break_long_words=False,
        break_on_hyphens=False,
    )
    click.echo(lines)


def _kept_title(entry: KeptEntry) -> str:
    if entry.withdrawn:
        return f"{entry.title} (withdrawn)"
    return f"{entry.title} (changed since)" if entry.changed else entry.title


def _marked(snippet: Snippet) -> str:
    """The snippet with its marked words in bold; click drops that where no terminal shows it."""
    parts, end = [], 0
    for start, stop in snippet.marks:
        before, marked = snippet.text[end:start], snippet.text[start:stop]
        parts += [undirected(before), MARKED[0], undirected(marked), MARKED[1]]
        end = stop
    return "".join([*parts, undirected(snippet.text[end:])])
