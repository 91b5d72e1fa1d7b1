"""The peers are honest: they find what they should, whichever form is the fastest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from bench import fts5, synthetic
from bench.fts5 import Counting, Fts5, one_edit_away
from bench.queries import Asking, Form, edited, many
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.entry import Entry
from fieldcat.storage.catalogue_writing import write_catalogue

SIZE = 60


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(synthetic.entries(SIZE))


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]) -> Iterator[Fts5]:
    folder = tmp_path_factory.mktemp("peer")
    write_catalogue(folder / "c.sqlite", synthetic.COLLECTION, synthetic.vocabularies(), entries)
    fts5.build(folder / "fts5.sqlite", folder / "c.sqlite")
    opened = Fts5(folder / "fts5.sqlite")
    yield opened
    opened.close()


@pytest.mark.parametrize("match", ['"child"', "chi*", '"niña" OR "school"', '"zzz"'])
def test_every_form_of_counting_gives_the_same_counts(peer: Fts5, match: str) -> None:
    answers = []
    for counting in Counting:
        peer.counting = counting
        answers.append(peer.answer(match))
    assert answers[0].counts == answers[1].counts == answers[2].counts
    assert answers[0].total == answers[1].total == answers[2].total


def test_counts_under_filters_leave_the_facets_own_filter_out(
    peer: Fts5, entries: list[Entry]
) -> None:
    originals = [entry for entry in entries if entry.head.translates is None]
    topic, _ = Counter(t for e in originals for t in e.head.topics).most_common(1)[0]
    country, _ = Counter(
        c for e in originals if topic in e.head.topics for c in e.head.countries
    ).most_common(1)[0]
    found = peer.answer("a* OR e* OR s*", {"country": country, "topic": topic})
    both = [e for e in originals if topic in e.head.topics and country in e.head.countries]
    assert found.total == len(both)
    number = peer.value("country", country)
    other = sum(topic in e.head.topics and "TZ" in e.head.countries for e in originals)
    counts = Counter[int | str](found.counts)
    assert counts[number] == len(both)
    assert counts[peer.value("country", "TZ")] == other


def test_words_one_edit_away_are_found_wherever_the_edit_is(peer: Fts5) -> None:
    for wrong in ("childrne", "hcildren", "chidren", "chilldren", "childrem"):
        assert "children" in peer.corrected(wrong)


@given(st.text("abc", min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_an_edited_word_is_one_edit_away_or_the_same(word: str, rng: random.Random) -> None:
    other = edited(word, rng)
    assert other == word or one_edit_away(word, other)
    assert one_edit_away(word, other) == one_edit_away(other, word)


@pytest.mark.parametrize(("one", "other"), [("abcd", "badc"), ("ab", "abcd"), ("abc", "abc")])
def test_two_edits_are_too_many_and_none_is_too_few(one: str, other: str) -> None:
    assert not one_edit_away(one, other)


def test_queries_are_many_and_always_the_same(peer: Fts5) -> None:
    first, again = (many(Asking(SIZE, peer.entries_with).two_words, 30) for _ in range(2))
    assert first == again
    assert len({asked.typed for asked in first}) == 30


def test_a_phrase_is_one_that_stands_somewhere(peer: Fts5) -> None:
    for asked in many(Asking(SIZE, peer.entries_with).phrase, 10):
        assert asked.form is Form.PHRASE
        assert peer.answer(fts5.quoted(" ".join(asked.words))).total >= 1
