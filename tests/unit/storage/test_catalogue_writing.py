from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests import strategies
from tests.unit.storage.examples import (
    AUDIENCES,
    COLLECTION,
    ENTRIES,
    MUCH_TO_DRAW,
    OLDER,
    TOPICS,
    VIGUIAS,
    VIGUIAS_ES,
)

from fieldcat.domain.entry import CaseStudy, Entry, EntryId, Kind
from fieldcat.errors import DiskFullError, ReadOnlyError, RecordError
from fieldcat.storage import catalogue_writing
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_format import CATALOGUE_COLUMNS, LATER_COLUMNS
from fieldcat.storage.catalogue_schema import schema
from fieldcat.storage.catalogue_writing import Unchanged, write_catalogue


def test_the_same_entries_give_the_same_bytes_in_any_folder_and_order(tmp_path: Path) -> None:
    first, second = tmp_path / "a.sqlite", tmp_path / "another folder" / "b"
    second.parent.mkdir()
    write_catalogue(first, COLLECTION, (TOPICS, AUDIENCES), ENTRIES)
    write_catalogue(second, COLLECTION, (AUDIENCES, TOPICS), tuple(reversed(ENTRIES)))
    assert first.read_bytes() == second.read_bytes()


def test_the_columns_that_are_read_are_those_of_the_schema() -> None:
    assert {
        table.name: tuple(column.name for column in table.columns) for table in schema.sorted_tables
    } == {**CATALOGUE_COLUMNS, **LATER_COLUMNS}


def test_indexes_are_created_in_the_order_of_their_names(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "a", COLLECTION, (), ENTRIES)
    with closing(sqlite3.connect(tmp_path / "a")) as connection:
        created = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid"
        ).fetchall()
    assert len(created) > 1
    assert created == sorted(created)


@settings(max_examples=8, suppress_health_check=MUCH_TO_DRAW)
@given(strategies.works())
def test_whatever_the_entries_are(tmp_path: Path, entries: list[Entry]) -> None:
    write_catalogue(tmp_path / "a", COLLECTION, (), entries)
    write_catalogue(tmp_path / "b", COLLECTION, (), sorted(entries, key=repr))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@settings(max_examples=8, suppress_health_check=MUCH_TO_DRAW)
@given(strategies.works())
def test_rows_that_are_copied_give_the_same_bytes(tmp_path: Path, entries: list[Entry]) -> None:
    whole, more = tmp_path / "whole", tmp_path / "more"
    write_catalogue(whole, COLLECTION, (), entries)
    write_catalogue(more, COLLECTION, (), [*_without(entries, OLDER), OLDER])
    same = frozenset(sorted({str(entry.id) for entry in _without(entries, OLDER)})[::2])
    others = [entry for entry in entries if str(entry.id) not in same]
    for source in (whole, more):
        with closing(open_catalogue(source)) as catalogue:
            copied = Unchanged(catalogue, same)
            write_catalogue(tmp_path / "copied", COLLECTION, (), others, unchanged=copied)
        assert (tmp_path / "copied").read_bytes() == whole.read_bytes()


def _without(entries: list[Entry], other: Entry) -> list[Entry]:
    return [entry for entry in entries if entry.id != other.id]


def test_what_is_copied_and_given_too_is_refused(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "a", COLLECTION, (), ENTRIES)
    with closing(open_catalogue(tmp_path / "a")) as catalogue:
        copied = Unchanged(catalogue, frozenset({str(VIGUIAS.id)}))
        with pytest.raises(RecordError, match="twice"):
            write_catalogue(tmp_path / "b", COLLECTION, (), ENTRIES, unchanged=copied)


def test_writing_over_an_older_catalogue_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    write_catalogue(path, COLLECTION, (), ENTRIES)
    fresh = path.read_bytes()
    write_catalogue(path, COLLECTION, (), [OLDER])
    write_catalogue(path, COLLECTION, (), ENTRIES)
    assert path.read_bytes() == fresh


def test_another_word_gives_other_bytes(tmp_path: Path) -> None:
    other = replace(OLDER, head=replace(OLDER.head, summary="Another."))
    write_catalogue(tmp_path / "a", COLLECTION, (), [OLDER])
    write_catalogue(tmp_path / "b", COLLECTION, (), [other])
    assert (tmp_path / "a").read_bytes() != (tmp_path / "b").read_bytes()


def test_nothing_is_left_beside_the_catalogue(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "c.sqlite", COLLECTION, (), ENTRIES)
    assert [path.name for path in tmp_path.iterdir()] == ["c.sqlite"]


def test_the_header_does_not_tell_who_wrote_it(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "c.sqlite", COLLECTION, (), ENTRIES)
    header = (tmp_path / "c.sqlite").read_bytes()[:100]
    assert header[24:28] == header[92:96] == b"\0\0\0\x01"
    assert int.from_bytes(header[96:100], "big") == 3_037_000


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([OLDER, OLDER], "twice in one language"),
        ([VIGUIAS_ES], "has 0 originals"),
        ([VIGUIAS, replace(VIGUIAS_ES, head=replace(VIGUIAS_ES.head, translates=None))], "has 2"),
        (
            [Entry(replace(OLDER.head, id=EntryId("other", Kind.CASE_STUDY, "x")), CaseStudy())],
            "collection other",
        ),
        ([replace(OLDER, head=replace(OLDER.head, title=""))], "regex"),
    ],
)
def test_entries_that_contradict_each_other_are_refused_and_the_old_catalogue_stays(
    tmp_path: Path, entries: Sequence[Entry], reason: str
) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"old")
    with pytest.raises(RecordError, match=reason):
        write_catalogue(path, COLLECTION, (), entries)
    assert [(p, p.read_bytes()) for p in tmp_path.iterdir()] == [(path, b"old")]


def test_a_vocabulary_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="vocabulary topics is given twice"):
        write_catalogue(tmp_path / "c.sqlite", COLLECTION, (TOPICS, TOPICS), ENTRIES)


def test_a_full_disk_leaves_the_old_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"old")
    pragmas = (*catalogue_writing._PRAGMAS, "max_page_count = 5")
    monkeypatch.setattr(catalogue_writing, "_PRAGMAS", pragmas)
    with pytest.raises(DiskFullError) as caught:
        write_catalogue(path, COLLECTION, (), ENTRIES)
    assert caught.value.data == {"path": str(path)}
    assert [(p, p.read_bytes()) for p in tmp_path.iterdir()] == [(path, b"old")]


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyError):
        write_catalogue(tmp_path / "file" / "c.sqlite", COLLECTION, (), ENTRIES)
