"""Whatever a process of ours says, what is wrong with it is told in one error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fieldcat.errors import RecordError
from fieldcat.records.card_offers import decode_card_offer
from fieldcat.records.comparisons import decode_comparison
from fieldcat.records.editions import decode_about, decode_card, decode_edition
from fieldcat.records.packs import read_line
from fieldcat.records.previews import decode_changes, decode_outcome, decode_preview
from fieldcat.records.rebuilt import decode_rebuilt
from fieldcat.records.standings import decode_standing
from fieldcat.records.web_news import decode_web_news
from fieldcat.records.work_lines import decode_line

READERS: tuple[Callable[[bytes], object], ...] = (
    *(decode_about, decode_card, decode_card_offer, decode_changes, decode_comparison),
    *(decode_edition, decode_line, decode_outcome, decode_preview, decode_rebuilt),
    *(decode_standing, decode_web_news, read_line),
)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense",
        b"[]]",
        b'{"more": "\xff"}',
        b'{"more": ' + b"[" * 100_000,
        b"\x81\xa1\xff" * 9,
    ],
    ids=["nothing", "words", "too much", "no text", "nested without end", "bytes"],
)
def test_what_cannot_be_read_is_no_record(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(RecordError):
        read(data)
