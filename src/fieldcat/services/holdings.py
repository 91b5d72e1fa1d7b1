"""What is here of each collection: the edition that is read, its packs, and what was verified."""

from __future__ import annotations

import shutil
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from fieldcat.domain.edition import Edition, Pack
from fieldcat.domain.progress import unreported
from fieldcat.errors import CatalogueDamagedError, FieldcatError, RecordError
from fieldcat.records.editions import decode_edition
from fieldcat.records.packing import unpacked
from fieldcat.records.packs import ASSET, Line, read_line
from fieldcat.records.replaying import Standing
from fieldcat.records.standings import decode_standing, encode_standing
from fieldcat.storage.generations import Generation, Generations, sealed_hash
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.source import Source
from fieldcat.updates.staging import Staging, stage_asset, stage_packs
from fieldcat.updates.verifying import Trust, Verified, root_version, verified

_STATE = "state.json"
_STANDING = "standing"
_ROOT = "root.json"
_ROLES = ("timestamp", "snapshot", "targets")
_MOST_EDITIONS = 20
"""Earlier editions of a collection that can be gone back to."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """What comes with the program: its catalogue, the release it was built from, its root."""

    catalogue: Path
    bundle: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Holding:
    """One collection as it is held now.

    ``edition`` is the one that is read, of which ``manifest`` is what was signed; ``newest`` is the
    number of the latest that was ever verified: none before it is taken in. ``editions`` are the
    manifests of all that can be gone back to, by number. ``shown`` unless its publisher is
    switched off. ``programs`` is that of the collection that comes with the program, ``bundled``
    while it is read as it came: its packs are then in the program's own release.
    """

    edition: Edition
    manifest: bytes
    trust: Trust
    newest: int
    editions: Mapping[int, bytes] = field(default_factory=dict)
    shown: bool = True
    programs: bool = False
    bundled: bool = False

    @property
    def id(self) -> str:
        """The collection's id."""
        return self.edition.collection.id

    def turned_to(self, edition: Edition, manifest: bytes) -> Holding:
        """The same collection, read in another edition."""
        return replace(self, edition=edition, manifest=manifest, bundled=False)


Holdings = dict[str, Holding]
"""By the collection's id."""


class _State(Struct, frozen=True):
    """What is known of a collection beside what its publisher signed."""

    edition: int
    newest: int
    shown: bool


def read_holdings(generation: Generation | None, bundled: Bundled) -> Holdings:
    """What is here: of a generation, and of what comes with the program.

    Raises:
        FieldcatError: what is here cannot be read.
    """
    found = {} if generation is None else _of_generation(generation)
    own = _of_program(bundled)
    here = found.get(own.id)
    found[own.id] = own if here is None else _beside(here, own)
    return found


def write_holding(holding: Holding, folder: Path) -> None:
    """Write what is known of a collection into its folder of a generation.

    Raises:
        OSError: it cannot be written.
    """
    trust, number = holding.trust, holding.edition.number
    for name in ("tuf/roots", "editions"):
        (folder / name).mkdir(parents=True)
    (folder / _STATE).write_bytes(
        msgspec.json.encode(_State(number, holding.newest, holding.shown))
    )
    kept = {number: holding.manifest}
    for other in sorted(holding.editions, reverse=True)[:_MOST_EDITIONS]:
        kept.setdefault(other, holding.editions[other])
    for edition, manifest in kept.items():
        (folder / "editions" / f"{edition}.json").write_bytes(manifest)
    (folder / "tuf" / _ROOT).write_bytes(trust.root)
    for version, root in trust.roots.items():
        (folder / "tuf" / "roots" / f"{version}.root.json").write_bytes(root)
    for role, data in trust.seen.items():
        (folder / "tuf" / f"{role}.json").write_bytes(data)


