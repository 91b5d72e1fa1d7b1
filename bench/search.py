"""Search: fieldcat's whole answer beside FTS5's and tantivy's, over the same 10,000 entries.

A whole answer is 20 ranked hits with snippets, the exact total and the counts of all facets. The
engines are asked in turn, in one process; every query is asked once of each, after others of its
kind have warmed the caches. Times are of the processor, so that what else the machine does is left
out; all three work in one thread, on files that are in memory by then.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Any

from bench import building, fts5, synthetic, tantivy_peer
from bench.asked_alike import AskedAlike
from bench.fts5 import Counting, Fts5, PeerAnswer, quoted
from bench.opening import opened, timed
from bench.queries import Asked, Asking, Form, many
from bench.results import Compared, Figure, Measured, compared_table, median
from bench.tantivy_peer import Tantivy
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.index import open_index
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.storage.catalogue import open_catalogue

SIZE, LARGE = 10_000, 100_000
WARMING, MEASURED = 16, 64
HITS = 20
REPLACED = 100
BUILDS = 3

_ALIKE = "FTS5 asked alike"

_GROWTH = {"one common word": 7.0, "one rare word": 3.0}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of query, how to make one, and what its ratio to FTS5 must reach."""

    name: str
    make: Callable[[Asking], Asked]
    must_reach: float | None = None


KINDS = (
    Kind("one common word", Asking.common_word, 0.5),
    Kind("two words, OR", Asking.either_of_two, 0.5),
    Kind("prefix of 2 letters", partial(Asking.beginning, letters=2), 0.5),
    Kind("prefix of 3 letters", partial(Asking.beginning, letters=3), 0.5),
    Kind("prefix of 4 letters", partial(Asking.beginning, letters=4), 0.5),
    Kind("word + filters", Asking.filtered_word, 0.5),
    Kind("one rare word", Asking.rare_word, 0.6),
    Kind("ten-word sentence", Asking.sentence, 0.5),
    Kind("one edit away", Asking.misspelt, 0.8),
    Kind("word + prefix", Asking.word_and_beginning, 1.0),
    Kind("two words, AND", Asking.two_words, 1.0),
    Kind("phrase", Asking.phrase, 4.0),
    Kind("word still being typed", Asking.word_being_typed),
)


def measure() -> Measured:
    """Build all three over one collection, ask them, and let fieldcat grow."""
    folder = synthetic.FOLDER / "search"
    folder.mkdir(parents=True, exist_ok=True)
    built = _built(folder)
    catalogue = synthetic.catalogue(SIZE)
    peer, alike = Fts5(folder / "fts5.sqlite"), Fts5(folder / "fts5.sqlite")
    other = Tantivy(folder / "tantivy")
    asking = Asking(SIZE, peer.entries_with)
    queries = {kind.name: many(partial(kind.make, asking), WARMING + MEASURED) for kind in KINDS}
    with opened(catalogue, folder / "index") as casebook:
        put = _put_alike(casebook, folder / "index", chain.from_iterable(queries.values()))
        rows = tuple(
            _compared(kind, queries[kind.name], casebook, peer, other, (alike, put))
            for kind in KINDS
        )
        pages = "; ".join(_pages(kind, queries[kind.name], casebook, peer) for kind in KINDS)
        nearness = "; ".join(
            _nearness(kind, queries[kind.name], casebook, alike, put) for kind in KINDS
        )
    peer.close()
    alike.close()
    grown = _grown(queries, {row.kind: row.ours for row in rows})
    figures = [figure for row in rows for figure in row.figures()]
    figures += [figure for row in rows for figure in row.figures_to(_ALIKE)]
    samples = {f"{row.kind}, fieldcat ms": row.ours for row in rows}
    samples |= {
        f"{row.kind}, {name} ms": times for row in rows for name, times in row.peers.items()
    }
    return Measured(
        (*figures, *grown, *built),
        samples,
        compared_table(rows, [_ALIKE]),
        (
            "FTS5 counts facets in whichever of three forms is fastest for each kind of query; "
            "words one edit away it finds in its vocabulary, by either half of the word.",
            "FTS5 with heads decodes the heads of its rows and marks their titles, too; the limits "
            "are to FTS5 without.",
            "FTS5 asked alike gets every word in all forms of its stems, ready made, and gives "
            f"heads and marked titles, too. How many hits it has for each of ours: {nearness}.",
            f"Hits, and rows on a page, FTS5's behind: {pages}.",
            "tantivy gives words that begin alike, or are one edit away, the same score.",
        ),
    )


