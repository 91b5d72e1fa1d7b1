"""Generations: what this laptop reads, built from packs, sealed, and switched to by one pointer.

A generation is written in ``staging/``, sealed, put on the disk and renamed into its place; the
pointer ``current`` then names it. Whatever moment the power fails at, the pointer names a
generation that is whole. The index and the front pages in it are derived: they bear seals of their
own and are not in this.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.storage.faults import environment_fault, looking_at
from fieldcat.storage.files import replace, sync_file, sync_folder, write_whole

if TYPE_CHECKING:
    from fieldcat.storage.generation_files import Event, History, Seal

BUNDLED = 0
"""Stands for the casebook that comes with the program, which is read in its own folder."""

SEAL = "SEAL"
_INDEX = "index"
_FRONT = "front"
_HISTORY = "imported.json"
_PAST = "past.json"
_LONGEST_PAST = 200
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_LARGEST_SEAL = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation in its folder."""

    folder: Path
    number: int

    @property
    def catalogue(self) -> Path:
        """The catalogue."""
        return self.folder / "casebook.sqlite"

    @property
    def index(self) -> Path:
        """The search index, if it was built yet."""
        return self.folder / _INDEX

    @property
    def front(self) -> Path:
        """The folder of its front pages, one for each language that a window spoke."""
        return self.folder / _FRONT

    @property
    def collections(self) -> Path:
        """A folder for each collection, with its manifest and what was verified."""
        return self.folder / "collections"

    @property
    def news(self) -> Path:
        """What the import that made it changed, entry by entry, if an import made it."""
        return self.folder / "news.json"

    @property
    def history(self) -> History | None:
        """How it came to be; None where that cannot be read."""
        from fieldcat.storage.generation_files import History, decoded

        return decoded(self.folder / _HISTORY, History)

    @property
    def past(self) -> tuple[Event, ...]:
        """What came before it, the newest first; nothing where that cannot be read."""
        from fieldcat.storage.generation_files import Event, decoded

        return decoded(self.folder / _PAST, tuple[Event, ...]) or ()


@dataclass(frozen=True, slots=True)
class Generations:
    """All that came with updates, in the data folder's ``catalogue/``."""

    root: Path

    @property
    def packs(self) -> Path:
        """Packs by their SHA-256."""
        return self.root / "packs"

    @property
    def assets(self) -> Path:
        """Pictures by their SHA-256."""
        return self.root / "assets"

    @property
    def lock(self) -> Path:
        """The file that is held by whoever changes anything here."""
        return self.root / "importing.lock"

    def live(self) -> tuple[Generation, ...]:
        """What is to be read, the best first: what the pointer names, else the newest.

        Nothing where the pointer says that the bundled casebook is. Only what is sealed counts;
        names and lengths are compared, not hashes.
        """
        with looking_at(self.root):
            pointed = self._pointer()
            if pointed == BUNDLED:
                return ()
            sealed = [generation for generation in self.all() if is_whole(generation)]
        return tuple(sorted(sealed, key=lambda found: (found.number != pointed, -found.number)))

    def all(self) -> tuple[Generation, ...]:
        """Every generation that stands, whole or not, the newest first."""
        folder = self.root / "generations"
        if not folder.is_dir():
            return ()
        found = [
            Generation(path, int(path.name))
            for path in folder.iterdir()
            if _NUMBER.fullmatch(path.name)
        ]
        return tuple(sorted(found, key=lambda generation: -generation.number))

    def staging(self) -> Path:
        """A new folder to build in.

        Raises:
            EnvironmentFaultError: it cannot be made.
        """
        from uuid import uuid4  # as in `files`

        folder = self.root / "staging" / uuid4().hex[:12]
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise environment_fault(error, folder) from error
        return folder

    def keep(self, staged: Path, target: Path) -> None:
        """Move a staged file to where it is kept; it is on the disk before it has its name there.

        Raises:
            EnvironmentFaultError: it cannot be moved.
        """
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            sync_file(staged)
            replace(staged, target)
            sync_folder(target.parent)
        except OSError as error:
            raise environment_fault(error, target) from error

    def put_in_place(self, staged: Path, history: History) -> Generation:
        """Seal what was staged and give it its place; the pointer is not changed yet.

        Raises:
            EnvironmentFaultError: it cannot be written.
        """
        from fieldcat.storage.generation_files import Seal, encoded

        number = max((found.number for found in self.all()), default=0) + 1
        place = self.root / "generations" / str(number)
        try:
            past = self.events()[:_LONGEST_PAST]
            (staged / _HISTORY).write_bytes(encoded(history))
            (staged / _PAST).write_bytes(encoded(past))
            seal = Seal(1, {name: _facts(staged / name) for name in _files(staged)})
            (staged / SEAL).write_bytes(encoded(seal))
            _sync_all(staged)
            place.parent.mkdir(exist_ok=True)
            sync_folder(self.root)
            replace(staged, place)
            sync_folder(place.parent)
        except OSError as error:
            raise environment_fault(error, place) from error
        return Generation(place, number)

    def events(self) -> tuple[Event, ...]:
        """All that made what is read, and what was undone, the newest first."""
        from fieldcat.storage.generation_files import Event

        live = next(iter(self.live()), None)
        standing = set() if live is None else {live.number}
        if live is not None:
            standing |= {event.generation for event in live.past if not event.undone}
        found: dict[int, History] = {}
        for generation in self.all():
            if generation.history is not None:
                found[generation.number] = generation.history
            for event in generation.past:
                found.setdefault(event.generation, event.history)
        return tuple(
            Event(number, found[number], number not in standing)
            for number in sorted(found, reverse=True)
        )

    def switch(self, number: int) -> None:
        """Have this generation read from now on.

        Raises:
            EnvironmentFaultError: it cannot be written; the other one is still read.
        """
        write_whole(self.root / "current", b"%d\n" % number)

    def sweep(self) -> None:
        """Remove what interrupted imports left, and generations that nobody can go back to.

        To be called by who holds the lock. What cannot be removed is left for the next time.
        """
        shutil.rmtree(self.root / "staging", ignore_errors=True)
        live = next(iter(self.live()), None)
        if live is None:
            return
        history = live.history
        kept = {live.number, history.previous if history else live.number}
        for generation in self.all():
            # What was undone is newer than what is read now: it may be wanted again.
            if generation.number not in kept and generation.number < live.number:
                shutil.rmtree(generation.folder, ignore_errors=True)

    def _pointer(self) -> int | None:
        try:
            text = (self.root / "current").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return int(text) if text == str(BUNDLED) or _NUMBER.fullmatch(text) else None


