"""Hits, totals and counts are those that going through all texts gives, whatever is asked.

The collections are random and small; each is then changed in part, the index brought up to it, and
asked the same again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.unit.search.conftest import numbers, texts_of

from fieldcat.domain.progress import unreported
from fieldcat.domain.query import Filters
from fieldcat.domain.searching import SearchDocument
from fieldcat.domain.taxonomy import Facet
from fieldcat.search import updating
from fieldcat.search.building import build_index
from fieldcat.search.facets import FacetTable
from fieldcat.search.index import open_index
from fieldcat.search.matching import Matches
from fieldcat.search.searching import Searcher
from fieldcat.search.updating import update_index

# Words that no stemmer changes in any language and that are no stop words, some beginning alike.
WORDS = ("zab", "zabok", "zabkul", "kolun", "kop", "mir", "mirkap", "tuk", "tukmol")
LANGUAGES = ("en", "es", "fr", "pt", "sw")
VALUES = {
    Facet.KIND: ("one", "two", "three"),
    Facet.TOPIC: ("red", "green", "blue", "black"),
    Facet.YEAR: ("2021", "2022"),
}

TEXT = st.lists(st.sampled_from(WORDS), max_size=8).map(tuple)


@dataclass(frozen=True)
class Made:
    """An entry: its id and language, a title and a text in words, and its values by facet."""

    id: str
    language: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    values: Mapping[Facet, frozenset[str]]

    def passes(self, filters: Filters) -> bool:
        return all(self.values[facet] & ticked for facet, ticked in filters.items() if ticked)


def some_of(facet: Facet, least: int) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(VALUES[facet]), min_size=least, max_size=3)


def made(id: int) -> st.SearchStrategy[Made]:
    values = st.fixed_dictionaries(
        {
            Facet.KIND: st.sampled_from(VALUES[Facet.KIND]).map(lambda kind: frozenset({kind})),
            Facet.TOPIC: some_of(Facet.TOPIC, 0),
            Facet.YEAR: some_of(Facet.YEAR, 0),
        }
    )
    return st.builds(Made, st.just(f"{id:03}"), st.sampled_from(LANGUAGES), TEXT, TEXT, values)


@st.composite
def collections(draw: st.DrawFn) -> tuple[list[Made], list[Made]]:
    """A collection, and the same with some entries changed, some gone and some new."""
    before = [draw(made(id)) for id in draw(st.sets(st.integers(0, 30), min_size=1, max_size=14))]
    gone = draw(st.sets(st.sampled_from([entry.id for entry in before])))
    changed = [draw(made(int(entry.id))) for entry in before[::3]]
    new = [draw(made(id)) for id in draw(st.sets(st.integers(40, 60), max_size=4))]
    after = {entry.id: entry for entry in [*before, *changed, *new]}
    return before, [entry for id, entry in after.items() if id not in gone or id > "040"]


@dataclass(frozen=True)
class Asked:
    """A query: words of which all, or any, must be there, words that must not, a row of words.

    ``without_row`` must not stand there either; ``filters`` narrow what is found.
    """

    words: tuple[str, ...]
    without: tuple[str, ...]
    row: tuple[str, ...]
    without_row: tuple[str, ...]
    beginning: str
    either: bool
    filters: Filters

    @property
    def text(self) -> str:
        parts = [(" OR " if self.either else " ").join(self.words)]
        if self.row:
            parts.append(f'"{" ".join(self.row)}"')
        parts += (f"-{word}" for word in self.without)
        if self.without_row:
            parts.append(f'-"{" ".join(self.without_row)}"')
        return f"{' '.join(parts)} {self.beginning}"

    def finds(self, entry: Made) -> bool:
        texts = (entry.title, entry.body)
        there = {word for text in texts for word in text}
        met = [word in there for word in self.words]
        if self.either and len(met) > 1:
            met = [any(met)]
        if self.row:
            met.append(any(in_a_row(self.row, text) for text in texts))
        if self.beginning:
            met.append(any(word.startswith(self.beginning) for word in there))
        if self.without_row and any(in_a_row(self.without_row, text) for text in texts):
            return False
        return all(met) and not there & set(self.without)


def in_a_row(row: Sequence[str], text: Sequence[str]) -> bool:
    places = range(len(text) - len(row) + 1)
    return any(tuple(text[place : place + len(row)]) == tuple(row) for place in places)


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True))
    # What follows an OR belongs to it.
    either = draw(st.booleans())
    without = draw(st.lists(st.sampled_from(WORDS), max_size=1))
    row = draw(st.lists(st.sampled_from(WORDS), max_size=3)) if len(words) < 2 else []
    without_row = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=2) | st.just([]))
    beginning = draw(st.sampled_from(["", "z", "za", "zab", "zabk", "mirk", "tuk"]))
    filters = draw(
        st.fixed_dictionaries({}, optional={facet: some_of(facet, 0) for facet in VALUES})
    )
    return Asked(
        tuple(words), tuple(without), tuple(row), tuple(without_row), beginning, either, filters
    )


def documents(entries: Sequence[Made]) -> Iterator[SearchDocument]:
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.id), 1):
        title, body = " ".join(entry.title), " ".join(entry.body)
        yield SearchDocument(number, entry.language, title, "", "", body, key=entry.id)


def check(searcher: Searcher, entries: Sequence[Made], asked: Sequence[Asked]) -> None:
    numbered = dict(enumerate(sorted(entries, key=lambda entry: entry.id), 1))
    rows = [
        (facet, value, [number])
        for number, entry in numbered.items()
        for facet, values in entry.values.items()
        for value in values
    ]
    table = FacetTable(rows, range(1, len(numbered) + 1)).rearranged(searcher.numbers)
    for question in asked:
        expected = {number for number, entry in numbered.items() if question.finds(entry)}
        matches = searcher.match(question.text)
        if matches.suggestion is not None:
            continue  # a word stands nowhere: others are looked for
        found = numbers(searcher, matches.full)
        assert found == expected, (question.text, found, expected)
        best = matches.best(table.everything, 1_000)
        ranked = [searcher.numbers[slot] for _, slot in best]
        total = matches.full.bit_count()
        assert set(ranked[:total]) == expected
        assert len(ranked) == len(set(ranked)) == total + matches.partial.bit_count()
        assert not numbers(searcher, matches.partial) & expected
        check_filtered(searcher, table, matches, question.filters, numbered, expected)


def check_filtered(
    searcher: Searcher,
    table: FacetTable,
    matches: Matches,
    filters: Filters,
    numbered: Mapping[int, Made],
    expected: Collection[int],
) -> None:
    """The hits under the filters, and the counts of each facet under those of all others."""
    passing = {number for number in expected if numbered[number].passes(filters)}
    selected = table.select(filters)
    assert numbers(searcher, matches.full & selected) == passing
    best = matches.best(selected, 1_000)[: len(passing)]
    assert {searcher.numbers[slot] for _, slot in best} == passing
    counts = table.counts(matches.full, filters)
    for facet, values in VALUES.items():
        others = {other: ticked for other, ticked in filters.items() if other is not facet}
        counted = [numbered[n] for n in expected if numbered[n].passes(others)]
        for value in values:
            wanted = sum(value in entry.values[facet] for entry in counted)
            assert counts.get(facet, {}).get(value, 0) == wanted, (filters, facet, value)


@settings(
    max_examples=15,
    suppress_health_check=[*HealthCheck],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an index a try: shrinking takes long
)
@given(collections(), st.lists(questions(), min_size=10, max_size=25))
def test_answers_are_those_of_going_through_all_texts(
    made: tuple[list[Made], list[Made]], asked: list[Asked]
) -> None:
    before, after = made
    with TemporaryDirectory() as name:
        folder = Path(name) / "index"
        build_index(folder, documents(before), [], "before", len(before), unreported)
        with closing(Searcher(open_index(folder, "before"))) as searcher:
            check(searcher, before, asked)
        if not after:
            return
        keys = sorted(entry.id for entry in after)
        with _however_much_changed():
            update_index(folder, texts_of([*documents(after)]), keys, [], "after", unreported)
        with closing(Searcher(open_index(folder, "after"))) as searcher:
            check(searcher, after, asked)


class _however_much_changed:  # noqa: N801  # reads as a clause of the test
    """So small a collection is otherwise built anew at once."""

    def __enter__(self) -> None:
        self._usual = updating._REPLACED
        updating._REPLACED = 100.0

    def __exit__(self, *_: object) -> None:
        updating._REPLACED = self._usual
