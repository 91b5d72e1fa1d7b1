from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.errors import WorkspaceError
from fieldcat.services.publishing import build_catalogue, check_workspace
from fieldcat.storage.catalogue import open_catalogue


def test_a_workspace_becomes_a_catalogue(root: Path, tmp_path: Path) -> None:
    built = build_catalogue(root / "resources" / "casebook", tmp_path / "casebook.sqlite")
    catalogue = open_catalogue(tmp_path / "casebook.sqlite")
    assert catalogue.size == len({entry.id for entry in built.entries})
    assert catalogue.check() == ()
    catalogue.close()


def test_a_workspace_can_be_checked_without_writing(root: Path) -> None:
    assert check_workspace(root / "resources" / "casebook").entries


def test_a_workspace_with_faults_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "workspace").mkdir()
    with pytest.raises(WorkspaceError) as caught:
        build_catalogue(tmp_path / "workspace", tmp_path / "casebook.sqlite")
    assert caught.value.data["faults"]
    assert not (tmp_path / "casebook.sqlite").exists()
