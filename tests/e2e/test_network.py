"""No connection is made that the user did not ask for: the system's own calls are looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

INTERNET = re.compile(r"^.*(?:AF_INET6?|sin6?_addr).*$", re.M)


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("needs strace, which only Linux has")
    return found


@pytest.mark.parametrize(
    "arguments",
    [["search", "hotline", "--json"], ["list"], ["doctor"], ["--version"]],
    ids=lambda arguments: arguments[0],
)
def test_a_command_opens_no_internet_socket(
    strace: str, tmp_path: Path, arguments: list[str]
) -> None:
    assert calls(strace, tmp_path, [sys.executable, "-m", "fieldcat", *arguments]) == []


@pytest.mark.parametrize(
    "arguments",
    [["publishers"], ["imports"], ["import", "data/casebook.fieldcat", "--json"]],
    ids=lambda arguments: arguments[0],
)
def test_a_command_that_verifies_reaches_nobody(
    strace: str, tmp_path: Path, root: Path, arguments: list[str]
) -> None:
    """The library that could fetch is loaded, and tries out whether this machine has IPv6."""
    command = [str(root / part) if part.startswith("data/") else part for part in arguments]
    found = calls(strace, tmp_path, [sys.executable, "-m", "fieldcat", *command])
    assert [call for call in found if re.search(r"\b(?:connect|send\w+)\(", call)] == []


def test_the_window_opens_no_internet_socket_from_start_to_a_search(
    strace: str, tmp_path: Path, root: Path
) -> None:
    script = str(root / "tests" / "e2e" / "started_window.py")
    assert calls(strace, tmp_path, [sys.executable, script]) == []


def calls(strace: str, folder: Path, command: list[str]) -> list[str]:
    """The network calls that reach beyond this machine's own sockets."""
    log = folder / "calls"
    done = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=network", "-o", str(log), *command],
        env={
            **os.environ,
            "FIELDCAT_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return INTERNET.findall(log.read_text(encoding="utf-8", errors="replace"))
