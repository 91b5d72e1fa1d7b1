"""The filter options that several commands share, and what their values may be."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from fieldcat.domain.query import Filters, Query, merged
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.browsing import Casebook, known_values, meant, read_typed

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
    Facet.SAVED: "kept, or noted: what you saved",
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


def asked(casebook: Casebook, typed: str, options: Mapping[str, tuple[str, ...]]) -> Query:
    """The query that a line of words and filters asks for, together with the options.

    Raises:
        click.UsageError: an option has a value that no entry could ever have. In the line such a
            value is read as words.
    """
    line = read_typed(casebook, line=typed)
    return Query(line.words, merged(chosen(casebook, options), line.filters))


def _values(casebook: Casebook, facet: Facet, typed: str) -> frozenset[str]:
    """The facet's values that one typed word means: several for a span of years."""
    found = meant(casebook, facet=facet, typed=typed)
    if not found and facet is Facet.YEAR:
        raise click.UsageError(f"--year takes a year or a span such as 2020..2024, not «{typed}».")
    if not found:
        raise click.UsageError(f"--{facet} knows no «{typed}».{_hint(casebook, facet, typed)}")
    return found


def _hint(casebook: Casebook, facet: Facet, typed: str) -> str:
    known = known_values(casebook, facet=facet)
    by_name = {label.casefold(): value for value, label in known.items()}
    by_name |= {value.casefold(): value for value in known}
    near = difflib.get_close_matches(typed.casefold(), by_name, n=3)
    if near:
        return f" Did you mean {' or '.join(by_name[name] for name in near)}?"
    return "" if len(known) > 12 else f" Known: {', '.join(sorted(known))}."
