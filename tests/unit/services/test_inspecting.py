"""A publisher looks into a bundle before handing it out."""

from __future__ import annotations

import errno
from pathlib import Path
from types import ModuleType

import pytest
from tests.fakes.damaging import bundled, members
from tests.fakes.publisher import BASE, Press
from tests.unit.cli.conftest import Program

from fieldcat.cli.wording import counted_kind
from fieldcat.errors import BundleDamagedError, BundleUntrustedError, DiskFullError
from fieldcat.services import inspecting, site_exporting
from fieldcat.services.inspecting import inspect
from fieldcat.services.site_exporting import export_site


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    made = Press(tmp_path_factory.mktemp("press")).make_keys()
    made.release(1, BASE)
    without = {name: text for name, text in BASE.items() if name != "tool-5"}
    made.release(2, {**without, "tool-3": "Corrected."}, ["tool-5"])
    return made


def bundle(press: Press, name: str) -> Path:
    return press.folder / "bundles" / f"{name}.fieldcat"


def test_a_full_bundle_brings_everything(press: Press) -> None:
    found = inspect(bundle(press, "tales-2"))
    assert (found.edition.number, found.about.since, found.lacking) == (2, 0, frozenset())
    assert found.put == {"tool": len(BASE) - 1}
    assert found.withdrawn == 1


def test_an_update_says_what_it_builds_on(press: Press) -> None:
    found = inspect(bundle(press, "tales-2-since-1"))
    assert found.about.since == 1
    assert found.lacking == {found.edition.packs[0].sha256}
    assert (found.put, found.withdrawn) == ({"tool": 1}, 1)


def test_every_byte_is_verified(press: Press, tmp_path: Path) -> None:
    files = members(bundle(press, "tales-2").read_bytes())
    [piece] = [name for name in files if name.endswith("-00001") and len(files[name]) > 1_000]
    path = tmp_path / "bad.fieldcat"
    path.write_bytes(bundled(files | {piece: files[piece][:-1] + b"x"}))
    with pytest.raises(BundleDamagedError):
        inspect(path)


@pytest.mark.parametrize("module", [inspecting, site_exporting], ids=["inspect", "site"])
def test_a_temporary_folder_that_is_full_is_told(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "stage_packs", full)
    file = bundle(press, "tales-2")
    with pytest.raises(DiskFullError):
        inspect(file) if module is inspecting else export_site(file, tmp_path / "site")


def test_signatures_of_somebody_else_are_told(press: Press, tmp_path: Path) -> None:
    other = Press(tmp_path / "other").make_keys()
    files = members(other.release(2, BASE).full.read_bytes())
    theirs = members(bundle(press, "tales-2").read_bytes())
    path = tmp_path / "bad.fieldcat"
    root = "metadata/1.root.json"
    path.write_bytes(bundled(files | {root: theirs[root]}))
    with pytest.raises(BundleUntrustedError):
        inspect(path)


@pytest.mark.parametrize("root", [None, b"{}", b"x"])
def test_a_bundle_without_a_root_is_damaged(
    press: Press, tmp_path: Path, root: bytes | None
) -> None:
    files = members(bundle(press, "tales-2").read_bytes())
    del files["metadata/1.root.json"]
    path = tmp_path / "bad.fieldcat"
    path.write_bytes(bundled(files | ({} if root is None else {"metadata/1.root.json": root})))
    with pytest.raises(BundleDamagedError):
        inspect(path)


def test_it_is_told_on_the_command_line(press: Press, tmp_path: Path) -> None:
    done = Program(tmp_path / "home").run(
        "publish", "inspect", str(bundle(press, "tales-2-since-1"))
    )
    assert done.returncode == 0
    assert "it builds on edition 1" in done.stdout
    assert "what it brings: 1 tool, 1 withdrawn" in done.stdout


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (1, "case-study", "1 case study"),
        (2, "vocabulary", "2 vocabularies"),
        (2, "asset", "2 pictures"),
    ],
)
def test_what_a_bundle_brings_is_called_as_people_do(number: int, kind: str, words: str) -> None:
    assert counted_kind(number, kind) == words
