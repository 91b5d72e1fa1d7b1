"""Words that the glossary discourages, found in an entry's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fieldcat.domain.entry import Kind, Term
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.rules import Level, Rule

_GAP = r"[\s\u2010-\u2013-]+"


@dataclass(frozen=True, slots=True)
class _Advice:
    preferred: str
    why: str


@dataclass(frozen=True, slots=True)
class _Glossary:
    """The discouraged words of one language, folded, and one pattern for all of them."""

    words: Mapping[str, _Advice]
    pattern: re.Pattern[str]


def discouraged_words(drafts: Iterable[Draft]) -> Iterator[Fault]:
    """A fault for each place where an entry uses a word that a term of its language discourages.

    Free are the terms themselves, for they name the words; quotations; and what an entry lists
    under ``verbatim``.
    """
    drafts = tuple(drafts)
    glossaries = _glossaries(drafts)
    for draft in drafts:
        glossary = glossaries.get(_language(draft))
        if glossary is None or draft.id.kind is Kind.TERM:
            continue
        verbatim = _any_of(draft.verbatim) if draft.verbatim else None
        for prose in draft.prose:
            text = _folded(prose.text)
            text = verbatim.sub(" ", text) if verbatim else text
            for match in glossary.pattern.finditer(text):
                advice = glossary.words[_key(match["word"])]
                yield Fault(
                    draft.manuscript.file,
                    prose.line,
                    prose.field,
                    f"uses {shown(match[0])}" + (f": {advice.why}" if advice.why else ""),
                    f"{advice.preferred}; or the phrase under verbatim where it is quoted",
                    Level.FAULT if draft.accepted else Level.GAP,
                    rule=Rule.DISCOURAGED,
                )


def _glossaries(drafts: Iterable[Draft]) -> dict[str, _Glossary]:
    words: dict[str, dict[str, _Advice]] = {}
    for draft in drafts:
        if isinstance(draft.entry.part, Term):
            for one in draft.entry.part.discouraged:
                if key := _key(one.word):
                    advice = _Advice(draft.entry.head.title, one.why)
                    words.setdefault(_language(draft), {})[key] = advice
    return {language: _Glossary(known, _any_of(known)) for language, known in words.items()}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words, the longest phrase first, in singular and plural.

    White space and hyphens between words are one: ``self-generated`` is ``self generated``.
    """
    keys = sorted({_key(phrase) for phrase in phrases} - {""}, key=lambda key: (-len(key), key))
    alternatives = (_GAP.join(re.escape(word) for word in key.split()) for key in keys)
    return re.compile(rf"(?<!\w)(?P<word>{'|'.join(alternatives)})(?:s|es)?(?!\w)")


def _key(phrase: str) -> str:
    return " ".join(re.split(_GAP, _folded(phrase))).strip()


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def _language(draft: Draft) -> str:
    return draft.entry.head.language.split("-")[0]
