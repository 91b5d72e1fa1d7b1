"""The first sheet of an XLSX file, read as a stream; whatever is in it, nothing is reckoned.

An XLSX file is a zip of XML (ECMA-376). What a stranger made may be a bomb: sizes are held to
limits before anything is unpacked, and documents with types of their own are refused.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812  # zlib calls it only «error»

from fieldcat.publishing.ingesting.sheets import (
    MOST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    is_formula,
    unreadable,
)

MOST_BYTES = 100_000_000
_MOST_UNPACKED = 400_000_000
_MOST_FILES = 5_000
_MOST_STRINGS = 40_000_000
_CHUNK = 1 << 16
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of numbers that show dates or times (ECMA-376 part 1, 18.8.30)."""
_REFERENCE = re.compile(r"([A-Z]{1,3})\d+")


class _FlawError(Exception):
    """Why the file cannot be read."""


def read_xlsx(path: Path) -> Sheet:
    """The rows of the first sheet.

    All of it is read before the first row is given: nothing is taken in by halves.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        return unreadable(f"it has more than {MOST_BYTES // 1_000_000} MB")
    try:
        with ZipFile(path) as archive:
            _look_at(archive)
            book = _book(archive)
            strings = _strings(archive)
            rows = _Rows(strings, _date_styles(archive), book.starts_1904)
            _parse(archive, book.sheet, rows.begin, rows.end, rows.hear)
    except (BadZipFile, KeyError, EOFError, RuntimeError, NotImplementedError) as error:
        return unreadable(f"it is no XLSX file: {error}")
    except (expat.ExpatError, DeflateError, ValueError, OverflowError) as error:
        return unreadable(f"it is damaged: {error}")
    except _FlawError as error:
        return unreadable(str(error))
    if not rows.found:
        return unreadable("its first sheet is empty")
    notes = (f"sheet “{book.name}”",) + (
        (f"the other sheets are not read: {', '.join(book.others)}",) if book.others else ()
    )
    return Sheet(iter(rows.found), notes)


@dataclass(frozen=True, slots=True)
class _Book:
    sheet: str
    name: str
    others: tuple[str, ...]
    starts_1904: bool


def _look_at(archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MOST_FILES:
        raise _FlawError(f"it holds {len(members):,} files")
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        raise _FlawError("it is packed as no spreadsheet is")
    unpacked = sum(member.file_size for member in members)
    if unpacked > _MOST_UNPACKED:
        raise _FlawError(f"it would be {unpacked // 1_000_000:,} MB when unpacked")


def _book(archive: ZipFile) -> _Book:
    sheets: list[tuple[str, str]] = []
    targets: dict[str, str] = {}
    epoch: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            key = next((value for key, value in attributes.items() if key.endswith("id")), "")
            relation = attributes.get("r:id", key)
            sheets.append((attributes.get("name", ""), relation))
        elif name == "workbookPr":
            epoch.append(attributes.get("date1904", ""))
        elif name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(archive, "xl/workbook.xml", begin)
    _parse(archive, "xl/_rels/workbook.xml.rels", begin)
    if not sheets:
        raise _FlawError("it has no sheet")
    name, relation = sheets[0]
    target = targets.get(relation, "worksheets/sheet1.xml")
    path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
    others = tuple(other for other, _ in sheets[1:])
    return _Book(posixpath.normpath(path), name, others, epoch[:1] in (["1"], ["true"]))


def _strings(archive: ZipFile) -> list[str]:
    """The texts that cells name by their number."""
    strings: list[str] = []
    parts: list[str] = []
    total = 0
    inside = reading = False

    def begin(name: str, _attributes: dict[str, str]) -> None:
        nonlocal inside, reading
        inside = inside or name == "si"
        # «rPh» is how a word is spoken, which nobody wrote.
        reading = inside and name == "t"
        if name == "rPh":
            inside = False

    def hear(text: str) -> None:
        nonlocal total
        if reading:
            total += len(text)
            if total > _MOST_STRINGS:
                raise _FlawError("its texts are too long")
            parts.append(text)

    def end(name: str) -> None:
        nonlocal inside, reading
        if name == "t":
            reading = False
        elif name == "rPh":
            inside = True
        elif name == "si":
            inside = False
            strings.append("".join(parts))
            parts.clear()

    if "xl/sharedStrings.xml" in archive.namelist():
        _parse(archive, "xl/sharedStrings.xml", begin, end, hear)
    return strings


def _date_styles(archive: ZipFile) -> frozenset[int]:
    """The styles of cells that show their number as a date."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    inside = False

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            styles.append(int(attributes.get("numFmtId", 0)))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    if "xl/styles.xml" in archive.namelist():
        _parse(archive, "xl/styles.xml", begin, end)
    return frozenset(
        at
        for at, number in enumerate(styles)
        if number in _DATE_FORMATS or _shows_date(formats.get(number, ""))
    )


