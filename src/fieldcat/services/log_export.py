"""The log as one file for whoever helps: versions, the state of everything, and what went wrong.

No search, no title and nothing that is kept stands in it, and no name of a person: names of folders
are shortened, and the user's own name is left out wherever it stands.
"""

from __future__ import annotations

import getpass
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from fieldcat.services.checking import Report
from fieldcat.services.logbook import read_log
from fieldcat.storage.clock import Clock, iso, utc_now
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import replacing

_LEFT_OUT = "…"
_SHORTEST_NAME = 3
_PEOPLES_FOLDER = re.compile(
    r"(?i)(/home/|/users/|/media/|\b[a-z]:[\\/]+users[\\/]+)(?:[^\\/\"'\n]+(?=[\\/])|[^\s\\/\"']+)"
)


@dataclass(frozen=True, slots=True)
class Discretion:
    """What is shortened in a log: ``folders`` to the words for them, ``names`` to an ellipsis."""

    folders: Mapping[str, Path]
    names: tuple[str, ...] = ()

    def shortened(self, text: str) -> str:
        """A text without the places and names of this computer."""
        longest_first = sorted(self.folders.items(), key=lambda item: -len(str(item[1])))
        for words, folder in longest_first:
            if folder.parent != folder:  # a root stands in every path
                for written in _spellings(folder):
                    text = re.sub(re.escape(written), words, text, flags=re.IGNORECASE)
        text = _PEOPLES_FOLDER.sub(rf"\1{_LEFT_OUT}", text)
        for name in self.names:
            if len(name) >= _SHORTEST_NAME:
                # An underline is between words here: names of files are made with it.
                apart = rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
                text = re.sub(apart, _LEFT_OUT, text, flags=re.IGNORECASE)
        return text


def discretion_here(data_folder: Path) -> Discretion:
    """What is to be shortened on this computer, for the person who is using it."""
    folders = {
        "<data folder>": data_folder,
        "<program>": Path(__file__).resolve().parents[1],
        "<python>": Path(sys.prefix),
        "<temporary>": Path(tempfile.gettempdir()),
    }
    names = {platform.node(), os.environ.get("USERNAME", ""), os.environ.get("USER", "")}
    try:
        folders["<home>"] = Path.home()
        names |= {getpass.getuser(), Path.home().name}
    except (KeyError, OSError, RuntimeError):
        pass  # a user without a name or home has none that could stand in the log
    return Discretion(folders, tuple(sorted(names)))


def export_log(
    target: Path,
    *,
    logs: Path,
    report: Report,
    discretion: Discretion,
    clock: Clock = utc_now,
) -> None:
    """Write everything into ``target``: a text file in UTF-8.

    Raises:
        EnvironmentFaultError: the log cannot be read, or the file not be written.
    """
    try:
        log = list(read_log(logs))
    except OSError as error:
        raise environment_fault(error, logs, looking=True) from error
    lines = [f"fieldcat: the log, made {iso(clock())}", *_state(report), "", "Log", *log]
    with replacing(target) as file:
        text = "\n".join(discretion.shortened(line) for line in lines)
        # The name of a folder may be no text.
        file.write_text(f"{text}\n", encoding="utf-8", errors="replace")


def _state(report: Report) -> Iterator[str]:
    yield "No search, no title and nothing that is kept stands in it; folders are shortened."
    yield from ("", "Versions")
    yield from (f"{name:<20} {version}" for name, version in report.versions.items())
    yield from ("", "State")
    for finding in report.findings:
        mark = "ok   " if finding.healthy else "FAULT"
        yield f"{mark} {finding.subject}: {finding.detail}"


def _spellings(folder: Path) -> Iterable[str]:
    """A path as it may stand in a log: plain, as written in Python, in an address."""
    spellings: dict[str, None] = {}
    for path in (folder, folder.resolve()):
        plain, slashes = str(path), path.as_posix()
        spellings |= dict.fromkeys((plain, slashes, plain.replace("\\", "\\\\"), quote(slashes)))
    return spellings
