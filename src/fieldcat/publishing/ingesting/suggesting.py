"""What a draft may be filed under and which figures it states, proposed for a person to accept.

Rules and tables, nothing else; better no suggestion than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice

import yaml

from fieldcat.domain.naming import Named, name_of
from fieldcat.domain.places import country_codes
from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.ingesting.flow import lines_of
from fieldcat.publishing.ingesting.items import Item, Section, plain
from fieldcat.publishing.ingesting.known import Known
from fieldcat.publishing.ingesting.mentioning import mentions
from fieldcat.resources import resource

MOST_FIGURES = 60
LEAST_MENTIONS = 2
"""A country that is named once may be anybody's; one in the title or the summary counts thrice."""

Suggestion = Mapping[str, str]
"""What stands under ``suggested``: ``field``, ``value``, and what goes with it."""

_LONGEST_SENTENCE = 600
_LONGEST_COUNTS = 120
_AROUND = 4 * _LONGEST_COUNTS
"""Characters before and behind a number that are looked at."""
_SCALES = {
    **dict.fromkeys(("k", "thousand", "mil"), 1_000),
    **dict.fromkeys(("m", "million", "millón", "millones"), 1_000_000),
    **dict.fromkeys(("bn", "billion"), 1_000_000_000),
}
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS += (
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
# Numbers that count nothing: days, ages, spans, versions, hours, what stands alone in brackets.
_NOT_COUNTED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:de\s+)?(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b"
    r"|\b(?:aged?|ages)\s+\d+(?:\s?(?:[–-]|to|and)\s?\d+)?|\b\d+[- ]years?[- ]olds?\b"
    r"|\b24/7\b|\b\d{1,2}:\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b\d\.0\b|\(\d+\)|^\d{1,2}[.)]\s|\b\d{7,}\b"
    r"|https?://\S+",
    re.I,
)
_DIGITS = re.compile(
    r"(?<![\w.,/#-])(?P<money>[$£€]\s?)?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<scale>k|thousand|million|billion|m|bn|millones|millón)\b)?"
    r"(?P<share>\s?(?:%|per\s?cent\b|por ciento\b))?(?:[–-](?=\d))?(?![\w]|\.\d)",
    re.I,
)
_SPAN = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+)-(\d{1,3}(?:,\d{3})+)(?!\w)")
_IN_WORDS = re.compile(
    rf"\b(?P<number>half a million|quarter of a million|(?:{'|'.join(_TENS)})(?:-(?:"
    rf"{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[3:])})\b(?P<share>\s(?:percent|per cent)\b)?"
    r"(?P<scale>\s(?:thousand|million|billion))?",
    re.I,
)
_QUALIFIERS = (
    (re.compile(r"(?:over|more than|in excess of|más de)\s*$", re.I), "over"),
    (
        re.compile(r"(?:about|around|approximately|some|roughly|close to|unos|cerca de)\s*$", re.I),
        "about",
    ),
    (re.compile(r"(?:at least|al menos)\s*$", re.I), "at least"),
    (re.compile(r"(?:up to|hasta)\s*$", re.I), "up to"),
    (re.compile(r"(?:nearly|almost|casi)(?: an?)?\s*$", re.I), "nearly"),
    (re.compile(r"(?:under|less than|fewer than|only|menos de)\s*$", re.I), "under"),
    (re.compile(r"estimated\s*$", re.I), "estimated"),
)
# What a text without any figure lacks: digits that are no mark of a note, and words of numbers.
_COUNTED = re.compile(r"(?<![(\d])\d|\(\d+(?![\d)])")
_LETTERS = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset((*_UNITS[3:], *_TENS, "half", "quarter"))
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ“\"#(])")


def suggestions(item: Item, known: Known | None = None) -> list[Suggestion]:
    """What can be proposed for an item; nothing for fields that it has.

    ``known``: what its workspace knows.
    """
    found: list[Suggestion] = []
    texts = list(_texts(item.sections))
    if not item.fields.get("countries"):
        found += _countries(item, texts)
    if known is not None:
        found += mentions(item, known, texts)
    if not item.fields.get("figures"):
        found += islice(_figures(item, texts), MOST_FIGURES)
    return found


