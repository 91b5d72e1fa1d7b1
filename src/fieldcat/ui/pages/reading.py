"""What the reader is given for an entry: gathered off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.entry import EntryId, Picture
from fieldcat.domain.keeping import Note, ReadingPlace
from fieldcat.errors import CatalogueDamagedError
from fieldcat.services.offered import Services
from fieldcat.ui.reader.view import EntryView, Target, entries_named


@dataclass(frozen=True, slots=True)
class Gathered:
    """An entry ready to be read, the notes on it, and where reading it stopped last, if it did.

    ``unfolded``: its sensitive parts should be open at once.
    """

    view: EntryView
    notes: tuple[Note, ...] = ()
    stopped: ReadingPlace | None = None
    unfolded: bool = False


def gathered(services: Services, entry_id: EntryId, query_text: str, *, kept: bool) -> Gathered:
    """An entry with the words for all that it names, and the words of the query marked.

    Raises:
        EntryNotFoundError: there is no such entry.
        CatalogueDamagedError: its collection is missing.
    """
    entry = services.read(entry_id, None)
    collection = services.collection(entry_id.collection)
    if collection is None:
        raise CatalogueDamagedError("an entry has no collection", entry_id=str(entry_id))
    heads = services.heads(entries_named(entry))
    targets = {known: Target(head.title, head.summary) for known, head in heads.items()}
    assets = {
        block.asset
        for section in entry.sections
        for block in section.blocks
        if isinstance(block, Picture)
    }
    pictures = {asset: data for asset in assets if (data := services.picture(asset)) is not None}
    view = EntryView(
        entry=entry,
        collection=collection,
        labels=services.labels(),
        targets=targets,
        kept=kept,
        marker=services.marker(query_text, entry.head.language),
        pictures=pictures,
        alike=services.more_like(entry_id),
    )
    own = services.own
    unfolded = services.preference("reading.sensitive", "folded") == "open"
    return Gathered(view, own.notes_on(entry_id), own.last_place(entry_id), unfolded)
