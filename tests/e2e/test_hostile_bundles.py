"""Bundles made bad in thousands of ways: an error of ours in a moment, and nothing is touched.

``make faults`` tries as many as the project promises, the ordinary run a few. A change may hit what
nobody reads, such as a date in the zip: then the bundle is as good as it was.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from bench.memory import memory_from_now_on, own_memory
from tests.fakes.damaging import bundled, damaged, members
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press, passphrase

from fieldcat.domain.edition import Edition
from fieldcat.domain.updating import How
from fieldcat.errors import BundleDamagedError, FieldcatError, NewerFormatError
from fieldcat.publishing import roots, trees
from fieldcat.publishing.releasing import Unsigned
from fieldcat.records.packing import packed
from fieldcat.services.importing import preview, take_in
from fieldcat.services.laptop import Laptop

VARIANTS = int(os.environ.get("FIELDCAT_VARIANTS", "150"))
SEED = int(os.environ.get("FIELDCAT_VARIANTS_SEED", random.randrange(2**32)))
SECONDS = 5.0
"""Of the processor: what else the machine does meanwhile is no fault of ours."""
PEAK = 300 * 1_000_000
"""Bytes by which the process may grow at its peak."""

NEW = {**BASE, "tool-3": "A corrected hammer.", "tool-new": "New."}


@dataclass(frozen=True)
class Scene:
    """A publisher with three editions, and a laptop that has taken in the first two."""

    press: Press
    machine: Laptop
    editions: tuple[bytes, ...]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("hostile")
    press = Press(folder / "press").make_keys()
    first = press.release(1, BASE).full
    bundled = shipped(press, folder / "program")
    second = press.release(2, {**BASE, "tool-1": "Once changed."}).full
    third = press.release(3, {**NEW, "tool-1": "Once changed."}).full
    machine = laptop(bundled, folder / "home")
    take_in(second, laptop=machine)
    return Scene(press, machine, tuple(path.read_bytes() for path in (first, second, third)))


def outside_staging(machine: Laptop) -> dict[str, bytes]:
    root = machine.generations.root
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "staging" not in path.parts
    }


def test_whatever_is_done_to_a_bundle_nothing_is_touched(scene: Scene, tmp_path: Path) -> None:
    print(f"FIELDCAT_VARIANTS_SEED={SEED}")
    chance = random.Random(SEED)
    before = outside_staging(scene.machine)
    began_with = memory_from_now_on()
    outcomes: Counter[str] = Counter()
    file = tmp_path / "bad.fieldcat"
    for number in range(VARIANTS):
        way, content = damaged(chance, scene.editions)
        file.write_bytes(content)
        began = time.process_time()
        try:
            offered = preview(file, laptop=scene.machine)
        except FieldcatError as error:
            outcomes[error.code] += 1
        else:
            # What was signed is what is offered, or the bundle says nothing new.
            assert offered.edition.number in (2, 3), (number, way)
            assert not offered.is_news or offered.count(How.NEW) == 1, (number, way)
            outcomes["as good as it was"] += 1
        assert time.process_time() - began < SECONDS, (number, way)
        assert list(scene.machine.generations.root.glob("staging/*")) == [], (number, way)
    assert outside_staging(scene.machine) == before
    assert own_memory() - began_with < PEAK
    print(f"{VARIANTS} variants: {dict(outcomes)}")


# --- a publisher's own key in bad hands -------------------------------------------------------


def signed(scene: Scene, tmp_path: Path, lines: list[bytes], **change: int) -> Path:
    """A bundle whose packs hold these lines, signed by the publisher's own key."""
    publisher = roots.read_publisher(scene.press.keys)
    signer = roots.release_signer(scene.press.keys, publisher, passphrase)
    last = trees.read_last(scene.press.tree)
    assert last is not None
    pack, data = packed(lines, 9)
    pack = replace(pack, **change)  # type: ignore[arg-type]  # numbers only
    collection = replace(last.edition.collection, edition=9)
    unsigned = Unsigned(Edition(collection, (pack,)), {pack.sha256: data}, {})
    path = tmp_path / "signed.fieldcat"
    trees.write_bundle(path, trees.signed(unsigned, publisher, signer))
    return path


def line(**record: object) -> bytes:
    return json.dumps({"format": 1, "do": "put", "what": "entry", **record}).encode()


GONE = {"do": "withdraw", "reason": "x", "date": "2026"}

BAD_LINES = {
    "no JSON": b"x",
    "no record": line(record={}),
    "deep": line(what="entry")[:-1] + b',"record":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "another collection's": line(**GONE, entry="others/tool/saw"),
    "a path": line(what="asset", record={"sha256": "../../x", "length": 1}),
    "a huge picture": line(what="asset", record={"sha256": "a" * 64, "length": 10**9}),
    "a missing picture": line(what="asset", record={"sha256": "a" * 64, "length": 10}),
    "a vocabulary that is none": line(what="vocabulary", record={"id": "topics"}),
    "half an entry": line(record={"head": {"id": "tales/tool/saw", "language": "en"}}),
    "no letters": line(record={"head": {"id": "tales/tool/s\ud800", "language": "en"}}),
}


@pytest.mark.parametrize("bad", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_what_is_signed_is_not_therefore_good(scene: Scene, tmp_path: Path, bad: bytes) -> None:
    before = outside_staging(scene.machine)
    with pytest.raises(BundleDamagedError):
        take_in(signed(scene, tmp_path, [bad]), laptop=scene.machine)
    assert outside_staging(scene.machine) == before


@pytest.mark.parametrize("change", [{"content": 10}, {"content": 2**31}, {"records": 9}])
def test_a_pack_that_is_not_as_its_manifest_says_is_refused(
    scene: Scene, tmp_path: Path, change: dict[str, int]
) -> None:
    path = signed(scene, tmp_path, [line(what="lesson", record={})] * 50, **change)
    with pytest.raises(FieldcatError):
        take_in(path, laptop=scene.machine)


def test_a_pack_for_a_newer_fieldcat_says_so(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(NewerFormatError) as caught:
        take_in(signed(scene, tmp_path, [b'{"format":2}']), laptop=scene.machine)
    assert str(tmp_path) in str(caught.value.data["path"])


def test_a_signed_bomb_costs_neither_memory_nor_time(scene: Scene, tmp_path: Path) -> None:
    """Two hundred megabytes of one line each, from a few kilobytes."""
    path = signed(scene, tmp_path, [b" " * 10**6] * 200)
    began_with, began = memory_from_now_on(), time.process_time()
    with pytest.raises(FieldcatError):
        preview(path, laptop=scene.machine)
    assert time.process_time() - began < SECONDS
    assert own_memory() - began_with < 50_000_000


def test_what_a_stranger_calls_his_bundle_changes_nothing(scene: Scene, tmp_path: Path) -> None:
    files = members(scene.editions[-1])
    about = json.loads(files["about.json"])
    about |= {"edition": 1_000_000, "publisher": "Somebody else\u202e", "since": 999_999}
    path = tmp_path / "named.fieldcat"
    path.write_bytes(bundled(files | {"about.json": json.dumps(about).encode()}))
    offered = preview(path, laptop=scene.machine)
    assert offered.edition.number == 3
    assert offered.edition.collection.publisher == "The Tellers"


def test_the_good_bundle_is_still_taken_in_after_all_that(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "good.fieldcat"
    path.write_bytes(scene.editions[-1])
    take_in(path, laptop=scene.machine)
    assert texts(scene.machine)["tool-new"] == "New."
