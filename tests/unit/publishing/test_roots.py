"""The chain of roots: who may sign, how many it takes to change that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fakes.publisher import passphrase
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root

from fieldcat.domain.edition import fingerprint
from fieldcat.errors import KeysError
from fieldcat.publishing.roots import (
    list_keys,
    make_keys,
    read_publisher,
    release_signer,
    replace_key,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publisher") / "keys"
    make_keys(folder, passphrase, root_keys=3, threshold=2)
    return folder


@pytest.fixture
def keys(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "keys")
    return tmp_path / "keys"


def root(data: bytes) -> Metadata[Root]:
    return Metadata[Root].from_bytes(data)


def refused(keys: Path, name: str, *also: Path) -> object:
    with pytest.raises(KeysError) as caught:
        replace_key((keys, *also), name, passphrase)
    return caught.value.data["reason"]


def test_the_first_root_is_signed_by_as_many_keys_as_it_asks_for(keys: Path) -> None:
    first = root(read_publisher(keys).newest)
    first.verify_delegate("root", first)
    assert first.signed.roles["root"].threshold == 2
    assert len(first.signed.roles["root"].keyids) == 3


def test_the_root_keys_sign_no_edition(keys: Path) -> None:
    roles = root(read_publisher(keys).newest).signed.roles
    for role in ("targets", "snapshot", "timestamp"):
        assert not set(roles[role].keyids) & set(roles["root"].keyids)


def test_nothing_expires(keys: Path) -> None:
    assert root(read_publisher(keys).newest).signed.expires.year == 9999


def test_keys_are_never_written_over(keys: Path) -> None:
    with pytest.raises(KeysError) as caught:
        make_keys(keys, passphrase, root_keys=1, threshold=1)
    assert caught.value.data["reason"] == "exists"


@pytest.mark.parametrize(("many", "threshold"), [(1, 2), (0, 0), (3, 0), (21, 1)])
def test_numbers_that_make_no_sense_are_refused(tmp_path: Path, many: int, threshold: int) -> None:
    with pytest.raises(KeysError):
        make_keys(tmp_path / "new", passphrase, root_keys=many, threshold=threshold)
    assert not (tmp_path / "new").exists()


def test_a_replaced_release_key_signs_no_more(keys: Path) -> None:
    before = release_signer(keys, read_publisher(keys), passphrase)
    after = replace_key((keys,), "release", passphrase)
    assert before.public_key.keyid not in root(after.newest).signed.keys
    assert release_signer(keys, after, passphrase).public_key != before.public_key
    assert (keys / "release.replaced").exists()


def test_the_new_root_is_signed_by_the_old_ones_keys(keys: Path) -> None:
    old = root(read_publisher(keys).newest)
    new = root(replace_key((keys,), "root-1", passphrase).newest)
    old.verify_delegate("root", new)
    new.verify_delegate("root", new)
    assert new.signed.version == 2


def test_a_lost_root_key_is_replaced_by_the_others(keys: Path) -> None:
    (keys / "root-1.key").unlink()
    assert len(replace_key((keys,), "root-1", passphrase).roots) == 2


def test_one_of_three_root_keys_changes_nothing(keys: Path) -> None:
    for name in ("root-1", "root-2"):
        (keys / f"{name}.key").unlink()
    assert refused(keys, "release") == "threshold"
    assert len(read_publisher(keys).roots) == 1


def test_root_keys_may_lie_elsewhere(keys: Path, tmp_path: Path) -> None:
    others = tmp_path / "stick"
    others.mkdir()
    for name in ("root-1", "root-2", "root-3"):
        (keys / f"{name}.key").rename(others / f"{name}.key")
    assert refused(keys, "release") == "threshold"
    assert len(replace_key((keys, others), "release", passphrase).roots) == 2


def test_a_key_that_there_is_not_cannot_be_replaced(keys: Path) -> None:
    assert refused(keys, "root-9") == "missing"


def test_a_release_key_from_an_old_backup_is_told(keys: Path) -> None:
    old = (keys / "release.key").read_bytes()
    after = replace_key((keys,), "release", passphrase)
    (keys / "release.key").write_bytes(old)
    with pytest.raises(KeysError) as caught:
        release_signer(keys, after, passphrase)
    assert caught.value.data["reason"] == "foreign"


def test_a_root_that_somebody_else_signed_does_not_follow(keys: Path, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", passphrase, root_keys=1, threshold=1)
    forged = root(stranger.newest)
    forged.signed.version = 2
    forged.to_file(str(keys / "roots" / "2.root.json"))
    with pytest.raises(KeysError) as caught:
        read_publisher(keys)
    assert caught.value.data["reason"] == "damaged"


def test_an_old_root_does_not_vouch_for_a_stranger(keys: Path, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", passphrase, root_keys=1, threshold=1)
    with pytest.raises(UnsignedMetadataError):
        root(read_publisher(keys).newest).verify_delegate("root", root(stranger.newest))


def test_keys_are_listed_with_what_they_sign_and_where_they_are(keys: Path) -> None:
    (keys / "root-2.key").unlink()
    assert [(key.name, key.signs, key.held) for key in list_keys(keys)] == [
        ("release", "editions", True),
        ("root-1", "the root", True),
        ("root-2", "the root", False),
        ("root-3", "the root", True),
    ]


def test_a_fingerprint_can_be_read_out(keys: Path) -> None:
    groups = read_publisher(keys).fingerprint.split()
    assert [len(group) for group in groups] == [5] * 8
    assert fingerprint(b"another") != read_publisher(keys).fingerprint
