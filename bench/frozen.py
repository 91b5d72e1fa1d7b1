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
from collections.abc import Callable, Iterator, Sequence
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
READ_AHEAD = 128 * 1024
MEMORY = 1024 * 1024 * 1024
FEWER = 6
"""Pairs of starts where each takes long; the first of them is left out."""

Samples = dict[str, list[float]]
Folders = tuple[Path, Path]
"""The bare window's, and ours."""


def measure() -> Measured:
    """Freeze both, start them in turn; then a cold cache, a slow medium, and the low end."""
    folders = (_frozen_bare(), _frozen_fieldcat())
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FIELDCAT_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
        }
        ours = _program(folders[1])
        first = _started(ours, environment)
        warm = _in_turn(folders, environment, ROUNDS + 1)
        cold = _in_turn(folders, environment, FEWER, before=_forget)
        slow = _slow(folders, environment)
        low = _low_end(folders, environment)
    figures = [
        *_sizes(),
        Figure("start → first page painted ÷ bare window, median of pairs", _share(warm), 1.5),
        Figure(
            "memory with the casebook open ÷ bare window",
            median(warm["MB"]) / median(warm["bare MB"]),
            2.0,
        ),
        Figure("memory with the casebook open, MB", median(warm["MB"])),
        Figure("bare window, memory, MB", median(warm["bare MB"])),
        Figure("the very first start → first page, s", first["painted"]),
        *_times("", warm),
        *_times("cold cache: ", cold),
        *_times("medium of 10 MB/s: ", slow),
        *_times("one core, 1 GB: ", low),
    ]
    if low:
        figures.append(Figure("one core, 1 GB: memory, MB", median(low["MB"])))
    samples = {
        f"{where}{name}": values
        for where, found in (("", warm), ("cold ", cold), ("slow ", slow), ("low ", low))
        for name, values in found.items()
    }
    notes = ["On Xvfb, 1366×768, ten-study casebook; pairs of starts in turn."]
    if not (slow and low):
        notes.append("Slow medium and low end need root and control groups of version 1.")
    return Measured(tuple(figures), samples, notes=tuple(notes))


def _share(samples: Samples) -> float:
    return median([a / b for a, b in zip(samples["painted"], samples["bare painted"], strict=True)])


def _times(where: str, samples: Samples) -> list[Figure]:
    if not samples:
        return []
    found = [
        Figure(f"{where}first page painted, s", median(samples["painted"])),
        Figure(f"{where}first typed query answered, s", median(samples["answered"])),
        Figure(f"{where}bare window, s", median(samples["bare painted"])),
    ]
    # The share that must reach something stands above all others.
    return [*found, Figure(f"{where}first page ÷ bare window", _share(samples))] if where else found


def _frozen_fieldcat() -> Path:
    return build.frozen(
        "fieldcat",
        release=ROOT / "data" / "casebook.fieldcat",
        trusted=ROOT / "data" / "casebook.root.json",
        script=ROOT / "bench" / "started_fieldcat.py",
        dist=WORK,
    )


def _frozen_bare() -> Path:
    """A bare window, frozen as PyInstaller does it by itself."""
    places = ["--distpath", str(WORK), "--workpath", str(WORK / "work"), "--specpath", str(WORK)]
    how = ["--noconfirm", "--log-level", "WARN", "--name", "bare", "--paths", str(ROOT)]
    script = str(ROOT / "bench" / "started_bare.py")
    subprocess.run([sys.executable, "-m", "PyInstaller", *how, *places, script], check=True)
    return WORK / "bare"


def _program(folder: Path) -> Path:
    return folder / folder.name


