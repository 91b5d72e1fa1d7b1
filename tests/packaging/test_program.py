"""The frozen program: what is in it, and what it does where it was put."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader
from tests.fakes.newer import hashes, made_for_newer
from tests.fakes.webhost import WebHost, certificate_for_this_machine, served
from tests.packaging.conftest import plain_environment, tool

from fieldcat import __version__, packaged

pytestmark = pytest.mark.frozen
DAMAGED = 3
LOADER = "PyInstaller (the loader)"


def run(program: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a program of which nothing else is known than where it lies."""
    return subprocess.run(
        [str(program), *arguments],
        env={**plain_environment(), "QT_QPA_PLATFORM": "offscreen", **environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def linked(source: str, target: str) -> None:
    """Have the same file in another place; a test that changes one puts another in its place."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def damage(file: Path, content: bytes) -> None:
    """Put other bytes in a file's place."""
    file.unlink()
    file.write_bytes(content)


@pytest.fixture
def copied(program: Path, tmp_path: Path) -> Iterator[Path]:
    """The program in a folder whose name has spaces and accents; gives its executable."""
    folder = tmp_path / "Máquina de María" / "fieldcat ñ"
    shutil.copytree(program.parent, folder, copy_function=linked)
    yield folder / "fieldcat"
    shutil.rmtree(folder)


def test_it_says_its_version_the_day_it_was_built_and_its_edition(program: Path) -> None:
    build = packaged.build(program.parent / "_internal")
    assert build is not None
    said = run(program, "--version").stdout.strip()
    assert said == (
        f"fieldcat, version {__version__}, built {build.day},"
        f" with edition {build.edition} of {build.edition_day}"
    )


def test_it_keeps_to_its_limits(dist: Path, program: Path) -> None:
    files = [path for path in program.parent.rglob("*") if path.is_file()]
    (archive,) = dist.glob("fieldcat-[0-9]*-linux-x86_64.tar.xz")
    assert len(files) <= 400
    assert sum(path.stat().st_size for path in files) <= 140e6
    assert archive.stat().st_size <= 45e6


def test_nothing_is_in_it_that_trainers_do_not_use(program: Path) -> None:
    names = " ".join(path.as_posix().lower() for path in program.parent.rglob("*"))
    for unwanted in ("cryptography", "gtk", "qml", "quick", "libzim", "pytest", "hypothesis"):
        assert unwanted not in names


def test_it_has_no_links_which_sticks_do_not_know(program: Path) -> None:
    assert [path for path in program.parent.rglob("*") if path.is_symlink()] == []


def test_it_searches_at_once_without_building_anything(program: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = run(program, "search", "viguias", "--json", FIELDCAT_HOME=str(home))
    assert json.loads(done.stdout)["total"] == 12
    assert not list(home.glob("catalogue/index/*"))


def test_doctor_goes_through_every_byte_of_it(program: Path, tmp_path: Path) -> None:
    done = run(program, "doctor", "--json", FIELDCAT_HOME=str(tmp_path / "home"))
    found = {finding["subject"]: finding for finding in json.loads(done.stdout)["findings"]}
    assert found["program"]["healthy"]
    assert found["index"]["detail"].startswith("fits the catalogue")


def test_it_tells_the_licences_of_all_that_is_inside_with_their_words(program: Path) -> None:
    listed = json.loads(run(program, "licences", "--json").stdout)
    parts = {licence["part"] for licence in listed}
    assert {
        "fieldcat",
        "Python",
        "SQLite",
        "Qt and PySide6 (Essentials)",
        "openssl",
        LOADER,
    } <= parts
    assert [licence["part"] for licence in listed if not licence["text"]] == []
    assert not {"cryptography", "PyYAML", "pytest"} & parts


def test_its_bill_of_materials_lists_the_same(dist: Path, program: Path) -> None:
    (file,) = dist.glob("fieldcat-[0-9]*.cdx.json")
    bill = json.loads(file.read_text(encoding="utf-8"))
    listed = json.loads(run(program, "licences", "--json").stdout)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [part["name"] for part in bill["components"]] == [part["part"] for part in listed[1:]]
    references = [part["bom-ref"] for part in bill["components"]]
    assert len(set(references)) == len(references)


def test_its_bill_of_materials_says_where_each_package_and_library_is_had_from(
    dist: Path, program: Path
) -> None:
    (file,) = dist.glob("fieldcat-[0-9]*.cdx.json")
    parts = json.loads(file.read_text(encoding="utf-8"))["components"]
    places = {part["name"]: part.get("purl", "").partition("@")[0] for part in parts}
    folder = program.parent / "_internal"
    packages = {path.name.partition("-")[0].lower() for path in folder.glob("*.dist-info")}
    named = {place.removeprefix("pkg:pypi/").replace("-", "_") for place in places.values()}
    assert packages - named == {"fieldcat"}
    assert places["openssl"] == "pkg:deb/debian/openssl"
    assert "ICU (with Qt)" in places


# --- where it was put -----------------------------------------------------------------------------


def test_a_folder_beside_it_keeps_everything_there(copied: Path, tmp_path: Path) -> None:
    data = copied.with_name("fieldcat-data")
    data.mkdir()
    home = tmp_path / "home"
    done = run(copied, "bookmark", "fieldcat/case-study/snehai", HOME=str(home))
    assert done.returncode == 0
    assert (data / "user.sqlite").is_file()
    assert not (home / ".local").exists()


def test_without_it_each_user_has_their_own(copied: Path, tmp_path: Path) -> None:
    for person in ("amina", "josé"):
        home = {"HOME": str(tmp_path / person), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}
        done = run(copied, "bookmark", f"fieldcat/case-study/{KEPT[person]}", **home)
        assert done.returncode == 0
        (kept,) = json.loads(run(copied, "bookmarks", "--json", **home).stdout)["bookmarks"]
        assert kept["id"].endswith(KEPT[person])


KEPT = {"amina": "snehai", "josé": "scale-of-harm"}


@pytest.fixture
def locked(copied: Path) -> Iterator[Path]:
    """The same on a medium that can only be read."""
    if os.geteuid() != 0:
        pytest.skip("needs root, to mount a medium that can only be read")
    copied.with_name("fieldcat-data").mkdir()
    place = str(copied.parent)
    if subprocess.run(["mount", "--bind", place, place], check=False).returncode:
        pytest.skip("needs the right to mount")
    subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
    yield copied
    subprocess.run(["umount", place], check=True)


def test_from_a_medium_that_can_only_be_read_it_is_read_and_says_so(
    locked: Path, tmp_path: Path
) -> None:
    home = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": ""}
    assert "12 of 210" in run(locked, "search", "viguias", **home).stdout
    done = run(locked, "bookmark", "fieldcat/case-study/snehai", **home)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written to; nothing was changed" in done.stderr
    assert "is read-only" in run(locked, "doctor", **home).stdout


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A stick with exFAT: no links, no rights, letters of either case alike."""
    if os.geteuid() != 0:
        pytest.skip("needs root, loop devices")
    image, place = tmp_path / "stick.img", tmp_path / "stick"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    subprocess.run([tool("mkfs.exfat", "/usr/sbin/mkfs.exfat"), str(image)], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    mount = tool("mount.exfat-fuse", "/usr/sbin/mount.exfat-fuse")
    attached = subprocess.run(
        ["losetup", "--find", "--show", str(image)], capture_output=True, text=True, check=False
    )
    if attached.returncode:
        pytest.skip("needs root, loop devices")
    device = attached.stdout.strip()
    try:
        if not os.access("/dev/fuse", os.W_OK):
            pytest.skip("needs the right to use /dev/fuse")
        subprocess.run([mount, device, str(place)], stderr=subprocess.DEVNULL, check=True)
        yield place
        subprocess.run(["umount", str(place)], check=True)
    finally:
        subprocess.run(["losetup", "--detach", device], check=True)


def test_it_is_unpacked_on_an_exfat_stick_and_works_from_it(
    dist: Path, stick: Path, tmp_path: Path
) -> None:
    (archive,) = dist.glob("fieldcat-[0-9]*-linux-x86_64.tar.xz")
    unpacked = ["tar", "--no-same-owner", "-C", str(stick), "-xf", str(archive)]
    subprocess.run(unpacked, check=True)
    program, home = stick / "fieldcat" / "fieldcat", {"HOME": str(tmp_path / "home")}
    done = run(program, "bookmark", "fieldcat/case-study/snehai", **home)
    assert (done.returncode, done.stderr) == (0, "")
    assert (stick / "fieldcat" / "fieldcat-data" / "user.sqlite").is_file()


@pytest.fixture
def old_stick(tmp_path: Path) -> Iterator[Path]:
    """A stick with FAT32, of Debian's `fusefat`: this system's own may not know it.

    That one loses what is in a folder that is renamed, so that nothing is imported here;
    `tests/e2e/test_fat.py` does that with a fake.
    """
    image, place = tmp_path / "old.img", tmp_path / "old"
    mount, make = tool("fusefat"), tool("mkfs.vfat", "/usr/sbin/mkfs.vfat")
    if not os.access("/dev/fuse", os.W_OK):
        pytest.skip("needs the right to use /dev/fuse")
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    for command in ([make, "-F", "32", str(image)], [mount, "-o", "rw+", str(image), str(place)]):
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_it_works_from_a_stick_with_fat32_whose_letters_have_no_case(
    dist: Path, old_stick: Path, tmp_path: Path
) -> None:
    (archive,) = dist.glob("fieldcat-[0-9]*-linux-x86_64.tar.xz")
    # Nobody can set rights there, which tar complains of.
    unpacked = ["tar", "--no-same-owner", "-C", str(old_stick), "-xf", str(archive)]
    subprocess.run(unpacked, stderr=subprocess.DEVNULL, check=False)
    program, home = old_stick / "FIELDCAT" / "Fieldcat", {"HOME": str(tmp_path / "home")}
    assert run(program, "bookmark", "fieldcat/case-study/snehai", **home).returncode == 0
    assert "12 of 210" in run(program, "search", "viguias", **home).stdout
    examined = json.loads(run(program, "doctor", "--json", **home).stdout)
    assert examined["healthy"], examined["findings"]
    assert (old_stick / "fieldcat" / "fieldcat-data" / "user.sqlite").is_file()
    assert not (tmp_path / "home" / ".local").exists()


# --- over the web ---------------------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """What a host on this machine proves with who it is."""
    return certificate_for_this_machine(tmp_path / "certificate.pem")


@pytest.fixture
def tree(newer: Path | None) -> Path:
    """The publisher's tree on the web, with the next edition."""
    if newer is None:
        pytest.skip("needs a program that trusts the keys for development")
    return newer.parents[1] / "tree"


def fetched(program: Path, host: WebHost, home: Path, **environ: str) -> str:
    """Have the next edition fetched and taken in; gives what was said of a fault."""
    update = ("update", "fieldcat", "--from", host.address, "--yes")
    return run(program, *update, FIELDCAT_HOME=str(home), no_proxy="*", **environ).stderr


def edition_read(program: Path, home: Path) -> int:
    """The newest edition that was taken in; 0 where none was."""
    listed = json.loads(run(program, "imports", "--json", FIELDCAT_HOME=str(home)).stdout)
    return max((step["edition"] for step in listed), default=0)


def test_it_fetches_an_edition_though_nothing_of_networks_is_loaded_before(
    program: Path, tree: Path, tmp_path: Path
) -> None:
    with served(WebHost(tree, cuts=[700])) as host:
        fetched(program, host, tmp_path / "home")
    assert edition_read(program, tmp_path / "home") == 2


def test_it_fetches_from_a_host_that_proves_who_it_is(
    program: Path, tree: Path, certificate: Path, tmp_path: Path
) -> None:
    with served(WebHost(tree), certificate) as host:
        fetched(program, host, tmp_path / "home", SSL_CERT_FILE=str(certificate))
    assert edition_read(program, tmp_path / "home") == 2


def test_it_fetches_nothing_from_one_that_does_not(
    program: Path, tree: Path, certificate: Path, tmp_path: Path
) -> None:
    with served(WebHost(tree), certificate) as host:
        said = fetched(program, host, tmp_path / "home")
    assert "could not prove who it is" in said
    assert edition_read(program, tmp_path / "home") == 0


# --- files that are missing or damaged ------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "fieldcat/_data/casebook.sqlite",
        "fieldcat/_data/files.json",
        "base_library.zip",
    ],
)
@pytest.mark.parametrize("arguments", [[], ["search", "viguias"]], ids=["window", "command"])
def test_a_file_that_is_missing_is_said_in_a_sentence(
    copied: Path, name: str, arguments: list[str], tmp_path: Path
) -> None:
    (copied.parent / "_internal" / name).unlink()
    done = run(copied, *arguments, FIELDCAT_HOME=str(tmp_path / "home"), DISPLAY="")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    if name != "base_library.zip":  # without it there is no Python to say anything
        assert done.returncode == DAMAGED
        assert "files of the program are missing or damaged" in done.stderr


def test_a_file_that_was_copied_half_is_said_in_a_sentence(copied: Path) -> None:
    library = copied.parent / "_internal" / "PySide6" / "QtWidgets.abi3.so"
    damage(library, library.read_bytes()[: library.stat().st_size // 2])
    done = run(copied, DISPLAY="")
    assert (done.returncode, "Traceback" in done.stderr) == (DAMAGED, False)
    assert "QtWidgets.abi3.so" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system tells of crashes")
@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Gui.so.6",
        # What the binding needs before any line of fieldcat's is run in the window.
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/libpyside6.abi3.so.*",
    ],
)
def test_what_was_spoilt_in_its_place_is_said_by_the_start_after_the_crash(
    copied: Path, name: str, tmp_path: Path
) -> None:
    (library,) = (copied.parent / "_internal").glob(name)
    whole = library.read_bytes()
    damage(library, whole[:1000] + bytes(len(whole) - 1000))
    home = {"FIELDCAT_HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path), "DISPLAY": ""}
    run(copied, **home)
    for _ in range(2):
        done = run(copied, **home)
        assert (done.returncode, library.name in done.stderr) == (DAMAGED, True)


def spoil_module(program: Path, name: str) -> None:
    """Spoil one module in the program's archive of them, in its place."""
    archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
    _, place, length = archive.toc[name]
    content = bytearray(program.read_bytes())
    middle = archive._start_offset + place + length // 2
    content[middle : middle + 8] = bytes(8)
    damage(program, bytes(content))
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("threading", []),  # the first of all that the program loads
        ("subprocess", []),  # which shows what is to be said
        ("fieldcat.packaged", []),
        ("inspect", []),  # which PyInstaller's own hooks load
        ("fieldcat.ui.main_window", []),  # with the window
        ("fieldcat.ui.menu", []),  # once it is painted
        ("click", ["search", "viguias"]),
        ("fieldcat.services.licences", ["licences"]),  # by the command that needs it
    ],
)
def test_a_module_that_was_spoilt_in_its_place_is_said_in_a_sentence(
    copied: Path, module: str, arguments: list[str], tmp_path: Path
) -> None:
    spoil_module(copied, module)
    done = run(copied, *arguments, FIELDCAT_HOME=str(tmp_path / "home"), DISPLAY="")
    assert (done.returncode, "Traceback" in done.stderr) == (DAMAGED, False), done.stderr
    assert "files of the program are missing or damaged" in done.stderr


