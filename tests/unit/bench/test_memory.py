"""What a process had of memory is its own, not that of the one which started it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MEGABYTE = 1_000_000
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="other systems tell no more than ru_maxrss"
)
TELL = "from bench.memory import most_memory; print(most_memory())"
HOLD_AND_START = f"""
import subprocess, sys
held = b"x" * {300 * MEGABYTE}
subprocess.run([sys.executable, "-c", {TELL!r}], check=True)
"""


def _said(program: str) -> int:
    """What a process of its own says: one that runs many tests may take from what it has free."""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=root, stdout=subprocess.PIPE, text=True
    )
    return int(done.stdout)


def test_what_the_starting_process_holds_is_not_counted() -> None:
    assert _said(HOLD_AND_START) < 100 * MEGABYTE


def test_what_was_let_go_is_counted_still() -> None:
    grown = """
from bench.memory import memory_from_now_on, most_memory
before = memory_from_now_on()
held = b"x" * 50_000_000
del held
print(most_memory() - before)
"""
    assert _said(grown) > 40 * MEGABYTE


def test_it_can_be_begun_anew() -> None:
    fallen = """
from bench.memory import memory_from_now_on
held = b"x" * 50_000_000
high = memory_from_now_on()
del held
print(high - memory_from_now_on())
"""
    assert _said(fallen) > 40 * MEGABYTE
