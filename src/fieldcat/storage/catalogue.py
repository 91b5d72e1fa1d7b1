"""The catalogue as the rest of the program reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, case, func, select

from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Term
from fieldcat.domain.language import best_language
from fieldcat.domain.query import Sort
from fieldcat.domain.searching import SearchDocument
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary
from fieldcat.errors import DamagedError, EntryNotFoundError
from fieldcat.records import decode_collection, decode_entry, decode_head, decode_vocabulary
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.catalogue_checking import problems
from fieldcat.storage.catalogue_opening import damaged, sealed_catalogue
from fieldcat.storage.catalogue_reading import reading
from fieldcat.storage.faults import looking_at
from fieldcat.storage.rows import rows

_AT_ONCE = 500
"""Entries fetched by one query: below the 999 parameters that any SQLite allows."""


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
        entry, version = tables.entry.c, tables.version.c
        statement = (
            select(entry.language, version.number, version.language)
            .join_from(tables.entry, tables.version)
            .where(entry.id == str(entry_id))
        )
        with self._reading() as connection:
            found = rows(connection, statement, tuple[str, int, str])
            if not found:
                raise EntryNotFoundError(str(entry_id), entry_id=str(entry_id))
            original, number, _ = found[0]
            chosen = best_language(language, [offered for _, _, offered in found], original)
            record = select(version.record).where(
                version.number == number, version.language == chosen
            )
            records = rows(connection, record, tuple[bytes])
            if not records:
                raise damaged(self.path, f"entry {entry_id}: no version {chosen!r}")
            return decode_entry(records[0][0])

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

    def documents(self) -> Iterator[SearchDocument]:
        """What the search index is built from: every language version, by number."""
        version = tables.version.c
        columns = (
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
                .where(version.number.between(some[0], some[-1]))
                .order_by(version.number, version.language)
            )
            with self._reading() as connection:
                found = rows(connection, statement, tuple[int, str, str, str, str, str, str])
            for number, language, title, organisation, keywords, body, folded in found:
                text = f"{body}\n{folded}" if folded else body
                yield SearchDocument(number, language, title, organisation, keywords, text)

    def facet_rows(self) -> Iterator[tuple[Facet, str, int]]:
        """Every value of every facet with every entry that has it, by facet, value and number."""
        table = tables.entry_facet.c
        for facet in Facet:
            statement = (
                select(table.value, table.number)
                .where(table.facet == facet.value)
                .order_by(table.value, table.number)
            )
            with self._reading() as connection:
                found = rows(connection, statement, tuple[str, int])
            for value, number in found:
                yield facet, value, number

    def terms(self) -> tuple[tuple[EntryId, str, Term], ...]:
        """The glossary: id, preferred word and what is known of it, in every language."""
        entry, version = tables.entry.c, tables.version.c
        statement = (
            select(version.record)
            .join_from(tables.version, tables.entry)
            .where(entry.kind == Kind.TERM.value)
            .order_by(version.number, version.translates.is_not(None), version.language)
        )
        with self._reading() as connection:
            found = [
                decode_entry(record) for (record,) in rows(connection, statement, tuple[bytes])
            ]
        return tuple((e.id, e.head.title, e.part) for e in found if isinstance(e.part, Term))

    def check(self) -> tuple[str, ...]:
        """Go through the whole file; what is wrong with it, in a few words each."""
        try:
            with self._reading() as connection:
                return tuple(problems(connection))
        except DamagedError as error:
            return (str(error),)

    def _reading(self) -> AbstractContextManager[Connection]:
        return reading(self.path, self._engine)


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[i : i + _AT_ONCE] for i in range(0, len(numbers), _AT_ONCE))
