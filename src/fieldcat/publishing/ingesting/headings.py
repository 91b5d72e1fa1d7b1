"""Which part a section plays, told by its heading: tables of phrases in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from fieldcat.domain.entry import SectionRole
from fieldcat.resources import resource

NOTES = "notes"
"""In the table, what heads a list of notes; such a section is no role of its own."""

_NUMBER = re.compile(r"^\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[a-zA-Z])[.):\]]\s*(?=\S)")

_OURS = {
    "introduction": {
        "en": "Introduction",
        "es": "Introducción",
        "fr": "Introduction",
        "pt": "Introdução",
        "de": "Einleitung",
        "sw": "Utangulizi",
        "ar": "مقدمة",
    },
    "text": {
        "en": "Text",
        "es": "Texto",
        "fr": "Texte",
        "pt": "Texto",
        "de": "Text",
        "sw": "Maandishi",
        "ar": "النص",
    },
    "in-short": {
        "en": "In short",
        "es": "En pocas palabras",
        "fr": "En bref",
        "pt": "Em resumo",
        "de": "Kurz gefasst",
        "sw": "Kwa ufupi",
        "ar": "باختصار",
    },
}


def our_heading(which: str, language: str) -> str:
    """A heading that we give to a text without one: ``introduction``, ``text`` or ``in-short``."""
    words = _OURS[which]
    return words.get(language.partition("-")[0], words["en"])


def in_short(language: str) -> str:
    """The heading of a section that sums up."""
    return our_heading("in-short", language)


Phrases = Mapping[str, Iterable[str]]
"""By role, or ``NOTES``; a ``*`` stands for any words."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The phrases that headings are held against, folded."""

    whole: Mapping[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def role(self, heading: str) -> str:
        """The role of a section, or ``NOTES``."""
        folded = fold(heading)
        if folded in self.whole:
            return self.whole[folded]
        found = (role for pattern, role in self.patterns if pattern.fullmatch(folded))
        return next(found, SectionRole.OTHER.value)

    def heads_notes(self, text: str) -> bool:
        """Whether a text is, word for word, a heading of notes."""
        return self.whole.get(fold(text)) == NOTES


def headings(own: Phrases | None = None) -> Headings:
    """The table that comes with the program, with a publisher's own phrases before it."""
    whole: dict[str, str] = {}
    patterns: list[tuple[re.Pattern[str], str]] = []
    for phrases in (own or {}, _shipped()):
        for role, words in phrases.items():
            for phrase in words:
                folded = " ".join("*" if part == "*" else fold(part) for part in _parts(phrase))
                if "*" in folded:
                    pattern = r"(?:\S.*)?".join(map(re.escape, folded.split("*")))
                    patterns.append((re.compile(pattern), role))
                else:
                    whole.setdefault(folded, role)
    return Headings(whole, tuple(patterns))


def fold(text: str) -> str:
    """A heading without its number, accents, signs and capital letters."""
    text = unicodedata.normalize("NFKD", _NUMBER.sub("", text).casefold())
    bare = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w]+|_", " ", bare).split())


def _parts(phrase: str) -> list[str]:
    return [part for part in re.split(r"\s*(\*)\s*", phrase) if part]


@cache
def _shipped() -> Mapping[str, tuple[str, ...]]:
    text = resource("ingesting", "headings.yaml").read_text(encoding="utf-8")
    table = yaml.safe_load(text)
    return {
        role: tuple(str(phrase) for line in lines for phrase in line)
        for role, lines in table.items()
    }
