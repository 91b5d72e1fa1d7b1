"""Words for what the domain names by a value: kinds, facets, sorts, dates, and errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from fieldcat import __version__
from fieldcat.domain.facets import Facet, Saving
from fieldcat.domain.head import Head, Kind
from fieldcat.domain.how import How
from fieldcat.domain.query import Sort
from fieldcat.errors import (
    BelongingsError,
    BusyError,
    CatalogueDamagedError,
    CatalogueMissingError,
    DiskFullError,
    EntryNotFoundError,
    EnvironmentFaultError,
    FoldersTooDeepError,
    IndexUnusableError,
    NewerFormatError,
    OverloadedError,
    ReadOnlyError,
    TooMuchToCarryError,
    UserDataDamagedError,
    WorkEndedError,
)
from fieldcat.packaged import DAMAGED, is_damage
from fieldcat.ui.placeholders import filled
from fieldcat.ui.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from fieldcat.domain.edition import Program

KINDS = {
    Kind.CASE_STUDY: QT_TRANSLATE_NOOP("Labels", "Case study"),
    Kind.RESEARCH: QT_TRANSLATE_NOOP("Labels", "Research"),
    Kind.LEARNING_MATERIAL: QT_TRANSLATE_NOOP("Labels", "Learning material"),
    Kind.FUNDING: QT_TRANSLATE_NOOP("Labels", "Funding"),
    Kind.HELP_SERVICE: QT_TRANSLATE_NOOP("Labels", "Help service"),
    Kind.TOOL: QT_TRANSLATE_NOOP("Labels", "Tool"),
    Kind.ORGANISATION: QT_TRANSLATE_NOOP("Labels", "Organisation"),
    Kind.TERM: QT_TRANSLATE_NOOP("Labels", "Term"),
}

FACETS = {
    Facet.KIND: QT_TRANSLATE_NOOP("Labels", "Kind"),
    Facet.TOPIC: QT_TRANSLATE_NOOP("Labels", "Topic"),
    Facet.AUDIENCE: QT_TRANSLATE_NOOP("Labels", "Audience"),
    Facet.COUNTRY: QT_TRANSLATE_NOOP("Labels", "Country"),
    Facet.REGION: QT_TRANSLATE_NOOP("Labels", "Region"),
    Facet.CAPABILITY: QT_TRANSLATE_NOOP("Labels", "Capability"),
    Facet.EVIDENCE: QT_TRANSLATE_NOOP("Labels", "Evidence"),
    Facet.RISK: QT_TRANSLATE_NOOP("Labels", "Risk"),
    Facet.APPROACH: QT_TRANSLATE_NOOP("Labels", "Approach"),
    Facet.YEAR: QT_TRANSLATE_NOOP("Labels", "Year"),
    Facet.ORGANISATION: QT_TRANSLATE_NOOP("Labels", "Organisation"),
    Facet.LANGUAGE: QT_TRANSLATE_NOOP("Labels", "Language"),
    Facet.COLLECTION: QT_TRANSLATE_NOOP("Labels", "Collection"),
    Facet.SAVED: QT_TRANSLATE_NOOP("Labels", "Saved"),
}

SAVINGS = {
    Saving.KEPT: QT_TRANSLATE_NOOP("Labels", "Kept"),
    Saving.NOTED: QT_TRANSLATE_NOOP("Labels", "With notes"),
}

SORTS = {
    Sort.BEST: QT_TRANSLATE_NOOP("Labels", "Best match"),
    Sort.NEWEST: QT_TRANSLATE_NOOP("Labels", "Newest first"),
    Sort.TITLE: QT_TRANSLATE_NOOP("Labels", "By title"),
}

_ERRORS: tuple[tuple[type[Exception], str], ...] = (
    (
        DiskFullError,
        QT_TRANSLATE_NOOP(
            "Labels", "The disk is full: nothing more can be saved until you make room on it."
        ),
    ),
    (
        ReadOnlyError,
        QT_TRANSLATE_NOOP("Labels", "Nothing can be saved: the folder cannot be written to."),
    ),
    (
        EntryNotFoundError,
        QT_TRANSLATE_NOOP("Labels", "This entry is not in the casebook on this computer."),
    ),
    (
        IndexUnusableError,
        QT_TRANSLATE_NOOP("Labels", "Search could not be made ready. The lists still work."),
    ),
    (
        WorkEndedError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "A part of fieldcat ended before its work was done. Nothing was changed; try again.",
        ),
    ),
    (CatalogueMissingError, QT_TRANSLATE_NOOP("Labels", "The casebook's file is missing.")),
    (
        CatalogueDamagedError,
        QT_TRANSLATE_NOOP("Labels", "The casebook's file is damaged and cannot be read."),
    ),
    (
        UserDataDamagedError,
        QT_TRANSLATE_NOOP("Labels", "The file with what you saved is damaged; it was set aside."),
    ),
    (
        FoldersTooDeepError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "Folders can lie 50 deep in each other, and not deeper: else what you made could not "
            "be taken to another computer. Nothing was changed.",
        ),
    ),
    (
        TooMuchToCarryError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "What you made is more than a file can hold that another computer takes in. Nothing "
            "was written.",
        ),
    ),
    (
        BelongingsError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "This file cannot be taken in: it is damaged, or none that fieldcat wrote. Nothing was "
            "changed.",
        ),
    ),
    (
        NewerFormatError,
        QT_TRANSLATE_NOOP("Labels", "This was made by a newer fieldcat. Please update fieldcat."),
    ),
    (
        BusyError,
        QT_TRANSLATE_NOOP(
            "Labels", "Another program holds the file just now. Nothing was changed; try again."
        ),
    ),
    (
        OverloadedError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "This computer has no room to do more at once. Close other programs, and try again.",
        ),
    ),
    (
        EnvironmentFaultError,
        QT_TRANSLATE_NOOP(
            "Labels",
            "The disk or stick did not do what was asked of it. See that it is still there, and "
            "try again.",
        ),
    ),
)
_OWN_WORDS: dict[tuple[Facet, str], str] = {
    **{(Facet.KIND, str(kind)): words for kind, words in KINDS.items()},
    **{(Facet.SAVED, str(saving)): words for saving, words in SAVINGS.items()},
}
_HOWS: dict[How, str] = {
    How.NEW: QT_TRANSLATE_NOOP("Labels", "New"),
    How.CHANGED: QT_TRANSLATE_NOOP("Labels", "Changed"),
    How.WITHDRAWN: QT_TRANSLATE_NOOP("Labels", "Withdrawn"),
}
_DAY_OF_THIS_YEAR = QT_TRANSLATE_NOOP("Labels", "d MMMM")
_DAY = QT_TRANSLATE_NOOP("Labels", "d MMM yyyy")
_LONG_DAY = QT_TRANSLATE_NOOP("Labels", "d MMMM yyyy")
_DAMAGED = QT_TRANSLATE_NOOP(
    "Labels",
    "Files of fieldcat are missing or damaged, or were exchanged for newer ones. What you saved is "
    "safe. Close fieldcat and open it again; if it says so once more, copy or install it anew.",
)
_UNKNOWN = QT_TRANSLATE_NOOP("Labels", "Something went wrong that fieldcat has no words for.")


def kind_label(kind: Kind) -> str:
    """A kind in words."""
    return _worded(KINDS[kind])


def how_word(how: How) -> str:
    """What becomes of an entry, in one word."""
    return _worded(_HOWS[how])


def facet_title(facet: Facet) -> str:
    """A facet's heading."""
    return _worded(FACETS[facet])


