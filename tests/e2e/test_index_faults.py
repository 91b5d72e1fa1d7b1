"""Whenever the process that builds an index is killed, search works after the next try.

``make faults`` kills it at every operation that changes a file, and at 600 random moments; the
ordinary run at a few of them.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.fakes.standstill import standing_at

from fieldcat.domain.entry import EntryId
from fieldcat.errors import IndexUnusableError
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.services.children import program
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue

KILLS = int(os.environ.get("FIELDCAT_INDEX_KILLS", "6"))
"""Operations to be killed at, evenly chosen; 0 for every one."""
RANDOM_KILLS = int(os.environ.get("FIELDCAT_INDEX_RANDOM_KILLS", "4"))
SEED = int(os.environ.get("FIELDCAT_KILLS_SEED", random.randrange(2**32)))

# What changes a file or a folder, under whatever name this system calls it.
CHANGES = (
    "?open,?openat,?creat,?write,?pwrite64,?ftruncate,?rename,?renameat,?renameat2,?unlink,"
    "?unlinkat,?mkdir,?mkdirat,?rmdir,?link,?linkat,?fsync,?chmod,?fchmodat"
)
WORDS = ("hotline", "children", "tanzania", "grooming online", "helpline")
GONE = 5


@dataclass(frozen=True)
class Scene:
    """The bundled casebook with its index, and a later one, in which some entries are gone."""

    earlier: Path
    later: Path
    index: Path
    key: Path
    expected: tuple[int, ...]

    def home(self, at: Path, indexed: bool) -> Path:
        at.mkdir()
        if indexed:
            shutil.copytree(self.index, at / "index")
        return at

    def command(self, home: Path, program: Sequence[str] = program()) -> list[str]:
        arguments = ("--key-file", self.key, self.later, home / "index")
        return [*program, "work", "index", *map(str, arguments)]

    def stands(self, home: Path) -> str:
        """What stands there, whole: the index of the earlier or the later casebook, or none."""
        for name, path in (("earlier", self.earlier), ("later", self.later)):
            with closing(open_catalogue(path)) as catalogue, suppress(IndexUnusableError):
                index = open_index(home / "index", catalogue.fingerprint, key_file=self.key)
                searcher = Searcher(index)
                assert searcher.match("hotline").full
                searcher.close()
                return name
        return "none"

    def works_afterwards(self, home: Path) -> bool:
        return found(self.later, home / "index", self.key) == self.expected


def found(catalogue: Path, folder: Path, key: Path) -> tuple[int, ...]:
    """How many entries have each of the words."""
    with closing(open_catalogue(catalogue)) as opened:
        searcher = ensure_index(opened, folder, key_file=key)
        counts = tuple(searcher.match(word).full.bit_count() for word in WORDS)
        searcher.close()
    return counts


@pytest.fixture(scope="module")
def scene(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("indexes")
    earlier, later, key = root / "data" / "casebook.sqlite", folder / "later.sqlite", folder / "key"
    with closing(open_catalogue(earlier)) as catalogue:
        ids = catalogue.keys()[GONE:]
        entries = [catalogue.entry(EntryId.parse(id)) for id in ids]
        vocabularies = catalogue.vocabularies().values()
        write_catalogue(later, catalogue.collections()[0], list(vocabularies), entries)
    found(earlier, folder / "index", key)
    expected = found(later, folder / "fresh", key)
    assert all(expected)
    return Scene(earlier, later, folder / "index", key, expected)


@pytest.fixture(params=["built", "brought up to date"])
def indexed(request: pytest.FixtureRequest) -> bool:
    """Whether there is an index of the earlier casebook."""
    return bool(request.param == "brought up to date")


def traced(scene: Scene, home: Path, *options: str) -> None:
    with subprocess.Popen(
        ["strace", "-f", "-qq", *options, *scene.command(home)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.read()


def operations(scene: Scene, home: Path) -> Iterator[tuple[str, int]]:
    """The operations on files of a whole run: each call, and which of all of its name it is."""
    log = home / "log"
    traced(scene, home, "-e", f"trace={CHANGES}", "-o", str(log))
    counts: Counter[str] = Counter()
    begun = False
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            counts[match[1]] += 1
            # Before, the program is loaded.
            begun = begun or ".building-" in line
            if begun and "O_RDONLY" not in line:
                yield match[1], counts[match[1]]


def chosen(calls: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    # The last ones matter most: that is where the new index takes the place of the old.
    step = max(1, len(calls) // KILLS) if KILLS else 1
    return [*calls[::step], *calls[-20:-1:5]] if KILLS else calls


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to kill at an operation")
def test_a_kill_at_any_operation_leaves_search_working(
    scene: Scene, indexed: bool, tmp_path: Path
) -> None:
    calls = list(operations(scene, scene.home(tmp_path / "counted", indexed)))
    outcomes: Counter[str] = Counter()
    for call, number in chosen(calls):
        home = scene.home(tmp_path / f"home-{call}-{number}", indexed)
        inject = f"inject={call}:signal=SIGKILL:when={number}"
        traced(scene, home, "-e", f"trace={call}", "-e", inject, "-o", os.devnull)
        outcomes[scene.stands(home)] += 1
        assert scene.works_afterwards(home)
        shutil.rmtree(home)
    print(f"{outcomes} of {len(calls)} operations")
    assert outcomes["earlier" if indexed else "none"] > 0


def test_a_kill_at_a_random_moment_leaves_search_working(
    scene: Scene, indexed: bool, tmp_path: Path
) -> None:
    print(f"FIELDCAT_KILLS_SEED={SEED}")
    chance = random.Random(SEED)
    outcomes: Counter[str] = Counter()
    takes = 0.0
    for number in range(RANDOM_KILLS + 1):
        home = scene.home(tmp_path / f"home-{number}", indexed)
        began = time.monotonic()
        with subprocess.Popen(
            scene.command(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert b"progress" in process.stdout.readline()
            loaded = time.monotonic() - began
            if takes:
                # The moment is random: there is nothing to wait for.
                time.sleep(chance.uniform(0, takes))
                process.kill()
            process.stdout.read()
        takes = takes or time.monotonic() - began - loaded
        outcomes[scene.stands(home)] += 1
        assert scene.works_afterwards(home)
        shutil.rmtree(home)
    print(outcomes)
    assert outcomes["later"] > 0  # the first was let be


def test_what_nobody_waits_for_any_more_clears_up(scene: Scene, tmp_path: Path) -> None:
    home = scene.home(tmp_path / "home", indexed=False)
    command = scene.command(home, standing_at("indexing"))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert b"progress" in process.stdout.readline()
        assert list(home.iterdir()) != []
        process.stdin.close()
        assert b'"done"' not in process.stdout.read()
    assert process.returncode == 130
    assert list(home.iterdir()) == []
