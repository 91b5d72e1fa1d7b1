"""Going through a whole catalogue in search of damage that reading one entry would not show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fieldcat.domain.entry import Entry, Kind
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import FieldcatError
from fieldcat.records import decode_collection, decode_entry, decode_head, decode_vocabulary
from fieldcat.storage.catalogue_reading import selected


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong, in a few words each; nothing where all is well.

    Raises what reading raises where the file is too damaged to be gone through.
    """
    broken = list(_broken_pages(connection))
    yield from broken
    if broken:
        return  # all else would be a consequence
    yield from _broken_ties(connection)
    yield from _broken_numbers(connection)
    yield from _broken_lists(connection)
    yield from _broken_entries(connection)
    _read_columns(connection)


def _broken_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (found,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if found != "ok":
            yield f"pages: {found}"


def _broken_ties(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{table}: row {row} belongs to no {parent}"


def _broken_numbers(connection: sqlite3.Connection) -> Iterator[str]:
    ids = selected(connection, "SELECT number, id FROM entry ORDER BY number", tuple[int, str])
    if [number for number, _ in ids] != list(range(1, len(ids) + 1)):
        yield "entry: numbers have gaps"
    if [id for _, id in ids] != sorted(id for _, id in ids):
        yield "entry: numbers are not in the order of ids"
    [(originals,)] = selected(
        connection, "SELECT count(*) FROM version WHERE translates IS NULL", tuple[int]
    )
    if originals != len(ids):
        yield f"version: {originals} originals of {len(ids)} entries"


def _broken_lists(connection: sqlite3.Connection) -> Iterator[str]:
    for table, decode in (("collection", decode_collection), ("vocabulary", decode_vocabulary)):
        for id, record in selected(
            connection, f"SELECT id, record FROM {table}", tuple[str, bytes]
        ):
            try:
                decode(record)
            except FieldcatError as error:
                yield f"{table} {id}: {error}"


def _broken_entries(connection: sqlite3.Connection) -> Iterator[str]:
    heads = selected(connection, "SELECT number, id, head FROM entry", tuple[int, str, bytes])
    for number, id, head in heads:
        try:
            original = decode_head(head)
            records = selected(
                connection,
                "SELECT language, record FROM version WHERE number = ?",
                tuple[str, bytes],
                [number],
            )
            versions = {language: decode_entry(record) for language, record in records}
        except FieldcatError as error:
            yield f"entry {id}: {error}"
            continue
        yield from (
            f"entry {id}: its version {language!r} is filed wrongly"
            for language, found in versions.items()
            if not _fits(found, id, language)
        )
        own = versions.get(original.language)
        if own is None or own.head != original:
            yield f"entry {id}: its head is not its original's"


def _read_columns(connection: sqlite3.Connection) -> None:
    """Read what nobody decodes; it is text and numbers, or it is damage."""
    selected(
        connection,
        "SELECT kind, collection, language, title, year, date FROM entry",
        tuple[Kind, str, str, str, int, str],
    )
    selected(connection, "SELECT title, organisation, keywords FROM version", tuple[str, str, str])
    for (number,) in selected(connection, "SELECT number FROM entry", tuple[int]):
        texts = "SELECT body, folded FROM version WHERE number = ?"
        selected(connection, texts, tuple[str, str], [number])
    selected(connection, "SELECT facet, value, number FROM entry_facet", tuple[Facet, str, int])


def _fits(found: Entry, id: str, language: str) -> bool:
    return str(found.id) == id and found.head.language == language
