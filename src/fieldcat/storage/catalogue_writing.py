"""Writing a catalogue: the same entries give the same bytes, whenever and wherever it is done.

Rows are first gathered in passing tables, then put into their places table by table, in order, so
that the file is the same whether a row is new or copied from another catalogue. Nothing is ever
removed or moved in it: it needs no tidying in the end, which would write all of it once more.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.schema import CreateIndex, CreateTable

from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.errors import CatalogueDamagedError, RecordError
from fieldcat.records import decode_entry, encode_collection, encode_entry, encode_vocabulary
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.catalogue import Catalogue
from fieldcat.storage.catalogue_format import CATALOGUE_FORMAT
from fieldcat.storage.catalogue_rows import entry_row, facets_of, version_row
from fieldcat.storage.connecting import writable_engine
from fieldcat.storage.faults import faults_of
from fieldcat.storage.files import replacing

# The file is new and nobody else sees it: if anything fails it is thrown away.
_PRAGMAS = (
    "page_size = 4096",
    "auto_vacuum = NONE",
    "encoding = 'UTF-8'",
    "journal_mode = OFF",
    "synchronous = OFF",
    "foreign_keys = OFF",  # numbers come from one place; of collections it is looked at once
)
_OLDEST_READER = 3037000  # SQLite 3.37, the first that knows strict tables

_ENTRY = tuple(column.name for column in tables.entry.c if column.name != "number")
_VERSION = tuple(column.name for column in tables.version.c if column.name != "number")
_DIGEST = ("language", "put", "words")
_WAITING_VERSION = ("id", "is_translation", *_VERSION, "put", "words")

# Where rows wait for their numbers: a collection may be larger than the memory.
_PASSING = (
    f"CREATE TEMPORARY TABLE waiting_entry ({', '.join(_ENTRY)})",
    "CREATE INDEX waiting_entry_id ON waiting_entry (id)",
    f"CREATE TEMPORARY TABLE waiting_version ({', '.join(_WAITING_VERSION)})",
    "CREATE INDEX waiting_version_id ON waiting_version (id, is_translation, language)",
    "CREATE TEMPORARY TABLE waiting_facet (id, facet, value)",
    "CREATE TEMPORARY TABLE placed (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    "CREATE TEMPORARY TABLE moved (old INTEGER PRIMARY KEY, number INTEGER NOT NULL)",
)


def _into(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


_WAIT_ENTRY = _into("waiting_entry", _ENTRY)
_WAIT_VERSION = _into("waiting_version", _WAITING_VERSION)
_WAIT_FACET = _into("waiting_facet", ("id", "facet", "value"))

# Rows of versions are numbered in the order of entries, the original first.
_NEW_ENTRIES = (
    f"INSERT INTO main.entry (number, {', '.join(_ENTRY)})"
    f" SELECT p.number, {', '.join(f'w.{name}' for name in _ENTRY)}"
    " FROM temp.placed AS p CROSS JOIN temp.waiting_entry AS w ON w.id = p.id"
    " WHERE p.number BETWEEN ? AND ? ORDER BY p.number"
)
_NEW_VERSIONS = (
    f"INSERT INTO main.version (number, {', '.join(_VERSION)})"
    f" SELECT p.number, {', '.join(f'w.{name}' for name in _VERSION)}"
    " FROM temp.placed AS p CROSS JOIN temp.waiting_version AS w ON w.id = p.id"
    " WHERE p.number BETWEEN ? AND ? ORDER BY p.number, w.is_translation, w.language"
)
_COPIED_ENTRIES = (
    f"INSERT INTO main.entry (number, {', '.join(_ENTRY)})"
    f" SELECT b.number + ?, {', '.join(f'b.{name}' for name in _ENTRY)}"
    " FROM before.entry AS b WHERE b.number BETWEEN ? AND ? ORDER BY b.number"
)
_COPIED_VERSIONS = (
    f"INSERT INTO main.version (number, {', '.join(_VERSION)})"
    f" SELECT b.number + ?, {', '.join(f'b.{name}' for name in _VERSION)}"
    " FROM before.version AS b WHERE b.rowid BETWEEN ? AND ? ORDER BY b.rowid"
)


def _sorted_rows(table: str, columns: str, waiting: str, kept: str, *, copying: bool) -> str:
    """Fill a table of small rows in the order of its key, with new rows and copied ones."""
    copied = (
        f" UNION ALL SELECT m.number AS number, {kept}"
        f" FROM before.{table} AS k CROSS JOIN temp.moved AS m ON m.old = k.number"
    )
    return (
        f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM"
        f" (SELECT DISTINCT p.number AS number, {kept} FROM temp.{waiting} AS k"
        f" CROSS JOIN temp.placed AS p ON p.id = k.id{copied if copying else ''})"
        f" ORDER BY {columns}"
    )


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Entries, by id, that stand in another catalogue as they are to stand in this.

    That catalogue must have digests.
    """

    catalogue: Catalogue
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Run:
    """Entries that stand one after the other, from one number to another.

    All of them are new, or copied from as many that stand so in another catalogue: ``before`` and
    ``rows`` are the first and last of their numbers and of their versions' rows there.
    """

    numbers: tuple[int, int]
    before: tuple[int, int] | None = None
    rows: tuple[int, int] | None = None


