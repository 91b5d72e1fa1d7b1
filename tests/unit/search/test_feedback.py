from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.search.conftest import SearcherOf, document, ranked, texts_of

from fieldcat.domain.progress import unreported
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.search.updating import update_index

TEXTS = (
    "grooming of children by strangers who send messages and gifts",
    "grooming is begun with messages, gifts and secrets",
    "grooming and nothing else that would say anything about it at all",
    "strangers, messages, gifts, secrets",
    "banks follow payments",
)


def test_what_the_best_entries_say_besides_counts_as_well(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(*TEXTS, "grooming with gifts, secrets and messages of many kinds")
    matches = searcher.match("what is grooming?")
    before = ranked(searcher, matches.full, matches)
    fed = searcher.fed_back(matches, [(2.0, "en", TEXTS[0]), (1.0, "en", TEXTS[1])])
    after = ranked(searcher, fed.full, fed)
    assert set(after) == set(before) == {1, 2, 3, 6}
    assert after[-1] == 3


def test_what_is_found_stays_the_same(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(*TEXTS)
    matches = searcher.match("what is grooming?")
    fed = searcher.fed_back(matches, [(1.0, "en", TEXTS[3])])
    assert (fed.full, fed.partial, fed.sought) == (matches.full, matches.partial, matches.sought)


def test_after_an_update_what_is_added_weighs_as_in_an_index_built_anew(tmp_path: Path) -> None:
    texts = (*TEXTS, *["something else"] * 9)
    before = [document(number, text) for number, text in enumerate((*texts, TEXTS[0]), 1)]
    after = [document(number, text) for number, text in enumerate((*texts, TEXTS[3]), 1)]
    keys = [str(number) for number in range(1, len(after) + 1)]
    build_index(tmp_path / "anew", after, [], "1", len(after), unreported)
    build_index(tmp_path / "updated", before, [], "0", len(before), unreported)
    update_index(tmp_path / "updated", texts_of(after), keys, [], "1", unreported)
    weights = []
    for folder in ("anew", "updated"):
        with closing(Searcher(open_index(tmp_path / folder, "1"))) as searcher:
            matches = searcher.match("what is grooming?")
            fed = searcher.fed_back(matches, [(1.0, "en", TEXTS[0]), (1.0, "en", TEXTS[1])])
            weights.append(sorted(way.weight for way in fed.feedback))
    assert weights[0] == pytest.approx(weights[1])


def test_nothing_comes_of_nothing(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(*TEXTS)
    matches = searcher.match("what is grooming?")
    for best in ([], [(1.0, "en", "")], [(1.0, "en", "the of and 12")], [(1.0, "en", "xyzzy")]):
        assert searcher.fed_back(matches, best).feedback == ()


def test_a_short_text_has_no_more_say_than_a_long_one(searcher_of: SearcherOf) -> None:
    long = "grooming, messages and messages " + "of many other words that stand there " * 30
    searcher = searcher_of("grooming gifts", long, "grooming; messages", "grooming; gifts", "other")
    matches = searcher.match("what is grooming?")
    fed = searcher.fed_back(matches, [(1.0, "en", "grooming gifts"), (1.0, "en", long)])
    after = ranked(searcher, fed.full, fed)
    assert after.index(3) < after.index(4)
