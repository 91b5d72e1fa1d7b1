"""The command for when what a person keeps can no longer be read."""

from __future__ import annotations

from pathlib import Path

import click

from fieldcat.cli.context import Context
from fieldcat.cli.wording import NO_BACKUP, counted
from fieldcat.domain.keeping import Recovered


@click.command()
@click.option("--anew", is_flag=True, help="Begin with nothing kept instead.")
@click.pass_obj
def restore(context: Context, /, anew: bool) -> None:
    """Put the newest backup that can be read in the place of what you keep.

    What was there is set aside in the data folder; nothing is deleted.
    """
    folder = context.workbench.folder
    before = _set_aside(folder.user_sqlite)
    if anew:
        context.workbench.begin_anew()
        click.echo("Begun anew: nothing is kept.")
    elif came_back := context.workbench.restore_backup():
        click.echo("The newest backup that can be read was put in place.")
        click.echo(f"It was made {came_back.made_at:%Y-%m-%d %H:%M} (UTC) and brought back:")
        for line in _listed(came_back):
            click.echo(f"  {line}")
    else:
        message = f"There is no backup in {folder.backups} that can be read. {NO_BACKUP}"
        raise click.ClickException(message)
    for path in sorted(_set_aside(folder.user_sqlite) - before):
        click.echo(f"What was there was set aside as {path}")


def _listed(came_back: Recovered) -> tuple[str, ...]:
    return (
        counted(came_back.bookmarks, "bookmark"),
        counted(came_back.folders, "folder"),
        counted(came_back.notes, "note"),
        counted(came_back.searches, "saved search", "saved searches"),
    )


def _set_aside(path: Path) -> set[Path]:
    return set(path.parent.glob(f"{path.name}.damaged-*"))
