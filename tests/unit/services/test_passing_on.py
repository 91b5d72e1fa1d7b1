"""What is read here is copied to a stick: the publisher's own bytes, read back, one in turn."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press

from fieldcat.domain.progress import Progress
from fieldcat.errors import (
    CancelledError,
    DiskFullError,
    EnvironmentFaultError,
    ReadOnlyError,
    StickError,
)
from fieldcat.services import passing_on, publishers, releasing
from fieldcat.services.importing import preview, take_in
from fieldcat.services.laptop import Laptop
from fieldcat.services.passing_on import copying

SONGS = {"drum": "To be beaten.", "flute": "To be blown."}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"


@dataclass(frozen=True)
class Town:
    """A laptop that took in two publishers' editions, and what their publishers released."""

    machine: Laptop
    tales: Path
    songs: Path
    card: Path


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("town")
    tellers = Press(folder / "tellers").make_keys()
    tellers.release(1, BASE)
    machine = laptop(shipped(tellers, folder / "program"), folder / "home")
    singers = Press(folder / "singers", "songs", "The Singers").make_keys()
    singers.write(
        1, {**SONGS, "harp": "Plucked.\n\n![A dot](assets/dot.png)"}, (), {"dot.png": PNG}
    )
    songs = singers.release_workspace().full
    card = folder / "songs.fieldcat-card"
    _, fingerprint = releasing.write_card(singers.keys, workspace=singers.workspace, output=card)
    publishers.add_publisher(card, laptop=machine, expecting=fingerprint)
    take_in(songs, laptop=machine)
    tales = tellers.release(2, {**BASE, "tool-3": "A corrected hammer."}).full
    take_in(tales, laptop=machine)
    return Town(machine, tales, songs, card)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "STICK"
    stick.mkdir()
    return stick


def names(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.iterdir())


def test_the_bundles_on_the_stick_are_the_publishers_own_to_the_byte(
    town: Town, stick: Path
) -> None:
    passed = copying(town.machine).copy_to(stick)
    assert names(stick) == ["songs-1.fieldcat", "songs.fieldcat-card", "tales-2.fieldcat"]
    assert (stick / "tales-2.fieldcat").read_bytes() == town.tales.read_bytes()
    assert (stick / "songs-1.fieldcat").read_bytes() == town.songs.read_bytes()
    assert (stick / "songs.fieldcat-card").read_bytes() == town.card.read_bytes()
    assert [(each.path.name, each.length) for each in passed] == [
        (name, (stick / name).stat().st_size) for name in [each.path.name for each in passed]
    ]


def test_another_laptop_takes_them_in(town: Town, stick: Path, tmp_path: Path) -> None:
    copying(town.machine).copy_to(stick)
    other = laptop(town.machine.bundled, tmp_path / "other")
    card = stick / "songs.fieldcat-card"
    offer = publishers.look_at_card(card, laptop=other)
    publishers.add_publisher(card, laptop=other, expecting=offer.fingerprint)
    take_in(stick / "songs-1.fieldcat", laptop=other)
    take_in(stick / "tales-2.fieldcat", laptop=other)
    assert texts(other) == texts(town.machine)


def test_where_nothing_was_taken_in_the_programs_own_release_is_copied(
    town: Town, stick: Path, tmp_path: Path
) -> None:
    fresh = laptop(town.machine.bundled, tmp_path / "home")
    copying(fresh).copy_to(stick)
    assert names(stick) == ["tales-1.fieldcat"]
    assert (stick / "tales-1.fieldcat").read_bytes() == fresh.bundled.bundle.read_bytes()


def test_the_newest_is_passed_on_even_where_an_earlier_edition_is_read(
    town: Town, stick: Path, tmp_path: Path
) -> None:
    shutil.copytree(town.machine.generations.root.parent, tmp_path / "home")
    machine = replace(
        laptop(town.machine.bundled, tmp_path / "home"), index_key=town.machine.index_key
    )
    publishers.use_edition("tales", 1, laptop=machine)
    copying(machine, collections=["tales"]).copy_to(stick)
    assert (stick / "tales-2.fieldcat").read_bytes() == town.tales.read_bytes()


def test_several_sticks_in_turn_and_one_that_has_it_already(
    town: Town, stick: Path, tmp_path: Path
) -> None:
    job = copying(town.machine)
    second = tmp_path / "SECOND"
    second.mkdir()
    for folder in (stick, second):
        job.copy_to(folder)
    for file in stick.iterdir():
        os.utime(file, (0, 0))  # what is written in the same moment looks untouched
    job.copy_to(stick)
    assert {file.stat().st_mtime for file in stick.iterdir()} == {0}
    assert names(stick) == names(second)


