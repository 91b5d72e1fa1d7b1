"""What a host has, and what a card says, arrive as they were sent; what is neither is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldcat.domain.edition import Card
from fieldcat.domain.fingerprints import fingerprint_words
from fieldcat.domain.publishers import CardOffer, WebNews
from fieldcat.errors import RecordError
from fieldcat.records.card_offers import decode_card_offer, encode_card_offer
from fieldcat.records.web_news import decode_web_news, encode_web_news

NEWS = WebNews("tales", "Tales", "The Tellers", 3, "2026-11-14", 2, 212_000, "https://192.0.2.7/")
OFFER = CardOffer(
    Card("tales", "Tales", "The Tellers", b'{"signed":{}}', "https://192.0.2.7/"),
    "48213 00917 75520 31846 66102 09458 87731 24690",
    fingerprint_words(b"root"),
    development=True,
)


def test_what_a_host_has_arrives_as_it_was_sent() -> None:
    assert decode_web_news(encode_web_news(NEWS)) == NEWS
    assert NEWS.is_news
    assert not replace(NEWS, here=3).is_news


def test_what_a_card_says_arrives_as_it_was_sent() -> None:
    assert decode_card_offer(encode_card_offer(OFFER)) == OFFER


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"collection":"../x"}', b"[1]"])
def test_what_is_neither_is_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_web_news(data)
    with pytest.raises(RecordError):
        decode_card_offer(data)
