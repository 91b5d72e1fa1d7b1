"""Where fieldcat keeps what belongs to this user, and what happens to a file that is damaged."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldcat.errors import EnvironmentFaultError
from fieldcat.storage.clock import Clock, file_stamp, utc_now
from fieldcat.storage.faults import environment_fault, looking_at
from fieldcat.storage.files import replace, sync_folder
from fieldcat.storage.generations import Generations
from fieldcat.user_places import data_place

PORTABLE = "fieldcat-data"
"""A folder of this name beside the program holds the data: fieldcat on a stick."""

_COMPANIONS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data folder and the places in it. Nothing is created by naming it."""

    root: Path

    @property
    def user_sqlite(self) -> Path:
        """What the user made."""
        return self.root / "user.sqlite"

    @property
    def backups(self) -> Path:
        """Older copies of what the user made."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Logs."""
        return self.root / "logs"

    @property
    def installers(self) -> Path:
        """What is passed on with the casebook, if somebody put it there."""
        return self.root / "installers"

    @property
    def catalogue(self) -> Path:
        """Everything that came with updates; absent before the first."""
        return self.root / "catalogue"

    @property
    def generations(self) -> Generations:
        """The casebooks that were built from updates."""
        return Generations(self.catalogue)

    @property
    def index(self) -> Path:
        """The search index of the bundled casebook, which is read in the program's own folder."""
        return self.catalogue / "index"

    @property
    def front(self) -> Path:
        """The folder of the bundled casebook's front pages, one for each language of windows."""
        return self.catalogue / "front"


def locate(
    option: str | None, environ: Mapping[str, str], *, program: Path | None = None
) -> DataFolder:
    """Find the data folder: ``--data-dir``, ``FIELDCAT_HOME``, beside the program, the user's.

    ``program`` is the folder that the program lies in; None asks the running one.

    Raises:
        EnvironmentFaultError: the folder belongs to a user whom nobody knows, or the system does
            not let it be looked for.
    """
    if chosen := option or environ.get("FIELDCAT_HOME"):
        return DataFolder(_absolute(Path(chosen)))
    program = program or _program_folder()
    if program is not None:
        portable = program / PORTABLE
        with looking_at(portable):
            if portable.is_dir():
                return DataFolder(portable.absolute())
    return DataFolder(data_place())


def prepare(folder: DataFolder) -> None:
    """Create the data folder and what must be in it; only this user may look inside.

    Raises:
        EnvironmentFaultError: it cannot be created: read-only, full, or a file is in its place.
    """
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for needed in (folder.backups, folder.logs, folder.catalogue):
            needed.mkdir(exist_ok=True)
    except OSError as error:
        raise environment_fault(error, folder.root) from error


def set_aside(path: Path, *, clock: Clock = utc_now) -> Path:
    """Move a damaged file or folder out of the way, under a name that says so, and give the name.

    Nothing is deleted. What SQLite keeps beside a database goes along, even where the database
    itself is gone: left behind, a journal would be played back into the file that comes next.

    Raises:
        EnvironmentFaultError: it cannot be moved, or nothing is there.
    """
    try:
        kept = _unused(path.with_name(f"{path.name}.damaged-{file_stamp(clock())}"))
        for one in with_companions(path) or (path,):
            replace(one, Path(f"{kept}{one.name.removeprefix(path.name)}"))
        sync_folder(path.parent)
    except OSError as error:
        raise environment_fault(error, path) from error
    return kept


def with_companions(path: Path) -> tuple[Path, ...]:
    """A file and what SQLite keeps beside it, as far as they are there."""
    every = (path, *(Path(f"{path}{companion}") for companion in _COMPANIONS))
    return tuple(one for one in every if one.exists())


def _absolute(path: Path) -> Path:
    try:
        with looking_at(path):
            return path.expanduser().absolute()
    except RuntimeError as error:  # the home folder of somebody unknown
        raise EnvironmentFaultError(str(error), path=str(path)) from error


def _unused(path: Path) -> Path:
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate


def _program_folder() -> Path | None:
    if not getattr(sys, "frozen", False):
        return None  # an installed Python package has no place of its own to put data beside
    executable = Path(sys.executable).resolve()
    for parent in executable.parents:
        if parent.suffix == ".app":
            return parent.parent
    return executable.parent
