"""Make ``resources/places/places.json``: countries, regions, and what lies in what.

Usage: ``python tools/make_places.py`` (needs Babel, a development dependency).

Codes of countries follow ISO 3166-1 alpha-2, regions and the countries in them UN M49
(https://unstats.un.org/unsd/methodology/m49/), written out below. Names of countries come from the
Unicode CLDR by way of Babel; the English names of regions are M49's. To add a language, add it to
``LANGUAGES`` and run this again.

M49 leaves out Taiwan, which stands with Eastern Asia here as in the CLDR. ``XK`` (Kosovo) is no
code of ISO 3166-1, which leaves it to its users, but much work happens there.
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale

LANGUAGES = ("en",)
OUTPUT = Path(__file__).resolve().parents[1] / "resources" / "places" / "places.json"

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


def main() -> None:
    """Write the file."""
    locales = {language: Locale.parse(language.replace("-", "_")) for language in LANGUAGES}

    def names(code: str) -> dict[str, str]:
        return {tag: locale.territories[code] for tag, locale in locales.items()}

    countries = {
        code: {"regions": path.split(), "names": names(code)}
        for path, codes in TREE.items()
        for code in codes.split()
    }
    regions = {
        code: {
            "within": wider(code),
            "names": (names(code) if code != "010" else names("AQ")) | {"en": name},
        }
        for code, name in REGIONS.items()
    }
    text = json.dumps(
        {
            "about": "ISO 3166-1, UN M49 and Unicode CLDR; made by tools/make_places.py",
            "countries": dict(sorted(countries.items())),
            "regions": dict(sorted(regions.items())),
        },
        ensure_ascii=False,
        indent=1,
    )
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
