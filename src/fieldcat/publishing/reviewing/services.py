"""Help services that nobody has looked at lately: a wrong number is worse than none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fieldcat.domain.entry import HelpService
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_FIELD = "last_checked"


def unchecked_services(workspace: Workspace, today: date) -> Iterator[Fault]:
    """Help services without the day on which somebody last looked, or with one long ago."""
    most = workspace.checks.last_checked_months
    for draft in workspace.drafts:
        part = draft.entry.part
        if not isinstance(part, HelpService) or draft.is_translation:
            continue
        age = _months(part.last_checked, today)
        if age is None:
            problem = "nobody has said when this service was last checked"
        elif age > most:
            problem = f"was last checked {age} months ago"
        else:
            continue
        node = draft.manuscript.fields.fields.get(_FIELD)
        line = node.line if node else draft.manuscript.line
        remedy = f"call or open it, and write the day, not more than {most} months ago"
        yield Fault(
            draft.manuscript.file,
            line,
            _FIELD,
            f"{draft.id.slug}: {problem}",
            remedy,
            Level.WARNING,
            Rule.UNCHECKED_SERVICE,
        )


def _months(day: str, today: date) -> int | None:
    """Whole months from a day until today; None where the day is not known."""
    if not day:
        return None
    then = date.fromisoformat(day)
    return (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
