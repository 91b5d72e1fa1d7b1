"""That one process at a time does a piece of work; the system lets go where a process dies."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from fieldcat.errors import BusyError
from fieldcat.storage.faults import environment_fault

_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
"""What systems say of a lock that another process holds."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` for as long as the work inside takes.

    Raises:
        BusyError: another process holds it.
        EnvironmentFaultError: it cannot be made, or locked by nobody where it lies.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise environment_fault(error, path) from error
    with file:
        try:
            _lock(file)
        except OSError as error:
            if error.errno not in _HELD:
                raise environment_fault(error, path) from error
            raise BusyError(str(error), path=str(path)) from error
        yield  # closing the file lets go of it


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
