"""The publisher's guide: every command in it is run, in the order in which a person would."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fieldcat.cli import run_commands
from fieldcat.domain.edition import fingerprint
from fieldcat.domain.previewing import Rebuilt

PASSPHRASE = "known to every test"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


@dataclass
class Person:
    """Somebody who types what a guide says, with a stick at hand."""

    folder: Path
    home: Path
    previews: list[Rebuilt] = field(default_factory=list)

    def do(self, line: str) -> None:
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        words = shlex.split(line.replace("/media/stick", str(stick)))
        match words:
            case ["pip", "install", what]:
                assert re.fullmatch(r"fieldcat\[[a-z,]+\]", what)
            case ["cp", *files, to]:
                for file in files:
                    shutil.copy(file, to)
            case ["fieldcat", *arguments]:
                self._run(line, self._answered(arguments))
            case _:
                pytest.fail(f"nobody knows how to do: {line}")

    def _answered(self, arguments: list[str]) -> list[str]:
        """What is asked is answered as options do."""
        asks = {("publish", "keys"), ("publish", "release")}
        if tuple(arguments[:2]) in asks and arguments[2:3] != ["list"]:
            (self.folder / "passphrase").write_text(PASSPHRASE)
            return [*arguments, "--passphrase-file", str(self.folder / "passphrase")]
        if arguments[:2] == ["publishers", "add"]:
            root = sorted((self.folder / "keys" / "roots").iterdir())[-1]
            return [*arguments, "--fingerprint", fingerprint(root.read_bytes())]
        if arguments[:1] == ["import"]:
            return [*arguments, "--yes"]
        return arguments

    def _run(self, line: str, arguments: list[str]) -> None:
        def previewed(_workspace: Path, _folder: Path, first: Rebuilt, _stamp: object) -> int:
            self.previews.append(first)
            return 0

        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            status = run_commands(
                ["--data-dir", str(self.home), *arguments],
                open_window=lambda _data_dir, _file: 77,
                open_preview=previewed,
            )
        assert status == 0, f"{line}\n{out.getvalue()}\n{err.getvalue()}"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Person(folder, tmp_path / "home")


def blocks(root: Path, name: str) -> list[tuple[str, str]]:
    text = (root / "docs" / "publishing" / name).read_text(encoding="utf-8")
    found = [(match[1], match[2]) for match in _BLOCK.finditer(text)]
    assert found, name
    return found


def commands(root: Path, name: str) -> list[str]:
    """The lines of blocks that hold commands."""
    return [
        line
        for language, block in blocks(root, name)
        if not language
        for line in block.splitlines()
        if line.startswith(("fieldcat ", "pip ", "cp "))
    ]


def accept(workspace: Path) -> int:
    """Do as the guide says with drafts; gives how many there were."""
    drafts = [
        path for path in workspace.rglob("*.md") if "\nstatus: draft\n" in path.read_text("utf-8")
    ]
    for path in drafts:
        text = path.read_text("utf-8")
        path.write_text(text.replace("\nstatus: draft\n", "\nstatus: ready\n"), "utf-8")
    return len(drafts)


def test_from_nothing_to_a_signed_edition_on_a_stick(root: Path, person: Person) -> None:
    ((_, table),) = [found for found in blocks(root, "start.md") if found[0] == "csv"]
    (person.folder / "organisations.csv").write_text(table, encoding="utf-8")
    for line in commands(root, "start.md"):
        person.do(line)
        if " ingest " in line:
            assert accept(person.folder / "tales") == 2

    assert person.previews == [Rebuilt(4)]
    out = io.StringIO()
    with redirect_stdout(out):
        run_commands(
            ["--data-dir", str(person.home), "list", "--collection", "tales"],
            open_window=lambda _data_dir, _file: 77,
        )
    assert "Red PaPaz" in out.getvalue()


@pytest.mark.parametrize("name", ["checking.md", "releasing.md"])
def test_every_command_of_a_guide_runs(root: Path, person: Person, name: str) -> None:
    if name == "checking.md":
        person.do('fieldcat publish init tales --collection tales --title T --publisher "P"')
    for line in commands(root, name):
        person.do(line)


def test_every_command_about_exports_runs(root: Path, person: Person) -> None:
    person.do('fieldcat publish init tales --collection tales --title T --publisher "P"')
    for line in commands(root, "exporting.md"):
        person.do(line)

    assert (person.folder / "tales-site" / "index.html").is_file()
