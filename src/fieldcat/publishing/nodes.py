"""Fields as they are written, each with its line: from YAML here, from tables in ``tables``.

Scalars keep their letters: ``NO`` is Norway and not «false», ``002`` is Africa and not 2, and a
date is not a time at midnight. What a text means is for the one who asks for the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import yaml

from fieldcat.publishing.faults import FaultLog, shown

MAX_YAML = 200_000
_DEEPEST = 12
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, a date: what stands after the colon."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Record:
    """Fields by name; ``key_lines`` says where each name stands."""

    fields: Mapping[str, Node]
    line: int
    key_lines: Mapping[str, int] = field(default_factory=dict)


Node = Scalar | Listing | Record


def moved(node: Node, line: int) -> Node:
    """The same node as if all of it stood in one line: for fields taken over from another file."""
    if isinstance(node, Scalar):
        return replace(node, line=line)
    if isinstance(node, Listing):
        return Listing(tuple(moved(item, line) for item in node.items), line)
    return Record({name: moved(item, line) for name, item in node.fields.items()}, line)


def read_yaml(text: str, log: FaultLog, first_line: int = 1) -> Record | None:
    """The fields of a YAML document, or None with a fault noted.

    Refused, since a workspace needs none of it and each can hide or blow up what is written:
    anchors and aliases, tags, several documents, nesting beyond reason.
    """
    if len(text) > MAX_YAML:
        log.fault(first_line, "", "has too many fields", f"at most {MAX_YAML // 1000} KB of YAML")
        return None
    try:
        # Making the loader may fail too: it looks at the first characters.
        loader = _Loader(text)
        root = loader.get_single_node()
    except _RefusedError as error:
        log.fault(first_line + error.line, "", str(error), "plain fields: name: value")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        log.fault(line, "", f"is not YAML: {error.problem or error.context}", "name: value")
        return None
    except yaml.YAMLError as error:
        log.fault(first_line, "", f"is not YAML: {error}", "name: value")
        return None
    if root is None:
        return Record({}, first_line)
    if not isinstance(root, yaml.MappingNode):
        log.fault(first_line, "", "holds no fields", "name: value, one a line")
        return None
    return _record(root, log, first_line, "")


class _RefusedError(Exception):
    """Something that YAML allows and a workspace does not; ``line`` counts from 0."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


class _Loader(yaml.SafeLoader):
    """Composes nodes, and stops at what a workspace does not need."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call] # stubs lack it
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        refused = (
            "anchors (&) and aliases (*) are not allowed; quote a text that starts so"
            if anchor
            else "tags (!) are not allowed; quote a text that starts so"
            if tag
            else "nested too deep"
            if self._depth >= _DEEPEST
            else ""
        )
        if refused:
            raise _RefusedError(refused, event.start_mark.line if event.start_mark else 0)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _node(node: yaml.Node, log: FaultLog, first_line: int, name: str) -> Node:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        return _record(node, log, first_line, f"{name}.")
    if isinstance(node, yaml.SequenceNode):
        items = [
            _node(item, log, first_line, f"{name}[{number}]")
            for number, item in enumerate(node.value, 1)
        ]
        return Listing(tuple(items), line)
    return Scalar("" if node.tag == _NULL else str(node.value), line)


def _record(node: yaml.MappingNode, log: FaultLog, first_line: int, prefix: str) -> Record:
    fields: dict[str, Node] = {}
    key_lines: dict[str, int] = {}
    for key, value in node.value:
        line = first_line + key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            log.fault(line, prefix.rstrip("."), "has a name that is no word", "name: value")
            continue
        name = str(key.value)
        if name in fields:
            where = f"it stands in line {key_lines[name]} already"
            log.fault(line, prefix + name, f"stands twice: {where}", f"{shown(name)} once")
            continue
        key_lines[name] = line
        fields[name] = _node(value, log, first_line, prefix + name)
    return Record(fields, first_line + node.start_mark.line, key_lines)