def value_label(facet: Facet, value: str, label: str) -> str:
    """A facet's value in words: a few are the window's own, any other in those of the casebook."""
    if facet is Facet.YEAR:
        return year(value)
    words = _OWN_WORDS.get((facet, value))
    return label if words is None else _worded(words)


def sort_label(sort: Sort) -> str:
    """An order of hits in words."""
    return _worded(SORTS[sort])


def error_text(error: Exception) -> str:
    """One sentence about what went wrong, for the person at the window."""
    if _is_of_files(error):
        return _worded(_DAMAGED)
    return _worded(next((text for kind, text in _ERRORS if isinstance(error, kind)), _UNKNOWN))


def _is_of_files(error: Exception) -> bool:
    """Whether the program's own files are at fault, here or in a process of work."""
    ended = isinstance(error, WorkEndedError) and error.data.get("status") == DAMAGED
    return ended or is_damage(error)


def development_words() -> str:
    """What is said of a fieldcat whose casebook anybody can sign."""
    return QCoreApplication.translate(
        "Labels",
        "This is a fieldcat for development: everybody has the keys that sign its casebook, so "
        "that anyone could make an update. Do not use it for your work.",
    )


def newer_program_words(newer: Program) -> str:
    """What is said where a publisher tells of a newer fieldcat: words only, no link."""
    words = QCoreApplication.translate(
        "Labels",
        "There is a newer fieldcat, version %1; this is %2. Ask whoever gave you this one for it.",
    )
    words = filled(words, newer.version, __version__)
    if not newer.web:
        return words
    where = QCoreApplication.translate("Labels", "It can also be had at %1.")
    return f"{words} {filled(where, newer.web)}"


