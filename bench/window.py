"""The window on 10,000 entries: its start, its keys, its moves, its memory.

All runs are processes of their own on one virtual screen, where the machine has Xvfb, else on Qt's
offscreen one. Starts stand beside a bare PySide6 window with a list, started in turn with them.
Memory is PSS, the process's fair share of what it maps, read while nothing is under way; growth is
of memory that the process has written itself, which others that share Qt with it do not change.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from bench import synthetic
from bench.queries import Asking, many
from bench.results import Figure, Measured, median, percentile
from bench.telling import now

SIZE = 10_000
ROUNDS = 9
FRAME_MS = 17
STALL_MS = 50
HERE = Path(__file__).parent

_INDEXING = (
    "import sys, pathlib\n"
    "from fieldcat import wiring\n"
    "bench = wiring.open_workbench(None, catalogue=pathlib.Path(sys.argv[1]))\n"
    "bench.searchable()\n"
    # Whoever measures has been welcomed before.
    "bench.user_data.set_preference('welcome.seen', 'yes')\n"
    "bench.close()\n"
)

Environment = Mapping[str, str]


@contextmanager
def virtual_screen() -> Iterator[str]:
    """An Xvfb of our own, 1366×768; gives its display's name."""
    reading, writing = os.pipe()
    screen = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *screen],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def measure() -> Measured:
    """Start both windows in turn, then use ours."""
    catalogue = synthetic.catalogue(SIZE)
    xvfb = shutil.which("Xvfb") is not None
    screen = virtual_screen() if xvfb else nullcontext("")
    with tempfile.TemporaryDirectory() as folder, screen as display:
        home = Path(folder)
        environment = _environment(home, display)
        run = [sys.executable, "-c", _INDEXING, str(catalogue)]
        subprocess.run(run, env=environment, check=True)
        queries = home / "queries.txt"
        queries.write_text("\n".join(_queries()), encoding="utf-8")
        starts = _starts(catalogue, environment)
        used = {
            what: _told("used_fieldcat.py", environment, what, str(catalogue), str(queries))
            for what in ("typing", "moving", "searching", "hour")
        }
    figures, samples = _start_figures(starts)
    more, further = _use_figures(used)
    notes = (
        f"On {'Xvfb' if xvfb else 'Qt’s offscreen screen'}, 1366×768, {SIZE:,} entries.",
        "Growth of memory is the median of the last five readings less that of the first five.",
    )
    return Measured((*figures, *more), {**samples, **further}, notes=notes)


def _environment(home: Path, display: str) -> dict[str, str]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb" if display else "offscreen",
        "FIELDCAT_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    # An installed program has its modules compiled; the first round compiles them here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _queries() -> list[str]:
    asking = Asking(SIZE, lambda _words: {})
    typed = [asked.typed.strip() for asked in many(asking.two_words, 180)]
    return [*typed, *(asked.typed for asked in many(lambda: asking.beginning(5), 60))]


def _told(script: str, environment: Environment, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def _starts(catalogue: Path, environment: Environment) -> dict[str, list[float]]:
    """Seconds from the start of the process, and MB; the first round only warms the caches."""
    found: dict[str, list[float]] = {}
    for turn in range(ROUNDS + 1):
        for name, script, *arguments in (
            ("bare", "started_bare.py"),
            ("fieldcat", "started_fieldcat.py", str(catalogue)),
        ):
            begun = now()
            told = _told(script, environment, *arguments)
            if turn:
                found.setdefault(f"{name} MB", []).append(told.pop("pss") / 1e6)
                for moment, at in told.items():
                    found.setdefault(f"{name} {moment}", []).append(at - begun)
    return found


def _start_figures(starts: Mapping[str, list[float]]) -> tuple[list[Figure], dict[str, Any]]:
    bare = starts["bare painted"]
    painted = _ratios(starts["fieldcat painted"], bare)
    answered = _ratios(starts["fieldcat answered"], bare)
    figures = [
        Figure("start → first page painted ÷ bare window, median", median(painted), 1.5),
        Figure("start → first typed query answered ÷ bare window, median", median(answered), 4),
        Figure("start → first page painted ÷ bare window, p95", percentile(painted, 0.95)),
        Figure("start → first typed query ÷ bare window, p95", percentile(answered, 0.95)),
        Figure("start → first page painted, s, median", median(starts["fieldcat painted"])),
        Figure(
            "start → first typed query answered, s, median", median(starts["fieldcat answered"])
        ),
        Figure("bare window, s, median", median(bare)),
        Figure("memory once started, MB, median", median(starts["fieldcat MB"])),
        Figure("bare window, memory, MB, median", median(starts["bare MB"])),
    ]
    return figures, dict(starts)


def _ratios(ours: list[float], theirs: list[float]) -> list[float]:
    return [a / b for a, b in zip(ours, theirs, strict=True)]


def _use_figures(used: Mapping[str, Any]) -> tuple[list[Figure], dict[str, Any]]:
    typing, moving = used["typing"], used["moving"]
    searched = [held / 1e6 for held in used["searching"]["held"]]
    own = [held / 1e6 for held in used["searching"]["own"]]
    hour = [held / 1e6 for held in used["hour"]["held"]]
    painted = {
        "key press → results painted": typing["keys"],
        "scroll step → painted": moving["scrolled"],
        "filter click → painted": moving["ticked"],
        "selection → row painted": moving["rows"],
    }
    figures = [
        Figure(f"{name}, ms, p95 of {len(times)}", percentile(times, 0.95), FRAME_MS)
        for name, times in painted.items()
    ]
    painted["selection → read in the reader"] = moving["read"]
    figures += [
        *(Figure(f"{name}, ms, median", median(times)) for name, times in painted.items()),
        Figure("selection → read in the reader, ms, p95", percentile(moving["read"], 0.95)),
        Figure("longest stall of the GUI thread while typing, ms", typing["stall"], STALL_MS),
        Figure("longest stall while moving about, ms", moving["stall"], STALL_MS),
        Figure("memory after 100 searches, MB", searched[0], 130),
        Figure("growth over 10,000 searches, MB of its own", _growth(own), 2),
        Figure("growth over 10,000 searches, MB of PSS", _growth(searched)),
        Figure("memory after an hour's use ÷ at its start", median(hour[-3:]) / hour[0], 1.05),
    ]
    samples = {f"{name}, ms": times for name, times in painted.items()}
    return figures, {
        **samples,
        "MB while searching": searched,
        "MB of its own while searching": own,
        "MB through an hour": hour,
    }


def _growth(held: list[float]) -> float:
    return median(held[-5:]) - median(held[:5])
