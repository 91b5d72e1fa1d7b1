"""Copying what was verified into a folder of its own, before anything is made of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import Pack
from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import BundleDamagedError, BundleIncompleteError, DiskFullError
from fieldcat.updates.source import Source
from fieldcat.updates.verifying import Verified

_ROOM = 6
"""Bytes of catalogue and index for each byte of records, at the most that was measured."""
_SPARE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Staging:
    """A folder that only this import writes to."""

    folder: Path

    def pack(self, pack: Pack) -> Path:
        """Where a staged pack lies."""
        return self.folder / "packs" / pack.sha256

    def asset(self, sha256: str) -> Path:
        """Where a staged picture lies."""
        return self.assets / sha256

    @property
    def assets(self) -> Path:
        """The folder of staged pictures."""
        return self.folder / "assets"


def missing(verified: Verified, have: Callable[[Pack], bool]) -> tuple[Pack, ...]:
    """The packs of an edition that are not here yet."""
    return tuple(pack for pack in verified.edition.packs if not have(pack))


def refuse_incomplete(
    verified: Verified, needed: tuple[Pack, ...], source: Source, here: int
) -> None:
    """Look whether all that is needed is there.

    Raises:
        BundleIncompleteError: it is an update that builds on what is not here.
        BundleDamagedError: it calls itself whole and is not.
    """
    if all(verified.holds(name) for pack in needed for name in pack.pieces):
        return
    if not source.about.since:
        raise BundleDamagedError("a piece is missing", path=source.name)
    raise BundleIncompleteError(
        "builds on what is not here",
        path=source.name,
        edition=verified.edition.number,
        since=source.about.since,
        here=here,
    )


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes an import takes at the most, and how many the disk has free."""

    needed: int
    free: int


def refuse_without_room(verified: Verified, needed: tuple[Pack, ...], folder: Path) -> Room:
    """Look whether the disk has room for the packs and for all that is built from them.

    Raises:
        DiskFullError: it has not.
    """
    content = sum(pack.content for pack in verified.edition.packs)
    wanted = sum(pack.length for pack in needed) + _ROOM * content + _SPARE
    free = shutil.disk_usage(folder).free
    if free < wanted:
        detail = f"{free} of {wanted} bytes free"
        raise DiskFullError(detail, path=str(folder), needed=wanted, free=free)
    return Room(wanted, free)


def stage_packs(
    verified: Verified, needed: tuple[Pack, ...], staging: Staging, report: Report
) -> None:
    """Copy packs into staging, each verified as a whole before anything is made of it.

    Raises:
        BundleDamagedError: they are not as they were signed.
        BundleUnreadableError: they could not be read to their end.
        OSError: the disk does not take them.
    """
    total = sum(pack.length for pack in needed)
    done = 0
    for pack in needed:
        target = staging.pack(pack)
        target.parent.mkdir(exist_ok=True)
        whole = sha256()
        with target.open("wb") as file:
            for name in pack.pieces:
                report(Progress("reading", done, total))
                data = verified.piece(name)
                whole.update(data)
                file.write(data)
                done += len(data)
            file.flush()
            os.fsync(file.fileno())
            length = file.tell()
        if (whole.hexdigest(), length) != (pack.sha256, pack.length):
            detail = "a pack is not what its manifest says"
            raise BundleDamagedError(detail, path=verified.name)
    report(Progress("reading", total, total))


def stage_asset(source: Source, name: str, length: int, staging: Staging) -> None:
    """Copy a picture into staging.

    Raises:
        BundleDamagedError: it is missing or not as the signed records say.
        BundleUnreadableError, OSError: as ``stage_packs``.
    """
    detail = f"the picture {name[:16]} is not what its record says"
    data = b""
    try:
        for chunk in source.chunks(f"assets/{name}"):
            data += chunk
            if len(data) > length:
                break
    except LookupError:
        detail = f"the picture {name[:16]} is missing"
    if len(data) != length or sha256(data).hexdigest() != name:
        raise BundleDamagedError(detail, path=source.name)
    target = staging.asset(name)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
