"""Copying to a stick what somebody else needs: bundles of what is read here, cards, installers.

What is written is read back from the stick, every byte of it, before it gets its name there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import Card, Pack
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.errors import BundleDamagedError, DiskFullError, RecordError, StickError
from fieldcat.records.editions import decode_edition, encode_card
from fieldcat.records.packs import ASSET
from fieldcat.records.replaying import standing
from fieldcat.services.cards import read_cards
from fieldcat.services.holdings import Holding, lines_of
from fieldcat.services.laptop import Laptop
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import replacing, sync_file
from fieldcat.storage.locking import only_one
from fieldcat.storage.media import forget_in_memory, largest_file
from fieldcat.updates.writing import Member, bundle_chunks, bundle_length, members

_AT_ONCE = 1024 * 1024
_SPARE = 1024 * 1024
"""Bytes that a stick needs for names and tables."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that stands on the stick, every byte compared; ``length`` in bytes."""

    path: Path
    length: int


@dataclass(frozen=True, slots=True)
class _Item:
    """A file to be copied: its name, its length in bytes, and how its bytes are had."""

    name: str
    length: int
    chunks: Callable[[], Iterable[bytes]]


class Copying:
    """What is to be copied, put together once and written to as many sticks as wanted."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = tuple(items)
        self._digests: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files."""
        return tuple(item.name for item in self._items)

    @property
    def length(self) -> int:
        """Bytes in all."""
        return sum(item.length for item in self._items)

    def copy_to(self, folder: Path, report: Report = unreported) -> tuple[Passed, ...]:
        """Write everything into a folder of a stick and read it back.

        What is there already, to the byte, is only read. Where anything fails, files that were
        written before stay, and none is there half.

        Raises:
            StickError: a file is too large for the stick, or was read back otherwise.
            DiskFullError: there is not enough room; looked at before anything is written.
            EnvironmentFaultError: it cannot be written: read-only, pulled out, or failing.
            CancelledError: ``report`` stopped it.
        """
        try:
            self._refuse_without_room(folder)
            return tuple(self._passed(folder, report))
        except OSError as error:
            raise environment_fault(error, folder) from error

    def _refuse_without_room(self, folder: Path) -> None:
        most = largest_file(folder)
        for item in self._items:
            if most is not None and item.length > most:
                path = str(folder / item.name)
                raise StickError("too large", reason="too-large", path=path, most=most)
        # A file that is there is replaced only once the new one stands beside it.
        free = shutil.disk_usage(folder).free
        wanted = sum(item.length for item in self._items if not _may_stand(item, folder)) + _SPARE
        if free < wanted:
            raise DiskFullError(f"{free} of {wanted} bytes free", path=str(folder), needed=wanted)

    def _passed(self, folder: Path, report: Report) -> Iterator[Passed]:
        done, total = 0, 2 * self.length
        for item in self._items:
            target = folder / item.name
            steps = _Steps(report, done, total)
            wanted = self._digest(item)
            if not (_may_stand(item, folder) and _read_back(target, steps) == wanted):
                _write(item, target, wanted, _Steps(report, done, total))
            done += 2 * item.length
            report(Progress("copying", done, total))
            yield Passed(target, item.length)

    def _digest(self, item: _Item) -> str:
        if item.name not in self._digests:
            whole = sha256()
            for chunk in item.chunks():
                whole.update(chunk)
            self._digests[item.name] = whole.hexdigest()
        return self._digests[item.name]


def copying(
    laptop: Laptop, *, collections: Iterable[str] | None = None, also: Iterable[Path] = ()
) -> Copying:
    """Put together what is to be copied: a bundle of each collection, its card, other files.

    ``collections`` are ids, None for all that are switched on; ``also`` are files that go along as
    they are, such as installers. Of each collection the newest edition is copied that is here.

    Raises:
        StickError: there is nothing of these collections here, or not all, or two files have one
            name.
        BusyError: an import is under way.
        EnvironmentFaultError: a file cannot be read.
    """
    with only_one(laptop.generations.lock):
        holdings, cards = laptop.holdings(), read_cards(laptop.cards)
        shown = {id: holding for id, holding in holdings.items() if holding.shown}
        wanted = list(shown) if collections is None else list(collections)
        items: list[_Item] = []
        try:
            for id in wanted:
                if id not in shown:
                    raise StickError("nothing here", reason="nothing", collection=id)
                items.append(_bundle(shown[id], laptop))
                if id in cards:
                    items.append(_card(cards[id]))
            items += map(_file, also)
        except OSError as error:
            raise environment_fault(error, Path(error.filename or "."), looking=True) from error
        except RecordError as error:
            path = str(laptop.generations.packs)
            raise BundleDamagedError(str(error), path=path) from error
    for item in items:
        if sum(other.name.casefold() == item.name.casefold() for other in items) > 1:
            raise StickError("two of one name", reason="twice", path=item.name)
    return Copying(items)


def _bundle(holding: Holding, laptop: Laptop) -> _Item:
    name = f"{holding.id}-{holding.newest}.fieldcat"
    if holding.bundled:
        return _file(laptop.bundled.bundle, name)
    manifest = holding.editions.get(holding.newest, holding.manifest)
    edition = decode_edition(manifest)

    def place(pack: Pack) -> Path:
        return laptop.generations.packs / pack.sha256

    if holding.programs and not all(place(pack).is_file() for pack in edition.packs):
        # The program brings a newer edition than the one that is read.
        return _file(laptop.bundled.bundle, name)
    found = standing(holding.id, lines_of(edition, place))
    assets = {key.id: laptop.generations.assets / key.id for key in found.puts if key.what == ASSET}
    if not all(path.is_file() for path in assets.values()):
        # A laptop that takes it in asks for every picture that the packs name.
        raise StickError("a picture is missing", reason="picture", collection=holding.id)
    files: tuple[Member, ...] = members(
        edition, manifest, holding.trust, place=place, assets=assets
    )
    return _Item(name, bundle_length(files), lambda: bundle_chunks(files))


def _card(card: Card) -> _Item:
    data = encode_card(card)
    return _Item(f"{card.collection}.fieldcat-card", len(data), lambda: (data,))


def _file(path: Path, name: str = "") -> _Item:
    def chunks() -> Iterator[bytes]:
        with path.open("rb") as file:
            while chunk := file.read(_AT_ONCE):
                yield chunk

    return _Item(name or path.name, path.stat().st_size, chunks)


@dataclass(slots=True)
class _Steps:
    """Tells how far it is, of bytes that are written and then read."""

    report: Report
    done: int
    total: int

    def __call__(self, length: int) -> None:
        self.done += length
        self.report(Progress("copying", min(self.done, self.total), self.total))


def _may_stand(item: _Item, folder: Path) -> bool:
    path = folder / item.name
    return path.is_file() and path.stat().st_size == item.length


def _write(item: _Item, target: Path, wanted: str, steps: _Steps) -> None:
    with replacing(target) as temporary:
        with temporary.open("wb") as file:
            for chunk in item.chunks():
                file.write(chunk)
                steps(len(chunk))
        sync_file(temporary)
        if _read_back(temporary, steps) != wanted:
            raise StickError("read back otherwise", reason="differs", path=str(target))


def _read_back(path: Path, steps: _Steps) -> str:
    """The SHA-256 of a file as the stick has it, not as the system remembers writing it."""
    whole = sha256()
    forget_in_memory(path)
    with path.open("rb") as file:
        while chunk := file.read(_AT_ONCE):
            whole.update(chunk)
            steps(len(chunk))
    return whole.hexdigest()
