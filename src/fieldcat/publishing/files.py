"""Writing a publisher's files: a new one is whole before it bears its name."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def write_new(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file, or leave what was there; ``private`` for nobody but this user.

    Raises:
        OSError: it cannot be written.
    """
    part = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        descriptor = os.open(
            part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o644
        )
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
