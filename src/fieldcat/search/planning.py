"""From what was typed to what is looked up: clauses, each of which may be met in several ways.

network scale-up      network | (scaleup or «scale up»)
c sema                c or csema | sema or csema
csam tanz             csam or «child sexual abuse material» | tanz or any word beginning with it
hotline OR helpline   hotline or helpline
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from fieldcat.domain.searching import Synonym
from fieldcat.search.analysis import Word, apart, folded_words
from fieldcat.search.fields import LONGEST_BEGINNING
from fieldcat.search.index import Index
from fieldcat.search.phrases import PhraseTable
from fieldcat.search.request import Request
from fieldcat.search.stemming import Stemming
from fieldcat.search.stopwords import stop_words_for

SENTENCE = 4
"""Words that count from which a query is a sentence: best match, where fewer must all be met."""

PREFIX_WEIGHT = 0.5
SYNONYM_WEIGHT = 0.4
JOINED_WEIGHT = 0.9

_LONGEST_RUN = 4
_SHORTEST_JOINED = 5
_MARKED_COMPLETIONS = 50
"""Completions of a prefix up to which their other inflections are marked too."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met by any of the stems."""

    stems: frozenset[str]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class InARow:
    """Met by the words one after the other, as they are written."""

    words: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Met by any word that begins so, with up to ``LONGEST_BEGINNING`` letters."""

    letters: str
    weight: float = 1.0


Way = AnyOf | InARow | Beginning


@dataclass(slots=True)
class Clause:
    """One thing that was asked for, met in any way or by any synonym; both at once count more.

    ``word`` is what was typed, None for a phrase in quotes and for one thing or another.
    ``quoted``: it must be met even in a sentence.
    """

    word: Word | None
    ways: list[Way] = field(default_factory=list)
    synonyms: list[Way] = field(default_factory=list)
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked up. ``sentence``: the best match counts, not that all clauses are met.

    What meets any of ``excluded`` is no hit.
    """

    clauses: tuple[Clause, ...]
    sentence: bool
    prefix: str
    excluded: tuple[Way, ...] = ()


