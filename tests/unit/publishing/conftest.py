"""A small workspace that is right, for tests to put wrong in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldcat.domain.entry import Entry, Kind
from fieldcat.publishing.building import Built, build
from fieldcat.publishing.checking import check
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.workspace import read_workspace

SETTINGS = """\
format: 1
collection: tales
title: Tales
publisher: The Tellers
description: Some tales.
language: en
licence: CC BY 4.0
edition: 1
date: 2026-11-22
"""

VOCABULARY = """\
version: 1
title: Words
source:
  title: Ourselves
terms:
{terms}"""

WORDS = {
    "topics": ("grooming", "schools"),
    "audiences": ("children",),
    "capabilities": ("hotline",),
    "risks": ("contact",),
    "evidence": ("self-reported", "survey"),
    "approaches": ("laws",),
    "help-service-kinds": ("helpline",),
    "organisation-kinds": ("police",),
    "organisation-roles": ("lead", "partner"),
}

COMMON = {
    "title": "A title",
    "summary": "What it is.",
    "source_url": "https://example.org/tale",
    "source_date": "2024-10-11",
}

OWN = {
    Kind.CASE_STUDY: {"evidence": "survey"},
    Kind.HELP_SERVICE: {"service_kind": "helpline", "stated_by": "told"},
    Kind.ORGANISATION: {"organisation_kind": "police"},
}

TEXT = "## What it is {#about role=about}\n\nSome words.\n"


@dataclass(frozen=True)
class Publisher:
    """Writes a workspace and asks for what becomes of it."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def entry(
        self, name: str = "tool/hammer", *, text: str = TEXT, more: str = "", **fields: str | None
    ) -> str:
        """Write an entry. ``more`` is YAML; a field that is None is left out."""
        kind = Kind(name.split("/")[0])
        given = {"kind": kind.value, **COMMON, **OWN.get(kind, {}), **fields}
        lines = [f"{field}: {value}" for field, value in given.items() if value is not None]
        head = "\n".join(lines) + "\n" + more.strip("\n")
        return self.write(f"entries/{name}.md", f"---\n{head.rstrip()}\n---\n{text}")

    def vocabulary(self, name: str, *words: str, more: str = "") -> str:
        terms = "".join(
            f"  - id: {word}\n    label: {word.capitalize()}\n    definition: It is {word}.\n"
            for word in words
        )
        return self.write(f"vocabularies/{name}.yaml", VOCABULARY.format(terms=terms) + more)

    def table(self, name: str, header: str, *rows: str) -> str:
        return self.write(f"tables/{name}.csv", "\n".join((header, *rows)) + "\n")

    def faults(self) -> tuple[Fault, ...]:
        return check(read_workspace(self.folder))

    def only_fault(self) -> Fault:
        faults = self.faults()
        assert len(faults) == 1, "\n".join(map(str, faults))
        return faults[0]

    def build(self) -> Built:
        return build(self.folder)

    def built(self, name: str = "tool/hammer", language: str = "en") -> Entry:
        """The entry that a workspace without faults makes."""
        (entry,) = (
            entry
            for entry in self.build().entries
            if str(entry.id) == f"tales/{name}" and entry.head.language == language
        )
        return entry


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """A publisher whose workspace has settings and vocabularies, and no entries yet."""
    new = Publisher(tmp_path / "workspace")
    new.write("workspace.yaml", SETTINGS)
    for name, words in WORDS.items():
        new.vocabulary(name, *words)
    return new
