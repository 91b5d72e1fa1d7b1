"""Whole or not at all, over whatever line there is."""

from __future__ import annotations

import random
import socket
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press
from tests.fakes.webhost import WebHost, served
from tests.unit.services.fetching.asking_a_host import SECOND, Pauses, Story, asked, updated

from fieldcat.domain.progress import Progress
from fieldcat.errors import (
    CancelledError,
    WebUnreachableError,
)
from fieldcat.services.fetching import web_update
from fieldcat.services.laptop import Laptop


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
    with socket.socket() as silent:
        # It is held, so that nobody else answers there meanwhile, but nobody listens.
        silent.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
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
