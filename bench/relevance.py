"""Relevance: is the right answer first, and are questions in whole sentences answered well.

The judged queries on the casebook are those of ``tests/unit/search/judged.py``. Ranking is also
tried on any collections of abstracts with questions and judgements that lie in the folders named by
the environment variable ``FIELDCAT_ABSTRACTS``, one collection a folder, in the form that SMART
gave to its collections; none comes with fieldcat, and nothing in the search knows of them. Without
a folder these figures are left out, and the bench says so.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tests.unit.search.judged import JUDGED, Judged, Sort

from bench.abstracts import Abstracts, entries, ndcg, read_abstracts
from bench.fts5 import quoted
from bench.opening import opened, timed
from bench.results import Figure, Measured
from bench.synthetic import COLLECTION
from fieldcat.domain.entry import Kind
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.resources import resource
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.questions import is_finished
from fieldcat.storage.catalogue_writing import write_catalogue

FOLDERS_VARIABLE = "FIELDCAT_ABSTRACTS"
DEPTH = 10
_STUDIES = {Facet.KIND: frozenset({Kind.CASE_STUDY.value})}


def measure() -> Measured:
    """Ask all judged queries, and all questions where there is such a collection."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with opened(resource("casebook.sqlite"), folder / "casebook") as casebook:
            places = {judged: _reciprocal(casebook, judged) for judged in JUDGED}
        figures = [
            Figure(
                f"mean reciprocal rank, all {len(places)} queries",
                _mean(list(places.values())),
                0.95,
                at_least=True,
            ),
            *_by_sort(places),
        ]
        samples: dict[str, Sequence[float]] = {"reciprocal ranks": list(places.values())}
        notes = [
            f"not first: «{judged.typed}» ({rank:.2f})"
            for judged, rank in places.items()
            if rank < 1
        ]
        chosen = [Path(name) for name in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep)]
        for place, collection in enumerate(path for path in chosen if path.name):
            work = folder / f"abstracts-{place}"
            work.mkdir()
            more, further = _questions(collection.name, read_abstracts(collection), work)
            figures += more
            samples |= further
        if not any(path.name for path in chosen):
            notes.append(f"No collection of abstracts: {FOLDERS_VARIABLE} names no folder.")
    return Measured(tuple(figures), samples, notes=notes)


def _by_sort(places: Mapping[Judged, float]) -> Iterator[Figure]:
    for sort in Sort:
        ranks = [rank for judged, rank in places.items() if judged.sort is sort]
        limit = 0.85 if sort is Sort.MISSPELT else None
        yield Figure(
            f"mean reciprocal rank, {sort.value} ({len(ranks)})", _mean(ranks), limit, at_least=True
        )


def _reciprocal(casebook: Casebook, judged: Judged) -> float:
    filters = _STUDIES if judged.among_studies else {}
    answer = browsing.find(casebook, query=Query(judged.typed, filters, limit=20))
    found = (f"{hit.head.kind}/{hit.head.id.slug}" for hit in answer.hits)
    return next((1 / at for at, id in enumerate(found, 1) if id in judged.right), 0.0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


# --- questions in whole sentences -------------------------------------------------------------


def _questions(
    name: str, abstracts: Abstracts, folder: Path
) -> tuple[list[Figure], dict[str, Sequence[float]]]:
    catalogue = folder / "abstracts.sqlite"
    write_catalogue(catalogue, COLLECTION, (), entries(abstracts))
    with opened(catalogue, folder / "index") as casebook, _fts5(abstracts) as ask_peer:
        times: list[float] = []

        def ask(question: str) -> list[int]:
            # Whoever has written a whole sentence ends it, and is given the time that it takes.
            typed = question if is_finished(question) else f"{question} ?"
            answers: list[Answer] = []
            query = Query(typed, limit=DEPTH)
            times.append(timed(lambda: answers.append(browsing.find(casebook, query=query))))
            return [int(hit.head.id.slug[1:]) for hit in answers[0].hits]

        ours, theirs = _ndcgs(abstracts, ask), _ndcgs(abstracts, ask_peer)
    number = f"{name}: nDCG@{DEPTH} over {len(ours)} questions"
    return [
        Figure(f"{number} less FTS5's", _mean(ours) - _mean(theirs), 0.03, at_least=True),
        Figure(f"{number}, fieldcat", _mean(ours)),
        Figure(f"{number}, FTS5 with its words OR-ed", _mean(theirs)),
        Figure(f"{name}: a question, ms, mean", _mean(times)),
    ], {
        f"{name}, nDCG, fieldcat": ours,
        f"{name}, nDCG, FTS5": theirs,
        f"{name}, questions, ms": times,
    }


def _ndcgs(abstracts: Abstracts, ask: Callable[[str], list[int]]) -> list[float]:
    return [
        ndcg(ask(question), abstracts.gains[number], DEPTH)
        for number, question in abstracts.questions.items()
        if number in abstracts.gains
    ]


@contextmanager
def _fts5(abstracts: Abstracts) -> Iterator[Callable[[str], list[int]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize='porter unicode61')"
        )
        connection.executemany(
            "INSERT INTO docs (rowid, title, body) VALUES (?, ?, ?)",
            ((number, title, body) for number, (title, body) in abstracts.texts.items()),
        )

        def ask(question: str) -> list[int]:
            words = (word.strip(".,;:()?") for word in question.split())
            match = " OR ".join(quoted(word) for word in words if word)
            found = connection.execute(
                f"SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT {DEPTH}", [match]
            )
            return [number for (number,) in found]

        yield ask
