"""Writing a catalogue: the same entries give the same bytes, whenever and wherever it is done."""

from __future__ import annotations

import struct
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.entry import Entry, Head
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary
from fieldcat.errors import CatalogueDamagedError, RecordError
from fieldcat.records import (
    decode_entry,
    encode_collection,
    encode_entry,
    encode_head,
    encode_vocabulary,
)
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.catalogue import Catalogue
from fieldcat.storage.catalogue_format import CATALOGUE_FORMAT
from fieldcat.storage.connecting import writable_engine
from fieldcat.storage.entry_text import folded_text, keywords, open_text, organisation_names
from fieldcat.storage.faults import faults_of
from fieldcat.storage.files import replacing
from fieldcat.storage.rows import rows

# The file is new and nobody else sees it: if anything fails it is thrown away.
_PRAGMAS = (
    "page_size = 4096",
    "auto_vacuum = NONE",
    "encoding = 'UTF-8'",
    "journal_mode = OFF",
    "synchronous = OFF",
    "secure_delete = ON",  # what is removed leaves no traces that differ from run to run
    "foreign_keys = ON",
)
_AT_ONCE = 500
"""Rows that are copied at once: those of versions hold whole texts."""
_OLDEST_READER = 3037000  # SQLite 3.37, the first that knows strict tables

