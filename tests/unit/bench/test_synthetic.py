from __future__ import annotations

import os
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from statistics import mean

import pytest
from bench import synthetic
from bench.vocabulary import TYPES, folded, vocabulary

from fieldcat.domain.entry import Entry, Kind
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.entry_text import open_text

SIZE = 200


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(synthetic.entries(SIZE))


def test_the_same_seed_gives_the_same_entries(entries: list[Entry]) -> None:
    assert list(islice(synthetic.entries(SIZE), 20)) == entries[:20]


def test_another_seed_gives_others(entries: list[Entry]) -> None:
    assert next(iter(synthetic.entries(SIZE, seed=1))).head.title != entries[0].head.title


def test_one_entry_is_what_it_is_in_the_row(entries: list[Entry]) -> None:
    originals = [entry for entry in entries if entry.head.translates is None]
    assert synthetic.entry(7, SIZE) == originals[7]


def test_there_are_as_many_originals_as_asked_for_and_some_translations(
    entries: list[Entry],
) -> None:
    translations = sum(entry.head.translates is not None for entry in entries)
    assert len(entries) - translations == SIZE
    assert SIZE / 12 < translations < SIZE / 4


def test_all_kinds_occur_in_their_shares(entries: list[Entry]) -> None:
    kinds = Counter(e.head.kind for e in entries if e.head.translates is None)
    assert set(kinds) == set(Kind)
    assert kinds[Kind.RESEARCH] == SIZE * 27 / 100


def test_they_are_about_as_long_as_the_real_ones(entries: list[Entry]) -> None:
    assert 520 < mean(len(open_text(entry).split()) for entry in entries) < 700


def test_there_are_forty_thousand_words_and_none_in_two_languages() -> None:
    words = vocabulary(synthetic.SEED)
    assert {language: len(found.content) for language, found in words.items()} == TYPES
    assert sum(TYPES.values()) == 40_000
    # Words of the field may be the same in two languages, as «chat» is.
    made = [{folded(word) for word in found.content[500:]} for found in words.values()]
    assert sum(map(len, made)) - len(set.union(*made)) < 300


def test_common_words_are_much_commoner_than_rare_ones(entries: list[Entry]) -> None:
    counted = Counter(re.findall(r"\w+", " ".join(map(open_text, entries)).casefold()))
    once = sum(count == 1 for count in counted.values())
    assert counted["the"] > 1_000
    assert once > len(counted) / 5


def test_a_revised_collection_differs_in_so_many_entries() -> None:
    before = {e.id: e for e in synthetic.entries(50) if e.head.translates is None}
    after = {e.id: e for e in synthetic.entries(50, revised=5) if e.head.translates is None}
    changed = [id for id in before if before[id] != after[id]]
    assert len(changed) == 5
    assert all(after[id].head.revision == 2 for id in changed)
    assert all(after[id].head.topics == before[id].head.topics for id in changed)


def test_they_make_a_sound_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    write_catalogue(path, synthetic.COLLECTION, synthetic.vocabularies(), synthetic.entries(40))
    catalogue = open_catalogue(path)
    assert catalogue.check() == ()
    assert catalogue.size == 40
    catalogue.close()


def test_a_catalogue_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synthetic, "FOLDER", tmp_path)
    first = synthetic.catalogue(10)
    os.utime(first, (0, 0))  # what is written in the same moment looks untouched
    assert synthetic.catalogue(10) == first
    assert first.stat().st_mtime == 0
    assert synthetic.catalogue(10, seed=1) != first
