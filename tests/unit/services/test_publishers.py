"""Several publishers beside each other: none can touch another's entries, each can go alone."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press

from fieldcat.domain.entry import EntryId
from fieldcat.domain.fingerprints import fingerprint_words
from fieldcat.domain.progress import Progress
from fieldcat.domain.publishers import Publisher, Turned
from fieldcat.domain.updating import How
from fieldcat.errors import (
    BundleDamagedError,
    BundleDisabledError,
    BundleForeignError,
    BundleOlderError,
    BundleUntrustedError,
    BusyError,
    CancelledError,
    CardError,
    CatalogueDamagedError,
    EnvironmentFaultError,
    FieldcatError,
    NewerFormatError,
    PublisherError,
)
from fieldcat.services import publishers, releasing
from fieldcat.services.cards import read_cards
from fieldcat.services.importing import preview, take_in, undo
from fieldcat.services.laptop import Laptop
from fieldcat.services.passing_on import copying
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.locking import only_one

SECOND = {
    **{name: text for name, text in BASE.items() if name != "tool-5"},
    "tool-3": "A corrected hammer.",
}
THIRD = {**SECOND, "tool-4": "A shorter text."}
SONGS = {"drum": "To be beaten.", "flute": "To be blown."}


@dataclass(frozen=True)
class Town:
    """The program's own publisher with three editions, and the singers with two and a card."""

    machine: Laptop
    tellers: Press
    singers: Press
    card: Path
    second: Path
    third: Path
    songs: Path
    more_songs: Path


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("town")
    tellers = Press(folder / "tellers").make_keys()
    tellers.release(1, BASE)
    machine = laptop(shipped(tellers, folder / "program"), folder / "home")
    second = tellers.release(2, SECOND, ["tool-5"]).full
    third = tellers.release(3, THIRD, ["tool-5"]).full
    singers = Press(folder / "singers", "songs", "The Singers").make_keys()
    songs = singers.release(1, SONGS).full
    card = written_card(singers)
    more = singers.release(2, {"flute": "To be blown.", "horn": "Louder."}, ["drum"]).full
    return Town(machine, tellers, singers, card, second, third, songs, more)


def written_card(press: Press) -> Path:
    card = press.folder / f"{press.collection}.fieldcat-card"
    releasing.write_card(press.keys, workspace=press.workspace, output=card)
    return card


@pytest.fixture
def machine(town: Town, tmp_path: Path) -> Laptop:
    return replace(
        laptop(town.machine.bundled, tmp_path / "home"), index_key=town.machine.index_key
    )


def added(town: Town, machine: Laptop) -> Laptop:
    offer = publishers.look_at_card(town.card, laptop=machine)
    publishers.add_publisher(town.card, laptop=machine, expecting=offer.fingerprint)
    return machine


@pytest.fixture
def both(town: Town, machine: Laptop) -> Laptop:
    take_in(town.songs, laptop=added(town, machine))
    return machine


def known(machine: Laptop) -> dict[str, Publisher]:
    return {each.collection: each for each in publishers.publishers(machine)}


# --- cards ------------------------------------------------------------------------------------


def test_at_first_only_the_programs_own_publisher_is_known(machine: Laptop) -> None:
    [own] = publishers.publishers(machine)
    assert (own.collection, own.edition, own.newest, own.editions) == ("tales", 1, 1, (1,))
    assert (own.programs, own.enabled, own.development) == (True, True, False)


def test_a_card_is_shown_with_its_fingerprint_in_digits_and_words(
    town: Town, machine: Laptop
) -> None:
    offer = publishers.look_at_card(town.card, laptop=machine)
    told, _ = releasing.list_keys(town.singers.keys)
    assert offer.fingerprint == told.fingerprint
    assert offer.words == fingerprint_words(town.singers.root)
    assert (len(offer.words), offer.card.publisher) == (12, "The Singers")
    assert not machine.cards.exists()


def test_once_it_is_added_its_bundles_are_taken_in(town: Town, machine: Laptop) -> None:
    with pytest.raises(BundleForeignError):
        take_in(town.songs, laptop=machine)
    added(town, machine)
    assert known(machine)["songs"].edition == 0
    offered = preview(town.songs, laptop=machine)
    assert (offered.here, offered.count(How.NEW)) == (0, 2)
    take_in(town.songs, laptop=machine)
    assert set(texts(machine)) == {*BASE, *SONGS}
    assert known(machine)["songs"].edition == 1