def write_catalogue(
    path: Path,
    collection: Collection,
    vocabularies: Sequence[Vocabulary],
    entries: Iterable[Entry],
    *,
    others: Sequence[Collection] = (),
    withdrawn: Iterable[Withdrawn] = (),
    unchanged: Unchanged | None = None,
) -> None:
    """Write the catalogue of a collection, whole or not at all.

    ``entries`` gives every language version, in any order; few are held at a time. Equal input
    gives equal bytes as long as SQLite's own version is the same. ``others`` are further
    collections that entries may be of; ``withdrawn`` is what is published no more; ``unchanged``
    are entries that are not given, since their rows can be copied.

    Raises:
        RecordError: an entry is beyond the limits, given twice, of no such collection, or a
            translation of nothing; a vocabulary is given twice.
        EnvironmentFaultError: the file cannot be written; what was there before still is.
    """
    _refuse_twice(vocabularies)
    with replacing(path) as temporary:
        with faults_of(path, lambda found: CatalogueDamagedError(found, path=str(path))):
            before = None if unchanged is None else unchanged.catalogue.path
            engine = writable_engine(temporary, *_PRAGMAS, before=before)
            try:
                with engine.begin() as connection:
                    collections = (collection, *others)
                    given = _wait(connection, entries, {each.id for each in collections})
                    runs = _placed(connection, given, unchanged)
                    _fill(connection, collections, vocabularies, runs)
                    _refuse_strays(connection)
                    _write_withdrawn(connection, withdrawn)
            finally:
                engine.dispose()
        _normalise(temporary)


def _refuse_twice(vocabularies: Iterable[Vocabulary]) -> None:
    for id, count in Counter(vocabulary.id for vocabulary in vocabularies).items():
        if count > 1:
            raise RecordError(f"vocabulary {id} is given twice", field=id, reason="is given twice")


# --- waiting ----------------------------------------------------------------------------------


def _wait(
    connection: Connection, entries: Iterable[Entry], collections: set[str]
) -> frozenset[str]:
    """Put rows where they wait for their numbers; gives the ids of all entries."""
    for statement in _PASSING:
        connection.exec_driver_sql(statement)
    versions: dict[str, list[tuple[bool, str]]] = {}
    for entry in entries:
        # As it will be read back.
        readable = decode_entry(encode_entry(entry))
        id, head = str(readable.id), readable.head
        is_translation = head.translates is not None
        versions.setdefault(id, []).append((is_translation, head.language))
        if not is_translation:
            _insert(connection, _WAIT_ENTRY, _ENTRY, entry_row(readable))
        row = {"id": id, "is_translation": is_translation, **version_row(readable)}
        _insert(connection, _WAIT_VERSION, _WAITING_VERSION, row)
        facets = [(id, facet, value) for facet, value in facets_of(readable)]
        connection.exec_driver_sql(_WAIT_FACET, facets)
    for id in sorted(versions):
        _refuse_contradictions(collections, id, versions[id])
    return frozenset(versions)


def _insert(
    connection: Connection, statement: str, columns: Iterable[str], row: Mapping[str, object]
) -> None:
    connection.exec_driver_sql(statement, tuple(row[name] for name in columns))


def _refuse_contradictions(
    collections: set[str], id: str, versions: Sequence[tuple[bool, str]]
) -> None:
    collection, languages = EntryId.parse(id).collection, [language for _, language in versions]
    originals = sum(not is_translation for is_translation, _ in versions)
    if collection not in collections:
        reason = f"belongs to the collection {collection}"
    elif len(set(languages)) < len(languages):
        reason = "is given twice in one language"
    elif originals != 1:
        reason = f"has {originals} originals"
    else:
        return
    raise RecordError(f"{id} {reason}", field=id, reason=reason)


# --- placing ----------------------------------------------------------------------------------


def _placed(
    connection: Connection, given: frozenset[str], unchanged: Unchanged | None
) -> tuple[_Run, ...]:
    """Number all entries in the order of their ids; gives them as they come, in order."""
    old = _old_rows(unchanged)
    for id in sorted(given & old.keys()):
        raise RecordError(f"{id} is given twice", field=id, reason="is given twice")
    numbered = list(enumerate(sorted(given | old.keys()), 1))
    placed = [(number, id) for number, id in numbered if id in given]
    moved = [(old[id][0], number) for number, id in numbered if id in old]
    for statement, found in (
        ("INSERT INTO placed VALUES (?, ?)", placed),
        ("INSERT INTO moved VALUES (?, ?)", moved),
    ):
        if found:
            connection.exec_driver_sql(statement, found)
    return tuple(_runs(numbered, old))


