"""What is no edition of the publisher is told, and not kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fakes.laptop import texts
from tests.fakes.publisher import BASE, Press
from tests.fakes.webhost import WebHost, served
from tests.unit.services.fetching.asking_a_host import SECOND, Story, asked, updated

from fieldcat.errors import (
    BundleOlderError,
    BundleUntrustedError,
    PublisherError,
    WebPortalError,
    WebWrongError,
)
from fieldcat.services.fetching import web_update
from fieldcat.services.importing import take_in
from fieldcat.services.laptop import Laptop


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
