"""The command that looks at a workspace as a careful editor would."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldcat.cli.publishing import publishing_parts
from fieldcat.cli.wording import counted

if TYPE_CHECKING:
    from fieldcat.publishing.faults import Fault
    from fieldcat.services.publishing import Reviewed


@click.command()
@click.argument("workspace", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--fix", is_flag=True, help="Mend first what can be mended without a decision.")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")
def check(workspace: Path, fix: bool, strict: bool, as_json: bool) -> None:
    """Look for everything in WORKSPACE that a careful editor would find.

    Faults stop a build, gaps in drafts a release, warnings neither. The exit status is 1 where
    there is a fault, with --strict also where there is a gap or a warning.
    """
    with publishing_parts():
        from fieldcat.publishing.rules import Level
        from fieldcat.services.publishing import review_workspace

        reviewed = review_workspace(workspace, today=datetime.now(UTC).date(), fix=fix)
        faults, gaps, warnings = map(reviewed.count, (Level.FAULT, Level.GAP, Level.WARNING))
    if as_json:
        click.echo(
            json.dumps(_record(reviewed, faults, gaps, warnings), ensure_ascii=False, indent=2)
        )
    else:
        for mended in reviewed.mended:
            click.echo(f"mended: {mended}")
        for found in reviewed.found:
            click.echo(_worded(found))
        entries = counted(reviewed.entries, "entry", "entries")
        lacking = f"{counted(gaps, 'gap')} in drafts, " if gaps else ""
        said = f"{counted(faults, 'fault')}, {lacking}{counted(warnings, 'warning')}"
        click.echo(f"{workspace}: {entries}, {said}")
    if faults or (strict and (gaps or warnings)):
        raise click.exceptions.Exit(1)


def _worded(fault: Fault) -> str:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    parts = (place, f"{fault.level} [{fault.rule}]", fault.field, fault.problem)
    said = ": ".join(part for part in parts if part)
    return f"{said}. Remedy: {fault.allowed}" if fault.allowed else said


def _record(reviewed: Reviewed, faults: int, gaps: int, warnings: int) -> dict[str, object]:
    return {
        "entries": reviewed.entries,
        "faults": faults,
        "gaps": gaps,
        "warnings": warnings,
        "found": [
            {
                "file": fault.file,
                "line": fault.line or None,
                "field": fault.field or None,
                "level": fault.level.value,
                "rule": fault.rule.value,
                "problem": fault.problem,
                "remedy": fault.allowed or None,
            }
            for fault in reviewed.found
        ],
        "mended": [
            {"file": fix.file, "line": fix.line or None, "old": fix.old, "new": fix.new}
            for fix in reviewed.mended
        ],
    }
