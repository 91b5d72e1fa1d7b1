"""Building a collection from a workspace: the one way from what is written to what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fieldcat.domain.edition import Program, Withdrawal
from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.errors import WorkspaceError
from fieldcat.publishing.checking import check
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, in_order
from fieldcat.publishing.mentions import Asset
from fieldcat.publishing.reviewing.review import refused
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import read_workspace


@dataclass(frozen=True, slots=True)
class Built:
    """A collection ready to be written: always the same for the same workspace.

    ``entries`` are ordered by id, each original before its translations, those by language;
    ``vocabularies`` by id; ``assets`` are the pictures that entries show, by file name;
    ``withdrawn`` is what is published no more; ``program`` the newest that the publisher tells of.
    """

    collection: Collection
    vocabularies: tuple[Vocabulary, ...]
    entries: tuple[Entry, ...]
    warnings: tuple[Fault, ...] = ()
    assets: tuple[Asset, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    program: Program | None = None


def build(workspace_folder: Path, *, release: bool = False, today: date | None = None) -> Built:
    """Read and check a workspace, and give what is to be published.

    A draft that lacks what its record must have is left out. ``release``: drafts are not let pass,
    whether they have gaps or only nobody who has accepted them yet, nor is what the publisher's
    own levels make a fault. ``today`` is what «too long ago» is counted from.

    Raises:
        WorkspaceError: it has faults; ``data["faults"]`` are all of them, with the warnings, by
            file and line.
    """
    workspace = read_workspace(workspace_folder)
    faults = check(workspace)
    if release:
        wanted = refused(workspace, today or date.today())
        # That it is a draft is said once, as what stops a release.
        others = (f for f in faults if (f.rule, f.level) != (Rule.DRAFT, Level.WARNING))
        faults = in_order((*others, *_unaccepted(workspace.drafts), *wanted))
    stops = {Level.FAULT, Level.GAP} if release else {Level.FAULT}
    stopping = sum(fault.level in stops for fault in faults)
    if stopping or workspace.collection is None:
        raise WorkspaceError(f"{stopping} faults in the workspace", faults=faults)
    vocabularies = (words for words in workspace.vocabularies.values() if words is not None)
    return Built(
        collection=workspace.collection,
        vocabularies=tuple(sorted(vocabularies, key=lambda words: words.id)),
        entries=_finished(workspace.drafts),
        warnings=faults,
        assets=workspace.assets,
        withdrawn=workspace.withdrawn,
        program=workspace.program,
    )


def _unaccepted(drafts: Iterable[Draft]) -> Iterator[Fault]:
    for draft in drafts:
        if not draft.accepted:
            node = draft.manuscript.fields.fields["status"]
            problem = "is a draft, which nobody has accepted yet"
            allowed = "ready, once a person has read it"
            where = (draft.manuscript.file, node.line, "status")
            yield Fault(*where, problem, allowed, Level.GAP, Rule.DRAFT)


def _finished(drafts: Iterable[Draft]) -> tuple[Entry, ...]:
    """The entries in order, their organisations named as the organisations' entries are.

    What is not whole is left out, and so are its translations.
    """
    drafts = sorted(
        drafts, key=lambda draft: (draft.id, draft.is_translation, draft.entry.head.language)
    )
    lacking = {draft.id for draft in drafts if not draft.whole}
    names: dict[tuple[EntryId, str], str] = {}
    for draft in drafts:
        names[draft.id, draft.entry.head.language] = draft.entry.head.title
        if not draft.is_translation:
            names[draft.id, ""] = draft.entry.head.title
    return tuple(_named(draft.entry, names) for draft in drafts if draft.id not in lacking)


def _named(entry: Entry, names: Mapping[tuple[EntryId, str], str]) -> Entry:
    def name(organisation: EntryId) -> str:
        in_language = names.get((organisation, entry.head.language))
        # A draft may have no title yet.
        return in_language or names[organisation, ""] or organisation.slug

    parties = tuple(
        replace(party, name=name(party.organisation)) for party in entry.head.organisations
    )
    return replace(entry, head=replace(entry.head, organisations=parties))
