"""A laptop whose import is stopped in the middle, and what must be read there afterwards."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from tests.fakes.laptop import laptop, shipped, texts
from tests.fakes.publisher import BASE, Press

from fieldcat.services.importing import take_in
from fieldcat.services.laptop import Laptop

NEW = {**BASE, "tool-3": "A corrected hammer.", "tool-new": "New."}


@dataclass(frozen=True)
class Scene:
    """A laptop on which one edition was taken in already, and the next one."""

    machine: Laptop
    program: Path
    key: Path
    bundle: Path
    user_data: bytes

    def home(self, at: Path) -> Path:
        shutil.copytree(self.machine.generations.root.parent, at)
        return at

    def command(self, home: Path, *options: str) -> list[str]:
        arguments = (home, self.program, self.key, self.bundle)
        return [sys.executable, "-m", "tests.e2e.killed_import", *map(str, arguments), *options]

    def laptop(self, home: Path) -> Laptop:
        return replace(laptop(self.machine.bundled, home), index_key=self.key)

    def holds(self, home: Path) -> str:
        """Which casebook is read; that it is whole, and that the next try works."""
        machine = self.laptop(home)
        found = texts(machine)
        assert found in (self.old, self.new)
        assert (home / "user.sqlite").read_bytes() == self.user_data
        take_in(self.bundle, laptop=machine)
        assert texts(machine) == self.new
        assert list(machine.generations.root.glob("staging/*")) == []
        return "old" if found == self.old else "new"

    @property
    def old(self) -> dict[str, str]:
        return {**BASE, "tool-1": "Once changed."}

    @property
    def new(self) -> dict[str, str]:
        return {**NEW, "tool-1": "Once changed."}


def made_scene(folder: Path) -> Scene:
    """A laptop that has taken in the second edition, with the third beside it."""
    press = Press(folder / "press").make_keys()
    press.release(1, BASE)
    bundled = shipped(press, folder / "program")
    first = press.release(2, {**BASE, "tool-1": "Once changed."})
    second = press.release(3, {**NEW, "tool-1": "Once changed."})
    machine = laptop(bundled, folder / "home")
    take_in(first.full, laptop=machine)
    user_data = b"what the person made"
    (folder / "home" / "user.sqlite").write_bytes(user_data)
    assert machine.index_key is not None
    return Scene(machine, folder / "program", machine.index_key, second.full, user_data)


def environment() -> dict[str, str]:
    """Whatever Python would write for itself is no operation of the import."""
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
