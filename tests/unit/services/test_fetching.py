"""Editions come over the web as over a stick: whole or not at all, over whatever line there is."""

from __future__ import annotations

import os
import random
import shutil
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press
from tests.fakes.webhost import WebHost, certificate_for_this_machine, served

from fieldcat.domain.progress import Progress
from fieldcat.errors import (
    BundleOlderError,
    BundleUntrustedError,
    CancelledError,
    DiskFullError,
    PublisherError,
    WebInsecureError,
    WebPortalError,
    WebProxyError,
    WebUnreachableError,
    WebWrongError,
)
from fieldcat.services import publishers, releasing
from fieldcat.services.fetching import WebUpdate, fetched, web_update
from fieldcat.services.importing import take_in, take_in_from
from fieldcat.services.laptop import Laptop
from fieldcat.updates.line import AbsentError, Line, Received

SECOND = {
    **{name: text for name, text in BASE.items() if name != "tool-5"},
    "tool-3": "A corrected hammer.",
}


@dataclass(frozen=True)
class Story:
    """A publisher with two editions in its tree, the first of which came with the program."""

    press: Press
    machine: Laptop
    second: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("story")
    press = Press(folder / "press").make_keys()
    press.release(1, BASE)
    machine = laptop(shipped(press, folder / "program"), folder / "home")
    return Story(press, machine, press.release(2, SECOND, ["tool-5"]).full)


@pytest.fixture
def machine(told: Story, tmp_path: Path) -> Laptop:
    return replace(
        laptop(told.machine.bundled, tmp_path / "home"), index_key=told.machine.index_key
    )


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "")


@pytest.fixture
def host(told: Story) -> Iterator[WebHost]:
    with served(WebHost(told.press.tree)) as running:
        yield running


