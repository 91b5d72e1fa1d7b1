"""A Markdown file's two parts: fields between two lines ``---``, and the text behind them."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.nodes import Record, read_yaml

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields, and the text with the number of its first line."""

    fields: Record
    text: str
    first_line: int


def split_front_matter(text: str, log: FaultLog) -> Parts | None:
    """The two parts of a file, or None with a fault noted."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        log.fault(1, "", "does not start with its fields", "a first line ---, fields, a line ---")
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            fields = read_yaml("\n".join(lines[1:number]), log, first_line=2)
            if fields is None:
                return None
            return Parts(fields, "\n".join(lines[number + 1 :]), number + 2)
    log.fault(1, "", "has fields without an end", "a line --- behind the fields")
    return None
