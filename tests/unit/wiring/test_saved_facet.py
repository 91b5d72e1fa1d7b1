"""What is kept and noted is a facet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.unit.wiring.on_the_bench import FIRST_PAGE, STUDY

from fieldcat import wiring
from fieldcat.domain.progress import unreported
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.matching import never
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.offered import Services
from fieldcat.wiring import saved as wiring_saved


def saved(answer: Answer) -> dict[str, int]:
    return {value.value: value.count for value in answer.facets.get(Facet.SAVED, ())}


def kept_only(text: str = "") -> Query:
    return Query(text, {Facet.SAVED: frozenset({"kept"})})


def test_what_is_kept_is_counted_and_filtered_with_the_next_answer(services: Services) -> None:
    assert Facet.SAVED not in services.find(Query(), never).facets
    services.keep(STUDY, None)
    assert saved(services.find(Query(), never)) == {"kept": 1, "noted": 0}
    assert [hit.head.id for hit in services.find(kept_only(), never).hits] == [STUDY]
    services.forget(STUDY)
    assert services.find(kept_only(), never).total == 0


def test_what_is_kept_is_found_among_words_once_there_is_an_index(services: Services) -> None:
    services.keep(STUDY, None)
    assert saved(services.find(Query(), never))
    services.prepare_search(unreported)
    found = services.find(kept_only("chatbot"), never)
    assert [hit.head.id for hit in found.hits] == [STUDY]


def test_what_is_kept_can_be_typed(services: Services) -> None:
    line = services.read_line("saved:kept chatbot", None, {})
    assert (line.filters, line.words) == ({Facet.SAVED: frozenset({"kept"})}, "chatbot")


def test_what_was_kept_is_no_part_of_the_front_page(
    services: Services, workbench: wiring.Workbench
) -> None:
    services.keep(STUDY, None)
    assert Facet.SAVED in services.find(FIRST_PAGE, never).facets
    front = workbench.front_page("en")
    assert front is not None
    assert Facet.SAVED not in front.facets


def test_a_saved_search_may_be_of_what_is_kept(services: Services) -> None:
    services.keep(STUDY, None)
    made = services.own.save_search("Mine", kept_only())
    assert services.own.count_search(made).total == 1
    services.forget(STUDY)
    assert services.own.count_search(made).total == 0


def test_what_another_thread_reads_meanwhile_is_not_put_in_the_place_of_what_was_read(
    workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, none = {"kept": frozenset({str(STUDY)})}, {"kept": frozenset[str]()}
    reads: list[Mapping[str, frozenset[str]]] = [kept, none, kept]
    ids = SimpleNamespace(read=lambda: reads.pop(0))
    monkeypatch.setattr(wiring_saved, "SavedIds", lambda _file: ids)
    over = wiring_saved.Saved(Path("user.sqlite")).over
    put = Casebook.with_saved

    def overtaken(casebook: Casebook) -> Callable[[Mapping[str, frozenset[str]]], Casebook]:
        if len(reads) == 2:
            over(casebook)
        return partial(put, casebook)

    monkeypatch.setattr(Casebook, "with_saved", property(overtaken))
    for _ in range(2):
        assert saved(browsing.find(over(workbench.casebook), query=Query())) == {"kept": 1}