def test_each_entry_says_whose_it_is(both: Laptop) -> None:
    with closing(open_catalogue(both.catalogue)) as catalogue:
        assert [found.publisher for found in catalogue.collections()] == [
            "The Singers",
            "The Tellers",
        ]
        assert catalogue.number(EntryId.parse("songs/tool/drum")) is not None


def test_only_the_fingerprint_that_was_confirmed_is_added(town: Town, machine: Laptop) -> None:
    with pytest.raises(CardError) as caught:
        publishers.add_publisher(town.card, laptop=machine, expecting="00000 " * 8)
    assert caught.value.data["reason"] == "changed"
    assert set(known(machine)) == {"tales"}


def test_a_card_is_added_once(town: Town, machine: Laptop) -> None:
    added(town, machine)
    with pytest.raises(CardError) as caught:
        publishers.look_at_card(town.card, laptop=machine)
    assert caught.value.data["reason"] == "known"


def test_a_stranger_with_anothers_collection_is_refused(machine: Laptop, tmp_path: Path) -> None:
    stranger = Press(tmp_path / "stranger", "tales", "The Tellers").make_keys()
    stolen = stranger.release(9, {"a": "Words."}).full
    with pytest.raises(CardError) as caught:
        publishers.look_at_card(written_card(stranger), laptop=machine)
    assert (caught.value.data["reason"], caught.value.data["publisher"]) == ("taken", "The Tellers")
    with pytest.raises(BundleUntrustedError):
        take_in(stolen, laptop=machine)


def test_a_publisher_who_is_called_like_another_is_pointed_out(
    town: Town, machine: Laptop, tmp_path: Path
) -> None:
    twin = Press(tmp_path / "twin", "tales-2", "the tellers").make_keys()
    twin.write(1, {"a": "Words."})
    assert publishers.look_at_card(written_card(twin), laptop=machine).same_name
    assert publishers.look_at_card(town.card, laptop=machine).same_name  # «Tales» it is, too


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[" * 100_000, b"x" * 700_000, b"PK\3\4"],
    ids=["empty", "no card", "deep", "long", "a bundle"],
)
def test_what_is_no_card_is_refused(machine: Laptop, tmp_path: Path, content: bytes) -> None:
    card = tmp_path / "x.fieldcat-card"
    card.write_bytes(content)
    with pytest.raises(CardError) as caught:
        publishers.look_at_card(card, laptop=machine)
    assert caught.value.data["reason"] == "damaged"


def test_a_card_whose_root_nobody_signed_is_refused(
    town: Town, machine: Laptop, tmp_path: Path
) -> None:
    record = json.loads(town.card.read_bytes())
    record["root"]["signatures"][0]["sig"] = "00" * 64
    forged = tmp_path / "forged.fieldcat-card"
    forged.write_text(json.dumps(record))
    with pytest.raises(CardError):
        publishers.look_at_card(forged, laptop=machine)


def test_a_card_for_a_newer_fieldcat_says_so(town: Town, machine: Laptop, tmp_path: Path) -> None:
    newer = tmp_path / "newer.fieldcat-card"
    newer.write_text(json.dumps(json.loads(town.card.read_bytes()) | {"format": 2}))
    with pytest.raises(NewerFormatError) as caught:
        publishers.look_at_card(newer, laptop=machine)
    assert caught.value.data["path"] == str(newer)


def test_a_card_that_is_gone_is_an_error_of_ours(machine: Laptop, tmp_path: Path) -> None:
    with pytest.raises(FieldcatError):
        publishers.look_at_card(tmp_path / "nowhere", laptop=machine)


# --- none touches another's -------------------------------------------------------------------


def test_a_publisher_cannot_put_an_entry_into_anothers_collection(
    town: Town, both: Laptop, tmp_path: Path
) -> None:
    """The singers' own key signs a pack with an entry of the tellers."""
    from tests.e2e.test_hostile_bundles import Scene, signed

    forged = b'{"format":1,"do":"withdraw","entry":"tales/tool/tool-1","reason":"x","date":"2026"}'
    scene = Scene(town.singers, both, ())
    with pytest.raises(BundleDamagedError):
        take_in(signed(scene, tmp_path, [forged]), laptop=both)
    assert set(texts(both)) == {*BASE, *SONGS}


