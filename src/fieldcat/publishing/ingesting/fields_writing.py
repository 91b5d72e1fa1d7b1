"""Writing the fields of an entry, so that reading them gives the same values back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from fieldcat.publishing.ingesting.items import Note, Value

# What needs no quotation marks in a workspace: ids, dates, numbers, addresses.
_BARE = re.compile(r"(?!null$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|https?://[^\s#,\[\]{}\"'&*!|>%@`]+")
_SEVERAL = 60


def written_fields(fields: Mapping[str, Value], notes: tuple[Note, ...] = ()) -> str:
    """Fields as YAML, in their order; those without a value are left out."""
    lines = [line for name, value in fields.items() for line in _field(name, value)]
    if notes:
        lines.append("references:")
        for note in notes:
            lines += [f"  - id: {note.id}", f"    text: {_scalar(note.text)}"]
            lines += [f"    url: {_scalar(note.url)}"] if note.url else []
    return "\n".join(lines) + "\n"


def _field(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield f"{name}: {_scalar(value)}"
        return
    texts = [_scalar(item) for item in value if isinstance(item, str) and item.strip()]
    records = [item for item in value if not isinstance(item, str)]
    if texts and sum(map(len, texts)) <= _SEVERAL:
        yield f"{name}: [{', '.join(texts)}]"
    elif texts or records:
        yield f"{name}:"
        yield from (f"  - {text}" for text in texts)
    for record in records:
        given = [(key, text) for key, text in record.items() if text.strip()]
        for number, (key, text) in enumerate(given):
            yield f"  {' ' if number else '-'} {key}: {_scalar(text)}"


def _scalar(text: str) -> str:
    text = " ".join(text.split())
    if _BARE.fullmatch(text) and not text.endswith(":"):
        return text
    # What JSON quotes, YAML reads alike.
    return json.dumps(text, ensure_ascii=False)
