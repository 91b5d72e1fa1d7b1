"""What an edition would change, and what of a person's own it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.head import EntryId
from fieldcat.domain.how import How as How

if TYPE_CHECKING:
    # A row that is marked as new is painted without these.
    from fieldcat.domain.belongings import Belongings
    from fieldcat.domain.edition import Edition
    from fieldcat.domain.session import Session


@dataclass(frozen=True, slots=True)
class Host:
    """The web host of a collection's publisher, as that which an edition comes from."""

    collection: str


Origin = Path | Host
"""What an edition comes from: a file, or what was fetched from a host."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that an edition changes; ``reason`` if it is withdrawn."""

    entry: EntryId
    title: str
    how: How
    reason: str = ""


@dataclass(frozen=True, slots=True)
class InSession:
    """A session of the person's that shows parts of an entry; it may have no title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A change to an entry that a person has something on: how many of each.

    ``folders`` are the names of those that it is kept in; ``sessions`` those with steps that show
    parts of it, as they were when they were added.
    """

    change: Change
    bookmarks: int = 0
    notes: int = 0
    folders: tuple[str, ...] = ()
    sessions: tuple[InSession, ...] = ()


@dataclass(frozen=True, slots=True)
class PastChange:
    """What once changed what is read; ``at`` is UTC in ISO 8601.

    ``what`` is ``"import"``, ``"edition"`` (another was chosen), ``"disable"``, ``"enable"`` or
    ``"remove"``. ``edition`` took the place of ``before`` (0: of nothing). ``generation`` numbers
    the casebooks that were made; ``undone`` if this one is not part of what is read.
    """

    generation: int
    what: str
    at: str
    collection: str
    title: str
    publisher: str
    edition: int
    before: int
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What the import changed that made what is read; ``generation`` 0: none did."""

    generation: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A verified edition, as it is offered.

    ``manifest`` is the SHA-256 of what was signed, ``keys`` are the ids of the keys that may sign
    it, ``fingerprint`` is that of the publisher's root. ``here`` is the edition that is read now, 0
    if none; ``size`` in bytes, of the bundle. Taking it in takes ``needed`` bytes of the ``free``
    ones, at the most.
    """

    edition: Edition
    manifest: str
    fingerprint: str
    keys: tuple[str, ...]
    here: int
    size: int
    changes: tuple[Change, ...]
    touched: tuple[Touched, ...]
    # Of a moment: what is offered is the same at another.
    needed: int = field(default=0, compare=False)
    free: int = field(default=0, compare=False)

    @property
    def is_news(self) -> bool:
        """Whether the edition is later than what is here."""
        return self.edition.number > self.here

    def count(self, how: How) -> int:
        """How many entries are new, changed or withdrawn."""
        return sum(change.how is how for change in self.changes)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did.

    ``generation`` is the number of what is read now; None where there was nothing new.
    """

    preview: Preview
    generation: int | None


def touched(changes: Iterable[Change], own: Belongings) -> tuple[Touched, ...]:
    """The changes to what a person keeps, has notes on, or shows parts of in sessions.

    They come in the order of the changes.
    """
    kept = Counter(bookmark.entry for bookmark in own.bookmarks)
    noted = Counter(note.entry for note in own.notes)
    names = {folder.number: folder.name for folder in own.folders}
    within: dict[EntryId, list[str]] = {}
    for bookmark in own.bookmarks:
        if bookmark.folder in names:
            within.setdefault(bookmark.entry, []).append(names[bookmark.folder])
    shown = _shown(own.sessions)
    found = (
        Touched(
            change,
            kept[change.entry],
            noted[change.entry],
            tuple(within.get(change.entry, ())),
            tuple(shown.get(change.entry, ())),
        )
        for change in changes
    )
    return tuple(touch for touch in found if touch.bookmarks or touch.notes or touch.sessions)


def _shown(sessions: Iterable[Session]) -> dict[EntryId, list[InSession]]:
    """The sessions that show parts of an entry, each once."""
    from fieldcat.domain.session import origin_of  # a row that is marked is painted without it

    shown: dict[EntryId, list[InSession]] = {}
    for session in sessions:
        origins = (origin_of(step.content) for step in session.steps)
        for entry in dict.fromkeys(origin.entry for origin in origins if origin is not None):
            shown.setdefault(entry, []).append(InSession(session.id, session.title))
    return shown