# Where entries wait to be sorted: a collection may be larger than the memory.
_waiting = Table(
    "waiting",
    MetaData(),
    Column("id", Text, nullable=False),
    Column("is_translation", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    prefixes=["TEMPORARY"],
)


# The rows of versions are numbered in the order of entries, the original first: however a catalogue
# comes to be, equal content gives equal bytes.
_NAMES = ("rowid", *tables.version.c.keys())
_INSERT_VERSION = text(
    f"INSERT INTO version ({', '.join(_NAMES)}) VALUES ({', '.join(f':{name}' for name in _NAMES)})"
)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Entries, by id, that stand in another catalogue as they are to stand in this."""

    catalogue: Catalogue
    ids: frozenset[str]


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
                    _wait(connection, entries)
                    works = _works(connection, {each.id for each in collections})
                    _fill(connection, collections, vocabularies, works, unchanged)
                    _write_withdrawn(connection, withdrawn)
                with engine.connect() as connection:
                    connection.connection.execute("VACUUM")
            finally:
                engine.dispose()
        _normalise(temporary)


def _wait(connection: Connection, entries: Iterable[Entry]) -> None:
    """Put entries where they wait to be sorted."""
    connection.execute(CreateTable(_waiting))
    for entry in entries:
        row = {
            "id": str(entry.id),
            "is_translation": entry.head.translates is not None,
            "language": entry.head.language,
            "record": encode_entry(entry),
        }
        connection.execute(insert(_waiting), [row])


def _works(connection: Connection, collections: Container[str]) -> Iterator[list[Entry]]:
    """Entries as they will be read back, by id: the original first, then its translations."""
    column = _waiting.c
    ordered = connection.execute(
        select(column.record).order_by(column.id, column.is_translation, column.language)
    )
    readable = (decode_entry(record) for (record,) in ordered)
    for _, same in groupby(readable, key=lambda entry: entry.id):
        versions = list(same)
        _refuse_contradictions(collections, versions)
        yield versions


def _refuse_contradictions(collections: Container[str], versions: Sequence[Entry]) -> None:
    id, languages = versions[0].id, [version.head.language for version in versions]
    originals = sum(version.head.translates is None for version in versions)
    if id.collection not in collections:
        reason = f"belongs to the collection {id.collection}"
    elif len(set(languages)) < len(languages):
        reason = "is given twice in one language"
    elif originals != 1:
        reason = f"has {originals} originals"
    else:
        return
    raise RecordError(f"{id} {reason}", field=str(id), reason=reason)


def _refuse_twice(vocabularies: Iterable[Vocabulary]) -> None:
    for id, count in Counter(vocabulary.id for vocabulary in vocabularies).items():
        if count > 1:
            raise RecordError(f"vocabulary {id} is given twice", field=id, reason="is given twice")


def _fill(
    connection: Connection,
    collections: Iterable[Collection],
    vocabularies: Iterable[Vocabulary],
    works: Iterable[Sequence[Entry]],
    unchanged: Unchanged | None,
) -> None:
    for table in tables.schema.sorted_tables:
        connection.execute(CreateTable(table))
        # SQLAlchemy keeps a table's indexes in a set and would create them in any order.
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    connection.execute(insert(tables.meta), [{"key": "format", "value": str(CATALOGUE_FORMAT)}])
    for collection in sorted(collections, key=lambda each: each.id):
        record = encode_collection(collection)
        connection.execute(insert(tables.collection), [{"id": collection.id, "record": record}])
    for vocabulary in sorted(vocabularies, key=lambda v: v.id):
        record = encode_vocabulary(vocabulary)
        connection.execute(insert(tables.vocabulary), [{"id": vocabulary.id, "record": record}])
    places = _places(connection, unchanged)
    if unchanged is not None:
        _copy(connection, unchanged, places)
    for versions in works:
        number, row = places[str(versions[0].id)]
        connection.execute(insert(tables.entry), [_entry_row(number, versions[0].head)])
        written = [{"rowid": at, **_version_row(number, v)} for at, v in enumerate(versions, row)]
        connection.execute(_INSERT_VERSION, written)
        connection.execute(
            insert(tables.entry_facet),
            [
                {"facet": facet.value, "value": value, "number": number}
                for facet, value in sorted(set(_facets(versions)))
            ],
        )


def _places(connection: Connection, unchanged: Unchanged | None) -> dict[str, tuple[int, int]]:
    """The number of each entry and the first row of its versions, both in the order of ids."""
    waiting = select(_waiting.c.id, func.count()).group_by(_waiting.c.id)
    versions = dict(rows(connection, waiting, tuple[str, int]))
    for id, count in _copied_versions(unchanged).items():
        if id in versions:
            raise RecordError(f"{id} is given twice", field=id, reason="is given twice")
        versions[id] = count
    places, row = {}, 1
    for number, id in enumerate(sorted(versions), start=1):
        places[id] = (number, row)
        row += versions[id]
    return places


def _copied_versions(unchanged: Unchanged | None) -> dict[str, int]:
    if unchanged is None:
        return {}
    ids = unchanged.catalogue.keys()
    counts = unchanged.catalogue.version_counts()
    return {id: counts[number] for number, id in enumerate(ids, 1) if id in unchanged.ids}


def _copy(
    connection: Connection, unchanged: Unchanged, places: Mapping[str, tuple[int, int]]
) -> None:
    """Copy rows of entries as they are; only their numbers and places are others.

    SQLite does it by itself, from the catalogue that is attached: few rows change of many.
    """
    first, row = [], 1
    counts = unchanged.catalogue.version_counts()
    for number, id in enumerate(unchanged.catalogue.keys(), 1):
        if id in unchanged.ids:
            first.append((number, row, *places[id]))
        row += counts[number]
    connection.exec_driver_sql(
        "CREATE TEMPORARY TABLE moved (number INTEGER PRIMARY KEY, row INTEGER NOT NULL,"
        " new_number INTEGER NOT NULL, new_row INTEGER NOT NULL)"
    )
    if first:
        connection.exec_driver_sql("INSERT INTO moved VALUES (?, ?, ?, ?)", first)
    # The rows of versions stand in the order of entries, one entry's beside each other.
    for into, numbers, others in (
        ("entry", {"number": "m.new_number"}, tables.entry.c.keys()),
        (
            "version",
            {"rowid": "m.new_row + b.rowid - m.row", "number": "m.new_number"},
            tables.version.c.keys(),
        ),
        ("entry_facet", {"number": "m.new_number"}, tables.entry_facet.c.keys()),
    ):
        kept = [name for name in others if name not in numbers]
        connection.exec_driver_sql(
            f"INSERT INTO main.{into} ({', '.join((*numbers, *kept))})"
            f" SELECT {', '.join((*numbers.values(), *(f'b.{name}' for name in kept)))}"
            f" FROM before.{into} AS b CROSS JOIN temp.moved AS m ON m.number = b.number"
        )


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


def _entry_row(number: int, head: Head) -> dict[str, object]:
    return {
        "number": number,
        "id": str(head.id),
        "kind": head.kind.value,
        "collection": head.id.collection,
        "language": head.language,
        "title": head.title,
        "title_key": _title_key(head.title),
        "summary": head.summary,
        "year": head.year,
        "date": head.source.date,
        "head": encode_head(head),
    }


def _version_row(number: int, entry: Entry) -> dict[str, object]:
    head = entry.head
    return {
        "number": number,
        "language": head.language,
        "revision": head.revision,
        "translates": head.translates,
        "title": head.title,
        "organisation": organisation_names(entry),
        "keywords": keywords(entry),
        "body": open_text(entry),
        "folded": folded_text(entry),
        "record": encode_entry(entry),
    }


def _title_key(title: str) -> str:
    """The title without case, accents and punctuation, so that «#Éclair» stands under e."""
    parts = unicodedata.normalize("NFKD", title.casefold())
    kept = "".join(c for c in parts if c.isalnum() or c.isspace())
    return " ".join(kept.split())


def _facets(versions: Sequence[Entry]) -> Iterator[tuple[Facet, str]]:
    head = versions[0].head
    values: dict[Facet, Iterable[str]] = {
        Facet.KIND: [head.kind.value],
        Facet.TOPIC: head.topics,
        Facet.AUDIENCE: head.audiences,
        Facet.COUNTRY: head.countries,
        Facet.REGION: head.regions,
        Facet.CAPABILITY: head.capabilities,
        Facet.EVIDENCE: [head.evidence] if head.evidence else [],
        Facet.RISK: head.risks,
        Facet.APPROACH: head.approaches,
        Facet.YEAR: [str(head.year)],
        Facet.ORGANISATION: [str(party.organisation) for party in head.organisations],
        Facet.LANGUAGE: [version.head.language for version in versions],
        Facet.COLLECTION: [head.id.collection],
    }
    return ((facet, value) for facet in values for value in values[facet])


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
