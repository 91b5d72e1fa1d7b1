"""What one person made, opened when it is asked for, backed up, and rescued where damaged."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from fieldcat.errors import CancelledError, EnvironmentFaultError, UserDataDamagedError
from fieldcat.storage.clock import Clock
from fieldcat.storage.data_folder import DataFolder, prepare
from fieldcat.storage.first_look import FirstLook, first_look

if TYPE_CHECKING:
    from datetime import date

    from fieldcat.domain.keeping import Recovered
    from fieldcat.storage.user_data import UserData


class OwnData:
    """The user data of one folder, from any thread; once closed they stay closed."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = Lock()
        self._closed = False
        self._data: UserData | None = None
        self._seen: FirstLook | None = None
        self._looked = self._overtaken = False
        # Not the other, which is held while the file is opened: who paints does not wait for that.
        self._looking = Lock()
        self._copied_on: date | None = None

    @property
    def first_look(self) -> FirstLook | None:
        """What the window needs of the user data at once, until they are opened.

        None once they are, and where they must be opened to be read, or to find out what is wrong.
        """
        if not self._looked:
            self._looked = True
            seen = first_look(self._folder.user_sqlite)
            with self._looking:
                # Whoever opened the file meanwhile may have written to it.
                self._seen = None if self._overtaken else seen
        return self._seen

    @property
    def opened(self) -> UserData:
        """What the person made; backed up when it is opened, if it was not yet that day.

        Raises:
            UserDataDamagedError, NewerFormatError, EnvironmentFaultError: it cannot be opened.
            CancelledError: they are closed.
        """
        with self._lock:
            if self._closed:
                raise CancelledError("closed")
            if self._data is None:
                from fieldcat.storage.faults import looking_at
                from fieldcat.storage.user_data import open_user_data

                # Where nothing can be written, reading still works.
                with suppress(EnvironmentFaultError):
                    prepare(self._folder)
                file, backups = self._folder.user_sqlite, self._folder.backups
                # A file that is only now created would take the place of the day's backup.
                with looking_at(file):
                    worth_copying = file.exists()
                self._data = open_user_data(file, backups, clock=self._clock)
                self._look_no_more()
                self._copied_on = None if worth_copying else self._clock().date()
                self._copy_once_a_day(self._data)
            return self._data

    @property
    def copied(self) -> UserData:
        """The same; backed up on each new day: a window may stay open for weeks.

        It may take as long as writing a file: not for the thread that paints.

        Raises what ``opened`` raises.
        """
        data = self.opened
        with self._lock:
            self._copy_once_a_day(data)
        return data

    def restore_backup(self) -> Recovered | None:
        """Put the newest readable backup in the place of the user data; None if there is none.

        Gives what came back with it.

        Raises:
            EnvironmentFaultError: it cannot be written; nothing was changed.
        """
        from fieldcat.storage import recovering
        from fieldcat.storage.backups import list_backups

        with self._lock:
            self._let_go()
            for backup in list_backups(self._folder.backups):
                try:
                    # Before: restoring gives the copy a name that is kept for good.
                    came_back = recovering.recovered(backup)
                except (UserDataDamagedError, EnvironmentFaultError):
                    continue  # where a disk fails, an older copy may lie on a part that does not
                recovering.restore_backup(self._folder.user_sqlite, backup)
                return came_back
            return None

    def begin_anew(self) -> None:
        """Begin with nothing kept; damaged user data stay where they were set aside.

        Raises:
            EnvironmentFaultError: it cannot be written; nothing was changed.
        """
        from fieldcat.storage import recovering

        with self._lock:
            self._let_go()
            prepare(self._folder)
            recovering.start_anew(self._folder.user_sqlite)

    def close(self) -> None:
        """Let go of the file, for good."""
        with self._lock:
            self._closed = True
            self._let_go()

    def _copy_once_a_day(self, data: UserData) -> None:
        today = self._clock().date()
        if self._copied_on != today and not data.read_only:
            from fieldcat.storage.backups import daily_backup

            self._copied_on = today
            with suppress(EnvironmentFaultError):
                daily_backup(self._folder.user_sqlite, self._folder.backups, clock=self._clock)

    def _look_no_more(self) -> None:
        with self._looking:
            self._looked = self._overtaken = True
            self._seen = None

    def _let_go(self) -> None:
        self._look_no_more()
        if self._data is not None:
            self._data.close()
            self._data = None
