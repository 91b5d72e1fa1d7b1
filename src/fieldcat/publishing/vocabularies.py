"""``vocabularies/*.yaml``: the words that entries may be filed under."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fieldcat.domain.taxonomy import Concept, Vocabulary
from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.nodes import read_yaml
from fieldcat.publishing.text_files import read_text

FOLDER = "vocabularies"
NAMES = (
    "topics",
    "audiences",
    "capabilities",
    "risks",
    "evidence",
    "approaches",
    "help-service-kinds",
    "organisation-kinds",
    "organisation-roles",
)

_LONGEST = 80
_MOST_LANGUAGES = 50

Vocabularies = Mapping[str, Vocabulary | None]
"""By id. None is a vocabulary that is there but cannot be read: its ids are then not checked."""


def read_vocabulary(path: Path, log: FaultLog) -> Vocabulary | None:
    """The vocabulary in one file; its id is the file's name."""
    text = read_text(path, log)
    record = read_yaml(text, log) if text is not None else None
    if record is None:
        return None
    fields = Fields(record, log)
    version = fields.number("version", must=True)
    title = fields.text("title", must="the heading of the facet", longest=60)
    source = fields.record("source", must="title, and if there is one url, year, note")
    vocabulary = Vocabulary(
        id=path.stem,
        version=version,
        title=title,
        source_title=source.text("title", must="the name of the scheme") if source else "",
        concepts=_read_concepts(fields),
        source_url=source.url("url") if source else "",
        source_year=source.checked("year", values.is_year, "YYYY") if source else "",
        source_note=source.text("note") if source else "",
    )
    if source:
        source.finish()
    if not fields.has("terms"):
        fields.fault("terms", "is missing", "a list of id, label, definition")
    fields.finish()
    return vocabulary


def read_vocabularies(workspace: Path) -> Vocabularies:
    """All vocabularies of a workspace that can be read; what is wrong with others is not told."""
    paths = ((name, workspace / FOLDER / f"{name}.yaml") for name in NAMES)
    return {
        name: read_vocabulary(path, FaultLog(path.name)) for name, path in paths if path.is_file()
    }


def concept_ids(vocabularies: Vocabularies, name: str) -> frozenset[str] | None:
    """The ids of one vocabulary; none where it has no file, None where it cannot be read."""
    if name not in vocabularies:
        return frozenset()
    vocabulary = vocabularies[name]
    return frozenset(concept.id for concept in vocabulary.concepts) if vocabulary else None


def _read_concepts(fields: Fields) -> tuple[Concept, ...]:
    concepts: dict[str, Concept] = {}
    for term in fields.records("terms"):
        concept = Concept(
            id=term.checked("id", values.is_slug, values.SLUG_ALLOWED, must=True),
            label=term.text("label", must="the word as readers see it", longest=_LONGEST),
            definition=term.text("definition", must="what it means, in plain words"),
            group=term.text("group"),
            retired=term.flag("retired") or False,
            labels=term.worded(
                "labels",
                values.is_language,
                values.LANGUAGE_ALLOWED,
                longest=_LONGEST,
                most=_MOST_LANGUAGES,
            ),
        )
        term.finish()
        if concept.id in concepts:
            term.fault("id", f"{shown(concept.id)} stands twice", "an id of its own")
        elif concept.id:
            concepts[concept.id] = concept
    return tuple(concepts.values())
