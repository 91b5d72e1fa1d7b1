"""Commands for publishers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldcat import wiring
from fieldcat.errors import ReadOnlyError, WorkspaceError

if TYPE_CHECKING:
    from fieldcat.publishing.building import Built

PUBLISHING_PARTS = {
    *("PIL", "cryptography", "mammoth", "markdown_it", "mdit_py_plugins", "selectolax", "yaml"),
}
"""What only the extra ``publish`` installs."""


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
    if output is not None and not output.parent.is_dir():
        raise click.UsageError(f"there is no folder {output.parent} to write the catalogue into.")
    with tell_faults():
        built = _built(workspace, None if check else output)
    for warning in built.warnings:
        click.echo(str(warning), err=True)
    done = f"{len(built.entries)} entries"
    click.echo(f"{workspace}: {done} hold" if check else f"{output}: {done}")


@contextmanager
def tell_faults() -> Iterator[None]:
    """List what is wrong with a workspace, if anything is, one line each."""
    try:
        yield
    except WorkspaceError as error:
        for fault in error.data["faults"]:  # type: ignore[attr-defined]  # a tuple of Fault
            click.echo(str(fault), err=True)
        raise


@contextmanager
def publishing_parts() -> Iterator[None]:
    """Say what to install where what only publishers need is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in PUBLISHING_PARTS:
            raise
        raise click.ClickException(
            "This fieldcat was installed without the publishing parts; install fieldcat[publish]."
        ) from error


def _built(workspace: Path, output: Path | None) -> Built:
    try:
        with publishing_parts():
            return wiring.build_catalogue(workspace, output)
    except ReadOnlyError as error:
        raise click.ClickException(
            f"{error.data['path']} cannot be written to; nothing was changed. Choose another place"
            " for the output."
        ) from error
