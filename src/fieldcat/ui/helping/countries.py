"""Which countries «Get help» offers, in which order: one's own, all, those across borders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QLocale, QObject

from fieldcat.domain.places import country_codes, region_codes
from fieldcat.domain.session import SessionLine
from fieldcat.services.offered_training import HelpCountry
from fieldcat.ui.helping.country_list import CountryRow
from fieldcat.ui.helping.wording import place_name
from fieldcat.ui.labels import number
from fieldcat.ui.reader.wording import date_text

_OWN, _OTHERS = 5, 12
"""Countries of one's sessions, and such as the casebook does not know, at the most."""


def own_countries(lines: Iterable[SessionLine], today: date) -> tuple[tuple[str, date | None], ...]:
    """The countries of one's sessions with the day of the nearest: those to come first."""
    found: dict[str, date | None] = {}
    sessions = [line.session for line in lines]
    planned = [one for one in sessions if one.country and not (one.archived or one.template)]
    coming = [one for one in planned if one.day is not None and one.day >= today]
    coming.sort(key=lambda one: one.day or today)
    for session in (*coming, *planned):
        found.setdefault(session.country, session.day if session in coming else None)
    return tuple(found.items())[:_OWN]


def own_language(lines: Iterable[SessionLine], country: str, today: date) -> str:
    """The language of one's nearest session in a country; empty where none has one.

    Where none is to come, it is that of the one that stands first among the ``lines``.
    """
    there = [one.session for one in lines if one.session.country == country]
    planned = [one for one in there if one.language and not (one.archived or one.template)]
    planned.sort(key=lambda one: one.day if one.day is not None and one.day >= today else date.max)
    return planned[0].language if planned else ""


class CountryRows(QObject):
    """Makes the rows of the list."""

    def rows(
        self,
        known: tuple[HelpCountry, ...],
        own: tuple[tuple[str, date | None], ...],
        words: str,
    ) -> tuple[CountryRow, ...]:
        """All countries whose names have the words; with words, also such as nobody knows of."""
        wanted = words.strip().casefold()
        counts = {one.code: one.services for one in known}
        here = [one for one in known if wanted in one.name.casefold()]
        made: list[CountryRow] = []
        if not wanted:
            mine = [self._own(code, day, counts) for code, day in own]
            made += self._under(self.tr("Your sessions"), mine)
        regions = region_codes()
        countries = [self._row(one.code, one.services) for one in here if one.code not in regions]
        made += self._under(self.tr("All countries"), countries)
        if wanted:
            others = [self._row(code, 0) for code in _others(wanted, counts)]
            made += self._under(self.tr("Not in the casebook"), others)
        across = [self._row(one.code, one.services) for one in here if one.code in regions]
        return tuple(made + self._under(self.tr("Across borders"), across))

    def _under(self, heading: str, rows: list[CountryRow]) -> list[CountryRow]:
        return [CountryRow("", heading), *rows] if rows else []

    def _own(self, code: str, day: date | None, counts: dict[str, int]) -> CountryRow:
        row = self._row(code, counts.get(code, 0))
        if day is None:
            return row
        said = date_text(day.isoformat())
        heard = ", ".join((said, row.heard or row.said))
        return CountryRow(code, row.name, said, heard, row.quiet)

    def _row(self, code: str, services: int) -> CountryRow:
        if not services:
            return CountryRow(code, place_name(code), self.tr("none yet"), quiet=True)
        heard = self.tr("%Ln help services", "", services)
        return CountryRow(code, place_name(code), number(services), heard)


def _others(wanted: str, known: dict[str, int]) -> Iterator[str]:
    named = {code: place_name(code) for code in country_codes() if code not in known}
    found = [code for code, name in named.items() if wanted in name.casefold()]
    # Those that begin so stand first.
    found.sort(key=lambda code: (not named[code].casefold().startswith(wanted), named[code]))
    yield from found[:_OTHERS]


def first_of(known: tuple[HelpCountry, ...], own: tuple[tuple[str, date | None], ...]) -> str:
    """The country that is shown first: one's own, the one one lives in, else one with services."""
    codes = {one.code for one in known if one.services and one.code in country_codes()}
    if own:
        return own[0][0]
    here = QLocale.territoryToCode(QLocale.system().territory())
    if here in codes:
        return here
    return next((one.code for one in known if one.code in codes), "")
