"""What a started window tells the measurement: times, and what memory it holds."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def pss() -> int:
    """This process's proportional share of memory, in bytes (Linux)."""
    return _rolled_up("Pss")


def written_memory() -> int:
    """What this process has written and shares with none, in bytes (Linux).

    Its proportional share rises by megabytes when another window ends that had Qt open as well.
    """
    return _rolled_up("Private_Dirty")


def _rolled_up(name: str) -> int:
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    match = re.search(rf"^{name}:\s+(\d+) kB", rollup, re.M)
    assert match is not None, f"the kernel gives no {name}"
    return int(match[1]) * 1024


def tell(told: Mapping[str, float | Sequence[float]]) -> None:
    """Print the one line that the measurement reads."""
    print(json.dumps(told), flush=True)


def now() -> float:
    """The clock that parent and child share, in seconds."""
    return time.monotonic()
