"""What a typed word means as a value of a facet: its id, or what it is called in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from fieldcat.domain.query_line import LONGEST_SPAN
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.analysis import fold
from fieldcat.services.labels import Labels

_SPAN = re.compile(r"(\d{4})?\s*(?:\.\.|…|–|-)\s*(\d{4})?")
_BEGUN = re.compile(r"(\d{4})(\.|(?:\.\.|…|–|-)\d{0,3})?")
_SIGNS = re.compile(r"\W+")
_NOBODYS: frozenset[str] = frozenset()


class Meanings:
    """Knows the values of one casebook by all their names, without accents, signs and case.

    ``there`` gives the values of a facet that entries have. What values are called is gathered
    when a facet is first asked for: that takes some milliseconds.
    """

    def __init__(self, labels: Labels, there: Callable[[Facet], Sequence[str]]) -> None:
        self._labels = labels
        self._there = there
        self._by_name: dict[Facet, Mapping[str, frozenset[str]]] = {}

    def of(
        self,
        facet: Facet,
        typed: str,
        *,
        begun: bool = False,
        also: Mapping[str, str] | None = None,
    ) -> frozenset[str]:
        """The values that a word means; none where it is no value's id or name.

        Of years a span means several; with ``begun`` it may still be unfinished. ``also`` gives
        further names of kinds.
        """
        if facet is Facet.YEAR:
            return self._years(typed.strip(), begun=begun)
        name = _bare(typed)
        if not name:
            return _NOBODYS
        named = self._named(facet)
        # An id as it stands before all that only folds to the same.
        found = named.get(typed) or named.get(name, _NOBODYS)
        if not found and facet is Facet.KIND and also:
            found = frozenset(kind for words, kind in also.items() if _bare(words) == name)
        return found

    def _named(self, facet: Facet) -> Mapping[str, frozenset[str]]:
        if facet not in self._by_name:
            self._by_name[facet] = self._gathered(facet)
        return self._by_name[facet]

    def _gathered(self, facet: Facet) -> dict[str, frozenset[str]]:
        by_label: dict[str, set[str]] = {}
        by_slug: dict[str, set[str]] = {}
        ids: dict[str, set[str]] = {value: {value} for value in self._there(facet)}
        for value, label in self._labels.names(facet):
            by_label.setdefault(_bare(label), set()).add(value)
            # Of an entry's id the last part will do: «red-papaz».
            by_slug.setdefault(_bare(value.rpartition("/")[2]), set()).add(value)
            ids.setdefault(value, set()).add(value)
        by_id: dict[str, set[str]] = {}
        for value in ids:
            by_id.setdefault(_bare(value), set()).add(value)
        # What is an id of one value and a name of another is the id.
        names = {**by_label, **by_slug, **by_id, **ids}
        return {name: frozenset(values) for name, values in names.items() if name}

    def _years(self, typed: str, *, begun: bool) -> frozenset[str]:
        if re.fullmatch(r"\d{4}", typed):
            return _span(int(typed), int(typed))
        ends = _SPAN.fullmatch(typed)
        if ends and (ends[1] or ends[2]):
            return self._between(ends[1], ends[2])
        unfinished = _BEGUN.fullmatch(typed) if begun else None
        if unfinished is None:
            return _NOBODYS
        if unfinished[2] == ".":
            return _span(int(unfinished[1]), int(unfinished[1]))
        return self._between(unfinished[1], None)

    def _between(self, first: str | None, last: str | None) -> frozenset[str]:
        """A span of years; where it has no beginning or no end, those of the casebook."""
        if first and last:
            low, high = sorted((int(first), int(last)))
            if high - low < LONGEST_SPAN:
                return _span(low, high)
        else:
            low, high = int(first or 0), int(last or 9999)
        years = [int(year) for year in self._there(Facet.YEAR) if year.isdecimal()]
        oldest = min(years, default=low)
        newest = max(years, default=datetime.now(UTC).year)
        found = _span(max(low, oldest), min(high, newest))
        # A span beyond all entries is a filter all the same: there is nothing in it.
        return found or _span(int(first or last or 0), int(first or last or 0))


def _bare(text: str) -> str:
    """A name without accents, signs, spaces and case."""
    folded = fold(text)
    return _SIGNS.sub("", folded) if folded.isascii() else folded


def _span(first: int, last: int) -> frozenset[str]:
    return frozenset(f"{year:04}" for year in range(first, last + 1))
