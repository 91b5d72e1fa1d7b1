"""The software bill of materials, as CycloneDX 1.6 has it."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from pathlib import Path

from fieldcat import __version__
from fieldcat.packaged import build

_PYPI = ("Qt and PySide6 (Essentials)", "PySide6-Essentials"), ("Shiboken", "shiboken6")


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
    components = [_component(part) for part in parts[1:]]
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


def _component(part: dict[str, str]) -> dict[str, object]:
    name = part["part"]
    found: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{name}@{part['version']}",
        "name": name,
        **({"version": part["version"]} if part["version"] else {}),
        "licenses": [{"license": {"name": part["licence"] or "unknown"}}],
    }
    package = dict(_PYPI).get(name, part.get("package", ""))
    if package and part["version"]:
        found["purl"] = f"pkg:pypi/{package.lower()}@{part['version']}"
    return found


def _number(product: str, day: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{product} {__version__} {day} {sys.platform}")