def number(value: int) -> str:
    """A whole number as the language in use writes it."""
    return QLocale().toString(value)


def day(iso: str) -> str:
    """An ISO 8601 day in words: ``2024-10-11`` is «11 October 2024»."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    pattern = _worded(_LONG_DAY)
    return QLocale().toString(date, pattern) if date.isValid() else iso


def moment(iso: str) -> str:
    """A time in UTC as ISO 8601, as it was on this computer: «29 Nov 2026 13:05»."""
    when = QDateTime.fromString(iso, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(when, QLocale.FormatType.ShortFormat) if when.isValid() else iso


def year(digits: str) -> str:
    """A year in the digits of the language in use; whatever is none stays as it is."""
    # As a number it would get a separator.
    date = QDate(int(digits), 1, 1) if digits.isdecimal() and len(digits) == 4 else QDate()
    return QLocale().toString(date, "yyyy") if date.isValid() else digits


def short_date(iso: str) -> str:
    """An ISO 8601 year, month or day in words: ``2024-10-11`` is «Oct 2024»."""
    parts = iso.split("-")
    if len(parts) < 2:
        return year(iso)
    date = QDate(int(parts[0]), int(parts[1]), 1)
    return QLocale().toString(date, "MMM yyyy") if date.isValid() else iso


def day_text(when: datetime, today: date | None = None) -> str:
    """The day of a time in UTC, as it is on this computer; the year is said of other years."""
    day = when.astimezone().date()
    same_year = day.year == (today or date.today()).year
    pattern = _worded(_DAY_OF_THIS_YEAR if same_year else _DAY)
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def meta_parts(head: Head, country: Callable[[str], str]) -> tuple[str, ...]:
    """What the line under a title says: the kind, then who or where, then when."""
    parts = [kind_label(head.kind)]
    places = ", ".join(country(code) for code in head.countries[:2])
    if head.kind is Kind.HELP_SERVICE:
        stated = QCoreApplication.translate("Labels", "stated %1")
        parts += [places, filled(stated, short_date(head.source.date))]
    elif head.kind is Kind.ORGANISATION:
        parts.append(places)
    elif head.kind is not Kind.TERM:
        parts += [head.organisation or places, year(str(head.year))]
    return tuple(part for part in parts if part)


def ranges(values: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Years put together where they follow each other: 2022, 2023, 2024 is «2022–2024»."""
    runs: list[list[str]] = []
    for value in sorted(values):
        follows = runs and value.isdigit() and runs[-1][-1].isdigit()
        if follows and int(value) == int(runs[-1][-1]) + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return tuple((_span(year(run[0]), year(run[-1])), tuple(run)) for run in runs)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _worded(text: str) -> str:
    return QCoreApplication.translate("Labels", text)
