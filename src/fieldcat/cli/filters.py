"""The filter options that several commands share, and what their values may be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.browsing import Casebook, known_values

OPTIONS: Mapping[Facet, str] = {
    Facet.KIND: "case-study, help-service, organisation, term, …",
    Facet.COUNTRY: "ISO 3166-1 code or name: CO, Colombia",
    Facet.REGION: "UN M49 code or name: 002, Africa",
    Facet.TOPIC: "such as reporting-abuse",
    Facet.AUDIENCE: "such as parents-and-carers",
    Facet.CAPABILITY: "of the Model National Response, such as hotline",
    Facet.EVIDENCE: "such as survey",
    Facet.YEAR: "such as 2024 or 2020..2024",
    Facet.LANGUAGE: "such as en",
    Facet.COLLECTION: "id of a publisher's collection",
}

Command = TypeVar("Command", bound=Callable[..., Any])


def filter_options(command: Command) -> Command:
    """Add every filter option to a command; each may be given several times."""
    for facet, explained in reversed(list(OPTIONS.items())):
        option = click.option(
            f"--{facet}", facet.value, multiple=True, metavar="VALUE", help=f"{explained}."
        )
        command = option(command)
    return command


def chosen(casebook: Casebook, options: Mapping[str, tuple[str, ...]]) -> Filters:
    """The filters that the options ask for.

    Raises:
        click.UsageError: a value that no entry could ever have.
    """
    filters: dict[Facet, frozenset[str]] = {}
    for facet in OPTIONS:
        values = frozenset(
            value for typed in options[facet.value] for value in _values(casebook, facet, typed)
        )
        if values:
            filters[facet] = values
    return filters


def _values(casebook: Casebook, facet: Facet, typed: str) -> set[str]:
    """The facet's values that one typed word means: several for a span of years."""
    if facet is Facet.YEAR:
        return _years(typed)
    known = known_values(casebook, facet=facet)
    by_name = {label.casefold(): value for value, label in known.items()}
    by_name |= {value.casefold(): value for value in known}
    found = by_name.get(typed.casefold())
    if found is None:
        near = difflib.get_close_matches(typed.casefold(), by_name, n=3)
        hint = f" Did you mean {' or '.join(by_name[name] for name in near)}?" if near else ""
        some = "" if near or len(known) > 12 else f" Known: {', '.join(sorted(known))}."
        raise click.UsageError(f"--{facet} knows no «{typed}».{hint}{some}")
    return {found}


def _years(typed: str) -> set[str]:
    match = re.fullmatch(r"(\d{4})(?:\.\.(\d{4}))?", typed)
    if match is None:
        raise click.UsageError(f"--year takes a year or a span such as 2020..2024, not «{typed}».")
    first, last = int(match[1]), int(match[2] or match[1])
    return {str(year) for year in range(min(first, last), max(first, last) + 1)}