def _started(
    program: Path, environment: dict[str, str], through: Sequence[str] = (), **options: Any
) -> dict[str, float]:
    begun = now()
    done = subprocess.run(
        [*through, str(program)], env=environment, stdout=subprocess.PIPE, check=True, **options
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    held = told.pop("pss") / 1e6
    return {**{moment: at - begun for moment, at in told.items()}, "MB": held}


def _in_turn(
    folders: Folders,
    environment: dict[str, str],
    rounds: int,
    *,
    before: Callable[[Path], object] = lambda _folder: None,
    through: Sequence[str] = (),
    **options: Any,
) -> Samples:
    """Start both, the bare one first, after ``before`` each; the first pair only warms up."""
    samples: Samples = {}
    for turn in range(rounds):
        for name, folder in zip(("bare ", ""), folders, strict=True):
            before(folder)
            told = _started(_program(folder), environment, through, **options)
            if turn:
                for moment, value in told.items():
                    samples.setdefault(f"{name}{moment}", []).append(value)
    return samples


def _forget(folder: Path) -> None:
    """Have the system read all of it from the disk again; what is not written yet stays."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            forget_in_memory(path)


def _slow(folders: Folders, environment: dict[str, str]) -> Samples:
    """Starts from a file system whose device gives 10 MB a second; nothing where none can be had.

    It is mounted for each start anew, so that nothing of it is in memory.
    """
    groups = Path("/sys/fs/cgroup/blkio")
    if os.geteuid() != 0 or not (groups / "blkio.throttle.read_bps_device").exists():
        return {}
    with _medium(folders) as (device, place), _group(groups) as group:
        number = Path(device).stat().st_rdev
        limit = f"{os.major(number)}:{os.minor(number)} {SLOW}"
        (group / "blkio.throttle.read_bps_device").write_text(limit)

        def mount_again(_folder: Path) -> None:
            subprocess.run(["umount", str(place)], check=True)
            subprocess.run(["mount", "-o", "ro", device, str(place)], check=True)

        copied = (place / folders[0].name, place / folders[1].name)
        return _in_turn(
            copied, environment, FEWER, before=mount_again, preexec_fn=lambda: _join(group)
        )


def _low_end(folders: Folders, environment: dict[str, str]) -> Samples:
    """Starts with one core and a gigabyte; nothing where no limit can be set."""
    groups = Path("/sys/fs/cgroup/memory")
    if os.geteuid() != 0 or not groups.is_dir() or shutil.which("taskset") is None:
        return {}
    with _group(groups) as group:
        (group / "memory.limit_in_bytes").write_text(str(MEMORY))
        one = ("taskset", "--cpu-list", "0")
        return _in_turn(folders, environment, FEWER, through=one, preexec_fn=lambda: _join(group))


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
def _medium(folders: Folders) -> Iterator[tuple[str, Path]]:
    """A device with both folders on it, and where it is mounted."""
    with tempfile.TemporaryDirectory() as work:
        image, place, source = (Path(work) / name for name in ("image", "medium", "source"))
        place.mkdir()
        for folder in folders:
            shutil.copytree(folder, source / folder.name, symlinks=True)
        made = ["mkfs.ext4", "-q", "-d", str(source), str(image), "800M"]
        subprocess.run(made, stdout=subprocess.DEVNULL, check=True)
        attached = ["losetup", "--find", "--show", "--direct-io=on", str(image)]
        device = subprocess.run(attached, capture_output=True, text=True, check=True).stdout.strip()
        try:
            # As much is read ahead as from a stick, not as from a fast disk.
            subprocess.run(["blockdev", "--setra", str(READ_AHEAD // 512), device], check=True)
            subprocess.run(["mount", "-o", "ro", device, str(place)], check=True)
            try:
                yield device, place
            finally:
                subprocess.run(["umount", str(place)], check=True)
        finally:
            subprocess.run(["losetup", "--detach", device], check=True)


def _sizes() -> list[Figure]:
    dist = ROOT / "dist"
    files = [path for path in (dist / "fieldcat").rglob("*") if path.is_file()]
    archives = list(dist.glob("fieldcat-[0-9]*.tar.xz"))
    if not files or not archives:
        return []
    return [
        Figure("portable archive, MB", archives[0].stat().st_size / 1e6, 45),
        Figure("installed, MB", sum(path.stat().st_size for path in files) / 1e6, 140),
        Figure("files installed", len(files), 400),
    ]