def test_a_file_that_went_bad_on_the_stick_is_written_anew(town: Town, stick: Path) -> None:
    copying(town.machine).copy_to(stick)
    bad = stick / "tales-2.fieldcat"
    bad.write_bytes(bytes(bad.stat().st_size))
    copying(town.machine).copy_to(stick)
    assert bad.read_bytes() == town.tales.read_bytes()


def test_other_files_go_along_as_they_are(town: Town, stick: Path, tmp_path: Path) -> None:
    installer = tmp_path / "fieldcat-setup.exe"
    installer.write_bytes(os.urandom(3_000_000))
    copying(town.machine, collections=(), also=[installer]).copy_to(stick)
    assert names(stick) == ["fieldcat-setup.exe"]
    assert (stick / installer.name).read_bytes() == installer.read_bytes()


def test_progress_tells_of_writing_and_of_reading_back(town: Town, stick: Path) -> None:
    seen: list[Progress] = []
    job = copying(town.machine)
    job.copy_to(stick, seen.append)
    assert seen[-1] == Progress("copying", 2 * job.length, 2 * job.length)
    done = [progress.done for progress in seen]
    assert done == sorted(done)


def test_it_can_be_stopped_and_leaves_no_half_file(town: Town, stick: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done > 2_000:
            raise CancelledError

    with pytest.raises(CancelledError):
        copying(town.machine).copy_to(stick, stop)
    assert names(stick) in ([], ["songs-1.fieldcat"], ["tales-2.fieldcat"])


def test_a_stick_that_gives_back_other_bytes_is_told(
    town: Town, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone_bad(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))

    monkeypatch.setattr(passing_on, "forget_in_memory", gone_bad)
    with pytest.raises(StickError) as caught:
        copying(town.machine).copy_to(stick)
    assert caught.value.data["reason"] == "differs"
    assert names(stick) == []


def test_room_is_looked_for_before_anything_is_written(
    town: Town, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10_000))
    with pytest.raises(DiskFullError) as caught:
        copying(town.machine).copy_to(stick)
    assert "needed" in caught.value.data
    assert names(stick) == []


def test_a_file_beyond_what_fat_can_hold_is_refused_before(
    town: Town, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = tmp_path / "huge.iso"
    with huge.open("wb") as file:
        file.truncate(2**32)
    monkeypatch.setattr(passing_on, "largest_file", lambda _: 2**32 - 1)
    with pytest.raises(StickError) as caught:
        copying(town.machine, also=[huge]).copy_to(stick)
    assert caught.value.data["reason"] == "too-large"
    assert names(stick) == []


def test_a_stick_that_is_full_read_only_or_gone_is_told(
    town: Town, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = copying(town.machine)
    with pytest.raises(EnvironmentFaultError):
        job.copy_to(tmp_path / "nowhere")
    for number, kind in ((errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyError)):

        def fail(_: Path, number: int = number) -> None:
            raise OSError(number, "as a stick would say")

        with monkeypatch.context() as patch:
            patch.setattr(passing_on, "sync_file", fail)
            with pytest.raises(kind):
                job.copy_to(stick)
        assert names(stick) == []


def test_what_is_not_here_or_named_twice_is_told(town: Town, tmp_path: Path) -> None:
    with pytest.raises(StickError) as caught:
        copying(town.machine, collections=["nobody"])
    assert caught.value.data["reason"] == "nothing"
    twin = tmp_path / "TALES-2.fieldcat"
    twin.write_bytes(b"x")
    with pytest.raises(StickError) as caught:
        copying(town.machine, also=[twin])
    assert caught.value.data["reason"] == "twice"


def test_what_nobody_could_take_in_is_not_copied_until_its_file_was_opened_again(
    town: Town, stick: Path
) -> None:
    [picture] = town.machine.generations.assets.iterdir()
    picture.unlink()
    with pytest.raises(StickError) as caught:
        copying(town.machine)
    assert caught.value.data == {"reason": "picture", "collection": "songs"}
    assert not preview(town.songs, laptop=town.machine).is_news
    copying(town.machine).copy_to(stick)
    assert (stick / "songs-1.fieldcat").read_bytes() == town.songs.read_bytes()
