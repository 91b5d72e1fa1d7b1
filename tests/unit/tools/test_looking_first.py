"""What a person is told where the packaged program's own files are at fault."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zlib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import pytest

from fieldcat import packaged


@pytest.fixture
def start(root: Path) -> ModuleType:
    """The file that a packaged program begins with, which tells of faults of files."""
    spec = importlib.util.spec_from_file_location(
        "looking", root / "packaging" / "looking_first.py"
    )
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


# --- what shows it --------------------------------------------------------------------------------


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all the programs of a desktop that has a screen: none yet."""
    if sys.platform != "linux":
        pytest.skip("other systems have one way to show a text")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path


def put(folder: Path, name: str, does: str) -> Path:
    """Put a program there; gives the file that it may write to."""
    said = folder / f"{name}.said"
    (folder / name).write_text(f"#!/bin/sh\n{does.replace('SAID', str(said))}\n")
    (folder / name).chmod(0o755)
    return said


WRITES = 'for last; do :; done; echo "$last" > "SAID"'


def test_it_is_shown_by_what_the_desktop_has(start: ModuleType, desktop: Path) -> None:
    said = put(desktop, "kdialog", WRITES)
    assert start.show("está dañado")
    assert said.read_text() == "está dañado\n"


def test_where_one_cannot_show_it_the_next_does(start: ModuleType, desktop: Path) -> None:
    put(desktop, "zenity", "exit 255")
    said = put(desktop, "xmessage", WRITES)
    assert start.show("words")
    assert said.read_text() == "words\n"


def test_accents_are_shown_where_the_language_is_not_set_up(
    start: ModuleType, desktop: Path
) -> None:
    said = put(desktop, "zenity", f'[ "$LC_ALL" = C.UTF-8 ] || exit 255\n{WRITES}')
    assert start.show("está dañado")
    assert said.read_text() == "está dañado\n"


def test_it_is_told_where_nothing_could_show_it(start: ModuleType, desktop: Path) -> None:
    put(desktop, "zenity", "exit 255")
    assert not start.show("words")


# --- a start that came to no end ------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program, on a system with an empty folder for what is temporary."""
    if sys.platform != "linux":
        pytest.skip("starts are noted on Linux only")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return Path("/stick/fieldcat")


def crashed_in(place: Path, start: ModuleType) -> None:
    """Have a start noted by a process that is no more."""
    note, _ = start.begin(place)
    ended = subprocess.Popen(["true"])
    ended.wait()
    note.write_text(str(ended.pid))


def test_the_start_after_one_that_crashed_knows_of_it(start: ModuleType, place: Path) -> None:
    crashed_in(place, start)
    note, crashed = start.begin(place)
    assert (crashed, note.read_text()) == (True, str(os.getpid()))


def test_what_came_to_an_end_is_forgotten(start: ModuleType, place: Path, tmp_path: Path) -> None:
    note, _ = start.begin(place)
    start.forget(note)
    assert list(tmp_path.iterdir()) == []
    assert not start.begin(place)[1]


def test_one_that_is_starting_still_has_not_crashed(start: ModuleType, place: Path) -> None:
    start.begin(place)
    assert start.begin(place) == (None, False)


def test_a_crash_elsewhere_is_none_of_this_program(start: ModuleType, place: Path) -> None:
    crashed_in(Path("/another/fieldcat"), start)
    assert not start.begin(place)[1]


def test_what_somebody_else_put_in_its_place_is_left_alone(
    start: ModuleType, place: Path, tmp_path: Path
) -> None:
    note, _ = start.begin(place)
    note.unlink()
    theirs = tmp_path / "theirs"
    theirs.write_text("999999999")
    note.symlink_to(theirs)
    assert start.begin(place) == (None, False)
    assert theirs.read_text() == "999999999"


def test_a_pipe_that_somebody_put_in_its_place_is_not_waited_for(
    start: ModuleType, place: Path
) -> None:
    note, _ = start.begin(place)
    note.unlink()
    os.mkfifo(note)
    assert start.begin(place) == (None, False)


# --- modules --------------------------------------------------------------------------------------


def test_modules_are_read_from_the_program_as_it_was_though_another_takes_its_place(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("Windows lets nobody exchange what runs")
    program = tmp_path / "fieldcat"
    program.write_bytes(b"old")
    archive = SimpleNamespace(_filename=str(program))
    reader = SimpleNamespace(pyz_archive=archive)
    monkeypatch.setitem(sys.modules, "pyimod02_importers", cast("ModuleType", reader))
    start.hold_modules()
    program.unlink()
    program.write_bytes(b"new")
    assert Path(archive._filename).read_bytes() == b"old"


def test_where_files_have_no_second_name_modules_are_read_by_the_first(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a root into which nobody has put /proc."""
    if sys.platform != "linux":
        pytest.skip("Windows lets nobody exchange what runs")
    archive = SimpleNamespace(_filename=str(tmp_path / "fieldcat"))
    Path(archive._filename).write_bytes(b"modules")
    reader = SimpleNamespace(pyz_archive=archive)
    monkeypatch.setitem(sys.modules, "pyimod02_importers", cast("ModuleType", reader))
    monkeypatch.setattr(os, "access", lambda *_: False)
    start.hold_modules()
    assert archive._filename == str(tmp_path / "fieldcat")


# --- a fault that nobody caught -------------------------------------------------------------------


def test_one_that_shows_damage_is_told_in_the_place_of_a_traceback(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("fieldcat.packaged.is_damage", lambda _: True)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    fault = zlib.error("incorrect data check")
    with pytest.raises(SystemExit) as ended:
        start.tell_fault(zlib.error, fault, None)
    assert ended.value.code == start.DAMAGED == packaged.DAMAGED
    said = capsys.readouterr().err
    assert start.SENTENCES[0] in said
    assert "(error: incorrect data check)" in said


def test_of_any_other_python_tells_itself(
    start: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    start.tell_fault(ValueError, ValueError("odd"), None)
    assert capsys.readouterr().err == "ValueError: odd\n"


def test_where_not_even_that_can_be_loaded_it_is_damage(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fieldcat.packaged", None)
    assert start.is_of_files(zlib.error())


def test_a_process_of_work_leaves_telling_to_whoever_started_it(
    start: ModuleType, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = put(desktop, "xmessage", WRITES)
    monkeypatch.setattr(sys, "argv", ["fieldcat", "work", "import"])
    assert start.tell("detail") == start.DAMAGED
    assert not said.exists()
