"""The log, and whether everything is in order."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat import packaged
from fieldcat.errors import EnvironmentFaultError
from fieldcat.resources import resource
from fieldcat.storage.data_folder import DataFolder, prepare
from fieldcat.wiring import places
from fieldcat.wiring.places import data_folder, imported

if TYPE_CHECKING:
    from fieldcat.services.checking import Report


def keep_log(data_dir: str | None) -> Path | None:
    """Write a log into the data folder from now on; gives the file, or None if that cannot be."""
    from fieldcat.services import logbook

    folder = data_folder(data_dir)
    with suppress(EnvironmentFaultError):
        prepare(folder)
    return logbook.open_log(folder.logs)


def reads_only(folder: DataFolder) -> bool:
    """Whether nothing that a person does can be saved, because of where the data folder is."""
    from fieldcat.services.installation import is_read_only  # after the first picture

    return is_read_only(folder.root)


def examine(data_dir: str | None) -> Report:
    """Look whether everything is in order, without changing anything."""
    return _examined(data_folder(data_dir))


def export_log(data_dir: str | None, target: Path) -> None:
    """Write the log into a file for whoever helps, with the state of everything.

    Raises:
        EnvironmentFaultError: it cannot be written.
    """
    export_log_of(data_folder(data_dir), target)


def export_log_of(folder: DataFolder, target: Path) -> None:
    """The same of a data folder; raises what ``export_log`` raises."""
    from fieldcat.services import log_export  # it needs all that is there, Whoosh included

    log_export.export_log(
        target,
        logs=folder.logs,
        report=_examined(folder),
        discretion=log_export.discretion_here(folder.root),
    )


def _examined(folder: DataFolder) -> Report:
    from fieldcat.services import checking, shipped_index  # as above

    live = next(iter(imported(folder)), None)
    shipped = None if live else places.shipped_index()
    return checking.doctor(
        catalogue=live.catalogue if live else resource("casebook.sqlite"),
        index=live.index if live else shipped or folder.index,
        index_key=shipped_index.key_file(shipped) if shipped else None,
        # On macOS the system itself looks after that: a program there is signed as a whole.
        program=None if sys.platform == "darwin" else packaged.folder(),
        user_data=folder.user_sqlite,
        backups=folder.backups,
    )