class Pauses(list[float]):
    """Waits for nothing, and remembers how long it would have."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def updated(machine: Laptop, host: WebHost, pauses: Pauses | None = None) -> int:
    """Take in what the host has; gives the bytes of content that came."""
    with asked(machine, host, pauses) as line:
        assert line.news().is_news
        line.take_in()
        return line.received


def asked(
    machine: Laptop, host: WebHost, pauses: Pauses | None = None
) -> AbstractContextManager[WebUpdate]:
    pause = Pauses() if pauses is None else pauses
    return web_update("tales", laptop=machine, address=host.address, pause=pause)


def pieces(host: WebHost) -> list[str]:
    return [path for path in host.asked if path.startswith("targets/") and "edition" not in path]


# --- what is fetched --------------------------------------------------------------------------


def test_news_say_what_there_is_and_what_is_to_be_fetched(machine: Laptop, host: WebHost) -> None:
    with asked(machine, host) as line:
        news = line.news()
    assert (news.edition, news.date, news.here, news.is_news) == (2, "2026-11-02", 1, True)
    assert 0 < news.to_fetch < 1_000
    assert pieces(host) == []
    assert not (machine.generations.root / "generations").exists()


def test_only_the_pack_that_is_missing_is_fetched(machine: Laptop, host: WebHost) -> None:
    updated(machine, host)
    assert texts(machine) == SECOND
    assert len(pieces(host)) == 1
    assert len(host.asked) == len(set(host.asked))


def test_a_preview_and_taking_in_fetch_everything_once(machine: Laptop, host: WebHost) -> None:
    with asked(machine, host) as line:
        line.news()
        offered = line.preview()
        line.take_in(expecting=offered.manifest)
    assert len(host.asked) == len(set(host.asked))
    assert texts(machine) == SECOND
    assert not list((machine.generations.root / "fetched").iterdir())


def test_what_is_the_same_on_a_stick_and_on_the_web_gives_the_same_casebook(
    told: Story, machine: Laptop, host: WebHost, tmp_path: Path
) -> None:
    other = replace(laptop(machine.bundled, tmp_path / "other"), index_key=machine.index_key)
    take_in(told.second, laptop=other)
    updated(machine, host)
    assert machine.catalogue.read_bytes() == other.catalogue.read_bytes()


def test_what_is_here_is_not_fetched_again(machine: Laptop, host: WebHost) -> None:
    updated(machine, host)
    host.asked.clear()
    with asked(machine, host) as line:
        assert not line.news().is_news
    assert pieces(host) == []


def test_nothing_is_told_but_what_is_fetched(machine: Laptop, host: WebHost) -> None:
    updated(machine, host)
    for head in host.heads:
        assert set(head) <= {"Host", "User-Agent", "Accept-Encoding", "Range"}
        assert head["User-Agent"] == "fieldcat"


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
PICTURED = {**SECOND, "tool-3": "Words.\n\n![A dot](assets/dot.png)"}


def test_a_picture_comes_along(told: Story, machine: Laptop, tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    shutil.copytree(told.press.folder, press.folder)
    press.write(3, PICTURED, ["tool-5"], {"dot.png": PNG})
    press.release_workspace()
    with served(WebHost(press.tree)) as host:
        updated(machine, host)
    [kept] = machine.generations.assets.iterdir()
    assert kept.read_bytes() == PNG


def test_a_picture_that_came_with_the_program_is_there_without_being_fetched(
    tmp_path: Path,
) -> None:
    press = Press(tmp_path / "press").make_keys()
    press.write(1, PICTURED, (), {"dot.png": PNG})
    press.release_workspace()
    machine = laptop(shipped(press, tmp_path / "program"), tmp_path / "home")
    press.release(2, {**PICTURED, "tool-4": "A shorter text."})

    with served(WebHost(press.tree)) as host, asked(machine, host) as line:
        line.fetch()
    take_in_from(fetched("tales", laptop=machine), laptop=machine)

    [kept] = machine.generations.assets.iterdir()
    assert kept.read_bytes() == PNG
    assert not any(path.startswith("assets/") for path in host.asked)
    assert texts(machine)["tool-4"] == "A shorter text."


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Linux tells which file is which")
def test_what_was_fetched_is_on_the_disk_before_it_is_told(
    machine: Laptop, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.add(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with asked(machine, host) as line:
        line.fetch()
    kept = [path for path in (machine.generations.root / "fetched").rglob("*") if path.is_file()]
    assert any(path.parent.name == "of-tales" for path in kept), kept
    assert [path.name for path in kept if path.stat().st_ino not in synced] == []


def test_nothing_is_fetched_that_there_is_no_room_for(
    machine: Laptop, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(machine.generations.root.parent.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10_000))
    with asked(machine, host) as line, pytest.raises(DiskFullError):
        line.fetch()
    assert pieces(host) == []


def test_a_publisher_who_was_added_tells_the_address_on_the_card_and_then_in_each_edition(
    machine: Laptop, tmp_path: Path
) -> None:
    press = Press(tmp_path / "songs", "songs", "The Singers").make_keys()
    with served(WebHost(press.tree)) as host:
        press.write(1, {"drum": "To be beaten."})
        settings = press.workspace / "workspace.yaml"
        settings.write_text(settings.read_text() + f"web: {host.address}\n", encoding="utf-8")
        press.release_workspace()
        card = tmp_path / "songs.fieldcat-card"
        _, fingerprint = releasing.write_card(press.keys, workspace=press.workspace, output=card)
        publishers.add_publisher(card, laptop=machine, expecting=fingerprint)
        with web_update("songs", laptop=machine) as line:
            line.take_in()
    assert texts(machine)["drum"] == "To be beaten."
    web = {each.collection: each.web for each in publishers.publishers(machine)}
    assert web == {"tales": "", "songs": host.address}


@pytest.mark.parametrize("collection", ["tales", "nobody"])
def test_without_an_address_nothing_is_asked(machine: Laptop, collection: str) -> None:
    with pytest.raises(PublisherError), web_update(collection, laptop=machine):
        pass


# --- bad lines --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A publisher whose second edition has a pack of several pieces."""
    chance = random.Random(7)
    folder = tmp_path_factory.mktemp("heavy")
    press = Press(folder / "press").make_keys()
    press.release(1, BASE)
    machine = laptop(shipped(press, folder / "program"), folder / "home")
    long = {
        f"long-{n}": "\n\n".join(
            " ".join(f"{chance.getrandbits(40):x}" for _ in range(850)) for _ in range(10)
        )
        for n in range(10)
    }
    return Story(press, machine, press.release(2, {**BASE, **long}).full)


