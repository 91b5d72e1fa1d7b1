"""Work that the window has done in processes of their own; nobody types these commands.

Each writes a line of JSON for each step to standard output, the last of them what came of it
(``records.work_lines``). It ends once its standard input does: then nobody waits for it any more.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
import traceback
from _thread import interrupt_main
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from fieldcat import packaged, wiring
from fieldcat.cli.context import Context
from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.updating import Outcome
from fieldcat.errors import CancelledError, FieldcatError
from fieldcat.records.card_offers import encode_card_offer
from fieldcat.records.comparisons import encode_comparison
from fieldcat.records.previews import encode_outcome, encode_preview
from fieldcat.records.rebuilt import encode_rebuilt
from fieldcat.records.web_news import encode_web_news
from fieldcat.records.work_lines import encode_done, encode_failure, encode_progress
from fieldcat.services.children import lower_priority

if TYPE_CHECKING:
    from fieldcat.services.laptop import Laptop

_BETWEEN = 0.05
"""Seconds at least between two lines of one stage."""
_GRACE = 1.0
"""Seconds in which work that is no longer wanted may clear up."""
STOPPED = 130


@click.group(hidden=True)
def work() -> None:
    """Do what the window has done in processes of their own."""


@work.command()
@click.argument("catalogue", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--key-file", type=click.Path(path_type=Path), help="What to seal it with.")
def index(catalogue: Path, folder: Path, key_file: Path | None) -> None:
    """Bring the search index in FOLDER up to CATALOGUE."""
    from fieldcat.services.indexing import build_index_of

    def build(report: Report) -> bytes:
        build_index_of(catalogue, folder, report, key_file)
        return b"null"

    carry_out(build)


@work.command("import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--fetched", metavar="COLLECTION", help="What was fetched of this, in place of FILE.")
@click.option("--take", metavar="SHA256", help="Take in the edition whose preview gave this.")
@click.option("--compare", metavar="ID", help="Tell what it would change in this entry.")
@click.pass_obj
def import_(
    context: Context,
    /,
    file: Path | None,
    fetched: str | None,
    take: str | None,
    compare: str | None,
) -> None:
    """Tell what the edition in FILE would change, or take it in."""
    from fieldcat.services import fetching, importing

    def from_where(laptop: Laptop) -> importing.Opening:
        if fetched is not None:
            return fetching.fetched(fetched, laptop=laptop)
        return importing.bundle(file or Path())

    def preview(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        found = importing.preview_from(from_where(laptop), laptop=laptop, report=report)
        return encode_preview(found)

    def take_in(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        taken = importing.take_in_from(
            from_where(laptop), laptop=laptop, report=report, expecting=take
        )
        if fetched is not None:
            fetching.forget_fetched(fetched, laptop=laptop)
        number = None if taken.generation is None else taken.generation.number
        return encode_outcome(Outcome(taken.preview, number))

    def comparison(report: Report) -> bytes:
        laptop, entry = wiring.importing_laptop(context.workbench), EntryId.parse(str(compare))
        return encode_comparison(
            importing.comparison_from(from_where(laptop), entry, laptop=laptop, report=report)
        )

    carry_out(comparison if compare else preview if take is None else take_in)


@work.command()
@click.argument("workspace", type=click.Path(path_type=Path))
@click.argument("output", type=click.Path(path_type=Path))
def preview(workspace: Path, output: Path) -> None:
    """Build the catalogue of WORKSPACE into OUTPUT, where it has no faults."""

    def build(_report: Report) -> bytes:
        # Markdown and YAML are the publisher's.
        from fieldcat.services.previewing import rebuild

        return encode_rebuilt(rebuild(workspace, output))

    carry_out(build)


@work.command()
@click.argument("collection")
@click.pass_obj
def ask(context: Context, /, collection: str) -> None:
    """Tell what the web host of COLLECTION has."""
    from fieldcat.services.fetching import web_update

    def told(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        with web_update(collection, laptop=laptop, report=report) as line:
            return encode_web_news(line.news())

    carry_out(told)


@work.command()
@click.argument("collection")
@click.pass_obj
def fetch(context: Context, /, collection: str) -> None:
    """Fetch what is missing here of COLLECTION from its web host."""
    from fieldcat.services.fetching import web_update

    def fetched(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        with web_update(collection, laptop=laptop, report=report) as line:
            line.news()  # from then on it is known how much there is to fetch
            line.fetch()
        return b"null"

    carry_out(fetched)


@work.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--add", metavar="FINGERPRINT", help="Trust it, if its fingerprint is this one.")
@click.pass_obj
def card(context: Context, /, file: Path, add: str | None) -> None:
    """Tell what the publisher's card in FILE says, or trust it."""
    from fieldcat.services import publishers

    def looked(_report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        if add is None:
            return encode_card_offer(publishers.look_at_card(file, laptop=laptop))
        publishers.add_publisher(file, laptop=laptop, expecting=add)
        return b"null"

    carry_out(looked)


@work.command()
@click.argument("collection")
@click.option("--enable", "how", flag_value="enable")
@click.option("--disable", "how", flag_value="disable")
@click.option("--remove", "how", flag_value="remove")
@click.option("--use", metavar="EDITION", type=int)
@click.pass_obj
def publisher(context: Context, /, collection: str, how: str | None, use: int | None) -> None:
    """Switch the publisher of COLLECTION on or off, remove it, or read another edition of it."""
    from fieldcat.services import publishers

    def turned(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        if use is not None:
            made = publishers.use_edition(collection, use, laptop=laptop, report=report)
        elif how == "remove":
            made = publishers.remove_publisher(collection, laptop=laptop, report=report)
        else:
            made = publishers.set_enabled(collection, how == "enable", laptop=laptop, report=report)
        return b"null" if made is None else b"%d" % made.number

    carry_out(turned)


@work.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--installers", is_flag=True, help="The installers, too.")
@click.pass_obj
def copy(context: Context, /, folder: Path, installers: bool) -> None:
    """Copy to FOLDER, on a stick, what others can take in."""
    from fieldcat.services.passing_on import copying

    def copied(report: Report) -> bytes:
        laptop = wiring.importing_laptop(context.workbench)
        also = wiring.installers(context.workbench) if installers else ()
        passed = copying(laptop, also=also).copy_to(folder, report)
        return b"%d" % sum(each.length for each in passed)

    carry_out(copied)


def carry_out(work: Callable[[Report], bytes]) -> None:
    """Do the work with low priority, tell how far it is, and end where nobody waits for it."""
    lower_priority()
    # What takes a process down from within leaves at least where it was.
    faulthandler.enable()
    # A shell may have it ignored, and then nothing could stop the work.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    done = Event()
    Thread(target=_end_with_input, args=(done,), daemon=True).start()
    try:
        last, status = encode_done(work(_telling())), 0
    except FieldcatError as error:
        last, status = encode_failure(error), 1
    except Exception as defect:
        # Whoever started this logs it; a log of our own would have to be the same file.
        traceback.print_exc()
        status = packaged.DAMAGED if packaged.is_damage(defect) else 1
        raise click.exceptions.Exit(status) from None
    done.set()
    _tell(last)
    raise click.exceptions.Exit(status)


def _telling() -> Report:
    stage, told_at = "", 0.0

    def report(progress: Progress) -> None:
        nonlocal stage, told_at
        here = time.monotonic()
        ends = progress.done >= progress.total > 0
        if progress.stage == stage and not ends and here - told_at < _BETWEEN:
            return
        stage, told_at = progress.stage, here
        _tell(encode_progress(progress))

    return report


def _tell(line: bytes) -> None:
    try:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise CancelledError("nobody listens") from error


def _end_with_input(done: Event) -> None:
    """Stop the work once standard input ends: as Ctrl+C would, and for good a moment later."""
    # Not through sys.stdin: Python would wait for its lock at the end.
    while os.read(0, 1_024):
        pass
    if done.is_set():
        return
    interrupt_main()
    time.sleep(_GRACE)
    os._exit(STOPPED)
