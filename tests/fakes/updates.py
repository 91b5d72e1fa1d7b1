"""Editions in memory: files that hold one, or that there is something wrong with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldcat.domain.comparing import Comparison, Mark, Passage, Piece
from fieldcat.domain.edition import Edition
from fieldcat.domain.entry import Entry
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import Change, How, News, PastChange, Preview, Touched
from fieldcat.errors import BundleDamagedError
from fieldcat.services.offered import Held, UpdateServices

STAGES = (
    Progress("verifying"),
    Progress("reading", 1, 1),
    Progress("building", 6, 12),
    Progress("indexing", 1, 2),
    Progress("switching", 0, 1),
)


COMPARISON = Comparison(
    (
        Passage(Mark.SAME, (Piece("1", Mark.SAME),)),
        Passage(
            Mark.CHANGED,
            (
                Piece("276 ", Mark.SAME),
                Piece("1,240", Mark.REMOVED),
                Piece("1,250", Mark.ADDED),
            ),
        ),
        Passage(Mark.ADDED, (Piece("2026", Mark.ADDED),)),
    ),
    folded=True,
)
"""What became of any entry that is called changed, in numbers, which all languages have."""


def offered_edition(collection: Collection, entries: Sequence[Entry]) -> Preview:
    """The next edition of a collection: of its entries the first is changed, the second withdrawn.

    Both are kept. Some more are called new, so that there is something to scroll.
    """
    later = replace(collection, edition=collection.edition + 1, date="2024-11-14")
    heads = [entry.head for entry in entries]
    changes = (
        *(Change(head.id, head.title, How.NEW) for head in heads[2:]),
        Change(heads[0].id, heads[0].title, How.CHANGED),
        Change(heads[1].id, heads[1].title, How.WITHDRAWN, "Replaced by its second version."),
    )
    touched = (
        Touched(changes[-2], 1, 2, ("Workshop in May",)),
        Touched(changes[-1], 1),
    )
    return Preview(
        Edition(later, ()),
        manifest="a" * 64,
        fingerprint="48213 00917 75520 31846 66102 09458 87731 24690",
        keys=("4176331313962232" + "0" * 48,),
        here=collection.edition,
        size=2_800_000,
        changes=changes,
        touched=touched,
        needed=46_000_000,
        free=3_100_000_000,
    )


@dataclass
class FakeUpdates:
    """``found`` are files by what they hold; all others are damaged. ``fault`` is raised first.

    ``switched`` is called when another edition is read.
    """

    collections: tuple[Collection, ...]
    found: dict[Path, Preview]
    fault: Exception | None = None
    faults: dict[Path, Exception] = field(default_factory=dict)
    looked_at: list[Path] = field(default_factory=list)
    taken: list[Preview] = field(default_factory=list)
    undone: list[Preview] = field(default_factory=list)
    stages: Iterable[Progress] = STAGES
    comparison: Comparison | None = field(default_factory=lambda: COMPARISON)
    switched: Callable[[], None] = lambda: None

    def services(self) -> UpdateServices:
        """What the window is offered."""
        return UpdateServices(
            held=self.held,
            look=self.look,
            take_in=self.take_in,
            undo=self.undo,
            news=self.news,
            compare=lambda _entry: self.comparison,
            compare_offered=lambda _file, _entry, _report: COMPARISON,
            history=self.history,
        )

    def held(self) -> tuple[Held, ...]:
        """What is here: as it came, and what was taken in since."""
        taken = (preview.edition.collection for preview in self.taken)
        later = {collection.id: collection for collection in taken}
        return tuple(
            Held(later.get(one.id, one), shipped=one.id not in later) for one in self.collections
        )

    def look(self, file: Path, _report: Report) -> Preview:
        """What a file offers."""
        self.looked_at.append(file)
        if file in self.faults:
            raise self.faults[file]
        if file not in self.found:
            raise BundleDamagedError("no zip", path=str(file))
        offered = self.found[file]
        taken = any(before.manifest == offered.manifest for before in self.taken)
        return replace(offered, here=offered.edition.number, changes=()) if taken else offered

    def take_in(self, file: Path, manifest: str, report: Report) -> None:
        """Take in what a file holds."""
        offered = self.found[file]
        assert offered.manifest == manifest
        for progress in self.stages:
            report(progress)
            if self.fault is not None:
                raise self.fault
        self.taken.append(offered)
        self.switched()

    def undo(self) -> bool:
        """Go back by one."""
        if not self.taken:
            return False
        self.undone.append(self.taken.pop())
        self.switched()
        return True

    def news(self) -> News:
        """What the edition changed that was taken in last."""
        if not self.taken:
            return News()
        return News(len(self.taken), self.taken[-1].changes)

    def history(self) -> tuple[PastChange, ...]:
        """What was taken in, and what was gone back from."""
        every = [(one, False) for one in self.taken] + [(one, True) for one in self.undone]
        return tuple(
            PastChange(
                at,
                "import",
                "2024-11-20T09:30:00+00:00",
                one.edition.collection.id,
                one.edition.collection.title,
                one.edition.collection.publisher,
                one.edition.number,
                one.here,
                undone=undone,
            )
            for at, (one, undone) in enumerate(every, 1)
        )
