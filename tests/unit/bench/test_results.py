from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench import results
from bench.results import Compared, Figure, Measured, percentile


def test_a_percentile_is_a_sample() -> None:
    samples = list(range(1, 101))
    assert percentile(samples, 0.95) == 95
    assert percentile(samples, 1) == 100
    assert percentile([7], 0.95) == 7


def test_a_figure_may_reach_its_limit_and_not_pass_it() -> None:
    assert Figure("ratio", 0.5, 0.5).met is True
    assert Figure("ratio", 0.51, 0.5).met is False


def test_what_must_be_at_least_so_much_may_be_more() -> None:
    assert Figure("rank", 0.96, 0.95, at_least=True).met is True
    assert Figure("rank", 0.94, 0.95, at_least=True).met is False


def test_what_is_only_reported_is_neither_met_nor_missed() -> None:
    assert Figure("seconds", 3).met is None


def test_ratios_are_to_the_first_peer() -> None:
    row = Compared("one word", [1, 2, 3], {"FTS5": [4, 4, 6], "tantivy": [1, 1, 1]}, 0.5)
    median, p95 = row.figures()
    assert (median.value, p95.value) == (0.5, 0.5)
    assert median.met
    assert "FTS5" in median.figure


def test_the_table_says_what_is_not_met() -> None:
    assert "NOT MET" in results.table([Figure("ratio", 2, 1)])
    assert "≥ 0.9" in results.table([Figure("rank", 1, 0.9, at_least=True)])


def test_a_row_of_the_table_has_medians_percentiles_and_ratios() -> None:
    row = Compared("one word", [1.0], {"FTS5": [2.0], "tantivy": [0.5]}, 0.5)
    assert results.compared_table([row]).splitlines()[-1] == (
        "| one word | 1.00 / 1.00 | 2.00 / 2.00 | 0.50 / 0.50 | 0.50 / 0.50 | ≤ 0.5 |"
    )


def test_a_ratio_to_another_peer_stands_behind_and_has_no_limit() -> None:
    row = Compared("one word", [1.0], {"FTS5": [2.0], "tantivy": [0.5]}, 0.5)
    assert results.compared_table([row], ["tantivy"]).splitlines()[-1] == (
        "| one word | 1.00 / 1.00 | 2.00 / 2.00 | 0.50 / 0.50 | 0.50 / 0.50 | ≤ 0.5 | 2.00 / 2.00 |"
    )
    assert [figure.met for figure in row.figures_to("tantivy")] == [None, None]


def test_figures_are_written_beside_their_samples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    path = results.write("search", Measured((Figure("ratio", 2, 1),), {"ms": [1.5, 2.5]}))
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["figures"] == [
        {"figure": "ratio", "value": 2, "must_reach": 1, "at_least": False, "met": False}
    ]
    assert written["samples"] == {"ms": [1.5, 2.5]}