class Planner:
    """Plans queries for one index."""

    def __init__(self, index: Index) -> None:
        self._words = index.words
        self._languages = index.languages
        self._stemming = Stemming(index.languages)
        self._synonyms: PhraseTable[Synonym] = PhraseTable(
            ((text, synonym) for synonym in index.synonyms for text in synonym.words),
            self._stemming,
        )

    def plan(self, request: Request) -> Plan:
        """What a request looks up."""
        telling = self._telling(request)
        sentence = request.question or _is_sentence(request, telling)
        if sentence:
            request = _taken_apart(request)
            telling = self._telling(request)
        clauses = [Clause(word, self._own_ways(word)) for word in telling]
        by_start = {clause.word.start: clause for clause in clauses if clause.word}
        either = frozenset().union(*request.alternatives)
        self._add_joined([word for word in request.words if word.start not in either], by_start)
        self._add_synonyms(request.words, by_start)
        prefix = self._add_prefix(request.open, by_start)
        for phrase in request.phrases:
            clause = Clause(None, [InARow(phrase.words)], quoted=True)
            clauses.append(clause)
            by_start[phrase.start] = clause
        for starts in request.alternatives:
            _join([by_start[start] for start in sorted(starts & by_start.keys())], clauses)
        return Plan(
            clauses=tuple(clauses),
            sentence=sentence,
            prefix=prefix,
            excluded=tuple(map(self._excluding, request.excluded)),
        )

    def stems(self, word: str) -> frozenset[str]:
        """The stems of a folded word in every language of the collection."""
        return self._stemming.all(word)

    def _telling(self, request: Request) -> list[Word]:
        """The words that say what is looked for; all of them if all are stop words."""
        parts = [{part.folded for part in word.forms.parts} for word in request.words]
        stops = stop_words_for(set().union(*parts), self._languages)
        telling = [word for word, own in zip(request.words, parts, strict=True) if not own <= stops]
        return telling or ([] if request.phrases else list(request.words))

    def _own_ways(self, word: Word) -> list[Way]:
        parts = tuple(part.folded for part in word.forms.parts)
        if len(parts) == 1:
            return [AnyOf(self.stems(parts[0]))]
        return [AnyOf(self.stems(word.forms.joined)), InARow(parts)]

    def _add_joined(self, words: Sequence[Word], clauses: dict[int, Clause]) -> None:
        """Words that the collection writes as one: «c sema», «chat bot»."""
        for run in _runs(words):
            joined = "".join(part.folded for word in run for part in word.forms.parts)
            if len(joined) >= _SHORTEST_JOINED and joined in self._words:
                for word in run:
                    if word.start in clauses:
                        # All words of the run together weigh as much as the one word.
                        way = AnyOf(self.stems(joined), JOINED_WEIGHT / len(run))
                        clauses[word.start].ways.append(way)

    def _add_synonyms(self, words: Sequence[Word], clauses: dict[int, Clause]) -> None:
        """What the glossary says is the same, for the words that name it."""
        parts = [(part.folded, word.start) for word in words for part in word.forms.parts]
        taken: dict[int, tuple[int, int]] = {}
        for found in self._synonyms.find([folded for folded, _ in parts]):
            starts = {start for _, start in parts[found.start : found.end]} & clauses.keys()
            place = (found.start, found.end)
            if any(taken.get(start, place) != place for start in starts):
                continue  # part of a longer phrase
            taken |= dict.fromkeys(starts, place)
            typed = tuple(folded for folded, _ in parts[found.start : found.end])
            for text in found.meaning.words:
                synonym = folded_words(text)
                if not synonym or synonym == typed:
                    continue
                for start in starts:
                    # Each word of what was typed gets its share, so that all together weigh once.
                    clauses[start].synonyms += self._inflected(
                        synonym, SYNONYM_WEIGHT / len(starts)
                    )

    def _inflected(self, phrase: tuple[str, ...], weight: float) -> Iterator[Way]:
        """A phrase with its last word in every form that the collection has: image, images."""
        *first, last = phrase
        if not first:
            yield AnyOf(self.stems(last), weight)
            return
        stems = self.stems(last)
        beginning = min((stem.partition(":")[2] for stem in stems), key=len)
        for word in {last, *self._words.starting(beginning[: len(last)])}:
            if word == last or not stems.isdisjoint(self._stems_there(word)):
                yield InARow((*first, word), weight)

    def _excluding(self, words: tuple[str, ...]) -> Way:
        return InARow(words) if len(words) > 1 else AnyOf(self.stems(words[0]))

    def _add_prefix(self, word: Word | None, clauses: dict[int, Clause]) -> str:
        """Words that the last one may become; gives the prefix, empty where there is none."""
        clause = clauses.get(word.start) if word else None
        if word is None or clause is None:
            return ""
        prefix = word.forms.joined or word.forms.parts[0].folded
        if len(prefix) <= LONGEST_BEGINNING:
            clause.ways.append(Beginning(prefix, PREFIX_WEIGHT))
        elif stems := self.completions(prefix):
            clause.ways.append(AnyOf(frozenset(stems), PREFIX_WEIGHT))
        return prefix

    def completions(self, prefix: str) -> set[str]:
        """The stems of all words that begin with the prefix, in the languages they stand in."""
        return {stem for word in self._words.starting(prefix) for stem in self._stems_there(word)}

    def _stems_there(self, word: str) -> set[str]:
        return {self._stemming.within(tag)[word] for tag in self._words.languages(word)}


def _join(alternatives: list[Clause], clauses: list[Clause]) -> None:
    """Make one clause of several, met by whatever meets one of them."""
    if len(alternatives) < 2:
        return
    first, *others = alternatives
    for other in others:
        first.ways += other.ways
        first.synonyms += other.synonyms
        clauses[:] = [clause for clause in clauses if clause is not other]
    first.word = None
    first.quoted = all(clause.quoted for clause in alternatives)


def marked(plan: Plan) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """The stems and the rows of words that a reader may mark."""
    stems: set[str] = set()
    rows: set[tuple[str, ...]] = set()
    for clause in plan.clauses:
        for way in (*clause.ways, *clause.synonyms):
            if isinstance(way, InARow):
                rows.add(way.words)
            elif isinstance(way, Beginning):
                continue
            elif way.weight != PREFIX_WEIGHT or len(way.stems) <= _MARKED_COMPLETIONS:
                stems |= way.stems
    return frozenset(stems), frozenset(rows)


def _is_sentence(request: Request, telling: Sequence[Word]) -> bool:
    starts = {word.start for word in telling} | {phrase.start for phrase in request.phrases}
    # What is one or the other counts once.
    repeated = (len(either & starts) - 1 for either in request.alternatives if either & starts)
    return len(starts) - sum(repeated) >= SENTENCE


def _taken_apart(request: Request) -> Request:
    """The same with a word for each part of a word: in a sentence any of them tells something."""
    either = frozenset().union(*request.alternatives)
    taken: list[Word] = []
    last = request.open
    for word in request.words:
        taken += [word] if word.start in either else apart(word)
        if word is request.open:
            last = taken[-1]
    return replace(request, words=tuple(taken), open=last)


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    for length in range(2, _LONGEST_RUN + 1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]
