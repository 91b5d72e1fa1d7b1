"""A publisher with two editions, its host, and a laptop that has the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped
from tests.fakes.publisher import BASE, Press
from tests.fakes.webhost import WebHost, served
from tests.unit.services.fetching.asking_a_host import SECOND, Story

from fieldcat.services.laptop import Laptop


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
