"""Help services by country: where to turn to, and which of them somebody has called."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date
from typing import cast

from fieldcat.domain.entry import EntryId, HelpService, Kind
from fieldcat.domain.places import (
    WORLD,
    country_name,
    region_codes,
    region_name,
    regions_around,
    regions_of,
)
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.offered_training import HelpCountry, HelpFor, HelpPlace
from fieldcat.storage.user_data import UserData

_MOST = 200
"""Services of a country, and across borders, that are shown at the most."""
_CHECKED = "help.checked."
"""Preferences that begin so have the day on which a service was called, by the entry's id."""
_HELP = frozenset({Kind.HELP_SERVICE.value})


def countries(casebook: Casebook, *, language: str) -> tuple[HelpCountry, ...]:
    """All countries that the casebook knows anything of, by name, with their help services.

    After them come regions, the world among them, that have services for no country alone.
    """
    every = browsing.find(casebook, query=Query(limit=1)).facets[Facet.COUNTRY]
    helping = browsing.find(casebook, query=Query(filters={Facet.KIND: _HELP}, limit=1))
    counts = {found.value: found.count for found in helping.facets[Facet.COUNTRY]}
    named = (
        HelpCountry(found.value, country_name(found.value, language), counts.get(found.value, 0))
        for found in every
    )
    found = tuple(sorted(named, key=lambda one: one.name.casefold()))
    return (*found, *_regions(casebook, language))


def help_for(casebook: Casebook, data: UserData, *, country: str) -> HelpFor:
    """The help services of a country, those that can be called first, and those across borders.

    ``country`` may be a region as well; services for a country alone are not among its own.
    """
    if country in region_codes():
        own = _across(casebook, data, (country,))
        around = regions_around(country)
    else:
        own = _places(casebook, data, Facet.COUNTRY, (country,))
        around = regions_of(country)
    beyond = _across(casebook, data, (*around, WORLD))
    known = {place.head.id for place in own}
    return HelpFor(country, own, tuple(one for one in beyond if one.head.id not in known))


def confirm(data: UserData, *, entry_id: EntryId, day: date | None) -> None:
    """Keep that a service was called on a day and works; None forgets it."""
    data.set_preference(f"{_CHECKED}{entry_id}", "" if day is None else day.isoformat())


def _regions(casebook: Casebook, language: str) -> tuple[HelpCountry, ...]:
    query = Query(filters={Facet.KIND: _HELP}, sort=Sort.TITLE, limit=_MOST)
    heads = (hit.head for hit in browsing.find(casebook, query=query).hits)
    counts = Counter(region for head in heads if not head.countries for region in head.regions)
    named = (
        HelpCountry(code, region_name(code, language), count) for code, count in counts.items()
    )
    # The world last: whoever looks for help looks nearer first.
    return tuple(sorted(named, key=lambda one: (one.code == WORLD, one.name.casefold())))


def _across(casebook: Casebook, data: UserData, regions: tuple[str, ...]) -> tuple[HelpPlace, ...]:
    found = _places(casebook, data, Facet.REGION, regions)
    return tuple(place for place in found if not place.head.countries)


def _places(
    casebook: Casebook, data: UserData, facet: Facet, values: tuple[str, ...]
) -> tuple[HelpPlace, ...]:
    filters = {Facet.KIND: _HELP, facet: frozenset(values)}
    query = Query(filters=filters, sort=Sort.TITLE, limit=_MOST)
    found = (
        browsing.read_entry(casebook, entry_id=hit.head.id)
        for hit in browsing.find(casebook, query=query).hits
    )
    places = [
        HelpPlace(entry.head, cast("HelpService", entry.part), _checked(data, entry.id))
        for entry in found
    ]
    return tuple(sorted(places, key=_reachable))


def _reachable(place: HelpPlace) -> tuple[int, bool]:
    """What can be called first; of equals, what is for anybody before what asks for care."""
    types = {channel.type for channel in place.service.channels}
    return 0 if "telephone" in types else 1 if types else 2, bool(place.head.sensitive)


def _checked(data: UserData, entry_id: EntryId) -> date | None:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(data.preference(f"{_CHECKED}{entry_id}", ""))
    return None
