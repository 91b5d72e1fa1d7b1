"""``suggested``: what is proposed for a draft. A person takes it over, or removes it."""

from __future__ import annotations

from fieldcat.publishing.fields import Fields

FIELD = "suggested"
_PARTS = ("because", "qualifier", "unit", "counts", "section", "sentence")


def read_suggested(fields: Fields) -> None:
    """Hold the proposals of an entry to their form; nothing of them is published."""
    for record in fields.records(FIELD):
        record.text("field", must="the field that it is for")
        record.text("value", must="what is proposed for it")
        for name in _PARTS:
            record.text(name)
        record.finish()
