"""Rules for single values: slugs, dates, addresses, language tags."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from fieldcat.domain.places import country_codes, region_codes

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_COLLECTION = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?P<place>[A-Z]{2}|\d{3}))?")
_NOT_IN_URL = re.compile(r"[\s<>\"\\^`{|}]")
_LONGEST_URL = 2000
_VERSION = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}")
_MARKUP = re.compile(r"\*\*|\]\(|\]\[|\[\^|`|</?[a-zA-Z][^<>]*>|\{[#=]")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")

SLUG_ALLOWED = "small letters a–z, digits and single words joined by hyphens, at most 80"
DATE_ALLOWED = "YYYY-MM-DD, YYYY-MM or YYYY, a date that exists"
DAY_ALLOWED = "YYYY-MM-DD, a date that exists"
URL_ALLOWED = "an address that starts with https:// or http://, without spaces"
COUNTRY_ALLOWED = "ISO 3166-1 alpha-2 codes such as CO"
REGION_ALLOWED = 'UN M49 codes such as "002"'
VERSION_ALLOWED = "numbers with points between them, such as 0.2.0"
CURRENCY_ALLOWED = "a code of ISO 4217 such as USD"
LANGUAGE_ALLOWED = "a BCP 47 tag such as en, sw, pt-BR or zh-Hant"


def is_slug(text: str) -> bool:
    """Whether a text can be the last part of an entry's id, or an id within an entry."""
    return _SLUG.fullmatch(text) is not None


def is_collection_id(text: str) -> bool:
    """Whether a text can name a collection."""
    return _COLLECTION.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists, in the form of ISO 8601."""
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether a text is a day, ``YYYY-MM-DD``."""
    return len(text) == 10 and is_date(text)


def is_year(text: str) -> bool:
    """Whether a text is a year, ``YYYY``."""
    return len(text) == 4 and is_date(text)


def is_url(text: str) -> bool:
    """Whether a text is an address of the web that can be shown and opened as it stands.

    No user names before the host: they make one address look like another's.
    """
    if len(text) > _LONGEST_URL or _NOT_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and user is None


def is_version(text: str) -> bool:
    """Whether a text is a program's version: numbers with points between them."""
    return _VERSION.fullmatch(text) is not None and text.isascii()


def is_currency(text: str) -> bool:
    """Whether a text has the form of a currency's code."""
    return re.fullmatch(r"[A-Z]{3}", text) is not None


def is_language(text: str) -> bool:
    """Whether a text is a language tag: language, script and place in the usual spelling."""
    match = _LANGUAGE.fullmatch(text)
    if match is None or not text.isascii():
        return False
    place = match["place"]
    return place is None or place in country_codes() or place in region_codes()


def count_words(text: str) -> int:
    """The number of words in a text; ``long-term``, ``don't`` and ``218,000`` count as one."""
    return len(_WORD.findall(text))


def has_markup(text: str) -> bool:
    """Whether a text that is shown as it stands has marks of Markdown or HTML in it."""
    return _MARKUP.search(text) is not None


def one_line(text: str) -> str:
    """A text with each run of white space, line breaks included, made one space."""
    return " ".join(text.split())
