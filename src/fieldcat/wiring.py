"""The only place where services are put together; it knows everything, and nothing of Qt."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.query import Answer, Query
from fieldcat.errors import EnvironmentFaultError, IndexUnusableError, ReadOnlyError
from fieldcat.resources import resource
from fieldcat.services import browsing, keeping, logbook
from fieldcat.services.browsing import Casebook, open_casebook
from fieldcat.services.offered import Services
from fieldcat.storage.backups import daily_backup, list_backups
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.data_folder import DataFolder, locate, prepare
from fieldcat.storage.recovering import restore_backup, start_anew
from fieldcat.storage.user_data import UserData, open_user_data

if TYPE_CHECKING:
    from fieldcat.publishing.building import Built
    from fieldcat.services.checking import Report as HealthReport


def data_folder(data_dir: str | None) -> DataFolder:
    """The data folder of this run: named by ``--data-dir``, else by the environment, else usual."""
    return locate(data_dir, os.environ)


class Workbench:
    """One casebook and one person's data, opened as they are asked for, from any thread."""

    def __init__(self, folder: DataFolder) -> None:
        self.folder = folder
        self._lock = Lock()
        self._casebook: Casebook | None = None
        self._user_data: UserData | None = None

    @property
    def casebook(self) -> Casebook:
        """The casebook; searchable once ``searchable`` has been called.

        Raises:
            CatalogueMissingError, CatalogueDamagedError, NewerFormatError: it cannot be read.
        """
        with self._lock:
            if self._casebook is None:
                self._casebook = open_casebook(open_catalogue(resource("casebook.sqlite")))
            return self._casebook

    def searchable(self, report: Report = unreported) -> Casebook:
        """The casebook with its index, which is built first where there is none that fits.

        Raises:
            CancelledError, EnvironmentFaultError: there is no index; the casebook can be browsed.
        """
        casebook = self.casebook
        if casebook.searcher is None:
            with suppress(ReadOnlyError):
                prepare(self.folder)
            # Whoosh is not needed to open the window, and costs a fifth of a second.
            from fieldcat.services.indexing import ensure_index

            searcher = ensure_index(casebook.catalogue, self.folder.index, report)
            with self._lock:
                self._casebook = casebook = casebook.with_searcher(searcher)
        return casebook

    def without_index(self) -> None:
        """Let go of an index that turned out to be damaged; ``searchable`` builds another."""
        with self._lock:
            if self._casebook is not None and self._casebook.searcher is not None:
                self._casebook.searcher.close()
                self._casebook = self._casebook.with_searcher(None)

    @property
    def user_data(self) -> UserData:
        """What the person made; backed up once a day, before anything is written.

        Raises:
            UserDataDamagedError, NewerFormatError, EnvironmentFaultError: it cannot be opened.
        """
        with self._lock:
            if self._user_data is None:
                # Where nothing can be written, reading still works.
                with suppress(ReadOnlyError):
                    prepare(self.folder)
                file, backups = self.folder.user_sqlite, self.folder.backups
                # A file that is only now created would take the place of the day's backup.
                worth_copying = file.exists()
                self._user_data = open_user_data(file, backups)
                if worth_copying and not self._user_data.read_only:
                    with suppress(EnvironmentFaultError):
                        daily_backup(file, backups)
            return self._user_data

    def close(self) -> None:
        """Let go of every file."""
        self.without_index()
        with self._lock:
            if self._casebook is not None:
                self._casebook.catalogue.close()
                self._casebook = None
            if self._user_data is not None:
                self._user_data.close()
                self._user_data = None


def open_workbench(data_dir: str | None) -> Workbench:
    """What the command line works with; nothing is opened or created yet."""
    return Workbench(data_folder(data_dir))


def window_services(workbench: Workbench) -> Services:
    """What the window is offered."""

    def find(query: Query) -> Answer:
        try:
            return browsing.find(workbench.casebook, query=query)
        except IndexUnusableError:
            # The answer says that it is not searchable, and the window has the index built anew.
            workbench.without_index()
            return browsing.find(workbench.casebook, query=query)

    def keep(entry_id: EntryId, folder: str | None) -> None:
        head = browsing.read_entry(workbench.casebook, entry_id=entry_id).head
        keeping.keep(workbench.user_data, head=head, folder=folder)

    def prepare_search(report: Report) -> None:
        workbench.searchable(report)

    def preference(key: str, default: str) -> str:
        found = workbench.user_data.preference(key, default)
        return found if isinstance(found, str) else default

    return Services(
        find=find,
        read=lambda entry_id, language: browsing.read_entry(
            workbench.casebook, entry_id=entry_id, language=language
        ),
        heads=lambda entry_ids: browsing.heads(workbench.casebook, entry_ids=entry_ids),
        collection=lambda collection_id: browsing.collection(
            workbench.casebook, collection_id=collection_id
        ),
        labels=lambda: browsing.labels(workbench.casebook),
        facet_label=lambda facet, value: browsing.facet_label(
            workbench.casebook, facet=facet, value=value
        ),
        marker=lambda text, language: browsing.marker(
            workbench.casebook, text=text, language=language
        ),
        nothing_found_help=lambda query: browsing.nothing_found_help(
            workbench.casebook, query=query
        ),
        keep=keep,
        forget=lambda entry_id: keeping.forget(workbench.user_data, entry_id=entry_id),
        kept_ids=lambda: keeping.kept_ids(workbench.user_data),
        preference=preference,
        set_preference=lambda key, value: workbench.user_data.set_preference(key, value),
        prepare_search=prepare_search,
    )


def keep_log(data_dir: str | None) -> Path | None:
    """Write a log into the data folder from now on; gives the file, or None if that cannot be."""
    folder = data_folder(data_dir)
    with suppress(EnvironmentFaultError):
        prepare(folder)
    return logbook.open_log(folder.logs)


def restore_newest_backup(data_dir: str | None) -> bool:
    """Put the newest backup in the place of damaged user data; False where there is none."""
    folder = data_folder(data_dir)
    newest = next(iter(list_backups(folder.backups)), None)
    if newest is not None:
        restore_backup(folder.user_sqlite, newest)
    return newest is not None


def begin_anew(data_dir: str | None) -> None:
    """Begin with nothing kept; damaged user data stay where they were set aside."""
    folder = data_folder(data_dir)
    prepare(folder)
    start_anew(folder.user_sqlite)


def examine(data_dir: str | None) -> HealthReport:
    """Look whether everything is in order, without changing anything."""
    from fieldcat.services import checking  # it needs all that is there, Whoosh included

    folder = data_folder(data_dir)
    return checking.doctor(
        catalogue=resource("casebook.sqlite"),
        index=folder.index,
        user_data=folder.user_sqlite,
        backups=folder.backups,
    )


def build_catalogue(workspace: Path, output: Path | None) -> Built:
    """Check a publisher's workspace and write its catalogue; None writes nothing.

    Raises:
        WorkspaceError: the workspace has faults; nothing was written.
    """
    # Markdown and YAML are the publisher's; no trainer's start pays for them.
    from fieldcat.services import publishing

    if output is None:
        return publishing.check_workspace(workspace)
    return publishing.build_catalogue(workspace, output)
