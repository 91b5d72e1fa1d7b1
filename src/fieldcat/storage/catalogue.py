"""The catalogue as the rest of the program reads it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from fieldcat.domain.edition import Withdrawal, Withdrawn
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Organisation, Part, Term
from fieldcat.domain.language import best_language
from fieldcat.domain.query import Sort
from fieldcat.domain.searching import SearchDocument
from fieldcat.domain.taxonomy import PUBLISHED, Collection, Facet, Vocabulary
from fieldcat.errors import DamagedError, EntryNotFoundError
from fieldcat.records import (
    decode_collection,
    decode_entry,
    decode_head,
    decode_listed_head,
    decode_part,
    decode_vocabulary,
)
from fieldcat.storage.catalogue_checking import problems
from fieldcat.storage.catalogue_opening import damaged, sealed_catalogue
from fieldcat.storage.catalogue_reading import T, reading, selected
from fieldcat.storage.faults import looking_at
from fieldcat.storage.sqlite_files import SealedFile

_ORIGINALS = "version JOIN entry USING (number) WHERE version.language = entry.language"
_LISTED = "SELECT number, head, '' FROM entry WHERE number IN ({})"
_LISTED_WITH_BODIES = f"SELECT number, head, body FROM {_ORIGINALS} AND number IN ({{}})"
_BODIES = f"SELECT number, body FROM {_ORIGINALS} AND number IN ({{}})"
_VERSIONS = (
    "SELECT entry.language, number, version.language FROM entry JOIN version USING (number) "
    "WHERE id = ?"
)
_DOCUMENT = (
    "SELECT id, number, version.language, version.title, organisation, keywords, body, folded "
    "FROM version JOIN entry USING (number)"
)

_BY_VERSION = "ORDER BY number, version.language"
_WORDS_DIGESTS = (
    "SELECT number, id, digest.language, words FROM digest JOIN entry USING (number) "
    "WHERE number BETWEEN ? AND ? ORDER BY number, digest.language"
)
_PUT_DIGESTS = (
    "SELECT id, digest.language, digest.language = entry.language, put "
    "FROM digest JOIN entry USING (number) WHERE number BETWEEN ? AND ?"
)

_BY_KIND = " ".join(f"WHEN '{kind.value}' THEN {place}" for place, kind in enumerate(Kind))
_ORDERS = {
    Sort.BEST: f"CASE kind {_BY_KIND} ELSE {len(Kind)} END, year DESC, date DESC, ",
    Sort.NEWEST: "year DESC, date DESC, ",
    Sort.TITLE: "",
}

_numbers = msgspec.json.Decoder(list[int])

_REMEMBERED = 200
"""Heads that are kept in memory, some 4 KB each: those of the last twenty answers or so."""

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
    file = sealed_catalogue(path)
    try:
        with reading(file) as connection:
            found = selected(connection, "SELECT max(number) FROM entry", tuple[int | None])
            [(size,)] = found
    except BaseException:
        file.close()
        raise
    return Catalogue(file, size or 0)


class Catalogue:
    """Entries by number (1 to ``size``, in the order of their ids) and by id.

    It may be used by several threads. Every method raises ``CatalogueDamagedError`` where the file
    turns out to be damaged, ``NewerFormatError`` for a record of a newer fieldcat and
    ``EnvironmentFaultError`` where the disk does not answer.
    """

    def __init__(self, file: SealedFile, size: int) -> None:
        self.path = file.path
        self.size = size
        self._file = file
        self._heads: dict[int, Head] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal. The first use reads the whole file."""
        with looking_at(self.path), self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def collections(self) -> tuple[Collection, ...]:
        """The collections that the entries belong to."""
        with self._reading() as connection:
            found = selected(connection, "SELECT record FROM collection ORDER BY id", tuple[bytes])
            return tuple(decode_collection(record) for (record,) in found)

    def vocabularies(self) -> dict[str, Vocabulary]:
        """The vocabularies by their ids, such as ``topics``."""
        statement = "SELECT id, record FROM vocabulary ORDER BY id"
        with self._reading() as connection:
            found = selected(connection, statement, tuple[str, bytes])
            return {id: decode_vocabulary(record) for id, record in found}

    def numbers(self, sort: Sort) -> tuple[int, ...]:
        """All entries' numbers in an order; without a query the best stand by kind, cases first."""
        statement = f"SELECT number FROM entry ORDER BY {_ORDERS[sort]}title_key, number"
        with self._reading() as connection:
            found = selected(connection, statement, tuple[int])
            return tuple(number for (number,) in found)

    def heads(self, numbers: Iterable[int]) -> dict[int, Head]:
        """The heads of the originals, in the order asked for; unknown numbers are left out."""
        found: dict[int, Head] = {}
        wanted = tuple(numbers)
        with self._reading() as connection:
            for some in _batches(wanted):
                statement = f"SELECT number, head FROM entry WHERE number IN ({_marks(some)})"
                records = selected(connection, statement, tuple[int, bytes], some)
                found.update((number, decode_head(record)) for number, record in records)
        return {number: found[number] for number in wanted if number in found}

    def listed(self, numbers: Sequence[int], *, bodies: bool) -> dict[int, tuple[Head, str]]:
        """The heads of the originals, each with its text as ``bodies`` gives it, or empty.

        This is what every page of hits asks for: one statement, as few steps as can be.
        """
        found: dict[int, tuple[Head, str]] = {}
        statement = _LISTED_WITH_BODIES if bodies else _LISTED
        with self._reading() as connection:
            for some in _batches(numbers):
                rows = selected(
                    connection, statement.format(_marks(some)), tuple[int, bytes, str], some
                )
                for number, record, body in rows:
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
        with self._reading() as connection:
            return dict(selected(connection, "SELECT number, title FROM entry", tuple[int, str]))

    def titles_of(self, kind: Kind) -> dict[EntryId, str]:
        """The titles of all entries of a kind."""
        with self._reading() as connection:
            statement = "SELECT id, title FROM entry WHERE kind = ?"
            found = selected(connection, statement, tuple[str, str], [kind.value])
            try:
                return {EntryId.parse(id): title for id, title in found}
            except ValueError as error:
                raise damaged(self.path, str(error)) from error

    def keys(self) -> tuple[str, ...]:
        """The ids of all entries, by number from 1."""
        with self._reading() as connection:
            found = selected(connection, "SELECT id FROM entry ORDER BY number", tuple[str])
            return tuple(id for (id,) in found)

    def number(self, entry_id: EntryId) -> int | None:
        """The number of an entry, or None."""
        with self._reading() as connection:
            statement = "SELECT number FROM entry WHERE id = ?"
            found = selected(connection, statement, tuple[int], [str(entry_id)])
            return found[0][0] if found else None

    def numbers_of(self, ids: Iterable[str]) -> list[int]:
        """The numbers of those of the entries that there are."""
        found: list[int] = []
        with self._reading() as connection:
            for some in _batches(tuple(ids)):
                statement = f"SELECT number FROM entry WHERE id IN ({_marks(some)})"
                found += (number for (number,) in selected(connection, statement, tuple[int], some))
        return found

    def entry(self, entry_id: EntryId, language: str | None = None) -> Entry:
        """A whole entry, in the version that suits ``language`` best, else its original.

        Raises:
            EntryNotFoundError: there is no such entry.
        """
        with self._reading() as connection:
            found = selected(connection, _VERSIONS, tuple[str, int, str], [str(entry_id)])
            if not found:
                raise EntryNotFoundError(str(entry_id), entry_id=str(entry_id))
            original, number, _ = found[0]
            chosen = best_language(language, [offered for _, _, offered in found], original)
            statement = "SELECT record FROM version WHERE number = ? AND language = ?"
            records = selected(connection, statement, tuple[bytes], [number, chosen])
            if not records:
                raise damaged(self.path, f"entry {entry_id}: no version {chosen!r}")
            return decode_entry(records[0][0])

    def withdrawn(self, entry_id: EntryId) -> Withdrawn | None:
        """An entry that is published no more, as it last was here; None if it never was."""
        statement = "SELECT reason, date, replaced_by, record FROM withdrawn WHERE id = ?"
        with self._reading() as connection:
            found = selected(
                connection,
                statement,
                tuple[str, str, str | None, bytes | None],
                [str(entry_id)],
            )
        if not found:
            return None
        reason, date, other, record = found[0]
        replaced_by = None if other is None else EntryId.parse(other)
        entry = None if record is None else decode_entry(record)
        return Withdrawn(Withdrawal(entry_id, reason, date, replaced_by), entry)

    def records(self) -> Iterator[tuple[str, str, bytes]]:
        """The record of every language version: id, language («» of the original), bytes."""
        statement = (
            "SELECT id, version.language, translates, record FROM version "
            "JOIN entry USING (number) WHERE number BETWEEN ? AND ?"
        )
        for limits in self._ranges():
            with self._reading() as connection:
                found = selected(connection, statement, tuple[str, str, int | None, bytes], limits)
            for id, language, translates, record in found:
                yield id, "" if translates is None else language, record

    def version_counts(self) -> dict[int, int]:
        """How many language versions each entry has, by number."""
        statement = "SELECT number, count(*) FROM version GROUP BY number"
        with self._reading() as connection:
            return dict(selected(connection, statement, tuple[int, int]))

    def bodies(self, numbers: Iterable[int]) -> dict[int, str]:
        """The originals' text for snippets; sections that are folded in the reader are left out."""
        found: dict[int, str] = {}
        with self._reading() as connection:
            for some in _batches(tuple(numbers)):
                statement = _BODIES.format(_marks(some))
                found.update(selected(connection, statement, tuple[int, str], some))
        return found

    def documents(
        self,
        places: Callable[[int, str], str] = lambda _number, _language: "",
        numbers: Sequence[int] | None = None,
    ) -> Iterator[SearchDocument]:
        """What the search index is built from: every language version, by number.

        ``places`` gives the names of an entry's countries in a language. Where there are
        ``numbers``, it is only the versions of these entries.
        """
        for some in _batches(range(1, self.size + 1) if numbers is None else numbers):
            statement = f"{_DOCUMENT} WHERE number IN ({_marks(some)}) {_BY_VERSION}"
            with self._reading() as connection:
                found = selected(connection, statement, _Document, some)
            for row in found:
                yield _document(row, places(row.number, row.language))

    @cached_property
    def has_digests(self) -> bool:
        """Whether digests were written with it; the first catalogues have none."""
        statement = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'digest'"
        with self._reading() as connection:
            return bool(selected(connection, statement, tuple[int])[0][0])

    def words_digests(self) -> Iterator[tuple[int, str, str, bytes]]:
        """What tells whether the index has the words of a version already: no text is read for it.

        Of every language version, by number: number, id, language and ``words_digest``.
        """
        if not self.has_digests:
            for document in self.documents():
                yield document.number, document.key, document.language, document.digest
            return
        for limits in self._ranges():
            with self._reading() as connection:
                found = selected(connection, _WORDS_DIGESTS, tuple[int, str, str, bytes], limits)
            # Not before the connection is given back: who has seen enough would keep the file open.
            yield from found

    def put_digests(self) -> Iterator[tuple[str, str, bytes]]:
        """The digest of the line that puts each version: id, language («» of the original), bytes.

        Nothing where ``has_digests`` is not so.
        """
        for limits in self._ranges() if self.has_digests else ():
            with self._reading() as connection:
                found = selected(connection, _PUT_DIGESTS, tuple[str, str, int, bytes], limits)
            for id, language, original, digest in found:
                yield id, "" if original else language, digest

    def document(self, number: int) -> SearchDocument | None:
        """The original of one entry as the index reads it."""
        statement = f"{_DOCUMENT} WHERE number = ? AND version.language = entry.language"
        with self._reading() as connection:
            found = selected(connection, statement, _Document, [number])
        return _document(found[0]) if found else None

    def facet_rows(self, facets: Iterable[Facet] = PUBLISHED) -> Iterator[tuple[Facet, str, int]]:
        """Every value of the facets with every entry that has it, by facet, value and number."""
        statement = "SELECT value, number FROM entry_facet WHERE facet = ? ORDER BY value, number"
        for facet in facets:
            with self._reading() as connection:
                found = selected(connection, statement, tuple[str, int], [facet.value])
            for value, number in found:
                yield facet, value, number

    def facet_members(self) -> Iterator[tuple[Facet, str, list[int]]]:
        """The same by value: every value with the numbers of all entries that have it."""
        statement = (
            "SELECT value, group_concat(number) FROM entry_facet WHERE facet = ? GROUP BY value"
        )
        for facet in PUBLISHED:
            with self._reading() as connection:
                found = selected(connection, statement, tuple[str, str], [facet.value])
            for value, numbers in found:
                try:
                    # Several times as fast as to split the text and read each number.
                    having = _numbers.decode(f"[{numbers}]")
                except msgspec.MsgspecError as error:
                    raise damaged(self.path, str(error)) from error
                yield facet, value, having

    def terms(self) -> tuple[tuple[EntryId, str, Term], ...]:
        """The glossary: id, preferred word and what is known of it, in every language."""
        found = self._described(Kind.TERM)
        return tuple((id, title, part) for id, title, part in found if isinstance(part, Term))

    def organisations(self) -> tuple[tuple[EntryId, str, Organisation], ...]:
        """The organisations: id, name and what is known of them, in every language."""
        return tuple(
            (id, name, part)
            for id, name, part in self._described(Kind.ORGANISATION)
            if isinstance(part, Organisation)
        )

    def _described(self, kind: Kind) -> list[tuple[EntryId, str, Part]]:
        """All entries of a kind, in every language, originals before translations."""
        statement = (
            "SELECT id, record FROM version JOIN entry USING (number) WHERE kind = ? "
            "ORDER BY number, translates IS NOT NULL, version.language"
        )
        with self._reading() as connection:
            found = selected(connection, statement, tuple[str, bytes], [kind.value])
            try:
                return [(EntryId.parse(id), *decode_part(record)) for id, record in found]
            except ValueError as error:
                raise damaged(self.path, str(error)) from error

    def check(self) -> tuple[str, ...]:
        """Go through the whole file; what is wrong with it, in a few words each."""
        try:
            with self._reading() as connection:
                return tuple(problems(connection))
        except DamagedError as error:
            return (str(error),)

    def _ranges(self) -> Iterator[tuple[int, int]]:
        """All numbers, so many at a time: the first and the last of them."""
        for first in range(1, self.size + 1, _AT_ONCE):
            yield first, first + _AT_ONCE - 1

    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        return reading(self._file)


def _document(row: _Document, places: str = "") -> SearchDocument:
    id, number, language, title, organisation, keywords, body, folded = row
    text = f"{body}\n{folded}" if folded else body
    return SearchDocument(number, language, title, organisation, keywords, text, places, id)


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[i : i + _AT_ONCE] for i in range(0, len(values), _AT_ONCE))


def _marks(values: Sequence[object]) -> str:
    """A place in a statement for each of the values."""
    return ", ".join("?" * len(values))
