"""The libraries that come into the program from the system it was built on, with their licences.

Debian tells which package a library is of, and each package has its licences in one file. On other
systems they come with Python, and are named in ``_WITH_PYTHON``.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

FILE = "libraries.json"
_SYSTEMS = ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu")
_WITH_PYTHON = {
    "libcrypto": ("OpenSSL", "Apache-2.0"),
    "libssl": ("OpenSSL", "Apache-2.0"),
    "libffi": ("libffi", "MIT"),
    "liblzma": ("XZ Utils", "0BSD"),
    "vcruntime": ("Microsoft Visual C++ runtime", "LicenseRef-Microsoft"),
    "msvcp": ("Microsoft Visual C++ runtime", "LicenseRef-Microsoft"),
}


def write(names: Iterable[str], target: Path) -> Path:
    """Write of the libraries of these names part, version, licence and its words."""
    found: dict[str, dict[str, str]] = {}
    for name in sorted(names):
        of_it = _of_debian(name) if sys.platform == "linux" else _with_python(name)
        for part in of_it:
            found.setdefault(part["part"], part)
    listed = [found[name] for name in sorted(found)]
    target.write_text(json.dumps(listed, ensure_ascii=False, indent=0), encoding="utf-8")
    return target


def _with_python(name: str) -> list[dict[str, str]]:
    return [
        {"part": part, "version": "", "licence": licence, "text": ""}
        for beginning, (part, licence) in _WITH_PYTHON.items()
        if name.lower().startswith(beginning)
    ]


def _of_debian(name: str) -> list[dict[str, str]]:
    """The package that a library's name is of; nothing where it came in a wheel or with Python."""
    if ".so" not in name:
        return []
    place = next((Path(folder, name) for folder in _SYSTEMS if Path(folder, name).exists()), None)
    if place is None or shutil.which("dpkg-query") is None:
        return []
    for path in (place, place.resolve()):
        command = ["dpkg-query", "--search", str(path)]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            package = asked.stdout.split(":")[0]
            break
    else:
        return []
    show = ["dpkg-query", "--show", "--showformat=${source:Package} ${Version}", package]
    told = subprocess.run(show, capture_output=True, text=True, check=True).stdout
    source, version = told.split()
    words = Path("/usr/share/doc", package, "copyright").read_text("utf-8", errors="replace")
    return [{"part": source, "version": version, "licence": _licences(words), "text": words}]


def _licences(words: str) -> str:
    """The licences that a file of Debian's form names, in its own short names."""
    named = dict.fromkeys(re.findall(r"^License:[ \t]*(\S[^\n]*)$", words, re.M))
    return ", ".join(list(named)[:6]) or "see its words"
