"""The command for when what a person keeps can no longer be read."""

from __future__ import annotations

from pathlib import Path

import click

from fieldcat.cli.context import Context
from fieldcat.cli.wording import NO_BACKUP
from fieldcat.services import keeping


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
        done = "Begun anew"
    elif context.workbench.restore_backup():
        done = "The newest backup that can be read was put in place"
    else:
        message = f"There is no backup in {folder.backups} that can be read. {NO_BACKUP}"
        raise click.ClickException(message)
    kept = len(keeping.kept_ids(context.workbench.user_data))
    click.echo(f"{done}: {kept or 'no'} {'entry is' if kept == 1 else 'entries are'} kept.")
    for path in sorted(_set_aside(folder.user_sqlite) - before):
        click.echo(f"What was there was set aside as {path}")


def _set_aside(path: Path) -> set[Path]:
    return set(path.parent.glob(f"{path.name}.damaged-*"))
