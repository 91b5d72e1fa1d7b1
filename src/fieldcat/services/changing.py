"""What becomes of the entries of a collection where another edition of it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fieldcat.domain.entry import EntryId
from fieldcat.domain.updating import Change, How
from fieldcat.records.packs import ENTRY, Key, Line
from fieldcat.records.replaying import Standing
from fieldcat.services.unchanged import Digests, is_unchanged
from fieldcat.storage.catalogue import Catalogue

Lines = Callable[[Iterable[int]], Iterable[Line]]
"""Gives the lines that stand at these places, in order."""


def changes(
    standing: Standing, lines: Lines, catalogue: Catalogue, known: Digests
) -> Iterator[Change]:
    """What becomes of each entry, new ones first, then by id.

    ``lines`` are those of ``standing``; of them only what differs from what is ``known`` of the
    catalogue is read.

    Raises:
        RecordError, NewerFormatError: a line does not hold what it should.
    """
    of_it = f"{standing.collection}/"
    before = {key: digest for key, digest in known.items() if key.id.startswith(of_it)}
    differs = [
        standing.puts[key] for key, put in standing.digests.items() if before.get(key) != put
    ]
    titles = {str(id): title for id, title in _titles(catalogue)}
    found: dict[str, Change] = {}
    for line in lines(differs):
        key = line.key
        if is_unchanged(line, before):
            continue
        entry = line.entry()
        how = How.CHANGED if key.id in titles else How.NEW
        title = titles.get(key.id, "") if key.language else entry.head.title
        # Where only a translation differs, the entry has the title of its original.
        if not key.language or key.id not in found:
            found[key.id] = Change(entry.id, title or entry.head.title, how)
    for key in before:
        if key in standing.puts or key.id in found:
            continue
        withdrawal = standing.withdrawn.get(key._replace(language=""))
        gone = Key(ENTRY, key.id) not in standing.puts
        how = How.WITHDRAWN if gone else How.CHANGED
        reason = withdrawal.reason if withdrawal and gone else ""
        found[key.id] = Change(EntryId.parse(key.id), titles[key.id], how, reason)
    order = list(How)
    yield from sorted(found.values(), key=lambda change: (order.index(change.how), change.entry))


def _titles(catalogue: Catalogue) -> Iterable[tuple[EntryId, str]]:
    titles = catalogue.titles()
    return ((EntryId.parse(id), titles[number]) for number, id in enumerate(catalogue.keys(), 1))
