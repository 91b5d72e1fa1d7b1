"""The catalogue as the rest of the program reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, Table, case, func, literal_column, select

from fieldcat.domain.edition import Withdrawal, Withdrawn
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Organisation, Term
from fieldcat.domain.language import best_language
from fieldcat.domain.query import Sort
from fieldcat.domain.searching import SearchDocument
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary
from fieldcat.errors import DamagedError, EntryNotFoundError
from fieldcat.records import (
    decode_collection,
    decode_entry,
    decode_head,
    decode_listed_head,
    decode_vocabulary,
)
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.catalogue_checking import problems
from fieldcat.storage.catalogue_opening import damaged, sealed_catalogue
from fieldcat.storage.catalogue_reading import reading, reading_quickly
from fieldcat.storage.faults import looking_at
from fieldcat.storage.rows import rows, typed

_HEADS = "SELECT number, head, '' FROM entry WHERE number IN ({})"
_HEADS_AND_BODIES = (
    "SELECT entry.number, entry.head, version.body FROM entry JOIN version "
    "ON version.number = entry.number AND version.language = entry.language "
    "WHERE entry.number IN ({})"
)
_VERSIONS = (
    "SELECT entry.language, version.number, version.language FROM entry JOIN version "
    "ON version.number = entry.number WHERE entry.id = ?"
)
_RECORD = "SELECT record FROM version WHERE number = ? AND language = ?"

_REMEMBERED = 1_000
"""Heads that are kept in memory, some 2 KB each."""

_MEMBERS = "SELECT value, group_concat(number) FROM entry_facet WHERE facet = ? GROUP BY value"

_AT_ONCE = 500
"""Entries fetched by one query: below the 999 parameters that any SQLite allows."""


class _Document(NamedTuple):
    """A row of the words of one language version; ``folded`` are those of folded sections."""

    entry: str
    number: int
    language: str
    title: str
    organisation: str
    keywords: str
    body: str
    folded: str


def open_catalogue(path: Path) -> Catalogue:
    """Open a catalogue for reading; the file must not be changed while it is open.

    Raises:
        CatalogueMissingError: there is no such file.
        CatalogueDamagedError: it cannot be read.
        NewerFormatError: it was written by a newer fieldcat.
        EnvironmentFaultError: the system does not let it be read.
    """
    engine = sealed_catalogue(path)
    try:
        with reading(path, engine) as connection:
            [(size,)] = rows(connection, select(func.max(tables.entry.c.number)), tuple[int | None])
    except BaseException:
        engine.dispose()
        raise
    return Catalogue(path, engine, size or 0)


class Catalogue:
    """Entries by number (1 to ``size``, in the order of their ids) and by id.

    It may be used by several threads. Every method raises ``CatalogueDamagedError`` where the file
    turns out to be damaged, ``NewerFormatError`` for a record of a newer fieldcat and
    ``EnvironmentFaultError`` where the disk does not answer.
    """

    def __init__(self, path: Path, engine: Engine, size: int) -> None:
        self.path = path
        self.size = size
        self._engine = engine
        self._heads: dict[int, Head] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal. The first use reads the whole file."""
        with looking_at(self.path), self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def collections(self) -> tuple[Collection, ...]:
        """The collections that the entries belong to."""
        table = tables.collection.c
        with self._reading() as connection:
            found = rows(connection, select(table.record).order_by(table.id), tuple[bytes])
            return tuple(decode_collection(record) for (record,) in found)

    def vocabularies(self) -> dict[str, Vocabulary]:
        """The vocabularies by their ids, such as ``topics``."""
        table = tables.vocabulary.c
        with self._reading() as connection:
            found = rows(
                connection, select(table.id, table.record).order_by(table.id), tuple[str, bytes]
            )
            return {id: decode_vocabulary(record) for id, record in found}

    def numbers(self, sort: Sort) -> tuple[int, ...]:
        """All entries' numbers in an order; without a query the best stand by kind, cases first."""
        entry = tables.entry.c
        statement = select(entry.number)
        if sort is Sort.BEST:
            places = {kind.value: place for place, kind in enumerate(Kind)}
            statement = statement.order_by(case(places, value=entry.kind, else_=len(places)))
        if sort is not Sort.TITLE:
            statement = statement.order_by(entry.year.desc(), entry.date.desc())
        statement = statement.order_by(entry.title_key, entry.number)
        with self._reading() as connection:
            found = rows(connection, statement, tuple[int])
            return tuple(number for (number,) in found)

    def heads(self, numbers: Iterable[int]) -> dict[int, Head]:
        """The heads of the originals, in the order asked for; unknown numbers are left out."""
        entry = tables.entry.c
        found: dict[int, Head] = {}
        wanted = tuple(numbers)
        with self._reading() as connection:
            for some in _batches(wanted):
                statement = select(entry.number, entry.head).where(entry.number.in_(some))
                records = rows(connection, statement, tuple[int, bytes])
                found.update((number, decode_head(record)) for number, record in records)
        return {number: found[number] for number in wanted if number in found}

    def listed(self, numbers: Sequence[int], *, bodies: bool) -> dict[int, tuple[Head, str]]:
        """The heads of the originals, each with its text as ``bodies`` gives it, or empty.

        This is what every page of hits asks for: one statement, as few steps as can be.
        """
        found: dict[int, tuple[Head, str]] = {}
        with reading_quickly(self.path, self._engine) as connection:
            cursor = connection.cursor()
            for some in _batches(numbers):
                marks = ", ".join("?" * len(some))
                statement = (_HEADS_AND_BODIES if bodies else _HEADS).format(marks)
                read = cursor.execute(statement, some).fetchall()
                for number, record, body in typed(read, tuple[int, bytes, str]):
                    found[number] = (self._head(number, record), body)
        return found

    def _head(self, number: int, record: bytes) -> Head:
        """A head, remembered: from one key to the next most hits are the same."""
        head = self._heads.get(number)
        if head is None:
            if len(self._heads) >= _REMEMBERED:
                # The oldest one; whoever reads at the same time may have been quicker.
                self._heads.pop(next(iter(self._heads), 0), None)
            head = self._heads[number] = decode_listed_head(record)
        return head

    def titles(self) -> dict[int, str]:
        """All entries' titles by number."""
        entry = tables.entry.c
        with self._reading() as connection:
            return dict(rows(connection, select(entry.number, entry.title), tuple[int, str]))

    def keys(self) -> tuple[str, ...]:
        """The ids of all entries, by number from 1."""
        entry = tables.entry.c
        with self._reading() as connection:
            found = rows(connection, select(entry.id).order_by(entry.number), tuple[str])
            return tuple(id for (id,) in found)

    def number(self, entry_id: EntryId) -> int | None:
        """The number of an entry, or None."""
        entry = tables.entry.c
        with self._reading() as connection:
            found = rows(
                connection, select(entry.number).where(entry.id == str(entry_id)), tuple[int]
            )
            return found[0][0] if found else None

    def entry(self, entry_id: EntryId, language: str | None = None) -> Entry:
        """A whole entry, in the version that suits ``language`` best, else its original.

        Raises:
            EntryNotFoundError: there is no such entry.
        """
        with reading_quickly(self.path, self._engine) as connection:
            cursor = connection.cursor()
            versions = cursor.execute(_VERSIONS, [str(entry_id)]).fetchall()
            found = typed(versions, tuple[str, int, str])
            if not found:
                raise EntryNotFoundError(str(entry_id), entry_id=str(entry_id))
            original, number, _ = found[0]
            chosen = best_language(language, [offered for _, _, offered in found], original)
            read = cursor.execute(_RECORD, [number, chosen]).fetchall()
            records = typed(read, tuple[bytes])
            if not records:
                raise damaged(self.path, f"entry {entry_id}: no version {chosen!r}")
            return decode_entry(records[0][0])

    def withdrawn(self, entry_id: EntryId) -> Withdrawn | None:
        """An entry that is published no more, as it last was here; None if it never was."""
        gone = tables.withdrawn.c
        statement = select(gone.reason, gone.date, gone.replaced_by, gone.record).where(
            gone.id == str(entry_id)
        )
        with self._reading() as connection:
            found = rows(connection, statement, tuple[str, str, str | None, bytes | None])
        if not found:
            return None
        reason, date, other, record = found[0]
        replaced_by = None if other is None else EntryId.parse(other)
        entry = None if record is None else decode_entry(record)
        return Withdrawn(Withdrawal(entry_id, reason, date, replaced_by), entry)

    def records(self) -> Iterator[tuple[str, str, bytes]]:
        """The record of every language version: id, language («» of the original), bytes."""
        entry, version = tables.entry.c, tables.version.c
        for some in _batches(range(1, self.size + 1)):
            statement = (
                select(entry.id, version.language, version.translates, version.record)
                .join_from(tables.version, tables.entry)
                .where(version.number.between(some[0], some[-1]))
            )
            with self._reading() as connection:
                found = rows(connection, statement, tuple[str, str, int | None, bytes])
            for id, language, translates, record in found:
                yield id, "" if translates is None else language, record

    def version_counts(self) -> dict[int, int]:
        """How many language versions each entry has, by number."""
        number = tables.version.c.number
        with self._reading() as connection:
            found = select(number, func.count()).group_by(number)
            return dict(rows(connection, found, tuple[int, int]))

    def raw_rows(self, table: Table) -> Iterator[tuple[int, tuple[object, ...]]]:
        """The rows of ``entry`` or ``version`` in their order, with their entries' numbers."""
        where = table.c.number
        for some in _batches(range(1, self.size + 1)):
            statement = (
                select(table)
                .where(where.between(some[0], some[-1]))
                .order_by(literal_column("rowid"))
            )
            with self._reading() as connection:
                found = [tuple(row) for row in connection.execute(statement)]
            at = list(table.c.keys()).index("number")
            yield from ((row[at], row) for row in found)

    def bodies(self, numbers: Iterable[int]) -> dict[int, str]:
        """The originals' text for snippets; sections that are folded in the reader are left out."""
        entry, version = tables.entry.c, tables.version.c
        found: dict[int, str] = {}
        with self._reading() as connection:
            for some in _batches(tuple(numbers)):
                statement = (
                    select(version.number, version.body)
                    .join_from(tables.version, tables.entry)
                    .where(version.number.in_(some), version.language == entry.language)
                )
                found.update(rows(connection, statement, tuple[int, str]))
        return found

    def documents(
        self, places: Callable[[int, str], str] = lambda _number, _language: ""
    ) -> Iterator[SearchDocument]:
        """What the search index is built from: every language version, by number.

        ``places`` gives the names of an entry's countries in a language.
        """
        entry, version = tables.entry.c, tables.version.c
        columns = (
            entry.id,
            version.number,
            version.language,
            version.title,
            version.organisation,
            version.keywords,
            version.body,
            version.folded,
        )
        for some in _batches(range(1, self.size + 1)):
            statement = (
                select(*columns)
                .join_from(tables.version, tables.entry)
                .where(version.number.between(some[0], some[-1]))
                .order_by(version.number, version.language)
            )
            with self._reading() as connection:
                found = rows(connection, statement, _Document)
            for row in found:
                yield _document(row, places(row[1], row[2]))

    def document(self, number: int) -> SearchDocument | None:
        """The original of one entry as the index reads it."""
        entry, version = tables.entry.c, tables.version.c
        statement = (
            select(
                entry.id,
                version.number,
                version.language,
                version.title,
                version.organisation,
                version.keywords,
                version.body,
                version.folded,
            )
            .join_from(tables.version, tables.entry)
            .where(version.number == number, version.language == entry.language)
        )
        with self._reading() as connection:
            found = rows(connection, statement, _Document)
        return _document(found[0]) if found else None

    def facet_rows(
        self, facets: Iterable[Facet] = tuple(Facet)
    ) -> Iterator[tuple[Facet, str, int]]:
        """Every value of the facets with every entry that has it, by facet, value and number."""
        table = tables.entry_facet.c
        for facet in facets:
            statement = (
                select(table.value, table.number)
                .where(table.facet == facet.value)
                .order_by(table.value, table.number)
            )
            with self._reading() as connection:
                found = rows(connection, statement, tuple[str, int])
            for value, number in found:
                yield facet, value, number

    def facet_members(self) -> Iterator[tuple[Facet, str, list[int]]]:
        """The same by value: every value with the numbers of all entries that have it."""
        with reading_quickly(self.path, self._engine) as connection:
            cursor = connection.cursor()
            for facet in Facet:
                found = cursor.execute(_MEMBERS, [facet.value]).fetchall()
                for value, numbers in typed(found, tuple[str, str]):
                    try:
                        yield facet, value, [int(number) for number in numbers.split(",")]
                    except ValueError as error:
                        raise damaged(self.path, str(error)) from error

    def terms(self) -> tuple[tuple[EntryId, str, Term], ...]:
        """The glossary: id, preferred word and what is known of it, in every language."""
        found = self._all_of(Kind.TERM)
        return tuple((e.id, e.head.title, e.part) for e in found if isinstance(e.part, Term))

    def organisations(self) -> tuple[tuple[EntryId, str, Organisation], ...]:
        """The organisations: id, name and what is known of them, in every language."""
        found = self._all_of(Kind.ORGANISATION)
        return tuple(
            (e.id, e.head.title, e.part) for e in found if isinstance(e.part, Organisation)
        )

    def _all_of(self, kind: Kind) -> list[Entry]:
        """All entries of a kind, in every language, originals before translations."""
        entry, version = tables.entry.c, tables.version.c
        statement = (
            select(version.record)
            .join_from(tables.version, tables.entry)
            .where(entry.kind == kind.value)
            .order_by(version.number, version.translates.is_not(None), version.language)
        )
        with self._reading() as connection:
            found = rows(connection, statement, tuple[bytes])
            return [decode_entry(record) for (record,) in found]

    def check(self) -> tuple[str, ...]:
        """Go through the whole file; what is wrong with it, in a few words each."""
        try:
            with self._reading() as connection:
                return tuple(problems(connection))
        except DamagedError as error:
            return (str(error),)

    def _reading(self) -> AbstractContextManager[Connection]:
        return reading(self.path, self._engine)


def _document(row: _Document, places: str = "") -> SearchDocument:
    id, number, language, title, organisation, keywords, body, folded = row
    text = f"{body}\n{folded}" if folded else body
    return SearchDocument(number, language, title, organisation, keywords, text, places, id)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[i : i + _AT_ONCE] for i in range(0, len(numbers), _AT_ONCE))
