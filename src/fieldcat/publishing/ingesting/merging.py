"""The rule by which ingesting again and writing by hand go together.

A file is overwritten only where it is, to the byte, what was last written there. What a person
changed, removed or wrote stays as it is; a newer text of its source is put beside it, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fieldcat.publishing.ingesting.memory import Kept


class Outcome(StrEnum):
    """What became of an item."""

    NEW = "new"
    UPDATED = "updated"
    """Its source has changed, and nobody had changed the entry."""
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person changed the entry, and its source has not changed since."""
    CONFLICT = "conflict"
    """A person changed the entry, and its source has changed, too."""
    GONE = "gone"
    """A person removed or renamed the entry."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do: write the text to the entry's file, or beside it, and what to keep in mind."""

    outcome: Outcome
    keep: Kept
    write: bool = False
    offer: bool = False


def decide(
    file: str, text: str, there: str | None, kept: Kept | None, *, source: str = ""
) -> Decision:
    """What becomes of an item whose entry is ``file``.

    ``text`` is the hash of the text that is to be written, ``there`` that of the file as it is,
    None where there is none; ``kept`` what is known from before. ``source`` is the hash of what
    the source alone says: where that has not changed, other proposals are no newer text.
    """
    same = kept is not None and source != "" and kept.source == source
    if there == text:
        return Decision(Outcome.UNCHANGED, Kept(file, text, source=source))
    if kept is None:
        if there is None:
            return Decision(Outcome.NEW, Kept(file, text, source=source), write=True)
        # Nobody knows who wrote what stands there: a person, for all we know.
        return Decision(Outcome.CONFLICT, Kept(file, "", text, source), offer=True)
    if there is None:
        return Decision(Outcome.GONE, kept)
    if same and there == (kept.offered or kept.written):
        return Decision(Outcome.UNCHANGED, Kept(file, there, source=source))
    if there == kept.written:
        return Decision(Outcome.UPDATED, Kept(file, text, source=source), write=True)
    if same or text in (kept.written, kept.offered):
        return Decision(Outcome.EDITED, kept)
    return Decision(Outcome.CONFLICT, Kept(file, kept.written, text, source), offer=True)
