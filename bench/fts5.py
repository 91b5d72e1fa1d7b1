"""The peer for search: SQLite's FTS5 over the same text, asked in its fastest form.

The whole answer is what fieldcat's is: 20 ranked hits with snippets, the exact total, the counts of
all facets. SQL counts facets best in different forms for few hits and for many, so that the fastest
is found out for each kind of query.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import msgspec

_RANK = "bm25(4.0, 2.0, 3.0, 1.0)"
_HITS = 20

# Facets with so many values that counting them side by side would cost more than sorting.
_MANY_VALUED = ("organisation", "country")
_BITS, _SIDE_BY_SIDE = 20, 3


class Counting(Enum):
    """How facets are counted.

    ``BY_HIT`` looks up the values of each hit and groups them, ``BY_VALUE`` goes through all values
    and looks their entries up among the hits, and ``SUMS`` adds up integers that hold three
    counters of 20 bits each, which spares SQLite the sorting; only facets of very many values are
    grouped there.
    """

    BY_HIT = "by hit"
    BY_VALUE = "by value"
    SUMS = "sums"


@dataclass(frozen=True, slots=True)
class PeerAnswer:
    """What a peer answered: rows with snippets, best first, and all counts.

    ``heads`` are those of the rows where they were asked for, with their marked titles.
    """

    rows: Sequence[tuple[int, str]]
    total: int
    counts: Mapping[int, int] | Mapping[str, int]
    heads: Sequence[tuple[str, object]] = ()


def build_text(path: Path, catalogue: Path) -> None:
    """Index the text of a catalogue: one row an entry, all its language versions together."""
    with closing(_connect(path)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE docs USING fts5(title, organisation, keywords, body, "
            "prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("INSERT INTO docs(docs, rank) VALUES ('rank', ?)", [_RANK])
        connection.execute("ATTACH ? AS source", [f"file:{catalogue}?mode=ro&immutable=1"])
        connection.execute("BEGIN")
        # The versions of an entry stand beside each other in their table.
        connection.execute(
            "INSERT INTO docs(rowid, title, organisation, keywords, body) "
            "SELECT number, group_concat(title, char(10)), group_concat(organisation, char(10)), "
            "group_concat(keywords, char(10)), group_concat(body || char(10) || folded, char(10)) "
            "FROM source.version GROUP BY number"
        )
        connection.execute("COMMIT")


def build(path: Path, catalogue: Path) -> None:
    """The text, the facets, and what spelling needs."""
    build_text(path, catalogue)
    with closing(_connect(path)) as connection:
        connection.create_function("backwards", 1, lambda term: term[::-1], deterministic=True)
        connection.execute("ATTACH ? AS source", [f"file:{catalogue}?mode=ro&immutable=1"])
        connection.executescript(
            """
            CREATE TABLE value (id INTEGER PRIMARY KEY, facet TEXT, value TEXT);
            INSERT INTO value (facet, value)
                SELECT DISTINCT facet, value FROM source.entry_facet ORDER BY facet, value;
            CREATE TABLE by_entry (entry INT, value INT, PRIMARY KEY (entry, value))
                WITHOUT ROWID;
            INSERT INTO by_entry SELECT number, id FROM source.entry_facet
                NATURAL JOIN value ORDER BY number, id;
            CREATE TABLE by_value (value INT, entry INT, PRIMARY KEY (value, entry))
                WITHOUT ROWID;
            INSERT INTO by_value SELECT value, entry FROM by_entry ORDER BY value, entry;
            CREATE VIRTUAL TABLE words USING fts5vocab(docs, row);
            CREATE TABLE vocabulary (term TEXT PRIMARY KEY, entries INT, backwards TEXT)
                WITHOUT ROWID;
            INSERT INTO vocabulary SELECT term, doc, backwards(term) FROM words;
            CREATE INDEX by_ending ON vocabulary (backwards);
            CREATE TABLE head (id INTEGER PRIMARY KEY, head BLOB);
            INSERT INTO head SELECT number, head FROM source.entry;
            INSERT INTO docs(docs) VALUES ('optimize');
            BEGIN;
            """
        )
        _add_counters(connection)
        connection.execute("COMMIT")
        connection.execute("ANALYZE main")


class Fts5:
    """An open peer; ``counting`` is the form in which it counts facets."""

    def __init__(self, path: Path, counting: Counting = Counting.BY_HIT) -> None:
        self.counting = counting
        self._connection = _connect(path)
        for pragma in ("cache_size = -64000", "mmap_size = 4000000000", "temp_store = MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        for name in ("hits", "narrowed", "others"):
            self._connection.execute(f"CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY)")
        rows = self._connection.execute("SELECT id, facet, value FROM value").fetchall()
        self._values: dict[tuple[str, str], int] = {
            (facet, value): number for number, facet, value in rows
        }
        self._facets = {number: facet for number, facet, _ in rows}
        self._columns = _columns(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def value(self, facet: str, value: str) -> int:
        """The number that a facet's value is counted under."""
        return self._values[facet, value]

    def entries_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many entries have each word, as FTS5 folds it."""
        wanted = list(words)
        found: dict[str, int] = {}
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            places = ",".join("?" * len(some))
            found.update(
                self._connection.execute(
                    f"SELECT term, entries FROM vocabulary WHERE term IN ({places})", some
                )
            )
        return found

    def answer(self, match: str, filters: Mapping[str, str] | None = None) -> PeerAnswer:
        """The whole answer to a MATCH expression, under one value of each filtered facet."""
        run = self._connection.execute
        ticked = {facet: self._values[facet, value] for facet, value in (filters or {}).items()}
        run("DELETE FROM hits")
        run("INSERT INTO hits SELECT rowid FROM docs WHERE docs MATCH ?", [match])
        if not ticked:
            rows = run(
                "SELECT rowid, snippet(docs, 3, '<', '>', '…', 24) FROM docs "
                f"WHERE docs MATCH ? ORDER BY rank LIMIT {_HITS}",
                [match],
            ).fetchall()
            [(total,)] = run("SELECT count(*) FROM hits")
            return PeerAnswer(rows, total, self._counts("hits"))
        self._narrow("narrowed", ticked.values())
        rows = run(
            "SELECT rowid, snippet(docs, 3, '<', '>', '…', 24) FROM docs "
            "WHERE docs MATCH ? AND rowid IN (SELECT id FROM narrowed) "
            f"ORDER BY rank LIMIT {_HITS}",
            [match],
        ).fetchall()
        [(total,)] = run("SELECT count(*) FROM narrowed")
        counts = self._counts("narrowed")
        for facet in ticked:
            # What a facet offers is counted under the filters of all the others.
            self._narrow("others", (value for other, value in ticked.items() if other != facet))
            counts |= self._counts("others", facet)
        return PeerAnswer(rows, total, counts)

    def answer_with_heads(self, match: str, filters: Mapping[str, str] | None = None) -> PeerAnswer:
        """The same with what a list shows of its rows: heads, decoded, and marked titles."""
        answer = self.answer(match, filters)
        numbers = [number for number, _ in answer.rows]
        rows = self._connection.execute(
            "SELECT highlight(docs, 0, '<', '>'), head FROM docs JOIN head ON id = docs.rowid "
            f"WHERE docs MATCH ? AND docs.rowid IN ({','.join('?' * len(numbers))})",
            [match, *numbers],
        ).fetchall()
        heads = [(title, msgspec.json.decode(head)) for title, head in rows]
        return replace(answer, heads=heads)

    def corrected(self, word: str) -> list[str]:
        """The words one edit away: wherever the edit is, one half of the word is as it was."""
        half = len(word) // 2
        found: set[str] = set()
        for column, part in (("term", word[:half]), ("backwards", word[:half:-1])):
            found.update(
                term
                for (term,) in self._connection.execute(
                    f"SELECT term FROM vocabulary WHERE {column} BETWEEN ? AND ? "
                    "AND length(term) BETWEEN ? AND ?",
                    [part, part + chr(0x10FFFF), len(word) - 1, len(word) + 1],
                )
            )
        return sorted(term for term in found if one_edit_away(word, term))

    def _narrow(self, name: str, values: Iterable[int]) -> None:
        conditions = " ".join(
            f"AND EXISTS (SELECT 1 FROM by_value WHERE value = {value} AND entry = id)"
            for value in values
        )
        self._connection.execute(f"DELETE FROM {name}")
        self._connection.execute(f"INSERT INTO {name} SELECT id FROM hits WHERE true {conditions}")

    def _counts(self, name: str, facet: str | None = None) -> dict[int, int]:
        run = self._connection.execute
        if facet is not None or self.counting is Counting.BY_HIT:
            only = ""
            if facet is not None:
                numbers = [number for number, of in self._facets.items() if of == facet]
                only = f"AND value BETWEEN {min(numbers)} AND {max(numbers)}"
            return dict(
                run(
                    f"SELECT value, count(*) FROM {name} CROSS JOIN by_entry ON entry = id {only} "
                    "GROUP BY value"
                ).fetchall()
            )
        if self.counting is Counting.BY_VALUE:
            return dict(
                run(
                    f"SELECT value, count(*) FROM by_value CROSS JOIN {name} ON id = entry "
                    "GROUP BY value"
                ).fetchall()
            )
        counts = dict(
            run(
                f"SELECT value, count(*) FROM {name} CROSS JOIN many_valued ON entry = id "
                "GROUP BY value"
            ).fetchall()
        )
        added = ", ".join(f"sum(c{at})" for at in range(len(self._columns)))
        [sums] = run(f"SELECT {added} FROM {name} CROSS JOIN counters USING (id)")
        for together, numbers in zip(sums, self._columns, strict=True):
            for place, number in enumerate(numbers):
                if count := (together or 0) >> _BITS * place & (1 << _BITS) - 1:
                    counts[number] = count
        return counts


def quoted(word: str) -> str:
    """A word as MATCH takes it, whatever its characters."""
    return '"' + word.replace('"', '""') + '"'


def one_edit_away(one: str, other: str) -> bool:
    """Whether a letter was put in, left out, changed, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    rest, rest_other = one[at:], other[at:]
    return (
        rest[1:] == rest_other
        or rest == rest_other[1:]
        or rest[1:] == rest_other[1:]
        or (rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:])
    )


