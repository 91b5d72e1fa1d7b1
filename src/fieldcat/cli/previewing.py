"""The command that shows a workspace in the trainer's window before it is released."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from fieldcat import wiring
from fieldcat.cli.publishing import publishing_parts

if TYPE_CHECKING:
    from fieldcat.cli import OpenPreview


@click.command()
@click.argument("workspace", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_context
def preview(ctx: click.Context, /, workspace: Path) -> None:
    """Open the window on WORKSPACE as it would be released; it follows what you save.

    What you keep or note in that window goes when it is closed.
    """
    open_preview: OpenPreview = ctx.meta["fieldcat.open_preview"]
    # On Windows a file of it may be held by a scanner for a moment longer.
    with TemporaryDirectory(prefix="fieldcat-preview-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with publishing_parts():
            from fieldcat.services.previewing import rebuild
            from fieldcat.services.previews import files_of

            stamp = files_of(workspace)
            first = rebuild(workspace, wiring.previewed_catalogue(folder, 0))
        for line in (*first.faults, *first.warnings):
            click.echo(line, err=True)
        if first.faults:
            raise click.ClickException("The workspace has faults; there is nothing to show yet.")
        ctx.exit(open_preview(workspace, folder, first, stamp))
