"""``tables/*.csv``: entries of one kind, one a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.manuscripts import Manuscript
from fieldcat.publishing.nodes import Listing, Node, Record, Scalar
from fieldcat.publishing.text_files import read_text

FOLDER = "tables"
KINDS = {
    "organisations.csv": Kind.ORGANISATION,
    "help-services.csv": Kind.HELP_SERVICE,
    "terms.csv": Kind.TERM,
    "research.csv": Kind.RESEARCH,
    "learning-materials.csv": Kind.LEARNING_MATERIAL,
    "funding.csv": Kind.FUNDING,
    "tools.csv": Kind.TOOL,
}

_MOST_COLUMNS = 100
_SLUG, _TEXT = "slug", "text"
_LISTS = (
    *("countries", "regions", "topics", "audiences", "capabilities", "risks", "approaches"),
    *("related", "keywords", "verbatim"),
    *("abbreviations", "synonyms", "authors", "languages"),
)
# Columns whose items have two parts: the fields' names and what stands between them.
_PAIRS = {
    "organisations": ("organisation", "=", "role"),
    "channels": ("type", ":", "value"),
    "discouraged": ("word", "=", "why"),
}
_FILES_ONLY = frozenset({"kind", "figures", "references", "timeline", "translates"})


def read_table(path: Path, file: str, log: FaultLog) -> tuple[Manuscript, ...]:
    """The rows of a table as manuscripts. ``file`` is its name in messages and in ``KINDS``."""
    text = read_text(path, log)
    if text is None:
        return ()
    rows = _rows(text, log)
    _, header = next(rows, (1, []))
    columns = [name.strip() for name in header]
    if not _check_header(columns, log):
        return ()
    kind = KINDS[path.name]
    manuscripts: list[Manuscript] = []
    for line, cells in rows:
        if len(cells) != len(columns):
            allowed = f"{len(columns)}, as in the first line; a text with commas in quotation marks"
            log.fault(line, "", f"the row has {len(cells)} cells", allowed)
            continue
        row = dict(_placed(columns, cells, line))
        slug = row.pop(_SLUG).text.strip()
        if not values.is_slug(slug):
            problem = f"{shown(slug)} is no slug" if slug else "is missing"
            log.fault(line, _SLUG, problem, values.SLUG_ALLOWED)
            continue
        body = row.pop(_TEXT, Scalar("", line))
        fields = {name: _node(name, cell) for name, cell in row.items()}
        record = Record(fields, line, dict.fromkeys(fields, 1))
        manuscripts.append(
            Manuscript(file, line, kind, slug, record, body.text, text_line=body.line, row=True)
        )
    return tuple(manuscripts)


def _rows(text: str, log: FaultLog) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the number of its first line."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        log.fault(line, "", f"is no table from here on: {error}", 'CSV with commas and " quotes')


def _check_header(columns: list[str], log: FaultLog) -> bool:
    if len(columns) > _MOST_COLUMNS:
        log.fault(1, "", f"has {len(columns)} columns", f"at most {_MOST_COLUMNS}")
        return False
    if _SLUG not in columns:
        log.fault(1, _SLUG, "is missing", f"a first line with the names of columns, {_SLUG} first")
        return False
    twice = {name for name in columns if columns.count(name) > 1}
    for name in sorted(twice):
        log.fault(1, name, "the column stands twice" if name else "a column has no name", "once")
    refused = [name for name in columns if name in _FILES_ONLY]
    for name in refused:
        log.fault(1, name, "is not a column of tables", "an entry of its own in entries/")
    if "" in columns and "" not in twice:
        log.fault(1, "", "a column has no name", "the name of a field")
    return not twice and not refused and "" not in columns


def _placed(columns: list[str], cells: list[str], line: int) -> Iterator[tuple[str, Scalar]]:
    """The cells of a row by column, each with its line: a cell may hold several."""
    for name, cell in zip(columns, cells, strict=True):
        yield name, Scalar(cell.strip(" \t"), line)
        line += cell.count("\n")


def _node(name: str, cell: Scalar) -> Node:
    line = cell.line
    if not cell.text.strip() or (name not in _LISTS and name not in _PAIRS):
        return cell
    items = [item.strip() for item in cell.text.split(";") if item.strip()]
    if name in _LISTS:
        return Listing(tuple(Scalar(item, line) for item in items), line)
    first, sign, second = _PAIRS[name]
    pairs = [item.partition(sign) for item in items]
    return Listing(
        tuple(
            Record({first: Scalar(one.strip(), line), second: Scalar(other.strip(), line)}, line)
            for one, _, other in pairs
        ),
        line,
    )
