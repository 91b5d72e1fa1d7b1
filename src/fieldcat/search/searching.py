"""Finding: from what was typed to the entries that it means, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, reduce
from math import ceil
from operator import and_, or_
from threading import Lock

from fieldcat.domain.searching import SearchDocument, Sought
from fieldcat.errors import CancelledError, IndexUnusableError
from fieldcat.search import impacts, likeness, matching, planes, spelling
from fieldcat.search.analysis import Word, folded_words
from fieldcat.search.feedback import feedback
from fieldcat.search.gathering import BODY_WEIGHT, TITLE_WEIGHT, usual_level
from fieldcat.search.index import Index
from fieldcat.search.matching import Cancelled, Matches, Met, covered, enough, never
from fieldcat.search.planes import Planes
from fieldcat.search.planning import AnyOf, Beginning, Clause, InARow, Plan, Planner, Way, marked
from fieldcat.search.request import Request, read_request
from fieldcat.search.spellings import spellings
from fieldcat.search.terms import Row, Terms

_LONGEST_ROW = 16
_ANSWERS_KEPT = 4
_REMEMBERED_WORDS = 64
_STRANGE = 3
"""As many unknown words may be half of a sentence in another language."""

_MISSPELT_WEIGHT = 0.8
_SHORTEST_IN_SENTENCE = 5
_MOST_TOGETHER = 4
"""Stems up to which the best of their levels is taken; of more, all their bits together."""

# The level of a phrase that stands once in a text of the usual length, and in a title.
_IN_TEXT = usual_level(BODY_WEIGHT)
_IN_TITLE = usual_level(TITLE_WEIGHT)


class Searcher:
    """Searches one open index; any thread may ask, one is served at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._terms = Terms(index)
        self._planner = Planner(index)
        self._lock = Lock()
        self._closed = False
        # Pages of one answer, and keys that are taken back, ask the same again.
        self._answers: dict[tuple[str, bool], Matches] = {}
        # What one query has looked up: its clauses share phrases.
        self._rows: dict[tuple[str, ...], Row] = {}
        # A word that stands nowhere is asked for again with every letter of the words behind it.
        self._nearest = lru_cache(maxsize=_REMEMBERED_WORDS)(self._looked_up_nearest)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the collection as BCP 47 tags, the commonest first."""
        return self._index.languages

    @property
    def numbers(self) -> Sequence[int]:
        """The catalogue's number of each entry by slot, 0 where there is none."""
        return self._terms.numbers

    def match(
        self, text: str, *, words_stand_alone: bool = False, cancelled: Cancelled = never
    ) -> Matches:
        """All entries that the words find.

        The last word may be the beginning of a longer one unless a space follows it, or
        ``words_stand_alone``. No text is an error: what is no query is read as plain words.

        Raises:
            IndexUnusableError: the index turned out to be damaged; it does not open again.
            CancelledError: the searcher was closed or the question taken back, which says nothing
                about the index.
        """
        key = (text, words_stand_alone)
        with self._looking_up():
            found = self._answers.pop(key, None)
            found = found or self._match(text, words_stand_alone, cancelled)
            self._answers[key] = found
            while len(self._answers) > _ANSWERS_KEPT:
                del self._answers[next(iter(self._answers))]
            return found

    def fed_back(self, matches: Matches, best: Iterable[tuple[float, str, str]]) -> Matches:
        """A question's matches ranked with what its best entries say besides; see ``feedback``.

        ``best`` are ``feedback.BEST`` of them as (score, language, text).

        Raises as ``match`` does.
        """
        own = [way for met in matches.clauses for way in met.ways]
        with self._looking_up():
            return replace(matches, feedback=feedback(self._terms, own, best))

    def like(
        self, document: SearchDocument, shared: Iterable[int], among: int, count: int
    ) -> list[int]:
        """The slots of entries that are like a document, the likest first.

        ``shared`` are sets of entries that have something else in common with it, each of which
        counts as well; only entries ``among`` these are given.

        Raises as ``match`` does.
        """
        with self._looking_up():
            return likeness.like(self._terms, self._index.words, document, shared, among, count)

    def close(self) -> None:
        """Let go of the index's files; doing so twice is no fault."""
        with self._lock:
            self._closed = True
            self._answers.clear()
            self._index.close()

    @contextmanager
    def _looking_up(self) -> Iterator[None]:
        """One at a time, as long as it is open; an index that fails does not open again."""
        with self._lock:
            if self._closed:
                raise CancelledError("the searcher is closed")
            try:
                yield
            except IndexUnusableError:
                self._index.condemn()
                raise

    def _match(self, text: str, words_stand_alone: bool, cancelled: Cancelled) -> Matches:
        self._rows.clear()
        request = read_request(text, words_stand_alone=words_stand_alone)
        plan = self._planner.plan(request)
        met = []
        for clause in plan.clauses:
            if cancelled():
                raise CancelledError("nobody waits for this answer")
            met.append(self._met(clause))
        respelt = self._respell(plan, met)
        # A sentence of which half stands nowhere is in another language, not misspelt.
        strange = len(respelt) >= _STRANGE and 2 * len(respelt) >= len(plan.clauses)
        suggestion = _suggestion(request.text, respelt) if respelt and not strange else None
        stems, rows = marked(plan)
        meanings = _meanings(plan, met, self._terms.rarity(0))
        telling = {meaning: meanings[meaning][1] for meaning in (*stems, *map(" ".join, rows))}
        begin = spellings(telling, plan.prefix, self._index.words)
        sought = Sought(stems, plan.prefix, rows, begin)
        row = self._row_typed(request, suggestion, met)
        excluded = reduce(or_, (planes.present(self._levels(way)) for way in plan.excluded), 0)
        coverage, whole = covered(met)
        anything = reduce(or_, (one.entries for one in met), 0) & ~excluded
        full = _complete(plan, met, coverage, whole) & ~excluded
        # A title typed in full is meant, whatever is missing in it.
        full |= row.whole_title & anything
        return Matches(
            full=full,
            partial=anything & ~full,
            suggestion=suggestion,
            sought=sought,
            clauses=tuple(met),
            coverage=coverage,
            sentence=plan.sentence,
            row=row,
            meanings=meanings,
        )

    def _met(self, clause: Clause) -> Met:
        """The entries that meet a clause, with the levels that each way gives."""
        ways = [self._way(way) for way in clause.ways]
        synonyms = [self._way(way) for way in clause.synonyms]
        entries = 0
        for way in (*ways, *synonyms):
            entries |= planes.present(way.levels)
        return Met(
            entries=entries,
            weight=self._terms.rarity(entries.bit_count()) if entries else 0.0,
            ways=[way for way in ways if way.weight],
            synonyms=[way for way in synonyms if way.weight],
            required=clause.quoted,
        )

    def _way(self, way: Way) -> matching.Way:
        levels = self._levels(way)
        entries = planes.present(levels).bit_count()
        return matching.Way(levels, way.weight * self._terms.rarity(entries) if entries else 0.0)

    def _levels(self, way: Way) -> Planes:
        match way:
            case AnyOf(stems):
                return self._any_of(stems)
            case InARow(words):
                return _of_row(self._row(words))
            case Beginning(letters):
                return self._terms.beginning(letters)

    def _any_of(self, stems: Iterable[str]) -> Planes:
        rows = [levels for stem in stems if any(levels := self._terms.levels(stem))]
        if not rows:
            return ()
        if len(rows) <= _MOST_TOGETHER:
            return reduce(planes.maximum, rows)
        return [reduce(or_, column) for column in zip(*rows, strict=True)]

    def _row(self, words: Sequence[str]) -> Row:
        key = tuple(words)
        found = self._rows.get(key)
        if found is None:
            stems = [self._planner.stems(word) for word in words]
            found = self._rows[key] = self._terms.row(words, stems)
        return found

    def _row_typed(self, request: Request, suggestion: str | None, met: Sequence[Met]) -> Row:
        """Where the words stand as they were typed, stop words included."""
        meant = folded_words(suggestion or request.text)
        if not meant or request.excluded or request.alternatives:
            return Row()
        # Where nothing has all that is telling, nothing has the stop words between it either.
        if not reduce(and_, (one.entries for one in met), ~0):
            return Row()
        if len(meant) == 1:
            return Row(whole_title=self._terms.titled(meant[0], self._planner.stems(meant[0])))
        return self._row(meant) if len(meant) <= _LONGEST_ROW else Row()

    def _respell(self, plan: Plan, met: list[Met]) -> Mapping[Word, str]:
        """Put near words in for those that stand nowhere; gives what was put in for what."""
        respelt: dict[Word, str] = {}
        for place, clause in enumerate(plan.clauses):
            if met[place].entries or clause.word is None:
                continue
            typed = clause.word.forms.joined or clause.word.forms.parts[0].folded
            near = self._nearest(typed)
            # A short word may well be right though it stands nowhere; a sentence has others.
            if near and (len(typed) >= _SHORTEST_IN_SENTENCE or not plan.sentence):
                way: Way = (
                    InARow(near, _MISSPELT_WEIGHT)
                    if len(near) > 1
                    else AnyOf(self._planner.stems(near[0]), _MISSPELT_WEIGHT)
                )
                clause.ways.append(way)
                met[place] = self._met(clause)
                respelt[clause.word] = " ".join(map(self._index.words.spelling, near))
        return respelt

    def _looked_up_nearest(self, typed: str) -> tuple[str, ...]:
        """The word, or two that were written as one, that was most likely meant."""
        near = spelling.nearest(typed, self._index.words)
        if near and spelling.distance(typed, near, 1) == 1:
            return (near,)
        halves = spelling.halves(typed, self._index.words)
        if halves and self._row(halves).anywhere:
            return halves
        return (near,) if near else ()


