"""Copying to a stick on the command line."""

from __future__ import annotations

from pathlib import Path

from .conftest import Program


def test_the_casebook_and_the_installers_are_copied(
    program: Program, tmp_path: Path, root: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    (program.home / "installers").mkdir(parents=True)
    (program.home / "installers" / "fieldcat-setup.exe").write_bytes(b"MZ")
    (tmp_path / "leaflet.pdf").write_bytes(b"%PDF")
    done = program.run("copy-to", str(stick), "--also", str(tmp_path / "leaflet.pdf"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "read back" in done.stdout
    copied = {path.name: path.read_bytes() for path in stick.iterdir()}
    assert copied.pop("fieldcat-setup.exe") == b"MZ"
    assert copied.pop("leaflet.pdf") == b"%PDF"
    [(name, bundle)] = copied.items()
    assert name.startswith("fieldcat-")
    assert bundle == (root / "data" / "casebook.fieldcat").read_bytes()


def test_what_is_not_here_cannot_be_copied(program: Program, tmp_path: Path) -> None:
    done = program.run("copy-to", str(tmp_path), "--collection", "nobody")
    assert done.returncode == 1
    assert "Nothing of nobody is here" in done.stderr
