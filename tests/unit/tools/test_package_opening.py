"""What a double click opens, as each system is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tools.package.parts import mac_information

ENDS = {"edition": ".fieldcat", "card": ".fieldcat-card"}
"""By kind, how the names of files end that the program takes in the place of a command."""


@pytest.mark.parametrize("kind", ENDS)
def test_linux_knows_the_file_and_that_fieldcat_opens_it(root: Path, kind: str) -> None:
    told = ElementTree.parse(root / "packaging/linux/org.fieldcat.fieldcat.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    patterns = {
        each.attrib["type"]: [glob.attrib["pattern"] for glob in each.iter(f"{space}glob")]
        for each in told.iter(f"{space}mime-type")
    }
    name = f"application/vnd.fieldcat.{kind}"
    assert patterns[name] == [f"*{ENDS[kind]}"]
    starter = (root / "packaging/linux/org.fieldcat.fieldcat.desktop").read_text("utf-8")
    (opened,) = (line for line in starter.splitlines() if line.startswith("MimeType="))
    assert name in opened.removeprefix("MimeType=").split(";")


@pytest.mark.parametrize("kind", ENDS)
def test_a_mac_knows_the_file_and_that_fieldcat_opens_it(kind: str) -> None:
    told: dict[str, Any] = mac_information()
    name = f"org.fieldcat.{kind}"
    ends = {
        each["UTTypeIdentifier"]: each["UTTypeTagSpecification"]["public.filename-extension"]
        for each in told["UTExportedTypeDeclarations"]
    }
    assert ends[name] == [ENDS[kind].removeprefix(".")]
    opened = [each["LSItemContentTypes"] for each in told["CFBundleDocumentTypes"]]
    assert [name] in opened