def _add_counters(connection: sqlite3.Connection) -> None:
    """Tables for ``Counting.SUMS``."""
    many = ", ".join(f"'{facet}'" for facet in _MANY_VALUED)
    connection.execute(
        "CREATE TABLE many_valued (entry INT, value INT, PRIMARY KEY (entry, value)) WITHOUT ROWID"
    )
    connection.execute(
        "INSERT INTO many_valued SELECT entry, by_entry.value FROM by_entry "
        f"JOIN value ON id = by_entry.value WHERE facet IN ({many})"
    )
    columns = _columns(connection)
    place = {
        number: (at, 1 << _BITS * row)
        for at, numbers in enumerate(columns)
        for row, number in enumerate(numbers)
    }
    names = ", ".join(f"c{at} INT" for at in range(len(columns)))
    connection.execute(f"CREATE TABLE counters (id INTEGER PRIMARY KEY, {names})")
    found: dict[int, list[int]] = {}
    for entry, number in connection.execute("SELECT entry, value FROM by_entry"):
        counters = found.setdefault(entry, [0] * len(columns))
        if number in place:
            at, one = place[number]
            counters[at] |= one
    marks = ", ".join("?" * (len(columns) + 1))
    connection.executemany(
        f"INSERT INTO counters VALUES ({marks})",
        ((entry, *counters) for entry, counters in found.items()),
    )


def _columns(connection: sqlite3.Connection) -> list[list[int]]:
    """The values that are counted side by side."""
    many = ", ".join(f"'{facet}'" for facet in _MANY_VALUED)
    statement = f"SELECT id FROM value WHERE facet NOT IN ({many}) ORDER BY id"
    numbers = [number for (number,) in connection.execute(statement)]
    return [numbers[at : at + _SIDE_BY_SIDE] for at in range(0, len(numbers), _SIDE_BY_SIDE)]


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}", uri=True, isolation_level=None)
