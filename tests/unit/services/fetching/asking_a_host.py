"""What the tests of fetching ask of a host."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.publisher import BASE, Press
from tests.fakes.webhost import WebHost

from fieldcat.services.fetching import WebUpdate, web_update
from fieldcat.services.laptop import Laptop

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
