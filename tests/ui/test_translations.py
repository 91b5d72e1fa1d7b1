"""The files of translations are complete and fit the sources that they were gathered from."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

FULL = ("es",)
"""Languages with words for every text; English needs those with a number only."""
LANGUAGES = ("en", *FULL)
SOURCE_LANGUAGE = ("-source-language", "en_GB")

_PLACES = re.compile(r"%L?n|%L?\d|\{\w+\}|<[^>]+>")
_MNEMONIC = re.compile(r"&(?=\w)")
_DISCOURAGED = re.compile(
    r"pornograf|prostituci\w+ infantil|turismo sexual|abusador", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the sources with its translation, one form for each number where it has some."""

    context: str
    source: str
    forms: tuple[str, ...]
    counted: bool
    state: str


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def committed(root: Path, language: str) -> Path:
    return root / "resources" / "translations" / f"fieldcat_{language}.ts"


@pytest.fixture(scope="module")
def gathered(
    root: Path, committed: Path, language: str, tmp_path_factory: pytest.TempPathFactory
) -> list[Message]:
    """The committed translation with whatever the sources hold today added to it."""
    copy = tmp_path_factory.mktemp("translations") / committed.name
    shutil.copy(committed, copy)
    sources = sorted(map(str, (root / "src" / "fieldcat" / "ui").rglob("*.py")))
    plurals = [] if language in FULL else ["-pluralonly"]
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    options = ["-silent", *plurals, "-locations", "none", *SOURCE_LANGUAGE]
    command = [lupdate, *sources, *options, "-target-language", language, "-ts", copy]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return list(_messages(copy))


def _messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            counted = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                tuple(forms) if counted else (translation.text or "",),
                counted,
                translation.get("type", "finished"),
            )


def test_every_text_of_the_sources_has_its_words(gathered: list[Message]) -> None:
    without = [
        (message.context, message.source)
        for message in gathered
        if message.state == "unfinished" or not all(form.strip() for form in message.forms)
    ]
    assert without == []


def test_nothing_is_translated_that_the_sources_no_longer_say(gathered: list[Message]) -> None:
    gone = [message.source for message in gathered if message.state in ("vanished", "obsolete")]
    assert gone == []


def test_what_is_filled_in_has_a_place_in_every_form(gathered: list[Message]) -> None:
    for message in gathered:
        for at, form in enumerate(message.forms):
            # One is said in words where that is better: «the filter», «Mostrar esta».
            one = message.counted and at == 0
            assert places(form, numbers=not one) == places(message.source, numbers=not one)


def places(text: str, *, numbers: bool) -> Counter[str]:
    found = Counter(_PLACES.findall(text))
    return found if numbers else Counter({at: found[at] for at in found if at not in ("%n", "%Ln")})


def test_every_number_has_its_form(gathered: list[Message]) -> None:
    assert {len(message.forms) for message in gathered if message.counted} == {2}


def test_a_mnemonic_stands_where_the_english_has_one(gathered: list[Message]) -> None:
    for message in gathered:
        for form in message.forms:
            assert len(_MNEMONIC.findall(form)) == len(_MNEMONIC.findall(message.source))


def test_texts_end_as_the_english_ones_do(gathered: list[Message]) -> None:
    """An ellipsis says that a question follows, a full stop that it is a sentence."""
    for message in gathered:
        for form in message.forms:
            for end in ("…", "."):
                assert form.endswith(end) == message.source.endswith(end), message.source


def test_no_discouraged_word_is_used(gathered: list[Message]) -> None:
    said = " ".join(form for message in gathered for form in message.forms)
    assert _DISCOURAGED.findall(said) == []


def test_what_the_program_loads_is_built_from_it(committed: Path, tmp_path: Path) -> None:
    built = tmp_path / committed.with_suffix(".qm").name
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    command = [str(lrelease), "-silent", str(committed), "-qm", str(built)]
    subprocess.run(command, check=True, capture_output=True)
    assert built.read_bytes() == committed.with_suffix(".qm").read_bytes()


def test_every_language_of_the_makefile_is_tried_here(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    listed = re.search(r"^LANGUAGES := (.*)$", makefile, re.MULTILINE)
    assert listed is not None
    assert tuple(listed[1].split()) == FULL


def test_texts_with_a_number_are_not_said_by_classes_with_others_under_them(root: Path) -> None:
    """The binding asks for them in the lowest class first, and takes its English for an answer."""
    bases: set[str] = set()
    counting: list[str] = []
    for module in (root / "src" / "fieldcat" / "ui").rglob("*.py"):
        for each in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(each, ast.ClassDef):
                bases |= {base.id for base in each.bases if isinstance(base, ast.Name)}
                counting += [each.name for call in ast.walk(each) if _is_counted(call)]
    assert bases & set(counting) == set()
    assert len(counting) > 20


def _is_counted(call: ast.AST) -> bool:
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and len(call.args) > 2
    )
