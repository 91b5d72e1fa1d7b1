"""The command that copies to sticks what others need."""

from __future__ import annotations

from pathlib import Path

import click

from fieldcat import wiring
from fieldcat.cli.context import Context
from fieldcat.cli.importing import telling
from fieldcat.cli.wording import counted


@click.command("copy-to")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--collection", "collections", multiple=True, help="Only this one; else all.")
@click.option(
    "--also",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A file that goes along, such as an installer.",
)
@click.option("--several", is_flag=True, help="Ask for the next stick after each.")
@click.pass_obj
def copy_to(
    context: Context,
    /,
    folder: Path,
    collections: tuple[str, ...],
    also: tuple[Path, ...],
    several: bool,
) -> None:
    """Copy the editions that are here to FOLDER, on a stick, for others to take in.

    Every byte is read back from the stick and compared. Files in the folder «installers» of the
    data folder go along, too.
    """
    from fieldcat.services.passing_on import copying

    workbench = context.workbench
    files = (*wiring.installers(workbench), *also)
    job = copying(wiring.importing_laptop(workbench), collections=collections or None, also=files)
    click.echo(f"{counted(len(job.names), 'file')}, {job.length:,} bytes: {', '.join(job.names)}")
    while True:
        job.copy_to(folder, telling())
        click.echo(f"Copied to {folder} and read back, every byte. You can pull the stick out.")
        if not several or not click.confirm(
            "Another stick? Put it in before you answer.", default=False
        ):
            return
