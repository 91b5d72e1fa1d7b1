"""Looking into a bundle before it is handed out: what it holds, and who signed it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldcat.domain.edition import About, Edition, fingerprint
from fieldcat.domain.progress import unreported
from fieldcat.errors import BundleDamagedError, RecordError
from fieldcat.records.packs import Key
from fieldcat.records.replaying import standing
from fieldcat.services.holdings import lines_of
from fieldcat.storage.faults import environment_fault
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.staging import Staging, stage_packs
from fieldcat.updates.verifying import Trust, root_keyids, root_version, verified

_FIRST_ROOT = "metadata/1.root.json"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a bundle holds, every byte of it verified by the roots that it brings itself.

    ``lacking`` are the packs, by SHA-256, that it builds on and does not bring. ``put`` counts the
    records that stand by what they are, ``withdrawn`` the entries that are published no more; both
    are only of what it brings.
    """

    about: About
    edition: Edition
    size: int
    root: int
    fingerprint: str
    keys: tuple[str, ...]
    lacking: frozenset[str]
    put: Counter[str]
    withdrawn: int


def inspect(file: Path) -> Inspected:
    """Look into a bundle; that its roots are the publisher's, only the fingerprint tells.

    Raises:
        BundleError: it is damaged, or not signed by its own roots.
        NewerFormatError: it is for a newer fieldcat.
        EnvironmentFaultError: the temporary folder does not take it.
    """
    try:
        return _inspected(file)
    except OSError as error:
        raise environment_fault(error, Path(error.filename or file)) from error


def _inspected(file: Path) -> Inspected:
    with Bundle(file) as bundle, TemporaryDirectory(prefix="fieldcat-") as folder:
        if not bundle.holds(_FIRST_ROOT):
            raise BundleDamagedError("has no root", path=str(file))
        trust = Trust(b"".join(bundle.chunks(_FIRST_ROOT)))
        if not root_version(trust.root):
            raise BundleDamagedError("has no root that can be read", path=str(file))
        found = verified(bundle, bundle.about, trust)
        staging = Staging(Path(folder))
        brought = tuple(pack for pack in found.edition.packs if all(map(found.holds, pack.pieces)))
        stage_packs(found, brought, staging, unreported)
        of_it = Edition(found.edition.collection, brought)
        try:
            stands = standing(of_it.collection.id, lines_of(of_it, staging.pack))
        except RecordError as error:
            raise BundleDamagedError(str(error), path=str(file)) from error
        return Inspected(
            about=bundle.about,
            edition=found.edition,
            size=bundle.size,
            root=root_version(found.trust.root),
            fingerprint=fingerprint(found.trust.root),
            keys=root_keyids(found.trust.root),
            lacking=frozenset(p.sha256 for p in found.edition.packs if p not in brought),
            put=Counter(map(_what, stands.puts)),
            withdrawn=sum(not key.language for key in stands.withdrawn),
        )


def _what(key: Key) -> str:
    """The kind of an entry, ``translation``, ``vocabulary`` or ``asset``."""
    if key.what != "entry":
        return key.what
    return "translation" if key.language else key.id.split("/")[1]
