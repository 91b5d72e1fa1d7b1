"""An import under the conditions of the field: sticks that go or change, long names, readers."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.e2e.test_power_cuts import mounted
from tests.fakes.damaging import bundled, members
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press, passphrase

from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Query
from fieldcat.errors import (
    BundleDamagedError,
    BundleError,
    BundleUnreadableError,
    BundleUntrustedError,
)
from fieldcat.services import browsing, releasing
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.importing import preview, take_in
from fieldcat.services.indexing import ensure_index
from fieldcat.services.laptop import Laptop
from fieldcat.storage.catalogue import open_catalogue

SECOND = {**BASE, "tool-3": "A corrected hammer.", "tool-new": "A saw that is new."}


@dataclass(frozen=True)
class Story:
    """A publisher whose first edition came with the program, and the second as a bundle."""

    press: Press
    machine: Laptop
    second: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("story")
    press = Press(folder / "press").make_keys(root_keys=3, threshold=2)
    press.release(1, BASE)
    machine = laptop(shipped(press, folder / "program"), folder / "home")
    return Story(press, machine, press.release(2, SECOND).full)


@pytest.fixture
def machine(told: Story, tmp_path: Path) -> Laptop:
    return replace(
        laptop(told.machine.bundled, tmp_path / "home"), index_key=told.machine.index_key
    )


def is_as_before(machine: Laptop, told: Story) -> None:
    assert texts(machine) == BASE
    assert list(machine.generations.root.glob("staging/*")) == []
    take_in(told.second, laptop=machine)
    assert texts(machine) == SECOND


# --- the source -------------------------------------------------------------------------------


def emptied(file: Path) -> None:
    """What is left to read of a stick that was pulled out."""
    file.open("wb").close()


def cut(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)


def changed(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(file.stat().st_size // 2)
        opened.write(bytes(2_000))


def deleted(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("happens", [emptied, cut, changed, deleted])
@pytest.mark.parametrize("moment", [0, 1, 2])
def test_a_stick_that_goes_or_changes_while_it_is_read_changes_nothing_here(
    told: Story, machine: Laptop, tmp_path: Path, happens: Callable[[Path], None], moment: int
) -> None:
    stick = tmp_path / "STICK" / "tales.fieldcat"
    stick.parent.mkdir()
    shutil.copyfile(told.second, stick)
    left = moment

    def report(_: Progress) -> None:
        nonlocal left
        if left == 0:
            happens(stick)
        left -= 1

    try:
        take_in(stick, laptop=machine, report=report)
    except (BundleDamagedError, BundleUnreadableError):
        is_as_before(machine, told)
    else:
        # All of it had been read by then, or the system still gives it.
        assert texts(machine) == SECOND


def test_a_stick_is_never_written_to(told: Story, machine: Laptop, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    shutil.copyfile(told.second, stick / "tales.fieldcat")
    (stick / "tales.fieldcat").chmod(0o444)
    stick.chmod(0o555)
    before = (stick.stat().st_mtime_ns, (stick / "tales.fieldcat").stat().st_mtime_ns)
    try:
        take_in(stick / "tales.fieldcat", laptop=machine)
    finally:
        stick.chmod(0o755)
    assert [path.name for path in stick.iterdir()] == ["tales.fieldcat"]
    assert (stick.stat().st_mtime_ns, (stick / "tales.fieldcat").stat().st_mtime_ns) == before
    assert texts(machine) == SECOND


def test_a_stick_that_the_system_mounts_read_only_will_do(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    image = tmp_path / "stick.img"
    try:
        with image.open("wb") as file:
            file.truncate(8 * 1024 * 1024)
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
        with mounted(image, tmp_path / "written") as place:
            shutil.copyfile(told.second, place / "tales.fieldcat")
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"mounting a stick needs root, loop devices and mkfs.ext4: {error}")
    with mounted(image, tmp_path / "stick", "ro") as place:
        take_in(place / "tales.fieldcat", laptop=machine)
    assert texts(machine) == SECOND


# --- the place --------------------------------------------------------------------------------


def test_a_data_folder_with_a_long_name_of_spaces_and_accents_will_do(
    told: Story, tmp_path: Path
) -> None:
    home = tmp_path
    while len(str(home)) < 200:
        home = home / "Año nuevo – données d’été Ж ع"
    home.mkdir(parents=True)
    machine = replace(
        laptop(told.machine.bundled, home / "fieldcat"), index_key=told.machine.index_key
    )
    take_in(told.second, laptop=machine)
    assert texts(machine) == SECOND
    [hit] = found(machine, "corrected")
    assert hit == "tool-3"


# --- somebody reads ---------------------------------------------------------------------------


def casebook_of(machine: Laptop, catalogue_path: Path, index: Path) -> Casebook:
    catalogue = open_catalogue(catalogue_path)
    return open_casebook(catalogue, ensure_index(catalogue, index, key_file=machine.index_key))


def found(machine: Laptop, words: str) -> list[str]:
    live = machine.live
    assert live is not None
    casebook = casebook_of(machine, live.catalogue, live.index)
    answer = browsing.find(casebook, query=Query(words))
    assert casebook.searcher is not None
    casebook.searcher.close()
    casebook.catalogue.close()
    return [hit.head.id.slug for hit in answer.hits]


def test_whoever_reads_and_searches_meanwhile_goes_on_in_the_casebook_that_was_open(
    told: Story, machine: Laptop
) -> None:
    take_in(told.second, laptop=machine)
    third = Press(told.press.folder.parent / "third")
    if not third.folder.exists():
        shutil.copytree(told.press.folder, third.folder)
    bundle = third.release(3, {**SECOND, "tool-3": "A third hammer."}).full
    live = machine.live
    assert live is not None
    casebook = casebook_of(machine, live.catalogue, live.index)
    done = threading.Event()
    answers: list[set[str]] = []

    def read() -> None:
        while not done.is_set() or len(answers) < 3:
            hits = browsing.find(casebook, query=Query("hammer")).hits
            entry = browsing.read_entry(casebook, entry_id=hits[0].head.id)
            answers.append({hit.head.id.slug for hit in hits} | {str(entry.id)})

    reader = threading.Thread(target=read)
    reader.start()
    try:
        take_in(bundle, laptop=machine)
    finally:
        done.set()
        reader.join()
    assert len(answers) >= 3
    assert all(answer == {"tool-3", "tales/tool/tool-3"} for answer in answers)
    assert casebook.searcher is not None
    casebook.searcher.close()
    casebook.catalogue.close()
    assert texts(machine)["tool-3"] == "A third hammer."
    assert found(machine, "third") == ["tool-3"]


# --- keys -------------------------------------------------------------------------------------


def rotated(told: Story, folder: Path) -> Press:
    shutil.copytree(told.press.folder, folder)
    press = Press(folder)
    releasing.replace_key([press.keys], name="release", passphrase=passphrase)
    return press


def without_signatures(content: bytes, count: int) -> bytes:
    """The same bundle, whose second root has so many signatures fewer."""
    files = members(content)
    root = json.loads(files["metadata/2.root.json"])
    root["signatures"] = root["signatures"][count:]
    files["metadata/2.root.json"] = json.dumps(root).encode()
    return bundled(files)


def test_one_root_key_alone_replaces_no_key(told: Story, machine: Laptop, tmp_path: Path) -> None:
    press = rotated(told, tmp_path / "press")
    done = press.release(3, {**SECOND, "tool-3": "A third hammer."}).full
    stolen = tmp_path / "stolen.fieldcat"
    # All three had signed; two are needed.
    stolen.write_bytes(without_signatures(done.read_bytes(), 2))
    with pytest.raises(BundleUntrustedError):
        take_in(stolen, laptop=machine)
    is_as_before(machine, told)
    take_in(done, laptop=machine)
    assert texts(machine)["tool-3"] == "A third hammer."


def test_an_edition_that_a_root_key_signed_is_none(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    """Roles do not stand in for each other: a root key signs keys, nothing else."""
    files = members(told.second.read_bytes())
    root = json.loads(files["metadata/1.root.json"])
    for name in [name for name in files if name.endswith("timestamp.json")]:
        record = json.loads(files[name])
        record["signatures"] = root["signatures"][:1]
        files[name] = json.dumps(record).encode()
    swapped = tmp_path / "swapped.fieldcat"
    swapped.write_bytes(bundled(files))
    with pytest.raises(BundleError):
        take_in(swapped, laptop=machine)
    is_as_before(machine, told)


def test_a_publisher_who_says_nothing_new_is_shown_with_the_date_of_the_edition(
    told: Story, machine: Laptop
) -> None:
    """Whoever hides newer editions from a laptop can make it look old only: the card says how."""
    take_in(told.second, laptop=machine)
    offered = preview(told.second, laptop=machine)
    assert not offered.is_news
    assert offered.edition.collection.date == "2026-11-02"


def test_the_catalogue_is_in_order_after_all_that(told: Story, machine: Laptop) -> None:
    take_in(told.second, laptop=machine)
    with closing(open_catalogue(machine.catalogue)) as catalogue:
        assert catalogue.check() == ()
