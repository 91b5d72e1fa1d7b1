"""An edition as files: the tree of a static web host, and bundles in one file, the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from securesystemslib.signer import Signer
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from fieldcat.domain.edition import About, Edition
from fieldcat.errors import FieldcatError, ReleaseError
from fieldcat.publishing.files import write_new
from fieldcat.publishing.releasing import MANIFEST, Last, Unsigned
from fieldcat.publishing.roots import Publisher
from fieldcat.publishing.signing import signed_metadata, target_path
from fieldcat.records.editions import decode_edition, encode_about

ENDING = ".fieldcat"
ABOUT = "about.json"
_TIMESTAMP = "metadata/timestamp.json"

LARGEST = 4 * 1024**3 - 64 * 1024
"""Bytes of a bundle: FAT32, which most sticks have, holds no larger file."""

_NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed edition: every file of its tree by path, and which of them each pack needs."""

    edition: Edition
    files: Mapping[str, bytes]
    of_pack: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def about(self, since: int = 0) -> About:
        """What a bundle of it says of itself."""
        collection = self.edition.collection
        return About(
            collection.id,
            collection.title,
            collection.publisher,
            collection.edition,
            collection.date,
            since,
        )


def signed(unsigned: Unsigned, publisher: Publisher, signer: Signer) -> Signed:
    """Sign an edition; the same edition and keys give the same bytes."""
    targets = unsigned.targets
    files = {f"metadata/{number}.root.json": root for number, root in enumerate(publisher.roots, 1)}
    files |= signed_metadata(targets, unsigned.edition.number, signer)
    files |= {target_path(name, data): data for name, data in targets.items()}
    files |= {f"assets/{name}": data for name, data in unsigned.assets.items()}
    of_pack = {
        pack.sha256: tuple(target_path(name, targets[name]) for name in pack.pieces)
        for pack in unsigned.edition.packs
    }
    return Signed(unsigned.edition, files, of_pack)


def write_tree(folder: Path, edition: Signed) -> None:
    """Add an edition to a tree: what is named first is written last, so that it is never half.

    What older editions need stays, for laptops that are in the middle of fetching it.

    Raises:
        OSError: it cannot be written.
    """
    last = (_TIMESTAMP, ABOUT)
    files = {**edition.files, ABOUT: encode_about(edition.about())}
    for name in (*sorted(name for name in files if name not in last), *last):
        path = folder.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != files[name]:
            write_new(path, files[name])


def write_bundle(path: Path, edition: Signed, *, since: int = 0) -> None:
    """Write one file for sticks: everything, or only what came after the edition ``since``.

    Raises:
        ReleaseError: it would be larger than sticks can hold.
        OSError: it cannot be written.
    """
    left_out = {
        name
        for pack in edition.edition.packs
        if pack.edition <= since
        for name in edition.of_pack[pack.sha256]
    }
    # A picture is small beside what it costs to find out which of them a laptop has.
    files = {name: data for name, data in sorted(edition.files.items()) if name not in left_out}
    if sum(map(len, files.values())) > LARGEST:
        raise ReleaseError("too large for a stick", reason="too-large", path=str(path))
    write_new(path, _zipped({ABOUT: encode_about(edition.about(since)), **files}.items()))


def read_last(folder: Path) -> Last | None:
    """The edition that a tree holds; None where there is none yet.

    The publisher's own tree is not verified against keys, but every hash is compared.

    Raises:
        ReleaseError: it is damaged.
    """
    if not (folder / _TIMESTAMP).exists():
        return None
    try:
        targets = dict(_targets(folder))
        edition = decode_edition(targets[MANIFEST])
        packs = {
            pack.sha256: b"".join(targets[name] for name in pack.pieces) for pack in edition.packs
        }
    except (OSError, RepositoryError, DeserializationError, FieldcatError, KeyError) as error:
        raise ReleaseError(repr(error), reason="damaged", path=str(folder)) from error
    return Last(edition, packs, lambda name: _asset(folder, name))


def _asset(folder: Path, name: str) -> bytes:
    path = folder / "assets" / name
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != name:
        raise ReleaseError("not as it was written", reason="damaged", path=str(path))
    return data


def _targets(folder: Path) -> Iterator[tuple[str, bytes]]:
    timestamp = Metadata[Timestamp].from_file(str(folder / _TIMESTAMP)).signed
    version = timestamp.snapshot_meta.version
    listed = Metadata[Targets].from_file(str(folder / f"metadata/{version}.targets.json")).signed
    for name, target in listed.targets.items():
        yield name, _target(folder, name, target)


def _target(folder: Path, name: str, target: TargetFile) -> bytes:
    path = folder / "targets" / f"{target.hashes['sha256']}.{name}"
    data = path.read_bytes()
    if sha256(data).hexdigest() != target.hashes["sha256"]:
        raise ReleaseError("not as it was written", reason="damaged", path=str(path))
    return data


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip without compression, times or anything else that would differ from run to run."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in files:
            member = zipfile.ZipInfo(name, _NO_DATE)
            member.create_system = 3
            member.external_attr = 0o644 << 16
            bundle.writestr(member, data)
    return out.getvalue()
