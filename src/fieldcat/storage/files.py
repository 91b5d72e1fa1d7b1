"""Writing files so that a power cut leaves the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from fieldcat.storage.faults import environment_fault

# On Windows another program (mostly a virus scanner) may hold a file for a moment.
_PAUSES: Sequence[float] = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()

# What file systems say that cannot sync a folder, or of one that may be written to and not read;
# then there is nothing more to be done.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EACCES}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name beside ``path`` to write to; on leaving, that file takes the place of ``path``.

    Where anything fails inside, the new file is removed and ``path`` is as it was.

    Raises:
        EnvironmentFaultError: it cannot be written.
    """
    from uuid import uuid4  # which asks the system what it is; a start only reads

    temporary = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        temporary.touch(exist_ok=False)
        yield temporary
        sync_file(temporary)
        replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise environment_fault(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, or leave what was there.

    Raises:
        EnvironmentFaultError: it cannot be written.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def replace(source: Path, target: Path, *, pauses: Sequence[float] = _PAUSES) -> None:
    """Rename ``source`` to ``target``, with patience for those who hold a file for a moment.

    Raises:
        OSError: it was still refused after the last of the ``pauses`` (in seconds).
    """
    for pause in pauses:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def sync_file(path: Path) -> None:
    """Make sure that what was written to a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_files(folder: Path) -> None:
    """Make sure that all files in a folder, and in those within it, are on the disk."""
    if hasattr(os, "sync"):
        # Thousands of files one by one take minutes on a stick.
        os.sync()
        return
    for parent, _, files in os.walk(folder):
        for name in files:
            sync_file(Path(parent, name))


def sync_folder(folder: Path) -> None:
    """Make sure that new names in a folder are on the disk, where the system can."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
