"""A person at a screen of our own, in a root that has no Python and no way out to any network."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageGrab
from tests.good_time import LONG
from tests.packaging.conftest import tool

_LOOK = 0.2
_PATIENT_WITH_A_KEY = 10.0
PERSON, HOME = 1000, "/home/maría josé"

_ENTER = """
mount --make-rprivate /
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mkdir -p "$0/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
exec chroot --userspec="$1" "$0" "${@:2}"
"""


class NeverCameError(AssertionError):
    """What was awaited did not come."""


@contextmanager
def screen() -> Iterator[str]:
    """An Xvfb, 1366×768, with nobody else at it; gives its display's name."""
    reading, writing = os.pipe()
    options = ("-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac")
    server = subprocess.Popen(
        [tool("Xvfb"), "-displayfd", str(writing), *options],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        manager = subprocess.Popen(
            [tool("openbox")],
            env={**os.environ, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


@dataclass(frozen=True)
class Laptop:
    """A root and a screen."""

    root: Path
    display: str

    @property
    def home(self) -> Path:
        """The person's folder, as it is seen from outside."""
        return Path(f"{self.root}{HOME}")

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a program as the person would, without any network."""
        environment = {
            "HOME": HOME,
            "DISPLAY": self.display,
            "LANG": "C.UTF-8",
            "LANGUAGE": "en",
            "PATH": "/usr/bin:/bin",
        }
        given = [f"{name}={value}" for name, value in environment.items()]
        inside = ["/usr/bin/env", "-i", *given, *command]
        isolated = [tool("unshare"), "--mount", "--net", "--", "bash", "-ec", _ENTER]
        return subprocess.Popen(
            [*isolated, str(self.root), f"{PERSON}:{PERSON}", *inside],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *command: str) -> str:
        """Run a command to its end; gives what it said."""
        process = self.start(*command)
        said, wrong = process.communicate(timeout=LONG)
        assert process.returncode == 0, wrong
        return said

    def say(self, *words: str) -> str:
        """Have xdotool do something on the screen; gives what it said."""
        done = subprocess.run(
            [tool("xdotool"), *words],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, in the window that has the focus."""
        for key in keys:
            self.say("key", "--clearmodifiers", key)

    def type(self, words: str) -> None:
        """Type words."""
        self.say("type", "--delay", "20", words)

    def title(self) -> str:
        """The title of the window that has the focus."""
        return self.say("getactivewindow", "getwindowname")

    def await_title(self, words: str) -> None:
        """Wait until the window in front is called so."""
        awaited(lambda: words in self.title(), lambda: f"«{words}», but «{self.title()}»")

    def press_until_title(self, key: str, words: str) -> None:
        """Press a key until the window in front is called so.

        A page has its title a moment before its list has the focus; on a busy machine that moment
        is long, and a key that goes elsewhere is pressed once more, as a person would.
        """
        pressed = 0.0

        def there() -> bool:
            nonlocal pressed
            if words in self.title():
                return True
            if time.monotonic() > pressed + _PATIENT_WITH_A_KEY:
                self.press(key)
                pressed = time.monotonic()
            return False

        awaited(there, lambda: f"«{words}», but «{self.title()}»")

    def picture(self, file: Path) -> None:
        """Take a picture of the screen."""
        ImageGrab.grab(xdisplay=self.display).save(file)

    def colour(self, x: int, y: int) -> tuple[int, ...]:
        """Red, green and blue of a place on the screen, 0 to 255 each."""
        seen = ImageGrab.grab(bbox=(x, y, x + 1, y + 1), xdisplay=self.display).getpixel((0, 0))
        assert isinstance(seen, tuple)
        return tuple(seen[:3])


def awaited(is_so: Callable[[], bool], what: Callable[[], str]) -> None:
    """Wait until something is so.

    Raises:
        NeverCameError: it was not so in all the time that we have.
    """
    last = time.monotonic() + LONG
    while not is_so():
        if time.monotonic() > last:
            raise NeverCameError(what())
        time.sleep(_LOOK)  # another process's screen tells nobody when it changes
