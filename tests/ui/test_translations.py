"""The English words for numbers are complete: without them a reader sees «1 entries»."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ENGLISH = ("resources", "translations", "fieldcat_en.ts")


@pytest.fixture(scope="module")
def gathered(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed translation with whatever the sources hold today added to it."""
    copy = tmp_path_factory.mktemp("translations") / "fieldcat_en.ts"
    shutil.copy(root.joinpath(*ENGLISH), copy)
    sources = sorted(map(str, (root / "src" / "fieldcat" / "ui").rglob("*.py")))
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    command = [lupdate, "-silent", "-pluralonly", "-locations", "none", *sources, "-ts", copy]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return copy


def test_every_plural_in_the_sources_has_its_english_forms(gathered: Path) -> None:
    messages = ElementTree.parse(gathered).iter("message")
    unfinished = [
        message.findtext("source")
        for message in messages
        if any(not (form.text or "").strip() for form in message.iter("numerusform"))
    ]
    assert unfinished == []


def test_nothing_is_translated_that_the_sources_no_longer_say(gathered: Path) -> None:
    gone = [
        message.findtext("source")
        for message in ElementTree.parse(gathered).iter("message")
        if message.find("translation[@type='vanished']") is not None
    ]
    assert gone == []


def test_what_the_program_loads_is_built_from_it(root: Path, tmp_path: Path) -> None:
    built = tmp_path / "fieldcat_en.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    command = [str(lrelease), "-silent", str(root.joinpath(*ENGLISH)), "-qm", str(built)]
    subprocess.run(command, check=True, capture_output=True)
    committed = root.joinpath(*ENGLISH).with_suffix(".qm")
    assert built.read_bytes() == committed.read_bytes()
