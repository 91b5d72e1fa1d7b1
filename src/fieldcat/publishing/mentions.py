"""What a text names besides its words: other entries, figures, references, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, one_of, shown
from fieldcat.publishing.rules import Rule

KINDS = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names another entry."""

    target: EntryId
    line: int
    field: str


@dataclass(frozen=True, slots=True)
class Named:
    """A place in the text that names a figure or a reference of its own entry."""

    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that are the writer's own, to be held against the discouraged ones.

    ``loose`` are those of them that neither state a figure of the entry nor stand beside a citation
    or a link.
    """

    text: str
    line: int
    field: str
    loose: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture of the workspace: ``file`` relative to it, ``sha256`` of its bytes.

    ``width`` and ``height`` are pixels, ``length`` is its bytes.
    """

    file: str
    sha256: str
    width: int
    height: int
    length: int = 0


def read_target(text: str, collection: str) -> EntryId | tuple[str, str]:
    """The entry that ``kind/slug`` or ``collection/kind/slug`` names, or problem and allowed."""
    parts = text.split("/")
    if len(parts) not in (2, 3):
        return f"{shown(text)} names no entry", "kind/slug, such as organisation/red-papaz"
    kind, slug = parts[-2:]
    owner = parts[0] if len(parts) == 3 else collection
    if kind not in KINDS:
        return f"{shown(kind)} is no kind of entry", one_of(kind, KINDS)
    if not values.is_slug(slug):
        return f"{shown(slug)} is no slug", values.SLUG_ALLOWED
    if len(parts) == 3 and not values.is_collection_id(owner):
        return f"{shown(owner)} is no id of a collection", "small letters a–z, digits, hyphens"
    return EntryId(owner, Kind(kind), slug)


def hold_named(
    named: Iterable[Named], known: Mapping[str, object], what: str, field: str, log: FaultLog
) -> None:
    """Note the places in a text that name a figure or reference which the entry does not have."""
    for place in named:
        if place.id not in known:
            problem = f"the entry has no {what} {shown(place.id)}"
            allowed = one_of(place.id, known.keys())
            log.fault(place.line, field, problem, allowed, Rule.DEAD_LINK)