@pytest.mark.parametrize("ranges", [True, False], ids=["with ranges", "without"])
def test_a_line_that_is_cut_is_taken_up_where_it_broke(
    heavy: Story, tmp_path: Path, ranges: bool
) -> None:
    machine = laptop(heavy.machine.bundled, tmp_path / "home")
    pauses = Pauses()
    with served(WebHost(heavy.press.tree, ranges=ranges)) as host:
        host.cuts = [200_000, 100_000] if ranges else [200_000]
        received = updated(machine, host, pauses)
    assert set(texts(machine)) == {*BASE, *(f"long-{n}" for n in range(10))}
    began = [start for start in host.asked_from if start]
    assert began[0] == 200_000
    assert len(began) == len(pauses) == (2 if ranges else 1)
    assert set(pauses) == {1.0}
    if ranges:
        assert received < heavy.second.stat().st_size


def test_the_next_run_goes_on_where_this_one_was_given_up(heavy: Story, tmp_path: Path) -> None:
    machine = laptop(heavy.machine.bundled, tmp_path / "home")
    with served(WebHost(heavy.press.tree)) as host:

        def stop(progress: Progress) -> None:
            if progress.done > 300_000:
                raise CancelledError

        with web_update("tales", laptop=machine, address=host.address, report=stop) as line:
            line.news()
            with pytest.raises(CancelledError):
                line.preview()
        assert set(texts(machine)) == set(BASE)
        with web_update("tales", laptop=machine, address=host.address) as line:
            assert line.news().to_fetch < heavy.second.stat().st_size - 250_000
            line.take_in()
            assert line.received < heavy.second.stat().st_size - 250_000
    assert len(texts(machine)) == len(BASE) + 10


def test_a_line_that_stays_down_is_given_up_after_some_patience(
    machine: Laptop, host: WebHost
) -> None:
    pauses = Pauses()
    host.statuses = [200, 200, 200, *[503] * 20]
    with pytest.raises(WebUnreachableError), asked(machine, host, pauses) as line:
        line.news()
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0]
    assert set(texts(machine)) == set(BASE)


def test_a_host_that_does_not_exist_is_told(machine: Laptop) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with (
        pytest.raises(WebUnreachableError) as caught,
        web_update("tales", laptop=machine, address=address, pause=Pauses()),
    ):
        pass
    assert caught.value.data["host"] == "127.0.0.1"


def test_waiting_for_a_line_can_be_stopped(machine: Laptop, host: WebHost) -> None:
    host.statuses = [503] * 20

    def stop(_: Progress) -> None:
        raise CancelledError

    with (
        pytest.raises(CancelledError),
        web_update("tales", laptop=machine, address=host.address, report=stop),
    ):
        pass


def test_two_kilobytes_a_second_and_two_cuts_are_enough(machine: Laptop, host: WebHost) -> None:
    host.rate = 2_048
    host.cuts = [300, 700]
    updated(machine, host)
    assert texts(machine) == SECOND


def test_progress_tells_how_much_of_it_came(heavy: Story, tmp_path: Path) -> None:
    machine = laptop(heavy.machine.bundled, tmp_path / "home")
    seen: list[Progress] = []
    with (
        served(WebHost(heavy.press.tree)) as host,
        web_update("tales", laptop=machine, address=host.address, report=seen.append) as line,
    ):
        news = line.news()
        seen.clear()
        line.preview()
    assert {progress.stage for progress in seen} == {"fetching"}
    assert seen[-1].done >= news.to_fetch
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)
    assert seen[-1].done == pytest.approx(seen[-1].total)


# --- wrong answers ----------------------------------------------------------------------------


