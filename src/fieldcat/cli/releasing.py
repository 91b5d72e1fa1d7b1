"""Commands for publishers who release editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from fieldcat.cli.publishing import publishing_parts, tell_faults
from fieldcat.cli.wording import counted, counted_kind
from fieldcat.domain.fingerprints import fingerprint_words

_folder = click.Path(file_okay=False, path_type=Path)
_workspace = click.argument(
    "workspace", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
_passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the passphrase from the first line of this file instead of asking.",
)
_ROOT_KEYS, _THRESHOLD = 3, 2
_keys = click.option("--keys", type=_folder, required=True, help="The folder with your keys.")

BACKUP_ADVICE = """\
Now, before anything else:
  - Copy the folder to two sticks that are kept in two places. Whoever has no root key any more
    can never replace a lost one, and every trainer would have to trust you anew.
  - Keep the root keys away from the computer that releases: they are needed only to replace a key.
  - Write the passphrases down on paper, apart from the sticks. Nobody can open a key without."""


@click.command()
@click.argument("workspace", type=_folder)
@click.option("--collection", required=True, help="Its id: small letters, digits, hyphens.")
@click.option("--title", required=True, help="Its name as readers see it.")
@click.option("--publisher", required=True, help="Who publishes it.")
@click.option("--keys", type=_folder, help="Make its keys, too, in this folder beside it.")
@_passphrase_file
def init(
    workspace: Path,
    collection: str,
    title: str,
    publisher: str,
    keys: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Write a small WORKSPACE to begin with, which holds as it is."""
    if keys is not None and keys.resolve().is_relative_to(workspace.resolve()):
        # A workspace is handed on, copied and kept in repositories.
        raise click.UsageError("Keys belong outside of the workspace: name a folder beside it.")
    with publishing_parts():
        from fieldcat.services import releasing

        written = releasing.make_workspace(
            workspace,
            collection=collection,
            title=title,
            publisher=publisher,
            date=datetime.now(UTC).date().isoformat(),
        )
    for path in written:
        click.echo(path)
    if keys is None:
        check = f"`fieldcat publish check {workspace}`"
        click.echo(f"Next: {check}, and `fieldcat publish keys new KEYS`.")
        return
    _make_keys(keys, passphrase_file)
    click.echo(f"Next: `fieldcat publish check {workspace}`.")


@click.group()
def keys() -> None:
    """Make, list and replace the keys that editions are signed with."""


@keys.command("new")
@click.argument("folder", type=_folder)
@click.option(
    "--root-keys", default=_ROOT_KEYS, show_default=True, help="How many root keys to make."
)
@click.option(
    "--threshold",
    default=_THRESHOLD,
    show_default=True,
    help="How many of them it takes to change keys.",
)
@_passphrase_file
def new_keys(folder: Path, root_keys: int, threshold: int, passphrase_file: Path | None) -> None:
    """Make the keys of a publisher in FOLDER: root keys, and one that signs editions."""
    _make_keys(folder, passphrase_file, root_keys=root_keys, threshold=threshold)


def _make_keys(
    folder: Path,
    passphrase_file: Path | None,
    *,
    root_keys: int = _ROOT_KEYS,
    threshold: int = _THRESHOLD,
) -> None:
    with publishing_parts():
        from fieldcat.services import releasing

        made = releasing.make_keys(
            folder,
            passphrase=_asking(passphrase_file, new=True),
            root_keys=root_keys,
            threshold=threshold,
        )
    click.echo(f"Made in {folder}; the fingerprint is {made.fingerprint}.")
    click.echo(BACKUP_ADVICE)


@keys.command("list")
@click.argument("folder", type=_folder)
def list_keys(folder: Path) -> None:
    """List the keys that the newest root names, and whether FOLDER holds them."""
    with publishing_parts():
        from fieldcat.services import releasing

        publisher, found = releasing.list_keys(folder)
    click.echo(f"root {len(publisher.roots)}, fingerprint {publisher.fingerprint}")
    for key in found:
        where = "here" if key.held else "elsewhere"
        click.echo(f"{key.name:12} signs {key.signs:10} {where:10} {key.keyid[:16]}")


@keys.command("replace")
@click.argument("folder", type=_folder)
@click.argument("name")
@click.option("--also", type=_folder, multiple=True, help="Look for root keys in this folder, too.")
@_passphrase_file
def replace_key(
    folder: Path, name: str, also: tuple[Path, ...], passphrase_file: Path | None
) -> None:
    """Put a new key in the place of the key NAME, which was lost or seen by others.

    The old file is kept under another name. From the next release on no laptop accepts it.
    """
    with publishing_parts():
        from fieldcat.services import releasing

        made = releasing.replace_key(
            (folder, *also), name=name, passphrase=_asking(passphrase_file)
        )
    click.echo(f"Replaced: root {len(made.roots)}, fingerprint {made.fingerprint}.")
    click.echo("It holds from the next release on. Copy the folder to your backups again.")


