"""Judged queries on the casebook that comes with fieldcat: what a trainer types, what comes first.

Where several entries answer as well, any of them may. The judgement is of the entries, not of the
ranking as it happens to be: a query that fails here is a reason to look at the search.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

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

AMONG_STUDIES = {
    # names, however they are written
    "csema": "c-sema-tanzania",
    "c sema": "c-sema-tanzania",
    "C-Sema": "c-sema-tanzania",
    "#Iamsafeonline": "iamsafeonline-albania",
    "i am safe online": "iamsafeonline-albania",
    "papaz": "red-papaz-viguias",
    "Viguías": "red-papaz-viguias",
    "breck": "breck-foundation",
    "for your eyes only": "for-your-eyes-only",
    "scale of harm": "scale-of-harm",
    "fintrac": "project-shadow",
    # a few words
    "hotline colombia": "red-papaz-viguias",
    "story told in schools": "breck-foundation",
    "money laundering": "project-shadow",
    "payment indicators": "project-shadow",
    "e-learning course": "for-your-eyes-only",
    "chat bot": "snehai",
    "teachers toolkit tanzania": "c-sema-tanzania",
    "religious leaders": "c-sema-tanzania",
    "police hub ai tools": "ai-for-safer-children",
    "grooming warning signs": "breck-foundation",
    "sexual images without permission": "for-your-eyes-only",
    "help for potential offenders": "red-papaz-viguias",
    '"network scale-up method"': "scale-of-harm",
    "218,000": "red-papaz-viguias",
    "463721": "snehai",
    # abbreviations
    "osec": "scale-of-harm",
    "NSUM": "scale-of-harm",
    # whole sentences
    "How can police use artificial intelligence?": "ai-for-safer-children",
    "how many children are trafficked for livestreamed abuse": "scale-of-harm",
    "where can young people in India ask about sex and safety in private?": "snehai",
    "why are so few cases solved in albania?": "iamsafeonline-albania",
    "Which course do young people take about sharing nude pictures?": "for-your-eyes-only",
    "what happened to Breck": "breck-foundation",
    # misspelt
    "tanzanya": "c-sema-tanzania",
    "albanai": "iamsafeonline-albania",
    "chatbott": "snehai",
    "wiguias": "red-papaz-viguias",
}

AMONG_ALL = {
    "red papaz": ("organisation/red-papaz",),
    "redpapaz": ("organisation/red-papaz", "case-study/red-papaz-viguias"),
    "te guio": ("help-service/te-guio",),
    "nsum": ("term/network-scale-up-method",),
    "STR": ("term/suspicious-transaction-report",),
    "csam": ("term/child-sexual-abuse-material",),
    "unicri": ("organisation/unicri",),
    "grooming": ("term/grooming",),
    "gromming": ("term/grooming",),
    "sextorsion": ("term/sextortion",),
    "hotline colombia": ("help-service/te-protejo", "case-study/red-papaz-viguias"),
    "child helpline": ("term/child-helpline", "help-service/child-helpline-116-tanzania"),
    "self generated images": ("term/self-generated-images",),
    "harmful sexual behavior": ("term/harmful-sexual-behaviour",),
    "fintrac": ("organisation/fintrac",),
    "stairway foundaton": ("organisation/stairway-foundation",),
    "kuwaza": ("learning-material/kuwaza-toolkit",),
    "disrupting harm": ("research/disrupting-harm",),
    "cybertipline": ("help-service/ncmec-cybertipline", "research/cybertipline-2023-report"),
    "funding africa": ("funding/africa-online-safety-fund", "funding/aosp-funding-opportunities"),
    "child pornography": ("term/child-sexual-abuse-material",),
    "child porn": ("term/child-sexual-abuse-material",),
}


@pytest.mark.parametrize(("typed", "study"), (MUST_SHOW | AMONG_STUDIES).items())
def test_among_the_studies_the_right_one_comes_first(
    casebook: Casebook, typed: str, study: str
) -> None:
    answer = browsing.find(casebook, query=Query(typed, STUDIES))
    assert ids(answer)[:1] == [f"case-study/{study}"]


@pytest.mark.parametrize(("typed", "entries"), AMONG_ALL.items())
def test_among_all_entries_a_right_one_comes_first(
    casebook: Casebook, typed: str, entries: tuple[str, ...]
) -> None:
    answer = browsing.find(casebook, query=Query(typed))
    assert ids(answer)[0] in entries


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
