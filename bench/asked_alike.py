"""What fieldcat looks up for a query, as FTS5 takes it: every word in all forms that there are.

Words are looked for by their stems, in each language of the collection, so that fieldcat finds
more than FTS5 does that is asked for the words as they were typed. Asked for all forms of the same
stems, both have the same to rank, to count and to cut out. FTS5 gets the forms ready made: neither
that nor the stemming counts as its time.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from bench.fts5 import quoted
from fieldcat.search.index import Index
from fieldcat.search.planning import AnyOf, Beginning, Clause, InARow, Planner, Way
from fieldcat.search.request import read_request
from fieldcat.search.stemming import Stemming


class AskedAlike:
    """Puts queries for FTS5 as fieldcat understands them, by the words of an open index."""

    def __init__(self, index: Index) -> None:
        self._planner = Planner(index)
        stemming = Stemming(index.languages)
        self._forms: dict[str, list[str]] = {}
        for word in index.words.words:
            for tag in index.words.languages(word):
                self._forms.setdefault(stemming.within(tag)[word], []).append(word)

    def match(self, typed: str) -> str:
        """The MATCH expression: all that a query asks for, in a sentence any of it.

        A misspelt word is to be given as it was meant.
        """
        plan = self._planner.plan(read_request(typed))
        either = " OR " if plan.sentence else " AND "
        clauses = [met for clause in plan.clauses if (met := self._met(clause))]
        return either.join(f"({met})" for met in clauses) or quoted(typed)

    def _met(self, clause: Clause) -> str:
        ways = [*clause.ways, *clause.synonyms]
        return " OR ".join(dict.fromkeys(chain.from_iterable(map(self._put, ways))))

    def _put(self, way: Way) -> Iterable[str]:
        match way:
            case AnyOf(stems):
                forms = chain.from_iterable(self._forms.get(stem, ()) for stem in stems)
                return map(quoted, sorted(set(forms)))
            case InARow(words):
                return [quoted(" ".join(words))]
            case Beginning(letters):
                return [quoted(letters) + "*"]
