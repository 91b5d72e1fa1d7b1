"""Taking a session to another laptop in one file, and opening such a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.head import EntryId
from fieldcat.domain.session import Session, origin_of
from fieldcat.domain.session_merging import as_carried, with_latest, with_sessions
from fieldcat.errors import BelongingsError, NewerFormatError, ReadOnlyError
from fieldcat.records.carried_files import MAX_FILE_BYTES
from fieldcat.records.session_files import (
    SessionFile,
    decode_session_file,
    encode_session_file,
)
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.offered_training import MadeSession
from fieldcat.storage import own_pictures, user_sessions
from fieldcat.storage.faults import looking_at
from fieldcat.storage.files import write_whole
from fieldcat.storage.user_belongings import change_belongings
from fieldcat.storage.user_data import UserData


def export(
    data: UserData,
    *,
    id: str,
    file: Path,
    with_results: bool,
    typed: Callable[[Session], Session] = lambda session: session,
) -> None:
    """Write a session into one file, in the place of what was there.

    The trainer's remarks on sessions that were held stay on this laptop. ``typed`` has in it what
    could not be written down here, as on a full disk: on a stick it may be saved.

    Raises:
        LookupError: there is no such session.
        EnvironmentFaultError: it cannot be written; what was there is as it was.
    """
    with suppress(ReadOnlyError):
        # Before the file: a mark too many does no harm, one too few doubles the session elsewhere.
        user_sessions.mark_sessions_as_carried(data, id)
    session = as_carried(typed(user_sessions.session_of(data, id)))
    held = tuple(
        replace(one, remarks="")
        for one in user_sessions.held_sessions(data)
        if with_results and one.session == id
    )
    pictures = {
        asset: content
        for asset in own_pictures.assets_of([session])
        if (content := own_pictures.picture(data, asset)) is not None
    }
    write_whole(file, encode_session_file(SessionFile(session, held, pictures)))


def open_file(data: UserData, casebook: Casebook, *, file: Path) -> MadeSession:
    """Write down the session of a file, all of it or nothing; entries not here are named.

    One that is here already is put together with it as belongings are.

    Raises:
        BelongingsError, NewerFormatError: it is no such file, damaged, or a newer fieldcat's.
        EnvironmentFaultError: it cannot be read, or the session not be written.
    """
    brought = _read(file)

    def merge(here: Belongings, _next_number: int) -> Belongings:
        sessions, _ = with_sessions(here.sessions, (brought.session,))
        return replace(here, sessions=sessions, held=with_latest(here.held, brought.held))

    change_belongings(data, merge, brought.pictures)
    session = user_sessions.session_of(data, brought.session.id)
    return MadeSession(session, _missing(casebook, session), len(brought.held))


def _missing(casebook: Casebook, session: Session) -> tuple[EntryId, ...]:
    origins = (origin_of(step.content) for step in session.steps)
    named = tuple(dict.fromkeys(origin.entry for origin in origins if origin is not None))
    known = browsing.heads(casebook, entry_ids=named)
    return tuple(entry for entry in named if entry not in known)


def _read(file: Path) -> SessionFile:
    try:
        with looking_at(file), file.open("rb") as opened:
            # A byte more than allowed is enough to see that there are too many.
            return decode_session_file(opened.read(MAX_FILE_BYTES + 4))
    except (BelongingsError, NewerFormatError) as error:
        error.data["path"] = str(file)
        raise
