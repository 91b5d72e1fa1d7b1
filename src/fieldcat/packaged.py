"""What is known of a packaged program: when it was built, and whether all of its files are there.

The build writes both beside the program's other files (``tools/package``). A checkout has neither.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FACTS = "build.json"
FILES = "files.json"
DAMAGED = 3
"""The exit status where the program's own files are at fault."""
_BESIDE = "../"
"""How the names in the list begin of what lies beside the folder of the program's files."""
_LOADERS = ("pyimod", "zipimport")
"""How the names of the modules begin with which a packaged program reads its modules."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build: its day (ISO 8601), and the bundled casebook's edition and that edition's day.

    ``product`` is ``"fieldcat"`` or ``"fieldcat-publisher"``.
    """

    product: str
    day: str
    edition: int
    edition_day: str


def folder() -> Path | None:
    """The folder that a packaged program's files lie in; None where this is no packaged program."""
    place = getattr(sys, "_MEIPASS", None) if getattr(sys, "frozen", False) else None
    return None if place is None else Path(place)


def build(place: Path | None = None) -> Build | None:
    """The build that this is; None where this is no packaged program, or where nothing tells.

    ``place`` is the folder of a packaged program, None that of the running one.
    """
    place = place or folder()
    if place is None:
        return None
    try:
        return Build(**json.loads(data_file(place, FACTS).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def missing_files(place: Path) -> tuple[str, ...]:
    """The program's files that are not there, or not of the length that they were built with.

    Only names and lengths are looked at, which takes a start a millisecond or two.
    """
    listed = _listed(place)
    return (FILES,) if listed is None else _called(_not_there(place, listed))


def damaged_files(place: Path) -> tuple[str, ...]:
    """The same, every byte compared: it takes as long as reading all of the program."""
    listed = _listed(place)
    if listed is None:
        return (FILES,)
    found = set(_not_there(place, listed))
    for name, (_, digest) in listed.items():
        if name not in found and _hash(place / name) != digest:
            found.add(name)
    return _called(sorted(found))


def is_damage(fault: BaseException) -> bool:
    """Whether a fault shows that the program's own files are missing or spoilt, or its modules are.

    Modules lie in one archive, which a start reads in part: what is spoilt of it may be met at any
    time, as whatever those who unpack it raise.
    """
    if folder() is None:
        return False
    if isinstance(fault, ImportError):
        return True
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals.get("__name__", "").startswith(_LOADERS)


def list_files(place: Path) -> None:
    """Note names, lengths and hashes of the files of a program that was just built.

    The index is none of them: where it is damaged, another is built in the data folder. The
    executable beside ``place`` is one, but on Windows not: there it may be signed later.

    Raises:
        OSError: it cannot be written.
    """
    target = data_file(place, FILES)
    target.unlink(missing_ok=True)
    found = [
        path for path in sorted(place.rglob("*")) if data_file(place, "index") not in path.parents
    ]
    listed = {path.relative_to(place).as_posix(): path for path in found if path.is_file()}
    if sys.platform != "win32":
        beside = (path for path in sorted(place.parent.iterdir()) if path.is_file())
        listed |= {f"{_BESIDE}{path.name}": path for path in beside}
    noted = {name: (path.stat().st_size, _hash(path)) for name, path in listed.items()}
    target.write_text(json.dumps(noted, indent=0), encoding="utf-8")


def _listed(place: Path) -> dict[str, tuple[int, str]] | None:
    try:
        listed: dict[str, tuple[int, str]] = json.loads(
            data_file(place, FILES).read_text(encoding="utf-8")
        )
        return {name: (int(length), str(digest)) for name, (length, digest) in listed.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _not_there(place: Path, listed: dict[str, tuple[int, str]]) -> list[str]:
    missing = []
    for name, (length, _) in listed.items():
        try:
            there = os.stat(f"{place}/{name}").st_size == length  # noqa: PTH116 - quicker than Path
        except OSError:
            there = False
        if not there:
            missing.append(name)
    return missing


def _called(names: Iterable[str]) -> tuple[str, ...]:
    """What files are called before people: the program itself by its name alone."""
    return tuple(name.removeprefix(_BESIDE) for name in names)


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def data_file(place: Path, name: str) -> Path:
    """Where a file lies that the build put among the program's data."""
    return place / "fieldcat" / "_data" / name
