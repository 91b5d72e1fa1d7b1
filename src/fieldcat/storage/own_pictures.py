"""The pictures that the person put into sessions, by the SHA-256 of their bytes.

They come before the step that shows them, and may be left behind where it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from fieldcat.domain.session import PicturePart, Session
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_rows import as_bytes
from fieldcat.storage.user_schema import own_picture, session_step

_NAME = re.compile(rb"[0-9a-f]{64}")


def keep_picture(data: UserData, content: bytes) -> str:
    """Keep the bytes of a picture that a step shows; gives the name that it is known by."""
    asset = sha256(content).hexdigest()
    with data.writing() as connection:
        write_pictures(connection, {asset: content})
    return asset


def picture(data: UserData, asset: str) -> bytes | None:
    """The bytes of a picture that was kept; None where they are not here, or not as they were."""
    statement = select(own_picture.c.content).where(own_picture.c.asset == asset)
    with data.reading() as connection:
        found = connection.execute(statement).scalar()
    whole = isinstance(found, bytes) and sha256(found).hexdigest() == asset
    return found if whole else None


def write_pictures(connection: Connection, pictures: Mapping[str, bytes]) -> int:
    """Write those that are not there yet; gives how many these were."""
    return sum(
        connection.execute(
            upsert(own_picture)
            .values(asset=asset, content=content)
            .on_conflict_do_nothing(index_elements=["asset"])
        ).rowcount
        for asset, content in pictures.items()
    )


def assets_of(sessions: Iterable[Session]) -> tuple[str, ...]:
    """The pictures that steps show, each once, in the order of sessions and steps."""
    contents = (step.content for session in sessions for step in session.steps)
    return tuple(
        dict.fromkeys(content.asset for content in contents if isinstance(content, PicturePart))
    )


def remove_unused(data: UserData) -> int:
    """Remove the pictures that no step shows; gives how many there were.

    Not while anybody may still take back that a step was removed, or is about to put one in.
    """
    with data.reading() as connection:
        if not _unused(connection):
            return 0
    with data.writing() as connection:
        unused = _unused(connection)
        for asset in unused:
            connection.execute(delete(own_picture).where(own_picture.c.asset == asset))
        return len(unused)


def _unused(connection: Connection) -> frozenset[str]:
    kept = frozenset(connection.execute(select(own_picture.c.asset)).scalars())
    if not kept:
        return kept
    # Steps are not decoded: one of a newer program, which nobody can read here, needs its pictures.
    named: set[str] = set()
    for content in connection.execute(select(as_bytes(session_step.c.content))).scalars():
        named.update(name.decode() for name in _NAME.findall(content or b""))
    return kept - named
