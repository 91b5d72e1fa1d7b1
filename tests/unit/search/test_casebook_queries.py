"""The judged queries of ``judged.py``, asked of the casebook that comes with fieldcat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from tests.unit.search.judged import JUDGED, Judged, Sort

from fieldcat.domain.entry import Kind
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.resources import resource
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import open_catalogue

STUDIES = {Facet.KIND: frozenset({Kind.CASE_STUDY.value})}


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    catalogue = open_catalogue(resource("casebook.sqlite"))
    searcher = ensure_index(catalogue, tmp_path_factory.mktemp("casebook") / "index")
    yield open_casebook(catalogue, searcher)
    searcher.close()
    catalogue.close()


def ids(answer: Answer) -> list[str]:
    return [f"{hit.head.kind}/{hit.head.id.slug}" for hit in answer.hits]


MUST_SHOW = {
    "viguias": "red-papaz-viguias",
    "helplne tanzania": "c-sema-tanzania",
    "how do banks spot payments for abuse": "project-shadow",
    "albania": "iamsafeonline-albania",
    "chatbot": "snehai",
    "sextortion": "for-your-eyes-only",
    "network scale-up": "scale-of-harm",
    "116": "c-sema-tanzania",
}


def place(casebook: Casebook, judged: Judged) -> float:
    """One by the place of the first right answer, 0 where there is none among twenty."""
    filters = STUDIES if judged.among_studies else {}
    found = ids(browsing.find(casebook, query=Query(judged.typed, filters)))
    return next((1 / at for at, id in enumerate(found, 1) if id in judged.right), 0)


def mean_place(casebook: Casebook, asked: Sequence[Judged]) -> float:
    return sum(place(casebook, judged) for judged in asked) / len(asked)


@pytest.mark.parametrize(("typed", "study"), MUST_SHOW.items())
def test_what_the_first_edition_promised_comes_first(
    casebook: Casebook, typed: str, study: str
) -> None:
    answer = browsing.find(casebook, query=Query(typed, STUDIES))
    assert ids(answer)[:1] == [f"case-study/{study}"]


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: judged.typed)
def test_a_right_answer_is_one_of_the_first_two(casebook: Casebook, judged: Judged) -> None:
    assert place(casebook, judged) >= 1 / 2


def test_over_all_judged_queries_the_right_answer_comes_first(casebook: Casebook) -> None:
    assert len(JUDGED) >= 80
    assert mean_place(casebook, JUDGED) >= 0.95


def test_over_misspelt_queries_the_right_answer_comes_first(casebook: Casebook) -> None:
    misspelt = [judged for judged in JUDGED if judged.sort is Sort.MISSPELT]
    assert len(misspelt) >= 15
    assert mean_place(casebook, misspelt) >= 0.85


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: judged.typed)
def test_what_is_judged_right_is_in_the_casebook(casebook: Casebook, judged: Judged) -> None:
    heads = casebook.catalogue.heads(range(1, casebook.size + 1)).values()
    assert set(judged.right) <= {f"{head.kind}/{head.id.slug}" for head in heads}


def test_a_misspelt_word_is_suggested_right(casebook: Casebook) -> None:
    assert browsing.find(casebook, query=Query("helplne tanzania")).suggestion == (
        "helpline tanzania"
    )


def test_a_discouraged_term_finds_entries_and_names_the_preferred_one(casebook: Casebook) -> None:
    answer = browsing.find(casebook, query=Query("child pornography"))
    assert answer.preferred_term is not None
    assert answer.preferred_term.preferred.casefold() == "child sexual abuse material"
    assert answer.preferred_term.term.slug == "child-sexual-abuse-material"
    assert answer.total >= 5


def test_every_entry_is_found_by_its_title(casebook: Casebook) -> None:
    missed = [
        head.title
        for head in casebook.catalogue.heads(range(1, casebook.size + 1)).values()
        if browsing.find(casebook, query=Query(head.title, limit=1)).hits[0].head.title
        != head.title
    ]
    assert missed == []


def test_the_ten_studies_are_listed(casebook: Casebook) -> None:
    assert browsing.find(casebook, query=Query(filters=STUDIES)).total == 10


def test_a_sentence_in_another_language_is_not_called_misspelt(casebook: Casebook) -> None:
    asked = "cómo detectan los bancos los pagos"
    assert browsing.find(casebook, query=Query(asked)).suggestion is None
