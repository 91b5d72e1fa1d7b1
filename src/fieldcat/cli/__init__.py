"""The command line: thin commands over the services, for scripts and for help by telephone.

Exit status: 0 done (no hits included), 1 a fault, 2 wrong usage, 130 stopped with Ctrl+C. Results
go to standard output, one sentence about what went wrong to standard error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from fieldcat import __version__, packaged, wiring
from fieldcat.cli.belongings import export_own, notes, take_in
from fieldcat.cli.casebook import bookmark, bookmarks, facets, list_, search, show
from fieldcat.cli.checking import check
from fieldcat.cli.context import Context
from fieldcat.cli.exporting import export, site, zim
from fieldcat.cli.health import doctor, export_log
from fieldcat.cli.importing import import_, undo_import
from fieldcat.cli.ingesting import ingest
from fieldcat.cli.licences import licences
from fieldcat.cli.passing_on import copy_to
from fieldcat.cli.previewing import preview
from fieldcat.cli.publishers import imports, publishers_, use_edition
from fieldcat.cli.publishing import publish
from fieldcat.cli.releasing import card, first_release, init, inspect, keys, release
from fieldcat.cli.reporting import report
from fieldcat.cli.rescue import restore
from fieldcat.cli.streams import drop_output, is_of_output, speak_utf_8
from fieldcat.cli.updating import update
from fieldcat.cli.wording import sentence
from fieldcat.cli.working import work
from fieldcat.domain.previewing import Rebuilt
from fieldcat.errors import FieldcatError
from fieldcat.services import logbook

INTERRUPTED = 130
"""The exit status of a program that was stopped with Ctrl+C, as shells have it."""

OpenWindow = Callable[[str | None, Path | None], int]
OpenPreview = Callable[[Path, Path, Rebuilt, object], int]


def _version() -> str:
    """What ``--version`` says: of a packaged program also when it was built, and with what."""
    said = "%(prog)s, version %(version)s"
    build = packaged.build()
    if build is None:
        return said
    return f"{said}, built {build.day}, with edition {build.edition} of {build.edition_day}"


class _Commands(click.Group):
    """A file in the place of a command is opened in the window, as a double click on it asks."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0].casefold().endswith((".fieldcat", ".fieldcat-card")):
            return open_file.name, open_file, args
        return super().resolve_command(ctx, args)


@click.command("open", hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def open_file(ctx: click.Context, /, file: Path) -> None:
    """Open the window, and show what a file with a new edition offers."""
    open_window: OpenWindow = ctx.meta["fieldcat.open_window"]
    assert ctx.parent is not None
    ctx.exit(open_window(ctx.parent.params["data_dir"], file))


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--data-dir", metavar="DIR", help="Keep everything in this folder.")
@click.version_option(__version__, prog_name="fieldcat", message=_version())
@click.pass_context
def fieldcat(ctx: click.Context, data_dir: str | None) -> None:
    """An offline casebook for people who train others in child online safety.

    Without a command the window opens; with a file that ends in .fieldcat, or a publisher's card,
    it shows what that offers.
    """
    ctx.obj = ctx.with_resource(Context(data_dir))
    if ctx.invoked_subcommand is None:
        open_window: OpenWindow = ctx.meta["fieldcat.open_window"]
        ctx.exit(open_window(data_dir, None))


for command in (
    search,
    list_,
    show,
    facets,
    export,
    bookmark,
    bookmarks,
    notes,
    export_own,
    take_in,
    import_,
    update,
    undo_import,
    copy_to,
    imports,
    use_edition,
    publishers_,
    doctor,
    export_log,
    restore,
    licences,
    publish,
    work,
):
    fieldcat.add_command(command)

for command in (
    check,
    ingest,
    report,
    preview,
    site,
    zim,
    init,
    keys,
    release,
    first_release,
    inspect,
    card,
):
    publish.add_command(command)


def run_commands(
    arguments: Sequence[str],
    *,
    open_window: OpenWindow,
    open_preview: OpenPreview | None = None,
) -> int:
    """Run one command and give its exit status.

    Only what shows that files of a packaged program are at fault is raised: its start tells of it.
    """
    speak_utf_8()
    data_dir: str | None = None
    try:
        with fieldcat.make_context("fieldcat", list(arguments)) as ctx:
            data_dir = ctx.params["data_dir"]
            ctx.meta["fieldcat.open_window"] = open_window
            ctx.meta["fieldcat.open_preview"] = open_preview
            fieldcat.invoke(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as wrong:
        wrong.show()
        return 2
    except click.Abort:
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is wrong with us.
        drop_output()
        return 0
    except (FieldcatError, click.ClickException) as fault:
        message = sentence(fault) if isinstance(fault, FieldcatError) else fault.format_message()
        return _failed(message)
    except Exception as defect:
        if is_of_output(defect):
            drop_output()
            return _failed("Could not write the output; the disk is full, or its device is gone.")
        if packaged.is_damage(defect):
            raise
        # Whoever runs a script gets a sentence; whoever helps them finds the rest in the log.
        return _failed(f"Something went wrong inside fieldcat; {_noted(defect, data_dir)}.")
    return 0


def _failed(message: str) -> int:
    click.echo(f"fieldcat: {message}", err=True)
    return 1


def _noted(defect: Exception, data_dir: str | None) -> str:
    log = wiring.keep_log(data_dir)
    logbook.note_defect(defect)
    logbook.close_log()
    return f"the details are in {log}" if log else f"{type(defect).__name__}: {defect}"
