"""What the reader is given: an entry, and the words for all that it names by an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fieldcat.domain.edition import Withdrawal
from fieldcat.domain.entry import (
    Block,
    Entry,
    EntryId,
    EntryLink,
    Head,
    Heading,
    HelpService,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Section,
    Table,
)
from fieldcat.domain.taxonomy import Collection
from fieldcat.ui.reader.decoding import Photo

Marker = Callable[[str], Iterable[tuple[int, int]]]
"""Tells which half-open ranges of a text (Python indices) hold words that were searched for."""


def mark_nothing(_text: str) -> Iterable[tuple[int, int]]:
    """The marker where nobody searched."""
    return ()


@dataclass(frozen=True, slots=True)
class Target:
    """Another entry that this one names; ``explanation`` is a term's definition as plain text."""

    title: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry, ready to be read.

    ``labels`` holds, by vocabulary (``"topics"``, ``"organisation-roles"``, … and also
    ``"countries"``, ``"regions"``, ``"languages"``), the words for each id. ``targets`` holds the
    entries of `entries_named` that exist; a link to any other is shown as plain words.
    ``alike`` are other entries that one may want to read next, the likest first.
    ``pictures`` holds known assets by their SHA-256. ``withdrawal`` tells that the
    entry is published no more: it is shown as it last was here.
    """

    entry: Entry
    collection: Collection
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    targets: Mapping[EntryId, Target] = field(default_factory=lambda: MappingProxyType({}))
    kept: bool = False
    marker: Marker = mark_nothing
    alike: tuple[Head, ...] = ()
    pictures: Mapping[str, Photo] = field(default_factory=lambda: MappingProxyType({}))
    withdrawal: Withdrawal | None = None

    @property
    def id(self) -> EntryId:
        """The entry's id."""
        return self.entry.id

    def label(self, vocabulary: str, value: str) -> str:
        """The words for an id; the id itself where the vocabulary does not have it."""
        return self.labels.get(vocabulary, {}).get(value, value)

    def place(self, value: str) -> str:
        """The name of a figure's place, which is a country, a region or words already."""
        for vocabulary in ("countries", "regions"):
            if value in self.labels.get(vocabulary, {}):
                return self.labels[vocabulary][value]
        return value


def entries_named(entry: Entry) -> frozenset[EntryId]:
    """Every other entry that the reader may name or link to: the keys wanted in ``targets``."""
    named = {span.target for line in lines_of(entry.sections) for span in _entry_links(line)}
    named.update(party.organisation for party in entry.head.organisations)
    named.update(reference.entry for reference in entry.references if reference.entry)
    named.update(entry.related)
    if isinstance(entry.part, HelpService):
        named.add(entry.part.stated_by)
    return frozenset(named)


def _entry_links(line: Line) -> Iterator[EntryLink]:
    return (span for span in line if isinstance(span, EntryLink))


def lines_of(sections: Iterable[Section]) -> Iterator[Line]:
    """Every line of text in the sections, top to bottom."""
    for section in sections:
        for block in section.blocks:
            yield from _lines_of(block)


def section_of(sections: Iterable[Section], block_id: str) -> Section | None:
    """The section that has a block or an item of a list of this id, or a part of such a block."""
    for section in sections:
        for known in _ids_of(section.blocks):
            if block_id == known or block_id.startswith(f"{known}:"):
                return section
    return None


def _ids_of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        if isinstance(block, ListBlock):
            yield from _ids_of_items(block.items)


def _ids_of_items(items: Iterable[ListItem]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from _ids_of_items(item.children)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Heading() | Paragraph():
            yield block.line
        case ListBlock():
            yield from _lines_of_items(block.items)
        case Quotation():
            yield from block.lines
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case _:
            return


def _lines_of_items(items: Iterable[ListItem]) -> Iterator[Line]:
    for item in items:
        yield item.line
        yield from _lines_of_items(item.children)
