"""The window: how long until its first page is painted, how much memory it then holds.

Each figure stands beside a bare PySide6 window with a list, started in turn with it under one
virtual screen, each in a process of its own. Memory is PSS, the process's fair share of what it
maps, read a moment after the first page when the program says that it has nothing left to do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.results import Figure, Measured, median, percentile

ROUNDS = 9
HERE = Path(__file__).parent


@contextmanager
def virtual_screen() -> Iterator[str]:
    """An Xvfb of our own, 1366×768; gives its display's name."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def started(script: str, environment: dict[str, str]) -> tuple[float, float]:
    """Start a script and give seconds from start to first page, and MB of PSS."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(HERE / script)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return told["painted"] - begun, told["pss"] / 1e6


def measure() -> Measured:
    """Start both windows in turn; the first round only warms the caches."""
    scripts = {"bare": "started_bare.py", "fieldcat": "started_fieldcat.py"}
    seconds: dict[str, list[float]] = {name: [] for name in scripts}
    megabytes: dict[str, list[float]] = {name: [] for name in scripts}
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FIELDCAT_HOME": folder,
        }
        # An installed program has its modules compiled; the first round compiles them here.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for turn in range(ROUNDS + 1):
            for name, script in scripts.items():
                took, held = started(script, environment)
                if turn:
                    seconds[name].append(took)
                    megabytes[name].append(held)
    ratios = [ours / bare for ours, bare in zip(seconds["fieldcat"], seconds["bare"], strict=True)]
    memory = [a / b for a, b in zip(megabytes["fieldcat"], megabytes["bare"], strict=True)]
    figures = (
        Figure("start to first page painted ÷ bare window, median of pairs", median(ratios)),
        Figure("start to first page painted ÷ bare window, p95 of pairs", percentile(ratios, 0.95)),
        Figure("memory (PSS) ÷ bare window, median of pairs", median(memory)),
        Figure("start to first page painted, seconds, median", median(seconds["fieldcat"])),
        Figure("bare window, seconds, median", median(seconds["bare"])),
        Figure("memory (PSS), MB, median", median(megabytes["fieldcat"])),
        Figure("bare window, memory (PSS), MB, median", median(megabytes["bare"])),
    )
    samples = {f"{name} seconds": values for name, values in seconds.items()}
    samples |= {f"{name} MB": values for name, values in megabytes.items()}
    return Measured(figures, samples)
