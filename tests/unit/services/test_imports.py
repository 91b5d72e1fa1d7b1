"""Imports in a process of their own, on the bundled casebook in a real data folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.fakes.standstill import stand_at

from fieldcat.domain.progress import Progress
from fieldcat.domain.updating import How
from fieldcat.errors import (
    BundleDamagedError,
    BundleUnreadableError,
    BusyError,
    CancelledError,
    WorkEndedError,
)
from fieldcat.services import children, releasing
from fieldcat.services.imports import STAGES, preview_apart, take_in_apart
from fieldcat.storage.data_folder import DataFolder
from fieldcat.storage.locking import only_one

STUDY = "fieldcat/case-study/snehai"


@pytest.fixture(scope="module")
def bundle(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of the bundled casebook in which one study is corrected."""
    folder = tmp_path_factory.mktemp("edition")
    keys = root / "development-keys"
    words = (keys / "passphrase").read_text().strip()
    workspace = folder / "casebook"
    shutil.copytree(root / "resources" / "casebook", workspace)
    for edition in (1, 2):
        if edition == 2:
            edit(workspace / "workspace.yaml", "edition: 1", "edition: 2")
            study = workspace / "entries" / "case-study" / "snehai.md"
            edit(study, 'title: "A chatbot', 'title: "Corrected: a chatbot')
        released = releasing.release(
            workspace,
            keys=keys,
            tree=folder / "tree",
            output=folder / "bundles",
            passphrase=lambda _: words,
        )
    assert released.update is not None
    return released.update


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "datos de María José"


def live(home: Path) -> list[int]:
    return [generation.number for generation in DataFolder(home).generations.live()]


def test_an_edition_is_previewed_and_taken_in(bundle: Path, home: Path) -> None:
    told: list[Progress] = []
    offered = preview_apart(bundle, data_folder=home, report=told.append)
    assert [(str(change.entry), change.how) for change in offered.changes] == [(STUDY, How.CHANGED)]
    assert (offered.edition.number, offered.here, live(home)) == (2, 1, [])
    assert [step.stage for step in told][-1] == "comparing"

    told.clear()
    taken = take_in_apart(bundle, data_folder=home, expecting=offered.manifest, report=told.append)
    assert (taken.generation, taken.preview, live(home)) == (1, offered, [1])
    stages = list(dict.fromkeys(step.stage for step in told))
    assert stages == list(STAGES)

    again = take_in_apart(bundle, data_folder=home, expecting=offered.manifest)
    assert (again.generation, again.preview.is_news, live(home)) == (None, False, [1])


def test_another_edition_than_was_shown_is_not_taken_in(bundle: Path, home: Path) -> None:
    with pytest.raises(BundleUnreadableError):
        take_in_apart(bundle, data_folder=home, expecting="0" * 64)
    assert live(home) == []


def test_what_is_wrong_is_told_as_if_it_had_been_done_here(
    bundle: Path, home: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.fieldcat"
    wrong.write_bytes(b"no bundle")
    with pytest.raises(BundleDamagedError) as caught:
        preview_apart(wrong, data_folder=home)
    assert caught.value.data["path"] == str(wrong)
    with only_one(DataFolder(home).generations.lock), pytest.raises(BusyError):
        preview_apart(bundle, data_folder=home)


@pytest.mark.parametrize("stage", ["starting", "reading", "building", "indexing", "switching"])
def test_it_is_stopped_at_any_stage(
    bundle: Path, home: Path, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = preview_apart(bundle, data_folder=home).manifest

    def stop(progress: Progress) -> None:
        if progress.stage == stage:
            raise CancelledError

    with monkeypatch.context() as patched:
        stand_at(patched, stage)
        with pytest.raises(CancelledError):
            take_in_apart(bundle, data_folder=home, expecting=manifest, report=stop)
    assert live(home) == []
    staging = DataFolder(home).catalogue / "staging"
    assert not staging.exists() or not list(staging.iterdir())
    take_in_apart(bundle, data_folder=home, expecting=manifest)
    assert live(home) == [1]


def test_where_the_process_dies_nothing_is_changed(
    bundle: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    monkeypatch.setattr(children, "program", lambda: dying)
    with pytest.raises(WorkEndedError):
        take_in_apart(bundle, data_folder=home, expecting="0" * 64)
    assert live(home) == []


def test_a_result_that_is_none_is_the_end_of_the_work(
    bundle: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying = (sys.executable, "-c", 'print(\'{"line":"done","result":[1]}\')')
    monkeypatch.setattr(children, "program", lambda: lying)
    with pytest.raises(WorkEndedError):
        preview_apart(bundle, data_folder=home)
    with pytest.raises(WorkEndedError):
        take_in_apart(bundle, data_folder=home, expecting="0" * 64)
