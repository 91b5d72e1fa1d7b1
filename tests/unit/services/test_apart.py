"""Hosts and publishers as the window has them asked and changed: in processes of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.publisher import Press, words
from tests.fakes.standstill import stand_at
from tests.fakes.webhost import WebHost, served

from fieldcat.domain.edition import Card
from fieldcat.domain.progress import Progress
from fieldcat.domain.updating import Host
from fieldcat.errors import (
    CancelledError,
    CardError,
    EnvironmentFaultError,
    PublisherError,
    WebUnreachableError,
)
from fieldcat.records.editions import encode_card
from fieldcat.services.cards import keep_card
from fieldcat.services.copies import copy_apart
from fieldcat.services.fetches import ask_apart, fetch_apart
from fieldcat.services.imports import preview_apart, take_in_apart
from fieldcat.services.turning import (
    add_publisher_apart,
    look_at_card_apart,
    remove_publisher_apart,
    set_enabled_apart,
    use_edition_apart,
)
from fieldcat.storage.data_folder import DataFolder

TOOLS = {f"tool-{number}": words(number, 200) for number in range(20)}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    made = Press(tmp_path_factory.mktemp("press")).make_keys()
    made.release(1, TOOLS)
    return made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def host(press: Press, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebHost]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served(WebHost(press.tree)) as running:
        yield running


def trust(home: Path, press: Press, web: str = "") -> None:
    cards = DataFolder(home).generations.root / "publishers"
    keep_card(cards, Card("tales", "Tales", press.name, press.root, web))


def live(home: Path) -> list[int]:
    return [generation.number for generation in DataFolder(home).generations.live()]


def test_an_edition_is_asked_for_fetched_and_taken_in_without_a_line(
    press: Press, home: Path, host: WebHost
) -> None:
    trust(home, press, host.address)
    news = ask_apart("tales", data_folder=home)
    assert (news.edition, news.here, news.is_news) == (1, 0, True)
    told: list[Progress] = []
    fetch_apart("tales", data_folder=home, report=told.append)
    last = [step for step in told if step.stage == "fetching"][-1]
    assert last.done == last.total >= news.to_fetch
    asked = list(host.asked)
    offered = preview_apart(Host("tales"), data_folder=home)
    taken = take_in_apart(Host("tales"), data_folder=home, expecting=offered.manifest)
    assert (len(offered.changes), taken.generation) == (len(TOOLS), 1)
    assert host.asked == asked
    assert not (DataFolder(home).generations.root / "fetched" / "of-tales").exists()


def test_who_stops_fetching_goes_on_where_it_was(
    press: Press, home: Path, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(home, press, host.address)

    def stop(progress: Progress) -> None:
        if progress.stage == "fetching" and progress.done > 6_000:
            raise CancelledError

    with monkeypatch.context() as patched:
        stand_at(patched, "fetching", after=6_000)
        with pytest.raises(CancelledError):
            fetch_apart("tales", data_folder=home, report=stop)
    whole = sum(path.stat().st_size for path in press.tree.glob("targets/*[0-9]"))
    assert 0 < ask_apart("tales", data_folder=home).to_fetch < whole
    host.asked_from.clear()
    fetch_apart("tales", data_folder=home)
    assert any(start > 0 for start in host.asked_from)
    assert preview_apart(Host("tales"), data_folder=home).is_news


def test_a_host_that_is_not_there_is_told_of(press: Press, home: Path, host: WebHost) -> None:
    del host
    trust(home, press, "http://127.0.0.1:9/")

    def stop(progress: Progress) -> None:
        if progress.stage == "fetching":
            raise CancelledError

    # It is tried again and again, and can be stopped meanwhile.
    with pytest.raises((CancelledError, WebUnreachableError)):
        ask_apart("tales", data_folder=home, report=stop)


def test_a_publisher_is_added_switched_turned_and_removed(
    press: Press, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "tales.fieldcat-card"
    file.write_bytes(encode_card(Card("tales", "Tales", press.name, press.root)))
    offer = look_at_card_apart(file, data_folder=home)
    assert (offer.card.title, len(offer.words), offer.same_name) == ("Tales", 12, False)
    add_publisher_apart(file, data_folder=home, expecting=offer.fingerprint)
    with pytest.raises(CardError):
        look_at_card_apart(file, data_folder=home)

    bundle = shutil.copy(press.folder / "bundles" / "tales-1.fieldcat", tmp_path / "one.fieldcat")
    offered = preview_apart(Path(bundle), data_folder=home)
    take_in_apart(Path(bundle), data_folder=home, expecting=offered.manifest)
    assert set_enabled_apart("tales", False, data_folder=home) == 2
    assert set_enabled_apart("tales", False, data_folder=home) is None
    assert set_enabled_apart("tales", True, data_folder=home) == 3
    assert use_edition_apart("tales", 1, data_folder=home) is None
    with pytest.raises(PublisherError) as caught:
        use_edition_apart("tales", 7, data_folder=home)
    assert caught.value.data["reason"] == "edition"
    assert remove_publisher_apart("tales", data_folder=home) == 4
    assert live(home)[0] == 4
    with pytest.raises(PublisherError):
        remove_publisher_apart("tales", data_folder=home)


def test_a_change_can_be_stopped(press: Press, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(home, press)
    bundle = press.folder / "bundles" / "tales-1.fieldcat"
    offered = preview_apart(bundle, data_folder=home)
    take_in_apart(bundle, data_folder=home, expecting=offered.manifest)

    def stop(progress: Progress) -> None:
        if progress.stage == "building":
            raise CancelledError

    stand_at(monkeypatch, "building")
    with pytest.raises(CancelledError):
        set_enabled_apart("tales", False, data_folder=home, report=stop)
    assert live(home) == [1]


def test_what_is_here_is_copied_to_a_stick_and_read_back(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    folder = DataFolder(home).installers
    folder.mkdir(parents=True)
    (folder / "setup.exe").write_bytes(b"program")
    told: list[Progress] = []
    length = copy_apart(stick, installers=True, data_folder=home, report=told.append)
    files = {path.name: path.stat().st_size for path in stick.iterdir()}
    assert set(files) == {"fieldcat-1.fieldcat", "setup.exe"}
    assert length == sum(files.values())
    assert told[-1].done == told[-1].total == 2 * length
    (stick / "setup.exe").unlink()
    assert copy_apart(stick, installers=False, data_folder=home) == length - len(b"program")


def test_a_stick_that_is_not_there_is_told_of(home: Path, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        copy_apart(tmp_path / "gone", installers=False, data_folder=home)
