"""An edition is taken in whole or not at all, and what was read before can be read again."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from tests.fakes.laptop import copied, laptop, shipped, texts
from tests.fakes.plans import entry_part, session
from tests.fakes.publisher import BASE, Press, passphrase

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.edition import Edition, Pack
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Note
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Query
from fieldcat.domain.updating import How
from fieldcat.errors import (
    BundleDamagedError,
    BundleForeignError,
    BundleIncompleteError,
    BundleOlderError,
    BundleUnreadableError,
    BundleUntrustedError,
    BusyError,
    CancelledError,
    DiskFullError,
    FieldcatError,
)
from fieldcat.records.packs import Line
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.services import browsing, composing, importing, releasing
from fieldcat.services.casebook import open_casebook
from fieldcat.services.holdings import lines_of, sweep_packs
from fieldcat.services.importing import preview, take_in, undo
from fieldcat.services.laptop import Laptop
from fieldcat.storage import generations
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.locking import only_one

SECOND = {
    **{name: text for name, text in BASE.items() if name != "tool-5"},
    "tool-3": "A corrected hammer.",
    "tool-new": "A saw that is new.",
}
THIRD = {**SECOND, "tool-4": "A shorter text."}


@dataclass(frozen=True)
class Story:
    """A publisher, three editions of theirs, and a laptop that came with the first."""

    press: Press
    machine: Laptop
    first: Path
    second: Path
    second_update: Path
    third: Path
    third_update: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("story")
    press = Press(folder / "press").make_keys(root_keys=2, threshold=2)
    first = press.release(1, BASE)
    bundled = shipped(press, folder / "program")
    second = press.release(2, SECOND, ["tool-5"])
    third = press.release(3, THIRD, ["tool-5"])
    assert second.update is not None
    assert third.update is not None
    machine = laptop(bundled, folder / "home")
    return Story(press, machine, first.full, second.full, second.update, third.full, third.update)


@pytest.fixture
def machine(told: Story, tmp_path: Path) -> Laptop:
    home = tmp_path / "datos de María José" / "fieldcat"
    home.parent.mkdir()
    return replace(laptop(told.machine.bundled, home), index_key=told.machine.index_key)


@pytest.fixture
def updated(told: Story, machine: Laptop) -> Laptop:
    take_in(told.second_update, laptop=machine)
    return machine


def of(slug: str) -> EntryId:
    return EntryId.parse(f"tales/tool/{slug}")


def files(machine: Laptop) -> dict[str, bytes]:
    """Everything in a data folder but the lock."""
    root = machine.generations.root
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def is_as_before(machine: Laptop, told: Story) -> None:
    assert set(texts(machine)) == set(BASE)
    assert list(machine.generations.root.glob("staging/*")) == []
    take_in(told.second_update, laptop=machine)
    assert set(texts(machine)) == set(SECOND)


# --- looking ----------------------------------------------------------------------------------


def test_a_preview_says_what_would_change_and_changes_nothing(told: Story, machine: Laptop) -> None:
    offered = preview(told.second_update, laptop=machine)
    assert [(change.how, change.entry.slug, change.title) for change in offered.changes] == [
        (How.NEW, "tool-new", "TOOL-NEW"),
        (How.CHANGED, "tool-3", "TOOL-3"),
        (How.WITHDRAWN, "tool-5", "TOOL-5"),
    ]
    assert offered.changes[-1].reason == "It broke."
    assert (offered.here, offered.edition.number, offered.is_news) == (1, 2, True)
    assert offered.size == told.second_update.stat().st_size
    assert set(texts(machine)) == set(BASE)
    assert not (machine.generations.root / "generations").exists()


def test_a_preview_says_what_of_ones_own_it_touches(told: Story, machine: Laptop) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    own = Belongings(
        bookmarks=(
            Bookmark(of("tool-3"), "T", 1, now),
            Bookmark(of("tool-5"), "T", 1, now),
            Bookmark(of("tool-9"), "T", 1, now),
        ),
        notes=(Note("", of("tool-3"), "T", 1, "x", now, now),),
    )
    offered = preview(told.second, laptop=replace(machine, own=own))
    touched = {touch.change.entry.slug: touch for touch in offered.touched}
    assert set(touched) == {"tool-3", "tool-5"}
    assert (touched["tool-3"].bookmarks, touched["tool-3"].notes) == (1, 1)
    assert touched["tool-5"].change.how is How.WITHDRAWN


def test_a_preview_names_the_sessions_that_show_what_changes(told: Story, machine: Laptop) -> None:
    part = entry_part()
    shows = session(replace(part, origin=replace(part.origin, entry=of("tool-5"))))
    own = Belongings(sessions=(shows,))
    (touch,) = preview(told.second, laptop=replace(machine, own=own)).touched
    assert (touch.change.entry, touch.change.how) == (of("tool-5"), How.WITHDRAWN)
    assert [(one.id, one.title) for one in touch.sessions] == [(shows.id, shows.title)]


def test_the_card_names_the_key_and_the_publishers_fingerprint(
    told: Story, machine: Laptop
) -> None:
    offered = preview(told.second, laptop=machine)
    publisher, keys = releasing.list_keys(told.press.keys)
    assert offered.fingerprint == publisher.fingerprint
    assert offered.keys == tuple(key.keyid for key in keys if key.name == "release")


# --- taking in --------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["second", "second_update"])
def test_what_was_taken_in_is_read(told: Story, machine: Laptop, which: str) -> None:
    taken = take_in(getattr(told, which), laptop=machine)
    assert taken.generation is not None
    found = texts(machine)
    assert set(found) == set(SECOND)
    assert found["tool-3"] == "A corrected hammer."


def test_what_was_taken_in_is_found(updated: Laptop) -> None:
    [live] = updated.generations.live()
    catalogue = open_catalogue(live.catalogue)
    index = open_index(live.index, catalogue.fingerprint, key_file=updated.index_key)
    with closing(Searcher(index)) as searcher:
        answer = browsing.find(open_casebook(catalogue, searcher), query=Query("corrected"))
    catalogue.close()
    assert [hit.head.id for hit in answer.hits] == [of("tool-3")]


def test_both_bundles_and_every_way_give_the_same_catalogue(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    at_once = replace(laptop(machine.bundled, tmp_path / "b"), index_key=machine.index_key)
    take_in(told.second_update, laptop=machine)
    take_in(told.third_update, laptop=machine)
    take_in(told.third, laptop=at_once)
    one, other = (m.generations.live()[0].catalogue.read_bytes() for m in (machine, at_once))
    assert one == other


def test_an_edition_that_is_here_changes_nothing(told: Story, updated: Laptop) -> None:
    before = files(updated)
    taken = take_in(told.second, laptop=updated)
    assert (taken.generation, taken.preview.is_news, taken.preview.changes) == (None, False, ())
    assert files(updated) == before


def test_only_the_edition_that_was_shown_is_taken_in(told: Story, machine: Laptop) -> None:
    shown = preview(told.second, laptop=machine).manifest
    with pytest.raises(BundleUnreadableError):
        take_in(told.third, laptop=machine, expecting=shown)
    assert take_in(told.second, laptop=machine, expecting=shown).generation is not None


def test_a_withdrawn_entry_stays_readable_and_leaves_the_list(updated: Laptop) -> None:
    catalogue = open_catalogue(updated.generations.live()[0].catalogue)
    assert catalogue.number(of("tool-5")) is None
    gone = catalogue.withdrawn(of("tool-5"))
    catalogue.close()
    assert gone is not None
    assert gone.entry is not None
    assert (gone.withdrawal.reason, gone.withdrawal.date) == ("It broke.", "2026-11-02")
    assert gone.entry.head.title == "TOOL-5"


def test_it_stays_so_with_the_next_edition(told: Story, updated: Laptop) -> None:
    take_in(told.third_update, laptop=updated)
    catalogue = open_catalogue(updated.generations.live()[0].catalogue)
    gone = catalogue.withdrawn(of("tool-5"))
    catalogue.close()
    assert gone is not None
    assert gone.entry is not None


def test_a_picture_comes_along(told: Story, machine: Laptop, tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    shutil.copytree(told.press.folder, press.folder)
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    text = "Words.\n\n![A dot](assets/dot.png)"
    press.write(4, {**THIRD, "tool-3": text}, ["tool-5"], {"dot.png": png})
    take_in(press.release_workspace().full, laptop=machine)
    [kept] = machine.generations.assets.iterdir()
    assert kept.read_bytes() == png
    # What nothing names any more goes once a pack does.
    (machine.generations.assets / ("f" * 64)).write_bytes(png)
    (machine.generations.packs / ("0" * 64)).write_bytes(b"of an edition that nobody knows")
    sweep_packs(machine.generations)
    assert list(machine.generations.assets.iterdir()) == [kept]


# --- going back -------------------------------------------------------------------------------


def test_the_last_import_is_undone_at_once(told: Story, updated: Laptop) -> None:
    take_in(told.third_update, laptop=updated)
    assert undo(updated) == 1
    assert texts(updated)["tool-4"] == BASE["tool-4"]
    assert undo(updated) == generations.BUNDLED
    assert set(texts(updated)) == set(BASE)
    assert undo(updated) is None


def test_what_was_undone_can_be_taken_in_again(told: Story, updated: Laptop) -> None:
    undo(updated)
    assert preview(told.second_update, laptop=updated).is_news
    take_in(told.second_update, laptop=updated)
    assert set(texts(updated)) == set(SECOND)


def test_the_generation_before_is_kept_and_older_ones_go(told: Story, updated: Laptop) -> None:
    take_in(told.third_update, laptop=updated)
    fourth = told.press.folder.parent / "fourth"
    if not fourth.exists():
        shutil.copytree(told.press.folder, fourth)
    press = Press(fourth)
    done = press.release(4, {**THIRD, "tool-6": "Other."}, ["tool-5"])
    take_in(done.full, laptop=updated)
    preview(done.full, laptop=updated)
    assert [found.number for found in updated.generations.all()] == [3, 2]


# --- refusing ---------------------------------------------------------------------------------


def test_an_older_edition_is_refused(told: Story, machine: Laptop) -> None:
    take_in(told.third, laptop=machine)
    before = files(machine)
    with pytest.raises(BundleOlderError) as caught:
        take_in(told.second, laptop=machine)
    assert (caught.value.data["edition"], caught.value.data["here"]) == (2, 3)
    assert files(machine) == before


def test_an_update_that_builds_on_what_is_not_here_says_on_what(
    told: Story, machine: Laptop
) -> None:
    with pytest.raises(BundleIncompleteError) as caught:
        take_in(told.third_update, laptop=machine)
    assert {name: caught.value.data[name] for name in ("edition", "since", "here")} == {
        "edition": 3,
        "since": 2,
        "here": 1,
    }
    is_as_before(machine, told)


def test_a_publisher_whom_nobody_knows_is_refused(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    stranger = Press(tmp_path / "songs", "songs", "The Singers").make_keys()
    with pytest.raises(BundleForeignError) as caught:
        take_in(stranger.release(1, {"a": "Words."}).full, laptop=machine)
    assert caught.value.data["publisher"] == "The Singers"
    is_as_before(machine, told)


def test_a_stranger_who_takes_the_publishers_name_is_refused(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    stranger = Press(tmp_path / "press").make_keys()
    with pytest.raises(BundleUntrustedError):
        take_in(stranger.release(9, {"a": "Words."}).full, laptop=machine)
    is_as_before(machine, told)


def test_a_good_stick_is_taken_in_after_a_newer_one_with_a_corrupt_pack(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    whole = told.third.read_bytes()
    place = whole.rindex(b"\x28\xb5\x2f\xfd") + 40  # within the last pack's stream
    bad = tmp_path / "bad.fieldcat"
    bad.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    with pytest.raises(BundleDamagedError):
        take_in(bad, laptop=machine)
    is_as_before(machine, told)


def test_two_imports_at_once_do_not_meet(told: Story, machine: Laptop) -> None:
    with only_one(machine.generations.lock), pytest.raises(BusyError):
        take_in(told.second, laptop=machine)
    is_as_before(machine, told)


# --- whatever happens on the way --------------------------------------------------------------


def stages(told: Story, machine: Laptop, home: Path) -> list[Progress]:
    seen: list[Progress] = []
    take_in(told.second_update, laptop=copied_new(machine, home), report=seen.append)
    return seen


def copied_new(machine: Laptop, home: Path) -> Laptop:
    return replace(laptop(machine.bundled, home), index_key=machine.index_key)


def test_it_can_be_stopped_at_every_step_before_the_switch(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    for number in range(len(stages(told, machine, tmp_path / "once")) - 1):
        left = number

        def stop(_: Progress) -> None:
            nonlocal left
            if left == 0:
                raise CancelledError
            left -= 1

        with pytest.raises(CancelledError):
            take_in(told.second_update, laptop=machine, report=stop)
        assert set(texts(machine)) == set(BASE)
    is_as_before(machine, told)


def test_a_disk_without_room_is_told_before_anything_is_read(
    told: Story, machine: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(machine.bundled.catalogue.parent)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1_000))
        with pytest.raises(DiskFullError) as caught:
            take_in(told.second, laptop=machine)
    assert "needed" in caught.value.data
    is_as_before(machine, told)


@pytest.mark.parametrize(
    ("module", "place"),
    [
        (importing, "stage_packs"),
        (importing, "stage_asset"),
        (composing, "write_catalogue"),
        (composing, "build_here"),
        (composing, "write_holding"),
    ],
)
def test_a_disk_that_fills_up_half_way_changes_nothing(
    told: Story, machine: Laptop, monkeypatch: pytest.MonkeyPatch, module: ModuleType, place: str
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    # The made-up tools have no pictures.
    monkeypatch.setattr(module, "_stage_assets" if place == "stage_asset" else place, full)
    with pytest.raises(DiskFullError):
        take_in(told.second, laptop=machine)
    monkeypatch.undo()
    is_as_before(machine, told)


def test_a_pointer_that_cannot_be_written_leaves_the_old_casebook(
    told: Story, updated: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise DiskFullError(path="x")

    monkeypatch.setattr(generations, "write_whole", full)
    with pytest.raises(DiskFullError):
        take_in(told.third, laptop=updated)
    monkeypatch.undo()
    assert set(texts(updated)) == set(SECOND)
    take_in(told.third, laptop=updated)
    assert texts(updated)["tool-4"] == "A shorter text."


# --- what was written down of the last import -------------------------------------------------


def catalogue_of(machine: Laptop) -> bytes:
    return machine.catalogue.read_bytes()


@pytest.fixture
def third_as_it_should_be(told: Story, updated: Laptop, tmp_path: Path) -> bytes:
    """The casebook of the third edition, with every pack read and every row written for it."""
    machine = copied(updated, tmp_path / "expected")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "standing_before", lambda *_: (None, 0))
        patch.setattr(composing, "wholly_unchanged", lambda *_: frozenset())
        take_in(told.third, laptop=machine)
    return catalogue_of(machine)


def test_an_update_gives_the_same_bytes_as_if_all_were_made_anew(
    told: Story, updated: Laptop, third_as_it_should_be: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(edition: Edition, place: Callable[[Pack], Path], first: int = 0) -> Iterator[Line]:
        read.append(first)
        return lines_of(edition, place, first)

    monkeypatch.setattr(composing, "lines_of", counted)
    take_in(told.third_update, laptop=updated)
    assert catalogue_of(updated) == third_as_it_should_be
    assert read == [2]


def test_a_casebook_from_before_such_notes_gives_the_same_bytes(
    told: Story, updated: Laptop, third_as_it_should_be: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Catalogue, "has_digests", False)
    monkeypatch.setattr(composing, "standing_before", lambda *_: (None, 0))
    take_in(told.third_update, laptop=updated)
    assert catalogue_of(updated) == third_as_it_should_be


@pytest.mark.parametrize(
    ("file", "before"),
    [
        ("casebook.sqlite", b"\n" + BASE["tool-1"].encode()),  # what search takes in
        ("casebook.sqlite", b'"' + BASE["tool-1"].encode()),  # the record
        ("collections/tales/standing", b"tales/tool/tool-1"),
    ],
)
def test_what_is_not_as_it_was_sealed_is_not_built_on(
    told: Story, updated: Laptop, third_as_it_should_be: bytes, file: str, before: bytes
) -> None:
    live = updated.live
    assert live is not None
    content = bytearray((live.folder / file).read_bytes())
    assert before in content
    content[content.index(before) + 1] ^= 1
    (live.folder / file).write_bytes(bytes(content))
    take_in(told.third_update, laptop=updated)
    assert catalogue_of(updated) == third_as_it_should_be


@pytest.mark.parametrize("year", [1970, 2039, 9999])
def test_a_wrong_clock_refuses_no_honest_stick(
    told: Story, machine: Laptop, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    wrong_clock(monkeypatch, year)
    assert take_in(told.second, laptop=machine).generation is not None


def wrong_clock(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """Have the library that verifies see another date."""
    from tuf.ngclient._internal import trusted_metadata_set as library

    class Wrong(datetime):
        @classmethod
        def now(cls, _zone: object = None) -> Wrong:
            return cls(year, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(library.datetime, "datetime", Wrong)


# --- keys that change -------------------------------------------------------------------------


@pytest.fixture
def rotated(told: Story, tmp_path: Path) -> Press:
    """The same publisher, who has replaced the key that signs editions, and one root key."""
    shutil.copytree(told.press.folder, tmp_path / "rotated")
    press = Press(tmp_path / "rotated")
    releasing.replace_key([press.keys], name="root-1", passphrase=passphrase)
    releasing.replace_key([press.keys], name="release", passphrase=passphrase)
    return press


def test_a_laptop_follows_the_chain_of_roots(rotated: Press, machine: Laptop) -> None:
    done = rotated.release(4, {**THIRD, "tool-7": "Seven."}, ["tool-5"])
    take_in(done.full, laptop=machine)
    assert texts(machine)["tool-7"] == "Seven."


def test_from_then_on_the_old_key_is_worth_nothing(
    told: Story, rotated: Press, machine: Laptop, tmp_path: Path
) -> None:
    done = rotated.release(4, {**THIRD, "tool-7": "Seven."}, ["tool-5"])
    take_in(done.full, laptop=machine)
    shutil.copytree(told.press.folder, tmp_path / "thief")
    thief = Press(tmp_path / "thief")
    stolen = thief.release(5, {**THIRD, "tool-7": "Forged."}, ["tool-5"])
    with pytest.raises((BundleUntrustedError, BundleOlderError)):
        take_in(stolen.full, laptop=machine)
    assert texts(machine)["tool-7"] == "Seven."


def test_a_home_that_was_copied_goes_on(told: Story, updated: Laptop, tmp_path: Path) -> None:
    other = copied(updated, tmp_path / "other")
    take_in(told.third_update, laptop=other)
    assert texts(other)["tool-4"] == "A shorter text."
    assert texts(updated)["tool-4"] == BASE["tool-4"]


def test_every_refusal_is_an_error_of_ours(machine: Laptop, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.fieldcat"):
        with pytest.raises(FieldcatError):
            take_in(path, laptop=machine)


def test_a_picture_that_is_shown_no_more_is_no_hindrance(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    press = Press(tmp_path / "press")
    shutil.copytree(told.press.folder, press.folder)
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    with_it = {**THIRD, "tool-3": "Words.\n\n![A dot](assets/dot.png)"}
    press.write(4, with_it, ["tool-5"], {"dot.png": png})
    press.release_workspace()
    (press.workspace / "assets" / "dot.png").unlink()
    last = press.release(5, THIRD, ["tool-5"])
    take_in(last.full, laptop=machine)
    assert texts(machine) == THIRD
