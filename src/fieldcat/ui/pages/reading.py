"""What the reader is given for an entry: gathered off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.edition import Withdrawal
from fieldcat.domain.entry import Entry, EntryId, Picture
from fieldcat.domain.keeping import Note, ReadingPlace
from fieldcat.errors import CatalogueDamagedError, EntryNotFoundError
from fieldcat.services.offered import Services
from fieldcat.ui.reader.decoding import decoded_together
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

    One that was withdrawn is there, as it last was, for who keeps it or has notes on it.

    Raises:
        EntryNotFoundError: there is no such entry.
        CatalogueDamagedError: its collection is missing.
    """
    own = services.own
    notes = own.notes_on(entry_id)
    entry, withdrawal = _found(services, entry_id, own_too=kept or bool(notes))
    collection = services.collection(entry_id.collection)
    if collection is None:
        raise CatalogueDamagedError("an entry has no collection", entry_id=str(entry_id))
    named = entries_named(entry)
    if withdrawal is not None and withdrawal.replaced_by is not None:
        named |= {withdrawal.replaced_by}
    heads = services.heads(named)
    targets = {known: Target(head.title, head.summary) for known, head in heads.items()}
    assets = (
        block.asset
        for section in entry.sections
        for block in section.blocks
        if isinstance(block, Picture)
    )
    view = EntryView(
        entry=entry,
        collection=collection,
        labels=services.labels(),
        targets=targets,
        kept=kept,
        marker=services.marker(query_text, entry.head.language),
        pictures=decoded_together(assets, services.picture),
        alike=services.more_like(entry_id),
        withdrawal=withdrawal,
    )
    unfolded = services.preference("reading.sensitive", "folded") == "open"
    return Gathered(view, notes, own.last_place(entry_id), unfolded)


def _found(
    services: Services, entry_id: EntryId, *, own_too: bool
) -> tuple[Entry, Withdrawal | None]:
    try:
        return services.read(entry_id, None), None
    except EntryNotFoundError:
        gone = services.withdrawn(entry_id) if own_too else None
        if gone is None or gone.entry is None:
            raise
        return gone.entry, gone.withdrawal
