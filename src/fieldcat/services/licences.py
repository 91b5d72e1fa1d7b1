"""The licences of everything that fieldcat is made of, with their words.

Python packages tell theirs by their own metadata (``License-Expression`` and licence files of
Python's core metadata 2.4, or what older ones have instead). What is no package, or leaves its
licence's words out, is listed here, with the words in ``resources/licences/`` and beside the fonts
and icons.
"""

from __future__ import annotations

import json
import platform
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from importlib.metadata import Distribution
from pathlib import Path, PurePath

from fieldcat import __version__
from fieldcat.domain.taxonomy import Collection
from fieldcat.resources import resource
from fieldcat.services.answers import Licence

_PROGRAM = "fieldcat"
_EXTRAS = ("publish", "zim")
_LGPL = (("licences", "LGPL-3.0-only.txt"), ("licences", "GPL-3.0-only.txt"))
_OFL = (("fonts", "OFL.txt"),)
_CREATIVE_COMMONS = dict.fromkeys(("CC-BY-4.0", "CC BY 4.0"), ("licences", "CC-BY-4.0.txt"))

# fieldcat takes Qt under the LGPL, of which the wheels have no copy.
_OF_QT = {
    "pyside6-essentials": "Qt and PySide6 (Essentials)",
    "shiboken6": "Shiboken",
}
# Neither their packages nor their sources hold any words of a licence.
_WORDLESS = {
    "cobble": "Copyright (c) Michael Williamson. Its metadata say «License :: OSI Approved :: BSD"
    " License» and nothing more.\n",
}
_OF_WORDS = re.compile(r"(licen[cs]e|copying|notice|authors)[\w.-]*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    version: str
    licence: str
    words: tuple[tuple[str, ...], ...] = ()
    said: str = ""


def licences(collections: Iterable[Collection] = ()) -> tuple[Licence, ...]:
    """All parts with version, licence and its words: fieldcat first, the others by name.

    ``collections`` are the casebooks that are there. A package whose metadata were not packed along
    is not named: see ``docs/packaging.md``.
    """
    own = [_told(Licence(_PROGRAM, __version__, "MIT", _own_words()))]
    own += [_told(_of_collection(collection)) for collection in collections]
    others = [*map(_bundled, _parts()), *map(_of_package, _packages()), *_libraries()]
    others.sort(key=lambda licence: licence.part.casefold())
    return (*own, *others)


def _parts() -> tuple[_Part, ...]:
    return (
        _Part("Python", platform.python_version(), "PSF-2.0", (("licences", "PSF-2.0.txt"),)),
        _Part(
            "SQLite",
            sqlite3.sqlite_version,
            "Public domain",
            said="The author disclaims copyright to this source code.\n",
        ),
        _Part("Noto Sans, Noto Sans Arabic, Noto Naskh Arabic", "", "OFL-1.1", _OFL),
        _Part("Charis SIL", "", "OFL-1.1", _OFL),
        _Part("Lucide (icons)", "", "ISC AND MIT", (("icons", "LICENCE.txt"),)),
        _Part(
            "Unicode CLDR (names of countries, regions and languages)",
            "",
            "Unicode-3.0",
            (("licences", "Unicode-3.0.txt"),),
        ),
    )


def _libraries() -> Iterator[Licence]:
    """Libraries of the system that a packaged program was built on, as its build noted them."""
    with suppress(OSError, ValueError, TypeError):
        noted = json.loads(resource("licences", "libraries.json").read_text(encoding="utf-8"))
        yield from (_told(Licence(**library)) for library in noted)


def _bundled(part: _Part) -> Licence:
    words = "\n\n".join(_read(resource(*path)) for path in part.words)
    return _told(Licence(part.name, part.version, part.licence, words or part.said))


def _of_collection(collection: Collection) -> Licence:
    title = f"{collection.title}, {collection.publisher}"
    path = _CREATIVE_COMMONS.get(collection.licence)
    words = _read(resource(*path)) if path else ""
    return Licence(title, collection.date, collection.licence, words)


def _own_words() -> str:
    try:
        return _words_of(metadata.distribution(_PROGRAM))
    except metadata.PackageNotFoundError:
        return ""


# --- Python packages --------------------------------------------------------------------------


def _packages() -> Iterator[Distribution]:
    """What fieldcat needs at run time, and what that needs, as far as it is installed."""
    met = {_PROGRAM}
    waiting = list(_needs(_PROGRAM, _EXTRAS))
    while waiting:
        name = waiting.pop()
        if name in met:
            continue
        met.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another system or Python, or an extra that is not installed
        yield found
        waiting += _needs(name)


def _needs(name: str, extras: Iterable[str] = ()) -> Iterator[str]:
    try:
        requirements = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for requirement in requirements:
        extra = _EXTRA.search(requirement)
        named = _NAME.match(requirement)
        if named and (extra is None or extra[1] in extras):
            yield re.sub(r"[-_.]+", "-", named[0]).lower()


def _of_package(package: Distribution) -> Licence:
    name = str(package.metadata["Name"])
    qt = _OF_QT.get(name.lower().replace("_", "-"))
    if qt is not None:
        return _bundled(_Part(qt, package.version, "LGPL-3.0-only", _LGPL))
    words = _words_of(package) or _WORDLESS.get(name.lower(), "")
    return _told(Licence(name, package.version, _licence_of(package), words))


def _licence_of(package: Distribution) -> str:
    noted = package.metadata.json
    told = str(noted.get("license_expression") or noted.get("license") or "")
    if told and len(told) <= _LONGEST_NAME:
        return told
    classified = package.metadata.get_all("Classifier") or []
    return ", ".join(
        line.rpartition(" :: ")[2] for line in classified if line.startswith("License")
    )


def _words_of(package: Distribution) -> str:
    files = [
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if _is_of_words(PurePath(file))
    ]
    # The licence comes before the names of those who wrote the part.
    files.sort(key=lambda file: (file.name.lower().startswith("authors"), file.name))
    return "\n\n".join(map(_read, files)) or _where_they_are(package)


def _where_they_are(package: Distribution) -> str:
    """A sentence in the place of words that a package does not bring along."""
    noted = package.metadata.json
    pages = [str(noted.get("home_page") or ""), *map(str, noted.get("project_url") or ())]
    page = next((page.rpartition(", ")[2] for page in pages if page), "")
    said = f"{package.metadata['Name']} comes without the words of its licence"
    return f"{said}; they are at {page}." if page else f"{said}."


def _is_of_words(file: PurePath) -> bool:
    noted = any(part.endswith((".dist-info", ".egg-info")) for part in file.parts)
    return noted and _OF_WORDS.match(file.name) is not None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # the name of the licence still stands there


def _told(licence: Licence) -> Licence:
    """The same without what was written for another page: form feeds, blank lines at its ends."""
    words = licence.text.replace("\f", "\n").strip("\n")
    return Licence(licence.part, licence.version, licence.licence, words)
