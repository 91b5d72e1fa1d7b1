"""Everything that can be said of a workspace: what a build asks for, and what an editor would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from fieldcat.publishing.check_settings import levelled
from fieldcat.publishing.checking import check
from fieldcat.publishing.faults import Fault, in_order
from fieldcat.publishing.reviewing.duplicates import duplicates, near_duplicates
from fieldcat.publishing.reviewing.figures import unsourced_figures
from fieldcat.publishing.reviewing.personal_data import personal_data
from fieldcat.publishing.reviewing.pictures import empty_words_for_pictures, heavy_pictures
from fieldcat.publishing.reviewing.reading_level import hard_texts
from fieldcat.publishing.reviewing.samples import samples_left
from fieldcat.publishing.reviewing.services import unchecked_services
from fieldcat.publishing.reviewing.suggested import open_suggestions
from fieldcat.publishing.reviewing.translations import missing_translations
from fieldcat.publishing.rules import Level
from fieldcat.publishing.workspace import Workspace

Look = Callable[[Workspace, date], Iterable[Fault]]
"""A rule: what it finds in a workspace on a day."""

LOOKS: Sequence[Look] = (
    duplicates,
    near_duplicates,
    unsourced_figures,
    unchecked_services,
    empty_words_for_pictures,
    heavy_pictures,
    hard_texts,
    missing_translations,
    personal_data,
    open_suggestions,
    samples_left,
)


def review(workspace: Workspace, today: date) -> tuple[Fault, ...]:
    """All faults and warnings, at the publisher's levels, by file and line.

    ``today`` is what «too long ago» is counted from.
    """
    return in_order((*check(workspace), *_looked_for(workspace, today)))


def refused(workspace: Workspace, today: date) -> Iterable[Fault]:
    """What stops no build, and a release only since the publisher says that it is a fault."""
    if not workspace.checks.stopping:
        return ()
    found = _looked_for(workspace, today)
    return (fault for fault in found if fault.level is Level.FAULT)


def _looked_for(workspace: Workspace, today: date) -> Iterable[Fault]:
    found = (fault for look in LOOKS for fault in look(workspace, today))
    return levelled(found, workspace.checks)
