"""Commands for taking in editions, and for going back.

The window has the same done in a process of its own (``cli.working``).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from fieldcat import wiring
from fieldcat.cli.context import Context
from fieldcat.cli.wording import counted, counted_kind, sentence
from fieldcat.domain.entry import Kind
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.updating import Change, How, Preview, Touched
from fieldcat.errors import FieldcatError

_STAGES = {
    "fetching": "Fetching …",
    "copying": "Copying and reading back …",
    "verifying": "Verifying …",
    "reading": "Reading …",
    "comparing": "Comparing …",
    "building": "Building the casebook …",
    "indexing": "Preparing the search …",
    "switching": "Switching …",
}
_MOST_LISTED = 20
_MOST_NAMED = 3


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line for each step.")
@click.option(
    "--expecting", metavar="SHA256", help="Only the edition whose preview gave this manifest."
)
@click.pass_obj
def import_(
    context: Context, /, file: Path, yes: bool, as_json: bool, expecting: str | None
) -> None:
    """Take in the edition in FILE, a bundle that ends in .fieldcat.

    It is verified first, and what it would change is shown. With --json and without --yes only that
    is done. Whatever happens on the way, the casebook that is here goes on working.
    """
    if as_json:
        _in_lines(context, file, yes=yes, expecting=expecting)
        return
    from fieldcat.services import importing

    laptop = wiring.importing_laptop(context.workbench)
    offered = importing.preview(file, laptop=laptop, report=telling())
    print_preview(offered)
    if not offered.is_news:
        click.echo(f"Edition {offered.here} is here already; there is nothing to do.")
        return
    if not yes and not click.confirm("Take it in?", default=True):
        click.echo("Nothing was changed.")
        return
    expecting = expecting or offered.manifest
    importing.take_in(file, laptop=laptop, report=telling(), expecting=expecting)
    click.echo("Taken in. `fieldcat undo-import` goes back to what was read before.")


@click.command("undo-import")
@click.pass_obj
def undo_import(context: Context, /) -> None:
    """Go back to the casebook that was read before the last import.

    Nothing is deleted: importing the same file again brings it back.
    """
    from fieldcat.services import importing

    number = importing.undo(wiring.importing_laptop(context.workbench))
    if number is None:
        raise click.ClickException("There is no import to go back from.")
    what = f"import {number}" if number else "the casebook that came with fieldcat"
    click.echo(f"Back to {what}.")


def _in_lines(context: Context, file: Path, *, yes: bool, expecting: str | None) -> None:
    from fieldcat.services import importing

    report = report_in_lines
    try:
        laptop = wiring.importing_laptop(context.workbench)
        if not yes:
            json_line(
                "preview", preview_record(importing.preview(file, laptop=laptop, report=report))
            )
            return
        taken = importing.take_in(file, laptop=laptop, report=report, expecting=expecting)
    except FieldcatError as error:
        tell_fault(error)
        raise
    number = None if taken.generation is None else taken.generation.number
    json_line("done", {"generation": number, "preview": preview_record(taken.preview)})


def report_in_lines(progress: Progress) -> None:
    """A line of JSON for a step."""
    record = {"stage": progress.stage, "done": progress.done, "total": progress.total}
    json_line("progress", record)


def tell_fault(error: FieldcatError) -> None:
    """A line of JSON for what went wrong."""
    data = {name: value for name, value in error.data.items() if isinstance(value, str | int)}
    json_line("error", {"code": error.code, "sentence": sentence(error), "data": data})


def json_line(what: str, record: dict[str, Any]) -> None:
    """A line of JSON, seen at once by who waits for it."""
    click.echo(json.dumps({what: record}, ensure_ascii=False))
    sys.stdout.flush()  # whoever reads the lines waits for each


def telling() -> Report:
    """One line on standard error where a person is watching; silent in scripts."""
    watched = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if watched:
            share = f" {100 * progress.done // progress.total} %" if progress.total else ""
            words = _STAGES.get(progress.stage, "…")
            click.echo(f"\r{words + share:40}", nl=False, err=True)
            if progress.stage == "switching" and progress.done:
                click.echo("", err=True)

    return tell


def print_preview(offered: Preview) -> None:
    """What an edition would change, for people."""
    collection = offered.edition.collection
    click.echo(click.style(f"{collection.title}, edition {collection.edition}", bold=True))
    click.echo(f"    {collection.publisher}, {collection.date}, {offered.size:,} bytes")
    click.echo(f"    verified by the publisher's key {offered.keys[0][:16]}")
    if offered.here:
        click.echo(f"    edition {offered.here} is here")
    for how in How:
        changes = [change for change in offered.changes if change.how is how]
        if changes:
            click.echo(f"{how.value.capitalize()}: {_by_kind(changes)}")
            for change in changes[:_MOST_LISTED]:
                click.echo(f"    {change.title}{f' ({change.reason})' if change.reason else ''}")
            if len(changes) > _MOST_LISTED:
                click.echo(f"    … and {len(changes) - _MOST_LISTED} more")
    if offered.touched:
        click.echo("Of yours:")
        for touch in offered.touched:
            click.echo(f"    {touch.change.title}: {touch.change.how}, {_own(touch)}")


def _by_kind(changes: list[Change]) -> str:
    numbers = ((kind, sum(change.entry.kind is kind for change in changes)) for kind in Kind)
    return ", ".join(counted_kind(number, kind) for kind, number in numbers if number)


def _own(touch: Touched) -> str:
    parts: list[str] = []
    if touch.bookmarks:
        parts.append("kept")
    if touch.notes:
        parts.append(counted(touch.notes, "note"))
    if touch.sessions:
        named = [f"“{one.title}”" for one in touch.sessions[:_MOST_NAMED] if one.title]
        names = f" ({', '.join(named)})" if len(named) == len(touch.sessions) else ""
        parts.append(f"shown in {counted(len(touch.sessions), 'session')}{names}")
    return ", ".join(parts)


def preview_record(offered: Preview) -> dict[str, Any]:
    """The same for other programs."""
    collection = offered.edition.collection
    return {
        "collection": collection.id,
        "title": collection.title,
        "publisher": collection.publisher,
        "edition": collection.edition,
        "date": collection.date,
        "here": offered.here,
        "news": offered.is_news,
        "size": offered.size,
        "manifest": offered.manifest,
        "fingerprint": offered.fingerprint,
        "keys": list(offered.keys),
        "changes": [_change(change) for change in offered.changes],
        "touched": [
            {
                **_change(touch.change),
                "bookmarks": touch.bookmarks,
                "notes": touch.notes,
                "sessions": [{"id": one.id, "title": one.title} for one in touch.sessions],
            }
            for touch in offered.touched
        ],
    }


def _change(change: Change) -> dict[str, str]:
    return {
        "id": str(change.entry),
        "kind": change.entry.kind.value,
        "title": change.title,
        "how": change.how.value,
        "reason": change.reason,
    }
