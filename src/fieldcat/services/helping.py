"""Help services by country: where to turn to, and which of them somebody has called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import count, islice
from typing import cast

from fieldcat.domain.entry import Entry, EntryId, Head, HelpService, Kind
from fieldcat.domain.help_languages import Answers, answers_in
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
_PAGE = 200
"""Heads that are asked for at once."""
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


def help_for(casebook: Casebook, data: UserData, *, country: str, language: str = "") -> HelpFor:
    """The help services of a country, those that can be called first, and those across borders.

    ``country`` may be a region as well; services for a country alone are not among its own. Of
    equals those come first that answer in the ``language``, and those that are known not to, last.
    """
    own = services_of(casebook, country=country, language=language)
    around = regions_around(country) if country in region_codes() else regions_of(country)
    beyond = _across(casebook, (*around, WORLD), language)
    others = (one for one in beyond if one not in own)
    return HelpFor(country, _places(own, data), _places(others, data))


def services_of(casebook: Casebook, *, country: str, language: str = "") -> tuple[Entry, ...]:
    """The help services of a country, or of a region alone, in the order of ``help_for``."""
    if country in region_codes():
        return _across(casebook, (country,), language)
    return _read(casebook, _found(casebook, Facet.COUNTRY, (country,)), language)


def confirm(data: UserData, *, entry_id: EntryId, day: date | None) -> None:
    """Keep that a service was called on a day and works; None forgets it."""
    data.set_preference(f"{_CHECKED}{entry_id}", "" if day is None else day.isoformat())


def _regions(casebook: Casebook, language: str) -> tuple[HelpCountry, ...]:
    heads = (head for head in _found(casebook) if not head.countries)
    counts = Counter(region for head in heads for region in head.regions)
    named = (HelpCountry(code, region_name(code, language), many) for code, many in counts.items())
    # The world last: whoever looks for help looks nearer first.
    return tuple(sorted(named, key=lambda one: (one.code == WORLD, one.name.casefold())))


def _across(casebook: Casebook, regions: tuple[str, ...], language: str) -> tuple[Entry, ...]:
    found = _found(casebook, Facet.REGION, regions)
    return _read(casebook, (one for one in found if not one.countries), language)


def _found(
    casebook: Casebook, facet: Facet | None = None, values: tuple[str, ...] = ()
) -> Iterator[Head]:
    """The heads of all help services with one of the values, by title, a page at a time.

    All of them: a service for a region lies among those of each country in it.
    """
    filters = {Facet.KIND: _HELP} | ({facet: frozenset(values)} if facet is not None else {})
    for start in count(0, _PAGE):
        query = Query(filters=filters, sort=Sort.TITLE, limit=_PAGE, offset=start)
        hits = browsing.find(casebook, query=query).hits
        yield from (hit.head for hit in hits)
        if len(hits) < _PAGE:
            return


def _read(casebook: Casebook, heads: Iterable[Head], language: str) -> tuple[Entry, ...]:
    found = (browsing.read_entry(casebook, entry_id=head.id) for head in islice(heads, _MOST))
    return tuple(sorted(found, key=lambda entry: _reachable(entry, language)))


def _reachable(entry: Entry, language: str) -> tuple[bool, int, bool, bool]:
    """What can be called first; of equals, what is for anybody before what asks for care."""
    service = cast("HelpService", entry.part)
    types = {channel.type for channel in service.channels}
    answers = answers_in(service, language)
    return (
        answers is Answers.NO,
        0 if "telephone" in types else 1 if types else 2,
        answers is not Answers.YES,
        bool(entry.head.sensitive),
    )


def _places(services: Iterable[Entry], data: UserData) -> tuple[HelpPlace, ...]:
    return tuple(
        HelpPlace(one.head, cast("HelpService", one.part), _checked(data, one.id))
        for one in services
    )


def _checked(data: UserData, entry_id: EntryId) -> date | None:
    with suppress(ValueError, TypeError):
        return date.fromisoformat(data.preference(f"{_CHECKED}{entry_id}", ""))
    return None
