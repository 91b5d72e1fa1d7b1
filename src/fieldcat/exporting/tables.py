"""Entries as rows: one table for entries of any kinds, and the cells that spreadsheets may hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields as fields_of
from typing import Any

from fieldcat.domain.entry import Channel, Discouraged, Entry, EntryId, Event
from fieldcat.exporting.prose import plain_text

Label = Callable[[str, str], str]
"""Gives the words for an id of a vocabulary (``topics``, ``countries``, …)."""

_ID_LISTS = (
    *("countries", "regions", "topics", "audiences", "capabilities", "risks", "approaches"),
)
_FIRST = ("id", "kind", "language", "title", "summary", "organisations", *_ID_LISTS)
_LAST = ("evidence", "year", "source_title", "source_publisher", "source_date", "source_url")
_LONGEST_CELL = 32_767
"""Characters: more in a cell neither Excel nor LibreOffice holds."""
# The wide forms are signs of a formula, too, where spreadsheets speak Japanese or Chinese.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows_of(entries: Iterable[Entry], label: Label) -> Iterator[tuple[str, ...]]:
    """The names of the columns, then a row an entry.

    Columns of parts are those that an entry of these kinds has; where several kinds have a field
    of one name, they share its column. The text is the last column.
    """
    entries = tuple(entries)
    own = dict.fromkeys(
        field.name for entry in entries for field in fields_of(entry.part) if field.name != "label"
    )
    columns = (*_FIRST, *own, *_LAST, "keywords", "text")
    yield columns
    for entry in entries:
        cells = _cells(entry, label)
        yield tuple(cells.get(name, "") for name in columns)


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that spreadsheets open as it is: UTF-8 with its mark, and no cell is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that starts like one gets a ' before it.

    See OWASP, «CSV Injection». Cells that are too long are cut.
    """
    cut = cell if len(cell) <= _LONGEST_CELL - 1 else f"{cell[: _LONGEST_CELL - 2]}…"
    return f"'{cut}" if cut.startswith(_STARTS) else cut


def _cells(entry: Entry, label: Label) -> Mapping[str, str]:
    head = entry.head
    cells = {
        "id": str(head.id),
        "kind": head.kind.value,
        "language": head.language,
        "title": head.title,
        "summary": head.summary,
        "organisations": "; ".join(
            f"{party.name or party.organisation.slug} ({label('organisation-roles', party.role)})"
            for party in head.organisations
        ),
        "evidence": label("evidence", head.evidence) if head.evidence else "",
        "year": str(head.year or ""),
        "source_title": head.source.title,
        "source_publisher": head.source.publisher,
        "source_date": head.source.date,
        "source_url": head.source.url,
        "keywords": "; ".join(head.keywords),
        "text": plain_text(entry),
    }
    for name in _ID_LISTS:
        cells[name] = "; ".join(label(name, value) for value in getattr(head, name))
    for field in fields_of(entry.part):
        cells[field.name] = _said(getattr(entry.part, field.name), field.name, label)
    return cells


def _said(value: Any, name: str, label: Label) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(_said(one, name, label) for one in value)
    if isinstance(value, Channel):
        return f"{value.type}: {value.value}"
    if isinstance(value, Discouraged):
        return f"{value.word} = {value.why}" if value.why else value.word
    if isinstance(value, Event):
        return f"{value.date}: {value.text}"
    if isinstance(value, EntryId):
        return value.slug
    if name in ("service_kind", "organisation_kind"):
        vocabulary = "help-service-kinds" if name == "service_kind" else "organisation-kinds"
        return label(vocabulary, str(value))
    return "" if value is None else str(value)
