"""What the updates page says in plain words: of what is here, and of what cannot be taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from fieldcat.domain.publishers import Publisher, WebNews
from fieldcat.domain.updating import Change, Host, PastChange
from fieldcat.errors import BundleUnreadableError, EnvironmentFaultError
from fieldcat.ui.labels import day, development_words, moment, newer_program_words, number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reach import Reach
from fieldcat.ui.updates.edition_list import EditionRow
from fieldcat.ui.updates.offers import Offer, Step
from fieldcat.ui.updates.publishers import OpenCard
from fieldcat.ui.updates.refusals import Refusals
from fieldcat.ui.updates.sticks import Copied
from fieldcat.ui.updates.wording import Wording, size_text
from fieldcat.ui.widgets.plain_page import Said, Way
from fieldcat.ui.widgets.row_delegate import Content, Tag

Go = Callable[[], object]

CARD = ":card"
"""Stands for the card that is open, where others stand by their files and collections."""


@dataclass(frozen=True, slots=True)
class Goes:
    """What the buttons of the pages do."""

    open_file: Go
    try_again: Go
    drop: Go
    undo: Go
    fetch: Go
    ask: Callable[[Publisher], object]
    choose: Callable[[Publisher], object]
    use: Callable[[Publisher, int], object]
    change: Callable[[Publisher, str], object]
    close_card: Go
    leave: Go
    next_stick: Go
    copy_again: Go


class Sayings(QObject):
    """Makes rows and pages, in the language of the window."""

    def __init__(self, goes: Goes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goes = goes
        self._wording = Wording(self)
        self._refusals = Refusals(self)

    def rows(
        self, offers: Iterable[Offer], card: OpenCard | None, known: Iterable[Publisher]
    ) -> tuple[EditionRow, ...]:
        """The rows of the list: what was found or opened, and what is here."""
        found = [EditionRow(offer.key, *self._of_offer(offer)) for offer in offers]
        if card is not None:
            found.insert(0, EditionRow(CARD, *self._of_card(card)))
        here = tuple(EditionRow(one.collection, *self._of_publisher(one)) for one in known)
        heads = (
            EditionRow("", self.tr("Found just now")),
            EditionRow("", self.tr("On this computer")),
        )
        return (*((heads[0], *found) if found else ()), *((heads[1], *here) if here else ()))

    def offer(self, offer: Offer, line: Reach) -> Said:
        """An edition that is looked at, or to be fetched, cannot be taken in, or need not be."""
        if offer.fault is not None:
            return self._refused(offer, offer.fault)
        preview = offer.preview
        if offer.step is Step.FOUND and offer.web is not None:
            return self._found(offer.web, line)
        if offer.step is Step.WAITING or preview is None:
            return self._waiting(offer)
        title = self._wording.named(preview.edition.collection)
        close = Way(self.tr("Close this"), self._goes.drop)
        if offer.step is Step.TAKEN_IN:
            words = self.tr("This edition is in use now.")
            return Said(title, (words,), (close,), leads=False)
        words = self.tr("“%1” holds the edition that you have already. There is nothing to do.")
        return Said(title, (filled(words, offer.name),), (close,), leads=False)

    def card(self, card: OpenCard) -> Said:
        """A publisher's card that is being read, or cannot be added."""
        if card.fault is None:
            words = self.tr("fieldcat reads what the card “%1” says. That changes nothing.")
            return Said(self.tr("Being read"), (filled(words, card.file.name),))
        safe = self.tr("Nothing was changed.")
        close = Way(self.tr("Close this"), self._goes.close_card)
        tag = Tag("circle-x", card.file.name, "danger")
        fault = card.fault
        if type(fault) is EnvironmentFaultError:  # the file went while it was read
            fault = BundleUnreadableError()
        words = self._refusals.words(fault)
        return Said(self._refusals.title(fault), (words, safe), (close,), tag, leads=False)

    def publisher(self, known: Publisher, *, alone: bool = False) -> Said:
        """A publisher, what is here of it, and what can be done about it.

        ``alone``: without it nothing would be left to read.
        """
        goes = self._goes
        paragraphs = [filled(self.tr("Published by %1."), known.publisher)]
        if known.edition:
            paragraphs.append(f"{self._wording.dated(known.date)}.")
        if known.as_shipped:
            paragraphs.append(self.tr("This edition came with fieldcat."))
        if known.left:
            paragraphs.append(self._left(known))
        if not known.enabled:
            paragraphs.append(
                self.tr(
                    "Switched off: nothing of it is shown, and nothing is taken in. What you kept "
                    "and noted stays."
                )
            )
        elif not known.edition and not known.left:
            paragraphs.append(
                self.tr(
                    "You trust this publisher, and nothing of it was taken in yet. Open its file."
                )
            )
        elif not known.left:
            paragraphs.append(
                self.tr(
                    "To bring it up to date, open a file whose name ends in .fieldcat, or drop one "
                    "on this window. It is checked first, and you see what it would change."
                )
            )
        if known.web and known.enabled:
            web = self.tr("Its editions can also be fetched from %1, when you ask for it.")
            paragraphs.append(filled(web, known.web))
        if known.newer_program is not None:
            paragraphs.append(newer_program_words(known.newer_program))
        told = self.tr("The publisher’s number: %1. The same in words: %2.")
        told = filled(told, known.fingerprint, " ".join(known.words))
        paragraphs.append(told)
        if known.development:
            paragraphs.append(development_words())
        if known.left:
            # Whatever is made here is made over what stands here, which this program cannot read.
            return Said(self._titled(known), tuple(paragraphs), (), leads=False)
        ways = []
        if known.enabled:
            if known.web:
                ways.append(Way(self.tr("Check for updates"), partial(goes.ask, known), "globe"))
            ways.append(Way(self.tr("Open a file"), goes.open_file, "folder-open"))
            if len(known.editions) > 1:
                ways.append(
                    Way(self.tr("Read another edition"), partial(goes.choose, known), "history")
                )
            if known.edition and not alone:
                off = partial(goes.change, known, "disable")
                ways.append(Way(self.tr("Switch this publisher off"), off, "x"))
        else:
            on = partial(goes.change, known, "enable")
            ways.append(Way(self.tr("Switch this publisher on"), on, "check"))
        if not known.programs and not (alone and known.edition):
            gone = partial(goes.change, known, "remove")
            ways.append(Way(self.tr("Remove this publisher"), gone, "trash-2"))
        return Said(self._titled(known), tuple(paragraphs), tuple(ways), leads=False)

    def editions(self, known: Publisher) -> Said:
        """The editions of a publisher that are here, to choose from."""
        words = self.tr(
            "All other publishers stay as they are, and so does what you made. The newest edition "
            "stays here, too, and can be chosen again."
        )
        use = self.tr("Read edition %1 of %2")
        ways = [
            Way(
                filled(use, number(edition), day(dated)),
                partial(self._goes.use, known, edition),
            )
            for edition, dated in sorted(zip(known.editions, known.days, strict=True), reverse=True)
            if edition != known.edition
        ]
        ways.append(Way(self.tr("Stay with this one"), self._goes.leave, "undo-2"))
        return Said(self._titled(known), (words,), tuple(ways), leads=False)

    def history(self, past: Sequence[PastChange]) -> Said:
        """All that changed what is read, the newest first, and the way back."""
        lines = tuple(f"{moment(change.at)} – {self._wording.past(change)}" for change in past)
        safe = self.tr("Going back never touches your notes, folders, bookmarks and sessions.")
        back = self.tr("Go back to before the last import")
        possible = not all(change.undone for change in past)
        ways = (Way(back, self._goes.undo, "rotate-ccw"),) if possible else ()
        return Said(self.tr("History"), (*lines, safe), ways, leads=False)

    def withdrawn(self, change: Change) -> str:
        """What is said of an entry that is gone and that one does not keep."""
        words = self.tr("“%1” was withdrawn. %2")
        return filled(words, change.title, change.reason).strip()

    def copied(self, copied: Copied) -> Said:
        """What came of copying to a stick."""
        name, again = copied.place.name, self.tr("Copy to another stick")
        if copied.fault is None:
            title = filled(self.tr("Copied to “%1”"), name)
            words = self.tr(
                "%1 were read back from the stick, every byte. You can pull it out, and put in the "
                "next one."
            )
            words = filled(words, size_text(copied.length))
            return Said(title, (words,), (Way(again, self._goes.next_stick, "hard-drive"),))
        tag = Tag("circle-x", name, "danger")
        title = filled(self.tr("It could not be copied to “%1”"), name)
        ways = (
            Way(self.tr("Try again"), self._goes.copy_again, "rotate-ccw"),
            Way(again, self._goes.next_stick, "hard-drive"),
        )
        return Said(title, (self._refusals.stick(copied.fault),), ways, tag, leads=False)

    def nothing(self) -> Said:
        """Before anything is known."""
        return Said(self.tr("Updates"), (self.tr("Looking what is on this computer."),))

    def _titled(self, known: Publisher) -> str:
        if not known.edition:
            return known.title
        return self._wording.titled(known.title, known.edition)

    def _waiting(self, offer: Offer) -> Said:
        close = Way(self.tr("Stop"), self._goes.drop)
        if isinstance(offer.origin, Host) and offer.web is None:
            words = self.tr(
                "fieldcat asks the publisher of “%1” for its newest edition. A few kilobytes come "
                "for that, and nothing is changed."
            )
            title = self.tr("Asking the publisher")
            return Said(title, (filled(words, offer.name),), (close,), leads=False)
        words = self.tr(
            "fieldcat looks whether “%1” is whole, and who signed it. That changes nothing."
        )
        return Said(self.tr("Being checked"), (filled(words, offer.name),))

    def _found(self, web: WebNews, line: Reach) -> Said:
        """An edition at a host, before it is fetched."""
        size = self.tr("%1 are fetched from %2. You can stop at any time: what came is kept.")
        size = filled(size, size_text(web.to_fetch), web.address)
        if not web.to_fetch:
            size = self.tr("All of it came already.")
        paragraphs = [f"{self._wording.dated(web.date)}.", size]
        if line.metered:
            paragraphs.append(
                self.tr("The system says that this connection is paid for by its use.")
            )
        paragraphs.append(
            self.tr("Nothing is changed by that. You see first what the edition would change.")
        )
        fetch = filled(self.tr("Fetch edition %1"), number(web.edition))
        ways = (Way(fetch, self._goes.fetch, "download"), Way(self.tr("Not now"), self._goes.drop))
        return Said(self._wording.titled(web.title, web.edition), tuple(paragraphs), ways)

    def _refused(self, offer: Offer, fault: Exception) -> Said:
        ways = []
        if self._refusals.may_help_again(fault):
            ways.append(Way(self.tr("Try again"), self._goes.try_again, "rotate-ccw"))
        if not isinstance(offer.origin, Host):
            ways.append(Way(self.tr("Open another file"), self._goes.open_file, "folder-open"))
        ways.append(Way(self.tr("Close this"), self._goes.drop))
        safe = self.tr("Nothing was changed: the casebook that you had is still in use.")
        tag = Tag("circle-x", offer.name, "danger")
        words = (self._refusals.words(fault), safe)
        return Said(self._refusals.title(fault), words, tuple(ways), tag, leads=False)

    def _of_card(self, card: OpenCard) -> tuple[str, Content]:
        name = card.offer.card.title if card.offer is not None else card.file.name
        meta = self.tr("A publisher’s card")
        if card.fault is not None:
            meta = self.tr("Cannot be added")
        return name, Content("shield-check", name, meta)

    def _of_offer(self, offer: Offer) -> tuple[str, Content]:
        preview = offer.preview
        name = preview.edition.collection.title if preview else offer.name
        if isinstance(offer.origin, Host):
            return name, Content("globe", name, self._of_host(offer))
        if offer.fault is not None:
            meta = self.tr("Cannot be taken in")
        elif preview is None:
            meta = self.tr("Being checked")
        else:
            words = self.tr("Edition %1, in “%2”")
            if offer.place:
                words = self.tr("Edition %1, on “%2”")
            meta = filled(words, number(preview.edition.number), offer.place or offer.name)
        sign = "hard-drive" if offer.place else "hard-drive-download"
        return name, Content(sign, name, meta)

    def _of_host(self, offer: Offer) -> str:
        if offer.fault is not None:
            return self.tr("Could not be fetched")
        if offer.web is None:
            return self.tr("Being asked")
        words = self.tr("Edition %1, over the web")
        if offer.step is Step.FETCHING:
            words = self.tr("Edition %1 is being fetched")
        return filled(words, number(offer.web.edition))

    def _left(self, known: Publisher) -> str:
        words = self.tr(
            "Edition %1 was taken in by a newer fieldcat, which it needs: this one leaves it as it "
            "is. To import with this one, go back first, under “History”."
        )
        return filled(words, number(known.left))

    def _of_publisher(self, known: Publisher) -> tuple[str, Content]:
        if known.left and not known.edition:
            needs = self.tr("Edition %1 needs a newer fieldcat")
            meta = filled(needs, number(known.left))
        elif not known.edition:
            meta = self.tr("Nothing taken in yet")
        else:
            after = self._wording.age(known.date)
            if known.left:
                needs = self.tr("edition %1 needs a newer fieldcat")
                after = filled(needs, number(known.left))
            if known.as_shipped:
                after = self.tr("came with fieldcat")
            if not known.enabled:
                after = self.tr("switched off")
            meta = f"{self._wording.edition(known.edition)} · {after}"
        return known.title, Content("package", known.title, meta)
