"""A search in words, and the name that is proposed for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.labels import facet_title
from fieldcat.ui.widgets.chips import choices

FacetLabel = Callable[[Facet, str], str]
"""The words for one value of a facet."""

_LONGEST_NAME = 60


def search_words(query: Query, label: FacetLabel) -> str:
    """What a search asks: «hotline colombia» · Topic: Reporting abuse · Year: 2022–2024."""
    parts = [f"“{query.text.strip()}”"] if query.text.strip() else []
    for facet, chosen in groupby(choices(query.filters, label), key=lambda choice: choice.facet):
        parts.append(f"{facet_title(facet)}: {', '.join(choice.label for choice in chosen)}")
    return " · ".join(parts)


def proposed_name(query: Query, label: FacetLabel) -> str:
    """A name made of the words and the filters, of 60 letters at most."""
    parts = [query.text.strip()] if query.text.strip() else []
    parts += [choice.label for choice in choices(query.filters, label)]
    name = ", ".join(parts)
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(",") + "…"


def asks_the_same(one: Query, other: Query) -> bool:
    """Whether two searches have the same words and filters, in whatever order they show hits."""
    return _asked(one) == _asked(other)


def _asked(query: Query) -> tuple[str, dict[Facet, frozenset[str]]]:
    filters = {facet: frozenset(values) for facet, values in query.filters.items() if values}
    return " ".join(query.text.split()).casefold(), filters
