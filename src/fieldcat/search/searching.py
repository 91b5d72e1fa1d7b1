"""Finding: from what was typed to the entries that it means, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from fieldcat.domain.searching import Match, Matches
from fieldcat.errors import CancelledError, IndexUnusableError
from fieldcat.search import spelling
from fieldcat.search.analysis import Word, folded_words
from fieldcat.search.documents import title_term
from fieldcat.search.index import Index
from fieldcat.search.planning import AnyOf, Clause, InARow, Plan, Planner, Way, marked
from fieldcat.search.request import read_request
from fieldcat.search.scoring import Scorer, Scores

ENOUGH = 0.5
"""Share of a sentence's weight that makes an entry a full match."""

ROW_BONUS = 1.5
TITLE_ROW_BONUS = 3.0
"""What it is worth that the words stand in a row as they were typed, stop words included."""

_LONGEST_ROW = 8
_ANSWERS_KEPT = 16
_MISSPELT_WEIGHT = 0.8
_SHORTEST_IN_SENTENCE = 5


@dataclass(frozen=True, slots=True)
class _Answered:
    """A clause with the entries that meet it."""

    clause: Clause
    scores: Scores


class Searcher:
    """Searches one open index; any thread may ask, one is served at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._scorer = Scorer(index)
        self._planner = Planner(index)
        self._lock = Lock()
        self._closed = False
        self._answers = lru_cache(maxsize=_ANSWERS_KEPT)(self._match)
        # What one query has looked up: its clauses share words and phrases.
        self._looked_up: dict[frozenset[str] | tuple[str, ...], Scores] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the collection as BCP 47 tags, the commonest first."""
        return self._index.languages

    def match(self, text: str, *, words_stand_alone: bool = False) -> Matches:
        """All entries that the words find.

        The last word may be the beginning of a longer one unless a space follows it, or
        ``words_stand_alone``. No text is an error: what is no query is read as plain words.

        Raises:
            IndexUnusableError: the index turned out to be damaged; it does not open again.
            CancelledError: the searcher was closed, which says nothing about the index.
        """
        with self._lock:
            if self._closed:
                raise CancelledError("the searcher is closed")
            try:
                return self._answers(text, words_stand_alone)
            except IndexUnusableError:
                self._index.condemn()
                raise

    def close(self) -> None:
        """Let go of the index's files; doing so twice is no fault."""
        with self._lock:
            self._closed = True
            self._answers.cache_clear()
            self._index.close()

    def _match(self, text: str, words_stand_alone: bool) -> Matches:
        self._looked_up.clear()
        request = read_request(text, words_stand_alone=words_stand_alone)
        plan = self._planner.plan(request)
        answered = [_Answered(clause, self._meeting(clause)) for clause in plan.clauses]
        respelt = self._respell(plan, answered)
        suggestion = _suggestion(request.text, respelt) if respelt else None
        meant = folded_words(suggestion or request.text)
        full, partial = self._ranked(plan, answered, meant)
        stems, rows = marked(plan)
        return Matches(
            full=full,
            partial=partial,
            suggestion=suggestion,
            stems=stems,
            prefix=plan.prefix,
            phrases=rows,
        )

    def _meeting(self, clause: Clause) -> Scores:
        """The entries that meet a clause, each scored by the best way and the best synonym."""
        met = self._best(clause.ways)
        for number, score in self._best(clause.synonyms).items():
            met[number] = met.get(number, 0.0) + score
        return met

    def _best(self, ways: Iterable[Way]) -> dict[int, float]:
        best: dict[int, float] = {}
        for way in ways:
            for number, score in self._found(way).items():
                weighted = way.weight * score
                if weighted > best.get(number, 0.0):
                    best[number] = weighted
        return best

    def _found(self, way: Way) -> Scores:
        match way:
            case AnyOf(stems):
                return self._any_of(stems)
            case InARow(words):
                return self._in_a_row(words)

    def _any_of(self, stems: frozenset[str]) -> Scores:
        found = self._looked_up.get(stems)
        if found is None:
            found = self._looked_up[stems] = self._scorer.any_of(stems)
        return found

    def _in_a_row(self, words: tuple[str, ...]) -> Scores:
        found = self._looked_up.get(words)
        if found is None:
            found = self._looked_up[words] = self._scorer.row(words)[0]
        return found

    def _respell(self, plan: Plan, answered: list[_Answered]) -> Mapping[Word, str]:
        """Put near words in for those that stand nowhere; gives what was put in for what."""
        respelt: dict[Word, str] = {}
        for place, (clause, scores) in enumerate((one.clause, one.scores) for one in answered):
            if scores or clause.word is None:
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
                answered[place] = _Answered(clause, self._meeting(clause))
                respelt[clause.word] = " ".join(map(self._index.words.spelling, near))
        return respelt

    def _nearest(self, typed: str) -> tuple[str, ...]:
        """The word, or two that were written as one, that was most likely meant."""
        near = spelling.nearest(typed, self._index.words)
        if near and spelling.distance(typed, near, 1) == 1:
            return (near,)
        halves = spelling.halves(typed, self._index.words)
        if halves and self._found(InARow(halves)):
            return halves
        return (near,) if near else ()

    def _ranked(
        self, plan: Plan, answered: Sequence[_Answered], meant: tuple[str, ...]
    ) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """Full and partial matches, best first."""
        met = [one for one in answered if one.scores]
        weights = [self._scorer.rarity(len(one.scores)) for one in met]
        scores: dict[int, float] = {}
        coverage: dict[int, float] = {}
        for one, weight in zip(met, weights, strict=True):
            for number, score in one.scores.items():
                scores[number] = scores.get(number, 0.0) + score
                coverage[number] = coverage.get(number, 0.0) + weight
        complete = self._complete(plan, answered)
        if plan.sentence:
            needed = ENOUGH * sum(weights)
            complete = {number for number in complete if coverage[number] >= needed}
            whole = sum(weights) or 1.0
            scores = {number: score * coverage[number] / whole for number, score in scores.items()}
        if 1 < len(meant) <= _LONGEST_ROW:
            anywhere, titled = self._scorer.row(meant)
            for number in anywhere.keys() & scores.keys():
                scores[number] *= TITLE_ROW_BONUS if number in titled else ROW_BONUS
        for number, score in self._any_of(frozenset({title_term(meant)})).items():
            if number in scores:
                scores[number] += score
                complete.add(number)
        full = (Match(number, scores[number]) for number in complete)
        partial = (Match(number, scores[number]) for number in scores.keys() - complete)
        return (
            tuple(sorted(full, key=lambda match: (-match.score, match.number))),
            tuple(
                sorted(
                    partial,
                    key=lambda match: (-coverage[match.number], -match.score, match.number),
                )
            ),
        )

    def _complete(self, plan: Plan, answered: Iterable[_Answered]) -> set[int]:
        """Entries that meet all that must be met: every clause, in a sentence its quotations."""
        required = [
            one.scores.keys() for one in answered if not plan.sentence or one.clause.word is None
        ]
        if required:
            return set.intersection(*map(set, required))
        return {number for one in answered for number in one.scores}


def _suggestion(text: str, respelt: Mapping[Word, str]) -> str:
    """The text with near words in the place of misspelt ones."""
    parts = []
    end = 0
    for word, near in sorted(respelt.items(), key=lambda item: item[0].start):
        parts += [text[end : word.start], near.title() if word.text.istitle() else near]
        end = word.end
    return "".join([*parts, text[end:]]).strip()
