"""Rows of a database as values of the types they should have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select

from fieldcat.storage.faults import UnreadableError

T = TypeVar("T")


def rows(connection: Connection, statement: Select[Any], row: type[T]) -> list[T]:
    """All rows of a query, each as the tuple type ``row``.

    Raises:
        UnreadableError: a row is of another type.
    """
    return typed(connection.execute(statement).all(), row)


def typed(found: Iterable[Sequence[Any]], row: type[T]) -> list[T]:
    """Rows as they were read, each as the tuple type ``row``.

    Where a file is damaged, SQLite may give a value of any type for any column.

    Raises:
        UnreadableError: a row is of another type.
    """
    plain = [tuple(values) for values in found]
    try:
        return msgspec.convert(plain, list[row])  # type: ignore[valid-type]  # made at run time
    except msgspec.ValidationError as error:
        raise UnreadableError(str(error)) from error
