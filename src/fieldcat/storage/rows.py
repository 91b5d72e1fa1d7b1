"""Rows of a database as values of the types they should have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from fieldcat.storage.faults import UnreadableError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

T = TypeVar("T")


def rows(connection: Connection, statement: Select[Any], row: type[T]) -> list[T]:
    """All rows of a query, each as the tuple type ``row``.

    Raises:
        UnreadableError: a row is of another type.
    """
    return typed([tuple(values) for values in connection.execute(statement)], row)


def typed(found: Sequence[tuple[Any, ...]], row: type[T]) -> list[T]:
    """Rows as they were read, each as the tuple type ``row``.

    Where a file is damaged, SQLite may give a value of any type for any column.

    Raises:
        UnreadableError: a row is of another type.
    """
    try:
        return msgspec.convert(found, list[row])  # type: ignore[valid-type]  # made at run time
    except msgspec.ValidationError as error:
        raise UnreadableError(str(error)) from error
