"""A whole entry as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from fieldcat.cli.entry_facts import facts, figure_text
from fieldcat.cli.printing import print_head, print_wrapped
from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.entry import (
    Entry,
    FigureCards,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Section,
    plain,
)
from fieldcat.services import browsing
from fieldcat.services.browsing import Casebook


def print_entry(casebook: Casebook, entry: Entry) -> None:
    """Everything about an entry; sensitive sections say so before they begin."""
    head = entry.head
    print_head(head)
    click.echo()
    print_wrapped(head.summary)
    if head.sensitive:
        print_wrapped(f"Sensitive: {head.sensitive}")
    click.echo()
    for label, said in facts(casebook, entry):
        print_wrapped(f"{label}: {said}", first="", indent="    ")
    for section in entry.sections:
        _print_section(section)
    if entry.figures:
        click.echo(click.style("\nFigures", bold=True))
        for figure in entry.figures:
            print_wrapped(figure_text(figure), first="  • ", indent="    ")
    if entry.references:
        click.echo(click.style("\nReferences", bold=True))
        for number, reference in enumerate(entry.references, 1):
            print_wrapped(f"{number}. {_cited(reference)}", first="  ", indent="    ")
    click.echo()
    if entry.related:
        print_wrapped(f"Related: {', '.join(map(str, entry.related))}", first="", indent="    ")
    source = head.source
    named = ", ".join(part for part in (source.title, source.publisher, source.url) if part)
    print_wrapped(f"Source: {named} ({source.date})", first="", indent="    ")
    collection = browsing.collection(casebook, collection_id=head.id.collection)
    if collection is not None:
        of = f"{collection.title} by {collection.publisher}, edition {collection.edition}"
        print_wrapped(f"From: {of}", first="", indent="    ")


def print_withdrawn(casebook: Casebook, gone: Withdrawn) -> None:
    """Why and when an entry was withdrawn, and its text as it last was here."""
    told = gone.withdrawal
    reason = told.reason or "its publisher gives no reason"
    print_wrapped(f"WITHDRAWN on {told.date}: {reason}", first="", indent="    ")
    if told.replaced_by is not None:
        print_wrapped(f"In its place: {told.replaced_by}", first="", indent="    ")
    click.echo()
    if gone.entry is None:
        click.echo(f"{told.entry} was never on this computer.")
    else:
        print_entry(casebook, gone.entry)


def _cited(reference: Reference) -> str:
    accessed = f"(accessed {reference.accessed})" if reference.accessed else ""
    entry = f"[{reference.entry}]" if reference.entry else ""
    return " ".join(part for part in (reference.text, reference.url, accessed, entry) if part)


def _print_section(section: Section) -> None:
    click.echo(click.style(f"\n{section.title}", bold=True))
    if section.sensitive:
        print_wrapped(f"[Sensitive: {section.sensitive}]")
    for block in section.blocks:
        match block:
            case Heading(line=line):
                click.echo(f"\n{plain(line)}")
            case Paragraph(line=line):
                print_wrapped(plain(line))
            case ListBlock(items=items, ordered=ordered):
                _print_items(items, ordered, "  ")
            case Quotation(lines=lines, attribution=attribution):
                for line in lines:
                    print_wrapped(f"“{plain(line)}”", indent="    ")
                if attribution:
                    print_wrapped(f"— {attribution}", indent="    ")
            case Picture(alternative=alternative):
                print_wrapped(f"[Picture: {alternative}]")
            case FigureCards():
                pass  # all figures are listed after the text
            case _:
                for row in (block.header, *block.rows):
                    print_wrapped(" | ".join(plain(cell) for cell in row))


def _print_items(items: Iterable[ListItem], ordered: bool, indent: str) -> None:
    for number, item in enumerate(items, 1):
        mark = f"{number}." if ordered else "•"
        print_wrapped(plain(item.line), first=f"{indent}{mark} ", indent=f"{indent}  ")
        _print_items(item.children, False, f"{indent}  ")
