"""References: the works that an entry cites."""

from __future__ import annotations

from fieldcat.domain.entry import Reference
from fieldcat.publishing import values
from fieldcat.publishing.body import FIELD, Body
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.mentions import Mention, hold_named, read_target


def read_references(
    fields: Fields, body: Body, log: FaultLog, collection: str
) -> tuple[tuple[Reference, ...], tuple[Mention, ...]]:
    """The references in the order in which the text cites them, and the entries that they name."""
    cited = list(dict.fromkeys(citation.id for citation in body.citations))
    references: dict[str, Reference] = {}
    mentions: list[Mention] = []
    for record in fields.records("references"):
        reference = _reference(record, collection, mentions)
        record.finish()
        if reference.id in references:
            record.fault("id", f"the reference {shown(reference.id)} stands twice", "each id once")
        elif reference.id:
            references[reference.id] = reference
            if reference.id not in cited:
                record.fault(
                    "id", f"nothing cites {shown(reference.id)}", f"[^{reference.id}] in the text"
                )
    hold_named(body.citations, references, "reference", FIELD, log)
    ordered = tuple(references[name] for name in cited if name in references)
    return ordered, tuple(mentions)


def _reference(record: Fields, collection: str, mentions: list[Mention]) -> Reference:
    entry = None
    if name := record.text("entry"):
        found = read_target(name, collection)
        if isinstance(found, tuple):
            record.fault("entry", *found)
        else:
            entry = found
            mentions.append(record.mention("entry", found))
    return Reference(
        id=record.checked("id", values.is_slug, values.SLUG_ALLOWED, must=True),
        text=record.text("text", must="author, title, publisher, date"),
        url=record.url("url"),
        accessed=record.date("accessed"),
        entry=entry,
    )
