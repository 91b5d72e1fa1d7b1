"""An edition adds one small pack to the one before it; the same input gives the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from tests.fakes.publisher import BASE, Press, words

from fieldcat.errors import ReleaseError
from fieldcat.publishing.building import build
from fieldcat.publishing.releasing import Last, next_edition
from fieldcat.publishing.trees import read_last
from fieldcat.records.replaying import standing
from fieldcat.services.releasing import Released, write_card

CHANGED = {**BASE, "tool-3": words(300)}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Press:
    press = Press(tmp_path_factory.mktemp("press")).make_keys()
    press.release(1, BASE)
    return press


@pytest.fixture
def press(first: Press, tmp_path: Path) -> Press:
    shutil.copytree(first.folder, tmp_path / "press")
    return Press(tmp_path / "press")


def last(press: Press) -> Last:
    found = read_last(press.tree)
    assert found is not None
    return found


def what_stands(press: Press) -> tuple[set[str], set[str]]:
    """The slugs that an edition's packs put, and those that they withdraw."""
    edition = last(press)
    found = standing("tales", edition.lines())
    put = {key.id.rpartition("/")[2] for key in found.puts if key.what == "entry"}
    return put, {key.id.rpartition("/")[2] for key in found.withdrawn}


def refused(press: Press, *arguments: object, **options: object) -> object:
    with pytest.raises(ReleaseError) as caught:
        press.release(*arguments, **options)  # type: ignore[arg-type]  # passed on
    return caught.value.data["reason"]


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_a_first_edition_is_one_pack_of_everything(first: Press) -> None:
    assert len(last(first).edition.packs) == 1
    assert what_stands(first) == (set(BASE), set())


def test_the_next_adds_a_pack_of_what_has_changed(press: Press) -> None:
    before = last(press).edition
    done = press.release(2, {**CHANGED, "tool-new": "It is new."})
    assert done.edition.packs[:-1] == before.packs
    assert (done.edition.packs[-1].records, done.edition.packs[-1].edition) == (2, 2)
    assert what_stands(press) == ({*BASE, "tool-new"}, set())


def test_an_update_is_that_pack_and_nothing_else(press: Press) -> None:
    done = press.release(2, CHANGED)
    assert done.update is not None
    full, update = members(done.full), members(done.update)
    assert {name: full[name] for name in update if name != "about.json"} == {
        name: data for name, data in update.items() if name != "about.json"
    }
    base = done.edition.packs[0]
    assert not [name for name in update if base.sha256[:32] in name.partition(".")[2]]
    assert done.full.stat().st_size - done.update.stat().st_size >= base.length


def test_an_update_can_build_on_an_older_edition(press: Press) -> None:
    press.release(2, CHANGED)
    done = press.release(3, {**CHANGED, "tool-4": "Shorter."}, since=1)
    assert done.update is not None
    assert done.update.name == "tales-3-since-1.fieldcat"
    names = members(done.update)
    for pack in done.edition.packs[1:]:
        assert any(pack.sha256[:32] in name for name in names)


def test_the_tree_of_the_web_and_the_bundle_are_the_same_bytes(press: Press) -> None:
    for name, data in members(press.release(2, CHANGED).full).items():
        assert (press.tree / name).read_bytes() == data


def test_when_much_was_added_everything_is_packed_anew(press: Press) -> None:
    done = press.release(2, {name: words(number) for number, name in enumerate(BASE, 900)})
    assert done.repacked
    assert [pack.edition for pack in done.edition.packs] == [2]
    assert done.update is None
    assert what_stands(press) == (set(BASE), set())


def test_what_is_changed_back_and_forth_can_be_released_all_the_same(press: Press) -> None:
    press.release(2, CHANGED)
    press.release(3, BASE)
    done = press.release(4, CHANGED)
    assert done.repacked
    assert what_stands(press) == (set(BASE), set())


def test_what_was_withdrawn_stays_so_when_everything_is_packed_anew(press: Press) -> None:
    without = {name: text for name, text in BASE.items() if name != "tool-5"}
    press.release(2, without, ["tool-5"])
    rewritten = {name: words(number) for number, name in enumerate(without, 900)}
    assert press.release(3, rewritten, ["tool-5"]).repacked
    assert what_stands(press) == (set(without), {"tool-5"})


def test_a_withdrawal_keeps_the_date_of_its_edition(press: Press) -> None:
    without = {name: text for name, text in BASE.items() if name != "tool-5"}
    press.release(2, without, ["tool-5"])
    press.release(3, {**without, "tool-3": "Other."}, ["tool-5"])
    [withdrawal] = standing("tales", last(press).lines()).withdrawn.values()
    assert withdrawal.date == "2026-11-02"


def test_an_entry_does_not_go_without_a_word(press: Press) -> None:
    without = {name: text for name, text in BASE.items() if name != "tool-5"}
    assert refused(press, 2, without) == "unsaid"
    assert last(press).edition.number == 1


def test_what_was_withdrawn_may_come_back(press: Press) -> None:
    without = {name: text for name, text in BASE.items() if name != "tool-5"}
    press.release(2, without, ["tool-5"])
    (press.workspace / "withdrawn.yaml").unlink()
    press.release(3, BASE)
    assert what_stands(press) == (set(BASE), set())


def test_an_edition_is_never_released_twice(press: Press) -> None:
    assert refused(press, 1, CHANGED) == "edition"


def test_an_edition_without_changes_is_none(press: Press) -> None:
    assert refused(press, 2, BASE) == "unchanged"


def test_there_is_no_update_since_what_never_was(press: Press) -> None:
    assert refused(press, 2, CHANGED, since=2) == "since"
    assert not (press.folder / "bundles" / "tales-2.fieldcat").exists()


def test_another_collection_is_not_mixed_in(press: Press) -> None:
    other = Press(press.folder, collection="songs")
    assert refused(other, 2, BASE) == "foreign"


def test_a_damaged_tree_is_not_built_upon(press: Press) -> None:
    [piece] = press.tree.glob("targets/*-00001")
    piece.write_bytes(piece.read_bytes()[:-1] + b"x")
    assert refused(press, 2, CHANGED) == "damaged"


def test_the_same_workspace_and_last_edition_give_the_same_bytes(press: Press) -> None:
    press.write(2, CHANGED)
    built, before = build(press.workspace), last(press)
    once, again = (next_edition(built, {}, before) for _ in range(2))
    assert once.targets == again.targets


def test_the_same_keys_sign_the_same_bytes(press: Press, tmp_path: Path) -> None:
    shutil.copytree(press.folder, tmp_path / "again")
    again = Press(tmp_path / "again")
    assert (
        press.release(2, CHANGED).full.read_bytes() == again.release(2, CHANGED).full.read_bytes()
    )


def test_a_picture_travels_with_the_entries(press: Press) -> None:
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    shown = "Some words.\n\n![A dot](assets/dot.png)"
    press.write(2, {**BASE, "tool-3": shown}, pictures={"dot.png": png})
    done: Released = press.release_workspace()
    [name] = [name for name in members(done.full) if name.startswith("assets/")]
    assert members(done.full)[name] == png


def test_a_card_names_the_publisher_and_its_newest_root(press: Press, tmp_path: Path) -> None:
    card, fingerprint = write_card(
        press.keys, workspace=press.workspace, output=tmp_path / "tales.card"
    )
    assert card.root == press.root
    assert card.publisher == "The Tellers"
    assert len(fingerprint.split()) == 8
