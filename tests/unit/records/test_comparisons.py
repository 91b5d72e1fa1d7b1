"""A comparison arrives as it was sent; what is none is refused."""

from __future__ import annotations

import pytest

from fieldcat.domain.comparing import Comparison, compared
from fieldcat.errors import RecordError
from fieldcat.records.comparisons import decode_comparison, encode_comparison


def test_a_comparison_arrives_as_it_was_sent() -> None:
    sent = Comparison(compared(["One.", "Two here."], ["One.", "Two there.", "Three."]), True)
    assert decode_comparison(encode_comparison(sent)) == sent


@pytest.mark.parametrize("data", [b"", b"{}", b'{"passages":[["new",[]]]}', b"\xff"])
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_comparison(data)
