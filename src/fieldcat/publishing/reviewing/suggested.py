"""What is proposed for drafts and waits for a person to take it over or to remove it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.nodes import Listing, Record, Scalar
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.suggestions import FIELD
from fieldcat.publishing.workspace import Workspace


def open_suggestions(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """A warning for each proposal that nobody has decided on yet."""
    for draft in workspace.drafts:
        listing = draft.manuscript.fields.fields.get(FIELD)
        for number, item in enumerate(listing.items if isinstance(listing, Listing) else (), 1):
            if isinstance(item, Record):
                field, value = _text(item, "field"), _text(item, "value")
                why = _text(item, "because") or _text(item, "counts")
                yield Fault(
                    draft.manuscript.file,
                    item.line,
                    f"{FIELD}[{number}]",
                    f"proposes {shown(value)} for {field}" + (f": {why}" if why else ""),
                    _remedy(field, value),
                    Level.WARNING,
                    Rule.SUGGESTED,
                )


def _remedy(field: str, value: str) -> str:
    if field == "glossary":
        return f"link words of the text to it, [words](term:{value}), or remove it"
    if field == "organisations":
        return f"take it over into {field}, with its role, or remove it"
    return f"take it over into {field}, or remove it"


def _text(record: Record, name: str) -> str:
    node = record.fields.get(name)
    return node.text if isinstance(node, Scalar) else ""
