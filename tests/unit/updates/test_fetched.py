"""What was fetched is read where it was kept, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.domain.edition import About
from fieldcat.errors import BundleDamagedError, BundleUnreadableError
from fieldcat.records.editions import encode_about
from fieldcat.updates.fetched import Fetched, keep_whole

ABOUT = About("tales", "Tales", "The Tellers", 2, "2026-11-02")
DIGEST = "a" * 64


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / f"{DIGEST}.piece-00001").write_bytes(b"piece")
    (tmp_path / "secret").write_bytes(b"secret")
    files = {"about.json": encode_about(ABOUT), "metadata/2.snapshot.json": b"{}", "../out": b"no"}
    keep_whole(tmp_path, files)
    return tmp_path


def test_what_was_kept_is_read_by_its_path(kept: Path) -> None:
    fetched = Fetched(kept)
    assert fetched.about == ABOUT
    assert b"".join(fetched.chunks("metadata/2.snapshot.json")) == b"{}"
    assert b"".join(fetched.chunks(f"targets/{DIGEST}.piece-00001")) == b"piece"
    assert fetched.holds("metadata/2.snapshot.json")
    assert fetched.size > 0


@pytest.mark.parametrize(
    "path", ["metadata/3.root.json", "../secret", "secret", "targets/../secret", f"assets/{DIGEST}"]
)
def test_what_is_not_of_it_is_not_there(kept: Path, path: str) -> None:
    fetched = Fetched(kept)
    assert not fetched.holds(path)
    with pytest.raises(LookupError):
        fetched.chunks(path)
    assert not (kept.parent / "out").exists()


def test_where_nothing_whole_was_kept_there_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(BundleUnreadableError):
        Fetched(tmp_path)
    keep_whole(tmp_path, {"about.json": b"no"})
    with pytest.raises(BundleDamagedError):
        Fetched(tmp_path)
