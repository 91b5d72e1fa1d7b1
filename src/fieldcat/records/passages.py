"""The record of a passage of an entry: words that a note is on, or that a session shows."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from fieldcat.domain.keeping import Passage
from fieldcat.records.names import MAX_AROUND, MAX_NOTE

_Words = Annotated[str, Meta(max_length=MAX_NOTE)]
_Around = Annotated[str, Meta(max_length=MAX_AROUND)]


class PassageRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of a block, with some of the words around them."""

    block: Annotated[str, Meta(max_length=1_000)]
    quotation: _Words
    before: _Around = ""
    after: _Around = ""


def passage_record(passage: Passage | None) -> PassageRecord | None:
    """The record of a passage, if there is one."""
    if passage is None:
        return None
    return PassageRecord(passage.block, passage.quotation, passage.before, passage.after)


def passage_of(record: PassageRecord | None) -> Passage | None:
    """The passage that a record holds, if there is one."""
    if record is None:
        return None
    return Passage(record.block, record.quotation, record.before, record.after)
