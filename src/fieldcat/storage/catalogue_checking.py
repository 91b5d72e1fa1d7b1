"""Going through a whole catalogue in search of damage that reading one entry would not show."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from fieldcat.domain.entry import Entry, Kind
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import FieldcatError
from fieldcat.records import decode_collection, decode_entry, decode_head, decode_vocabulary
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.rows import rows


def problems(connection: Connection) -> Iterator[str]:
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


def _broken_pages(connection: Connection) -> Iterator[str]:
    for (found,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if found != "ok":
            yield f"pages: {found}"


def _broken_ties(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table}: row {row} belongs to no {parent}"


def _broken_numbers(connection: Connection) -> Iterator[str]:
    ids = rows(
        connection,
        select(tables.entry.c.number, tables.entry.c.id).order_by("number"),
        tuple[int, str],
    )
    if [number for number, _ in ids] != list(range(1, len(ids) + 1)):
        yield "entry: numbers have gaps"
    if [id for _, id in ids] != sorted(id for _, id in ids):
        yield "entry: numbers are not in the order of ids"
    originals = connection.execute(
        select(func.count())
        .select_from(tables.version)
        .where(tables.version.c.translates.is_(None))
    ).scalar()
    if originals != len(ids):
        yield f"version: {originals} originals of {len(ids)} entries"


def _broken_lists(connection: Connection) -> Iterator[str]:
    for table, decode in (
        (tables.collection, decode_collection),
        (tables.vocabulary, decode_vocabulary),
    ):
        for id, record in rows(connection, select(table.c.id, table.c.record), tuple[str, bytes]):
            try:
                decode(record)
            except FieldcatError as error:
                yield f"{table.name} {id}: {error}"


def _broken_entries(connection: Connection) -> Iterator[str]:
    entry, version = tables.entry.c, tables.version.c
    heads = rows(connection, select(entry.number, entry.id, entry.head), tuple[int, str, bytes])
    for number, id, head in heads:
        try:
            original = decode_head(head)
            records = rows(
                connection,
                select(version.language, version.record).where(version.number == number),
                tuple[str, bytes],
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


def _read_columns(connection: Connection) -> None:
    """Read what nobody decodes; it is text and numbers, or it is damage."""
    entry, version, facet = tables.entry.c, tables.version.c, tables.entry_facet.c
    rows(
        connection,
        select(entry.kind, entry.collection, entry.language, entry.title, entry.year, entry.date),
        tuple[Kind, str, str, str, int, str],
    )
    rows(
        connection,
        select(version.title, version.organisation, version.keywords),
        tuple[str, str, str],
    )
    for number in rows(connection, select(entry.number), tuple[int]):
        texts = select(version.body, version.folded).where(version.number == number[0])
        rows(connection, texts, tuple[str, str])
    rows(connection, select(facet.facet, facet.value, facet.number), tuple[Facet, str, int])


def _fits(found: Entry, id: str, language: str) -> bool:
    return str(found.id) == id and found.head.language == language
