"""What becomes of an entry with another edition: the first page is painted with this alone."""

from __future__ import annotations

from enum import StrEnum


class How(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
