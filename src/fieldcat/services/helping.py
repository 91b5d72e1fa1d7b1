"""Help services by country: where to turn to, and which of them somebody has called."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import cast

from fieldcat.domain.entry import EntryId, HelpService, Kind
from fieldcat.domain.places import WORLD, country_name, regions_of
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
    """All countries that the casebook knows anything of, by name, with their help services."""
    every = browsing.find(casebook, query=Query(limit=1)).facets[Facet.COUNTRY]
    helping = browsing.find(casebook, query=Query(filters={Facet.KIND: _HELP}, limit=1))
    counts = {found.value: found.count for found in helping.facets[Facet.COUNTRY]}
    named = (
        HelpCountry(found.value, country_name(found.value, language), counts.get(found.value, 0))
        for found in every
    )
    return tuple(sorted(named, key=lambda one: one.name.casefold()))


def help_for(casebook: Casebook, data: UserData, *, country: str) -> HelpFor:
    """The help services of a country, those that can be called first, and those across borders."""
    own = _places(casebook, data, Facet.COUNTRY, (country,))
    around = (*regions_of(country), WORLD)
    beyond = tuple(
        place for place in _places(casebook, data, Facet.REGION, around) if not place.head.countries
    )
    return HelpFor(country, own, beyond)


def confirm(data: UserData, *, entry_id: EntryId, day: date | None) -> None:
    """Keep that a service was called on a day and works; None forgets it."""
    data.set_preference(f"{_CHECKED}{entry_id}", "" if day is None else day.isoformat())


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


def _reachable(place: HelpPlace) -> int:
    types = {channel.type for channel in place.service.channels}
    return 0 if "telephone" in types else 1 if types else 2


def _checked(data: UserData, entry_id: EntryId) -> date | None:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(data.preference(f"{_CHECKED}{entry_id}", ""))
    return None
