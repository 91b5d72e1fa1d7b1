"""Make ``resources/places/``: what lies in what, and the names of countries, regions, languages.

Usage: ``python tools/make_places.py`` (needs Babel, a development dependency).

``places.json`` holds the codes: countries by ISO 3166-1 alpha-2, regions and the countries in them
by UN M49 (https://unstats.un.org/unsd/methodology/m49/), written out below. ``names/es.json`` and
its like hold the names in one language each, from the Unicode CLDR by way of Babel; only the
English names of regions are M49's, which say more exactly what is meant. Languages are named that
the CLDR names in all of ``LANGUAGES``. To add a language, add it there and run this again.

M49 leaves out Taiwan, which stands with Eastern Asia here as in the CLDR. ``XK`` (Kosovo) is no
code of ISO 3166-1, which leaves it to its users, but much work happens there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "ar", "es", "fil", "fr", "hi", "pt", "sw")
OUTPUT = Path(__file__).resolve().parents[1] / "resources" / "places"
ABOUT = "ISO 3166-1, UN M49 and Unicode CLDR; made by tools/make_places.py"

REGIONS = {
    "001": "World",
    "002": "Africa",
    "003": "North America",
    "005": "South America",
    "009": "Oceania",
    "010": "Antarctica",
    "011": "Western Africa",
    "013": "Central America",
    "014": "Eastern Africa",
    "015": "Northern Africa",
    "017": "Middle Africa",
    "018": "Southern Africa",
    "019": "Americas",
    "021": "Northern America",
    "029": "Caribbean",
    "030": "Eastern Asia",
    "034": "Southern Asia",
    "035": "South-eastern Asia",
    "039": "Southern Europe",
    "053": "Australia and New Zealand",
    "054": "Melanesia",
    "057": "Micronesia",
    "061": "Polynesia",
    "142": "Asia",
    "143": "Central Asia",
    "145": "Western Asia",
    "150": "Europe",
    "151": "Eastern Europe",
    "154": "Northern Europe",
    "155": "Western Europe",
    "202": "Sub-Saharan Africa",
    "419": "Latin America and the Caribbean",
}

# Each line: the region, sub-region and intermediate region that M49 gives, widest first; countries.
TREE = {
    "002 015": "DZ EG EH LY MA SD TN",
    "002 202 011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "002 202 014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
    "002 202 017": "AO CD CF CG CM GA GQ ST TD",
    "002 202 018": "BW LS NA SZ ZA",
    "009 053": "AU CC CX HM NF NZ",
    "009 054": "FJ NC PG SB VU",
    "009 057": "FM GU KI MH MP NR PW UM",
    "009 061": "AS CK NU PF PN TK TO TV WF WS",
    "010": "AQ",
    "019 021": "BM CA GL PM US",
    "019 419 005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "019 419 013": "BZ CR GT HN MX NI PA SV",
    "019 419 029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC "
    "VG VI",
    "142 030": "CN HK JP KP KR MN MO TW",
    "142 034": "AF BD BT IN IR LK MV NP PK",
    "142 035": "BN ID KH LA MM MY PH SG TH TL VN",
    "142 143": "KG KZ TJ TM UZ",
    "142 145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "150 039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "150 151": "BG BY CZ HU MD PL RO RU SK UA",
    "150 154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "150 155": "AT BE CH DE FR LI LU MC NL",
}


def wider(region: str) -> list[str]:
    """The regions around one, widest first; none for the world and what stands directly in it."""
    if region == "003":
        return ["019"]
    for line in TREE:
        path = line.split()
        if region in path:
            return path[: path.index(region)]
    return []


def codes() -> dict[str, Mapping[str, object]]:
    """Which regions each country and each region lies in, widest first."""
    countries = {code: path.split() for path, codes in TREE.items() for code in codes.split()}
    return {
        "countries": dict(sorted(countries.items())),
        "regions": {code: wider(code) for code in sorted(REGIONS)},
    }


def names(locale: Locale, languages: Iterable[str]) -> dict[str, dict[str, str]]:
    """The names of all countries and regions, and of these languages, in a locale."""
    named = locale.territories
    regions = dict(REGIONS)
    if locale.language != "en":
        regions = {code: named["AQ" if code == "010" else code] for code in REGIONS}
    countries = sorted(code for codes in TREE.values() for code in codes.split())
    return {
        "countries": {code: named[code] for code in countries},
        "regions": dict(sorted(regions.items())),
        "languages": {tag: locale.languages[tag] for tag in sorted(languages)},
    }


def main() -> None:
    """Write the files."""
    locales = {language: Locale.parse(language) for language in LANGUAGES}
    everywhere = set.intersection(*(set(locale.languages) for locale in locales.values()))
    languages = {tag for tag in everywhere if "_" not in tag}
    write("places.json", codes())
    for language, locale in locales.items():
        write(f"names/{language}.json", names(locale, languages))


def write(name: str, table: Mapping[str, object]) -> None:
    """Write a table, a line to each of its parts' entries, so that a change can be read."""
    parts = [f' "about": {json.dumps(ABOUT)}']
    for part, entries in table.items():
        assert isinstance(entries, Mapping)
        lines = [
            f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in entries.items()
        ]
        parts.append(f' "{part}": {{\n' + ",\n".join(lines) + "\n }")
    file = OUTPUT / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
