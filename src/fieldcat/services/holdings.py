"""What is here of each collection: the edition that is read, its packs, and what was verified."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fieldcat.domain.edition import Edition, Pack
from fieldcat.domain.progress import unreported
from fieldcat.records.editions import decode_edition
from fieldcat.records.packing import unpacked
from fieldcat.records.packs import Line, read_line
from fieldcat.storage.generations import Generation, Generations
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.staging import Staging, stage_packs
from fieldcat.updates.verifying import Trust, Verified, root_version, verified

_MANIFEST = "manifest.json"
_ROOT = "root.json"
_ROLES = ("timestamp", "snapshot", "targets")


@dataclass(frozen=True, slots=True)
class Bundled:
    """What comes with the program: its catalogue, the release it was built from, its root."""

    catalogue: Path
    bundle: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Holding:
    """One collection as it is read now.

    ``programs`` is that of the collection that comes with the program, ``bundled`` while it is read
    as it came: its packs are then in the program's own release.
    """

    edition: Edition
    manifest: bytes
    trust: Trust
    programs: bool = False
    bundled: bool = False


Holdings = dict[str, Holding]
"""By the collection's id."""


def read_holdings(generation: Generation | None, bundled: Bundled) -> Holdings:
    """What is here: of a generation, and of what comes with the program.

    Raises:
        FieldcatError: what is here cannot be read.
    """
    found = {} if generation is None else dict(_of_generation(generation))
    own = _of_program(bundled)
    here = found.get(own.edition.collection.id)
    if here is not None:
        own = replace(here, trust=_newer(here.trust, own.trust), programs=True)
    found[own.edition.collection.id] = own
    return found


def write_holding(holding: Holding, folder: Path) -> None:
    """Write what is known of a collection into its folder of a generation.

    Raises:
        OSError: it cannot be written.
    """
    (folder / "tuf").mkdir(parents=True)
    (folder / _MANIFEST).write_bytes(holding.manifest)
    (folder / "tuf" / _ROOT).write_bytes(holding.trust.root)
    for role, data in holding.trust.seen.items():
        (folder / "tuf" / f"{role}.json").write_bytes(data)


def of_verified(edition: Verified) -> Holding:
    """An edition as it is held once a generation is made of it."""
    return Holding(edition.edition, edition.manifest, edition.trust)


def bring_bundled_packs(holding: Holding, bundled: Bundled, generations: Generations) -> None:
    """Have the packs of the program's own release beside those that came with updates.

    Raises:
        FieldcatError: they cannot be read or written.
    """
    needed = tuple(
        pack for pack in holding.edition.packs if not (generations.packs / pack.sha256).exists()
    )
    if not needed:
        return
    staging = Staging(generations.staging())
    with Bundle(bundled.bundle) as bundle:
        edition = verified(bundle, bundle.about, _pinned(bundled), bundled.bundle)
        stage_packs(edition, needed, staging, bundled.bundle, unreported)
    for pack in needed:
        generations.keep(staging.pack(pack), generations.packs / pack.sha256)
    shutil.rmtree(staging.folder, ignore_errors=True)


def lines_of(edition: Edition, place: Callable[[Pack], Path]) -> Iterator[Line]:
    """All lines of an edition's packs, in order; ``place`` says where a pack lies.

    Raises:
        RecordError, NewerFormatError: a pack does not hold what it should.
        OSError: it cannot be read.
    """
    for pack in edition.packs:
        with place(pack).open("rb") as file:
            for line in unpacked(file, pack):
                yield read_line(line)


def _of_generation(generation: Generation) -> Iterator[tuple[str, Holding]]:
    for folder in sorted(generation.collections.iterdir()):
        manifest = (folder / _MANIFEST).read_bytes()
        edition = decode_edition(manifest)
        seen = {role: (folder / "tuf" / f"{role}.json").read_bytes() for role in _ROLES}
        trust = Trust((folder / "tuf" / _ROOT).read_bytes(), seen)
        yield edition.collection.id, Holding(edition, manifest, trust)


def _of_program(bundled: Bundled) -> Holding:
    with Bundle(bundled.bundle) as bundle:
        edition = verified(bundle, bundle.about, _pinned(bundled), bundled.bundle)
    return replace(of_verified(edition), programs=True, bundled=True)


def _pinned(bundled: Bundled) -> Trust:
    return Trust(bundled.root.read_bytes())


def _newer(here: Trust, shipped: Trust) -> Trust:
    """The root that the program brings, where it is later than the one seen here."""
    if root_version(shipped.root) > root_version(here.root):
        return replace(here, root=shipped.root)
    return here
