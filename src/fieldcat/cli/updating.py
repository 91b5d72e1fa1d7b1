"""The command that fetches editions from publishers' web hosts. Nothing else makes a connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from fieldcat import wiring
from fieldcat.cli.context import Context
from fieldcat.cli.importing import (
    json_line,
    preview_record,
    print_preview,
    report_in_lines,
    tell_fault,
    telling,
)
from fieldcat.domain.progress import Report
from fieldcat.errors import FieldcatError, PublisherError

if TYPE_CHECKING:
    from fieldcat.domain.publishers import WebNews
    from fieldcat.services.fetching import WebUpdate
    from fieldcat.services.laptop import Laptop


@click.command()
@click.argument("collection", required=False)
@click.option("--from", "address", default="", metavar="ADDRESS", help="Fetch from there instead.")
@click.option("--check", is_flag=True, help="Only say what there is; a few kilobytes are fetched.")
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line for each step.")
@click.option(
    "--expecting", metavar="SHA256", help="Only the edition whose preview gave this manifest."
)
@click.pass_obj
def update(
    context: Context,
    /,
    collection: str | None,
    address: str,
    check: bool,
    yes: bool,
    as_json: bool,
    expecting: str | None,
) -> None:
    """Fetch the newest edition of COLLECTION, or of all publishers that have a web address.

    Only what is missing here is fetched; where the line breaks, the next try goes on from there.
    With --json and without --yes nothing is taken in.
    """
    laptop = wiring.importing_laptop(context.workbench)
    run = _Run(laptop, address, check=check, yes=yes, as_json=as_json, expecting=expecting)
    if collection is not None:
        run.update(collection)
        return
    if address or expecting:
        raise click.UsageError("--from and --expecting need the COLLECTION.")
    faults = [fault for each in _with_address(laptop) if (fault := run.tried(each)) is not None]
    if faults:
        raise faults[0]


class _Run:
    """One call of the command, for one publisher after the other."""

    def __init__(
        self,
        laptop: Laptop,
        address: str,
        *,
        check: bool,
        yes: bool,
        as_json: bool,
        expecting: str | None,
    ) -> None:
        self._laptop = laptop
        self._address = address
        self._check = check
        self._yes = yes
        self._as_json = as_json
        self._expecting = expecting

    def tried(self, collection: str) -> FieldcatError | None:
        """Update one publisher; what goes wrong does not keep the others from being asked."""
        try:
            self.update(collection)
        except FieldcatError as fault:
            return fault
        return None

    def update(self, collection: str) -> None:
        """Update one publisher."""
        from fieldcat.services.fetching import web_update

        report = report_in_lines if self._as_json else telling()
        try:
            with web_update(
                collection, laptop=self._laptop, address=self._address, report=report
            ) as line:
                if self._as_json:
                    self._in_lines(line, report)
                else:
                    self._for_people(line, report)
        except FieldcatError as error:
            if self._as_json:
                tell_fault(error)
            raise

    def _in_lines(self, line: WebUpdate, report: Report) -> None:
        news = line.news()
        json_line("news", {**asdict(news), "news": news.is_news})
        if self._check or not news.is_news:
            return
        if not self._yes:
            json_line("preview", preview_record(line.preview(report)))
            return
        taken = line.take_in(report, self._expecting)
        number = None if taken.generation is None else taken.generation.number
        json_line("done", {"generation": number, "preview": preview_record(taken.preview)})

    def _for_people(self, line: WebUpdate, report: Report) -> None:
        news = line.news()
        click.echo(_told(news))
        if self._check or not news.is_news:
            return
        offered = line.preview(report)
        print_preview(offered)
        if not self._yes and not click.confirm("Take it in?", default=True):
            click.echo("Nothing was changed.")
            return
        line.take_in(report, self._expecting or offered.manifest)
        click.echo("Taken in. `fieldcat undo-import` goes back to what was read before.")


def _with_address(laptop: Laptop) -> Sequence[str]:
    from fieldcat.services.publishers import publishers

    found = [each.collection for each in publishers(laptop) if each.enabled and each.web]
    if not found:
        raise PublisherError("no address", reason="address", collection="any publisher")
    return found


def _told(news: WebNews) -> str:
    if not news.is_news:
        return f"{news.title}: edition {news.here} is the newest; it is here already."
    size = f"{news.to_fetch:,} bytes to fetch" if news.to_fetch else "all of it is here"
    return f"{news.title}: edition {news.edition} of {news.date}; {size}."
