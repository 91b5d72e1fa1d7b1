"""What FTS5 is asked in fieldcat's stead has every form of the words, and no other word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bench.asked_alike import AskedAlike

from fieldcat.domain.progress import unreported
from fieldcat.domain.searching import SearchDocument
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index

BODIES = {
    "en": "Hotlines: a hotline, reported and reporting",
    "es": "los reportes",
    "fr": "la nuit",
}


@pytest.fixture
def alike(tmp_path: Path) -> Iterator[AskedAlike]:
    documents = [
        SearchDocument(number, language, "", "", "", body)
        for number, (language, body) in enumerate(BODIES.items(), 1)
    ]
    folder = tmp_path / "index"
    build_index(folder, documents, [], "1", len(documents), unreported)
    with closing(open_index(folder, "1")) as index:
        yield AskedAlike(index)


def test_a_word_is_asked_for_in_all_forms_that_there_are(alike: AskedAlike) -> None:
    assert alike.match("hotline ") == '("hotline" OR "hotlines")'
    assert alike.match("reports ") == '("reported" OR "reporting")'


def test_all_words_must_be_there_or_one_of_them(alike: AskedAlike) -> None:
    assert alike.match("hotlines nuit ") == '("hotline" OR "hotlines") AND ("nuit")'
    assert alike.match("hotline OR nuit ") == '("hotline" OR "hotlines" OR "nuit")'


def test_of_a_sentence_any_word_will_do(alike: AskedAlike) -> None:
    put = alike.match("hotlines nuit reportes reported ")
    assert put.split(" OR (")[0] == '("hotline" OR "hotlines")'
    assert " AND " not in put


def test_what_is_still_being_typed_may_be_a_longer_word(alike: AskedAlike) -> None:
    assert alike.match("ho") == '("ho"*)'
    assert alike.match("hotl") == '("hotline" OR "hotlines")'


def test_a_phrase_stays_as_it_is(alike: AskedAlike) -> None:
    assert alike.match('"a hotline"') == '("a hotline")'


def test_what_stands_nowhere_finds_nothing(alike: AskedAlike) -> None:
    assert alike.match("zzz ") == '"zzz "'
