"""Rows of folders: the one of a name, and numbers that no folder had before."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, literal, select, union_all
from sqlalchemy.dialects.sqlite import insert as upsert

from fieldcat.domain.foldering import DEEPEST
from fieldcat.domain.keeping import Folder
from fieldcat.errors import FoldersTooDeepError
from fieldcat.storage.user_rows import FOLDERS
from fieldcat.storage.user_schema import folder, last_number

_KIND = "folder"


def folder_named(connection: Connection, name: str, parent: int | None) -> Folder:
    """The folder of this name in ``parent``, created where there is none.

    Raises:
        LookupError: there is no such parent.
        FoldersTooDeepError: it would lie too deep in others.
    """
    here = select(folder.c.id).where(folder.c.name == name, folder.c.parent_id.is_(parent))
    number = connection.execute(here).scalar()
    if number is None:
        if parent is not None:
            _refuse_parent(connection, parent)
        number = next_number(connection)
        connection.execute(insert(folder).values(id=number, name=name, parent_id=parent))
        note_numbers(connection)
    return Folder(number, name, parent)


def _refuse_parent(connection: Connection, parent: int) -> None:
    folders = {one.number: one for one in FOLDERS.read(connection)}
    if parent not in folders:
        raise LookupError(f"no folder {parent}")
    above: list[Folder] = []
    number: int | None = parent
    while number in folders and len(above) < DEEPEST:
        above.append(folders[number])
        number = folders[number].parent
    if len(above) == DEEPEST:
        raise FoldersTooDeepError(f"in folder {parent}", most=DEEPEST)


def next_number(connection: Connection) -> int:
    """A number that no folder ever had: what is undone finds its own number free."""
    given = select(last_number.c.number).where(
        last_number.c.kind == _KIND, func.typeof(last_number.c.number) == "integer"
    )
    numbers = union_all(select(folder.c.id), given, select(literal(0))).subquery()
    return int(connection.execute(select(func.max(numbers.c[0]))).scalar_one()) + 1


def passing_name(number: int) -> str:
    """A name that stands in no other's way while folders change theirs; none has a NUL in it."""
    return f"\0{number}"


def note_numbers(connection: Connection) -> None:
    """Write down the highest number that was given."""
    highest = next_number(connection) - 1
    connection.execute(
        upsert(last_number)
        .values(kind=_KIND, number=highest)
        .on_conflict_do_update(index_elements=["kind"], set_={"number": highest})
    )