@pytest.mark.parametrize("says_so", [True, False])
def test_a_network_that_wants_a_login_is_told(
    machine: Laptop, host: WebHost, says_so: bool
) -> None:
    host.portal, host.says_it_is_a_page = True, says_so
    with pytest.raises(WebPortalError), asked(machine, host):
        pass


def test_so_is_one_that_sends_to_its_own_page(machine: Laptop, host: WebHost) -> None:
    with served(WebHost(host.tree, portal=True)) as portal:
        host.redirect = portal.address
        with pytest.raises(WebPortalError), asked(machine, host):
            pass


def test_so_is_one_that_answers_in_circles_or_with_511(machine: Laptop, host: WebHost) -> None:
    host.redirect = host.address
    with pytest.raises(WebPortalError), asked(machine, host):
        pass
    host.redirect, host.statuses = "", [511]
    with pytest.raises(WebPortalError), asked(machine, host):
        pass


def test_so_is_one_that_begins_in_the_middle(machine: Laptop, host: WebHost) -> None:
    with asked(machine, host) as line:
        line.news()
        host.portal = True
        with pytest.raises(WebPortalError):
            line.take_in()
    host.portal = False
    updated(machine, host)
    assert texts(machine) == SECOND


def test_a_host_that_moved_is_followed(machine: Laptop, host: WebHost, told: Story) -> None:
    with served(WebHost(told.press.tree)) as old:
        old.redirect = host.address + "about.json"
        with asked(machine, old) as line:
            assert line.received > 0


def test_a_host_with_a_page_for_everything_it_lacks_will_do(machine: Laptop, host: WebHost) -> None:
    host.page_for_what_is_not_there = True
    updated(machine, host)
    assert texts(machine) == SECOND


def test_an_address_where_no_publisher_is_says_so(
    machine: Laptop, host: WebHost, tmp_path: Path
) -> None:
    host.tree = tmp_path
    with pytest.raises(WebWrongError), asked(machine, host):
        pass
    (tmp_path / "about.json").write_text('{"hello": "world"}')
    with pytest.raises(WebWrongError), asked(machine, host):
        pass


def test_a_host_that_sends_to_no_address_is_told(machine: Laptop, host: WebHost) -> None:
    host.redirect = "http://[nowhere"
    with pytest.raises(WebWrongError), asked(machine, host):
        pass


@pytest.mark.parametrize(
    "address",
    ["", "x", "ftp://example.org/", "file:///etc/passwd", "http://", "https://a@b/", "http://[a/"],
)
def test_what_is_no_address_is_refused(machine: Laptop, address: str) -> None:
    with (
        pytest.raises((WebWrongError, PublisherError)),
        web_update("tales", laptop=machine, address=address),
    ):
        pass


def test_the_tree_of_another_publisher_is_refused(machine: Laptop, tmp_path: Path) -> None:
    other = Press(tmp_path / "songs", "songs").make_keys()
    other.release(1, {"drum": "To be beaten."})
    with served(WebHost(other.tree)) as host, pytest.raises(WebWrongError), asked(machine, host):
        pass


def test_a_stranger_in_the_publishers_place_is_refused(machine: Laptop, tmp_path: Path) -> None:
    thief = Press(tmp_path / "thief").make_keys()
    thief.release(9, {"a": "Words."})
    with (
        served(WebHost(thief.tree)) as host,
        asked(machine, host) as line,
        pytest.raises(BundleUntrustedError),
    ):
        line.news()
    assert set(texts(machine)) == set(BASE)


def test_an_older_tree_is_refused(told: Story, machine: Laptop, tmp_path: Path) -> None:
    take_in(told.second, laptop=machine)
    old = Press(tmp_path / "old")
    shutil.copytree(told.press.keys, old.keys)
    old.release(1, BASE)
    with (
        served(WebHost(old.tree)) as host,
        asked(machine, host) as line,
        pytest.raises(BundleOlderError) as caught,
    ):
        line.news()
    assert caught.value.data["here"] == 2