def _built(folder: Path) -> list[Figure]:
    """Build everything anew; what it took, and how large the index is."""
    for old in folder.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    catalogue, revised = synthetic.catalogue(SIZE), synthetic.catalogue(SIZE, revised=REPLACED)
    index = folder / "index"
    ours: list[building.Took] = []
    theirs: list[building.Took] = []
    for _ in range(BUILDS):
        shutil.rmtree(index, ignore_errors=True)
        text = folder / "text.sqlite"
        text.unlink(missing_ok=True)
        theirs.append(building.build("fts5", catalogue, text))
        ours.append(building.build("fieldcat", catalogue, index))
    replaced = median([_updated(index, revised).seconds for _ in range(BUILDS)])
    fts5.build(folder / "fts5.sqlite", catalogue)
    tantivy_peer.build(folder / "tantivy", catalogue)
    seconds = median([took.seconds for took in ours])
    ratios = [a.seconds / b.seconds for a, b in zip(ours, theirs, strict=True)]
    size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
    return [
        Figure("build 10,000 ÷ FTS5's, median of pairs", median(ratios), 5),
        Figure("build 10,000, peak memory, MB", max(took.peak for took in ours) / 1e6, 250),
        Figure("replace 100 of 10,000 ÷ full build", replaced / seconds, 0.06),
        Figure("index ÷ text, bytes", size / _text_size(catalogue), 0.6),
        Figure("build 10,000, seconds, median", seconds),
        Figure("FTS5's build, seconds, median", median([took.seconds for took in theirs])),
        Figure("replace 100 of 10,000, seconds, median", replaced),
        Figure("index, MB", size / 1e6),
    ]


def _updated(index: Path, revised: Path) -> building.Took:
    """What it takes to bring a copy of an index up to a catalogue."""
    updated = index.with_name("updated")
    shutil.rmtree(updated, ignore_errors=True)
    shutil.copytree(index, updated)
    shutil.copy(building.key_of(index), building.key_of(updated))
    return building.build("fieldcat", revised, updated)


def _text_size(catalogue: Path) -> int:
    entries = open_catalogue(catalogue)
    try:
        return sum(
            len(text.encode())
            for document in entries.documents()
            for text in (document.title, document.organisation, document.keywords, document.body)
        )
    finally:
        entries.close()


def _put_alike(casebook: Casebook, folder: Path, queries: Iterable[Asked]) -> dict[str, str]:
    """What fieldcat looks up for each query, for FTS5."""
    fingerprint = casebook.catalogue.fingerprint
    with closing(open_index(folder, fingerprint, key_file=building.key_of(folder))) as index:
        asking = AskedAlike(index)
        # A misspelt word is put as fieldcat takes it to be meant.
        return {
            asked.typed: asking.match(_meant(casebook, asked.typed) or asked.typed)
            for asked in queries
        }


def _meant(casebook: Casebook, typed: str) -> str:
    suggestion = browsing.find(casebook, query=Query(typed, limit=1)).suggestion
    return f"{suggestion} " if suggestion else ""


def _compared(
    kind: Kind,
    queries: Sequence[Asked],
    casebook: Casebook,
    peer: Fts5,
    other: Tantivy,
    put_alike: tuple[Fts5, Mapping[str, str]],
) -> Compared:
    alike, put = put_alike
    engines: dict[str, Callable[[Asked], object]] = {
        "fieldcat": partial(ask_fieldcat, casebook),
        "FTS5": partial(_ask_fts5, peer),
        "FTS5 with heads": partial(_ask_fts5, peer, heads=True),
        _ALIKE: partial(_ask_alike, alike, put),
        "tantivy": partial(_ask_tantivy, other),
    }
    warming, measured = queries[:WARMING], queries[WARMING:]
    peer.counting = _fastest_counting(peer, partial(_ask_fts5, peer), warming)
    alike.counting = _fastest_counting(alike, engines[_ALIKE], warming)
    for ask in engines.values():
        for asked in warming:
            ask(asked)
    times: dict[str, list[float]] = {name: [] for name in engines}
    names = list(engines)
    for turn, asked in enumerate(measured):
        for place in range(len(names)):
            name = names[(turn + place) % len(names)]
            times[name].append(timed(partial(engines[name], asked)))
    return Compared(
        kind.name,
        times["fieldcat"],
        {name: times[name] for name in names if name != "fieldcat"},
        kind.must_reach,
    )


