"""Two versions of an entry as one text that tells what was added and removed."""

from __future__ import annotations

from fieldcat.domain.comparing import Comparison, compared
from fieldcat.domain.entry import Entry
from fieldcat.storage.entry_text import folded_text, open_text


def compared_entries(old: Entry, new: Entry) -> Comparison:
    """What became of an entry; of its sensitive parts only that they differ."""
    folded = folded_text(old) != folded_text(new)
    return Comparison(compared(_lines(old), _lines(new)), folded)


def _lines(entry: Entry) -> list[str]:
    """All of an entry's text that may be shown unasked, and its figures."""
    figures = (
        " ".join(filter(None, (str(figure.value), figure.unit, figure.counts, figure.period)))
        for figure in entry.figures
    )
    return [entry.head.title, *open_text(entry).split("\n"), *figures]