def of_verified(edition: Verified, here: Holding | None = None) -> Holding:
    """An edition as it is held once a generation is made of it, ``here`` what was before it."""
    number = edition.edition.number
    return Holding(
        edition.edition,
        edition.manifest,
        edition.trust,
        number,
        {**(here.editions if here else {}), number: edition.manifest},
        programs=here is not None and here.programs,
    )


def bring_bundled_packs(holding: Holding, bundled: Bundled, generations: Generations) -> None:
    """Have the packs of the program's own release, and its pictures, beside what came later.

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
        edition = verified(bundle, bundle.about, _pinned(bundled))
        brought = tuple(pack for pack in needed if pack in edition.edition.packs)
        stage_packs(edition, brought, staging, unreported)
        stage_pictures(bundle, Edition(edition.edition.collection, brought), staging, generations)
    # Before the packs: where these are, the pictures are not looked for any more.
    for picture in sorted(staging.assets.glob("*")):
        generations.keep(picture, generations.assets / picture.name)
    for pack in brought:
        generations.keep(staging.pack(pack), generations.packs / pack.sha256)
    shutil.rmtree(staging.folder, ignore_errors=True)


def stage_pictures(
    source: Source, edition: Edition, staging: Staging, generations: Generations
) -> None:
    """Copy the pictures that staged packs name into staging, but for those that are kept.

    Raises what ``stage_asset`` and ``lines_of`` raise.
    """
    for line in lines_of(edition, staging.pack):
        named = line.key.what == ASSET and line.withdrawal is None
        if named and not (generations.assets / line.key.id).is_file():
            stage_asset(source, line.key.id, line.asset_length(), staging)


def lines_of(edition: Edition, place: Callable[[Pack], Path], first: int = 0) -> Iterator[Line]:
    """All lines of an edition's packs, in order; ``place`` says where a pack lies.

    Where ``first`` is not 0, those of so many packs are left out.

    Raises:
        RecordError, NewerFormatError: a pack does not hold what it should.
        OSError: it cannot be read.
    """
    for pack in edition.packs[first:]:
        with place(pack).open("rb") as file:
            for line in unpacked(file, pack):
                yield read_line(line)


def some_lines_of(
    edition: Edition, place: Callable[[Pack], Path], wanted: Iterable[int]
) -> Iterator[Line]:
    """Of all lines of an edition those that stand at these places, in order.

    What is not wanted is not parsed, and a pack not read further than to the last that is.

    Raises what ``lines_of`` raises.
    """
    places, start = sorted(wanted), 0
    for pack in edition.packs:
        end = start + pack.records
        here = frozenset(places[bisect_left(places, start) : bisect_left(places, end)])
        if here:
            last = max(here)
            with place(pack).open("rb") as file:
                for at, line in enumerate(unpacked(file, pack), start):
                    if at in here:
                        yield read_line(line)
                    if at == last:
                        break
        start = end


def write_standing(standing: Standing, edition: Edition, folder: Path) -> None:
    """Write what stands in a collection's edition beside what is known of it.

    Raises:
        OSError: it cannot be written.
    """
    (folder / _STANDING).write_bytes(encode_standing(standing, edition.packs))


def standing_before(edition: Edition, generation: Generation | None) -> tuple[Standing | None, int]:
    """What stood in a generation once the first packs of an edition were read, and how many.

    None and 0 where that is not known: where another edition's packs come first, or where what was
    written down is not as it was sealed.
    """
    if generation is None:
        return None, 0
    file = generation.collections / edition.collection.id / _STANDING
    try:
        data = file.read_bytes()
        if sha256(data).hexdigest() != sealed_hash(generation, file):
            return None, 0
        found, packs = decode_standing(data)
    except (OSError, RecordError):
        return None, 0
    first = tuple(pack.sha256 for pack in edition.packs[: len(packs)])
    if found.collection != edition.collection.id or first != packs:
        return None, 0
    return found, len(packs)


def sweep_packs(generations: Generations) -> None:
    """Remove the packs, and then pictures, that no edition needs which a generation knows.

    To be called by who holds the lock. Where a generation cannot be read, all are kept.
    """
    if not generations.packs.is_dir():
        return
    needed: dict[str, Pack] = {}
    try:
        for generation in generations.all():
            for holding in _of_generation(generation).values():
                manifests = (holding.manifest, *holding.editions.values())
                needed |= {p.sha256: p for each in manifests for p in decode_edition(each).packs}
    except (OSError, FieldcatError):
        return
    gone = [path for path in generations.packs.iterdir() if path.name not in needed]
    for path in gone:
        with suppress(OSError):
            path.unlink()
    if gone:
        _sweep_assets(generations, needed.values())


def _sweep_assets(generations: Generations, packs: Iterable[Pack]) -> None:
    """Remove the pictures that no pack of these names; where one cannot be read, all are kept.

    All of their lines are read for that, which is why it is done only when a pack went.
    """
    if not generations.assets.is_dir():
        return
    wanted: set[str] = set()
    try:
        for pack in packs:
            with (generations.packs / pack.sha256).open("rb") as file:
                lines = map(read_line, unpacked(file, pack))
                wanted |= {line.key.id for line in lines if line.key.what == ASSET}
    except (OSError, FieldcatError):
        return
    for path in generations.assets.iterdir():
        if path.name not in wanted:
            with suppress(OSError):
                path.unlink()


def _of_generation(generation: Generation) -> Holdings:
    try:
        found = [_in_folder(folder) for folder in sorted(generation.collections.iterdir())]
    except (OSError, KeyError, ValueError, msgspec.DecodeError, RecordError) as error:
        # A seal is compared by names and lengths: what is in a file may still be wrong.
        path = str(generation.collections)
        raise CatalogueDamagedError(f"{type(error).__name__}: {error}", path=path) from error
    return {holding.id: holding for holding in found}


def _in_folder(folder: Path) -> Holding:
    """What ``write_holding`` wrote of a collection."""
    state = msgspec.json.decode((folder / _STATE).read_bytes(), type=_State)
    editions = {int(path.stem): path.read_bytes() for path in (folder / "editions").glob("*.json")}
    manifest = editions[state.edition]
    seen = {role: (folder / "tuf" / f"{role}.json").read_bytes() for role in _ROLES}
    roots = {
        int(path.name.partition(".")[0]): path.read_bytes()
        for path in (folder / "tuf" / "roots").glob("*.root.json")
    }
    trust = Trust((folder / "tuf" / _ROOT).read_bytes(), seen, roots)
    return Holding(decode_edition(manifest), manifest, trust, state.newest, editions, state.shown)


def _of_program(bundled: Bundled) -> Holding:
    with Bundle(bundled.bundle) as bundle:
        edition = verified(bundle, bundle.about, _pinned(bundled))
    return replace(of_verified(edition), programs=True, bundled=True)


def _beside(here: Holding, own: Holding) -> Holding:
    """What was taken in of the program's own collection, where the program itself brings ``own``.

    It is read on, also where a newer program brings a newer edition; that one can be chosen.
    """
    trust, newest = _newer(here.trust, own.trust), here.newest
    if own.newest > newest and root_version(own.trust.root) >= root_version(here.trust.root):
        newest = own.newest
        trust = replace(own.trust, roots={**here.trust.roots, **own.trust.roots})
    editions = {own.edition.number: own.manifest, **here.editions}
    return replace(here, trust=trust, newest=newest, editions=editions, programs=True)


def _pinned(bundled: Bundled) -> Trust:
    return Trust(bundled.root.read_bytes())


def _newer(here: Trust, shipped: Trust) -> Trust:
    """The root that the program brings, where it is later than the one seen here."""
    if root_version(shipped.root) > root_version(here.root):
        return replace(here, root=shipped.root, roots={**here.roots, **shipped.roots})
    return here