def test_doctor_finds_a_module_that_was_spoilt_and_that_nothing_has_asked_for(
    copied: Path, tmp_path: Path
) -> None:
    spoil_module(copied, "fieldcat.ui.menu")
    done = run(copied, "doctor", "--json", FIELDCAT_HOME=str(tmp_path / "home"))
    found = {finding["subject"]: finding for finding in json.loads(done.stdout)["findings"]}
    assert found["program"]["detail"].startswith("damaged or missing: fieldcat;")


def test_a_damaged_index_is_built_anew_in_the_data_folder(copied: Path, tmp_path: Path) -> None:
    damage(copied.parent / "_internal" / "fieldcat" / "_data" / "index" / "words.bin", b"x")
    home = tmp_path / "home"
    done = run(copied, "search", "viguias", "--json", FIELDCAT_HOME=str(home))
    assert json.loads(done.stdout)["total"] == 12
    assert (home / "catalogue" / "index" / "stamp.json").is_file()


# --- with a newer version -------------------------------------------------------------------------


def test_what_a_newer_fieldcat_wrote_is_left_alone_and_that_is_said(
    program: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    run(program, "bookmark", "fieldcat/case-study/snehai", FIELDCAT_HOME=str(home))
    file = home / "user.sqlite"
    newer = bytearray(file.read_bytes())
    newer[60:64] = (999).to_bytes(4, "big")
    file.write_bytes(newer)
    done = run(program, "bookmark", "fieldcat/case-study/scale-of-harm", FIELDCAT_HOME=str(home))
    assert done.returncode == 1
    assert "written by a newer fieldcat and was left as it is" in done.stderr
    assert file.read_bytes() == newer


def test_a_casebook_that_a_newer_fieldcat_took_in_is_left_alone_and_that_is_said(
    program: Path, newer: Path | None, tmp_path: Path
) -> None:
    if newer is None:
        pytest.skip("needs a program that trusts the keys for development")
    home = tmp_path / "home"
    assert run(program, "import", str(newer), "--yes", FIELDCAT_HOME=str(home)).returncode == 0
    left = made_for_newer(home)
    before = hashes(left)
    done = run(program, "search", "viguias", "--json", FIELDCAT_HOME=str(home))
    assert (done.returncode, json.loads(done.stdout)["total"]) == (0, 12)
    assert done.stderr.startswith("fieldcat: What was taken in last was made for a newer fieldcat.")
    assert hashes(left) == before


# --- what Linux is told of it ---------------------------------------------------------------------


def test_the_package_is_as_debian_wants_it(dist: Path) -> None:
    (package,) = dist.glob("fieldcat_*.deb")
    done = subprocess.run(
        [tool("lintian"), "--fail-on", "error,warning", "--tag-display-limit", "0", str(package)],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_desktops_understand_its_starter_and_its_description(root: Path) -> None:
    unpacked = root / "build" / "package" / "fieldcat" / "deb" / "usr" / "share"
    (starter,) = (unpacked / "applications").iterdir()
    (described,) = (unpacked / "metainfo").iterdir()
    subprocess.run([tool("desktop-file-validate"), str(starter)], check=True)
    subprocess.run(
        [tool("appstreamcli"), "validate", "--no-net", str(described)],
        stdout=subprocess.DEVNULL,
        check=True,
    )
