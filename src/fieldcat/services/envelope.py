"""What a trainer gives back to a publisher: totals and corrections as text that anyone can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.totals import Total, totals

ENVELOPE_FORMAT = 1
_NOT_STATED = "not stated"


def envelope(
    held: Iterable[HeldSession],
    corrections: Iterable[Correction],
    collections: Iterable[Collection],
) -> str:
    """Counts by country, audience and month, which entries were shown, and what is wrong.

    It is in English and in one form, for people and for programs: headings with ``#``, then lines
    of ``name: value``. Nothing in it tells who took part, where exactly, or what was said.
    """
    sessions = tuple(held)
    return "\n".join([*_lines(sessions, tuple(corrections), tuple(collections)), ""])


def _lines(
    held: tuple[HeldSession, ...],
    corrections: tuple[Correction, ...],
    collections: tuple[Collection, ...],
) -> Iterator[str]:
    found = totals(held)
    yield "# fieldcat return envelope"
    yield f"format: {ENVELOPE_FORMAT}"
    for collection in collections:
        yield f"casebook: {collection.id}, edition {collection.edition}"
    yield f"sessions held: {found.whole.sessions}"
    yield f"people reached: {found.whole.reached}"
    if found.whole.uncounted:
        yield f"sessions without a count of people: {found.whole.uncounted}"
    for heading, rows in (
        ("By country", found.by_country),
        ("By audience", found.by_audience),
        ("By month", found.by_month),
    ):
        if rows:
            yield from ("", f"## {heading}", *map(_row, rows))
    shown = Counter(one.entry for each in held for one in each.shown if one.entry is not None)
    if shown:
        yield from ("", "## Entries shown")
        yield from (f"{entry}: {count}" for entry, count in sorted(shown.items()))
    quizzes = tuple(_quizzes(held))
    if quizzes:
        yield from ("", "## Quizzes of the casebook: right answers of all hands", *quizzes)
    if corrections:
        yield from ("", "## Corrections")
    for wrong in corrections:
        yield f"- entry: {wrong.entry}, revision {wrong.revision}"
        if wrong.about:
            yield f"  about: {wrong.about}"
        if wrong.quoted:
            yield f"  stands there: {_one_line(wrong.quoted)}"
        yield f"  should be: {_one_line(wrong.words)}"


def _row(total: Total) -> str:
    said = f"{total.value or _NOT_STATED}: {total.sessions} sessions, {total.reached} people"
    return f"{said}, {total.uncounted} without a count" if total.uncounted else said


def _quizzes(held: tuple[HeldSession, ...]) -> Iterator[str]:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for count in (count for one in held for count in one.hands if count.key):
        every[count.key] += sum(count.hands)
        if count.right is not None and count.right < len(count.hands):
            right[count.key] += count.hands[count.right]
    for key in sorted(every):
        yield f"{key}: {right[key]} of {every[key]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
