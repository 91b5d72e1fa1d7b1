"""Small collections to search in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pytest

from fieldcat.domain.progress import unreported
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.search.bitsets import slots_of
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.marks import Texts, digested, mark_of
from fieldcat.search.matching import Matches
from fieldcat.search.searching import Searcher

SearcherOf = Callable[..., Searcher]


def document(
    number: int,
    body: str = "",
    *,
    title: str = "",
    organisation: str = "",
    keywords: str = "",
    language: str = "en",
) -> SearchDocument:
    return SearchDocument(number, language, title, organisation, keywords, body)


def texts_of(documents: Sequence[SearchDocument]) -> Texts:
    """The texts of documents that are at hand, the versions of an entry one after the other."""
    entries = (list(versions) for _, versions in groupby(documents, key=attrgetter("number")))
    return Texts(
        ((e[0].number, mark_of(map(digested, e))) for e in entries),
        lambda numbers: [document for document in documents if document.number in set(numbers)],
    )


@pytest.fixture
def searcher_of(tmp_path: Path) -> Iterator[SearcherOf]:
    """Makes a searcher: over texts, numbered from 1, or over whole documents."""
    opened: list[Searcher] = []

    def build(*texts: str | SearchDocument, synonyms: Sequence[tuple[str, ...]] = ()) -> Searcher:
        documents = [
            document(number, text) if isinstance(text, str) else text
            for number, text in enumerate(texts, 1)
        ]
        folder = tmp_path / f"index-{len(opened)}"
        build_index(
            folder, documents, [Synonym(words) for words in synonyms], "1", len(texts), unreported
        )
        searcher = Searcher(open_index(folder, "1"))
        opened.append(searcher)
        return searcher

    yield build
    for searcher in opened:
        searcher.close()


def full(searcher: Searcher, text: str) -> list[int]:
    """The numbers of the full matches, best first."""
    matches = searcher.match(text)
    return ranked(searcher, matches.full, matches)


def partial(searcher: Searcher, text: str) -> list[int]:
    """The numbers of the partial matches, best first."""
    matches = searcher.match(text)
    return ranked(searcher, matches.partial, matches)


def numbers(searcher: Searcher, entries: int) -> set[int]:
    """The numbers of a set of hits."""
    return {searcher.numbers[slot] for slot in slots_of(entries)}


def ranked(searcher: Searcher, entries: int, matches: Matches) -> list[int]:
    """The numbers of a set of hits, best first."""
    best = matches.best(entries, entries.bit_count())
    return [searcher.numbers[slot] for _, slot in best]
