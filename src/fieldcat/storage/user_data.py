"""What the user made, in its file: bookmarks, folders, preferences, and the way to all else.

Notes, readings and saved searches have modules of their own, which work in ``reading`` and
``writing``. No update of the casebook touches any of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Folder
from fieldcat.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    EnvironmentFaultError,
    ReadOnlyError,
)
from fieldcat.records.names import tidy_name
from fieldcat.storage import user_schema as tables
from fieldcat.storage.backups import user_data_damaged
from fieldcat.storage.clock import Clock, iso, to_milliseconds, utc_now
from fieldcat.storage.connecting import write_immediately
from fieldcat.storage.faults import faults_of, looking_at
from fieldcat.storage.user_folder_rows import folder_named
from fieldcat.storage.user_opening import is_writable, readable_user_data, writable_user_data
from fieldcat.storage.user_rows import BOOKMARKS, FOLDERS, as_bytes, unreadable_rows


def open_user_data(
    path: Path, backups: Path, read_only: bool = False, *, clock: Clock = utc_now
) -> UserData:
    """Open ``user.sqlite``; created where there is none, brought up to date where it is old.

    Where the medium does not let itself be written, or ``read_only`` asks for it, nothing is
    created or changed, and what would write raises ``ReadOnlyError``.

    Raises:
        UserDataDamagedError: the file cannot be read. It was set aside (``kept_as``), nothing was
            deleted. See ``recovering`` for what can be offered then.
        NewerFormatError: a newer fieldcat wrote it; it was not touched.
        EnvironmentFaultError: disk full, locked by another program, or failing.
    """
    with looking_at(path):
        read_only = read_only or not is_writable(path)
        if read_only:
            engine = readable_user_data(path, backups)
        else:
            engine = writable_user_data(path, backups, clock=clock)
    return UserData(path, backups, engine, read_only=read_only, clock=clock)


class UserData:
    """Bookmarks, folders, preferences; every change is on the disk when its method returns.

    It may be used by several threads, and by several processes at once. Every method raises
    ``UserDataDamagedError`` or ``EnvironmentFaultError`` where the file fails; a change that could
    not be made leaves everything as it was.
    """

    def __init__(
        self, path: Path, backups: Path, engine: Engine, *, read_only: bool, clock: Clock
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        self._writer = write_immediately(engine)
        self._damage = partial(user_data_damaged, path, backups)
        self._clock = clock

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def keep(
        self, entry: EntryId, *, title: str, revision: int, folder: str | None = None
    ) -> Bookmark:
        """Keep an entry as it is seen now; ``folder`` is created where there is none of that name.

        An entry that is kept already stays where and since when it is, but for a folder given.

        Raises:
            ValueError: the folder's name is empty.
        """
        wanted = None if folder is None else tidy_name(folder)
        seen: dict[str, object] = {"title": title, "revision": revision}
        values = {"entry_id": str(entry), "kept_at": iso(self._clock()), **seen}
        with self.writing() as connection:
            mine = tables.bookmark.c.entry_id == str(entry)
            if not BOOKMARKS.read(connection, mine):
                # Where there is a row that cannot be read, it is written anew.
                seen.update(kept_at=values["kept_at"], folder_id=None)
            if wanted is not None:
                number = folder_named(connection, wanted, None).number
                seen["folder_id"] = values["folder_id"] = number
            connection.execute(
                upsert(tables.bookmark)
                .values(values)
                .on_conflict_do_update(index_elements=["entry_id"], set_=seen)
            )
            return BOOKMARKS.read(connection, mine)[0]

    def forget(self, entry: EntryId) -> Bookmark | None:
        """Keep an entry no longer; gives its bookmark, or None if it was not kept."""
        mine = tables.bookmark.c.entry_id == str(entry)
        with self.writing() as connection:
            gone = BOOKMARKS.read(connection, mine)
            BOOKMARKS.remove(connection, str(entry))
            return gone[0] if gone else None

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Everything that is kept, the newest first; ``check`` tells of rows nobody can read."""
        with self.reading() as connection:
            return BOOKMARKS.read(connection)

    def folders(self) -> tuple[Folder, ...]:
        """All folders, by name; ``check`` tells of rows nobody can read."""
        with self.reading() as connection:
            return FOLDERS.read(connection)

    def make_folder(self, name: str, *, parent: int | None = None) -> Folder:
        """The folder of this name in ``parent``, created where there is none.

        Raises:
            ValueError: the name is empty.
            LookupError: there is no such parent.
            FoldersTooDeepError: it would lie too deep in others.
        """
        wanted = tidy_name(name)
        with self.writing() as connection:
            return folder_named(connection, wanted, parent)

    def preference(self, key: str, default: Any = None) -> Any:
        """A setting as it was set, or ``default`` where it never was or makes no sense."""
        table = tables.preference.c
        with self.reading() as connection:
            found = connection.execute(
                select(as_bytes(table.value)).where(table.key == key)
            ).scalar()
        try:
            return default if found is None else json.loads(found)
        except (ValueError, TypeError):
            return default

    def set_preference(self, key: str, value: Any) -> None:
        """Set a setting to anything that JSON can say."""
        written = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
        with self.writing() as connection:
            connection.execute(
                upsert(tables.preference)
                .values(key=key, value=written)
                .on_conflict_do_update(index_elements=["key"], set_={"value": written})
            )

    def check(self) -> tuple[str, ...]:
        """Go through the whole file; what is wrong with it, in a few words each."""
        try:
            with self.reading() as connection:
                pages = connection.execute(text("PRAGMA integrity_check(20)")).scalars()
                found = [f"pages: {line}" for line in pages if line != "ok"]
                for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
                    found.append(f"{table}: row {row} belongs to no {parent}")
                found += unreadable_rows(connection)
                # Here alone: it knows all kinds of blocks and parts.
                from fieldcat.storage.session_rows import unreadable_sessions

                found += unreadable_sessions(connection)
        except DamagedError as error:
            return (str(error),)
        return tuple(found)

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees everything as it is at one moment."""
        return self._using(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction whose changes are all on the disk when it is left, or none of them.

        Raises:
            ReadOnlyError: the file was opened for reading.
        """
        if self.read_only:
            raise ReadOnlyError(f"{self.path} is opened for reading", path=str(self.path))
        return self._using(self._writer)

    def now(self) -> datetime:
        """The time, as exactly as it is written down."""
        return to_milliseconds(self._clock())

    @contextmanager
    def _using(self, engine: Engine) -> Iterator[Connection]:
        try:
            with faults_of(self.path, self._damage), engine.begin() as connection:
                yield connection
        except (BusyError, DiskFullError):
            raise
        except EnvironmentFaultError:
            # Another process may have put a backup in its place, or its stick been pulled out and
            # put back: what was opened before never works again, the file of that name may.
            if not self.read_only:
                self._engine.dispose()
            raise
