"""What the reader is given for an entry: gathered off the GUI thread."""

from __future__ import annotations

from fieldcat.domain.entry import EntryId, Picture
from fieldcat.errors import CatalogueDamagedError
from fieldcat.services.offered import Services
from fieldcat.ui.reader.view import EntryView, Target, entries_named


def gathered(services: Services, entry_id: EntryId, query_text: str, *, kept: bool) -> EntryView:
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
    return EntryView(
        entry=entry,
        collection=collection,
        labels=services.labels(),
        targets=targets,
        kept=kept,
        marker=services.marker(query_text, entry.head.language),
        pictures=pictures,
    )
