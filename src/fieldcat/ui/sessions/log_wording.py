"""Words for the log: each session in a line, and what all of them add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.places import country_name
from fieldcat.domain.totals import Total, totals
from fieldcat.services.offered import Labels
from fieldcat.ui.labels import number
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.sessions.wording import Counted
from fieldcat.ui.translating import QT_TRANSLATE_NOOP

_COUNTRY = QT_TRANSLATE_NOOP("SessionLog", "By country")
_AUDIENCE = QT_TRANSLATE_NOOP("SessionLog", "By audience")
_MONTH = QT_TRANSLATE_NOOP("SessionLog", "By month")
_NOT_SAID = QT_TRANSLATE_NOOP("SessionLog", "Not said")
_LOG = QT_TRANSLATE_NOOP("SessionLog", "Sessions held")
_EACH = QT_TRANSLATE_NOOP("SessionLog", "Each session")
_FOOT = QT_TRANSLATE_NOOP("SessionLog", "Numbers only: no names of people are kept.")
_NOT_COUNTED = QT_TRANSLATE_NOOP("SessionLog", "people not counted")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One value: its name, its numbers in words, and its share of the largest, from 0 to 1."""

    name: str
    said: str
    share: float


@dataclass(frozen=True, slots=True)
class Table:
    """What sessions add up to by one property."""

    heading: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class LogWords:
    """All that the log says, so that it can be set in any thread."""

    title: str
    whole: str
    each: str
    foot: str
    lines: Mapping[str, str]
    shown: Mapping[str, tuple[str, ...]]


def log_words(held: tuple[HeldSession, ...], labels: Labels, counted: Counted) -> LogWords:
    """The words of the log."""
    whole = _numbers(totals(held).whole, counted)
    lines = {
        one.id: " · ".join(part for part in (one.title, held_meta(one, labels, counted)) if part)
        for one in held
    }
    shown = {one.id: tuple(shown_lines(one)) for one in held}
    return LogWords(_worded(_LOG), whole, _worded(_EACH), _worded(_FOOT), lines, shown)


def shown_lines(one: HeldSession) -> Iterator[str]:
    """What was shown in a session, step by step, with the hands that were counted for a quiz."""
    hands = {count.step: count for count in one.hands}
    for shown in one.shown:
        count = hands.get(shown.step)
        if count is None:
            if shown.title:
                yield shown.title
            continue
        pairs = zip(count.answers, count.hands, strict=False)
        said = ", ".join(f"{isolated(answer)} {number(raised)}" for answer, raised in pairs)
        yield f"{isolated(shown.title or count.question)} \u2013 {said}"


def tables(held: tuple[HeldSession, ...], labels: Labels, counted: Counted) -> tuple[Table, ...]:
    """What the sessions add up to by country, audience and month."""
    found = totals(held)
    audiences = labels.get("audiences", {})
    return (
        _table(_COUNTRY, found.by_country, counted, _country),
        _table(_AUDIENCE, found.by_audience, counted, lambda id: audiences.get(id, id)),
        _table(_MONTH, found.by_month, counted, _month),
    )


def held_meta(one: HeldSession, labels: Labels, counted: Counted) -> str:
    """When, where and for whom a session was held, and how many came."""
    day = QDate(one.held_on.year, one.held_on.month, one.held_on.day)
    place = ", ".join(part for part in (one.place, _country(one.country)) if part)
    people = _worded(_NOT_COUNTED) if one.reached is None else counted.people(one.reached)
    audience = labels.get("audiences", {}).get(one.audience, one.audience)
    when = QLocale().toString(day, QLocale.FormatType.LongFormat)
    # In a narrow list the end is cut off: how many came is looked for most.
    return " · ".join(part for part in (when, people, place, audience) if part)


def _table(
    heading: str, rows: tuple[Total, ...], counted: Counted, name: Callable[[str], str]
) -> Table:
    most = max((row.reached for row in rows), default=0) or 1
    return Table(
        _worded(heading),
        tuple(
            TableRow(
                name(row.value) if row.value else _worded(_NOT_SAID),
                _numbers(row, counted),
                row.reached / most,
            )
            for row in rows
        ),
    )


def _numbers(total: Total, counted: Counted) -> str:
    sessions = counted.sessions(total.sessions)
    if total.uncounted == total.sessions:
        return f"{sessions}, {_worded(_NOT_COUNTED)}" if total.sessions else sessions
    people = counted.people(total.reached)
    if not total.uncounted:
        return f"{sessions}, {people}"
    return f"{sessions}, {people}, {counted.uncounted(total.uncounted)}"


def _country(code: str) -> str:
    return country_name(code, QLocale().bcp47Name().partition("-")[0]) if code else ""


def _month(value: str) -> str:
    year, month = value.split("-")
    return QLocale().toString(QDate(int(year), int(month), 1), "MMMM yyyy")


def _worded(text: str) -> str:
    return QCoreApplication.translate("SessionLog", text)
