"""The command that writes a page about a workspace."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from fieldcat.cli.publishing import publishing_parts
from fieldcat.cli.wording import counted


@click.command()
@click.argument("workspace", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write the page here, such as report.html.",
)
def report(workspace: Path, output: Path) -> None:
    """Write one page about WORKSPACE: what is in it, how fresh that is, what is wrong with it.

    The page is whole in itself: it can be sent, and opened in any browser without a connection.
    """
    with publishing_parts():
        from fieldcat.services.reporting import write_report

        faults, warnings = write_report(workspace, output, today=datetime.now(UTC).date())
    said = f"{counted(faults, 'fault')}, {counted(warnings, 'warning')}"
    click.echo(f"{output}: written; {said}")