def _pages(kind: Kind, queries: Sequence[Asked], casebook: Casebook, peer: Fts5) -> str:
    """How much each of the two found: ours by stems in every language, theirs by words."""
    ours = [ask_fieldcat(casebook, asked) for asked in queries[WARMING:]]
    theirs = [_ask_fts5(peer, asked) for asked in queries[WARMING:]]
    found = (
        (median([answer.total for answer in ours]), mean(len(answer.hits) for answer in ours)),
        (median([answer.total for answer in theirs]), mean(len(answer.rows) for answer in theirs)),
    )
    return f"{kind.name} " + ", ".join(f"{total:.0f} and {rows:.1f}" for total, rows in found)


def _nearness(
    kind: Kind, queries: Sequence[Asked], casebook: Casebook, alike: Fts5, put: Mapping[str, str]
) -> str:
    """How many hits FTS5 finds that is asked alike, of each that fieldcat finds."""
    shares = []
    for asked in queries[WARMING:]:
        ours = ask_fieldcat(casebook, asked)
        # In a sentence any word will do for FTS5: fieldcat lists such entries behind the full ones.
        total = ours.total + (ours.partial_total if asked.form is Form.ANY else 0)
        shares.append(_ask_alike(alike, put, asked).total / max(total, 1))
    return f"{kind.name} {median(shares):.3f} ({min(shares):.3f} to {max(shares):.3f})"


def _fastest_counting(
    peer: Fts5, ask: Callable[[Asked], object], queries: Sequence[Asked]
) -> Counting:
    def took(counting: Counting) -> float:
        peer.counting = counting
        return median([timed(partial(ask, asked)) for asked in queries])

    return min(Counting, key=took)


def _grown(
    queries: Mapping[str, Sequence[Asked]], before: Mapping[str, Sequence[float]]
) -> list[Figure]:
    """The same queries, asked of ten times as many entries."""
    figures = []
    with opened(synthetic.catalogue(LARGE), synthetic.FOLDER / "search-100000") as casebook:
        for name, asked in queries.items():
            for one in asked[:WARMING]:
                ask_fieldcat(casebook, one)
            times = [timed(partial(ask_fieldcat, casebook, one)) for one in asked[WARMING:]]
            growth = median(times) / median(before[name])
            figures.append(
                Figure(f"{name}: growth from 10,000 to 100,000", growth, _GROWTH.get(name))
            )
            figures.append(Figure(f"{name}: ms at 100,000, median", median(times)))
    return figures


# --- how each engine is asked -----------------------------------------------------------------


def ask_fieldcat(casebook: Casebook, asked: Asked) -> Answer:
    """The whole answer of fieldcat."""
    filters = {Facet(facet): frozenset({value}) for facet, value in asked.filters.items()}
    return browsing.find(casebook, query=Query(asked.typed, filters, limit=HITS))


def _ask_fts5(peer: Fts5, asked: Asked, *, heads: bool = False) -> PeerAnswer:
    words = [quoted(word) for word in asked.words]
    match asked.form:
        case Form.ALL:
            found = " AND ".join(words)
        case Form.ANY:
            found = " OR ".join(words)
        case Form.PHRASE:
            found = quoted(" ".join(asked.words))
        case Form.PREFIX:
            found = " AND ".join(words) + "*"
        case Form.NEAR:
            found = " OR ".join(quoted(word) for word in peer.corrected(asked.words[0])) or words[0]
    ask = peer.answer_with_heads if heads else peer.answer
    return ask(found, asked.filters)


def _ask_alike(peer: Fts5, put: Mapping[str, str], asked: Asked) -> PeerAnswer:
    if asked.form is Form.NEAR:
        peer.corrected(asked.words[0])  # which word is meant is part of the work
    return peer.answer_with_heads(put[asked.typed], asked.filters)


def _ask_tantivy(other: Tantivy, asked: Asked) -> object:
    must, should = tantivy_peer.MUST, tantivy_peer.SHOULD
    query: Any
    match asked.form:
        case Form.ALL:
            query = other.together(must, [other.word(word) for word in asked.words])
        case Form.ANY:
            query = other.together(should, [other.word(word) for word in asked.words])
        case Form.PHRASE:
            query = other.phrase(asked.words)
        case Form.PREFIX:
            *whole, last = asked.words
            parts = [*(other.word(word) for word in whole), other.word(last, prefix=True)]
            query = other.together(must, parts)
        case Form.NEAR:
            query = other.word(asked.words[0], fuzzy=True)
    return other.answer(query, asked.filters)
