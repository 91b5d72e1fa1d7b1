"""Verifying that an edition is its publisher's, by TUF, on a copy of what was known before.

What is verified becomes known only with the generation that is made of it: metadata that is good
beside a pack that is not must not raise the floor below which editions are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, TargetFile
from tuf.ngclient import FetcherInterface, Updater

from fieldcat.domain.edition import About, Edition
from fieldcat.errors import (
    BundleDamagedError,
    BundleOlderError,
    BundleUntrustedError,
    FieldcatError,
    NewerFormatError,
    RecordError,
)
from fieldcat.records.editions import decode_edition
from fieldcat.updates.source import Source

MANIFEST = "edition.json"

_BASE = "source:/"
_ROLES = ("timestamp", "snapshot", "targets")


@dataclass(frozen=True, slots=True)
class Trust:
    """What a laptop knows of a publisher: the newest root, and the metadata seen last by role.

    ``roots`` are all that led to the newest, by version: others who know an older one need them.
    """

    root: bytes
    seen: Mapping[str, bytes] = field(default_factory=dict)
    roots: Mapping[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verified:
    """An edition that is its publisher's, and what is known of the publisher from then on.

    ``manifest`` is as it was signed. ``piece`` gives the bytes of a piece of a pack, of the length
    that was signed and not yet hashed: the manifest says what the whole pack's hash must be.
    ``name`` is that of the source.
    """

    name: str
    edition: Edition
    manifest: bytes
    trust: Trust
    piece: Callable[[str], bytes]
    holds: Callable[[str], bool]


def verified(source: Source, about: About, trust: Trust) -> Verified:
    """Verify an edition against what is known of its publisher.

    Raises:
        BundleUntrustedError: it is not signed by that publisher.
        BundleOlderError: the publisher has released a later one, which is known here.
        BundleDamagedError: it is not as it was signed.
        NewerFormatError: it is for a newer fieldcat.
    """
    # The scratch copy is not in the data folder: on a stick the library's links cannot be made.
    with TemporaryDirectory(prefix="fieldcat-", ignore_cleanup_errors=True) as folder:
        return _verified(source, about, trust, Path(folder))


def root_version(root: bytes) -> int:
    """The version of a root; 0 if it is none."""
    try:
        return Metadata[Root].from_bytes(root).signed.version
    except Exception:  # whatever the library raises for what is no root
        return 0


def is_root(root: bytes) -> bool:
    """Whether something is a root that enough of its own root keys have signed."""
    try:
        found = Metadata[Root].from_bytes(root)
        found.signed.verify_delegate(Root.type, found.signed_bytes, found.signatures)
    except Exception:  # as above
        return False
    return True


def root_keyids(root: bytes) -> tuple[str, ...]:
    """The ids of the keys that sign editions under a root that is trusted."""
    return tuple(Metadata[Root].from_bytes(root).signed.roles["targets"].keyids)


class _Fetcher(FetcherInterface):
    """Gives the library what it asks for, from memory: it would spool to the temporary folder."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = url.removeprefix(_BASE)
        try:
            return self._source.chunks(path)
        except LookupError as error:
            raise DownloadHTTPError(f"no {path}", 404) from error

    def download_bytes(self, url: str, max_length: int) -> bytes:
        chunks, length = [], 0
        for chunk in self.fetch(url):
            chunks.append(chunk)
            length += len(chunk)
            if length > max_length:
                raise DownloadLengthMismatchError(f"{url} has more than {max_length} bytes")
        return b"".join(chunks)


def _verified(source: Source, about: About, trust: Trust, folder: Path) -> Verified:
    for role, data in trust.seen.items():
        (folder / f"{role}.json").write_bytes(data)
    fetcher = _Fetcher(source)
    with _told(source.name, about):
        updater = Updater(
            str(folder),
            f"{_BASE}metadata/",
            fetcher=fetcher,
            bootstrap=trust.root,
        )
        updater.refresh()
    now = Trust(
        (folder / "root.json").read_bytes(),
        {role: (folder / f"{role}.json").read_bytes() for role in _ROLES},
        {**trust.roots, **_roots(folder)},
    )

    def info(name: str) -> TargetFile | None:
        with _told(source.name, about):
            return updater.get_targetinfo(name)

    def target(name: str) -> tuple[TargetFile, bytes]:
        found = info(name)
        with _told(source.name, about):
            if found is None:
                raise RepositoryError(f"{name} is not signed")
            data = fetcher.download_bytes(f"{_BASE}{_path(found)}", found.length)
            if len(data) != found.length:
                raise RepositoryError(f"{name} has {len(data)} of {found.length} bytes")
            return found, data

    def piece(name: str) -> bytes:
        return target(name)[1]

    def holds(name: str) -> bool:
        found = info(name)
        return found is not None and source.holds(_path(found))

    signed, manifest = target(MANIFEST)
    with _told(source.name, about):
        signed.verify_length_and_hashes(manifest)
    try:
        edition = decode_edition(manifest)
    except RecordError as error:
        raise BundleDamagedError(str(error), path=source.name) from error
    except NewerFormatError as error:
        raise NewerFormatError(str(error), **error.data, path=source.name) from error
    if edition.collection.id != about.collection:
        detail = f"holds {edition.collection.id} and says {about.collection}"
        raise BundleUntrustedError(detail, path=source.name, publisher=about.publisher)
    return Verified(source.name, edition, manifest, now, piece, holds)


def _roots(folder: Path) -> dict[int, bytes]:
    """The roots that were gone through, by version, as the library keeps them."""
    found = (folder / "root_history").glob("*.root.json")
    return {int(path.name.partition(".")[0]): path.read_bytes() for path in found}


def _path(target: TargetFile) -> str:
    return f"targets/{next(iter(target.hashes.values()))}.{target.path}"


@contextmanager
def _told(name: str, about: About) -> Iterator[None]:
    """Raise fieldcat's errors for what the library finds inside."""
    try:
        yield
    except UnsignedMetadataError as error:
        raise BundleUntrustedError(str(error), path=name, publisher=about.publisher) from error
    except BadVersionNumberError as error:
        raise BundleOlderError(str(error), path=name, edition=about.edition) from error
    except (RepositoryError, DownloadError) as error:
        # The library wraps what a web host's source raises; a bundle's raises while it is read.
        if isinstance(error.__cause__, FieldcatError | OSError):
            raise error.__cause__ from None
        raise BundleDamagedError(str(error), path=name) from error