@click.command()
@_workspace
@_keys
@click.option("--tree", type=_folder, required=True, help="The folder for the web host.")
@click.option("--output", type=_folder, required=True, help="Where the bundles go.")
@click.option("--since", type=int, help="Build the update on this edition, not on the last one.")
@_passphrase_file
def release(
    workspace: Path,
    keys: Path,
    tree: Path,
    output: Path,
    since: int | None,
    passphrase_file: Path | None,
) -> None:
    """Check WORKSPACE and release its edition: bundles for sticks, and the tree for the web."""
    with publishing_parts(), tell_faults():
        from fieldcat.services import releasing

        done = releasing.release(
            workspace,
            keys=keys,
            tree=tree,
            output=output,
            since=since,
            passphrase=_asking(passphrase_file),
        )
    for warning in done.warnings:
        click.echo(str(warning), err=True)
    changes = f"{counted(done.added, 'record')} put, {counted(done.withdrawn, 'entry', 'entries')}"
    click.echo(f"Edition {done.edition.number}: {changes} withdrawn.")
    if done.repacked:
        click.echo("All records were packed anew: every laptop needs them all this once.")
    for path, what in ((done.full, "everything"), (done.update, "the update")):
        if path is not None:
            click.echo(f"{path}: {what}, {path.stat().st_size:,} bytes")
    click.echo(f"{tree}: for the web host")


@click.command("first-release", hidden=True)
@_workspace
@_keys
@click.option("--bundle", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--root", type=click.Path(dir_okay=False, path_type=Path), required=True)
@_passphrase_file
def first_release(
    workspace: Path, keys: Path, bundle: Path, root: Path, passphrase_file: Path | None
) -> None:
    """Write WORKSPACE as a first edition, with the root to verify it by: what fieldcat ships."""
    with publishing_parts(), tell_faults():
        from fieldcat.services import releasing

        edition = releasing.first_release(
            workspace, keys=keys, bundle=bundle, root=root, passphrase=_asking(passphrase_file)
        )
    click.echo(f"{bundle}: edition {edition.number}")


@click.command()
@_workspace
@_keys
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
def card(workspace: Path, keys: Path, output: Path) -> None:
    """Write the card by which trainers come to trust this publisher."""
    with publishing_parts(), tell_faults():
        from fieldcat.services import releasing

        made, fingerprint = releasing.write_card(keys, workspace=workspace, output=output)
    click.echo(f"{output}: {made.publisher}, {made.title}")
    click.echo(f"Read this out to whoever adds it: {fingerprint}")
    click.echo(f"or this, which says the same: {' '.join(fingerprint_words(made.root))}")


@click.command()
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def inspect(bundle: Path) -> None:
    """Look into BUNDLE: what it holds, what it builds on, who signed it. Every byte is verified."""
    from fieldcat.services import inspecting

    found = inspecting.inspect(bundle)
    collection = found.edition.collection
    click.echo(f"{collection.title}, edition {collection.edition} of {collection.date}")
    click.echo(f"    {collection.publisher} ({collection.id}), {found.size:,} bytes")
    if found.about.since:
        click.echo(f"    an update: it builds on edition {found.about.since}")
    click.echo(f"    root {found.root}, fingerprint {found.fingerprint}")
    for keyid in found.keys:
        click.echo(f"    editions are signed by the key {keyid[:16]}")
    for pack in found.edition.packs:
        where = "not in it" if pack.sha256 in found.lacking else "in it"
        click.echo(
            f"    pack of edition {pack.edition}: {counted(pack.records, 'record')},"
            f" {pack.length:,} bytes, {where}"
        )
    brought = [counted_kind(number, what) for what, number in sorted(found.put.items())]
    if found.withdrawn:
        brought.append(f"{found.withdrawn} withdrawn")
    click.echo(f"    what it brings: {', '.join(brought) or 'nothing'}")


def _asking(file: Path | None, *, new: bool = False) -> Callable[[str], str]:
    """Asks for the passphrase of a key; the same one is taken for all where a file gives it."""
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        return lambda _: lines[0] if lines else ""
    known: dict[str, str] = {}

    def ask(name: str) -> str:
        if name not in known:
            words: str = click.prompt(
                f"Passphrase of the key {name}", hide_input=True, confirmation_prompt=new, err=True
            )
            known[name] = words
        return known[name]

    return ask
