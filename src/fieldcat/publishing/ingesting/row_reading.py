"""Rows of a table as items: good ones are taken, each bad one is told of and kept aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing import tables, values
from fieldcat.publishing.faults import shown
from fieldcat.publishing.ingesting.cleaning import cleaned, without_unseen
from fieldcat.publishing.ingesting.columns import CHANNELS, LEFT_OUT, Mapped, match_columns
from fieldcat.publishing.ingesting.csv_reading import read_csv
from fieldcat.publishing.ingesting.items import (
    Item,
    Paragraph,
    Read,
    Remark,
    Section,
    Span,
    Value,
    Why,
)
from fieldcat.publishing.ingesting.mojibake import mended
from fieldcat.publishing.ingesting.sheets import Row, Sheet
from fieldcat.publishing.ingesting.xlsx_reading import read_xlsx
from fieldcat.publishing.reviewing.duplicates import folded
from fieldcat.publishing.typed_values import (
    ambiguous_day,
    read_country,
    read_day,
    read_flag,
    read_region,
)
from fieldcat.publishing.vocabularies import Vocabularies

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")

_DATES = frozenset({"source_date", "started", "published", "opens", "closes", "last_checked"})
_ADDRESSES = frozenset({"source_url", "url"})
_LISTS = frozenset({"keywords", "verbatim", "related", "authors", "abbreviations", "synonyms"})
_FILED = frozenset({"topics", "audiences", "capabilities", "risks", "approaches"})
_ONE_OF = {
    "evidence": "evidence",
    "service_kind": "help-service-kinds",
    "organisation_kind": "organisation-kinds",
}


class _BadRowError(Exception):
    """Why a row cannot be taken."""


@dataclass(frozen=True, slots=True)
class TableSetting:
    """How tables are read: the kind that was asked for, the mapping file, the workspace's words."""

    kind: Kind | None = None
    mapped: Mapped = field(default_factory=Mapped)
    vocabularies: Vocabularies = field(default_factory=dict)


def kind_named(path: Path) -> Kind | None:
    """The kind that a file's name says, such as ``help-services.xlsx``."""
    return tables.KINDS.get(f"{path.stem.casefold().replace('_', '-').replace(' ', '-')}.csv")


def read_rows(path: Path, setting: TableSetting) -> Iterator[Read]:
    """The items of a CSV or XLSX file, and what is to be said of it.

    The kind is the mapping file's, else the one that was asked for, else the one that the file is
    named after.

    Raises:
        OSError: it cannot be read.
    """
    kind = setting.mapped.kind or setting.kind or kind_named(path)
    if kind is None:
        yield Remark(Why.BROKEN, "nobody said of what kind its rows are: --kind, or a mapping file")
        return
    xlsx = path.suffix.casefold() in (".xlsx", ".xlsm")
    sheet: Sheet = read_xlsx(path) if xlsx else read_csv(path)
    if sheet.error:
        yield Remark(Why.BROKEN, sheet.error)
        return
    yield from (Remark(Why.OF_SOURCE, note) for note in sheet.notes)
    header = next(sheet.rows, Row(1, ()))
    columns = match_columns(header.cells, kind, setting.mapped)
    if "title" not in columns.values():
        names = ", ".join(shown(name) for name in header.cells if name.strip())
        yield Remark(Why.BROKEN, f"no column is the title; there are {names}", line=header.number)
        return
    for at, name in enumerate(header.cells):
        told = setting.mapped.columns.get(name)
        if at not in columns and name.strip() and told != LEFT_OUT:
            yield Remark(
                Why.OF_SOURCE, f"the column {shown(name)} is not taken", line=header.number
            )
    reader = _RowReader(path.name, kind, setting, header, columns)
    for row in sheet.rows:
        yield from reader.read(row)


