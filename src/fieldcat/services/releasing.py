"""What a publisher does to release: make keys, sign an edition, hand out a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import Card, Edition
from fieldcat.errors import ReleaseError
from fieldcat.publishing import roots
from fieldcat.publishing.building import Built, build
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.files import write_new
from fieldcat.publishing.releasing import Unsigned, next_edition
from fieldcat.publishing.roots import KeyFacts, Passphrase, Publisher
from fieldcat.publishing.samples import sample_workspace
from fieldcat.publishing.trees import ENDING, read_last, signed, write_bundle, write_tree
from fieldcat.records.editions import encode_card
from fieldcat.storage.faults import environment_fault


@dataclass(frozen=True, slots=True)
class Released:
    """What a release wrote. ``update`` is None where no earlier edition can be built on."""

    edition: Edition
    full: Path
    update: Path | None
    added: int
    withdrawn: int
    repacked: bool
    warnings: tuple[Fault, ...] = ()


def make_workspace(
    folder: Path, *, collection: str, title: str, publisher: str, date: str
) -> tuple[Path, ...]:
    """Write a small workspace to begin with into an empty folder; gives its files.

    Raises:
        ReleaseError: the folder is not empty.
        EnvironmentFaultError: it cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise ReleaseError("not empty", reason="not-empty", path=str(folder))
        written = []
        for name, text in sample_workspace(collection, title, publisher, date).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, text.encode())
            written.append(path)
    except OSError as error:
        raise environment_fault(error, folder) from error
    return tuple(written)


def make_keys(folder: Path, *, passphrase: Passphrase, root_keys: int, threshold: int) -> Publisher:
    """Make a publisher's keys.

    Raises:
        KeysError: there are keys already, or a passphrase is too short.
        EnvironmentFaultError: they cannot be written.
    """
    try:
        return roots.make_keys(folder, passphrase, root_keys=root_keys, threshold=threshold)
    except OSError as error:
        raise environment_fault(error, folder) from error


def replace_key(folders: Sequence[Path], *, name: str, passphrase: Passphrase) -> Publisher:
    """Put a new key in the place of one that was lost or seen by others.

    Raises:
        KeysError: too few root keys are at hand, or one cannot be opened.
        EnvironmentFaultError: it cannot be written.
    """
    try:
        return roots.replace_key(folders, name, passphrase)
    except OSError as error:
        raise environment_fault(error, folders[0]) from error


def list_keys(folder: Path) -> tuple[Publisher, tuple[KeyFacts, ...]]:
    """The publisher whose keys these are, and its keys.

    Raises:
        KeysError: there are none.
    """
    return roots.read_publisher(folder), roots.list_keys(folder)


def release(
    workspace: Path,
    *,
    keys: Path,
    tree: Path,
    output: Path,
    passphrase: Passphrase,
    since: int | None = None,
) -> Released:
    """Release the edition that a workspace prepares.

    It is added to ``tree``, for the web, and written into ``output``: a bundle of everything, and
    one of what came after the edition ``since``; None is the last one before.

    Raises:
        WorkspaceError: the workspace has faults.
        ReleaseError: there is nothing to release, or an entry is gone without a word.
        KeysError: the key cannot be opened.
        EnvironmentFaultError: something cannot be written; nothing is half.
    """
    built = build(workspace, release=True)
    publisher = roots.read_publisher(keys)
    last = read_last(tree)
    unsigned = next_edition(built, _assets(workspace, built), last)
    since = _since(unsigned, since, 0 if last is None else last.edition.number)
    signer = roots.release_signer(keys, publisher, passphrase)
    edition = signed(unsigned, publisher, signer)
    name = f"{built.collection.id}-{edition.edition.number}"
    full = output / f"{name}{ENDING}"
    update = output / f"{name}-since-{since}{ENDING}" if since else None
    try:
        output.mkdir(parents=True, exist_ok=True)
        write_bundle(full, edition)
        if update is not None:
            write_bundle(update, edition, since=since)
        write_tree(tree, edition)
    except OSError as error:
        raise environment_fault(error, Path(error.filename or output)) from error
    return Released(
        edition.edition,
        full,
        update,
        unsigned.added,
        unsigned.withdrawn,
        unsigned.repacked,
        built.warnings,
    )


def first_release(
    workspace: Path, *, keys: Path, bundle: Path, root: Path, passphrase: Passphrase
) -> Edition:
    """Write a workspace's edition as if there were none before, and the root to verify it by.

    Raises what ``release`` raises.
    """
    built = build(workspace, release=True)
    publisher = roots.read_publisher(keys)
    unsigned = next_edition(built, _assets(workspace, built), None)
    signer = roots.release_signer(keys, publisher, passphrase)
    try:
        write_bundle(bundle, signed(unsigned, publisher, signer))
        write_new(root, publisher.newest)
    except OSError as error:
        raise environment_fault(error, Path(error.filename or bundle)) from error
    return unsigned.edition


def write_card(keys: Path, *, workspace: Path, output: Path) -> tuple[Card, str]:
    """Write a publisher's card for trainers; gives it with the fingerprint to read out.

    Raises:
        WorkspaceError: the workspace has faults.
        KeysError: there are no keys.
        EnvironmentFaultError: it cannot be written.
    """
    publisher = roots.read_publisher(keys)
    collection = build(workspace).collection
    card = Card(
        collection.id, collection.title, collection.publisher, publisher.newest, collection.web
    )
    try:
        write_new(output, encode_card(card))
    except OSError as error:
        raise environment_fault(error, output) from error
    return card, publisher.fingerprint


def _assets(workspace: Path, built: Built) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for asset in built.assets:
        data = (workspace / asset.file).read_bytes()
        if sha256(data).hexdigest() != asset.sha256:
            raise ReleaseError("changed meanwhile", reason="damaged", path=asset.file)
        found[asset.sha256] = data
    return found


def _since(unsigned: Unsigned, wanted: int | None, last: int) -> int:
    """The edition that an update builds on; 0 where all packs are new, so that it would be full."""
    since = last if wanted is None else wanted
    if wanted is not None and not 0 < wanted <= last:
        raise ReleaseError("no such edition", reason="since", number=wanted, last=last)
    return since if any(pack.edition <= since for pack in unsigned.edition.packs) else 0
