"""What the tests of the wiring ask for, and do again."""

from __future__ import annotations

from fieldcat import wiring
from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Query

STUDY = EntryId.parse("fieldcat/case-study/snehai")
FIRST_PAGE = Query(limit=24)


def reopened(workbench: wiring.Workbench) -> wiring.Workbench:
    """The same as after another start of the program."""
    workbench.close()
    return wiring.Workbench(workbench.folder)
