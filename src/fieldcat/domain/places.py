"""Countries (ISO 3166-1 alpha-2) and regions (UN M49): their names, and what lies in what.

The table comes with the program: ``resources/places/places.json``, made by
``tools/make_places.py``; their names are in ``domain/naming.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from fieldcat.domain.naming import Named, name_of
from fieldcat.resources import resource

WORLD = "001"


class _Table(TypedDict):
    """Each code with the regions that it lies in, widest first, without the world."""

    countries: dict[str, list[str]]
    regions: dict[str, list[str]]


@cache
def _table() -> _Table:
    table: _Table = json.loads(resource("places", "places.json").read_text(encoding="utf-8"))
    return table


@cache
def country_codes() -> frozenset[str]:
    """All codes of countries."""
    return frozenset(_table()["countries"])


@cache
def region_codes() -> frozenset[str]:
    """All codes of regions, the world included."""
    return frozenset(_table()["regions"])


def country_name(code: str, language: str = "en") -> str:
    """A country's name, in English where the language has none; an unknown code stays as it is."""
    return name_of(Named.COUNTRIES, code, language)


def region_name(code: str, language: str = "en") -> str:
    """A region's name, in English where the language has none; an unknown code stays as it is."""
    return name_of(Named.REGIONS, code, language)


def regions_of(code: str) -> tuple[str, ...]:
    """The regions that a country lies in, widest first, without the world; none if unknown."""
    return tuple(_table()["countries"].get(code, ()))


def regions_around(code: str) -> tuple[str, ...]:
    """The regions that a region lies in, widest first, without the world; none if unknown."""
    return tuple(_table()["regions"].get(code, ()))


def all_regions(regions: Iterable[str], countries: Iterable[str]) -> tuple[str, ...]:
    """The given regions, those around them and those of the countries, each once, in order of code.

    The world is among them only where it is given: else it would hold everything and say nothing.
    """
    found: set[str] = set()
    for region in regions:
        found |= {region, *regions_around(region)}
    for country in countries:
        found.update(regions_of(country))
    return tuple(sorted(found))