def is_whole(generation: Generation) -> bool:
    """Whether a generation has every file that its seal names, in the right length."""
    seal = _seal(generation)
    if seal is None:
        return False
    try:
        there = {
            name: (generation.folder / name).stat().st_size for name in _files(generation.folder)
        }
    except OSError:
        return False
    return there == {name: length for name, (length, _) in seal.files.items()}


def sealed_hash(generation: Generation, file: Path) -> str | None:
    """The SHA-256 that a generation's seal gives a file of it; None where it names no such file."""
    seal = _seal(generation)
    facts = None if seal is None else seal.files.get(file.relative_to(generation.folder).as_posix())
    return None if facts is None else facts[1]


def damage(generation: Generation) -> tuple[str, ...]:
    """The files that are not as they were sealed, every byte compared.

    Raises:
        EnvironmentFaultError: the disk does not answer.
    """
    seal = _seal(generation)
    if seal is None:
        return (SEAL,)
    with looking_at(generation.folder):
        there = {name: _facts(generation.folder / name) for name in _files(generation.folder)}
    names = sorted(there.keys() | seal.files.keys())
    return tuple(name for name in names if there.get(name) != seal.files.get(name))


def _seal(generation: Generation) -> Seal | None:
    path = generation.folder / SEAL
    try:
        if path.stat().st_size > _LARGEST_SEAL:
            return None
    except OSError:
        return None
    from fieldcat.storage.generation_files import Seal, decoded

    return decoded(path, Seal)


def _files(folder: Path) -> Iterator[str]:
    """What a seal names: all but itself and what is derived from the catalogue."""
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        if here == folder:
            # An index that is being built stands beside the one that it takes the place of.
            folders[:] = [name for name in folders if not name.startswith((_INDEX, _FRONT))]
            files = [name for name in files if name != SEAL]
        for name in sorted(files):
            yield (here / name).relative_to(folder).as_posix()


def _facts(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest


def _sync_all(folder: Path) -> None:
    for parent, _, files in os.walk(folder, topdown=False):
        for name in files:
            sync_file(Path(parent, name))
        sync_folder(Path(parent))
