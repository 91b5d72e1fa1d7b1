"""Taking belongings to another laptop in one file, and taking such a file in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from fieldcat.domain import session_merging
from fieldcat.domain.belongings import Belongings
from fieldcat.domain.foldering import DEEPEST, depth_of
from fieldcat.domain.merging import Merged, as_carried, merged
from fieldcat.errors import BelongingsError, NewerFormatError, ReadOnlyError, TooMuchToCarryError
from fieldcat.records.belongings import (
    BelongingsFile,
    decode_belongings,
    decode_belongings_file,
    encode_belongings,
)
from fieldcat.records.carried_files import MAX_FILE_BYTES
from fieldcat.records.carried_pictures import room_of
from fieldcat.services import reading_marks
from fieldcat.services.answers import Copied, Taken
from fieldcat.storage import own_pictures, user_notes, user_sessions
from fieldcat.storage.faults import looking_at
from fieldcat.storage.files import write_whole
from fieldcat.storage.user_belongings import change_belongings, read_belongings
from fieldcat.storage.user_data import UserData


def export(user_data: UserData, *, file: Path) -> Copied:
    """Write all belongings into one file, in the place of what was there, and give them.

    What is written can be taken in: it is read back before. Pictures are in it as far as there is
    room for them beside all else, those of the sessions that were changed last first.

    Raises:
        TooMuchToCarryError: it could not be taken in; nothing was written.
        EnvironmentFaultError: it cannot be written; what was there is as it was.
        UserDataDamagedError: the belongings cannot be read.
    """
    with suppress(ReadOnlyError):
        # Before the file: a mark too many does no harm, one too few doubles a note.
        user_notes.mark_as_carried(user_data)
        user_sessions.mark_sessions_as_carried(user_data)
    belongings = read_belongings(user_data)
    # Where nothing can be written here, whoever takes it in knows all the same.
    belongings = replace(
        belongings,
        notes=tuple(map(as_carried, belongings.notes)),
        sessions=tuple(map(session_merging.as_carried, belongings.sessions)),
    )
    content = encode_belongings(belongings)
    pictures, left_out = _pictures(user_data, belongings, MAX_FILE_BYTES - len(content))
    if pictures:
        content = encode_belongings(belongings, pictures)
    _refuse_untakeable(belongings, content, file)
    write_whole(file, content)
    return Copied(belongings, len(pictures), left_out)


def _pictures(
    user_data: UserData, belongings: Belongings, room: int
) -> tuple[dict[str, bytes], int]:
    """The pictures that fit into so many bytes, and how many do not."""
    pictures: dict[str, bytes] = {}
    left_out = 0
    for asset in own_pictures.assets_of(belongings.sessions):
        content = own_pictures.picture(user_data, asset)
        if content is None:
            continue  # the casebook's own, or nowhere
        if room_of(content) > room:
            left_out += 1
            continue
        room -= room_of(content)
        pictures[asset] = content
    return pictures, left_out


def _refuse_untakeable(belongings: Belongings, content: bytes, file: Path) -> None:
    """Look whether what is to be written could be taken in.

    Raises:
        TooMuchToCarryError: it could not.
    """
    path, size = str(file), len(content)
    if size > MAX_FILE_BYTES:
        raise TooMuchToCarryError(
            f"{size} bytes", reason="size", path=path, size=size, most=MAX_FILE_BYTES
        )
    if depth_of(belongings.folders) > DEEPEST:
        raise TooMuchToCarryError("folders", reason="depth", path=path, size=size, most=DEEPEST)
    try:
        decode_belongings(content)
    except BelongingsError as error:
        raise TooMuchToCarryError(
            str(error), reason="limits", path=path, size=size, most=0
        ) from error


def take_in(user_data: UserData, *, file: Path) -> Taken:
    """Merge a file of belongings with what is here, all of it or nothing.

    What was read is not taken in where it is not remembered here.

    Raises:
        BelongingsError, NewerFormatError: it is no such file, damaged, or a newer fieldcat's.
        EnvironmentFaultError: it cannot be read, or the belongings not be written.
        UserDataDamagedError: the belongings here cannot be read.
    """
    found = _read(file)
    brought = found.belongings
    if not reading_marks.is_remembered(user_data):
        brought = replace(brought, readings=())
    came_of_it: list[Merged] = []

    def merge(here: Belongings, next_number: int) -> Belongings:
        came_of_it.append(merged(here, brought, next_number=next_number))
        return came_of_it[-1].belongings

    pictures = change_belongings(user_data, merge, found.pictures)
    added = {**came_of_it[-1].added, "pictures": pictures}
    return Taken(added, came_of_it[-1].changed, came_of_it[-1].doubled)


def _read(file: Path) -> BelongingsFile:
    try:
        with looking_at(file), file.open("rb") as opened:
            # A byte more than allowed is enough to see that there are too many.
            return decode_belongings_file(opened.read(MAX_FILE_BYTES + 4))
    except (BelongingsError, NewerFormatError) as error:
        error.data["path"] = str(file)
        raise
