"""What a started window tells the measurement: times, and what memory it holds."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def pss() -> int:
    """This process's proportional share of memory, in bytes (Linux)."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    match = re.search(r"^Pss:\s+(\d+) kB", rollup, re.M)
    assert match is not None, "the kernel gives no Pss"
    return int(match[1]) * 1024


def tell(told: Mapping[str, float | Sequence[float]]) -> None:
    """Print the one line that the measurement reads."""
    print(json.dumps(told), flush=True)


def now() -> float:
    """The clock that parent and child share, in seconds."""
    return time.monotonic()
