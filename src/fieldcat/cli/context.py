"""What the commands share: the data folder, and the casebook once one asks for it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

import click

from fieldcat import wiring
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Answer, Query
from fieldcat.services import browsing
from fieldcat.services.browsing import Casebook


class Context:
    """Opens what a command needs and closes it when the command is done."""

    def __init__(self, data_dir: str | None) -> None:
        self.data_dir = data_dir
        self._workbench: wiring.Workbench | None = None

    def __enter__(self) -> Context:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._workbench is not None:
            tell_of_newer(self._workbench.left_for_newer)
            self._workbench.close()

    @property
    def workbench(self) -> wiring.Workbench:
        """Everything that is behind the commands, put together once."""
        if self._workbench is None:
            self._workbench = wiring.open_workbench(self.data_dir)
        return self._workbench

    def casebook(self) -> Casebook:
        """The casebook without its index: to list, filter, show."""
        return self.workbench.with_saved(self.workbench.casebook)

    def find(self, query: Query) -> Answer:
        """The answer to a query; words have the index built first where there is none."""
        if not query.text.strip():
            return browsing.find(self.casebook(), query=query)
        return self.workbench.asked(
            lambda casebook: browsing.find(self.workbench.with_saved(casebook), query=query),
            tell_progress,
        )

    def entry_id(self, text: str) -> EntryId:
        """The id that a person typed: whole, or without its collection where there is only one.

        Raises:
            click.UsageError: the text is no id.
        """
        collections = [collection.id for collection in self.casebook().collections]
        prefix = f"{collections[0]}/" if text.count("/") == 1 and len(collections) == 1 else ""
        try:
            return EntryId.parse(prefix + text)
        except ValueError:
            kinds = ", ".join(kind.value for kind in Kind)
            raise click.UsageError(
                f"«{text}» is no entry's id; it looks like collection/kind/slug, where kind is one"
                f" of {kinds}. `fieldcat list` shows them."
            ) from None


def tell_of_newer(casebook: Path | None) -> None:
    """Say on standard error that a casebook of a newer fieldcat was left as it is, if one was."""
    if casebook is not None:
        click.echo(
            f"fieldcat: What was taken in last was made for a newer fieldcat. {casebook} was left"
            " as it is, and an earlier casebook is read. Please use that newer version.",
            err=True,
        )


def tell_progress(progress: Progress) -> None:
    """One line on standard error where a person is watching; silent in scripts."""
    stream = sys.stderr
    if stream.isatty():
        share = f" {100 * progress.done // progress.total} %" if progress.total else ""
        click.echo(f"\rPreparing the search …{share}   ", nl=False, err=True)
        if progress.total and progress.done >= progress.total:
            click.echo("", err=True)
