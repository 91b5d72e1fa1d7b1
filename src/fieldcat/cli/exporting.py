"""Commands that hand entries to other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from fieldcat.cli import typed
from fieldcat.cli.context import Context
from fieldcat.cli.filters import asked, filter_options
from fieldcat.cli.publishing import publishing_parts, tell_faults
from fieldcat.cli.wording import counted
from fieldcat.services.exporting import ENDINGS, Format, export_entries, format_named, found_by

_source = click.argument("source", type=click.Path(exists=True, path_type=Path))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("query", default="", callback=typed.words)
@filter_options
@click.option("--id", "ids", multiple=True, metavar="ID", help="This entry; else what is found.")
@click.option(
    "--format",
    "format_",
    type=click.Choice([one.value for one in Format]),
    help="What to write; else as the name of FILE says.",
)
@click.option("--in-language", callback=typed.words, help="Each entry in this language if it can.")
@click.pass_obj
def export(
    context: Context,
    /,
    file: Path,
    query: str,
    ids: tuple[str, ...],
    format_: str | None,
    in_language: str | None,
    **options: Any,
) -> None:
    """Write the entries that QUERY and filters find into FILE, all if nothing is said.

    The name of FILE tells the format: .csv, .xlsx, .json (everything), .ris, .bib or .csl.json for
    reference managers.
    """
    format = Format(format_) if format_ else format_named(file)
    if format is None:
        endings = ", ".join(ENDINGS.values())
        raise click.UsageError(f"say what to write with --format, or end the name in {endings}.")
    casebook = context.casebook()
    if ids:
        entries = [context.entry_id(id) for id in ids]
    else:
        wanted = asked(casebook, query, options)
        if wanted.text.strip():
            context.find(replace(wanted, limit=1))  # which makes search ready
        entries = list(found_by(context.casebook(), query=wanted))
    # The index may have been built for the question.
    count = export_entries(
        context.casebook(), entry_ids=entries, file=file, format=format, language=in_language
    )
    click.echo(f"{file}: {counted(count, 'entry', 'entries')}")


@click.command()
@_source
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder to make, absent or empty.",
)
def site(source: Path, output: Path) -> None:
    """Write SOURCE, a workspace or a bundle, as a website of plain files, for any host or none."""
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise click.UsageError(f"{output} is there already; name a folder that is not.")
    with publishing_parts(), tell_faults():
        from fieldcat.services.site_exporting import export_site

        count = export_site(source, output)
    click.echo(f"{output}: {counted(count, 'file')}; open {output / 'index.html'}")


@click.command()
@_source
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write, such as tales.zim.",
)
def zim(source: Path, output: Path) -> None:
    """Write SOURCE, a workspace or a bundle, as a ZIM file, which Kiwix reads on phones."""
    with publishing_parts(), tell_faults():
        from fieldcat.services.site_exporting import export_zim

        try:
            count = export_zim(source, output)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] != "libzim":
                raise
            raise click.ClickException(
                "This fieldcat was installed without what writes ZIM files; install fieldcat[zim]."
            ) from error
    click.echo(f"{output}: {counted(count, 'file')}, {output.stat().st_size:,} bytes")
