"""The installer for Windows, compiled with a stand-in for the program and run under Wine."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.packaging.conftest import tool
from tests.packaging.desktop import awaited
from tools.package.windows import compile_installer

OPENED = {".fieldcat": "fieldcat.edition", ".fieldcat-card": "fieldcat.card"}
"""How the names of files end that a double click opens, and what kind each is."""
PATIENCE = 300.0
"""Seconds at most for anything that is awaited: other work may slow the machine down."""
OPEN, STOPPED, FOREIGN, TOO_OLD = 2, 2, 3, 5
"""What the installer ends with; NSIS itself ends with the second where it could not go on."""
KEY = r"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\fieldcat"
WAITS = r"""
Unicode true
Target amd64-unicode
OutFile "{output}"
SilentInstall silent
RequestExecutionLevel user
Section
  FileOpen $0 "$EXEDIR\_internal\a.dll" a
  FileOpen $1 "$EXEDIR\runs" w
  FileClose $1
  again:
  Sleep 100
  IfFileExists "$EXEDIR\end" 0 again
SectionEnd
"""
"""A program that runs, and holds a file, until it is told to end."""


@dataclass(frozen=True)
class Windows:
    """A Windows of Wine's with nothing in it, and what makes installers for it."""

    wine: str
    prefix: Path
    root: Path

    @property
    def home(self) -> Path:
        """The person's own folder."""
        (found,) = (p for p in (self.prefix / "drive_c/users").iterdir() if p.name != "Public")
        return found

    @property
    def programs(self) -> Path:
        return self.home / "AppData/Local/Programs/fieldcat"

    @property
    def data(self) -> Path:
        """Where the program keeps what the person makes."""
        return self.home / "AppData/Local/fieldcat"

    @property
    def starter(self) -> Path:
        folder = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        return self.home / folder / "fieldcat.lnk"

    def installer(self, folder: Path, version: str, *files: str) -> Path:
        """An installer of a stand-in for this version."""
        program = folder / version
        for name in ("fieldcat.exe", "fieldcat-cli.exe", *files):
            path = program / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"stand-in {version}")
            os.utime(path, (0, 0))
        return compile_installer(
            self.root, program, folder / f"fieldcat-{version}.exe", version=version
        )

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [self.wine, str(program), *arguments],
            env={
                **os.environ,
                "WINEPREFIX": str(self.prefix),
                "WINEDEBUG": "-all",
                "LC_ALL": "C.UTF-8",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @contextmanager
    def running(self, program: Path) -> Iterator[None]:
        """Have a program run that lies there, and hold a file beside it: a stand-in that waits."""
        source = program.with_name("waits.nsi")
        source.write_text(WAITS.format(output=program))
        program.unlink(missing_ok=True)
        subprocess.run([tool("makensis"), "-V1", "-WX", str(source)], check=True)
        source.unlink()
        signs = [program.with_name(name) for name in ("runs", "end")]
        process = self.start(program)
        try:
            awaited(signs[0].exists, lambda: f"{program.name} runs")
            yield
        finally:
            signs[1].touch()
            process.wait(PATIENCE)
            for sign in signs:
                sign.unlink()

    def run(self, program: Path, *arguments: str) -> int:
        status = self.start(program, *arguments).wait(PATIENCE)
        self.settle()
        return status

    def become(self, version: str) -> None:
        """Be another Windows, as Wine calls them."""
        value = (r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")
        assert self.run(Path("reg"), "add", *value) == 0

    def settle(self) -> None:
        """Have Wine write its registry: it ends once nobody uses it."""
        server = tool("wineserver", "/usr/lib/wine/wineserver", "/usr/lib/wine/wineserver64")
        subprocess.run(
            [server, "--wait"], env={**os.environ, "WINEPREFIX": str(self.prefix)}, check=True
        )

    def uninstall(self, *arguments: str) -> int:
        """Uninstall, and wait: an uninstaller goes on as a copy of itself unless told where."""
        uninstaller = self.programs / "uninstall.exe"
        return self.run(uninstaller, "/S", *arguments, f"_?={self.windows_path(self.programs)}")

    def windows_path(self, path: Path) -> str:
        inside = path.relative_to(self.prefix / "drive_c")
        return "C:\\" + str(inside).replace("/", "\\")

    def registry(self, key: str) -> dict[str, str] | None:
        """The values of a key of this user; None where there is no such key."""
        text = (self.prefix / "user.reg").read_text(encoding="utf-8", errors="replace")
        section = re.search(rf"^\[{re.escape(key)}\][^\n]*\n(.*?)(?:\n\n|\Z)", text, re.M | re.S)
        if section is None:
            return None
        lines = re.findall(r'^(?:"([^"]*)"|@)=(?:"((?:[^"\\]|\\.)*)"|(\S+))$', section[1], re.M)
        return {name: text.replace("\\\\", "\\").replace('\\"', '"') or raw
                for name, text, raw in lines}  # fmt: skip


@pytest.fixture(scope="module")
def fresh(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Windows:
    """A Windows that was never used: making one takes longer than copying it."""
    tool("makensis")
    wine = tool("wine64", "/usr/lib/wine/wine64")
    prefix = tmp_path_factory.mktemp("wine") / "prefix"
    found = Windows(wine, prefix, root)
    found.run(Path("wineboot"), "--init")
    if not (prefix / "drive_c" / "users").is_dir():
        pytest.skip("Wine does not start on this machine")
    found.become("win10")
    return found


@pytest.fixture
def windows(fresh: Windows, tmp_path: Path) -> Iterator[Windows]:
    shutil.copytree(fresh.prefix, tmp_path / "wine", symlinks=True)
    found = replace(fresh, prefix=tmp_path / "wine")
    yield found
    found.settle()


def test_it_is_installed_for_one_user_found_in_the_start_menu_and_opens_editions_and_cards(
    windows: Windows, tmp_path: Path
) -> None:
    assert windows.run(windows.installer(tmp_path, "0.1.0", "_internal/a.dll"), "/S") == 0

    program = windows.windows_path(windows.programs / "fieldcat.exe")
    assert (windows.programs / "_internal" / "a.dll").is_file()
    assert windows.starter.is_file()
    listed = windows.registry(KEY)
    assert listed is not None
    assert (listed["DisplayVersion"], listed["InstallLocation"]) == (
        "0.1.0",
        windows.windows_path(windows.programs),
    )
    for end, name in OPENED.items():
        kind = windows.registry(rf"Software\\Classes\\{end}")
        command = windows.registry(rf"Software\\Classes\\{name}\\shell\\open\\command")
        assert kind is not None
        assert kind[""] == name
        assert command == {"": f'"{program}" "%1"'}


def test_an_upgrade_takes_the_place_of_the_version_before_and_leaves_the_data(
    windows: Windows, tmp_path: Path
) -> None:
    windows.run(windows.installer(tmp_path, "0.1.0", "_internal/old.dll"), "/S")
    windows.data.mkdir()
    (windows.data / "user.sqlite").write_text("bookmarks")

    assert windows.run(windows.installer(tmp_path, "0.2.0", "_internal/new.dll"), "/S") == 0

    listed = windows.registry(KEY)
    assert listed is not None
    assert listed["DisplayVersion"] == "0.2.0"
    assert [path.name for path in (windows.programs / "_internal").iterdir()] == ["new.dll"]
    assert (windows.data / "user.sqlite").read_text() == "bookmarks"


@pytest.mark.parametrize("name", ["fieldcat.exe", "fieldcat-cli.exe"])
def test_nothing_is_changed_while_it_runs(windows: Windows, tmp_path: Path, name: str) -> None:
    windows.run(windows.installer(tmp_path, "0.1.0", "_internal/a.dll"), "/S")
    newer = windows.installer(tmp_path, "0.2.0", "_internal/a.dll")

    with windows.running(windows.programs / name):
        assert windows.start(newer, "/S").wait(PATIENCE) == OPEN
        place = windows.windows_path(windows.programs)
        uninstaller = windows.programs / "uninstall.exe"
        assert windows.start(uninstaller, "/S", f"_?={place}").wait(PATIENCE) == OPEN
    windows.settle()

    assert (windows.programs / "_internal" / "a.dll").read_text() == "stand-in 0.1.0"
    listed = windows.registry(KEY)
    assert listed is not None
    assert listed["DisplayVersion"] == "0.1.0"


def test_no_file_is_passed_over_that_cannot_be_replaced(windows: Windows, tmp_path: Path) -> None:
    windows.run(windows.installer(tmp_path, "0.1.0", "_internal/a.dll"), "/S")
    newer = windows.installer(tmp_path, "0.2.0", "_internal/a.dll")

    with windows.running(windows.programs / "scanner.exe"):
        assert windows.start(newer, "/S").wait(PATIENCE) == STOPPED
    assert windows.run(newer, "/S") == 0

    assert (windows.programs / "_internal" / "a.dll").read_text() == "stand-in 0.2.0"


@pytest.fixture
def full(windows: Windows) -> Iterator[Path]:
    """A folder of the person's on a disk that holds the uninstaller and little more."""
    place = windows.home / "Full"
    place.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(small, check=False).returncode:
        pytest.skip("needs root, and the right to mount, for a disk that is full")
    yield place
    windows.settle()
    subprocess.run(["umount", str(place)], check=True)


def test_where_the_disk_was_full_it_can_be_installed_once_there_is_room(
    windows: Windows, full: Path, tmp_path: Path
) -> None:
    large = tmp_path / "0.1.0" / "_internal" / "large.dll"
    large.parent.mkdir(parents=True)
    large.write_bytes(random.Random(8).randbytes(1_000_000))
    place = f"/D={windows.windows_path(full)}"
    installer = windows.installer(tmp_path, "0.1.0")

    assert windows.run(installer, "/S", place) == STOPPED
    subprocess.run(["mount", "-o", "remount,size=4m", str(full)], check=True)
    assert windows.run(installer, "/S", place) == 0

    assert (full / "_internal" / "large.dll").read_bytes() == large.read_bytes()


def test_an_older_windows_is_told_of_and_left_as_it_is(windows: Windows, tmp_path: Path) -> None:
    windows.become("win7")

    assert windows.run(windows.installer(tmp_path, "0.1.0"), "/S") == TOO_OLD

    assert not windows.programs.exists()
    assert windows.registry(KEY) is None


def test_it_is_made_the_same_whatever_coding_the_machine_has_that_makes_it(
    fresh: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for coding in ("C.UTF-8", "C"):
        monkeypatch.setenv("LC_ALL", coding)
        made.append(fresh.installer(tmp_path, "0.1.0").read_bytes())
    assert made[0] == made[1]


def test_uninstalling_leaves_only_what_the_user_made(windows: Windows, tmp_path: Path) -> None:
    windows.run(windows.installer(tmp_path, "0.1.0", "_internal/a.dll"), "/S")
    windows.data.mkdir()
    (windows.data / "user.sqlite").write_text("bookmarks")

    assert windows.uninstall() == 0

    # The uninstaller itself cannot go while it runs in its own place, as it does here.
    assert [path.name for path in windows.programs.glob("*")] in ([], ["uninstall.exe"])
    assert not windows.starter.exists()
    assert windows.registry(KEY) is None
    for key in (*OPENED, *OPENED.values()):
        assert windows.registry(rf"Software\\Classes\\{key}") is None
    assert (windows.data / "user.sqlite").is_file()


def test_uninstalling_removes_what_the_user_made_only_where_that_is_asked_for(
    windows: Windows, tmp_path: Path
) -> None:
    windows.run(windows.installer(tmp_path, "0.1.0"), "/S")
    windows.data.mkdir()
    (windows.data / "user.sqlite").write_text("bookmarks")

    windows.uninstall("/DATA")

    assert not windows.data.exists()


def test_nothing_of_somebody_else_is_replaced(windows: Windows, tmp_path: Path) -> None:
    theirs = windows.home / "Theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("dear")
    installer = windows.installer(tmp_path, "0.1.0")

    assert windows.run(installer, "/S", f"/D={windows.windows_path(theirs)}") == FOREIGN

    assert [path.name for path in theirs.iterdir()] == ["letter.txt"]


def test_a_folder_may_have_accents(windows: Windows, tmp_path: Path) -> None:
    place = windows.home / "Año-nuevo"
    installer = windows.installer(tmp_path, "0.1.0")

    assert windows.run(installer, "/S", f"/D={windows.windows_path(place)}") == 0

    assert (place / "fieldcat.exe").is_file()


def test_a_folder_may_have_spaces(windows: Windows, tmp_path: Path) -> None:
    place = windows.home / "My things"
    shutil.copyfile(windows.installer(tmp_path, "0.1.0"), windows.prefix / "drive_c" / "setup.exe")
    # The option stands without quotation marks, which only a script of Windows' own can do.
    script = windows.prefix / "drive_c" / "install.bat"
    script.write_text(f"C:\\setup.exe /S /D={windows.windows_path(place)}\r\n")

    assert windows.run(Path("cmd"), "/c", windows.windows_path(script)) == 0

    assert (place / "fieldcat.exe").is_file()