def _countries(item: Item, texts: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
    counts: Counter[str] = Counter()
    named: dict[str, str] = {}
    language = str(item.fields.get("language") or "en").partition("-")[0]
    pattern, codes = _names(language)
    head = f"{item.title}. {item.fields.get('summary', '')}"
    for text, weight in ((head, 3), *((text, 1) for _, text in texts)):
        for match in pattern.finditer(text):
            code = codes[match[0]]
            counts[code] += weight
            named.setdefault(code, match[0])
    for code, count in counts.most_common():
        if count >= LEAST_MENTIONS:
            yield {"field": "countries", "value": code, "because": f"{named[code]}, {count} times"}


def _figures(item: Item, texts: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
    seen: set[tuple[str, str]] = set()
    summary = str(item.fields.get("summary", ""))
    for section, text in (*texts, ("", summary)):
        if not _may_count(text):
            continue
        for sentence in _SENTENCE.split(text):
            for figure in _in_sentence(sentence):
                key = (figure["value"], figure.get("counts", ""))
                if key not in seen:
                    seen.add(key)
                    yield figure | ({"section": slug_of(section)} if section else {})


def _may_count(text: str) -> bool:
    """Whether a text may state a figure; most do not, and need no closer look."""
    return bool(_COUNTED.search(text)) or not _NUMBER_WORDS.isdisjoint(
        _LETTERS.findall(text.lower())
    )


def _in_sentence(sentence: str) -> Iterator[dict[str, str]]:
    bare = _NOT_COUNTED.sub(lambda match: " " * len(match[0]), sentence)
    # Of a span both ends are figures.
    bare = _SPAN.sub(lambda match: f"{match[1]} {match[2]}", bare)
    for match in sorted(
        (*_DIGITS.finditer(bare), *_IN_WORDS.finditer(bare)), key=lambda match: match.start()
    ):
        value = _value(match)
        if value is None:
            continue
        share = bool(match["share"])
        counts = _counts(sentence[match.end() : match.end() + _AROUND])
        unit = "%" if share else counts.partition(" ")[0]
        before = bare[max(match.start() - _AROUND, 0) : match.start()]
        qualifier = next((q for form, q in _QUALIFIERS if form.search(before)), "")
        yield {
            "field": "figures",
            "value": f"{value.normalize():f}",
            "qualifier": qualifier,
            "unit": unit,
            "counts": counts,
            "sentence": sentence[:_LONGEST_SENTENCE],
        }


def _value(match: re.Match[str]) -> Decimal | None:
    """The number that is stated; None where it is a year."""
    said, scale = match["number"].lower(), (match["scale"] or "").strip().lower()
    money = match.groupdict().get("money")
    if re.fullmatch(r"(?:19|20)\d\d", said) and not (scale or match["share"] or money):
        return None
    if said == "half a million":
        return Decimal(500_000)
    if said == "quarter of a million":
        return Decimal(250_000)
    if said[0].isdigit():
        value = Decimal(said.replace(",", ""))
    else:
        ten, _, unit = said.partition("-")
        value = Decimal(10 * (_TENS.index(ten) + 2) if ten in _TENS else _UNITS.index(ten))
        value += _UNITS.index(unit) if unit else 0
    return value * _SCALES[scale] if scale else value


def _counts(after: str) -> str:
    """The words behind a number, as far as they may say what it counts."""
    words = re.split(r"[,;:.()–—]|\s(?:and|y|with|con|which|that)\s", after.strip(), maxsplit=1)[0]
    return " ".join(words.split())[:_LONGEST_COUNTS]


def _texts(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        for block in section.blocks:
            for line in lines_of(block):
                yield section.title, plain(line)


@cache
def _names(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern of all names of countries in a language and in English, and their codes."""
    table = yaml.safe_load(resource("ingesting", "demonyms.yaml").read_text(encoding="utf-8"))
    codes = {str(word): str(code) for code, words in table.items() for word in words}
    for code in country_codes():
        for tag in ("en", language):
            codes[name_of(Named.COUNTRIES, code, tag)] = code
    names = sorted(codes, key=lambda name: (-len(name), name))
    pattern = "|".join(map(re.escape, names))
    # Names begin with capitals: looking for one first spares trying them all at each letter.
    return re.compile(rf"(?<![\w-])(?![a-z\s\d])(?:{pattern})(?!\w)"), codes
