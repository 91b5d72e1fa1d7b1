"""The power is cut while an edition comes in: what reached the disk by then is read, and is whole.

A file system in a file is mounted and copied while an import writes to it; the copy is what a
laptop finds when it starts again. That takes root and loop devices, which most machines that run
tests do not have: then this is skipped, and says so. ``make faults`` cuts 200 times.
"""

from __future__ import annotations

import filecmp
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.fakes.killed import Scene, environment, made_scene

from fieldcat.storage.generations import damage

CUTS = int(os.environ.get("FIELDCAT_POWER_CUTS", "3"))
SEED = int(os.environ.get("FIELDCAT_KILLS_SEED", random.randrange(2**32)))
ENOUGH_TO_SHOW = 40
"""Without fsync about half of so many rounds do harm."""
_TRIES, _PAUSE = 100, 0.1
OPTIONS = ("data=ordered,commit=1", "data=writeback,commit=1", "data=ordered,commit=5")


def _run(*command: object) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


@contextmanager
def mounted(image: Path, at: Path, options: str = "") -> Iterator[Path]:
    """The file system in a file."""
    at.mkdir(exist_ok=True)
    _run("mount", "-o", ",".join(filter(None, ("loop", options))), image, at)
    try:
        yield at
    finally:
        _unmount(at)


def _unmount(at: Path) -> None:
    """A window that is open on this machine looks into what is mounted, as it should."""
    for _ in range(_TRIES):
        with suppress(subprocess.CalledProcessError):
            _run("umount", at)
            return
        time.sleep(_PAUSE)
    _run("umount", at)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty file system in a file."""
    folder = tmp_path_factory.mktemp("disk")
    image = folder / "empty.img"
    try:
        with image.open("wb") as file:
            file.truncate(32 * 1024 * 1024)
        _run("mkfs.ext4", "-q", "-F", image)
        with mounted(image, folder / "tried"):
            pass
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"cutting the power needs root, loop devices and mkfs.ext4: {error}")
    return image


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return made_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="module")
def before(scene: Scene, disk: Path) -> Path:
    """A disk with a laptop's data folder on which all is well."""
    image = disk.with_name("before.img")
    _copy(disk, image)
    with mounted(image, disk.with_name("filled")) as place:
        scene.home(place / "home")
    return image


def _copy(image: Path, to: Path) -> None:
    _run("cp", "--sparse=always", image, to)


def _copy_as_of_one_moment(image: Path, to: Path) -> None:
    """Copy until nothing was written meanwhile.

    The system goes on writing what it was given: a copy whose beginning is from before that and
    whose end is from after it is of a disk that never was.
    """
    again = to.with_suffix(".again")
    _copy(image, again)
    while True:
        _copy(image, to)
        if filecmp.cmp(again, to, shallow=False):
            return
        again.unlink()
        to.replace(again)


def cut(
    scene: Scene, before: Path, folder: Path, after: float | None, options: str, *more: str
) -> tuple[Path, bool, float]:
    """Start an import and cut the power ``after`` so many seconds; None: once it is done.

    Gives the disk as it was then, whether the import was confirmed before, and how long it took.
    """
    image, copied = folder / "live.img", folder / "cut.img"
    _copy(before, image)
    with mounted(image, folder / "live", options) as place:
        process = subprocess.Popen(
            scene.command(place / "home", *more),
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        began = time.monotonic()
        # The moment is random: there is nothing to wait for.
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        took = time.monotonic() - began
        time.sleep(max(0.0, after - took) if after is not None else 0)
        # Stopped first, or it would go on while the disk is copied.
        process.send_signal(signal.SIGSTOP)
        _copy_as_of_one_moment(image, copied)
        process.kill()
        confirmed = "done" in process.stdout.read()
        process.wait()
        process.stdout.close()
    return copied, confirmed, took


def outcome(scene: Scene, image: Path, at: Path) -> str:
    """What is read after the power is back, every byte of it compared; the next try works."""
    with mounted(image, at) as place:
        home = place / "home"
        live = scene.laptop(home).live
        assert live is not None
        assert damage(live) == ()
        return scene.holds(home)


def test_after_a_power_cut_a_whole_casebook_is_read_and_no_confirmed_import_is_lost(
    scene: Scene, before: Path, tmp_path: Path
) -> None:
    print(f"FIELDCAT_KILLS_SEED={SEED}")
    chance = random.Random(SEED)
    _, confirmed, takes = cut(scene, before, tmp_path, None, OPTIONS[0])
    assert confirmed
    outcomes: list[str] = []
    for number in range(CUTS):
        after = chance.uniform(0, 1.3 * takes)
        options = OPTIONS[number % len(OPTIONS)]
        image, confirmed, _ = cut(scene, before, tmp_path, after, options)
        found = outcome(scene, image, tmp_path / "after")
        assert found == "new" or not confirmed, (number, options)
        outcomes.append(f"{found}{', confirmed' if confirmed else ''}")
    told = {each: outcomes.count(each) for each in sorted(set(outcomes))}
    print(f"{CUTS} power cuts: {told}")


# A few rounds may all go well without it; ``make faults`` has enough of them.
if CUTS >= ENOUGH_TO_SHOW:

    def test_without_fsync_the_same_cuts_do_harm(
        scene: Scene, before: Path, tmp_path: Path
    ) -> None:
        chance = random.Random(SEED)
        _, _, takes = cut(scene, before, tmp_path, None, OPTIONS[0], "--without-fsync")
        harmed = 0
        for number in range(ENOUGH_TO_SHOW):
            after = chance.uniform(0.5 * takes, 1.3 * takes + 1)
            options = OPTIONS[number % len(OPTIONS)]
            image, confirmed, _ = cut(scene, before, tmp_path, after, options, "--without-fsync")
            try:
                harmed += outcome(scene, image, tmp_path / "after") != "new" and confirmed
            except Exception:  # whatever is wrong with what is left
                harmed += 1
        print(f"without fsync {harmed} of {ENOUGH_TO_SHOW} cuts did harm")
        assert harmed > 0


def test_the_disk_is_what_was_copied(disk: Path, tmp_path: Path) -> None:
    """What was put on the disk is in the copy, what the system still holds back is not."""
    image = tmp_path / "image"
    held_back = False
    for _ in range(_TRIES):
        shutil.copyfile(disk, image)
        with mounted(image, tmp_path / "here", "commit=60") as place:
            with (place / "kept").open("wb") as file:
                file.write(b"kept")
                file.flush()
                os.fsync(file.fileno())
            (place / "lost").write_bytes(b"lost")
            _copy(image, tmp_path / "copy")
        with mounted(tmp_path / "copy", tmp_path / "there") as place:
            assert (place / "kept").read_bytes() == b"kept"
            held_back = not (place / "lost").exists()
        # Anybody on the machine may just have had all written that it held back.
        if held_back:
            break
    assert held_back
