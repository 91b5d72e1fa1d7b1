"""The small settings of the window: read at once, written one by one off the GUI thread.

What was set holds at once, before it is written, and for this sitting even where nothing can be
written. All but the window's place and the language go back to ``DEFAULTS`` with ``reset``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.timetable import Every
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs

COLOURS = "window.colours"
TEXT_SCALE = "window.text-scale"
NEUTRAL_TITLE = "window.neutral-title"
SENSITIVE = "reading.sensitive"
REMEMBERED = "reading.remembered"
LOOKS = "updates.looks"
WATCHED = "updates.watched"
DEFAULTS = {
    COLOURS: "system",
    TEXT_SCALE: "1",
    NEUTRAL_TITLE: "no",
    SENSITIVE: "folded",
    REMEMBERED: "yes",
    LOOKS: "never",
    WATCHED: "",
}
_DECLINED = "updates.declined"
_MOST_DECLINED = 20
_LOOKED = "updates.looked"
_WELCOMED = "welcome.seen"
_SIDES = 4
_DARK = {"dark": True, "light": False}


class Preferences(QObject):
    """What is kept of the window's look and manners from one start to the next.

    ``changed`` brings the key of a setting that is another now.
    """

    changed = Signal(str)
    language_chosen = Signal(str)
    """Another language was chosen: a window that speaks it takes the place of this one."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._set: dict[str, str] = {}
        self._writing: Counter[str] = Counter()

    @property
    def dark(self) -> bool | None:
        """Dark or light; None as the system."""
        return _DARK.get(self._value(COLOURS))

    @dark.setter
    def dark(self, dark: bool | None) -> None:
        words = {None: "system", True: "dark", False: "light"}
        self._write(COLOURS, words[dark])

    @property
    def scale(self) -> float:
        """The scale of the text."""
        try:
            return float(self._value(TEXT_SCALE))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._write(TEXT_SCALE, f"{scale:g}")

    @property
    def neutral_title(self) -> bool:
        """Whether the window's title says nothing of fieldcat and of what is read."""
        return self._value(NEUTRAL_TITLE) == "yes"

    @neutral_title.setter
    def neutral_title(self, neutral: bool) -> None:
        self._write(NEUTRAL_TITLE, "yes" if neutral else "no")

    @property
    def sensitive_open(self) -> bool:
        """Whether sensitive parts are shown open instead of folded."""
        return self._value(SENSITIVE) == "open"

    @sensitive_open.setter
    def sensitive_open(self, opened: bool) -> None:
        self._write(SENSITIVE, "open" if opened else "folded")

    @property
    def remembers_reading(self) -> bool:
        """Whether it is remembered what was read, and how far."""
        return self._value(REMEMBERED) != "no"

    @remembers_reading.setter
    def remembers_reading(self, remembers: bool) -> None:
        self._write(REMEMBERED, "yes" if remembers else "no")

    @property
    def looks(self) -> Every:
        """How often publishers' web hosts are looked at without being asked."""
        try:
            return Every(self._value(LOOKS))
        except ValueError:
            return Every.NEVER

    @looks.setter
    def looks(self, every: Every) -> None:
        self._write(LOOKS, every.value)

    @property
    def looks_by_itself(self) -> bool:
        """Whether they are at all."""
        return self.looks is not Every.NEVER

    @property
    def watched(self) -> tuple[Path, ...]:
        """Folders that are looked into for files with editions."""
        return tuple(Path(line) for line in self._value(WATCHED).splitlines() if line)

    @watched.setter
    def watched(self, folders: Iterable[Path]) -> None:
        self._write(WATCHED, "\n".join(str(folder) for folder in folders))

    @property
    def declined(self) -> tuple[str, ...]:
        """The editions, by their manifests, of which somebody said «not now»; the newest last."""
        return tuple(self._value(_DECLINED).split())

    def decline(self, manifest: str) -> None:
        """Note that an edition is not wanted now."""
        others = [known for known in self.declined if known != manifest]
        self._write(_DECLINED, " ".join([*others, manifest][-_MOST_DECLINED:]))

    @property
    def last_looked(self) -> str:
        """When that was done last, as ISO 8601 in UTC; empty if never."""
        return self._value(_LOOKED)

    @last_looked.setter
    def last_looked(self, at: str) -> None:
        self._write(_LOOKED, at)

    @property
    def welcomed(self) -> bool:
        """Whether the page of the very first start was shown."""
        return self._value(_WELCOMED) == "yes"

    @welcomed.setter
    def welcomed(self, welcomed: bool) -> None:
        self._write(_WELCOMED, "yes" if welcomed else "")

    @property
    def language(self) -> str:
        """The code of the language that the window speaks; empty as the system."""
        return self._value("window.language")

    @language.setter
    def language(self, code: str) -> None:
        self._write("window.language", code)
        self.language_chosen.emit(code)

    def places(self, splitter: str) -> list[int]:
        """Where a splitter's parts stood, as their sizes in pixels; empty if never moved."""
        kept = self._value(f"window.splitter.{splitter}")
        parts = kept.split(",")
        return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []

    def keep_places(self, splitter: str, sizes: Sequence[int]) -> None:
        """Keep where a splitter's parts stand."""
        self._write(f"window.splitter.{splitter}", ",".join(str(size) for size in sizes))

    @property
    def geometry(self) -> bytes:
        """Where the window stood, in Qt's form; empty at the first start."""
        try:
            return bytes.fromhex(self._value("window.geometry"))
        except ValueError:
            return b""

    @geometry.setter
    def geometry(self, geometry: bytes) -> None:
        self._write("window.geometry", geometry.hex())

    @property
    def frame(self) -> tuple[int, ...]:
        """What the desktop put around the window, in pixels: left, top, right, bottom; or empty."""
        try:
            sides = tuple(int(side) for side in self._value("window.frame").split(","))
        except ValueError:
            return ()
        return sides if len(sides) == _SIDES and min(sides) >= 0 else ()

    @frame.setter
    def frame(self, sides: tuple[int, ...]) -> None:
        self._write("window.frame", ",".join(str(side) for side in sides))

    def reset(self) -> Callable[[], None]:
        """Set all of ``DEFAULTS``; gives what writes back how it was, off the GUI thread.

        ``read_again`` takes that up once it is written.
        """
        before = {key: self._value(key) for key in DEFAULTS}
        for key, default in DEFAULTS.items():
            self._write(key, default)

        write = self._services.set_preference

        def back() -> None:
            for key, value in before.items():
                write(key, value)

        return back

    def read_again(self) -> None:
        """Take up what is written now, by whomever; what was set since is still to be written."""
        before = {key: self._value(key) for key in DEFAULTS}
        self._set = {key: value for key, value in self._set.items() if self._writing[key]}
        for key, value in before.items():
            if self._value(key) != value:
                self.changed.emit(key)

    def _value(self, key: str) -> str:
        found = self._set.get(key)
        return self._services.preference(key, DEFAULTS.get(key, "")) if found is None else found

    def _write(self, key: str, value: str) -> None:
        before = self._value(key)
        self._set[key] = value
        self._writing[key] += 1

        def written() -> None:
            self._writing[key] -= 1

        self._jobs.start(
            lambda _report: self._services.set_preference(key, value), ended=written, writes=True
        )
        if value != before:
            self.changed.emit(key)
