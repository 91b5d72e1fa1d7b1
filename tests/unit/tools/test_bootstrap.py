"""A machine that has only Python, git and make is prepared, or the person is told how."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", root / "tools" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_where_nothing_may_be_installed_the_exact_command_is_printed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "as_root", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.install(["libegl1", "xvfb"], "Qt's window")
    command = "sudo apt-get install --yes --no-install-recommends libegl1 xvfb"
    assert command in str(stopped.value)


def test_missing_libraries_are_installed_by_the_package_that_holds_them(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [{"libEGL.so.1", "libxcb-cursor.so.0"}, set[str]()]
    installed: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda _folder: answers.pop(0))
    monkeypatch.setattr(bootstrap, "install", lambda packages, _why: installed.append(packages))
    bootstrap.need_libraries(Path())
    assert installed == [["libegl1", "libxcb-cursor0"]]


def test_a_library_that_no_package_is_known_for_is_named(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda _folder: {"libodd.so.7"})
    with pytest.raises(SystemExit, match=r"libodd\.so\.7"):
        bootstrap.need_libraries(Path())


def test_this_machine_is_ready(bootstrap: ModuleType) -> None:
    assert bootstrap.missing_libraries(Path(sys.prefix)) == set()


def test_an_old_python_is_refused_with_the_version_that_is_needed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (9, 0))
    with pytest.raises(SystemExit, match=r"needs Python 9\.0 or newer"):
        bootstrap.make_environment(tmp_path / "venv")


def test_only_programs_that_the_tests_start_are_installed(bootstrap: ModuleType) -> None:
    started = {"Xvfb", "kiwix-serve", "strace", "xrandr", "zimcheck"}
    assert set(bootstrap.PACKAGE_OF_COMMAND) == started


def test_what_packages_are_made_with_is_known_by_its_debian_package(bootstrap: ModuleType) -> None:
    assert bootstrap.PACKAGE_OF_TOOL["makensis"] == "nsis"
    assert not set(bootstrap.PACKAGE_OF_TOOL) & set(bootstrap.PACKAGE_OF_COMMAND)


def test_a_command_that_lies_elsewhere_is_there(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "wine-of-ours").touch()
    monkeypatch.setattr(bootstrap, "ELSEWHERE", (tmp_path,))
    assert bootstrap.is_command("wine-of-ours")
    assert not bootstrap.is_command("wine-of-theirs")


def test_what_only_tests_of_packages_need_is_installed_as_far_as_it_can_be_had(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []

    def succeeds(*command: str, **_environment: str) -> bool:
        packages = command[command.index("--quiet") + 1 :]
        asked.append(packages)
        return "wine64" not in packages

    monkeypatch.setattr(bootstrap, "as_root", lambda: [])
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(bootstrap, "succeeds", succeeds)
    bootstrap.try_to_install(["nsis", "wine64"], "testing packages")
    assert asked[1:] == [("nsis", "wine64"), ("nsis",), ("wine64",)]
    assert capsys.readouterr().out.endswith("testing packages goes without wine64\n")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("libpython3.11.so.1.0", True), ("libpython3.11.a", False)],
    ids=["which is not here", "which was built without"],
)
def test_python_as_a_library_is_installed_for_packages(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    wanted: bool,
) -> None:
    facts = {"INSTSONAME": name, "LIBDIR": str(tmp_path), "MULTIARCH": "x86_64-linux-gnu"}
    installed: list[list[str]] = []
    monkeypatch.setattr(bootstrap.sysconfig, "get_config_var", facts.get)
    monkeypatch.setattr(bootstrap, "install", lambda packages, _why: installed.append(packages))
    bootstrap.need_shared_python()
    assert installed == (
        [[f"libpython{sys.version_info.major}.{sys.version_info.minor}"]] if wanted else []
    )
    (tmp_path / name).touch()
    installed.clear()
    bootstrap.need_shared_python()
    assert installed == []
