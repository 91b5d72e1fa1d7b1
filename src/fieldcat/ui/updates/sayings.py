"""What the updates page says in plain words: of what is here, and of what cannot be taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from fieldcat.domain.updating import Change, PastChange
from fieldcat.services.offered import Held
from fieldcat.ui.labels import development_words, moment, number
from fieldcat.ui.updates.edition_list import EditionRow
from fieldcat.ui.updates.offers import Offer, Step
from fieldcat.ui.updates.wording import Refusals, Wording
from fieldcat.ui.widgets.plain_page import Said, Way
from fieldcat.ui.widgets.row_delegate import Content, Tag

Go = Callable[[], object]


class Sayings(QObject):
    """Makes rows and pages, in the language of the window."""

    def __init__(
        self,
        *,
        open_file: Go,
        try_again: Go,
        drop: Go,
        undo: Go,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_file = open_file
        self._try_again = try_again
        self._drop = drop
        self._undo = undo
        self._wording = Wording(self)
        self._refusals = Refusals(self)

    def rows(self, offers: Iterable[Offer], held: Iterable[Held]) -> tuple[EditionRow, ...]:
        """The rows of the list: what was found or opened, and what is here."""
        found = tuple(EditionRow(str(offer.file), *self._of_offer(offer)) for offer in offers)
        here = tuple(EditionRow(one.collection.id, *self._of_held(one)) for one in held)
        heads = (
            EditionRow("", self.tr("Found just now")),
            EditionRow("", self.tr("On this computer")),
        )
        return (*((heads[0], *found) if found else ()), *((heads[1], *here) if here else ()))

    def offer(self, offer: Offer) -> Said:
        """A file that is being looked at, cannot be taken in, or need not be."""
        if offer.fault is not None:
            return self._refused(offer, offer.fault)
        preview = offer.preview
        if offer.step is Step.WAITING or preview is None:
            words = self.tr(
                "fieldcat looks whether “%1” is whole, and who signed it. That changes nothing."
            )
            return Said(self.tr("Being checked"), (words.replace("%1", offer.file.name),))
        title = self._wording.named(preview.edition.collection)
        close = Way(self.tr("Close this"), self._drop)
        if offer.step is Step.TAKEN_IN:
            words = self.tr("This edition is in use now.")
            return Said(title, (words,), (close,), leads=False)
        words = self.tr("“%1” holds the edition that you have already. There is nothing to do.")
        return Said(title, (words.replace("%1", offer.file.name),), (close,), leads=False)

    def held(self, held: Held, *, development: bool) -> Said:
        """A collection that is here."""
        collection = held.collection
        by = self.tr("Published by %1.").replace("%1", collection.publisher)
        dated = f"{self._wording.dated(collection.date)}."
        came = self.tr("This edition came with fieldcat.")
        how = self.tr(
            "To bring it up to date, open a file whose name ends in .fieldcat, or drop one on this "
            "window. It is checked first, and you see what it would change."
        )
        paragraphs = [by, dated, *([came] if held.shipped else []), how]
        if development:
            paragraphs.append(development_words())
        ways = [Way(self.tr("Open a file"), self._open_file, "folder-open")]
        if not held.shipped:
            back = self.tr("Go back to before the last import")
            ways.append(Way(back, self._undo, "rotate-ccw"))
        named = self._wording.named(collection)
        return Said(named, tuple(paragraphs), tuple(ways), leads=False)

    def history(self, past: Sequence[PastChange]) -> Said:
        """All that changed what is read, the newest first, and the way back."""
        lines = tuple(f"{moment(change.at)} – {self._wording.past(change)}" for change in past)
        safe = self.tr("Going back never touches your notes, folders and bookmarks.")
        back = self.tr("Go back to before the last import")
        possible = not all(change.undone for change in past)
        ways = (Way(back, self._undo, "rotate-ccw"),) if possible else ()
        return Said(self.tr("History"), (*lines, safe), ways, leads=False)

    def withdrawn(self, change: Change) -> str:
        """What is said of an entry that is gone and that one does not keep."""
        words = self.tr("“%1” was withdrawn. %2")
        return words.replace("%1", change.title).replace("%2", change.reason).strip()

    def nothing(self) -> Said:
        """Before anything is known."""
        return Said(self.tr("Updates"), (self.tr("Looking what is on this computer."),))

    def _refused(self, offer: Offer, fault: Exception) -> Said:
        ways = [Way(self.tr("Open another file"), self._open_file, "folder-open")]
        if self._refusals.may_help_again(fault):
            ways.insert(0, Way(self.tr("Try again"), self._try_again, "rotate-ccw"))
        ways.append(Way(self.tr("Close this"), self._drop))
        safe = self.tr("Nothing was changed: the casebook that you had is still in use.")
        tag = Tag("circle-x", offer.file.name, "danger")
        words = (self._refusals.words(fault), safe)
        return Said(self._refusals.title(fault), words, tuple(ways), tag, leads=False)

    def _of_offer(self, offer: Offer) -> tuple[str, Content]:
        preview = offer.preview
        name = preview.edition.collection.title if preview else offer.file.name
        if offer.fault is not None:
            meta = self.tr("Cannot be taken in")
        elif preview is None:
            meta = self.tr("Being checked")
        else:
            words = self.tr("Edition %1, in “%2”")
            if offer.place:
                words = self.tr("Edition %1, on “%2”")
            meta = words.replace("%1", number(preview.edition.number))
            meta = meta.replace("%2", offer.place or offer.file.name)
        sign = "hard-drive" if offer.place else "hard-drive-download"
        return name, Content(sign, name, meta)

    def _of_held(self, held: Held) -> tuple[str, Content]:
        collection = held.collection
        after = (
            self.tr("came with fieldcat") if held.shipped else self._wording.age(collection.date)
        )
        meta = f"{self._wording.edition(collection.edition)} · {after}"
        return collection.title, Content("package", collection.title, meta)
