"""Updating over the web on the command line: looked at, shown, taken in, only when asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.publisher import Press
from tests.fakes.webhost import WebHost, served

from fieldcat.services import releasing

from .conftest import Program

SONGS = {"drum": "To be beaten.", "flute": "To be blown."}


@dataclass
class Singers:
    """A publisher with a card that names the running host."""

    card: Path
    fingerprint: str
    host: WebHost


@pytest.fixture
def singers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Singers]:
    monkeypatch.setenv("no_proxy", "*")
    press = Press(tmp_path / "singers", "songs", "The Singers").make_keys()
    with served(WebHost(press.tree)) as host:
        press.write(1, SONGS)
        settings = press.workspace / "workspace.yaml"
        settings.write_text(settings.read_text() + f"web: {host.address}\n", encoding="utf-8")
        press.release_workspace()
        card = tmp_path / "songs.fieldcat-card"
        _, fingerprint = releasing.write_card(press.keys, workspace=press.workspace, output=card)
        yield Singers(card, fingerprint, host)


def add(program: Program, singers: Singers) -> None:
    command = ("publishers", "add", str(singers.card), "--fingerprint", singers.fingerprint)
    assert program.run(*command).returncode == 0
    assert singers.host.asked == []


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_all_that_have_an_address_are_updated(program: Program, singers: Singers) -> None:
    add(program, singers)
    looked = program.run("update", "--check")
    assert "edition 1 of 2026-11-01" in looked.stdout
    done = program.run("update", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "New: 2 tools" in done.stdout
    assert program.json("search", "beaten")["hits"][0]["id"] == "songs/tool/drum"
    assert "is here already" in program.run("update", "songs").stdout
    assert singers.host.address in program.run("publishers").stdout


def test_each_step_is_a_line(program: Program, singers: Singers) -> None:
    add(program, singers)
    *steps, offered = lines(program.run("update", "songs", "--json").stdout)
    [news] = [step["news"] for step in steps if "news" in step]
    assert (news["edition"], news["here"], news["news"]) == (1, 0, True)
    manifest = offered["preview"]["manifest"]
    done = program.run("update", "songs", "--json", "--yes", "--expecting", manifest)
    assert lines(done.stdout)[-1]["done"]["generation"] == 1
    assert "fetching" in {step["progress"]["stage"] for step in steps if "progress" in step}


def test_without_an_address_somebody_must_give_one(program: Program, singers: Singers) -> None:
    done = program.run("update")
    assert done.returncode == 1
    assert "--from" in done.stderr
    assert program.run("update", "--from", "https://example.org/").returncode == 2
    wrong = program.run("update", "fieldcat", "--from", singers.host.address)
    assert wrong.returncode == 1
    assert "is not what a publisher puts there" in wrong.stderr


def test_a_network_that_wants_a_login_says_what_to_do(program: Program, singers: Singers) -> None:
    add(program, singers)
    singers.host.portal = True
    done = program.run("update", "songs", "--json")
    assert lines(done.stdout)[-1]["error"]["code"] == "web-portal"
    assert "log in" in done.stderr
