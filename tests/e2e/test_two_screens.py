"""A session on a laptop and a wall, each a screen of one display; cables come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A display as wide as both screens; ``-noreset``, so that it outlives its monitors."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2390x768x24", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def evening(display: str, root: Path) -> dict[str, dict[str, Any]]:
    """What stood where, by what had just been done."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.presented_window"],
        cwd=root,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {line["when"]: line for line in map(json.loads, done.stdout.splitlines())}


def test_the_wall_has_the_slide_and_the_laptop_the_notes(evening: dict[str, Any]) -> None:
    assert evening["two screens"]["wall"] == [1366, 0, 1024, 768]
    assert not evening["two screens"]["only slide"]
    assert "Who would they tell?" in evening["two screens"]["wall says"]


def test_pulling_the_cable_loses_nothing(evening: dict[str, Any]) -> None:
    assert evening["one screen"]["at"] == 1
    assert evening["one screen"]["only slide"]
    assert evening["one screen"]["wall"] is None


def test_a_screen_that_comes_has_the_slide_at_once(evening: dict[str, Any]) -> None:
    assert evening["two again"]["at"] == 1
    assert evening["two again"]["wall"] == [1366, 0, 1024, 768]
    assert not evening["two again"]["only slide"]


def test_hiding_leaves_a_blank_sheet_on_the_wall(evening: dict[str, Any]) -> None:
    assert evening["hidden"]["wall is up"]
    assert evening["hidden"]["wall says"] == []
    assert not evening["hidden"]["own"]


def test_coming_back_shows_the_same_slide(evening: dict[str, Any]) -> None:
    assert "Who would they tell?" in evening["back"]["wall says"]
    assert evening["back"]["own"]
