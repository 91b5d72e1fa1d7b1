"""The packaged program, installed in a fresh Debian that has no Python, and used by a person."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.good_time import LONG
from tests.packaging.conftest import tool
from tests.packaging.desktop import HOME, PERSON, Laptop, awaited, screen

pytestmark = pytest.mark.frozen
SUITE = "bookworm"
TEMPLATE = "Safe online: a lesson for children of 7 to 14"
DARK = 400
"""Red, green and blue of a button with the accent's colour, added up, are less."""


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


def smallest_debian(root: Path) -> Path:
    """Debian as it is after its smallest installation; made once, for it takes a minute."""
    made = root / "build" / "package" / f"debian-{SUITE}"
    if not made.exists():
        half = made.with_name(f"{made.name}-half")
        shutil.rmtree(half, ignore_errors=True)
        command = [tool("debootstrap"), "--variant=minbase", SUITE, str(half), apt_address()]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
            pytest.skip("needs Debian's packages, which could not be fetched")
        half.rename(made)
    return made


@pytest.fixture(scope="module")
def fresh_root(root: Path, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Debian as it is after its smallest installation, and fieldcat's package put on it."""
    isolated = [tool("unshare"), "--mount", "--net", "true"]
    if os.geteuid() != 0 or subprocess.run(isolated, check=False).returncode:
        pytest.skip("needs root, and the right to mount, to make a system of its own")
    folder = tmp_path_factory.mktemp("system") / "root"
    subprocess.run(["cp", "--archive", str(smallest_debian(root)), str(folder)], check=True)
    (package,) = dist.glob("fieldcat_*.deb")
    shutil.copy(package, folder / "fieldcat.deb")
    # The machine's own way to the packages, which may lead through a proxy.
    shutil.copytree("/etc/apt/apt.conf.d", folder / "etc/apt/apt.conf.d", dirs_exist_ok=True)
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    updated = ["chroot", str(folder), "apt-get", "update", "--quiet"]
    if subprocess.run(updated, stdout=subprocess.DEVNULL, check=False).returncode:
        pytest.skip("needs the lists of Debian's packages, which could not be fetched")
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


def test_a_window_goes_on_while_another_program_takes_the_place_of_the_one_that_runs(
    laptop: Laptop,
) -> None:
    program = laptop.root / "usr/lib/fieldcat/fieldcat"
    window = laptop.start("fieldcat", "--data-dir", f"{HOME}/another place")
    laptop.await_title("First steps – fieldcat")
    before = program.rename(program.with_name("before"))
    try:
        program.write_bytes(b"another")
        laptop.press_until_title("ctrl+3", "Sessions – fieldcat")  # not loaded before
        laptop.press("ctrl+q")
        said, wrong = window.communicate(timeout=LONG)
        assert (window.returncode, said, wrong) == (0, "", "")
    finally:
        window.kill()
        before.rename(program)


def test_a_person_installs_it_reads_keeps_prints_imports_presents_and_removes_it(
    laptop: Laptop, root: Path, newer: Path | None
) -> None:
    assert not list(laptop.root.glob("usr/bin/python3*"))

    window = laptop.start("fieldcat")
    try:
        laptop.await_title("First steps – fieldcat")
        laptop.press("ctrl+1", "ctrl+f")
        laptop.type("viguias hotline research")
        laptop.await_title("Viguías: a safer internet centre")

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
        laptop.await_title("Viguías: a safer internet centre")
        assert printed[0].read_bytes().startswith(b"%PDF")

        if newer is not None:
            take_in(laptop, newer)

        plan_and_present(laptop)
        assert shown_last(laptop) == ["Welcome", "Before we start"]

        laptop.press("ctrl+q")
        assert window.wait(timeout=LONG) == 0
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


def take_in(laptop: Laptop, edition: Path) -> None:
    """Open the file of edition 2, and agree to what the window offers."""
    file = laptop.home / "edición 2.fieldcat"
    shutil.copy(edition, file)
    os.chown(file, PERSON, PERSON)
    # A double click on a file starts the program with it; the window that is open gets it.
    laptop.run("fieldcat", f"{HOME}/{file.name}")
    laptop.await_title("Updates – fieldcat")
    awaited(lambda: agreed(laptop), lambda: "the import is offered")
    awaited(lambda: edition_read(laptop) == 2, lambda: "edition 2 is read")


def plan_and_present(laptop: Laptop) -> None:
    """Make a plan of the first template, and show two of its steps on the only screen."""
    laptop.press("ctrl+3")
    laptop.await_title("Sessions – fieldcat")
    laptop.press_until_title("Return", f"{TEMPLATE} – fieldcat")
    # On the wall nobody reads what it is.
    laptop.press_until_title("F5", "Document")
    laptop.press("Right", "Escape")
    laptop.await_title("End the session")
    laptop.press("Return")
    laptop.await_title(f"{TEMPLATE} – fieldcat")


def shown_last(laptop: Laptop) -> list[str]:
    """The titles of the steps that the room saw, as the log has them."""
    laptop.run("fieldcat", "export-own", f"{HOME}/own.json")
    own = json.loads((laptop.home / "own.json").read_text(encoding="utf-8"))
    return [each["title"] for each in own["held"][0]["shown"]]


def agreed(laptop: Laptop) -> bool:
    """Agree to the import that is offered; False where it is not yet."""
    found = laptop.say("getactivewindow", "getwindowgeometry", "--shell")
    place = dict(line.split("=") for line in found.splitlines() if "=" in line)
    if not place:
        return False
    # The button stands at the foot, left of the middle; before it is there that place is light.
    x, y = int(place["X"]) + 422, int(place["Y"]) + int(place["HEIGHT"]) - 32
    if sum(laptop.colour(x, y)) > DARK:
        return False
    laptop.say("mousemove", str(x), str(y), "click", "1")
    return True


def edition_read(laptop: Laptop) -> int:
    """The newest edition that was taken in; 0 where none was."""
    listed = json.loads(laptop.run("fieldcat", "imports", "--json"))
    return max((step["edition"] for step in listed), default=0)
