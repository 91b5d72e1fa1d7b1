"""A fingerprint in words says what it says in digits, and no two words are easily mixed up."""

from __future__ import annotations

import hashlib

from fieldcat.domain import fingerprints
from fieldcat.domain.fingerprints import fingerprint_words


def test_there_is_a_word_for_every_byte_and_four_letters_tell_them_apart() -> None:
    words = fingerprints._WORDS
    assert len({word[:4] for word in words}) == len(words) == 256
    assert all(word.isascii() and word.islower() and word.isalpha() for word in words)


def test_each_byte_of_the_hash_is_a_word() -> None:
    digest = hashlib.sha256(b"a root").digest()
    assert fingerprint_words(b"a root") == tuple(fingerprints._WORDS[b] for b in digest[:12])
    assert fingerprint_words(b"a root") != fingerprint_words(b"another")
