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
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press

from fieldcat.services.importing import take_in
from fieldcat.services.laptop import Laptop

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
NEW = {**BASE, "tool-3": "A corrected hammer.", "tool-new": "New."}

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="needs strace to kill at an operation"
)


@dataclass(frozen=True)
class Scene:
    """A laptop on which one edition was taken in already, and the next one."""

    machine: Laptop
    program: Path
    key: Path
    bundle: Path
    user_data: bytes

    def home(self, at: Path) -> Path:
        shutil.copytree(self.machine.generations.root.parent, at)
        return at

    def command(self, home: Path) -> list[str]:
        arguments = (home, self.program, self.key, self.bundle)
        return [sys.executable, "-m", "tests.e2e.killed_import", *map(str, arguments)]

    def laptop(self, home: Path) -> Laptop:
        return replace(laptop(self.machine.bundled, home), index_key=self.key)

    def holds(self, home: Path) -> str:
        """Which casebook is read; that it is whole, and that the next try works."""
        machine = self.laptop(home)
        found = texts(machine)
        assert found in (self.old, self.new)
        assert (home / "user.sqlite").read_bytes() == self.user_data
        take_in(self.bundle, laptop=machine)
        assert texts(machine) == self.new
        assert list(machine.generations.root.glob("staging/*")) == []
        return "old" if found == self.old else "new"

    @property
    def old(self) -> dict[str, str]:
        return {**BASE, "tool-1": "Once changed."}

    @property
    def new(self) -> dict[str, str]:
        return {**NEW, "tool-1": "Once changed."}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("scene")
    press = Press(folder / "press").make_keys()
    press.release(1, BASE)
    bundled = shipped(press, folder / "program")
    first = press.release(2, {**BASE, "tool-1": "Once changed."})
    second = press.release(3, {**NEW, "tool-1": "Once changed."})
    machine = laptop(bundled, folder / "home")
    take_in(first.full, laptop=machine)
    user_data = b"what the person made"
    (folder / "home" / "user.sqlite").write_bytes(user_data)
    assert machine.index_key is not None
    return Scene(machine, folder / "program", machine.index_key, second.full, user_data)


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
        env=_environment(),
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


def _environment() -> dict[str, str]:
    # Whatever Python would write for itself is no operation of the import.
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


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
            env=_environment(),
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
