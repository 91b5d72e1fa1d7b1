"""The command that shows the licences of everything that fieldcat is made of."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from fieldcat import wiring
from fieldcat.cli.context import Context


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the words of all licences.")
@click.argument("part", required=False)
@click.pass_obj
def licences(context: Context, /, part: str | None, as_json: bool) -> None:
    """List what fieldcat is made of and under which licences; with PART, the words of that one."""
    found = wiring.licences(context.workbench)
    if part is not None:
        wanted = part.casefold()
        found = tuple(licence for licence in found if wanted in licence.part.casefold())
        if not found:
            raise click.UsageError(
                f"No part has «{part}» in its name. `fieldcat licences` has all."
            )
    if as_json:
        records = [asdict(licence) for licence in found]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for licence in found:
        named = " ".join(word for word in (licence.part, licence.version) if word)
        click.echo(f"{named}: {licence.licence}")
        if part is not None and licence.text:
            click.echo(f"\n{licence.text}\n")
