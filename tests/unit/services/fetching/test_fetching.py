"""Editions come over the web as over a stick, and only what is missing."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import Press
from tests.fakes.webhost import WebHost, served
from tests.unit.services.fetching.asking_a_host import SECOND, Story, asked, pieces, updated

from fieldcat.errors import (
    DiskFullError,
    PublisherError,
)
from fieldcat.services import publishers, releasing
from fieldcat.services.fetching import fetched, web_update
from fieldcat.services.importing import take_in, take_in_from
from fieldcat.services.laptop import Laptop


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
