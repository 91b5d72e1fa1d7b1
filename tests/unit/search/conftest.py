"""Small collections to search in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from fieldcat.domain.progress import unreported
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.search.index import build_index, open_index
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
    return [match.number for match in searcher.match(text).full]


def partial(searcher: Searcher, text: str) -> list[int]:
    """The numbers of the partial matches, best first."""
    return [match.number for match in searcher.match(text).partial]
