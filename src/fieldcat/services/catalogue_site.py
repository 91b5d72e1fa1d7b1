"""Entries that somebody picked of a casebook, as a website or a ZIM file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.taxonomy import Collection
from fieldcat.services.browsing import read_entry
from fieldcat.services.casebook import Casebook
from fieldcat.services.exporting import label_of
from fieldcat.services.site_writing import Content, apart, write_site, write_zim_file


def export_entries_as_site(
    casebook: Casebook,
    *,
    entry_ids: Sequence[EntryId],
    target: Path,
    zim: bool,
    picture: Callable[[str], bytes | None],
    report: Report,
) -> int:
    """Write entries, in the language that they were written in first; gives how many.

    Raises:
        EntryNotFoundError: one is not there; nothing was written.
        ModuleNotFoundError: libzim is not installed.
        EnvironmentFaultError: it cannot be written; what was there before still is.
        CancelledError: ``report`` stopped it; nothing was written.
    """
    entries: list[Entry] = []
    for done, entry_id in enumerate(entry_ids):
        report(Progress("exporting", done, 2 * len(entry_ids)))
        entries.append(read_entry(casebook, entry_id=entry_id))
    collection = _collection(casebook, entries)
    label = label_of(casebook, collection.language)
    content = Content(collection, apart(entries), label, picture)

    def second_half(step: Progress) -> None:
        report(replace(step, done=step.total + step.done, total=2 * step.total))

    (write_zim_file if zim else write_site)(content, target, second_half)
    return len(entries)


def _collection(casebook: Casebook, entries: Sequence[Entry]) -> Collection:
    """The collection that the site is named after: that of its first entry."""
    named = {collection.id: collection for collection in casebook.collections}
    first = entries[0].id.collection if entries else ""
    return named.get(first, casebook.collections[0])
