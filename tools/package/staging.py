"""What is made for a packaged program before PyInstaller runs: data, index, facts, metadata."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from fieldcat.packaged import FACTS, Build
from fieldcat.services.holdings import Bundled, read_holdings
from fieldcat.services.shipped_index import build_shipped_index
from fieldcat.storage.catalogue import open_catalogue

_OF_WORDS = re.compile(r"(licen[cs]e|copying|notice|authors)[\w.-]*$", re.IGNORECASE)


def stage(root: Path, staged: Path, *, product: str, release: Path, trusted: Path) -> Build:
    """Put what is made for the program under ``staged/program``; gives the facts of the build.

    ``release`` is the bundled casebook's bundle and ``trusted`` the root that it is verified by.

    Raises:
        FieldcatError: the bundle is not signed by whom the root names.
    """
    shutil.rmtree(staged, ignore_errors=True)
    data = staged / "program" / "fieldcat" / "_data"
    data.mkdir(parents=True)
    catalogue = data / "casebook.sqlite"
    shutil.copy2(root / "data" / "casebook.sqlite", catalogue)
    shutil.copyfile(release, data / "casebook.fieldcat")
    shutil.copyfile(trusted, data / "casebook.root.json")
    bundled = Bundled(catalogue, data / "casebook.fieldcat", data / "casebook.root.json")
    read_holdings(None, bundled)
    build_shipped_index(catalogue, data / "index")
    with closing(open_catalogue(catalogue)) as opened:
        collection = opened.collections()[0]
    facts = Build(product, day(), collection.edition, collection.date)
    (data / FACTS).write_text(json.dumps(asdict(facts)), encoding="utf-8")
    for package in packages(publisher=product == "fieldcat-publisher"):
        _stage_metadata(package, staged / "program")
    return facts


def day() -> str:
    """The day of the build: that of ``SOURCE_DATE_EPOCH`` where it is set, else today, in UTC."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    return moment.date().isoformat()


def packages(*, publisher: bool) -> Iterator[metadata.Distribution]:
    """fieldcat, and the packages that it needs at run time, as far as this system has them."""
    from packaging.requirements import Requirement  # PyInstaller needs it, too

    met: set[str] = set()
    waiting = [("fieldcat", {"publish"} if publisher else set())]
    while waiting:
        name, extras = waiting.pop()
        known = re.sub(r"[-_.]+", "-", name).lower()
        if known in met:
            continue
        met.add(known)
        package = metadata.distribution(name)
        yield package
        for line in package.requires or ():
            needed = Requirement(line)
            marked = needed.marker
            if marked is None or any(marked.evaluate({"extra": e}) for e in {"", *extras}):
                waiting.append((needed.name, needed.extras))


def _stage_metadata(package: metadata.Distribution, target: Path) -> None:
    """Copy what tells name, version and licence, with a list of just those files."""
    kept = [
        file
        for file in package.files or ()
        if file.parts[0].endswith(".dist-info")
        and (file.name == "METADATA" or _OF_WORDS.match(file.name))
    ]
    for file in kept:
        copied = target / file
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(package.locate_file(file)), copied)
    record = "".join(f"{file.as_posix()},,\n" for file in kept)
    (target / kept[0].parts[0] / "RECORD").write_text(record, encoding="utf-8")
