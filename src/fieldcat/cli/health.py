"""The commands for finding out what is wrong: a look at everything, and the log for a helper."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fieldcat import wiring
from fieldcat.cli.context import Context
from fieldcat.services.checking import Finding


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
@click.pass_obj
def doctor(context: Context, /, as_json: bool) -> None:
    """Look whether program, casebook, search index and your own data are in order.

    Nothing is changed. The exit status is 1 if something is not in order.
    """
    report = wiring.examine(context.data_dir)
    if as_json:
        click.echo(json.dumps(report.record(), ensure_ascii=False, indent=2))
    else:
        for name, version in report.versions.items():
            click.echo(f"{name:<12} {version}")
        for finding in report.findings:
            click.echo(_line(finding))
    if not report.healthy:
        raise click.exceptions.Exit(1)


@click.command("export-log")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export_log(context: Context, /, file: Path) -> None:
    """Write the log into FILE, for whoever helps you.

    It has versions, the state of everything, and what went wrong. No search, no title and nothing
    that you keep stands in it; names of folders are shortened.
    """
    wiring.export_log(context.data_dir, file)
    click.echo(f"Written to {file}; read it before you send it.")


def _line(finding: Finding) -> str:
    mark = "ok   " if finding.healthy else "FAULT"
    return f"{mark} {finding.subject}: {finding.detail}"