def _complete(plan: Plan, met: Sequence[Met], coverage: Planes, whole: int) -> int:
    """Entries that have all that must be met: every clause, in a sentence its quotations."""
    required = [one.entries for one in met if not plan.sentence or one.required]
    complete = reduce(and_, required) if required else ~0
    if plan.sentence:
        needed = ceil(whole * enough(len(met)))
        complete &= planes.at_least(coverage, max(1, needed))
    return complete if met else 0


def _meanings(plan: Plan, met: Sequence[Met], rarest: float) -> dict[str, tuple[int, float]]:
    """What a mark in a text stands for: which clause, and how telling that is."""
    meanings: dict[str, tuple[int, float]] = {}
    for place, (clause, one) in enumerate(zip(plan.clauses, met, strict=True)):
        known = (place, one.weight or rarest)
        for way in (*clause.synonyms, *clause.ways):
            match way:
                case AnyOf(stems):
                    meanings |= dict.fromkeys(stems, known)
                case InARow(words):
                    meanings[" ".join(words)] = known
                case Beginning(letters):
                    meanings[letters] = known
    return meanings


def _of_row(row: Row) -> Planes:
    return [
        (row.anywhere if _IN_TEXT >> plane & 1 else 0) & ~row.in_title
        | (row.in_title if _IN_TITLE >> plane & 1 else 0)
        for plane in range(impacts.PLANES)
    ]


def _suggestion(text: str, respelt: Mapping[Word, str]) -> str:
    """The text with near words in the place of misspelt ones."""
    parts = []
    end = 0
    for word, near in sorted(respelt.items(), key=lambda item: item[0].start):
        parts += [text[end : word.start], near.title() if word.text.istitle() else near]
        end = word.end
    return "".join([*parts, text[end:]]).strip()
