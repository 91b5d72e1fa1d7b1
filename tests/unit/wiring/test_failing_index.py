"""An index that fails while it is used is let go of and built again."""

from __future__ import annotations

import pytest

from fieldcat import wiring
from fieldcat.domain.progress import unreported
from fieldcat.domain.query import Answer, Query
from fieldcat.errors import IndexUnusableError
from fieldcat.search.matching import Matches, never
from fieldcat.search.searching import Searcher
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.offered import Services


class DamagedSearcher(Searcher):
    """A searcher that finds its index damaged."""

    def match(self, *_: object, **__: object) -> Matches:
        raise IndexUnusableError


def damage(workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = workbench.searchable().searcher
    assert searcher is not None
    # Its class is changed, not the class itself: the next searcher is a sound one.
    monkeypatch.setattr(searcher, "__class__", DamagedSearcher)


@pytest.mark.parametrize("ask", ["find", "marker", "nothing_found_help"])
def test_an_index_that_fails_while_it_is_used_is_let_go_of_and_built_again(
    services: Services, workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    damage(workbench, monkeypatch)
    match ask:
        case "find":
            assert not services.find(Query("hotline"), never).searchable
        case "marker":
            assert not services.marker("hotline", "en")("A hotline")
        case _:
            assert services.nothing_found_help(Query("hotlnie")).suggestion is None
    assert workbench.casebook.searcher is None
    services.prepare_search(unreported)
    assert services.find(Query("hotline"), never).searchable


def test_the_first_answer_is_right_though_the_index_was_damaged(
    workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(workbench, monkeypatch)
    answer = workbench.asked(lambda casebook: browsing.find(casebook, query=Query("viguias")))
    assert answer.searchable
    assert answer.total


def test_an_index_of_which_bytes_were_changed_answers_rightly(
    workbench: wiring.Workbench,
) -> None:
    workbench.searchable()
    workbench.close()
    for path in workbench.folder.index.glob("*.pst"):
        path.write_bytes(b"\xff" * path.stat().st_size)
    again = wiring.Workbench(workbench.folder)
    assert again.asked(lambda casebook: browsing.find(casebook, query=Query("viguias"))).total
    again.close()


def test_a_good_index_is_not_condemned_by_who_still_asks_the_one_before(
    workbench: wiring.Workbench,
) -> None:
    stale = workbench.searchable().searcher
    workbench.without_index(stale)
    current = workbench.searchable()
    workbench.without_index(stale)
    assert workbench.casebook is current
    assert (workbench.folder.index / "stamp.json").exists()


def test_a_question_that_loses_its_index_to_another_thread_is_answered_without(
    workbench: wiring.Workbench,
) -> None:
    workbench.searchable()

    def question(casebook: Casebook) -> Answer:
        if casebook.searcher is not None:
            workbench.without_index(casebook.searcher)
        return browsing.find(casebook, query=Query("hotline"))

    assert not workbench.asked_at_once(question).searchable
    assert workbench.searchable().searcher is not None
