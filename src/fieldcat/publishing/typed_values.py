"""Dates, countries and yes or no as people type them into spreadsheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from fieldcat.domain.naming import languages
from fieldcat.domain.places import country_codes, country_name, region_codes, region_name

First = Literal["day", "month"]

_MONTHS = (
    ("january", "enero", "janvier", "janeiro", "januari"),
    ("february", "febrero", "février", "fevereiro", "februari"),
    ("march", "marzo", "mars", "março", "machi"),
    ("april", "abril", "avril", "abril", "aprili"),
    ("may", "mayo", "mai", "maio", "mei"),
    ("june", "junio", "juin", "junho", "juni"),
    ("july", "julio", "juillet", "julho", "julai"),
    ("august", "agosto", "août", "agosto", "agosti"),
    ("september", "septiembre", "septembre", "setembro", "septemba"),
    ("october", "octubre", "octobre", "outubro", "oktoba"),
    ("november", "noviembre", "novembre", "novembro", "novemba"),
    ("december", "diciembre", "décembre", "dezembro", "desemba"),
)
"""In English, Spanish, French, Portuguese, Swahili."""
_ISO_LIKE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:\d\d(?::\d\d)?.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
_WORDED = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th|º|\.)?\s*(?:of\s|de\s|-)?\s*)?(?P<month>[^\W\d_]{3,})\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?\s*(?:,|of\s|de\s|del\s|-)?\s*(?P<year>\d{4})",
    re.I,
)
_ALIASES = {
    "usa": "US", "u.s.a.": "US", "u.s.": "US", "united states of america": "US",
    "uk": "GB", "u.k.": "GB", "great britain": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "northern ireland": "GB", "uae": "AE", "u.a.e.": "AE", "south korea": "KR",
    "republic of korea": "KR", "north korea": "KP", "russia": "RU", "russian federation": "RU",
    "ivory coast": "CI", "cote d'ivoire": "CI", "côte d’ivoire": "CI", "cape verde": "CV",
    "czech republic": "CZ", "swaziland": "SZ", "burma": "MM", "macedonia": "MK", "drc": "CD",
    "dr congo": "CD", "democratic republic of the congo": "CD", "congo-kinshasa": "CD",
    "republic of the congo": "CG", "congo-brazzaville": "CG", "turkey": "TR", "türkiye": "TR",
    "viet nam": "VN", "lao pdr": "LA", "bolivia (plurinational state of)": "BO",
    "venezuela (bolivarian republic of)": "VE", "iran (islamic republic of)": "IR",
    "syrian arab republic": "SY", "united republic of tanzania": "TZ",
    "republic of moldova": "MD", "brunei darussalam": "BN", "timor-leste": "TL",
    "east timor": "TL", "the gambia": "GM", "the netherlands": "NL", "holland": "NL",
    "palestine": "PS", "state of palestine": "PS", "kosovo": "XK", "the philippines": "PH",
}  # fmt: skip
_YES = frozenset({"yes", "y", "true", "1", "x", "si", "sí", "oui", "sim", "ndiyo"})
_NO = frozenset({"no", "n", "false", "0", "non", "não", "hapana"})


def read_day(typed: str, *, first: First | None = None) -> str:
    """A date as ISO 8601 (day, month or year), or nothing where it is none or can be read two ways.

    ``3/4/2024`` can be; ``first`` says whether the day or the month stands first. ``25/4/2024``
    tells itself.
    """
    text = " ".join(typed.split()).strip(" .")
    if re.fullmatch(r"\d{4}", text):
        return _iso(int(text))
    if match := _ISO_LIKE.fullmatch(text):
        return _iso(*(int(part) for part in match.groups() if part))
    if match := _DAY_FIRST.fullmatch(text):
        one, other, year = (int(part) for part in match.groups())
        if one > 12 or other > 12 or one == other:
            return _iso(year, other, one) if one > 12 else _iso(year, one, other)
        if first is None:
            return ""
        return _iso(year, other, one) if first == "day" else _iso(year, one, other)
    if match := _MONTH_YEAR.fullmatch(text):
        return _iso(int(match[2]), int(match[1]))
    if match := _WORDED.fullmatch(text):
        month = _month(match["month"])
        found = match["before"] or match["after"]
        if month and not (match["before"] and match["after"]):
            return _iso(int(match["year"]), month, *((int(found),) if found else ()))
    return ""


def ambiguous_day(typed: str) -> bool:
    """Whether a date could be read with the day first or with the month first."""
    return bool(read_day(typed, first="day")) and not read_day(typed)


def read_country(typed: str) -> str:
    """The ISO 3166-1 code of a country by its code or name in any language known; or nothing."""
    text = " ".join(typed.split())
    if len(text) == 2 and text.upper() in country_codes():
        return text.upper()
    return _countries().get(text.casefold().replace("’", "'"), "")


def read_region(typed: str) -> str:
    """The UN M49 code of a region by its code or name in any language known; or nothing."""
    text = " ".join(typed.split())
    if text.isdigit() and text.zfill(3) in region_codes():
        return text.zfill(3)
    return _regions().get(text.casefold(), "")


def read_flag(typed: str) -> str:
    """``true`` or ``false``; nothing where it is neither."""
    word = typed.strip().casefold()
    return "true" if word in _YES else "false" if word in _NO else ""


@cache
def _countries() -> Mapping[str, str]:
    names = {
        country_name(code, language).casefold().replace("’", "'"): code
        for language in reversed(languages())
        for code in sorted(country_codes())
    }
    return names | {name.replace("’", "'"): code for name, code in _ALIASES.items()}


@cache
def _regions() -> Mapping[str, str]:
    return {
        region_name(code, language).casefold(): code
        for language in reversed(languages())
        for code in sorted(region_codes())
    }


@cache
def _months() -> Mapping[str, int]:
    """Months by their names and the beginnings of those, where they can mean one month only."""
    begun: dict[str, set[int]] = defaultdict(set)
    whole: dict[str, int] = {}
    for number, words in enumerate(_MONTHS, 1):
        for word in words:
            whole[word] = number
            for length in (3, 4):
                begun[word[:length]].add(number)
    return {word: min(numbers) for word, numbers in begun.items() if len(numbers) == 1} | whole


def _month(word: str) -> int:
    return _months().get(word.casefold(), 0)


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])
