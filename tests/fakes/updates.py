"""Editions in memory: files that hold one, or that there is something wrong with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldcat.domain.comparing import Comparison, Mark, Passage, Piece
from fieldcat.domain.edition import Card, Edition, Program
from fieldcat.domain.entry import Entry
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.publishers import CardOffer, Publisher, Turned, WebNews
from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import (
    Change,
    Host,
    How,
    InSession,
    News,
    Origin,
    PastChange,
    Preview,
    Touched,
)
from fieldcat.errors import BundleDamagedError, CardError
from fieldcat.services.offered import UpdateServices

STAGES = (
    Progress("verifying"),
    Progress("reading", 1, 1),
    Progress("building", 6, 12),
    Progress("indexing", 1, 2),
    Progress("switching", 0, 1),
)


FETCHING = (
    Progress("fetching", 53_000, 212_000),
    Progress("fetching", 106_000, 212_000, seconds_left=40),
    Progress("fetching", 212_000, 212_000, seconds_left=0),
)
COPYING = (
    Progress("copying", 1_400_000, 5_600_000, seconds_left=12),
    Progress("copying", 5_600_000, 5_600_000, seconds_left=0),
)
FINGERPRINT = "48213 00917 75520 31846 66102 09458 87731 24690"
WORDS = ("acorn", "river", "candle", "tiger", "plum", "robin") * 2
"""As a fingerprint is called, in digits and in words."""


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
    evening = InSession("a" * 32, "Parents’ evening")
    touched = (
        Touched(changes[-2], 1, 2, ("Workshop in May",), (evening, InSession("b" * 32, ""))),
        Touched(changes[-1], 1, sessions=(evening,)),
    )
    return Preview(
        Edition(later, ()),
        manifest="a" * 64,
        fingerprint=FINGERPRINT,
        keys=("4176331313962232" + "0" * 48,),
        here=collection.edition,
        size=2_800_000,
        changes=changes,
        touched=touched,
        needed=46_000_000,
        free=3_100_000_000,
    )


def offered_card(title: str, publisher: str) -> CardOffer:
    """The card of somebody, as it is shown before they are trusted."""
    return CardOffer(Card("tales", title, publisher, b"{}"), FINGERPRINT, WORDS)


@dataclass
class FakeUpdates:
    """``found`` are files by what they hold; all others are damaged. ``fault`` is raised first.

    Where ``web`` is an address, all of them can be fetched there. ``cards`` are publishers' cards.
    ``switched`` is called when another edition is read.
    """

    collections: tuple[Collection, ...]
    found: dict[Origin, Preview]
    fault: Exception | None = None
    faults: dict[Origin, Exception] = field(default_factory=dict)
    looked_at: list[Origin] = field(default_factory=list)
    taken: list[Preview] = field(default_factory=list)
    undone: list[Preview] = field(default_factory=list)
    stages: Iterable[Progress] = STAGES
    comparison: Comparison | None = field(default_factory=lambda: COMPARISON)
    switched: Callable[[], None] = lambda: None
    web: str = ""
    newer_program: Program | None = None
    web_fault: Exception | None = None
    card_fault: Exception | None = None
    fetching: Iterable[Progress] = FETCHING
    asked: list[str] = field(default_factory=list)
    cards: dict[Path, CardOffer] = field(default_factory=dict)
    added: list[Publisher] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)
    switched_off: set[str] = field(default_factory=set)
    chosen: dict[str, int] = field(default_factory=dict)
    installers: tuple[str, ...] = ()
    shipped: Path | None = None
    copying: Iterable[Progress] = COPYING
    stick_fault: Exception | None = None
    copied: list[tuple[Path, bool]] = field(default_factory=list)
    _back: Callable[[], object] = lambda: None

    def services(self) -> UpdateServices:
        """What the window is offered."""
        return UpdateServices(
            publishers=self.publishers,
            look=self.look,
            take_in=self.take_in,
            undo=self.undo,
            news=self.news,
            compare=lambda _entry: self.comparison,
            compare_offered=lambda _file, _entry, _report: COMPARISON,
            history=self.history,
            ask_host=self.ask_host,
            fetch=self.fetch,
            look_at_card=self.look_at_card,
            add_publisher=self.add_publisher,
            set_enabled=self.set_enabled,
            remove_publisher=self.remove_publisher,
            use_edition=self.use_edition,
            take_back=self.take_back,
            shipped=lambda: self.shipped,
            is_plugged_in=lambda _folder: False,
            installers=lambda: self.installers,
            copy_to=self.copy_to,
        )

    def publishers(self) -> tuple[Publisher, ...]:
        """What is here: as it came, what was taken in since, and who was added."""
        taken = (preview.edition.collection for preview in self.taken)
        later = {collection.id: collection for collection in taken}
        here = [
            self._publisher(later.get(one.id, one), as_shipped=one.id not in later)
            for one in self.collections
        ]
        known = (*here, *self.added)
        return tuple(
            replace(one, enabled=one.collection not in self.switched_off)
            for one in known
            if one.collection not in self.removed
        )

    def _publisher(self, collection: Collection, *, as_shipped: bool) -> Publisher:
        chosen = self.chosen.get(collection.id, collection.edition)
        editions = tuple(range(1, collection.edition + 1))
        return Publisher(
            collection.id,
            collection.title,
            collection.publisher,
            FINGERPRINT,
            WORDS,
            edition=chosen,
            date=collection.date,
            newest=collection.edition,
            editions=editions,
            days=tuple(collection.date for _ in editions),
            programs=True,
            as_shipped=as_shipped,
            web=self.web,
            newer_program=self.newer_program,
        )

    def ask_host(self, collection: str, _report: Report) -> WebNews:
        """What the host has: the next edition, unless it was taken in."""
        self.asked.append(collection)
        if self.web_fault is not None:
            raise self.web_fault
        offered = next(iter(self.found.values()))
        here = self.publishers()[0].edition
        of = offered.edition.collection
        return WebNews(
            collection, of.title, of.publisher, of.edition, of.date, here, 212_000, self.web
        )

    def fetch(self, collection: str, report: Report) -> None:
        """Fetch it, in steps."""
        for progress in self.fetching:
            report(progress)
        if self.web_fault is not None:
            raise self.web_fault
        self.found[Host(collection)] = next(iter(self.found.values()))

    def look_at_card(self, file: Path) -> CardOffer:
        """What a card says."""
        if self.card_fault is not None:
            raise self.card_fault
        if file not in self.cards:
            raise CardError("damaged", reason="damaged", path=str(file))
        return self.cards[file]

    def add_publisher(self, file: Path, fingerprint: str) -> None:
        """Trust the publisher of a card."""
        offer = self.cards[file]
        assert offer.fingerprint == fingerprint
        card = offer.card
        self.added.append(
            Publisher(card.collection, card.title, card.publisher, fingerprint, offer.words)
        )

    def set_enabled(self, collection: str, enabled: bool, report: Report) -> Turned:
        """Switch a publisher on or off."""
        self._turn(report)
        before = frozenset(self.switched_off)
        (self.switched_off.discard if enabled else self.switched_off.add)(collection)
        self._back = lambda: self.switched_off.symmetric_difference_update(
            self.switched_off ^ before
        )
        return Turned(collection, 1)

    def remove_publisher(self, collection: str, report: Report) -> Turned:
        """Know one no more."""
        self._turn(report)
        self.removed.add(collection)
        self._back = lambda: self.removed.discard(collection)
        return Turned(collection, 1)

    def use_edition(self, collection: str, number: int, report: Report) -> Turned:
        """Read another edition."""
        self._turn(report)
        self.chosen[collection] = number
        self._back = lambda: self.chosen.pop(collection)
        return Turned(collection, 1)

    def take_back(self, _turned: Turned) -> None:
        """Have it as it was."""
        if self.fault is not None:
            raise self.fault
        self._back()

    def copy_to(self, folder: Path, installers: bool, report: Report) -> int:
        """Copy there, in steps."""
        for progress in self.copying:
            report(progress)
        if self.stick_fault is not None:
            raise self.stick_fault
        self.copied.append((folder, installers))
        return 2_800_000

    def _turn(self, report: Report) -> None:
        for progress in self.stages:
            report(progress)
        if self.fault is not None:
            raise self.fault

    def look(self, file: Origin, _report: Report) -> Preview:
        """What a file offers."""
        self.looked_at.append(file)
        if file in self.faults:
            raise self.faults[file]
        if file not in self.found:
            raise BundleDamagedError("no zip", path=str(file))
        offered = self.found[file]
        taken = any(before.manifest == offered.manifest for before in self.taken)
        return replace(offered, here=offered.edition.number, changes=()) if taken else offered

    def take_in(self, file: Origin, manifest: str, report: Report) -> None:
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
