"""Holding the entries of a workspace against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.publishing.check_settings import levelled
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, in_order, nearest, shown
from fieldcat.publishing.recording import beyond_limits
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.wording import discouraged_words
from fieldcat.publishing.workspace import Workspace

_MOST_HINTS = 200


def check(workspace: Workspace) -> tuple[Fault, ...]:
    """All that is wrong with a workspace: in its files, and between its entries.

    It is what a build asks for; ``reviewing`` asks for more.
    """
    found = (
        *workspace.faults,
        *_dangling(workspace),
        *_translations(workspace.drafts),
        *discouraged_words(workspace.drafts),
        *beyond_limits(workspace),
    )
    return in_order(levelled(found, workspace.checks))


def _dangling(workspace: Workspace) -> Iterator[Fault]:
    """Entries of this collection that are named and are not there; others' cannot be looked up."""
    if workspace.collection is None:
        return
    slugs: dict[Kind, dict[str, EntryId]] = defaultdict(dict)
    for known in workspace.known:
        slugs[known.kind][known.slug] = known
    missing = (
        (draft, mention)
        for draft in workspace.drafts
        for mention in draft.mentions
        if mention.target.collection == workspace.collection.id
        and mention.target not in workspace.known
    )
    for number, (draft, mention) in enumerate(missing):
        target = mention.target
        yield Fault(
            draft.manuscript.file,
            mention.line,
            mention.field,
            f"there is no entry {shown(f'{target.kind}/{target.slug}')}",
            # Looking for the nearest among all entries takes its time.
            _instead(target, slugs) if number < _MOST_HINTS else "an entry of this collection",
            rule=Rule.DEAD_LINK,
        )


def _instead(target: EntryId, slugs: Mapping[Kind, Mapping[str, EntryId]]) -> str:
    same_kind = slugs.get(target.kind, {})
    if near := nearest(target.slug, same_kind.keys()):
        return f"{target.kind}/{near} (did you mean that?)"
    elsewhere = [f"{kind}/{target.slug}" for kind in Kind if target.slug in slugs.get(kind, {})]
    if elsewhere:
        return f"{', '.join(elsewhere)} (did you mean that?)"
    return f"one of the {len(same_kind)} entries of kind {target.kind}, or write that entry"


def _translations(drafts: Iterable[Draft]) -> Iterator[Fault]:
    """Translations of what is not there yet, of an older text, or with other figures."""
    drafts = tuple(drafts)
    originals = {draft.id: draft for draft in drafts if not draft.is_translation}
    for draft in drafts:
        original = originals.get(draft.id)
        if draft.is_translation and original is not None:
            yield from _translation(draft, original)


def _translation(draft: Draft, original: Draft) -> Iterator[Fault]:
    file, fields = draft.manuscript.file, draft.manuscript.fields

    def fault(
        field: str, problem: str, allowed: str, level: Level = Level.FAULT, rule: Rule = Rule.FORMAT
    ) -> Fault:
        node = fields.fields.get(field.partition("[")[0])
        line = node.line if node else fields.line
        return Fault(file, line, field, problem, allowed, level, rule)

    head, source = draft.entry.head, original.entry.head
    if head.language == source.language:
        problem = f"the original is in {shown(source.language)} too"
        yield fault("language", problem, "another language")
    if head.translates is not None and head.translates > source.revision:
        problem = f"the original has no revision {head.translates}"
        yield fault("translates", problem, f"1 to {source.revision}")
    elif head.translates is not None and head.translates < source.revision:
        problem = f"is older than the original, which has revision {source.revision}"
        rule = Rule.OLD_TRANSLATION
        yield fault("translates", problem, str(source.revision), Level.WARNING, rule)
    theirs = {figure.id: figure.value for figure in original.entry.figures}
    for number, figure in enumerate(draft.entry.figures, 1):
        if theirs.get(figure.id, figure.value) != figure.value:
            problem = f"the figure {shown(figure.id)} has another value than in the original"
            yield fault(f"figures[{number}].value", problem, str(theirs[figure.id]))
