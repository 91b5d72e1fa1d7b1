"""A workspace and its keys, made in one go."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.cli.conftest import Done, Program

NAMED = ("--collection", "tales", "--title", "Tales", "--publisher", "The Tellers")


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    file = tmp_path / "passphrase"
    file.write_text("correct horse battery staple\n", encoding="utf-8")
    return str(file)


def begin(program: Program, tmp_path: Path, *more: str) -> Done:
    return program.run("publish", "init", str(tmp_path / "tales"), *NAMED, *more)


def test_a_workspace_is_begun_with_keys_that_release_it(
    program: Program, tmp_path: Path, passphrase: str
) -> None:
    keys = str(tmp_path / "keys")
    begun = begin(program, tmp_path, "--keys", keys, "--passphrase-file", passphrase)
    assert (begun.returncode, begun.stderr) == (0, "")
    assert "Copy the folder to two sticks" in begun.stdout

    places = ("--tree", str(tmp_path / "web"), "--output", str(tmp_path / "bundles"))
    released = program.run(
        *("publish", "release", str(tmp_path / "tales"), "--keys", keys, *places),
        *("--passphrase-file", passphrase),
    )
    assert released.returncode == 0
    assert (tmp_path / "bundles" / "tales-1.fieldcat").is_file()


def test_keys_are_not_made_within_the_workspace(
    program: Program, tmp_path: Path, passphrase: str
) -> None:
    keys = str(tmp_path / "tales" / "keys")
    begun = begin(program, tmp_path, "--keys", keys, "--passphrase-file", passphrase)
    assert begun.returncode != 0
    assert "outside of the workspace" in begun.stderr
    assert not (tmp_path / "tales").exists()


def test_a_workspace_may_be_begun_without_keys(program: Program, tmp_path: Path) -> None:
    begun = begin(program, tmp_path)
    assert begun.stdout.endswith("`fieldcat publish keys new KEYS`.\n")
