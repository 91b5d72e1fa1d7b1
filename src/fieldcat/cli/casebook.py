"""Commands that read the casebook and keep entries of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import click

from fieldcat.cli import printing, typed
from fieldcat.cli.context import Context
from fieldcat.cli.entry_text import print_entry, print_withdrawn
from fieldcat.cli.filters import asked, chosen, filter_options
from fieldcat.domain.query import Query, Sort
from fieldcat.errors import EntryNotFoundError, FieldcatError
from fieldcat.services import browsing, keeping
from fieldcat.services.keeping import Kept

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
limit = click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many."
)


def print_json(value: object) -> None:
    """Print one JSON document, readable by people too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@click.command()
@click.argument("query", callback=typed.words)
@filter_options
@limit
@as_json
@click.pass_obj
def search(context: Context, /, query: str, limit: int, as_json: bool, **options: Any) -> None:
    """Find entries by words, best first.

    QUERY may hold filters too: 'helpline country:tz year:2020..'.
    """
    answer = context.find(replace(asked(context.casebook(), query, options), limit=limit))
    if as_json:
        print_json(printing.answer_record(answer))
    else:
        printing.print_answer(answer)


@click.command("list")
@filter_options
@click.option(
    "--sort",
    type=click.Choice([Sort.TITLE.value, Sort.NEWEST.value]),
    default=Sort.TITLE.value,
    show_default=True,
    help="The order.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; all if absent.")
@as_json
@click.pass_obj
def list_(context: Context, /, sort: str, limit: int | None, as_json: bool, **options: Any) -> None:
    """List entries, filtered, without searching."""
    casebook = context.casebook()
    query = Query("", chosen(casebook, options), Sort(sort), limit or casebook.size)
    answer = browsing.find(casebook, query=query)
    if as_json:
        entries = [printing.head_record(hit.head) for hit in answer.hits]
        print_json({"total": answer.total, "entries": entries})
    else:
        printing.print_list(answer)


@click.command()
@click.argument("entry_id", metavar="ID")
@click.option(
    "--language",
    callback=typed.words,
    help="Show it in this language where there is such a version.",
)
@as_json
@click.pass_obj
def show(context: Context, /, entry_id: str, language: str | None, as_json: bool) -> None:
    """Show one whole entry. One that was withdrawn is shown as it last was here, and says so."""
    casebook, id = context.casebook(), context.entry_id(entry_id)
    try:
        entry = browsing.read_entry(casebook, entry_id=id, language=language)
    except EntryNotFoundError:
        gone = browsing.read_withdrawn(casebook, entry_id=id)
        if gone is None or as_json:
            raise
        print_withdrawn(casebook, gone)
        return
    if as_json:
        print_json(browsing.entry_record(entry))
    else:
        print_entry(casebook, entry)


@click.command()
@click.argument("query", default="", callback=typed.words)
@filter_options
@as_json
@click.pass_obj
def facets(context: Context, /, query: str, as_json: bool, **options: Any) -> None:
    """Count entries by every facet, under a query and filters."""
    answer = context.find(replace(asked(context.casebook(), query, options), limit=1))
    if as_json:
        print_json(printing.facets_record(answer))
    else:
        printing.print_facets(answer)


@click.command()
@click.argument("entry_id", metavar="ID")
@click.option(
    "--folder",
    metavar="F",
    callback=typed.name,
    help="Put it into this folder, which is made if need be.",
)
@click.pass_obj
def bookmark(context: Context, /, entry_id: str, folder: str | None) -> None:
    """Keep an entry under My casebook."""
    head = browsing.read_entry(context.casebook(), entry_id=context.entry_id(entry_id)).head
    keeping.keep(context.workbench.user_data, head=head, folder=folder)
    place = f" in {folder}" if folder else ""
    click.echo(f"Kept{place}: {head.title}")


@click.command()
@as_json
@click.pass_obj
def bookmarks(context: Context, /, as_json: bool) -> None:
    """List what is kept."""
    kept = _kept(context)
    if as_json:
        print_json(printing.kept_record(kept))
    else:
        printing.print_kept(kept)


def _kept(context: Context) -> Kept:
    user_data = context.workbench.user_data
    try:
        return keeping.kept(user_data, casebook=context.casebook())
    except FieldcatError:
        # Without the casebook nobody knows what was withdrawn, but what is kept can be listed.
        return keeping.kept(user_data)
