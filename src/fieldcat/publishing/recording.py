"""Holding what is written against the limits of the records that it is published as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from fieldcat.domain.entry import Entry
from fieldcat.errors import RecordError
from fieldcat.publishing import collection as settings
from fieldcat.publishing import vocabularies
from fieldcat.publishing.body import FIELD
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.manuscripts import Manuscript
from fieldcat.publishing.nodes import Listing, Node, Record
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace
from fieldcat.records import encode_collection, encode_entry, encode_vocabulary

T = TypeVar("T")

# A place in a record, such as «head.keywords[3]», «sections[0].blocks[2].header».
_STEP = re.compile(r"(?P<name>\w+)|\[(?P<index>\d+)\]")
_LENGTH = re.compile(r"`(?P<type>str|array)` of length <= (?P<most>\d+)")
_RANGE = re.compile(r"`int` (?P<sign>[<>]=) (?P<bound>\d+)")

_FIELD_OF = {f"source.{name}": f"source_{name}" for name in ("url", "date", "title", "publisher")}
_IN_TEXT = {
    "blocks": "blocks",
    "items": "items in a list",
    "children": "items in a list",
    "header": "columns in a table",
    "rows": "rows in a table",
    "line": "marks and links in a paragraph",
    "lines": "paragraphs in a quotation",
    "figures": "figures in a row of cards",
    "title": "characters in its heading",
    "sensitive": "characters in its reason",
    "attribution": "characters in who said it",
    "alternative": "characters in what a picture shows",
    "caption": "characters in a caption",
}


def beyond_limits(workspace: Workspace) -> Iterator[Fault]:
    """A fault for each part of a workspace that no record can hold.

    What has other faults is passed over: it has gaps that a record would not allow either.
    """
    if workspace.collection is None:
        return
    faulty = {fault.file for fault in workspace.faults if fault.level is Level.FAULT}
    if settings.FILE not in faulty and (error := _refusal(encode_collection, workspace.collection)):
        yield _fault_of_file(settings.FILE, error)
    for id, vocabulary in workspace.vocabularies.items():
        file = f"{vocabularies.FOLDER}/{id}.yaml"
        if vocabulary is not None and file not in faulty:
            error = _refusal(encode_vocabulary, vocabulary)
            if error:
                yield _fault_of_file(file, error)
    if settings.FILE in faulty or None in workspace.vocabularies.values():
        return
    for draft in workspace.drafts:
        if draft.sound and draft.whole:
            yield from _of_entry(draft)


def _of_entry(draft: Draft) -> Iterator[Fault]:
    head = draft.entry.head
    # The names come with the build, from entries whose titles are held to a limit of their own.
    parties = tuple(replace(party, name="–") for party in head.organisations)
    entry = replace(draft.entry, head=replace(head, organisations=parties))
    whole = _refusal(encode_entry, entry)
    if whole is None:
        return
    # A record is refused for the first thing that is wrong: look for more, part by part.
    found = list(_of_parts(draft.manuscript, entry))
    yield from found or [_fault_of_field(draft.manuscript, whole)]


def _of_parts(manuscript: Manuscript, entry: Entry) -> Iterator[Fault]:
    bare = replace(entry, sections=(), figures=(), references=(), related=())
    if error := _refusal(encode_entry, bare):
        yield _fault_of_field(manuscript, error)
        return
    if error := _refusal(encode_entry, replace(bare, related=entry.related)):
        yield _fault_of_field(manuscript, error)
    for section in entry.sections:
        if error := _refusal(encode_entry, replace(bare, sections=(section,))):
            yield _fault_of_section(manuscript, section.id, error)
    for figure in entry.figures:
        if error := _refusal(encode_entry, replace(bare, figures=(figure,))):
            yield _fault_of_record(manuscript, "figures", figure.id, error)
    for reference in entry.references:
        if error := _refusal(encode_entry, replace(bare, references=(reference,))):
            yield _fault_of_record(manuscript, "references", reference.id, error)


def _refusal(encode: Callable[[T], bytes], value: T) -> RecordError | None:
    try:
        encode(value)  # It reads the record again, with all limits.
    except RecordError as error:
        return error
    return None


def _fault_of_file(file: str, error: RecordError) -> Fault:
    return Fault(file, 0, _place(error), *_words(error), rule=Rule.LIMITS)


def _fault_of_field(manuscript: Manuscript, error: RecordError) -> Fault:
    place = re.sub(r"^(?:head|part)\.", "", _place(error))
    place = _FIELD_OF.get(place, place)
    if place == "year" and place not in manuscript.fields.fields:
        place = "source_date"
    if place.startswith("sections"):
        place = FIELD
    return Fault(
        manuscript.file, _line(manuscript.fields, place), place, *_words(error), rule=Rule.LIMITS
    )


def _fault_of_record(manuscript: Manuscript, name: str, id: str, error: RecordError) -> Fault:
    """The fault of one figure or reference; these may stand in another order in the entry."""
    listing = manuscript.fields.fields.get(name)
    items = listing.items if isinstance(listing, Listing) else ()
    number = next((number for number, item in enumerate(items, 1) if _id_of(item) == id), 1)
    place = re.sub(r"^\w+\[\d+\]", f"{name}[{number}]", _place(error))
    return Fault(
        manuscript.file, _line(manuscript.fields, place), place, *_words(error), rule=Rule.LIMITS
    )


def _fault_of_section(manuscript: Manuscript, id: str, error: RecordError) -> Fault:
    line = manuscript.text_line
    if not manuscript.row:
        heading = re.compile(rf"##\s.*\{{[^{{}}]*#{re.escape(id)}(?![\w-])")
        lines = enumerate(manuscript.text.split("\n"), line)
        line = next((number for number, text in lines if heading.match(text)), line)
    problem, allowed = _words(error)
    counted = _IN_TEXT.get(re.split(r"\W+", _place(error).rstrip("]0123456789["))[-1])
    if counted and _LENGTH.search(_reason(error)):
        problem = f"has too many {counted}"
        allowed = allowed.removesuffix(" characters")
    problem = f"the section {shown(id)} {problem}"
    return Fault(manuscript.file, line, FIELD, problem, allowed, rule=Rule.LIMITS)


def _words(error: RecordError) -> tuple[str, str]:
    """What is wrong and what is allowed, without the words of the library that found it."""
    reason = _reason(error)
    if match := _LENGTH.search(reason):
        if match["type"] == "str":
            return "is too long", f"at most {match['most']} characters"
        return "has too many items", f"at most {match['most']}"
    if match := _RANGE.search(reason):
        word = "from" if match["sign"] == ">=" else "at most"
        return "is not in the range of what can be kept", f"{word} {match['bound']}"
    return f"cannot be kept: {shown(reason)}", "what the format of workspaces describes"


def _place(error: RecordError) -> str:
    """The place as faults name it: items count from 1."""
    field = str(error.data.get("field", ""))
    return re.sub(r"\[(\d+)\]", lambda match: f"[{int(match[1]) + 1}]", field)


def _reason(error: RecordError) -> str:
    return str(error.data.get("reason", ""))


def _line(fields: Record, place: str) -> int:
    """The line of a place such as ``figures[2].note``, or of the last part of it that is there."""
    node: Node = fields
    for step in _STEP.finditer(place):
        inner: Node | None = None
        if isinstance(node, Record) and step["name"]:
            inner = node.fields.get(step["name"])
        elif isinstance(node, Listing) and step["index"]:
            items, index = node.items, int(step["index"]) - 1
            inner = items[index] if index < len(items) else None
        if inner is None:
            break
        node = inner
    return node.line


def _id_of(node: Node) -> str:
    given = node.fields.get("id") if isinstance(node, Record) else None
    return getattr(given, "text", "").strip()
