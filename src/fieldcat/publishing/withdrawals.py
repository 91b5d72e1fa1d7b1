"""``withdrawn.yaml``: the entries that are published no more, and why."""

from __future__ import annotations

from pathlib import Path

from fieldcat.domain.edition import Withdrawal
from fieldcat.domain.entry import EntryId
from fieldcat.domain.taxonomy import Collection
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.mentions import read_target
from fieldcat.publishing.nodes import read_yaml
from fieldcat.publishing.text_files import read_text

FILE = "withdrawn.yaml"


def read_withdrawals(
    folder: Path, collection: Collection, known: frozenset[EntryId], log: FaultLog
) -> tuple[Withdrawal, ...]:
    """What a workspace withdraws; none where it has no such file.

    ``known`` are the entries that are there: none of them can be withdrawn as well. The date is
    that of the edition being prepared; a release keeps the date of what was withdrawn before.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    text = read_text(path, log)
    record = read_yaml(text, log) if text is not None else None
    if record is None:
        return ()
    fields = Fields(record, log)
    found: dict[EntryId, Withdrawal] = {}
    for item in fields.records("withdrawn"):
        entry = _entry(item, "entry", collection, must=True)
        reason = item.text("reason", must="why it is published no more, in a sentence or two")
        other = _entry(item, "replaced_by", collection)
        item.finish()
        if entry is None:
            continue
        if entry.collection != collection.id:
            item.fault("entry", "is another collection's", f"{collection.id}/kind/slug")
        elif entry in known:
            item.fault("entry", f"{shown(str(entry))} is still there", "an entry that was removed")
        elif entry in found:
            item.fault("entry", f"{shown(str(entry))} stands twice", "each once")
        else:
            found[entry] = Withdrawal(entry, reason, collection.date, other)
    if not fields.has("withdrawn"):
        fields.fault("withdrawn", "is missing", "a list of entry, reason, replaced_by")
    fields.finish()
    return tuple(found.values())


def _entry(
    item: Fields, name: str, collection: Collection, *, must: bool = False
) -> EntryId | None:
    text = item.text(name, must="kind/slug of the entry" if must else "")
    if not text:
        return None
    target = read_target(text, collection.id)
    if isinstance(target, EntryId):
        return target
    item.fault(name, *target)
    return None
