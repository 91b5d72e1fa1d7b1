"""Private keys are worth nothing without their passphrase."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fieldcat.errors import KeysError
from fieldcat.publishing.keys import new_key, opened_key, sealed_key

WORDS = "four random words here"


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "release.key"
    path.write_bytes(sealed_key("release", new_key("release"), WORDS))
    return path


def reason(path: Path, words: str = WORDS) -> object:
    with pytest.raises(KeysError) as caught:
        opened_key(path, words)
    return caught.value.data["reason"]


def test_a_key_that_was_sealed_is_opened_again(tmp_path: Path) -> None:
    signer = new_key("release")
    path = tmp_path / "release.key"
    path.write_bytes(sealed_key("release", signer, WORDS))
    opened = opened_key(path, WORDS)
    assert opened.public_key == signer.public_key
    assert opened.sign(b"x").signature == signer.sign(b"x").signature


def test_the_file_does_not_hold_the_key_itself(sealed: Path) -> None:
    secret = opened_key(sealed, WORDS).private_bytes
    assert secret.splitlines()[1] not in sealed.read_bytes()


def test_another_passphrase_does_not_open_it(sealed: Path) -> None:
    assert reason(sealed, "four other words here") == "passphrase"


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(KeysError) as caught:
        sealed_key("release", new_key("release"), "short")
    assert caught.value.data["reason"] == "weak"


def test_a_missing_file_is_told_from_a_damaged_one(sealed: Path) -> None:
    assert reason(sealed.with_name("other.key")) == "missing"
    sealed.write_bytes(b"{}")
    assert reason(sealed) == "damaged"


@pytest.mark.parametrize(
    "change", [{"sealed": "!"}, {"cost": 3}, {"cost": 2**30}, {"keyid": "0" * 64}, {"name": "../x"}]
)
def test_a_file_that_was_changed_is_damaged(sealed: Path, change: dict[str, object]) -> None:
    sealed.write_text(json.dumps(json.loads(sealed.read_text()) | change))
    assert reason(sealed) in ("damaged", "passphrase")


def test_a_name_that_was_changed_opens_nothing(sealed: Path) -> None:
    sealed.write_text(sealed.read_text().replace('"release"', '"root-1"'))
    assert reason(sealed) == "passphrase"


def test_no_two_files_of_one_key_are_alike() -> None:
    signer = new_key("release")
    assert sealed_key("release", signer, WORDS) != sealed_key("release", signer, WORDS)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_nobody_else_may_read_a_key(tmp_path: Path) -> None:
    from fieldcat.publishing.files import write_new

    write_new(tmp_path / "a.key", b"x", private=True)
    assert (tmp_path / "a.key").stat().st_mode & 0o077 == 0
