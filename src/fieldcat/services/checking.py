"""Looking whether everything is in order, without changing anything."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from fieldcat import __version__, packaged
from fieldcat.errors import FieldcatError, IndexUnusableError, NewerFormatError
from fieldcat.search.stamp import check_index
from fieldcat.storage.backups import list_backups
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.faults import looking_at
from fieldcat.storage.user_data import open_user_data

_PARTS = ("PySide6-Essentials", "SQLAlchemy", "Whoosh-Reloaded", "PyStemmer", "msgspec")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one subject, in a few words."""

    subject: str
    detail: str
    healthy: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """Versions by name, and what was found."""

    versions: dict[str, str]
    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether everything is in order."""
        return all(finding.healthy for finding in self.findings)

    def record(self) -> dict[str, Any]:
        """The report as plain dictionaries and lists."""
        return {
            "healthy": self.healthy,
            "versions": self.versions,
            "findings": [
                {
                    "subject": finding.subject,
                    "healthy": finding.healthy,
                    "detail": finding.detail,
                }
                for finding in self.findings
            ],
        }


def doctor(
    *,
    catalogue: Path,
    index: Path,
    user_data: Path,
    backups: Path,
    index_key: Path | None = None,
    program: Path | None = None,
) -> Report:
    """Go through catalogue, index and user data in full; a fault of one hides no other.

    ``index_key`` is what the index is sealed with, None this laptop's own key. ``program`` is the
    folder with a packaged program's files, which are gone through, too.
    """
    return Report(
        versions=versions(),
        findings=(
            *(() if program is None else (_program(program),)),
            *_catalogue_and_index(catalogue, index, index_key),
            _user_data(user_data, backups),
            _place(user_data.parent),
        ),
    )


def versions() -> dict[str, str]:
    """The versions of the program and of what it is made of, as far as they are known."""
    found = {
        "fieldcat": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
    }
    for part in _PARTS:
        try:
            found[part] = metadata.version(part)
        except metadata.PackageNotFoundError:
            continue  # of another system, or not packed along
    return found


def _program(folder: Path) -> Finding:
    """Whether every file of the program is as it was built."""
    damaged = packaged.damaged_files(folder)
    if damaged:
        said = f"damaged or missing: {', '.join(damaged[:5])}; install fieldcat again"
        return Finding("program", said, healthy=False)
    build = packaged.build(folder)
    return Finding("program", f"whole, built {build.day if build else 'nobody knows when'}")


def _catalogue_and_index(path: Path, index: Path, key: Path | None) -> Iterator[Finding]:
    try:
        with closing(open_catalogue(path)) as catalogue:
            problems = catalogue.check()
            yield _finding("catalogue", problems, f"{catalogue.size} entries in {path}")
            fingerprint = catalogue.fingerprint
    except NewerFormatError:
        said = f"{path} was made for a newer fieldcat and is left as it is; another one is read"
        yield Finding("catalogue", said, healthy=False)
        yield Finding("index", "not looked at, since a newer fieldcat made it", healthy=False)
        return
    except FieldcatError as fault:
        yield Finding("catalogue", str(fault), healthy=False)
        yield Finding("index", "not looked at, since the catalogue cannot be read", healthy=False)
        return
    yield _index(index, fingerprint, key)


def _index(folder: Path, fingerprint: str, key: Path | None) -> Finding:
    try:
        with looking_at(folder):
            check_index(folder, fingerprint, key_file=key)
    except IndexUnusableError as fault:
        match fault.data["reason"]:
            case "missing":
                return Finding("index", "not built yet; the first search builds it")
            case "stale":
                return Finding("index", "of another casebook; the next search builds it anew")
            case _:
                said = f"damaged; the next search builds it anew ({fault})"
                return Finding("index", said, healthy=False)
    except FieldcatError as fault:
        return Finding("index", str(fault), healthy=False)
    return Finding("index", f"fits the catalogue, in {folder}")


def _user_data(path: Path, backups: Path) -> Finding:
    there = list_backups(backups)
    copies = f"{len(there)} backups"
    try:
        with looking_at(path):
            lost = not path.exists() or path.stat().st_size == 0
        if lost and there:
            found = f"{path} is gone or empty; the newest of {copies} is {there[0]}"
            return Finding("user data", found, healthy=False)
        if lost:
            return Finding("user data", f"nothing is kept yet; {copies}")
        with closing(open_user_data(path, backups, read_only=True)) as user_data:
            problems = user_data.check()
            kept = len(user_data.bookmarks()) if not problems else 0
    except FieldcatError as fault:
        return Finding("user data", f"{fault}; {copies}", healthy=False)
    return _finding(
        "user data", problems, f"{kept} {'entry' if kept == 1 else 'entries'} kept; {copies}"
    )


def _place(folder: Path) -> Finding:
    """Where the data folder is, and whether it can be written to: a stick may be locked."""
    try:
        with looking_at(folder):
            there = (place for place in (folder, *folder.parents) if place.exists())
            existing = next(there, None)
    except FieldcatError as fault:
        return Finding("data folder", str(fault), healthy=False)
    if existing is None:
        return Finding("data folder", f"{folder} lies on a drive that is not there", healthy=False)
    state = "can be written to" if os.access(existing, os.W_OK) else "is read-only"
    return Finding("data folder", f"{folder} {state}")


def _finding(subject: str, problems: tuple[str, ...], sound: str) -> Finding:
    if problems:
        return Finding(subject, "; ".join(problems), healthy=False)
    return Finding(subject, sound)
