"""Binaries of Linux: what they are linked with, and taking out what only debuggers read."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.M)


def needs(path: str) -> list[str]:
    """The names of the libraries that a binary is linked with itself, not through others.

    Raises:
        CalledProcessError: this is no binary.
    """
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return _NEEDED.findall(told.stdout)


def strip_symbols(paths: Iterable[Path]) -> None:
    """Take what only debuggers read out of binaries, which is half of most.

    Raises:
        CalledProcessError: one of them is no binary.
    """
    wanted = sorted(str(path) for path in paths if path.is_file() and not path.is_symlink())
    subprocess.run(["strip", "--strip-unneeded", *wanted], check=True)