def test_an_import_of_one_leaves_the_others_as_they_are(town: Town, both: Laptop) -> None:
    take_in(town.second, laptop=both)
    take_in(town.more_songs, laptop=both)
    assert set(texts(both)) == {*SECOND, "flute", "horn"}
    found = known(both)
    assert (found["tales"].edition, found["songs"].edition) == (2, 2)


# --- switching off, removing ------------------------------------------------------------------


def test_what_is_switched_off_is_not_read_and_not_taken_in(town: Town, both: Laptop) -> None:
    assert publishers.set_enabled("songs", False, laptop=both) is not None
    assert set(texts(both)) == set(BASE)
    assert not known(both)["songs"].enabled
    with pytest.raises(BundleDisabledError) as caught:
        take_in(town.more_songs, laptop=both)
    assert caught.value.data["publisher"] == "The Singers"
    assert publishers.set_enabled("songs", False, laptop=both) is None


def test_others_are_taken_in_meanwhile_and_all_comes_back(town: Town, both: Laptop) -> None:
    publishers.set_enabled("songs", False, laptop=both)
    take_in(town.second, laptop=both)
    assert set(texts(both)) == set(SECOND)
    publishers.set_enabled("songs", True, laptop=both)
    assert set(texts(both)) == {*SECOND, *SONGS}


def test_what_was_withdrawn_stays_readable_over_a_time_switched_off(
    town: Town, both: Laptop
) -> None:
    take_in(town.more_songs, laptop=both)
    publishers.set_enabled("songs", False, laptop=both)
    publishers.set_enabled("songs", True, laptop=both)
    with closing(open_catalogue(both.catalogue)) as catalogue:
        gone = catalogue.withdrawn(EntryId.parse("songs/tool/drum"))
    assert gone is not None
    assert gone.entry is not None


def test_the_programs_own_can_be_switched_off_but_not_all(both: Laptop) -> None:
    publishers.set_enabled("tales", False, laptop=both)
    assert set(texts(both)) == set(SONGS)
    with pytest.raises(PublisherError) as caught:
        publishers.set_enabled("songs", False, laptop=both)
    assert caught.value.data["reason"] == "last"
    publishers.set_enabled("tales", True, laptop=both)
    assert set(texts(both)) == {*BASE, *SONGS}


def test_a_removed_publisher_is_a_stranger_again(town: Town, both: Laptop) -> None:
    publishers.remove_publisher("songs", laptop=both)
    assert set(texts(both)) == set(BASE)
    assert set(known(both)) == {"tales"}
    with pytest.raises(BundleForeignError):
        take_in(town.more_songs, laptop=both)


def test_removing_is_undone_like_an_import(town: Town, both: Laptop) -> None:
    publishers.remove_publisher("songs", laptop=both)
    undo(both)
    assert set(texts(both)) == {*BASE, *SONGS}
    take_in(town.more_songs, laptop=both)


def test_a_card_of_which_nothing_was_taken_in_is_just_removed(town: Town, machine: Laptop) -> None:
    added(town, machine)
    assert publishers.remove_publisher("songs", laptop=machine) is None
    assert set(known(machine)) == {"tales"}


@pytest.mark.parametrize(
    ("collection", "reason"), [("tales", "programs"), ("nobody", "unknown")], ids=str
)
def test_what_cannot_be_removed_is_told(both: Laptop, collection: str, reason: str) -> None:
    with pytest.raises(PublisherError) as caught:
        publishers.remove_publisher(collection, laptop=both)
    assert caught.value.data["reason"] == reason


def test_a_publisher_of_whom_nothing_is_here_cannot_be_switched(
    town: Town, machine: Laptop
) -> None:
    added(town, machine)
    with pytest.raises(PublisherError) as caught:
        publishers.set_enabled("songs", False, laptop=machine)
    assert caught.value.data["reason"] == "nothing"


def test_nothing_is_changed_while_somebody_else_is_at_work(both: Laptop) -> None:
    with only_one(both.generations.lock):
        with pytest.raises(BusyError):
            publishers.set_enabled("songs", False, laptop=both)
        with pytest.raises(BusyError):
            publishers.remove_publisher("songs", laptop=both)
    assert set(texts(both)) == {*BASE, *SONGS}


