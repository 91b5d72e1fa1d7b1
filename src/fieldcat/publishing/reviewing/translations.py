"""Entries that are not to be had in a language that the publisher promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from fieldcat.domain.entry import EntryId
from fieldcat.domain.naming import language_name
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace


def missing_translations(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Originals without a version in one of the languages under ``checks.translations``.

    ``pt`` is there where ``pt-BR`` is; ``pt-BR`` only where that itself is.
    """
    wanted = workspace.checks.translations
    there: dict[EntryId, set[str]] = defaultdict(set)
    for draft in workspace.drafts:
        language = draft.entry.head.language
        there[draft.id] |= {language, language.split("-")[0]}
    for draft in workspace.drafts:
        if draft.is_translation:
            continue
        for language in wanted:
            if language not in there[draft.id]:
                yield Fault(
                    draft.manuscript.file,
                    draft.manuscript.line if draft.manuscript.row else 0,
                    "",
                    f"{draft.id.slug} is not there in {language_name(language)}",
                    f"entries/{draft.id.kind}/{draft.id.slug}.{language}.md",
                    Level.WARNING,
                    Rule.MISSING_TRANSLATION,
                )