def _old_rows(unchanged: Unchanged | None) -> dict[str, tuple[int, int, int]]:
    """Of each entry that is copied: its number there, its first version's row and its last one's.

    The rows of versions stand in the order of entries, one entry's beside each other.
    """
    found: dict[str, tuple[int, int, int]] = {}
    if unchanged is not None and unchanged.ids:
        row, counts = 1, unchanged.catalogue.version_counts()
        for number, id in enumerate(unchanged.catalogue.keys(), 1):
            if id in unchanged.ids:
                found[id] = (number, row, row + counts[number] - 1)
            row += counts[number]
    return found


def _runs(
    numbered: Iterable[tuple[int, str]], old: Mapping[str, tuple[int, int, int]]
) -> Iterator[_Run]:
    def shift(placed: tuple[int, str]) -> int | None:
        number, id = placed
        return number - old[id][0] if id in old else None

    for moved_by, group in groupby(numbered, key=shift):
        (first, first_id), *_ = entries = list(group)
        last, last_id = entries[-1]
        if moved_by is None:
            yield _Run((first, last))
        else:
            before, after = old[first_id], old[last_id]
            yield _Run((first, last), (before[0], after[0]), (before[1], after[2]))


# --- filling ----------------------------------------------------------------------------------


def _fill(
    connection: Connection,
    collections: Iterable[Collection],
    vocabularies: Iterable[Vocabulary],
    runs: Sequence[_Run],
) -> None:
    for table in tables.schema.sorted_tables:
        connection.execute(CreateTable(table))
    connection.execute(insert(tables.meta), [{"key": "format", "value": str(CATALOGUE_FORMAT)}])
    for collection in sorted(collections, key=lambda each: each.id):
        record = encode_collection(collection)
        connection.execute(insert(tables.collection), [{"id": collection.id, "record": record}])
    for vocabulary in sorted(vocabularies, key=lambda v: v.id):
        record = encode_vocabulary(vocabulary)
        connection.execute(insert(tables.vocabulary), [{"id": vocabulary.id, "record": record}])
    _fill_runs(connection, runs)
    copying = any(run.before is not None for run in runs)
    for name, columns, waiting, kept in (
        ("entry_facet", "facet, value, number", "waiting_facet", "k.facet, k.value"),
        (
            "digest",
            f"number, {', '.join(_DIGEST)}",
            "waiting_version",
            ", ".join(f"k.{column}" for column in _DIGEST),
        ),
    ):
        connection.exec_driver_sql(_sorted_rows(name, columns, waiting, kept, copying=copying))
    # Sorted at once they take less room than if they grew; SQLAlchemy would create them in any
    # order, since it keeps them in a set.
    for table in tables.schema.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))


def _fill_runs(connection: Connection, runs: Iterable[_Run]) -> None:
    """Entries first, all of them, then versions: each table grows at its end only."""
    for run in runs:
        if run.before is None:
            connection.exec_driver_sql(_NEW_ENTRIES, run.numbers)
        else:
            moved_by = run.numbers[0] - run.before[0]
            connection.exec_driver_sql(_COPIED_ENTRIES, (moved_by, *run.before))
    for run in runs:
        if run.before is None or run.rows is None:
            connection.exec_driver_sql(_NEW_VERSIONS, run.numbers)
        else:
            moved_by = run.numbers[0] - run.before[0]
            connection.exec_driver_sql(_COPIED_VERSIONS, (moved_by, *run.rows))


def _refuse_strays(connection: Connection) -> None:
    """Look whether what was copied is of the collections that there are."""
    strays = "SELECT id FROM entry WHERE collection NOT IN (SELECT id FROM collection) LIMIT 1"
    for (id,) in connection.exec_driver_sql(strays):
        reason = "belongs to no such collection"
        raise RecordError(f"{id} {reason}", field=id, reason=reason)


def _write_withdrawn(connection: Connection, withdrawn: Iterable[Withdrawn]) -> None:
    for gone in sorted(withdrawn, key=lambda gone: gone.withdrawal.entry):
        withdrawal, other = gone.withdrawal, gone.withdrawal.replaced_by
        row = {
            "id": str(withdrawal.entry),
            "reason": withdrawal.reason,
            "date": withdrawal.date,
            "replaced_by": None if other is None else str(other),
            "record": None if gone.entry is None else encode_entry(gone.entry),
        }
        connection.execute(insert(tables.withdrawn), [row])


def _normalise(path: Path) -> None:
    """Set the header's fields that tell of the writing, not of the content.

    SQLite counts changes at byte 24, repeats the count at 92 if it trusts the number of pages at
    28, and leaves its own version at 96.
    """
    with path.open("r+b") as file:
        file.seek(24)
        file.write(struct.pack(">I", 1))
        file.seek(92)
        file.write(struct.pack(">II", 1, _OLDEST_READER))
