"""What is proposed for the feed that the casebook is written from, held against the casebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.ingesting.articles import Setting
from fieldcat.publishing.ingesting.feeds import read_feed
from fieldcat.publishing.ingesting.filing import Filing
from fieldcat.publishing.ingesting.headings import headings
from fieldcat.publishing.ingesting.items import Item
from fieldcat.publishing.ingesting.known import known_in
from fieldcat.publishing.ingesting.suggesting import suggestions
from fieldcat.publishing.workspace import Workspace, read_workspace

_APART = (Kind.ORGANISATION, Kind.TERM)


@dataclass(slots=True)
class Held:
    """For one field: how many values people recorded, were proposed, and are both."""

    recorded: int = 0
    proposed: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """How much of what people recorded is proposed."""
        return self.right / self.recorded if self.recorded else 0.0

    @property
    def precision(self) -> float:
        """How much of what is proposed people recorded."""
        return self.right / self.proposed if self.proposed else 0.0


def held_against(casebook: Path, feed: Path) -> Mapping[str, Held]:
    """By field. Of figures many more are proposed than any entry would record."""
    workspace = read_workspace(casebook)
    known = known_in(casebook, workspace.vocabularies)
    read = read_feed(feed, Setting(Kind.CASE_STUDY, "en", headings(), Filing()))
    items = {
        str(one.fields["source_url"]).rstrip("/"): one for one in read if isinstance(one, Item)
    }
    held: dict[str, Held] = {}
    for draft in workspace.drafts:
        item = items.get(draft.entry.head.source.url.rstrip("/"))
        if item is None or draft.id.kind is not Kind.CASE_STUDY:
            continue
        found = suggestions(replace(item, slug=draft.id.slug), known)
        for field, recorded in _recorded(draft, workspace):
            proposed = {_value(field, one["value"]) for one in found if one["field"] == field}
            counted = held.setdefault(field, Held())
            counted.recorded += len(recorded)
            counted.proposed += len(proposed)
            counted.right += sum(value in proposed for value in recorded)
    return held


def _recorded(draft: Draft, workspace: Workspace) -> Iterator[tuple[str, list[str]]]:
    head = draft.entry.head
    for field in ("countries", "topics", "audiences", "capabilities"):
        yield field, list(getattr(head, field))
    yield "figures", [_value("figures", str(figure.value)) for figure in draft.entry.figures]
    yield "organisations", [party.organisation.slug for party in head.organisations]
    terms = (found.target for found in draft.mentions if found.target.kind is Kind.TERM)
    yield "glossary", list(dict.fromkeys(term.slug for term in terms))
    # Two entries are related whichever of them says so.
    here = {*draft.entry.related}
    here |= {other.id for other in workspace.drafts if draft.id in other.entry.related}
    yield "related", [f"{one.kind}/{one.slug}" for one in here if one.kind not in _APART]


def _value(field: str, value: str) -> str:
    return f"{Decimal(value).normalize():f}" if field == "figures" else value
