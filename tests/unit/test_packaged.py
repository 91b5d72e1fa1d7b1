from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from fieldcat import packaged
from fieldcat.packaged import (
    Build,
    build,
    damaged_files,
    is_damage,
    list_files,
    missing_files,
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a packaged program."""
    data = tmp_path / "_internal" / "fieldcat" / "_data"
    data.mkdir(parents=True)
    facts = {
        "product": "fieldcat",
        "day": "2026-11-29",
        "edition": 3,
        "edition_day": "2026-11-01",
    }
    (data / packaged.FACTS).write_text(json.dumps(facts))
    (tmp_path / "_internal" / "libQt6Core.so.6").write_bytes(b"Qt")
    (tmp_path / "fieldcat").write_bytes(b"modules")
    list_files(tmp_path / "_internal")
    return tmp_path / "_internal"


def test_a_checkout_is_no_packaged_program() -> None:
    assert (packaged.folder(), build()) == (None, None)


def test_a_packaged_program_lies_where_it_was_unpacked_to(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(program), raising=False)
    assert packaged.folder() == program


def test_a_build_tells_when_it_was_made_and_with_which_edition(program: Path) -> None:
    assert build(program) == Build("fieldcat", "2026-11-29", 3, "2026-11-01")


@pytest.mark.parametrize("facts", ["", "[]", '{"product": "fieldcat"}'])
def test_facts_that_nobody_understands_are_none(program: Path, facts: str) -> None:
    (program / "fieldcat" / "_data" / packaged.FACTS).write_text(facts)
    assert build(program) is None


def test_a_whole_program_lacks_nothing(program: Path) -> None:
    assert (missing_files(program), damaged_files(program)) == ((), ())


def test_a_file_that_is_gone_is_missing(program: Path) -> None:
    (program / "libQt6Core.so.6").unlink()
    assert missing_files(program) == damaged_files(program) == ("libQt6Core.so.6",)


def test_a_file_that_was_copied_half_is_missing(program: Path) -> None:
    (program / "libQt6Core.so.6").write_bytes(b"Q")
    assert missing_files(program) == ("libQt6Core.so.6",)


def test_other_bytes_of_the_same_length_are_found_by_comparing_all(program: Path) -> None:
    (program / "libQt6Core.so.6").write_bytes(b"qt")
    assert (missing_files(program), damaged_files(program)) == ((), ("libQt6Core.so.6",))


@pytest.mark.skipif(sys.platform == "win32", reason="there it may be signed later")
def test_the_executable_with_its_modules_is_compared_too(program: Path) -> None:
    program.with_name("fieldcat").write_bytes(b"mo\0ules")
    assert (missing_files(program), damaged_files(program)) == ((), ("fieldcat",))


def test_an_executable_that_was_signed_after_it_was_built_is_whole_on_windows(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    list_files(program)
    program.with_name("fieldcat").write_bytes(b"modules and a signature")
    assert damaged_files(program) == ()


@pytest.mark.parametrize("listed", [None, "", "[]", '{"a": 3}'])
def test_a_list_that_is_gone_or_damaged_is_what_is_missing(
    program: Path, listed: str | None
) -> None:
    file = program / "fieldcat" / "_data" / packaged.FILES
    file.unlink()
    if listed is not None:
        file.write_text(listed)
    assert missing_files(program) == damaged_files(program) == (packaged.FILES,)


def test_what_came_later_is_nobodys_fault(program: Path) -> None:
    (program / "notes.txt").write_text("mine")
    program.with_name("letter.txt").write_text("mine, too")
    assert missing_files(program) == ()


# --- faults that show damage ----------------------------------------------------------------------


def fault_in(module: str) -> Exception:
    """What unpacking something spoilt raises in a module of this name."""
    known = {"__name__": module}
    exec("import zlib\ndef extract():\n    zlib.decompress(b'spoilt')", known)
    try:
        known["extract"]()  # type: ignore[operator] # the text above makes it
    except Exception as fault:
        return fault
    raise AssertionError


@pytest.fixture
def running(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This is the packaged program."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(program), raising=False)


@pytest.mark.usefixtures("running")
def test_what_cannot_be_loaded_is_damaged_whatever_those_raise_who_unpack_it() -> None:
    assert is_damage(ImportError("invalid ELF header"))
    assert is_damage(fault_in("pyimod01_archive"))
    assert is_damage(fault_in("zipimport"))


@pytest.mark.usefixtures("running")
def test_other_faults_are_none_of_the_programs_files() -> None:
    assert not is_damage(fault_in("fieldcat.storage.packing"))
    assert not is_damage(ValueError("never raised"))


def test_a_checkout_is_never_damaged() -> None:
    assert not is_damage(ImportError("no module"))