def test_a_piece_that_was_spoilt_on_the_way_is_fetched_once_more(
    machine: Laptop, host: WebHost
) -> None:
    with asked(machine, host) as line:
        line.news()
        piece = next(
            f"targets/{path.name}"
            for path in (host.tree / "targets").iterdir()
            if "edition" not in path.name and path.stat().st_size < 1_000
        )
        host.spoilt = [piece]
        line.take_in()
    assert host.asked.count(piece) == 2
    assert texts(machine) == SECOND


def test_a_piece_that_stays_wrong_is_told_and_not_kept(machine: Laptop, host: WebHost) -> None:
    with asked(machine, host) as line:
        line.news()
        host.spoilt = [
            f"targets/{path.name}" for path in (host.tree / "targets").iterdir() for _ in range(3)
        ]
        with pytest.raises(WebWrongError):
            line.take_in()
    host.spoilt = []
    updated(machine, host)
    assert texts(machine) == SECOND


# --- proxies and certificates -----------------------------------------------------------------


def test_a_proxy_is_asked_where_the_system_names_one(
    machine: Laptop, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", host.address.replace("http://", "http://me:a%20word@"))
    with web_update("tales", laptop=machine, address="http://example.invalid/tales/") as line:
        line.take_in()
    assert texts(machine) == SECOND
    assert host.heads[0]["Proxy-Authorization"] == "Basic bWU6YSB3b3Jk"
    assert host.heads[0]["Host"] == "example.invalid"


def test_a_host_whose_name_has_accents_is_asked_by_the_name_that_has_none(
    machine: Laptop, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", host.address)
    with web_update("tales", laptop=machine, address="http://niñez.invalid/tales") as line:
        assert line.news().address == "http://niñez.invalid/tales/"
    assert host.heads[0]["Host"] == "xn--niez-hqa.invalid"


@pytest.mark.parametrize(
    ("address", "asked_at"),
    [
        ("http://müller:8080", "xn--mller-kva:8080"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("http://[::1]", "[::1]"),
    ],
)
def test_a_port_is_no_part_of_the_hosts_name(
    address: str, asked_at: str, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", host.address)
    with closing(Line(address, count=lambda _: None)) as line, pytest.raises(AbsentError):
        line.fetch("nothing", 1, Received())
    assert host.heads[0]["Host"] == asked_at


def test_a_proxy_that_wants_a_login_or_is_not_there_is_told(
    machine: Laptop, host: WebHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", host.address)
    host.statuses = [407]
    with (
        pytest.raises(WebProxyError) as caught,
        web_update("tales", laptop=machine, address="http://example.invalid/"),
    ):
        pass
    assert caught.value.data["proxy"] == "127.0.0.1"
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:9")
    with (
        pytest.raises(WebProxyError),
        web_update("tales", laptop=machine, address="http://example.invalid/"),
    ):
        pass


def test_who_asks_for_a_proxys_login_where_there_is_no_proxy_stands_for_the_host(
    machine: Laptop, host: WebHost
) -> None:
    host.statuses = [407]
    with pytest.raises(WebPortalError), asked(machine, host):
        pass


def test_a_certificate_that_does_not_hold_is_told_at_once(
    told: Story, machine: Laptop, tmp_path: Path
) -> None:
    pauses = Pauses()
    with (
        served(
            WebHost(told.press.tree), certificate_for_this_machine(tmp_path / "own.pem")
        ) as host,
        pytest.raises(WebInsecureError),
        asked(machine, host, pauses),
    ):
        pass
    assert pauses == []


def test_whom_the_system_trusts_is_looked_up_where_other_systems_keep_it(
    told: Story, machine: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A packaged program brings an OpenSSL that looks where its own system keeps it."""
    if sys.platform == "win32":
        pytest.skip("Windows is asked itself")
    nowhere = ssl.get_default_verify_paths()._replace(cafile=None, capath=None)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    certificate = certificate_for_this_machine(tmp_path / "own.pem")
    places = (str(tmp_path / "none.pem"), str(certificate))
    monkeypatch.setattr("fieldcat.updates.line.TRUSTED", places)
    with served(WebHost(told.press.tree), certificate) as host:
        updated(machine, host)
    assert texts(machine) == SECOND
