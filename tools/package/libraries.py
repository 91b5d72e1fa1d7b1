"""What comes into the program beside Python's packages, with its licences: libraries, the loader.

Of libraries of the system that it was built on Debian tells which package each is of, and each
package has its licences in one file. On other systems they come with Python, and are named in
``_WITH_PYTHON``.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from itertools import chain
from pathlib import Path

FILE = "libraries.json"
_ROOT = Path(__file__).resolve().parents[2]
ICU = "ICU (with Qt)"
_ICU_FILE = re.compile(r"libicudata\.so\.(\d+)")
_OF_ICU = """\
ICU is handed out under Unicode's licence of 2016. Its words, and those of what it took in itself, \
are at https://github.com/unicode-org/icu/blob/release-{version}-1/icu4c/LICENSE; the licence's \
third version permits the same:

"""
"""What stands before the words of a licence that came later."""
_LONGEST_NAME = 6
"""Words, as in «MPL-1.1 or GPL-2+ or LGPL-2.1+»."""
_SYSTEMS = ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu")
_DOCUMENTS = Path("/usr/share/doc")
_WITH_PYTHON = {
    "libcrypto": ("OpenSSL", "Apache-2.0"),
    "libssl": ("OpenSSL", "Apache-2.0"),
    "libffi": ("libffi", "MIT"),
    "liblzma": ("XZ Utils", "0BSD"),
    "vcruntime": ("Microsoft Visual C++ runtime", "LicenseRef-Microsoft"),
    "msvcp": ("Microsoft Visual C++ runtime", "LicenseRef-Microsoft"),
}


def write(names: Iterable[str], target: Path, *, with_qt: Iterable[str] = ()) -> Path:
    """Write of the loader and of the libraries of these names part, version, licence, its words.

    Those ``with_qt`` came with it: of the same name the system may have others.
    """
    loader = _loader()
    found = {loader["part"]: loader}
    parts = [_with_qt(name) for name in sorted(with_qt)]
    for name in sorted(names):
        if name.startswith("libpython"):
            continue  # named as Python, and not the one that Debian has unless that was built with
        parts.append(_of_debian(name) if sys.platform == "linux" else _with_python(name))
    for part in chain.from_iterable(parts):
        found.setdefault(part["part"], part)
    listed = [found[name] for name in sorted(found)]
    target.write_text(json.dumps(listed, ensure_ascii=False, indent=0), encoding="utf-8")
    return target


def _loader() -> dict[str, str]:
    """What PyInstaller puts into the program to start it."""
    package = metadata.distribution("PyInstaller")
    words = package.read_text("licenses/COPYING.txt") or ""
    licence = "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0"
    return {
        "part": "PyInstaller (the loader)",
        "version": package.version,
        "licence": licence,
        "text": words,
    }


def _with_qt(name: str) -> list[dict[str, str]]:
    """A part that comes with Qt for Linux as libraries of its own; nothing for other names."""
    found = _ICU_FILE.fullmatch(name)
    if found is None:
        return []
    words = (_ROOT / "resources" / "licences" / "Unicode-3.0.txt").read_text(encoding="utf-8")
    return [
        {
            "part": ICU,
            "version": found[1],
            "licence": "Unicode-DFS-2016",
            "text": _OF_ICU.format(version=found[1]) + words,
        }
    ]


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
    show = ["dpkg-query", "--show", "--showformat=${source:Package} ${source:Version}", package]
    told = subprocess.run(show, capture_output=True, text=True, check=True).stdout
    source, version = told.split()
    words = (_DOCUMENTS / package / "copyright").read_text("utf-8", errors="replace")
    return [{"part": source, "version": version, "licence": licence_names(words), "text": words}]


def licence_names(words: str) -> str:
    """The licences that a file of Debian's form names, in its own short names.

    Some have the words themselves in that place, which are no name.
    """
    named = dict.fromkeys(re.findall(r"^License:[ \t]*(\S[^\n]*)$", words, re.M))
    short = [name for name in named if len(name.split()) <= _LONGEST_NAME]
    return ", ".join(short[:6]) or "see its words"
