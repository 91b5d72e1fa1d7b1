"""The place that somebody finds wrong, before they have said what."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.head import EntryId, Head


@dataclass(frozen=True, slots=True)
class Wrong:
    """An entry, or what stands in it: ``about`` as in a `Correction`, ``quoted`` its words."""

    entry: EntryId
    title: str
    revision: int
    about: str = ""
    quoted: str = ""


def wrong_in(head: Head, about: str = "", quoted: str = "") -> Wrong:
    """Something in an entry."""
    return Wrong(head.id, head.title, head.revision, about, quoted)
