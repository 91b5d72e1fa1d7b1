"""The software bill of materials, as CycloneDX 1.6 has it."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import uuid
from pathlib import Path
from urllib.parse import quote

from tools.package.libraries import FILE, ICU

from fieldcat import __version__
from fieldcat.packaged import build, data_file

_OF_QT = {"Qt and PySide6 (Essentials)": "pyside6-essentials", "Shiboken": "shiboken6"}
_LOADER = {"PyInstaller (the loader)": "pyinstaller"}


def write(folder: Path, target: Path, *, product: str) -> Path:
    """Write the bill of a frozen program, as the program itself lists its licences."""
    suffix = ".exe" if sys.platform == "win32" else ""
    beside = folder / f"{product}-cli{suffix}"
    command = beside if beside.exists() else folder / f"{product}{suffix}"
    listed = subprocess.run(
        [str(command), "licences", "--json"], stdout=subprocess.PIPE, check=True
    ).stdout
    parts = json.loads(listed)
    facts = build(folder / "_internal")
    day = facts.day if facts else "1980-01-01"
    had_from = places(folder / "_internal")
    components = [_component(part, had_from) for part in parts[1:]]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{_number(product, day)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{day}T00:00:00Z",
            "component": {
                "type": "application",
                "bom-ref": product,
                "name": product,
                "version": __version__,
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": product, "dependsOn": [component["bom-ref"] for component in components]}
        ],
    }
    target.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return target


def places(inner: Path) -> dict[str, str]:
    """By the name of a part, where it is had from, as package URLs name that.

    ``inner`` is the folder of a frozen program's files.
    """
    of_python = {
        file.read_text(encoding="utf-8").partition("\nName: ")[2].partition("\n")[0]
        for file in inner.glob("*.dist-info/METADATA")
    }
    found = {name: re.sub(r"[-_.]+", "-", name).lower() for name in of_python} | _OF_QT | _LOADER
    had_from = {name: f"pypi/{package}" for name, package in found.items()}
    listed = data_file(inner, "licences") / FILE
    if sys.platform == "linux" and listed.is_file():
        system = platform.freedesktop_os_release()["ID"]  # Debian, or a relative of it
        for library in json.loads(listed.read_text(encoding="utf-8")):
            had_from.setdefault(library["part"], f"deb/{system}/{library['part']}")
        had_from.pop(ICU, None)
    return had_from


def _component(part: dict[str, str], had_from: dict[str, str]) -> dict[str, object]:
    name = part["part"]
    found: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{name}@{part['version']}",
        "name": name,
        **({"version": part["version"]} if part["version"] else {}),
        "licenses": [{"license": {"name": part["licence"] or "unknown"}}],
    }
    place = had_from.get(name)
    if place and part["version"]:
        of_system = place.startswith("deb/")
        version = quote(part["version"], safe="")
        found["purl"] = f"pkg:{place}@{version}{'?arch=source' if of_system else ''}"
    return found


def _number(product: str, day: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{product} {__version__} {day} {sys.platform}")
