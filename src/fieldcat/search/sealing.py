"""The seal on an index: a keyed hash that only this laptop can make.

Whoosh unpickles what it reads, so that an index made by somebody else can run their program. The
key stays with the laptop's own settings; a data folder that is copied or handed on has none.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path

from fieldcat.user_places import settings_place

_LENGTH = 32
"""Bytes of a key."""


def usual_key_file() -> Path:
    """Where this laptop's key is, whichever data folder is used."""
    return settings_place() / "index.key"


def read_key(path: Path) -> bytes:
    """The key.

    Raises:
        OSError: it is not there or cannot be read.
        ValueError: this is no key.
    """
    with path.open("rb") as file:
        key = file.read(_LENGTH + 1)
    if len(key) != _LENGTH:
        raise ValueError(f"not a key: {path}")
    return key


def make_key(path: Path) -> bytes:
    """The key, which is made first where there is none; only this user may read it.

    Raises:
        OSError: it can be neither read nor made.
    """
    with suppress(FileNotFoundError, ValueError):
        return read_key(path)
    import secrets  # a key is made once
    from tempfile import mkstemp

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = mkstemp(prefix=path.name, dir=path.parent)  # with mode 0600
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
            file.flush()
            os.fsync(file.fileno())
        _put(written, path)
    finally:
        written.unlink(missing_ok=True)
    try:
        return read_key(path)
    except ValueError as fault:
        raise OSError(str(fault)) from fault


def seal(key: bytes, content: bytes) -> str:
    """The seal of some content, in hexadecimal digits."""
    return hmac.new(key, content, hashlib.sha256).hexdigest()


def fits(given: str, key: bytes, content: bytes) -> bool:
    """Whether the content carries the seal of this key."""
    return hmac.compare_digest(given.encode(), seal(key, content).encode())


def _put(written: Path, path: Path) -> None:
    """Put a key in its place unless another process has just done so."""
    try:
        os.link(written, path)
    except OSError:
        # It is there by now, or is no key, or the file system has no links.
        try:
            read_key(path)
        except (FileNotFoundError, ValueError):
            written.replace(path)
