"""The small settings of the window: read at once, written one by one off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs

_DARK = {"dark": True, "light": False}


class Preferences(QObject):
    """What is kept of the window's look from one start to the next."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs

    @property
    def dark(self) -> bool | None:
        """Dark or light; None as the system."""
        return _DARK.get(self._services.preference("window.colours", ""))

    @dark.setter
    def dark(self, dark: bool | None) -> None:
        words = {None: "system", True: "dark", False: "light"}
        self._write("window.colours", words[dark])

    @property
    def scale(self) -> float:
        """The scale of the text."""
        try:
            return float(self._services.preference("window.text-scale", "1"))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._write("window.text-scale", f"{scale:g}")

    def places(self, splitter: str) -> list[int]:
        """Where a splitter's parts stood, as their sizes in pixels; empty if never moved."""
        kept = self._services.preference(f"window.splitter.{splitter}", "")
        parts = kept.split(",")
        return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []

    def keep_places(self, splitter: str, sizes: Sequence[int]) -> None:
        """Keep where a splitter's parts stand."""
        self._write(f"window.splitter.{splitter}", ",".join(str(size) for size in sizes))

    @property
    def geometry(self) -> bytes:
        """Where the window stood, in Qt's form; empty at the first start."""
        try:
            return bytes.fromhex(self._services.preference("window.geometry", ""))
        except ValueError:
            return b""

    @geometry.setter
    def geometry(self, geometry: bytes) -> None:
        self._write("window.geometry", geometry.hex())

    def _write(self, key: str, value: str) -> None:
        self._jobs.start(lambda _report: self._services.set_preference(key, value), writes=True)
