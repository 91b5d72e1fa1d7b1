"""Putting a finished index in its place: built beside it, and moved there whole.

Several processes may build at once; whoever is first is not undone.
"""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from fieldcat.errors import DiskFullError, EnvironmentFaultError, ReadOnlyError

_BUILDING = ".building-"
_ABANDONED = 24 * 3600
"""Seconds after which what an interrupted build left behind is removed."""


@contextmanager
def building(folder: Path, stands: Callable[[], bool]) -> Iterator[Path]:
    """A new folder, which takes the place of ``folder`` once the work in it is done.

    ``stands`` tells whether an index that fits is there by then: it stays.

    Raises:
        DiskFullError, ReadOnlyError, EnvironmentFaultError: the disk did not take it; what was
            there before still is.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        new = Path(mkdtemp(prefix=folder.name + _BUILDING, dir=folder.parent))
        try:
            yield new
            _put(new, folder, stands)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as fault:
        raise fault_of(fault, folder) from fault


def _put(new: Path, folder: Path, stands: Callable[[], bool]) -> None:
    """Put the finished index in its place; the old one goes only once the new one stands."""
    if stands():
        return
    old = new.with_name(new.name + "-old")
    try:
        with suppress(FileNotFoundError):
            folder.rename(old)
        new.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        # Another process was quicker: then there is nothing to complain of.
        if not stands():
            raise
    finally:
        _remove(old)


def _remove(path: Path) -> None:
    # What stood in an index's place may have been a file.
    if path.is_file():
        with suppress(OSError):
            path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what builds that were cut off have left; a young one may still be under way."""
    for path in folder.parent.glob(f"{folder.name}{_BUILDING}*"):
        # Another process may be done with it, or sweep as well.
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                _remove(path)


_NO_WRITING = frozenset(
    {
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ENOTEMPTY,
    }
)


def fault_of(fault: OSError, folder: Path) -> EnvironmentFaultError:
    """The error for a disk that does not take an index."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(str(fault), path=str(folder))
    if fault.errno in _NO_WRITING:
        return ReadOnlyError(str(fault), path=str(folder))
    return EnvironmentFaultError(str(fault), path=str(folder))