def _shows_date(code: str) -> bool:
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower())
    return any(sign in plain for sign in "dy") or ("m" in plain and "0" not in plain)


@dataclass(slots=True)
class _Rows:
    """Takes the rows from a sheet's XML as it goes by."""

    strings: list[str]
    dates: frozenset[int]
    starts_1904: bool
    found: list[Row] = field(default_factory=list)
    _cells: dict[int, str] = field(default_factory=dict)
    _formulas: set[int] = field(default_factory=set)
    _total: int = 0
    _number: int = 0
    _column: int = -1
    _type: str = ""
    _style: int = 0
    _reading: bool = False
    _parts: list[str] = field(default_factory=list)

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._cells, self._formulas, self._column = {}, set(), -1
        elif name == "c":
            self._column = _column_of(attributes.get("r", ""), self._column + 1)
            self._type, self._style = attributes.get("t", "n"), int(attributes.get("s", 0))
            self._parts = []
        elif name == "f":
            self._formulas.add(self._column)
        self._reading = name in ("v", "t")

    def hear(self, text: str) -> None:
        if self._reading:
            self._parts.append(text)

    def end(self, name: str) -> None:
        self._reading = False
        if name == "c" and self._parts:
            text = self._value("".join(self._parts)[:MOST_CELL])
            self._cells[self._column] = text
            self._total += len(text) if self._type != "s" else 0
            if self._total > _MOST_STRINGS:
                raise _FlawError("its texts are too long")
            # What a formula last gave is as good as any value; one that gave nothing is not.
            self._formulas.discard(self._column)
            if self._type in ("s", "inlineStr") and is_formula(text):
                self._formulas.add(self._column)
        elif name == "row" and (any(self._cells.values()) or self._formulas):
            width = max((*self._cells, *self._formulas)) + 1
            cells = tuple(self._cells.get(at, "") for at in range(width))
            self.found.append(Row(self._number, cells, frozenset(self._formulas)))
            if len(self.found) > MOST_ROWS + 1:
                raise _FlawError(f"it has more than {MOST_ROWS:,} rows: divide it")

    def _value(self, text: str) -> str:
        match self._type:
            case "s":
                at = int(text) if text.strip().isdigit() else -1
                return self.strings[at] if 0 <= at < len(self.strings) else ""
            case "b":
                return "true" if text.strip() == "1" else "false"
            case "e":
                return ""
            case "n":
                return self._numbered(text.strip())
            case _:
                return text

    def _numbered(self, text: str) -> str:
        try:
            number = float(text)
        except ValueError:
            return text
        if self._style in self.dates and 0 < number < 2_958_466:
            epoch = datetime(1904, 1, 1) if self.starts_1904 else datetime(1899, 12, 30)
            return (epoch + timedelta(days=number)).date().isoformat()
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else text


def _column_of(reference: str, following: int) -> int:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        at = following
    else:
        at = 0
        for letter in match[1]:
            at = at * 26 + ord(letter) - 64
        at -= 1
    if at >= MOST_COLUMNS:
        raise _FlawError(f"it has more than {MOST_COLUMNS} columns")
    return at


_Begin = Callable[[str, dict[str, str]], None]


def _parse(
    archive: ZipFile,
    member: str,
    begin: _Begin,
    end: Callable[[str], None] = lambda _name: None,
    hear: Callable[[str], None] = lambda _text: None,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise _FlawError("it declares a document type, which no spreadsheet needs")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: begin(_local(name), attributes)
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = hear
    with archive.open(member) as file:
        for chunk in _chunks(file):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _local(name: str) -> str:
    return name.rpartition(":")[2]
