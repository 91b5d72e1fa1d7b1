"""The command that takes in what a publisher has already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fieldcat.cli.publishing import publishing_parts, tell_faults
from fieldcat.cli.wording import counted
from fieldcat.domain.entry import Kind

if TYPE_CHECKING:
    from fieldcat.services.ingesting import Ingested

_KINDS = click.Choice([kind.value for kind in Kind])

# One, many: what became of entries, and what was left out, changed or flagged.
_OUTCOMES = {
    "new": "{} new",
    "updated": "{} updated",
    "unchanged": "{} unchanged",
    "edited": "{} edited by hand since, and left so",
    "conflict": "{} edited by hand while the source changed too",
    "gone": "{} removed or renamed by hand, and not written again",
}
_REMARKS = {
    "unpublished": ("draft or private post", "drafts or private posts"),
    "locked": ("post behind a password", "posts behind a password"),
    "attachment": ("attachment", "attachments"),
    "navigation": ("piece of navigation", "pieces of navigation"),
    "other-type": (
        "post of a type that --type does not name",
        "posts of types that --type does not name",
    ),
    "empty": ("item without text", "items without text"),
    "too-long": ("item that is too long for an entry", "items that are too long for an entry"),
    "twice": ("item that was there twice", "items that were there twice"),
    "bad-row": ("row that could not be read", "rows that could not be read"),
    "comment": ("comment by a reader", "comments by readers"),
    "repeated": ("text that only repeats another", "texts that only repeat others"),
    "embed": ("embedded page, film, sound or form", "embedded pages, films, sounds or forms"),
    "script": ("script or stylesheet", "scripts or stylesheets"),
    "shortcode": ("item with shortcodes", "items with shortcodes"),
    "editors-mark": ("item with comments in its HTML", "items with comments in their HTML"),
    "picture-missing": ("picture that is not at hand", "pictures that are not at hand"),
    "picture-unfit": ("picture that fieldcat cannot show", "pictures that fieldcat cannot show"),
    "file": ("attached file", "attached files"),
    "address": ("link that leads nowhere on the web", "links that lead nowhere on the web"),
    "empty-heading": ("heading without text", "headings without text"),
    "obfuscated": (
        "obfuscated e-mail address: look at it",
        "obfuscated e-mail addresses: look at them",
    ),
    "unfiled": ("category that no vocabulary knows", "categories that no vocabulary knows"),
    "shortened": (
        "text that was too long for its place",
        "texts that were too long for their place",
    ),
    "creator": ("author of a post", "authors of posts"),
    "repaired": ("source with bytes of another encoding", "sources with bytes of other encodings"),
    "mojibake": (
        "text mended that was once read in a wrong encoding",
        "texts mended that were once read in a wrong encoding",
    ),
    "of-source": (
        "thing that a source says about itself",
        "things that sources say about themselves",
    ),
}


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--into",
    "workspace",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The workspace to write into.",
)
@click.option(
    "--kind",
    type=_KINDS,
    help="The kind of entry that articles and rows become; else case studies, and what a table is"
    " named after.",
)
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE=KIND",
    help="Take posts of this type from a WordPress export, too; can be given several times.",
)
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML file that says which columns of tables are which fields.",
)
@click.option(
    "--media",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look for pictures in this folder; can be given several times.",
)
def ingest(
    sources: tuple[str, ...],
    workspace: Path,
    kind: str | None,
    types: tuple[str, ...],
    mapping: Path | None,
    media: tuple[Path, ...],
) -> None:
    """Take what SOURCES hold into a workspace, as drafts.

    Sources are feeds (RSS, Atom), WordPress exports, documents (DOCX), Markdown, pages that a
    browser saved, tables (CSV, XLSX), references (RIS, BibTeX, CSL JSON), and folders of these. A
    feed may be named by its address; nothing else is fetched.

    It can be repeated. What somebody has edited since is never overwritten: a newer text of its
    source is put into ingest-conflicts/. All that was left out is told in ingest-report.txt.
    """
    kinds = dict(_type(given) for given in types)
    with publishing_parts(), tell_faults():
        from fieldcat.services import ingesting

        for source in sources:
            if not ingesting.is_address(source) and not Path(source).exists():
                raise click.UsageError(f"there is no file or folder {source}.")
        with ingesting.fetched(sources) as paths:
            done = ingesting.ingest(
                paths,
                workspace=workspace,
                kind=Kind(kind) if kind else None,
                types=kinds,
                mapping=mapping,
                media=media,
            )
    _tell(done, workspace)
    if done.broken:
        raise click.exceptions.Exit(1)


def _type(given: str) -> tuple[str, Kind]:
    name, _, kind = given.partition("=")
    if not name or kind not in set(Kind):
        kinds = ", ".join(Kind)
        raise click.BadParameter(
            f"{given}: write TYPE=KIND; kinds are {kinds}.", param_hint="--type"
        )
    return name, Kind(kind)


def _tell(done: Ingested, workspace: Path) -> None:
    entries = sum(done.outcomes.values())
    said = ", ".join(
        _OUTCOMES[outcome.value].format(count)
        for outcome, count in sorted(done.outcomes.items())
        if count
    )
    click.echo(f"{counted(entries, 'entry', 'entries')}{f': {said}' if said else ''}.")
    for file in done.beside:
        click.echo(f"    compare {workspace / file}")
    if done.open > len(done.beside):
        click.echo(
            f"    {done.open} files in {workspace / 'ingest-conflicts'} wait to be looked at"
        )
    told = [(why.value, count) for why, count in sorted(done.remarks.items())]
    if any(why in _REMARKS for why, _ in told):
        click.echo(f"Left out, changed or flagged; {done.report} tells of each:")
    for why, count in told:
        if why in _REMARKS:
            click.echo(f"    {counted(count, *_REMARKS[why])}")
    for source, rows in done.bad_rows.items():
        first = ", ".join(str(remark.line) for remark in rows[:10])
        more = f" and {len(rows) - 10} more" if len(rows) > 10 else ""
        click.echo(f"{source}: not taken: {counted(len(rows), 'row')} ({first}{more}).")
        click.echo(f"    mend them in {done.aside[source]} and ingest that, or mend the source")
    for source, remark in done.broken:
        if not remark.line:
            click.echo(f"{source}: {remark.text}. Nothing of it was taken in.", err=True)
            continue
        click.echo(
            f"{source}: line {remark.line}: {remark.text}. What stands before it was taken in,"
            " nothing behind it. Get the file once more and ingest it again: nothing comes twice.",
            err=True,
        )
    if entries:
        click.echo(f"Next: `fieldcat publish check {workspace}` lists what is to be filled in.")
