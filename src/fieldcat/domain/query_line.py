"""A query as one line of text: its words, and its filters by one key for each facet.

    hotline country:tz                        the filter as it is ticked
    country:tz,ke topic:"Reporting abuse"     any of several values; names of several words
    year:2020..2024   year:2020..             years from and to
    helpline -country:tz                      entries that have not this value

The keys are never translated; what a value may be called is for others to know. Nothing that can be
typed is an error: a key that is none, a value that nobody knows, and whatever stands in quotation
marks are words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet

QUOTES = '"“”„‟«»＂'
"""A quotation opens and closes with any of these: keyboards and languages differ."""

LONGEST_SPAN = 200
"""Years that one span may hold."""

Meant = Callable[[Facet, str, bool], frozenset[str]]
"""The values of a facet that a typed word means, none where nobody knows it.

The flag says that the word is still being typed.
"""

_QUOTED = f"[{QUOTES}][^{QUOTES}]*[{QUOTES}]"
_NOT_CLOSED = f"[{QUOTES}][^{QUOTES}]*$"
_FILTER = re.compile(
    rf"{_QUOTED}"
    rf"|(?<!\S)(?P<minus>[-−–]?)(?P<key>(?ai:{'|'.join(Facet)}))[:：]"
    rf"(?P<values>(?:{_QUOTED}|[^\s{QUOTES}])*(?:{_NOT_CLOSED})?)(?!\S)"
)
_VALUE = re.compile(rf"{_QUOTED}|{_NOT_CLOSED}|[^,{QUOTES}]+")
_YEAR = re.compile(r"[0-9]{4}")
_TO_BE_QUOTED = re.compile(r"[\s,]")
_ALTERNATIVE = re.compile(r"\s*OR\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was read. ``words`` are what is looked for, ``filters`` what narrows it.

    Of a line that is being typed, ``begun`` is what the filter under the cursor says so far; it
    still stands in ``left``, the line without the filters that are finished. ``cursor`` is the
    place in that.
    """

    words: str
    filters: Filters = field(default_factory=dict)
    begun: Filters = field(default_factory=dict)
    left: str = ""
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a text leaves out: its other words, the values, and how these were written."""

    words: str
    values: Filters = field(default_factory=dict)
    signs: str = ""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of a text that something else, mostly nothing, takes the place of."""

    start: int
    end: int
    instead: str = ""


def read_line(line: str, meant: Meant, cursor: int | None = None) -> Line:
    """Take a line apart; ``cursor`` is where it is being typed, None where it is finished.

    A filter that the cursor touches is unfinished: what it does not say yet is no word.
    """
    filters: dict[Facet, frozenset[str]] = {}
    begun: dict[Facet, frozenset[str]] = {}
    of_line: list[_Cut] = []
    of_words: list[_Cut] = []
    for found in _filters(line, minus=False):
        facet = Facet(found["key"].lower())
        typing = cursor is not None and found.start() <= cursor <= found.end()
        known, unknown = _values(facet, found["values"], meant, begun=typing)
        if typing:
            _add(begun, facet, known)
            of_words.append(_whole(line, found, of_words))
        elif known:
            _add(filters, facet, known)
            instead = f"{found['key']}:{','.join(unknown)}" if unknown else ""
            for cuts in (of_line, of_words):
                cuts.append(
                    _Cut(found.start(), found.end(), instead)
                    if instead
                    else _whole(line, found, cuts)
                )
    cursor = len(line) if cursor is None else cursor
    return Line(
        words=_without(line, of_words),
        filters=filters,
        begun=begun,
        left=_without(line, of_line),
        cursor=_moved(cursor, of_line),
    )


def write_line(words: str, filters: Filters) -> str:
    """The line that ``read_line`` reads so: filters first, so that the last word stays the last."""
    parts = [
        f"{facet}:{','.join(_written(facet, values))}"
        for facet in Facet
        if (values := filters.get(facet))
    ]
    return " ".join([*parts, words] if words else parts)


def read_left_out(text: str, meant: Meant) -> LeftOut:
    """Find what a text leaves out: ``-country:tz``.

    As the last word of a text may be the beginning of one, so may the last value: as long as it is
    unknown it leaves nothing out.
    """
    values: dict[Facet, frozenset[str]] = {}
    cuts: list[_Cut] = []
    signs: list[str] = []
    for found in _filters(text, minus=True):
        facet = Facet(found["key"].lower())
        typing = found.end() == len(text)
        known, _ = _values(facet, found["values"], meant, begun=typing)
        if known or typing:
            _add(values, facet, known)
            cuts.append(_whole(text, found, cuts))
            signs.append(found.group())
    return LeftOut(_without(text, cuts), values, " ".join(signs)) if cuts else LeftOut(text)


def has_filter(text: str) -> bool:
    """Whether something in a text looks like a filter, known or not."""
    return any(found["key"] for found in _FILTER.finditer(text))


def _filters(text: str, *, minus: bool) -> Iterator[re.Match[str]]:
    if ":" not in text and "：" not in text:
        return
    for found in _FILTER.finditer(text):
        if found["key"] and bool(found["minus"]) is minus:
            yield found


def _values(
    facet: Facet, typed: str, meant: Meant, *, begun: bool
) -> tuple[frozenset[str], list[str]]:
    """The values that are meant, and the words that nobody knows."""
    known: frozenset[str] = frozenset()
    unknown = []
    for value in _VALUE.findall(typed):
        values = meant(facet, value.strip(QUOTES), begun)
        known |= values
        if not values:
            unknown.append(value)
    return known, unknown


def _add(filters: dict[Facet, frozenset[str]], facet: Facet, values: frozenset[str]) -> None:
    if values:
        filters[facet] = filters.get(facet, frozenset()) | values


def _whole(text: str, found: re.Match[str], before: list[_Cut]) -> _Cut:
    """A whole filter with the space after it, and with an OR that joins it to the one before."""
    start, end = found.span()
    after_filter = before[-1].end if before and not before[-1].instead else 0
    if _ALTERNATIVE.fullmatch(text, after_filter, start):
        start = after_filter
    return _Cut(start, end + text[end : end + 1].isspace())


def _without(text: str, cuts: list[_Cut]) -> str:
    kept = []
    end = 0
    for cut in cuts:
        kept += [text[end : cut.start], cut.instead]
        end = cut.end
    return "".join([*kept, text[end:]])


def _moved(cursor: int, cuts: list[_Cut]) -> int:
    """Where a place in a text is once pieces of it are cut out."""
    gone = 0
    for cut in cuts:
        if cut.start < cursor:
            gone += min(cut.end, cursor) - cut.start - len(cut.instead)
    return max(cursor - gone, 0)


def _written(facet: Facet, values: frozenset[str]) -> Iterator[str]:
    singles = sorted(values)
    if facet is Facet.YEAR:
        for first, last in _spans(singles):
            yield f"{first}..{last}"
        spanned = {
            f"{year:04}"
            for first, last in _spans(singles)
            for year in range(int(first), int(last) + 1)
        }
        singles = [value for value in singles if value not in spanned]
    for value in singles:
        yield f'"{value}"' if _TO_BE_QUOTED.search(value) else value


def _spans(years: list[str]) -> Iterator[tuple[str, str]]:
    """Three years and more that follow each other, as the first and the last of them."""
    run: list[str] = []
    for year in (*filter(_YEAR.fullmatch, years), "end"):
        if run and (year == "end" or int(year) != int(run[-1]) + 1 or len(run) == LONGEST_SPAN):
            if len(run) > 2:
                yield run[0], run[-1]
            run = []
        run.append(year)
