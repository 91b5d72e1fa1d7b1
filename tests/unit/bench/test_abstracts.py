from __future__ import annotations

from pathlib import Path

import pytest
from bench.abstracts import Abstracts, entries, ndcg, read_abstracts

from fieldcat.storage.entry_text import open_text


def test_gain_is_one_where_the_best_come_first() -> None:
    gains = {1: 4, 2: 2, 3: 1}
    assert ndcg([1, 2, 3], gains, 10) == 1
    assert ndcg([9, 8, 7], gains, 10) == 0
    assert 0 < ndcg([3, 2, 1], gains, 10) < 1
    assert ndcg([1], {}, 10) == 0


def test_what_comes_after_the_depth_gains_nothing() -> None:
    assert ndcg([9, 1], {1: 4}, 1) == 0


def test_a_collection_in_smarts_form_is_read(tmp_path: Path) -> None:
    first = ".I 1\n.T\na wing\nin a stream .\n.A\nsomebody\n.W\nit lifts .\n"
    text = f"{first}.I 2\n.T\nno wing\n.W\nnothing\n"
    (tmp_path / "cran.all.1400").write_text(text, encoding="latin-1")
    (tmp_path / "cran.qry").write_text(".I 004\n.W\nwhat does a wing\ndo .\n", encoding="latin-1")
    (tmp_path / "cranqrel").write_text("1 1 2 \n1 2 -1\n", encoding="ascii")
    assert read_abstracts(tmp_path) == Abstracts(
        texts={1: ("a wing in a stream .", "it lifts ."), 2: ("no wing", "nothing")},
        questions={1: "what does a wing do ."},
        gains={1: {1: 3}},
    )


def test_other_collections_call_their_files_otherwise_and_do_not_grade(tmp_path: Path) -> None:
    (tmp_path / "CISI.ALL").write_text(".I 1\n.T\nbooks\n.W\nby U.I or others\n.X\n1 2\n")
    (tmp_path / "CISI.QRY").write_text(".I 1\n.W \nwhat are books?\n.I 2\n.A\nsomebody\n")
    (tmp_path / "CISI.REL").write_text("     1     1\t0\t0.000000\n")
    assert read_abstracts(tmp_path) == Abstracts(
        texts={1: ("books", "by U.I or others")},
        questions={1: "what are books?"},
        gains={1: {1: 1}},
    )


def test_a_folder_without_a_collection_is_no_collection(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_abstracts(tmp_path)


def test_its_texts_become_entries() -> None:
    [entry] = entries(Abstracts({7: ("a wing", "it lifts")}, {}, {}))
    assert entry.id.slug == "t7"
    assert "it lifts" in open_text(entry)
