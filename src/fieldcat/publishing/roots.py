"""A publisher's root: which keys sign its editions, how many of the root's keys may change that.

A folder of keys holds ``NAME.key``, sealed, and ``roots/N.root.json``, the chain that every laptop
follows from the root it knows to the newest. Root keys may lie in other folders: offline, with
other people. The key ``release`` signs editions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from fieldcat.domain.edition import fingerprint
from fieldcat.errors import KeysError
from fieldcat.publishing.files import write_new
from fieldcat.publishing.keys import ENDING, new_key, opened_key, sealed_key

ROOTS = "roots"
RELEASE = "release"
_ROLES = ("targets", "snapshot", "timestamp")
_EXPIRY = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""Laptops have wrong clocks: what is old is said to be old, and not refused."""

Passphrase = Callable[[str], str]
"""Asked for a key by its name."""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """A key as it is listed. ``held`` if its file is in the folder that was looked into."""

    name: str
    keyid: str
    signs: str
    held: bool


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's public keys: the chain of roots, oldest first, as bytes."""

    roots: tuple[bytes, ...]

    @property
    def newest(self) -> bytes:
        """The root that holds now."""
        return self.roots[-1]

    @property
    def fingerprint(self) -> str:
        """Of the newest root, to be read out."""
        return fingerprint(self.newest)


def make_keys(folder: Path, passphrase: Passphrase, *, root_keys: int, threshold: int) -> Publisher:
    """Make a publisher's keys and its first root in a folder that has none.

    Raises:
        KeysError: there are keys already, a passphrase is too short, or the numbers make no sense.
        OSError: they cannot be written.
    """
    if not 1 <= threshold <= root_keys <= 20:
        raise KeysError("no such threshold", reason="threshold", threshold=threshold)
    if (folder / ROOTS).exists() or list(folder.glob(f"*{ENDING}")):
        raise KeysError("there are keys", reason="exists", path=str(folder))
    root = Root(version=1, expires=_EXPIRY, consistent_snapshot=True)
    names = [f"root-{number}" for number in range(1, root_keys + 1)]
    signers = {name: new_key(name) for name in (*names, RELEASE)}
    sealed = {name: sealed_key(name, signer, passphrase(name)) for name, signer in signers.items()}
    for name in names:
        root.add_key(signers[name].public_key, "root")
    root.roles["root"].threshold = threshold
    for role in _ROLES:
        root.add_key(signers[RELEASE].public_key, role)
    data = _signed(root, [signers[name] for name in names])
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in sealed.items():
        write_new(folder / f"{name}{ENDING}", content, private=True)
    _write_root(folder, 1, data)
    return Publisher((data,))


def replace_key(folders: Sequence[Path], name: str, passphrase: Passphrase) -> Publisher:
    """Put a new key in the place of one that was lost or seen by others, in a new root.

    The new key is written to the first folder, which has the roots; the others are looked into for
    root keys. From the next release on no laptop accepts the old one.

    Raises:
        KeysError: fewer root keys are at hand than the root asks for, or there is no such key.
        OSError: it cannot be written.
    """
    publisher = read_publisher(folders[0])
    old = _root(publisher.newest, folders[0])
    named = _names(old.signed)
    if name not in named:
        raise KeysError(f"no key {name}", reason="missing", key=name, path=str(folders[0]))
    root_names = [key for key, id in named.items() if id in old.signed.roles["root"].keyids]
    signers = _at_hand(folders, [key for key in root_names if key != name], passphrase)
    if len(signers) < old.signed.roles["root"].threshold:
        # The one that is replaced may still be there to consent.
        signers += _at_hand(folders, [name] if name in root_names else [], passphrase)
    if len(signers) < old.signed.roles["root"].threshold:
        needed = old.signed.roles["root"].threshold
        raise KeysError("too few root keys", reason="threshold", threshold=needed)
    signer = new_key(name)
    new = Root.from_dict(old.signed.to_dict())
    new.version += 1
    for role in ("root", *_ROLES):
        if named[name] in new.roles[role].keyids:
            new.revoke_key(named[name], role)
            new.add_key(signer.public_key, role)
    if name in root_names:
        signers.append(signer)
    data = _signed(new, signers)
    sealed = sealed_key(name, signer, passphrase(name))
    old_file = folders[0] / f"{name}{ENDING}"
    if old_file.exists():
        old_file.replace(_unused(old_file.with_suffix(".replaced")))
    write_new(old_file, sealed, private=True)
    _write_root(folders[0], new.version, data)
    return Publisher((*publisher.roots, data))


def read_publisher(folder: Path) -> Publisher:
    """The chain of roots in a folder of keys, each signed by the one before.

    Raises:
        KeysError: there is none, or it is damaged.
    """
    roots: list[bytes] = []
    while (path := folder / ROOTS / f"{len(roots) + 1}.root.json").is_file():
        roots.append(path.read_bytes())
    if not roots:
        raise KeysError("no roots", reason="none", path=str(folder))
    try:
        before: Metadata[Root] | None = None
        for data in roots:
            root = _root(data, folder)
            (before or root).verify_delegate("root", root)
            root.verify_delegate("root", root)
            before = root
    except (RepositoryError, ValueError) as error:
        raise KeysError(str(error), reason="damaged", key=ROOTS, path=str(folder)) from error
    return Publisher(tuple(roots))


def release_signer(folder: Path, publisher: Publisher, passphrase: Passphrase) -> CryptoSigner:
    """The key that signs editions.

    Raises:
        KeysError: it cannot be opened, or is none that the newest root names.
    """
    path = folder / f"{RELEASE}{ENDING}"
    signer = opened_key(path, passphrase(RELEASE))
    if (
        signer.public_key.keyid
        not in _root(publisher.newest, folder).signed.roles["targets"].keyids
    ):
        raise KeysError("not in the root", reason="foreign", key=RELEASE, path=str(path))
    return signer


def list_keys(folder: Path) -> tuple[KeyFacts, ...]:
    """The keys that the newest root names.

    Raises:
        KeysError: as ``read_publisher``.
    """
    root = _root(read_publisher(folder).newest, folder).signed
    return tuple(
        KeyFacts(
            name,
            keyid,
            "the root" if keyid in root.roles["root"].keyids else "editions",
            (folder / f"{name}{ENDING}").is_file(),
        )
        for name, keyid in _names(root).items()
    )


def _root(data: bytes, folder: Path) -> Metadata[Root]:
    try:
        return Metadata[Root].from_bytes(data)
    except (RepositoryError, DeserializationError) as error:
        raise KeysError(str(error), reason="damaged", key=ROOTS, path=str(folder)) from error


def _names(root: Root) -> dict[str, str]:
    return dict(sorted((_name(key), keyid) for keyid, key in root.keys.items()))


def _name(key: Key) -> str:
    return str(key.unrecognized_fields.get("x-fieldcat-name", key.keyid))


def _at_hand(
    folders: Iterable[Path], names: Iterable[str], passphrase: Passphrase
) -> list[CryptoSigner]:
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob(f"*{ENDING}"))}
    return [opened_key(paths[name], passphrase(name)) for name in names if name in paths]


def _signed(root: Root, signers: Iterable[CryptoSigner]) -> bytes:
    metadata = Metadata(root)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes(JSONSerializer(compact=True, validate=True))


def _write_root(folder: Path, version: int, data: bytes) -> None:
    (folder / ROOTS).mkdir(exist_ok=True)
    write_new(folder / ROOTS / f"{version}.root.json", data)


def _unused(path: Path) -> Path:
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate
