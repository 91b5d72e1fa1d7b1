"""What is read is named by one pointer, and is always whole."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from fieldcat.errors import BusyError, EnvironmentFaultError
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import (
    BUNDLED,
    SEAL,
    Generation,
    Generations,
    damage,
    is_whole,
)
from fieldcat.storage.locking import only_one


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "catalogue")


def add(generations: Generations, previous: int = BUNDLED, *, switch: bool = True) -> Generation:
    staged = generations.staging()
    (staged / "collections" / "tales").mkdir(parents=True)
    (staged / "casebook.sqlite").write_bytes(b"a catalogue")
    (staged / "collections" / "tales" / "manifest.json").write_bytes(b"{}")
    (staged / "index").mkdir()
    (staged / "index" / "stamp.json").write_bytes(b"{}")
    history = History(previous, "2026-11-22T16:03:00Z", "tales", "The Tellers", 2, 1, 1, 2, 3)
    added = generations.put_in_place(staged, history)
    if switch:
        generations.switch(added.number)
    return added


def live(generations: Generations) -> list[int]:
    return [found.number for found in generations.live()]


def test_before_the_first_import_there_is_none(generations: Generations) -> None:
    assert generations.live() == ()


def test_the_pointer_names_what_is_read(generations: Generations) -> None:
    add(generations)
    add(generations, 1)
    assert live(generations) == [2, 1]
    generations.switch(1)
    assert live(generations)[0] == 1


def test_the_pointer_may_name_the_bundled_casebook(generations: Generations) -> None:
    add(generations)
    generations.switch(BUNDLED)
    assert live(generations) == []


def test_what_stands_but_was_not_switched_to_is_not_read(generations: Generations) -> None:
    add(generations)
    add(generations, 1, switch=False)
    assert live(generations)[0] == 1


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe", b"../../1", b"99", b"1" * 50, None])
def test_a_pointer_that_says_nothing_leaves_the_newest(
    generations: Generations, pointer: bytes | None
) -> None:
    add(generations)
    add(generations, 1)
    if pointer is None:
        (generations.root / "current").unlink()
    else:
        (generations.root / "current").write_bytes(pointer)
    assert live(generations) == [2, 1]


@pytest.mark.parametrize("hurt", ["shorter", "missing", "more", "seal", "no text", "no seal"])
def test_what_is_not_whole_is_passed_over(generations: Generations, hurt: str) -> None:
    add(generations)
    newest = add(generations, 1)
    match hurt:
        case "shorter":
            newest.catalogue.write_bytes(b"a cat")
        case "missing":
            newest.catalogue.unlink()
        case "more":
            (newest.folder / "evil.dll").write_bytes(b"x")
        case "seal":
            (newest.folder / SEAL).write_bytes(b"[]")
        case "no text":
            seal = newest.folder / SEAL
            seal.write_bytes(seal.read_bytes().replace(b"casebook", b"case\xffook"))
        case _:
            (newest.folder / SEAL).unlink()
    assert not is_whole(newest)
    assert damage(newest)
    assert live(generations) == [1]


def test_a_byte_that_changed_is_found_by_going_through_all(generations: Generations) -> None:
    added = add(generations)
    assert damage(added) == ()
    added.catalogue.write_bytes(b"a catalogoe")
    assert is_whole(added)
    assert damage(added) == ("casebook.sqlite",)


def test_the_index_is_not_sealed_with_it(generations: Generations) -> None:
    added = add(generations)
    (added.index / "stamp.json").unlink()
    (added.folder / "index.building-x").mkdir()
    (added.folder / "index.building-x" / "a").write_bytes(b"x")
    assert is_whole(added)


def test_history_is_told(generations: Generations) -> None:
    history = add(generations).history
    assert history is not None
    assert (history.publisher, history.new, history.withdrawn) == ("The Tellers", 1, 3)


def test_history_that_is_damaged_is_none(generations: Generations) -> None:
    added = add(generations, add(generations).number)
    for name, word in (("imported.json", b"tales"), ("past.json", b"Tellers")):
        file = added.folder / name
        file.write_bytes(file.read_bytes().replace(word, word.replace(b"e", b"\xff", 1)))

    assert (added.history, added.past) == (None, ())
    assert live(generations) == [2, 1]


def test_everything_is_on_the_disk_before_it_has_its_place(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        real(descriptor)

    if not Path("/proc/self/fd").exists():
        pytest.skip("only Linux tells which file a descriptor is of")
    monkeypatch.setattr(os, "fsync", fsync)
    replaced = Path.replace
    before: list[str] = []

    def replace(path: Path, target: Path) -> Path:
        if not before:
            before.extend(synced)
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    add(generations)
    names = {path.rpartition("/")[2] for path in before}
    assert {"casebook.sqlite", "manifest.json", "imported.json", SEAL, "tales"} <= names
    assert str(generations.root / "generations") in synced[len(before) :]
    assert str(generations.root) in synced


def test_what_interrupted_imports_left_is_swept(generations: Generations) -> None:
    add(generations)
    (generations.staging() / "half").write_bytes(b"x")
    generations.sweep()
    assert not (generations.root / "staging").exists()
    assert live(generations) == [1]


def test_the_one_before_is_kept_and_what_was_undone(generations: Generations) -> None:
    for previous in range(4):
        add(generations, previous)
    generations.sweep()
    assert [found.number for found in generations.all()] == [4, 3]
    generations.switch(3)
    generations.sweep()
    assert [found.number for found in generations.all()] == [4, 3]


def test_only_one_process_changes_anything(generations: Generations) -> None:
    with only_one(generations.lock), pytest.raises(BusyError), only_one(generations.lock):
        pass
    with only_one(generations.lock):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="locks otherwise")
def test_where_nothing_can_be_locked_nobody_is_called_busy(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with pytest.raises(EnvironmentFaultError) as caught, only_one(generations.lock):
        pass
    assert type(caught.value) is EnvironmentFaultError


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentFaultError), only_one(tmp_path / "file" / "lock"):
        pass
