"""The packaged program beside a bare PySide6 window that was frozen in the same way.

Both are frozen for the measurement, the real program with the script of `bench.window` in the place
of its own start; times are of the clock, memory is PSS. `dist/` is measured for its sizes, as `make
package` left it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tools.package import build

from bench.results import Figure, Measured, median
from bench.telling import now
from bench.window import virtual_screen
from fieldcat.storage.media import forget_in_memory

ROOT = Path(__file__).parents[1]
WORK = Path(__file__).parent / "results" / "frozen"
ROUNDS = 9
SLOW = 10 * 1024 * 1024
"""Bytes a second that a slow medium gives."""
MEMORY = 1024 * 1024 * 1024

Run = dict[str, float]


def measure() -> Measured:
    """Freeze both, start them in turn; then a cold cache, a slow medium, and the low end."""
    ours = build.frozen(
        "fieldcat",
        release=ROOT / "data" / "casebook.fieldcat",
        trusted=ROOT / "data" / "casebook.root.json",
        script=ROOT / "bench" / "started_fieldcat.py",
        dist=WORK,
    )
    bare = _frozen_bare()
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FIELDCAT_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
        }
        first = _started(ours / "fieldcat", environment)
        samples = _in_turn(ours / "fieldcat", bare / "bare", environment)
        cold = _cold(ours, environment)
        slow = _slow(ours, environment)
        low = _low_end(ours / "fieldcat", environment)
    figures = [
        *_sizes(),
        Figure(
            "start → first page painted ÷ bare window, median of pairs",
            median([a / b for a, b in zip(samples["painted"], samples["bare"], strict=True)]),
            1.5,
        ),
        Figure(
            "memory with the casebook open ÷ bare window",
            median(samples["MB"]) / median(samples["bare MB"]),
            2.0,
        ),
        Figure("start → first page painted, s, median", median(samples["painted"])),
        Figure("start → first typed query answered, s, median", median(samples["answered"])),
        Figure("bare window, s, median", median(samples["bare"])),
        Figure("memory with the casebook open, MB", median(samples["MB"])),
        Figure("bare window, memory, MB", median(samples["bare MB"])),
        Figure("the very first start → first page, s", first["painted"]),
        Figure("from a cold cache → first page, s", cold["painted"]),
    ]
    if slow:
        figures.append(Figure("from a medium of 10 MB/s → first page, s", slow["painted"]))
    if low:
        figures += [
            Figure("one core, 1 GB → first page, s", low["painted"]),
            Figure("one core, 1 GB → first typed query answered, s", low["answered"]),
            Figure("one core, 1 GB: memory, MB", low["MB"]),
        ]
    return Measured(tuple(figures), samples, notes=("On Xvfb, 1366×768, ten-study casebook.",))


def _frozen_bare() -> Path:
    """A bare window, frozen as PyInstaller does it by itself."""
    places = ["--distpath", str(WORK), "--workpath", str(WORK / "work"), "--specpath", str(WORK)]
    how = ["--noconfirm", "--log-level", "WARN", "--name", "bare", "--paths", str(ROOT)]
    script = str(ROOT / "bench" / "started_bare.py")
    subprocess.run([sys.executable, "-m", "PyInstaller", *how, *places, script], check=True)
    return WORK / "bare"


def _started(
    program: Path, environment: dict[str, str], before: Sequence[str] = (), **options: Any
) -> Run:
    begun = now()
    done = subprocess.run(
        [*before, str(program)], env=environment, stdout=subprocess.PIPE, check=True, **options
    )
    told: Run = json.loads(done.stdout.splitlines()[-1])
    held = told.pop("pss") / 1e6
    return {**{moment: at - begun for moment, at in told.items()}, "MB": held}


def _in_turn(ours: Path, bare: Path, environment: dict[str, str]) -> dict[str, list[float]]:
    samples: dict[str, list[float]] = {}
    for turn in range(ROUNDS + 1):
        theirs, mine = _started(bare, environment), _started(ours, environment)
        if turn:  # the first round warms the caches
            samples.setdefault("bare", []).append(theirs["painted"])
            samples.setdefault("bare MB", []).append(theirs["MB"])
            for name, value in mine.items():
                samples.setdefault(name, []).append(value)
    return samples


def _cold(folder: Path, environment: dict[str, str]) -> Run:
    for path in folder.rglob("*"):
        if path.is_file():
            forget_in_memory(path)
    return _started(folder / "fieldcat", environment)


def _slow(folder: Path, environment: dict[str, str]) -> Run | None:
    """A start from a file system whose device gives 10 MB a second; None where none can be had."""
    groups = Path("/sys/fs/cgroup/blkio")
    if os.geteuid() != 0 or not (groups / "blkio.throttle.read_bps_device").exists():
        return None
    with _medium(folder) as (place, device):
        number = Path(device).stat().st_rdev
        with _group(groups) as group:
            limit = f"{os.major(number)}:{os.minor(number)} {SLOW}"
            (group / "blkio.throttle.read_bps_device").write_text(limit)
            return _started(
                place / "fieldcat" / "fieldcat", environment, preexec_fn=lambda: _join(group)
            )


def _low_end(program: Path, environment: dict[str, str]) -> Run | None:
    """A start with one core and a gigabyte; None where no limit can be set."""
    groups = Path("/sys/fs/cgroup/memory")
    if os.geteuid() != 0 or not groups.is_dir() or shutil.which("taskset") is None:
        return None
    with _group(groups) as group:
        (group / "memory.limit_in_bytes").write_text(str(MEMORY))
        one = ("taskset", "--cpu-list", "0")
        return _started(program, environment, one, preexec_fn=lambda: _join(group))


def _join(group: Path) -> None:
    (group / "cgroup.procs").write_text(str(os.getpid()))


@contextmanager
def _group(groups: Path) -> Iterator[Path]:
    group = groups / f"fieldcat-bench-{os.getpid()}"
    group.mkdir()
    try:
        yield group
    finally:
        with suppress(OSError):
            group.rmdir()


@contextmanager
def _medium(folder: Path) -> Iterator[tuple[Path, str]]:
    """A file system of its own with the folder on it, nothing of which is in memory."""
    with tempfile.TemporaryDirectory() as work:
        image, place = Path(work) / "image", Path(work) / "medium"
        source = Path(work) / "source"
        source.mkdir()
        place.mkdir()
        shutil.copytree(folder, source / "fieldcat")
        made = ["mkfs.ext4", "-q", "-d", str(source), str(image), "400M"]
        subprocess.run(made, check=True)
        attached = ["losetup", "--find", "--show", "--direct-io=on", str(image)]
        device = subprocess.run(attached, capture_output=True, text=True, check=True).stdout.strip()
        try:
            subprocess.run(["mount", "-o", "ro", device, str(place)], check=True)
            yield place, device
            subprocess.run(["umount", str(place)], check=True)
        finally:
            subprocess.run(["losetup", "--detach", device], check=True)


def _sizes() -> list[Figure]:
    dist = ROOT / "dist"
    files = [path for path in (dist / "fieldcat").rglob("*") if path.is_file()]
    archives = list(dist.glob("fieldcat-*.tar.xz"))
    if not files or not archives:
        return []
    return [
        Figure("portable archive, MB", archives[0].stat().st_size / 1e6, 45),
        Figure("installed, MB", sum(path.stat().st_size for path in files) / 1e6, 140),
        Figure("files installed", len(files), 400),
    ]
