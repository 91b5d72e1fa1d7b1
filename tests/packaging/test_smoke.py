"""The packaged program, installed in a fresh Debian that has no Python, and used by a person."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.next_edition import next_edition
from tests.packaging.conftest import tool
from tests.packaging.desktop import HOME, PERSON, Laptop, awaited, screen

pytestmark = pytest.mark.frozen
SUITE = "bookworm"


def apt_address() -> str:
    """Where this machine has its Debian packages from."""
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = [line.split()[0] for line in listed.stdout.splitlines() if line.endswith(f" {SUITE}")]
    if not found:
        pytest.skip(f"needs a source of Debian's packages of {SUITE}")
    return found[0]


@pytest.fixture(scope="module")
def fresh_root(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Debian as it is after its smallest installation, and fieldcat's package put on it."""
    if os.geteuid() != 0:
        pytest.skip("needs root, to make a system of its own")
    folder = tmp_path_factory.mktemp("system") / "root"
    made = [tool("debootstrap"), "--variant=minbase", SUITE, str(folder), apt_address()]
    subprocess.run(made, stdout=subprocess.DEVNULL, check=True)
    (package,) = dist.glob("fieldcat_*.deb")
    shutil.copy(package, folder / "fieldcat.deb")
    for name in ("apt.conf.d", "sources.list.d"):
        shutil.copytree(f"/etc/apt/{name}", folder / "etc/apt" / name, dirs_exist_ok=True)
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "/fieldcat.deb"]
    inside(folder, *install)
    inside(folder, "useradd", "--uid", str(PERSON), "--create-home", "--home-dir", HOME, "maria")
    return folder


def inside(root: Path, *command: str) -> None:
    """Run a command in a root, as its administrator."""
    subprocess.run(
        ["chroot", str(root), *command],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


@pytest.fixture
def laptop(fresh_root: Path) -> Iterator[Laptop]:
    with screen() as display:
        yield Laptop(fresh_root, display)


def test_a_person_installs_it_reads_keeps_prints_imports_and_removes_it(
    laptop: Laptop, root: Path, tmp_path: Path
) -> None:
    edition = next_edition(root, tmp_path)
    file = laptop.home / "edición 2.fieldcat"
    shutil.copy(edition, file)
    os.chown(file, PERSON, PERSON)
    assert not list(laptop.root.glob("usr/bin/python3*"))

    window = laptop.start("fieldcat")
    try:
        laptop.await_title("First steps – fieldcat")
        laptop.press("ctrl+1", "ctrl+f")
        laptop.type("red papaz viguias")
        laptop.await_title("Red PaPaz")

        laptop.press("ctrl+d")
        awaited(
            lambda: "red-papaz" in laptop.run("fieldcat", "bookmarks", "--json"),
            lambda: "the entry that is read is kept",
        )

        laptop.press("ctrl+p")
        laptop.await_title("Print")
        laptop.press("Return")
        laptop.await_title("Save as PDF")
        laptop.press("ctrl+a")
        laptop.type("case.pdf")
        laptop.press("Return")
        printed = list[Path]()
        awaited(
            lambda: bool(printed.extend(laptop.home.rglob("case.pdf")) or printed),
            lambda: "a PDF file",
        )
        laptop.await_title("Red PaPaz")
        assert printed[0].read_bytes().startswith(b"%PDF")

        # A double click on a file starts the program with it; the window that is open gets it.
        laptop.run("fieldcat", f"{HOME}/{file.name}")
        laptop.await_title("Updates – fieldcat")
        awaited(lambda: edition_read(laptop) == 2, lambda: "edition 2 is read")

        laptop.press("ctrl+q")
        assert window.wait(timeout=60) == 0
    except BaseException:
        laptop.picture(root / "build" / "smoke.png")
        raise
    finally:
        window.kill()
        said, wrong = window.communicate()
    assert (said, wrong) == ("", "")

    inside(laptop.root, "apt-get", "purge", "--yes", "fieldcat")
    left = [
        path.relative_to(laptop.root).as_posix()
        for path in laptop.root.rglob("*fieldcat*")
        if "var/lib/dpkg" not in path.as_posix() and "var/log" not in path.as_posix()
    ]
    own = laptop.home.relative_to(laptop.root).as_posix()
    strangers = [name for name in left if not name.startswith(own)]
    assert strangers == ["fieldcat.deb"]
    assert (laptop.home / ".local/share/fieldcat/user.sqlite").is_file()


def edition_read(laptop: Laptop) -> int:
    """Agree to the import that is offered, if it is; gives the edition that is read."""
    # The button stands at the foot, left of the middle; until it is there nothing is.
    found = laptop.say("getactivewindow", "getwindowgeometry", "--shell")
    place = dict(line.split("=") for line in found.splitlines() if "=" in line)
    if place:
        x, y = int(place["X"]) + 500, int(place["Y"]) + int(place["HEIGHT"]) - 36
        laptop.say("mousemove", str(x), str(y), "click", "1")
    listed = json.loads(laptop.run("fieldcat", "imports", "--json"))
    return max((step["edition"] for step in listed), default=0)
