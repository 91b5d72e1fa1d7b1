"""``ingest.yaml`` in a workspace: a publisher's own words for what sources call things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing.faults import Fault, FaultLog, one_of, shown
from fieldcat.publishing.ingesting.filing import FIELDS
from fieldcat.publishing.ingesting.headings import NOTES
from fieldcat.publishing.ingesting.known import VOCABULARIES
from fieldcat.publishing.mentions import KINDS
from fieldcat.publishing.nodes import Listing, Node, Record, Scalar, read_yaml
from fieldcat.publishing.text_files import read_text

FILE = "ingest.yaml"
_PARTS = ("headings", "categories", "types", "words")
_ROLES = (*(role.value for role in SectionRole), NOTES)


@dataclass(frozen=True, slots=True)
class OwnTable:
    """Phrases of headings by role, words of categories by vocabulary, types of posts as kinds.

    ``words`` are phrases that speak for the ids of vocabularies.
    """

    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    types: Mapping[str, Kind] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def read_own_table(workspace: Path) -> tuple[OwnTable, tuple[Fault, ...]]:
    """A workspace's table, and what is wrong with it; an empty one where there is none."""
    path = workspace / FILE
    log = FaultLog(FILE)
    if not path.exists():
        return OwnTable(), ()
    text = read_text(path, log)
    record = read_yaml(text, log) if text is not None else None
    if record is None:
        return OwnTable(), tuple(log.found)
    for name in record.fields:
        if name not in _PARTS:
            log.fault(record.key_lines[name], name, "is not known here", one_of(name, _PARTS))
    table = OwnTable(
        {
            role: _phrases(node, f"headings.{role}", log)
            for role, node in _fields(record, "headings", _ROLES, log).items()
        },
        {
            name: {word: _text(id) for word, id in _record(node).fields.items()}
            for name, node in _fields(record, "categories", FIELDS, log).items()
        },
        dict(_types(record, log)),
        {
            name: {
                id: _phrases(phrases, f"words.{name}.{id}", log)
                for id, phrases in _record(node).fields.items()
            }
            for name, node in _fields(record, "words", VOCABULARIES, log).items()
        },
    )
    return table, tuple(log.found)


def _fields(record: Record, name: str, known: tuple[str, ...], log: FaultLog) -> Mapping[str, Node]:
    found = _record(record.fields.get(name)).fields
    for key, node in found.items():
        if key not in known:
            log.fault(node.line, f"{name}.{key}", "is not known here", one_of(key, known))
    return {key: node for key, node in found.items() if key in known}


def _types(record: Record, log: FaultLog) -> list[tuple[str, Kind]]:
    made: list[tuple[str, Kind]] = []
    for name, node in _record(record.fields.get("types")).fields.items():
        kind = _text(node)
        if kind in KINDS:
            made.append((name, Kind(kind)))
        else:
            problem = f"{shown(kind)} is no kind of entry"
            log.fault(node.line, f"types.{name}", problem, one_of(kind, KINDS))
    return made


def _phrases(node: Node, field: str, log: FaultLog) -> tuple[str, ...]:
    if not isinstance(node, Listing):
        log.fault(node.line, field, "is not a list", "[one phrase, another one]")
        return ()
    return tuple(text for item in node.items if (text := _text(item)))


def _record(node: Node | None) -> Record:
    return node if isinstance(node, Record) else Record({}, 0)


def _text(node: Node) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
