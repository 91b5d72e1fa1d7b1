from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from tests.unit.storage.examples import Clock

from fieldcat.errors import EnvironmentFaultError, ReadOnlyError
from fieldcat.storage.data_folder import PORTABLE, DataFolder, locate, prepare, set_aside


def test_the_option_counts_before_all_else(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).mkdir()
    found = locate(str(tmp_path / "a"), {"FIELDCAT_HOME": str(tmp_path / "b")}, program=tmp_path)
    assert found.root == tmp_path / "a"


def test_then_the_variable(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).mkdir()
    found = locate(None, {"FIELDCAT_HOME": str(tmp_path / "b")}, program=tmp_path)
    assert found.root == tmp_path / "b"


def test_then_a_folder_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / PORTABLE).mkdir()
    assert locate(None, {}, program=tmp_path).root == tmp_path / PORTABLE


def test_then_the_user_s_own_place(tmp_path: Path) -> None:
    found = locate(None, {"FIELDCAT_HOME": ""}, program=tmp_path)
    assert found.root == Path(platformdirs.user_data_dir("fieldcat", appauthor=False))


def test_a_home_folder_may_be_written_short() -> None:
    assert locate("~/cat", {}).root == Path.home() / "cat"


@pytest.mark.parametrize("environ", [{}, {"FIELDCAT_HOME": "~no-such-user/x"}])
def test_the_home_folder_of_somebody_unknown_is_told(environ: dict[str, str]) -> None:
    with pytest.raises(EnvironmentFaultError) as caught:
        locate(None if environ else "~no-such-user/x", environ)
    assert caught.value.data == {"path": str(Path("~no-such-user/x"))}


def test_a_program_s_folder_that_may_not_be_entered_is_told(
    tmp_path: Path, refuse_to_look: Callable[[], None]
) -> None:
    refuse_to_look()
    with pytest.raises(EnvironmentFaultError):
        locate(None, {}, program=tmp_path)


def test_a_path_is_made_absolute() -> None:
    assert locate("cat", {}).root == Path.cwd() / "cat"


@pytest.mark.parametrize(
    "executable", ["fieldcat/fieldcat", "Fieldcat.app/Contents/MacOS/fieldcat"]
)
def test_a_packaged_program_looks_beside_itself(
    executable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path.resolve() / executable
    beside = tmp_path.resolve() if "app" in executable else program.parent
    (beside / PORTABLE).mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert locate(None, {}).root == beside / PORTABLE


def test_preparing_creates_what_is_needed_for_this_user_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "deep" / "data")
    prepare(folder)
    prepare(folder)
    assert {path.name for path in folder.root.iterdir()} == {"backups", "logs", "catalogue"}
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_naming_the_places_creates_nothing(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    places = {folder.user_sqlite, folder.backups, folder.logs, folder.catalogue, folder.index}
    assert all(folder.root in place.parents for place in places)
    assert not folder.root.exists()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(ReadOnlyError) as caught:
        prepare(DataFolder(tmp_path / "data"))
    assert caught.value.data == {"path": str(tmp_path / "data")}


def test_what_is_set_aside_is_kept_under_a_telling_name(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "user.sqlite").write_bytes(b"broken")
    kept = set_aside(tmp_path / "user.sqlite", clock=clock)
    assert kept == tmp_path / "user.sqlite.damaged-20261122-160300"
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [(kept.name, b"broken")]


def test_what_is_set_aside_in_the_same_second_overwrites_nothing(
    tmp_path: Path, clock: Clock
) -> None:
    for content in (b"1", b"2", b"3"):
        (tmp_path / "a").write_bytes(content)
        set_aside(tmp_path / "a", clock=clock)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"1", b"2", b"3"]


def test_a_journal_goes_along_so_that_it_is_not_played_into_the_next_file(
    tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "user.sqlite").touch()
    (tmp_path / "user.sqlite-journal").touch()
    kept = set_aside(tmp_path / "user.sqlite", clock=clock)
    assert {path.name for path in tmp_path.iterdir()} == {kept.name, f"{kept.name}-journal"}


def test_a_folder_can_be_set_aside(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "segment").touch()
    assert (set_aside(tmp_path / "index") / "segment").exists()


def test_a_name_that_grows_too_long_cannot_be_set_aside(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)
    path.touch()
    with pytest.raises(EnvironmentFaultError):
        set_aside(path)


def test_what_is_not_there_cannot_be_set_aside(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        set_aside(tmp_path / "nothing")
