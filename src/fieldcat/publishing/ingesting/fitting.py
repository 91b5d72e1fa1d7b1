"""Making an item fit the format: what is too long or not allowed finds another place, or is told.

What a person has to decide is left as a gap of the draft: nothing is made up here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from fieldcat.domain.entry import SectionRole
from fieldcat.publishing import values
from fieldcat.publishing.heads import LONGEST_TITLE, MOST_WORDS
from fieldcat.publishing.ingesting.items import (
    Item,
    Note,
    Paragraph,
    Remark,
    Section,
    Span,
    Value,
    Why,
)
from fieldcat.publishing.ingesting.limits import fitted_sections

LONGEST_FIELD = 2_000
LONGEST_NAME = 300
MOST_VALUES = 300
_ORDER = ("kind", "title", "summary", "language", "status")
_NAMES = frozenset(
    {
        "source_publisher",
        *("provider", "publisher", "funder", "amount", "period", "place", "unit"),
        *("format", "ages", "cost", "hours", "stage", "abbreviation"),
    }
)
_ADDRESSES = frozenset({"source_url", "url", "website"})
# What stands for marks of Markdown or HTML where only plain text may stand.
_PLAIN = (
    (re.compile(r"\*\*|`"), ""),
    (re.compile(r"\](?=[(\[])"), "] "),
    (re.compile(r"\[\^"), "[ ^"),
    (re.compile(r"\{(?=[#=])"), "{ "),
    (re.compile(r"<(?=/?[a-zA-Z][^<>]*>)"), "‹"),
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """An item as it can be written, and what was done to it."""

    fields: Mapping[str, Value]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    remarks: tuple[Remark, ...] = ()


def fitted(item: Item, language: str, in_short: str) -> Fitted:
    """Fit an item. ``language`` is the workspace's.

    ``in_short`` is the heading of the section that takes a summary which is too long for one.
    """
    remarks: list[Remark] = []

    def tell(why: Why, text: str) -> None:
        remarks.append(Remark(why, text, item.title))

    given = {name: _fit(name, value, tell) for name, value in item.fields.items()}
    title = values.one_line(item.title)
    if len(title) > LONGEST_TITLE:
        given.setdefault("source_title", title)
        title = shortened(title, LONGEST_TITLE)
    sections = item.sections
    summary = str(given.pop("summary", ""))
    for marks, instead in _PLAIN:
        summary = marks.sub(instead, summary)
    if values.count_words(summary) > MOST_WORDS:
        first = Section(in_short, SectionRole.SUMMARY, (Paragraph((Span(summary),)),))
        summary, sections = "", (first, *sections)
    named = str(given.pop("language", ""))
    if named and not values.is_language(named):
        tell(Why.OF_SOURCE, named)
        named = ""
    ordered: dict[str, Value] = {
        "kind": item.kind.value,
        "title": title,
        "summary": summary,
        "language": "" if language in (named, named.partition("-")[0]) else named,
        "status": "draft",
    }
    rest = {name: value for name, value in given.items() if name not in _ORDER}
    return Fitted(
        ordered | rest,
        fitted_sections(sections),
        tuple(_fit_note(note, tell) for note in item.notes),
        tuple(remarks),
    )


def shortened(text: str, most: int) -> str:
    """The beginning of a text, at most ``most`` characters with the sign that it goes on."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > most // 2 else cut).rstrip(" ,;:–—-") + "…"


_Tell = Callable[[Why, str], None]


def _fit(name: str, value: Value, tell: _Tell) -> Value:
    if isinstance(value, str):
        if name in _ADDRESSES and value.strip() and not values.is_url(value.strip()):
            tell(Why.ADDRESS, value)
            return ""
        if name == "source_date" and value and not values.is_date(value):
            tell(Why.OF_SOURCE, value)
            return ""
        return _cut(value, LONGEST_NAME if name in _NAMES else LONGEST_FIELD, tell)
    texts = [item for item in value if isinstance(item, str)]
    if len(texts) != len(value):
        return value
    unique = dict.fromkeys(_cut(text, LONGEST_NAME, tell) for text in texts)
    for text in list(unique)[MOST_VALUES:]:
        tell(Why.SHORTENED, text)
    return [text for text in unique if text][:MOST_VALUES]


def _cut(text: str, most: int, tell: _Tell) -> str:
    text = values.one_line(text)
    short = shortened(text, most)
    if short != text:
        tell(Why.SHORTENED, text)
    return short


def _fit_note(note: Note, tell: _Tell) -> Note:
    url = note.url if values.is_url(note.url) else ""
    return replace(note, text=_cut(note.text, LONGEST_FIELD, tell), url=url)
