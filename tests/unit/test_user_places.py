from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from fieldcat.user_places import data_place, settings_place


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/kim"},
        {"HOME": "/home/kim", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/settings"},
        {"HOME": "/home/kim", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""},
        {"HOME": "/home/kim", "XDG_DATA_HOME": " ", "XDG_CONFIG_HOME": " "},
        {"HOME": "kim"},
        {},
    ],
)
def test_they_are_where_the_system_has_them(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert data_place() == platformdirs.user_data_path("fieldcat", appauthor=False)
    assert settings_place() == platformdirs.user_config_path("fieldcat", appauthor=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system has these")
@pytest.mark.parametrize("named", ["data", "./data", "~/data", " /data"])
def test_a_path_that_is_not_whole_counts_for_nothing(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/kim")
    monkeypatch.setenv("XDG_DATA_HOME", named)
    monkeypatch.setenv("XDG_CONFIG_HOME", named)
    assert data_place() == Path("/home/kim/.local/share/fieldcat")
    assert settings_place() == Path("/home/kim/.config/fieldcat")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system is asked")
def test_on_linux_nothing_is_loaded_for_them_where_the_environment_says_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/kim")
    monkeypatch.setitem(sys.modules, "platformdirs", None)  # loading it would fail
    assert data_place().name == settings_place().name == "fieldcat"
