"""Entries as they are written, before they are understood: one Markdown file or row of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.publishing.nodes import Record, moved

# What a translation states itself; all else is the original's unless it is given.
OWN = frozenset({"kind", "title", "summary", "revision", "status", "language", "translates"})


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An entry's fields and text, with the place of both.

    ``line`` is where it starts in its file; ``language`` is the file name's for a translation,
    else empty. ``row``: it stands in a table.
    """

    file: str
    line: int
    kind: Kind
    slug: str
    fields: Record
    text: str = ""
    text_line: int = 1
    language: str = ""
    row: bool = False

    def id_in(self, collection: str) -> EntryId:
        """The entry's id."""
        return EntryId(collection, self.kind, self.slug)

    def completed_by(self, original: Manuscript) -> Manuscript:
        """The translation with the fields of its original that it does not state itself."""
        taken = {
            name: moved(node, self.fields.line)
            for name, node in original.fields.fields.items()
            if name not in OWN and name not in self.fields.fields
        }
        fields = {**self.fields.fields, **taken}
        return replace(self, fields=replace(self.fields, fields=fields))
