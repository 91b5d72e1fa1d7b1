"""Proxies and certificates."""

from __future__ import annotations

import ssl
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.laptop import texts
from tests.fakes.webhost import WebHost, certificate_for_this_machine, served
from tests.unit.services.fetching.asking_a_host import SECOND, Pauses, Story, asked, updated

from fieldcat.errors import (
    WebInsecureError,
    WebPortalError,
    WebProxyError,
)
from fieldcat.services.fetching import web_update
from fieldcat.services.laptop import Laptop
from fieldcat.updates.line import AbsentError, Line, Received


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
    none: dict[str, Any] = {"cafile": None, "capath": None}
    nowhere = ssl.get_default_verify_paths()._replace(**none)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    certificate = certificate_for_this_machine(tmp_path / "own.pem")
    places = (str(tmp_path / "none.pem"), str(certificate))
    monkeypatch.setattr("fieldcat.updates.line.TRUSTED", places)
    with served(WebHost(told.press.tree), certificate) as host:
        updated(machine, host)
    assert texts(machine) == SECOND