def test_whether_a_change_was_the_last_is_looked_at_while_nobody_else_is_at_work(
    both: Laptop,
) -> None:
    made = publishers.set_enabled("songs", False, laptop=both)
    assert made is not None
    later = Turned("songs", made.number - 1, None)
    with only_one(both.generations.lock), pytest.raises(BusyError):
        publishers.take_back(later, laptop=both)
    with pytest.raises(PublisherError):
        publishers.take_back(later, laptop=both)
    publishers.take_back(replace(later, generation=made.number), laptop=both)
    assert known(both)["songs"].enabled


def test_a_change_is_not_taken_back_where_what_was_read_before_is_gone(both: Laptop) -> None:
    card = read_cards(both.cards)["songs"]
    assert both.live is not None
    before = both.live
    made = publishers.remove_publisher("songs", laptop=both)
    assert made is not None
    shutil.rmtree(before.folder)
    with pytest.raises(PublisherError) as caught:
        publishers.take_back(Turned("songs", made.number, card), laptop=both)
    assert caught.value.data["reason"] == "gone"
    assert "songs" not in read_cards(both.cards)
    assert set(texts(both)) == set(BASE)


def test_a_removal_is_not_half_taken_back_where_its_card_cannot_be_written(both: Laptop) -> None:
    card = read_cards(both.cards)["songs"]
    made = publishers.remove_publisher("songs", laptop=both)
    assert made is not None
    shutil.rmtree(both.cards)
    both.cards.touch()
    with pytest.raises(EnvironmentFaultError):
        publishers.take_back(Turned("songs", made.number, card), laptop=both)
    assert set(texts(both)) == set(BASE)


