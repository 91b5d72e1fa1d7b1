"""What countries, regions and languages are called, in each language that there are names in.

The names are those of the Unicode CLDR; ``tools/make_places.py`` makes one file for each language,
``resources/places/names/es.json`` for Spanish.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from fieldcat.resources import resource

_ENGLISH = "en"


class Named(StrEnum):
    """What has names: codes of ISO 3166-1 alpha-2, of UN M49, and languages of BCP 47."""

    COUNTRIES = "countries"
    REGIONS = "regions"
    LANGUAGES = "languages"


def name_of(named: Named, code: str, language: str) -> str:
    """The name of a code, in English where the language has none; an unknown code stays as it is.

    ``language`` is a BCP 47 tag; ``es-CO`` is answered by ``es``.
    """
    for tag in (language, language.split("-")[0], _ENGLISH):
        if (name := _names(tag).get(named, {}).get(code)) is not None:
            return name
    return code


def language_name(tag: str, language: str = _ENGLISH) -> str:
    """A language's name by its BCP 47 tag; «Portuguese (BR)»; an unknown tag stays as it is."""
    primary, _, rest = tag.partition("-")
    name = name_of(Named.LANGUAGES, primary, language)
    if name == primary:
        return tag
    return f"{name} ({rest})" if rest else name


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are names in, English first."""
    there = sorted(file.stem for file in resource("places", "names").glob("*.json"))
    return (_ENGLISH, *(language for language in there if language != _ENGLISH))


@cache
def _names(language: str) -> Mapping[str, Mapping[str, str]]:
    """All names in one language; none where there is no file of it."""
    # The tag of a publisher's entry is no name of a file.
    if not language.isalnum():
        return {}
    file = resource("places", "names", f"{language}.json")
    if not file.exists():
        return {}
    names: Mapping[str, Mapping[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return names
