"""The other peer for search: tantivy, a search library in Rust, with the same text and facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tantivy

from bench.fts5 import PeerAnswer
from fieldcat.domain.taxonomy import Facet
from fieldcat.storage.catalogue import open_catalogue

MUST, SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
_WEIGHTS = {"title": 4.0, "organisation": 2.0, "keywords": 3.0, "body": 1.0}
_HITS = 20
_ALL = 100_000
"""More values than any facet has."""


def build(folder: Path, catalogue: Path) -> None:
    """Index a catalogue: one document an entry, all its language versions together."""
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(), path=str(folder))
    _register(index)
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for number, texts, facets in _documents(catalogue):
        document = tantivy.Document()
        document.add_integer("number", number)
        for name, text in texts.items():
            document.add_text(name, text)
        for facet, values in facets.items():
            for value in values:
                document.add_text(_field(facet), value)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class Tantivy:
    """An open peer."""

    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        _register(self._index)
        self._index.reload()
        self._searcher = self._index.searcher()
        self._counting = {
            facet.value: {"terms": {"field": _field(facet.value), "size": _ALL}} for facet in Facet
        }

    def word(self, word: str, *, prefix: bool = False, fuzzy: bool = False) -> Any:
        """A query for a folded word in all fields, or for its beginning, or for words like it."""
        query = tantivy.Query
        found = []
        for name, weight in _WEIGHTS.items():
            if prefix:
                one = query.fuzzy_term_query(self._schema, name, word, distance=0, prefix=True)
            elif fuzzy:
                one = query.fuzzy_term_query(self._schema, name, word)
            else:
                one = query.term_query(self._schema, name, word, "freq")
            found.append((SHOULD, query.boost_query(one, weight)))
        return query.boolean_query(found)

    def together(self, occur: Any, queries: Sequence[Any]) -> Any:
        """All (``MUST``) or any (``SHOULD``) of some queries."""
        return tantivy.Query.boolean_query([(occur, query) for query in queries])

    def phrase(self, words: Sequence[str]) -> Any:
        """A query for words that stand in a row."""
        query = tantivy.Query
        return query.boolean_query(
            [(SHOULD, query.phrase_query(self._schema, name, list(words))) for name in _WEIGHTS]
        )

    def answer(self, query: Any, filters: Mapping[str, str] | None = None) -> PeerAnswer:
        """The whole answer to a query, under one value of each filtered facet."""
        filters = filters or {}
        whole = self._narrowed(query, filters)
        found: Any = self._searcher.search(whole, limit=_HITS, count=True)
        counts = self._counts(whole, [facet for facet in self._counting if facet not in filters])
        for facet in filters:
            others = {other: value for other, value in filters.items() if other != facet}
            counts |= self._counts(self._narrowed(query, others), [facet])
        snippets = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        rows = []
        for _, address in found.hits:
            document = self._searcher.doc(address)
            rows.append((document["number"][0], snippets.snippet_from_doc(document).to_html()))
        return PeerAnswer(rows, found.count, counts)

    def _narrowed(self, query: Any, filters: Mapping[str, str]) -> Any:
        must = [
            (MUST, tantivy.Query.const_score_query(self._value(facet, value), 0.0))
            for facet, value in filters.items()
        ]
        return tantivy.Query.boolean_query([(MUST, query), *must]) if must else query

    def _value(self, facet: str, value: str) -> Any:
        return tantivy.Query.term_query(self._schema, _field(facet), value, "basic")

    def _counts(self, query: Any, facets: Sequence[str]) -> dict[str, int]:
        asked = {facet: self._counting[facet] for facet in facets}
        found = self._searcher.aggregate(query, asked)
        return {
            f"{facet}:{bucket['key']}": bucket["doc_count"]
            for facet in facets
            for bucket in found[facet]["buckets"]
        }


def _field(facet: str) -> str:
    return f"facet_{facet}"


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for name in _WEIGHTS:
        builder.add_text_field(
            name, stored=name == "body", tokenizer_name="folded", index_option="position"
        )
    for facet in Facet:
        builder.add_text_field(_field(facet), fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _register(index: Any) -> None:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    folded = builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()
    index.register_tokenizer("folded", folded)


def _documents(
    catalogue: Path,
) -> Iterator[tuple[int, dict[str, str], dict[str, list[str]]]]:
    opened = open_catalogue(catalogue)
    try:
        facets: dict[int, dict[str, list[str]]] = {}
        for facet, value, number in opened.facet_rows():
            facets.setdefault(number, {}).setdefault(facet.value, []).append(value)
        number, texts = 0, dict.fromkeys(_WEIGHTS, "")
        for document in opened.documents():
            if document.number != number:
                if number:
                    yield number, texts, facets[number]
                number, texts = document.number, dict.fromkeys(_WEIGHTS, "")
            for name in _WEIGHTS:
                texts[name] += getattr(document, name) + "\n"
        if number:
            yield number, texts, facets[number]
    finally:
        opened.close()
