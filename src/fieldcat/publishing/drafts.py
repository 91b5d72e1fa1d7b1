"""Entries as they are understood, before they are held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fieldcat.domain.entry import Entry, EntryId, HelpService, Kind, SectionRole
from fieldcat.publishing.body import Body, BodyReader
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.figures import read_figures
from fieldcat.publishing.heads import DRAFT, HeadReader, Setting
from fieldcat.publishing.manuscripts import Manuscript
from fieldcat.publishing.mentions import Asset, Mention, Prose
from fieldcat.publishing.nodes import Listing, Node, Record, Scalar
from fieldcat.publishing.parts import read_part
from fieldcat.publishing.references import read_references
from fieldcat.publishing.rules import Level
from fieldcat.publishing.suggestions import read_suggested

FindPicture = Callable[[str, int, FaultLog], Asset | None]

# Fields whose words are the writer's own. Titles of works, names and keywords are not.
_OWN_WORDS = frozenset(
    {
        "title",
        "summary",
        "sensitive",
        "counts",
        "whom",
        "note",
        "text",
        "method",
        "population",
        "format",
        "cost",
        "ages",
        "hours",
        "purpose",
        "stage",
        "who_can_apply",
    }
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry in one language, the names of its organisations still empty.

    ``mentions`` are the entries that it names, ``prose`` the words that are its writer's own.
    ``sound``: no fault was found in it, so that nothing in ``entry`` is left empty for one.
    ``accepted``: it does not say of itself that it is a draft. ``whole``: it has all that a record
    must have; a draft may lack some of it.
    """

    manuscript: Manuscript
    entry: Entry
    mentions: tuple[Mention, ...] = ()
    prose: tuple[Prose, ...] = ()
    verbatim: tuple[str, ...] = ()
    sound: bool = True
    accepted: bool = True
    whole: bool = True

    @property
    def id(self) -> EntryId:
        """The entry's id."""
        return self.entry.id

    @property
    def is_translation(self) -> bool:
        """Whether it is another language's version of an entry."""
        return bool(self.manuscript.language)


def read_draft(
    manuscript: Manuscript, setting: Setting, find_picture: FindPicture, log: FaultLog
) -> Draft:
    """Understand a manuscript; what cannot be understood is left empty, with a fault noted."""
    collection = setting.collection.id
    log.draft = _is_draft(manuscript)
    fields = Fields(manuscript.fields, log)
    head_reader = HeadReader(manuscript, fields, setting)
    head = head_reader.read()
    part = read_part(manuscript.kind, fields, head_reader, collection)
    body = _read_body(manuscript, collection, find_picture, log)
    figures = read_figures(fields, body, log)
    read_suggested(fields)
    references, reference_mentions = read_references(fields, body, log, collection)
    fields.finish()
    entry = Entry(
        head=head,
        part=part,
        sections=body.sections,
        figures=figures,
        references=references,
        related=head_reader.related,
    )
    mentions = (*head_reader.mentions, *reference_mentions, *body.entries)
    prose = (*_prose_of(manuscript.fields, ""), *body.prose)
    sound = all(fault.level is not Level.FAULT for fault in log.found)
    whole = _is_whole(entry)
    if sound and not whole:
        problem = "is left out of what is built until it has what is missing"
        log.lack(manuscript.line, "", problem)
    return Draft(
        manuscript, entry, mentions, prose, head_reader.verbatim, sound, not log.draft, whole
    )


def _is_draft(manuscript: Manuscript) -> bool:
    status = manuscript.fields.fields.get("status")
    return isinstance(status, Scalar) and status.text.strip() == DRAFT


def _is_whole(entry: Entry) -> bool:
    """Whether an entry has all that its record must have."""
    head, part = entry.head, entry.part
    kinds = (getattr(part, name, "–") for name in ("service_kind", "organisation_kind"))
    stated_by = part.stated_by.slug if isinstance(part, HelpService) else "–"
    must = (head.title, head.source.url, head.source.date, stated_by, *kinds)
    return all(must)


def _read_body(
    manuscript: Manuscript, collection: str, find_picture: FindPicture, log: FaultLog
) -> Body:
    reader = BodyReader(collection, log, lambda source, line: find_picture(source, line, log))
    if not manuscript.row:
        return reader.sections(manuscript.text, manuscript.text_line)
    role = SectionRole.DEFINITION if manuscript.kind is Kind.TERM else SectionRole.ABOUT
    title = role.value.capitalize()
    return reader.one_section(manuscript.text, manuscript.text_line, role, title)


def _prose_of(node: Node, field: str) -> Iterator[Prose]:
    """The words in fields that are the writer's own, with their places."""
    if isinstance(node, Record):
        for name, value in node.fields.items():
            if name in _OWN_WORDS and isinstance(value, Scalar):
                yield Prose(value.text, value.line, f"{field}{name}")
            elif name in ("figures", "timeline"):
                yield from _prose_of(value, name)
    elif isinstance(node, Listing):
        for number, item in enumerate(node.items, 1):
            yield from _prose_of(item, f"{field}[{number}].")
