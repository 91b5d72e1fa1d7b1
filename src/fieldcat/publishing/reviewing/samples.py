"""Samples that ``init`` wrote: once they were released they can only be withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fieldcat.publishing.faults import Fault
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.samples import SAMPLE_ADDRESSES
from fieldcat.publishing.workspace import Workspace


def samples_left(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """A warning for each sample."""
    for draft in workspace.drafts:
        if draft.entry.head.source.url in SAMPLE_ADDRESSES:
            yield Fault(
                draft.manuscript.file,
                draft.manuscript.line,
                "",
                "is the sample that a new workspace has",
                "removed before the first release, or written over",
                Level.WARNING,
                Rule.SAMPLE,
            )
