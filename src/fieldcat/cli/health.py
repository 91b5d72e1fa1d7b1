"""The command that looks whether everything is in order."""

from __future__ import annotations

import json

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


def _line(finding: Finding) -> str:
    mark = "ok   " if finding.healthy else "FAULT"
    return f"{mark} {finding.subject}: {finding.detail}"
