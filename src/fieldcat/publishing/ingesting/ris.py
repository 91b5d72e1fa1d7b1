"""RIS: a line a field, ``TAG  - value``, as reference managers exchange it.

The tags are those of the specification by Research Information Systems (2011), and what the usual
programs write besides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from fieldcat.publishing.ingesting.works import Work, person

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|)$")
_TITLES, _AUTHORS = ("TI", "T1", "CT", "BT"), ("AU", "A1", "A2", "A3")


def read_ris(text: str) -> Iterator[Work]:
    """The works of a RIS text. A work without its end ends where the next begins."""
    # Each value as the lines that it stands in: one may go on for very many.
    fields: dict[str, list[list[str]]] = defaultdict(list)
    began, last = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.match(line.strip("\ufeff").rstrip())
        if match is None:
            if last and line.strip():
                fields[last][-1].append(line.strip())
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY":
            if fields:
                yield _work(fields, began)
            fields, began, last = defaultdict(list), number, ""
        if tag == "ER":
            if fields:
                yield _work(fields, began)
            fields, last = defaultdict(list), ""
        else:
            fields[tag].append([value])
            last = tag
    if fields:
        yield _work(fields, began)


def _work(lines: dict[str, list[list[str]]], line: int) -> Work:
    fields = {tag: [" ".join(value) for value in values] for tag, values in lines.items()}

    def first(*tags: str) -> str:
        return next((value for tag in tags for value in fields.get(tag, ()) if value), "")

    start, end = first("SP"), first("EP")
    return Work(
        key=first("ID"),
        title=first(*_TITLES),
        authors=tuple(person(name) for tag in _AUTHORS for name in fields.get(tag, ()) if name),
        published=_date(first("DA", "PY", "Y1")),
        publisher=first("PB"),
        within=first("T2", "JO", "JF", "JA"),
        volume=first("VL"),
        issue=first("IS"),
        pages=f"{start}-{end}" if start and end else start,
        url=first("UR", "L1"),
        doi=first("DO").removeprefix("https://doi.org/"),
        abstract=first("AB", "N2"),
        language=first("LA"),
        keywords=tuple(fields.get("KW", ())),
        line=line,
    )


def _date(written: str) -> str:
    """``2023/05/11/spring`` as ``2023-05-11``; parts that are empty are left out."""
    parts = [part for part in written.split("/")[:3] if part.strip().isdigit()]
    return "-".join(parts) if parts else written
