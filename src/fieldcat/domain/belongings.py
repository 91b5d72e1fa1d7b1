"""All that a person made, in one piece: what is removed, restored, or taken to another laptop."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, SavedSearch

if TYPE_CHECKING:
    # They have all kinds of blocks and parts, which a window that opens does not load.
    from fieldcat.domain.holding import Correction, HeldSession
    from fieldcat.domain.session import Session


@dataclass(frozen=True, slots=True)
class Belongings:
    """Some or all of what a person made: what was removed, what is taken to another laptop.

    Preferences belong to a laptop and are not among it.
    """

    folders: tuple[Folder, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    sessions: tuple[Session, ...] = ()
    held: tuple[HeldSession, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not any(getattr(self, field.name) for field in fields(self))
