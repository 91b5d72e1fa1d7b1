"""What imports work on: what is on this laptop, and what of the person's own they may touch."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.errors import FieldcatError
from fieldcat.resources import resource
from fieldcat.storage.data_folder import DataFolder, prepare
from fieldcat.wiring.workbench import Workbench

if TYPE_CHECKING:
    from fieldcat.domain.belongings import Belongings
    from fieldcat.services.holdings import Bundled
    from fieldcat.services.laptop import Laptop


def importing_laptop(workbench: Workbench) -> Laptop:
    """What an import works on: what is here, and what of the person's own it may touch."""
    from fieldcat.services import laptop  # it loads TUF

    folder = workbench.folder
    prepare(folder)
    return laptop.Laptop(
        generations=folder.generations,
        bundled=bundled(),
        index=folder.index,
        own=_own(folder),
    )


def bundled() -> Bundled:
    """What came with the program."""
    from fieldcat.services.holdings import Bundled  # as above

    return Bundled(
        catalogue=resource("casebook.sqlite"),
        bundle=resource("casebook.fieldcat"),
        root=resource("casebook.root.json"),
    )


def installers(workbench: Workbench) -> tuple[Path, ...]:
    """The files that somebody put beside the data to be passed on: fieldcat's own installers."""
    folder = workbench.folder.installers
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    except OSError:
        return ()


def _own(folder: DataFolder) -> Belongings:
    """What the person made, only looked at; nothing where it cannot be read."""
    from fieldcat.domain.belongings import Belongings
    from fieldcat.storage.user_belongings import touchable_belongings
    from fieldcat.storage.user_data import open_user_data

    with suppress(FieldcatError):
        if folder.user_sqlite.exists():
            with closing(open_user_data(folder.user_sqlite, folder.backups, True)) as data:
                return touchable_belongings(data)
    return Belongings()