def test_a_change_that_is_stopped_changes_nothing(both: Laptop) -> None:
    def stop(_: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        publishers.remove_publisher("songs", laptop=both, report=stop)
    assert set(texts(both)) == {*BASE, *SONGS}
    assert set(known(both)) == {"tales", "songs"}
    assert list(both.generations.root.glob("staging/*")) == []


def test_what_was_fetched_of_a_removed_publisher_goes(both: Laptop) -> None:
    folder = both.generations.root / "fetched"
    for collection in ("songs", "tales"):
        (folder / f"of-{collection}").mkdir(parents=True)
    publishers.remove_publisher("songs", laptop=both)
    assert [path.name for path in folder.iterdir()] == ["of-tales"]


def test_a_change_that_is_stopped_once_it_is_in_use_is_made(both: Laptop) -> None:
    def stop(progress: Progress) -> None:
        if progress == Progress("switching", 1, 1):
            raise CancelledError

    assert publishers.remove_publisher("songs", laptop=both, report=stop) is not None
    assert set(known(both)) == {"tales"}


# --- editions ---------------------------------------------------------------------------------


def test_an_earlier_edition_is_chosen_without_undoing_another_publisher(
    town: Town, both: Laptop
) -> None:
    take_in(town.second, laptop=both)
    take_in(town.more_songs, laptop=both)
    take_in(town.third, laptop=both)
    publishers.use_edition("tales", 2, laptop=both)
    assert texts(both) == {**SECOND, "flute": "To be blown.", "horn": "Louder."}
    assert known(both)["tales"].editions == (1, 2, 3)
    publishers.use_edition("tales", 1, laptop=both)
    assert texts(both) == {**BASE, "flute": "To be blown.", "horn": "Louder."}
    publishers.use_edition("tales", 3, laptop=both)
    assert texts(both)["tool-4"] == THIRD["tool-4"]


def test_it_is_no_way_round_the_refusal_of_old_editions(town: Town, machine: Laptop) -> None:
    take_in(town.third, laptop=machine)
    publishers.use_edition("tales", 1, laptop=machine)
    assert known(machine)["tales"].newest == 3
    with pytest.raises(BundleOlderError) as caught:
        take_in(town.second, laptop=machine)
    assert caught.value.data["here"] == 3
    take_in(town.third, laptop=machine)
    assert texts(machine) == THIRD


def test_the_edition_that_is_read_changes_nothing(both: Laptop) -> None:
    assert publishers.use_edition("songs", 1, laptop=both) is None


def test_an_edition_that_is_not_here_names_those_that_are(town: Town, machine: Laptop) -> None:
    take_in(town.third, laptop=machine)
    with pytest.raises(PublisherError) as caught:
        publishers.use_edition("tales", 2, laptop=machine)
    assert caught.value.data["editions"] == (1, 3)


def test_a_newer_program_brings_an_edition_that_can_be_chosen(
    town: Town, machine: Laptop, tmp_path: Path
) -> None:
    take_in(town.second, laptop=machine)
    newer = Press(tmp_path / "tellers")
    shutil.copytree(town.tellers.folder, newer.folder)
    newer.write(5, THIRD | {"tool-9": "Of the newer program."}, ["tool-5"])
    machine = replace(machine, bundled=shipped(newer, tmp_path / "newer program"))
    assert texts(machine) == SECOND
    own = known(machine)["tales"]
    assert (own.edition, own.newest, own.editions) == (2, 5, (1, 2, 5))
    stick = tmp_path / "STICK"
    stick.mkdir()
    copying(machine).copy_to(stick)
    assert (stick / "tales-5.fieldcat").read_bytes() == machine.bundled.bundle.read_bytes()
    publishers.use_edition("tales", 5, laptop=machine)
    assert texts(machine)["tool-9"] == "Of the newer program."
    publishers.use_edition("tales", 2, laptop=machine)
    assert texts(machine) == SECOND
    with pytest.raises(BundleOlderError):
        take_in(town.third, laptop=machine)


# --- history ----------------------------------------------------------------------------------


def test_the_history_tells_everything_and_what_was_undone(town: Town, both: Laptop) -> None:
    take_in(town.second, laptop=both)
    undo(both)
    take_in(town.third, laptop=both)
    publishers.use_edition("tales", 1, laptop=both)
    publishers.set_enabled("songs", False, laptop=both)
    told = [
        (past.what, past.collection, past.edition, past.before, past.undone)
        for past in publishers.history(both)
    ]
    assert told == [
        ("disable", "songs", 1, 1, False),
        ("edition", "tales", 1, 3, False),
        ("import", "tales", 3, 1, False),
        ("import", "tales", 2, 1, True),
        ("import", "songs", 1, 0, False),
    ]
    third = publishers.history(both)[2]
    assert (third.title, third.new, third.changed, third.withdrawn) == ("Tales", 0, 2, 1)


def test_after_all_was_undone_the_history_says_so(both: Laptop) -> None:
    undo(both)
    assert [past.undone for past in publishers.history(both)] == [True]


# --- tidying ----------------------------------------------------------------------------------


def test_packs_that_nobody_needs_any_more_go(town: Town, both: Laptop) -> None:
    packs = both.generations.packs
    kept = {path.name for path in packs.iterdir()}
    publishers.remove_publisher("songs", laptop=both)
    preview(town.second, laptop=both)
    assert {path.name for path in packs.iterdir()} == kept  # it could still be undone
    take_in(town.second, laptop=both)
    take_in(town.third, laptop=both)
    preview(town.third, laptop=both)
    with closing(open_catalogue(both.catalogue)) as catalogue:
        assert catalogue.check() == ()
    assert len({path.name for path in packs.iterdir()} & kept) == 1  # the tellers' base
    publishers.use_edition("tales", 1, laptop=both)


@pytest.mark.parametrize("file", ["songs/state.json", "songs/editions/1.json"])
@pytest.mark.parametrize("content", [b"{}", b"\xff", b'{"edition":9,"newest":9,"shown":true}'])
def test_what_is_known_of_a_publisher_may_be_damaged(
    both: Laptop, file: str, content: bytes
) -> None:
    assert both.live is not None
    place = both.live.collections / file
    place.write_bytes(content.ljust(place.stat().st_size))
    with pytest.raises(CatalogueDamagedError):
        both.holdings()


def test_where_packs_are_lost_what_is_read_is_read_on(town: Town, both: Laptop) -> None:
    take_in(town.more_songs, laptop=both)
    shutil.rmtree(both.generations.packs)
    with pytest.raises(PublisherError):
        publishers.use_edition("songs", 1, laptop=both)
    assert set(texts(both)) == {*BASE, "flute", "horn"}
