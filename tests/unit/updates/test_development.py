"""A program that trusts the keys that everybody has knows that it does."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.publisher import Press

from fieldcat.updates.development import is_for_development
from fieldcat.updates.verifying import is_root


def test_the_keys_in_the_repository_are_known_to_prove_nothing(root: Path) -> None:
    newest = max((root / "development-keys" / "roots").iterdir(), key=lambda path: path.name)
    assert is_root(newest.read_bytes())
    assert is_for_development(newest.read_bytes())


def test_the_keys_of_a_publisher_are_others(tmp_path: Path) -> None:
    assert not is_for_development(Press(tmp_path).make_keys().root)
