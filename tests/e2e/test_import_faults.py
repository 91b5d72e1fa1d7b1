"""Whatever operation an import is killed at, the old or the new casebook is read, whole.

``make faults`` kills at every operation that changes a file, and at 1,000 random moments; the
ordinary run at a few of them. The kills are made by strace, in the system, so that SQLite's and
Whoosh's own operations count as well.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.e2e.killed_import import FAULT
from tests.fakes.killed import Scene, environment, made_scene

KILLS = int(os.environ.get("FIELDCAT_IMPORT_KILLS", "7"))
"""Operations to be killed at, evenly chosen; 0 for every one."""
RANDOM_KILLS = int(os.environ.get("FIELDCAT_IMPORT_RANDOM_KILLS", "4"))
SEED = int(os.environ.get("FIELDCAT_KILLS_SEED", random.randrange(2**32)))

# What changes a file or a folder, under whatever name this system calls it.
CHANGES = (
    "?open,?openat,?creat,?write,?pwrite64,?writev,?pwritev,?ftruncate,?truncate,?rename,"
    "?renameat,?renameat2,?unlink,?unlinkat,?mkdir,?mkdirat,?rmdir,?link,?linkat,?symlink,"
    "?symlinkat,?fsync,?fdatasync,?chmod,?fchmod,?fchmodat,?flock"
)
pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="needs strace to kill at an operation"
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return made_scene(tmp_path_factory.mktemp("scene"))


Operation = tuple[str, int]
"""A call of the system, and which of all calls of that name it is."""


@pytest.fixture(scope="module")
def operations(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> list[Operation]:
    """The operations of a whole import in their order, without those of loading the program."""
    folder = tmp_path_factory.mktemp("counted")
    log = folder / "log"
    command = ["strace", "-f", "-qq", "-e", f"trace={CHANGES}", "-o", str(log)]
    subprocess.run(
        [*command, *scene.command(scene.home(folder / "home"))],
        check=True,
        env=environment(),
        stdout=subprocess.DEVNULL,
    )
    # strace counts the calls of each name apart, and so do we.
    counts: Counter[str] = Counter()
    calls: list[Operation] = []
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            counts[match[1]] += 1
            calls.append((match[1], counts[match[1]]))
            if '"begun' in line:
                calls.clear()
    return calls


def _chosen(operations: Sequence[Operation]) -> Sequence[Operation]:
    step = max(1, len(operations) // KILLS) if KILLS else 1
    # The last ones matter most: that is where the pointer is switched.
    return [*operations[::step], *operations[-12:-1:4]] if KILLS else operations


def test_a_kill_at_any_operation_leaves_the_old_casebook_or_the_new(
    scene: Scene, operations: Sequence[Operation], tmp_path: Path
) -> None:
    outcomes: list[str] = []
    for call, number in _chosen(operations):
        home = scene.home(tmp_path / f"home-{call}-{number}")
        inject = f"inject={call}:signal=SIGKILL:when={number}"
        command = ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", os.devnull]
        done = subprocess.run(
            [*command, *scene.command(home)],
            check=False,
            env=environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert "done" not in done.stdout, f"{call} {number} was not reached"
        outcomes.append(scene.holds(home))
        shutil.rmtree(home)
    print(f"{len(outcomes)} of {len(operations)} operations: {outcomes.count('new')} times the new")
    assert outcomes.count("old") > 0


def test_a_kill_at_a_random_moment_leaves_the_old_casebook_or_the_new(
    scene: Scene, tmp_path: Path
) -> None:
    print(f"FIELDCAT_KILLS_SEED={SEED}")
    chance = random.Random(SEED)
    takes = 0.0
    for number in range(RANDOM_KILLS + 1):
        home = scene.home(tmp_path / f"home-{number}")
        began = time.monotonic()
        process = subprocess.Popen(scene.command(home), stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        if takes:
            # The moment is random: there is nothing to wait for.
            time.sleep(chance.uniform(0, takes))
            process.kill()
        process.wait()
        process.stdout.close()
        takes = takes or time.monotonic() - began
        scene.holds(home)
        shutil.rmtree(home)


# What needs room on a disk, or waits for it. Where a file is opened, it may be made.
NEEDS_ROOM = re.compile("p?write(?:v|64)?|f(?:data)?sync|mkdir(?:at)?|link(?:at)?|rename")
LAST_WORD = 2
"""Calls at the end that only tell what was done."""


def test_a_disk_that_fills_up_at_any_operation_is_told_and_changes_nothing(
    scene: Scene, operations: list[Operation], tmp_path: Path
) -> None:
    wanting = [operation for operation in operations if NEEDS_ROOM.fullmatch(operation[0])]
    outcomes: Counter[str] = Counter()
    for call, number in _chosen(wanting[:-LAST_WORD]):
        home = scene.home(tmp_path / f"full-{call}-{number}")
        # From then on there is no room for anything of this kind.
        inject = f"inject={call}:error=ENOSPC:when={number}+"
        command = ["strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", os.devnull]
        done = subprocess.run(
            [*command, *scene.command(home)],
            check=False,
            env=environment(),
            capture_output=True,
            text=True,
        )
        found = scene.holds(home)
        # Where the last words cannot be written, nobody hears of what was done.
        assert done.returncode in (0, FAULT) or found == "new", (call, number, done.stderr)
        outcomes[f"{found}, {done.stderr.strip() if done.returncode == FAULT else 'done'}"] += 1
        shutil.rmtree(home)
    print(f"{sum(outcomes.values())} operations: {dict(outcomes)}")
    assert outcomes["old, disk-full"] > 0


def test_two_imports_at_once_make_one_casebook(scene: Scene, tmp_path: Path) -> None:
    home = scene.home(tmp_path / "home")
    running = [
        subprocess.Popen(
            scene.command(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    said = [process.communicate() for process in running]
    codes = [process.returncode for process in running]
    assert 0 in codes
    assert {error.strip() for _, error in said} <= {"", "busy"}
    assert all(code in (0, FAULT) for code in codes)
    assert scene.holds(home) == "new"
    assert len(scene.laptop(home).generations.all()) <= 2
