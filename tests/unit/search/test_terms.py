from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.search.conftest import document, texts_of

from fieldcat.domain.progress import unreported
from fieldcat.search import impacts
from fieldcat.search.bitsets import slots_of
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.terms import Terms
from fieldcat.search.updating import update_index

BODIES = ["alpha"] * 300 + ["alpha beta beta"] * 3 + ["gamma"]
STEMS = {"en:alpha": 303, "en:beta": 3, "en:gamma": 1, "en:delta": 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = [document(number, body) for number, body in enumerate(BODIES, 1)]
    build_index(tmp_path / "index", documents, [], "0", len(documents), unreported)
    return tmp_path / "index"


@pytest.mark.parametrize("looked_at", [False, True])
def test_it_is_known_how_many_entries_have_a_stem(folder: Path, *, looked_at: bool) -> None:
    with closing(open_index(folder, "0")) as index:
        terms = Terms(index)
        for stem in STEMS if looked_at else ():
            terms.levels(stem)
        assert {stem: terms.entries_likely(stem) for stem in STEMS} == STEMS
        assert {stem: terms.entries_with(stem) for stem in STEMS} == STEMS


def test_those_that_were_added_count_and_those_that_were_replaced_do_not(folder: Path) -> None:
    bodies = ["delta", *BODIES[1:], "alpha delta"]
    documents = [document(number, body) for number, body in enumerate(bodies, 1)]
    keys = [str(number) for number in range(1, len(bodies) + 1)]
    update_index(folder, texts_of(documents), keys, [], "1", unreported)
    with closing(open_index(folder, "1")) as index:
        terms = Terms(index)
        expected = {**STEMS, "en:delta": 2}
        assert {stem: terms.entries_with(stem) for stem in STEMS} == expected


def test_after_an_update_it_is_told_without_levels_how_many_entries_likely_have_a_stem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies = ["delta"] * 30 + BODIES[30:]
    documents = [document(number, body) for number, body in enumerate(bodies, 1)]
    keys = [str(number) for number in range(1, len(bodies) + 1)]
    update_index(folder, texts_of(documents), keys, [], "1", unreported)
    with closing(open_index(folder, "1")) as index:
        terms = Terms(index)
        monkeypatch.setattr(impacts, "unpacked", lambda *_: pytest.fail("levels were read"))
        # Of 334 that are written 304 stand: 303 times 304 / 334.
        assert terms.entries_likely("en:alpha") == 276
        assert terms.entries_likely("en:gamma") == 1
        assert terms.entries_likely("en:nothing") == 0


@pytest.mark.parametrize("looked_at", [(), ("en:alpha",), ("en:beta",), ("en:alpha", "en:beta")])
def test_words_stand_in_a_row_whether_their_stems_were_looked_at_or_not(
    folder: Path, looked_at: tuple[str, ...]
) -> None:
    with closing(open_index(folder, "0")) as index:
        terms = Terms(index)
        for stem in looked_at:
            terms.levels(stem)
        row = terms.row(("alpha", "beta"), (("en:alpha",), ("en:beta",)))
        assert list(slots_of(row.anywhere)) == [300, 301, 302]


def test_no_row_stands_in_an_entry_that_was_replaced(folder: Path) -> None:
    documents = [document(number, body) for number, body in enumerate(BODIES, 1)]
    documents[300] = document(301, "beta alpha")
    keys = [str(number) for number in range(1, len(BODIES) + 1)]
    update_index(folder, texts_of(documents), keys, [], "1", unreported)
    with closing(open_index(folder, "1")) as index:
        terms = Terms(index)
        row = terms.row(("alpha", "beta"), (("en:alpha",), ("en:beta",)))
        assert sorted(map(terms.numbers.__getitem__, slots_of(row.anywhere))) == [302, 303]