class _RowReader:
    def __init__(
        self,
        name: str,
        kind: Kind,
        setting: TableSetting,
        header: Row,
        columns: Mapping[int, str],
    ) -> None:
        self._name = name
        self._kind = kind
        self._mapped = setting.mapped
        self._columns = columns
        self._width = len(header.cells)
        self._names = header.cells
        self._key = next(
            (
                at
                for at, name in enumerate(header.cells)
                if folded(name) == folded(setting.mapped.key or "slug") and name.strip()
            ),
            None,
        )
        self._concepts = {
            id: {
                word: concept.id
                for concept in vocabulary.concepts
                for word in (folded(concept.label), folded(concept.id))
            }
            for id, vocabulary in setting.vocabularies.items()
            if vocabulary is not None
        }

    def read(self, row: Row) -> Iterator[Read]:
        remarks: list[Remark] = []
        try:
            item = self._item(row, remarks)
        except _BadRowError as error:
            whole = " | ".join(cell.strip() for cell in row.cells)
            cells = {
                self._names[at] if at < len(self._names) else f"column {at + 1}": cell
                for at, cell in enumerate(row.cells)
            }
            yield Remark(Why.BAD_ROW, f"{error}: {whole}", line=row.number, cells=cells)
        else:
            yield from remarks
            yield item

    def _item(self, row: Row, remarks: list[Remark]) -> Item:
        given: dict[str, str] = dict(self._mapped.defaults)
        for at, name in self._columns.items():
            text = row.cells[at] if at < len(row.cells) else ""
            if at in row.formulas:
                raise _BadRowError(f"{name} holds a formula and no value")
            if text.strip():
                given[name] = mended(text)
                if given[name] != text:
                    remarks.append(Remark(Why.MOJIBAKE, text, line=row.number))
        beyond = [cell for cell in row.cells[self._width :] if cell.strip()]
        if beyond:
            raise _BadRowError(f"it has {len(beyond)} cells more than there are columns")
        title = cleaned(given.pop("title", "")).strip()
        if not title:
            raise _BadRowError("it has no title")
        slug = cleaned(given.pop("slug", "")).strip()
        sections = self._sections(given.pop("text", ""))
        channels = [
            {"type": kind, "value": cleaned(value)}
            for kind in CHANNELS
            if self._kind is Kind.HELP_SERVICE
            for value in _several(given.pop(kind, ""))
        ]
        fields: dict[str, Value] = {}
        for name, text in given.items():
            fields[name] = self._value(name, text, title, remarks, row)
        if channels:
            fields["channels"] = [*_records(fields.get("channels", ())), *channels]
        unfiled = [remark.text for remark in remarks if remark.why is Why.UNFILED]
        if unfiled:
            known = [word for word in fields.get("keywords", ()) if isinstance(word, str)]
            fields["keywords"] = tuple(dict.fromkeys([*known, *unfiled]))
        return Item(self._identity(row, slug, title), self._kind, title, slug, fields, sections)

    def _identity(self, row: Row, slug: str, title: str) -> str:
        """How a later run knows the row again: by its key, else its slug, else its title."""
        key = slug or folded(title)
        if self._key is not None and self._key < len(row.cells) and row.cells[self._key].strip():
            key = row.cells[self._key].strip()
        return f"{self._name}#{key}"

    def _sections(self, text: str) -> tuple[Section, ...]:
        paragraphs = tuple(
            Paragraph((Span(cleaned(part).strip()),))
            for part in re.split(r"\n\s*\n", without_unseen(text.replace("\r", "\n")))
            if part.strip()
        )
        term = self._kind is Kind.TERM
        role = SectionRole.DEFINITION if term else SectionRole.ABOUT
        return (Section(role.value.capitalize(), role, paragraphs),) if paragraphs else ()

    def _value(self, name: str, text: str, title: str, remarks: list[Remark], row: Row) -> Value:
        words = cleaned(text).strip()
        if name in _DATES:
            return self._date(name, words)
        if name in ("year", "founded"):
            year = read_day(words)[:4]
            if not year:
                raise _BadRowError(f"{name}: {shown(words)} is no year")
            return year
        if name in ("countries", "regions"):
            read = read_country if name == "countries" else read_region
            return tuple(_code(name, part, read(part)) for part in _places(text))
        if name in _ADDRESSES or name == "website":
            return _address(name, words)
        if name == "offline":
            flag = read_flag(words)
            if not flag:
                raise _BadRowError(f"offline: {shown(words)} is neither yes nor no")
            return flag
        if name == "channels":
            pairs = (part.partition(":") for part in _several(text))
            return [{"type": one.strip(), "value": other.strip()} for one, _, other in pairs]
        if name in ("organisations", "discouraged"):
            one, other = ("organisation", "role") if name == "organisations" else ("word", "why")
            pairs = (part.partition("=") for part in _several(text))
            return [{one: first.strip(), other: second.strip()} for first, _, second in pairs]
        if name in _FILED:
            return self._filed(name, text, title, remarks, row)
        if name in _ONE_OF:
            known = self._concepts.get(_ONE_OF[name], {})
            found = known.get(folded(words), "")
            if not found:
                raise _BadRowError(f"{name}: {shown(words)} is no word of {_ONE_OF[name]}")
            return found
        if name in _LISTS or name == "languages":
            return tuple(_several(text))
        return words

    def _date(self, name: str, words: str) -> str:
        day = read_day(words, first=self._mapped.first)
        if day and (name != "last_checked" or values.is_day(day)):
            return day
        if ambiguous_day(words):
            raise _BadRowError(
                f"{name}: {shown(words)} can be read two ways; say dates: day-first or month-first"
            )
        raise _BadRowError(f"{name}: {shown(words)} is no date")

    def _filed(
        self, name: str, text: str, title: str, remarks: list[Remark], row: Row
    ) -> tuple[str, ...]:
        known = self._concepts.get(name, {})
        found: dict[str, None] = {}
        for part in _several(text, also=","):
            if (id := known.get(folded(part))) is not None:
                found[id] = None
            else:
                remarks.append(Remark(Why.UNFILED, part, title, row.number))
        return tuple(found)


def _records(value: Value) -> list[Mapping[str, str]]:
    return [one for one in value if not isinstance(one, str)]


def _code(name: str, typed: str, code: str) -> str:
    if not code:
        raise _BadRowError(f"{name}: {shown(typed)} is none that is known")
    return code


def _address(name: str, words: str) -> str:
    address = words if "://" in words or not words else f"https://{words}"
    if not values.is_url(address) or "." not in address:
        raise _BadRowError(f"{name}: {shown(words)} is no address of the web")
    return address


def _several(text: str, *, also: str = "") -> list[str]:
    """The items of a cell, divided by ; or line breaks, by commas where there is neither."""
    divided = re.split(r"[;\n]", text)
    if also and len(divided) == 1:
        divided = text.split(also)
    parts = (cleaned(part).strip() for part in divided)
    return list(dict.fromkeys(part for part in parts if part))


def _places(text: str) -> list[str]:
    """Countries in a cell. A comma divides them where the whole is not one country's name."""
    parts: list[str] = []
    for part in _several(text):
        if read_country(part) or read_region(part):
            parts.append(part)
        else:
            parts += [
                cleaned(one).strip() for one in re.split(r"[,/]| and | y ", part) if one.strip()
            ]
    return parts
