"""Commands for publishers."""

from __future__ import annotations

from pathlib import Path

import click

from fieldcat import wiring
from fieldcat.errors import WorkspaceError


@click.group()
def publish() -> None:
    """Build what publishers release."""


@publish.command()
@click.argument("workspace", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the catalogue here."
)
@click.option("--check", is_flag=True, help="Only look for faults; write nothing.")
def build(workspace: Path, output: Path | None, check: bool) -> None:
    """Check a workspace and build a catalogue from it.

    Every fault is reported in one run: file, line, field, what is wrong, what is allowed.
    """
    if output is None and not check:
        raise click.UsageError("say where the catalogue goes with --output FILE.sqlite.")
    try:
        built = wiring.build_catalogue(workspace, None if check else output)
    except WorkspaceError as error:
        for fault in error.data["faults"]:  # type: ignore[attr-defined]  # a tuple of Fault
            click.echo(str(fault), err=True)
        raise
    for warning in built.warnings:
        click.echo(str(warning), err=True)
    done = f"{len(built.entries)} entries"
    click.echo(f"{workspace}: {done} hold" if check else f"{output}: {done}")
