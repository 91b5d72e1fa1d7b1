"""Entries that are there twice, or nearly: what comes of spreadsheets that were put together."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from zlib import crc32

from fieldcat.domain.entry import EntryId, Organisation, Research
from fieldcat.publishing.body import FIELD
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_ALIKE = 0.92
"""Titles that share so much of their letters are likely one title, misspelt once."""
_SHORTEST = 12
"""Letters: shorter titles differ in little and mean different things."""
_NEIGHBOURS = 3
_RUN = 5
"""Words in a row that are compared; two writers hardly ever choose the same five."""
_FEWEST_RUNS = 40
"""Shorter texts say the same of many: who sat on which board."""
_SKETCH, _CROWD, _SHARED, _SAME = 24, 40, 3, 0.5
"""Of each text the least hashes are compared, unless so many texts have one; texts that share so
many are compared whole; so much in common makes them the same."""


def duplicates(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Entries of one kind and language with the same title, or about the same address."""
    first: dict[tuple[str, ...], Draft] = {}
    for draft in _originals(workspace):
        for what, key in _names(draft):
            found = first.setdefault((draft.id.kind, draft.entry.head.language, what, key), draft)
            if found is not draft:
                problem = f"{draft.id.slug} has the same {what} as {_place(found)}"
                yield _fault(draft, problem, Rule.DUPLICATE)
                break


def near_duplicates(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Entries of one kind and language with nearly the same title, or much of the same text."""
    groups: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in _originals(workspace):
        groups[draft.id.kind, draft.entry.head.language].append(draft)
    for drafts in groups.values():
        said: set[EntryId] = set()
        for alike, words in (
            (_alike_titles(drafts), "is called nearly as"),
            (_alike_texts(drafts), "has much of the text of"),
        ):
            for one, other in alike:
                if other.id not in said:
                    said.add(other.id)
                    yield _fault(other, f"{other.id.slug} {words} {_place(one)}")


def _originals(workspace: Workspace) -> Iterator[Draft]:
    return (draft for draft in workspace.drafts if not draft.is_translation)


def _names(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "title", folded(draft.entry.head.title)
    part = draft.entry.part
    address = part.url if isinstance(part, Research) else ""
    address = part.website if isinstance(part, Organisation) else address
    if address:
        yield "address", re.sub(r"^https?://(www\.)?", "", address).rstrip("/").casefold()


def _alike_titles(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Pairs whose titles stand side by side in the order of letters, and differ in a few."""
    titled = sorted((folded(draft.entry.head.title), draft.id, draft) for draft in drafts)
    for at, (title, _, draft) in enumerate(titled):
        for other_title, _, other in titled[at + 1 : at + 1 + _NEIGHBOURS]:
            if title == other_title or min(len(title), len(other_title)) < _SHORTEST:
                continue
            if _numbers(title) == _numbers(other_title) and _are_alike(title, other_title):
                yield draft, other


def _are_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _numbers(title: str) -> list[str]:
    """Reports of different years have different titles."""
    return re.findall(r"\d+", title)


def _alike_texts(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Pairs that share half of their runs of words, found by the least hashes of those."""
    every = ((draft, _runs(draft)) for draft in drafts)
    runs = [(draft, hashes) for draft, hashes in every if len(hashes) >= _FEWEST_RUNS]
    having: dict[int, list[int]] = defaultdict(list)
    for number, (_, hashes) in enumerate(runs):
        for least in sorted(hashes)[:_SKETCH]:
            having[least].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in having.values():
        if 1 < len(numbers) <= _CROWD:
            for at, one in enumerate(numbers):
                for other in numbers[at + 1 :]:
                    shared[one, other] += 1
    for (one, other), count in sorted(shared.items()):
        mine, theirs = runs[one][1], runs[other][1]
        if count >= _SHARED and len(mine & theirs) >= _SAME * len(mine | theirs):
            yield runs[one][0], runs[other][0]


def _runs(draft: Draft) -> frozenset[int]:
    own = [prose.text for prose in draft.prose if prose.field in (FIELD, "summary")]
    words = folded(" ".join(own)).split()
    return frozenset(
        crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)
    )


def folded(text: str) -> str:
    """Words without case, accents and signs, as they are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", plain))


def _place(draft: Draft) -> str:
    manuscript = draft.manuscript
    where = f"{manuscript.file}:{manuscript.line}" if manuscript.row else manuscript.file
    return f"{shown(draft.entry.head.title)} in {where}"


def _fault(draft: Draft, problem: str, rule: Rule = Rule.NEAR_DUPLICATE) -> Fault:
    title = draft.manuscript.fields.fields.get("title")
    line = title.line if title else draft.manuscript.line
    remedy = "one entry; the other removed, or its title made to tell them apart"
    return Fault(draft.manuscript.file, line, "title", problem, remedy, Level.WARNING, rule)
