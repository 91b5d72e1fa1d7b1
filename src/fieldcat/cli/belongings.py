"""Commands for what a person made: list notes, take all of it to another laptop."""

from __future__ import annotations

from pathlib import Path

import click

from fieldcat.cli import printing
from fieldcat.cli.casebook import as_json, print_json
from fieldcat.cli.context import Context
from fieldcat.cli.wording import counted
from fieldcat.domain.keeping import Note
from fieldcat.records.direction import undirected
from fieldcat.services import carrying, keeping

_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@as_json
@click.pass_obj
def notes(context: Context, /, as_json: bool) -> None:
    """List your notes, the last changed first."""
    found = keeping.notes(context.workbench.user_data)
    if as_json:
        print_json({"notes": [_record(note) for note in found]})
        return
    if not found:
        click.echo("There are no notes yet. They are written in the window, beside an entry.")
    for note in found:
        _print(note)


_KINDS = {
    "bookmarks": ("bookmark", "bookmarks"),
    "folders": ("folder", "folders"),
    "notes": ("note", "notes"),
    "readings": ("entry read", "entries read"),
    "searches": ("saved search", "saved searches"),
    "sessions": ("session", "sessions"),
    "held": ("session held", "sessions held"),
    "corrections": ("correction", "corrections"),
}
_PICTURES = ("picture", "pictures")


@click.command("export-own")
@_file
@click.pass_obj
def export_own(context: Context, /, file: Path) -> None:
    """Write all that you made into FILE, to take it to another laptop.

    Bookmarks, folders, notes, what you read, saved searches and sessions; a file that is there is
    replaced.
    """
    copied = carrying.export(context.workbench.user_data, file=file)
    made = copied.belongings
    always = ("bookmarks", "folders", "notes", "searches")
    parts = {name: len(getattr(made, name)) for name in _KINDS if name != "readings"}
    told = [
        counted(count, *_KINDS[name]) for name, count in parts.items() if count or name in always
    ]
    if copied.pictures:
        told.append(counted(copied.pictures, *_PICTURES))
    click.echo(f"Written to {file}: {', '.join(told)}.")
    if copied.left_out:
        click.echo(
            f"Left out for want of room: {counted(copied.left_out, *_PICTURES)}. The window writes "
            "a session with its pictures into a file of its own."
        )


@click.command("take-in")
@_file
@click.pass_obj
def take_in(context: Context, /, file: Path) -> None:
    """Add what is in FILE, which `export-own` wrote, to what you have here.

    Nothing that is here is lost, and nothing comes twice.
    """
    taken = carrying.take_in(context.workbench.user_data, file=file)
    came = [
        f"{counted(count, *(_KINDS | {'pictures': _PICTURES})[kind])} {how}"
        for how, counts in (("added", taken.added), ("changed", taken.changed))
        for kind, count in counts.items()
        if count
    ]
    click.echo(f"Taken in from {file}: {', '.join(came) or 'nothing that was not here'}.")
    if doubled := taken.doubled.get("notes", 0):
        click.echo(
            f"{counted(doubled, 'note')} had other words here and there; both versions are kept."
        )
    if doubled := taken.doubled.get("sessions", 0):
        click.echo(f"Of {counted(doubled, 'session')} that differed here and there, both are kept.")


def _record(note: Note) -> dict[str, object]:
    passage = note.passage
    return {
        "id": note.id,
        "entry": str(note.entry),
        "title": note.title,
        "text": note.text,
        "passage": passage and {"block": passage.block, "quotation": passage.quotation},
        "made_at": keeping.moment(note.made_at),
        "changed_at": keeping.moment(note.changed_at),
    }


def _print(note: Note) -> None:
    # Words may come from a stranger's file: a terminal would obey control characters in them.
    click.echo(click.style(undirected(note.title), bold=True))
    click.echo(f"    {note.entry}")
    passage = [] if note.passage is None else [f"«{note.passage.quotation}»"]
    for line in (*passage, *note.text.splitlines()):
        printing.print_wrapped(undirected(line), first="    ", indent="    ")
