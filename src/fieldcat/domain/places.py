"""Countries (ISO 3166-1 alpha-2) and regions (UN M49), their names, and what lies in what.

The table comes with the program: ``resources/places/places.json``, made by
``tools/make_places.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from fieldcat.resources import resource

WORLD = "001"


class _Country(TypedDict):
    regions: list[str]
    names: dict[str, str]


class _Region(TypedDict):
    within: list[str]
    names: dict[str, str]


class _Table(TypedDict):
    countries: dict[str, _Country]
    regions: dict[str, _Region]


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
    country = _table()["countries"].get(code)
    return _named(country["names"], language) if country else code


def region_name(code: str, language: str = "en") -> str:
    """A region's name, in English where the language has none; an unknown code stays as it is."""
    region = _table()["regions"].get(code)
    return _named(region["names"], language) if region else code


def regions_of(code: str) -> tuple[str, ...]:
    """The regions that a country lies in, widest first, without the world; none if unknown."""
    country = _table()["countries"].get(code)
    return tuple(country["regions"]) if country else ()


def regions_around(code: str) -> tuple[str, ...]:
    """The regions that a region lies in, widest first, without the world; none if unknown."""
    region = _table()["regions"].get(code)
    return tuple(region["within"]) if region else ()


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


def _named(names: dict[str, str], language: str) -> str:
    return names.get(language) or names.get(language.split("-")[0]) or names["en"]
