"""What My casebook says in plain words: of an empty list, a withdrawn entry, a saved search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.keeping import Bookmark, Note, SavedSearch
from fieldcat.services.answers import SearchCount
from fieldcat.ui.labels import day, day_text
from fieldcat.ui.pages.my_casebook_words import FacetLabel, search_words
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.widgets.own_model import OwnRow
from fieldcat.ui.widgets.plain_page import Said, Way
from fieldcat.ui.widgets.row_delegate import Tag
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot

Go = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ways:
    """What the buttons of these pages do."""

    to_casebook: Go
    to_all_kept: Go
    new_folder: Go
    take_in: Go
    remember: Go
    clear_search: Go


class Sayings(QObject):
    """Makes them, in the language of the window. ``label`` gives the words for a facet's value."""

    def __init__(self, ways: Ways, label: FacetLabel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = ways
        self._label = label

    def counted(self, shelf: Shelf, count: int) -> str:
        """How many rows a list shows."""
        # Not said by a class with others under it: of a text with a number the binding takes the
        # first class that it asks for an answer, and so the English words.
        if shelf is Shelf.NOTES:
            return self.tr("%Ln notes", "", count)
        if shelf is Shelf.SEARCHES:
            return self.tr("%Ln searches", "", count)
        return self.tr("%Ln entries", "", count)

    def nothing_within(self, wanted: str, among: int) -> Said:
        """No row of a list says the words that were looked for."""
        title = filled(self.tr("Nothing here says “%1”"), isolated(wanted))
        where = self.tr(
            "Titles, organisations and the words of your notes were searched, in this list only."
        )
        back = Way(self.tr("Show all %Ln", "", among), self._ways.clear_search)
        return Said(title, (where,), (back,))

    def empty(self, spot: Spot, name: str, *, remembers: bool, any_kept: bool) -> Said:
        """A list or folder has nothing in it: what to do next."""
        if spot.shelf is Shelf.NOTES:
            return self._no_notes()
        if spot.shelf is Shelf.READ:
            return self._nothing_read() if remembers else self._not_remembered()
        if spot.shelf is Shelf.SEARCHES:
            return self._no_searches()
        if spot == ALL_KEPT:
            return self._nothing_kept()
        return self._empty_folder(name, any_kept=any_kept)

    def withdrawn(
        self,
        row: OwnRow,
        notes: Sequence[Note],
        tag: Tag,
        gone: Withdrawn | None,
        *,
        let_go: Go,
        read: Go,
    ) -> Said:
        """An entry is not in the casebook any more; ``gone`` says why, if that is known."""
        why = self.tr(
            "This entry was withdrawn from the casebook, so its text is not on this computer."
        )
        readable = gone is not None and gone.entry is not None
        if gone is not None:
            why = self.tr("Its publisher withdrew it on %1: %2")
            why = filled(why, day(gone.withdrawal.date), gone.withdrawal.reason)
        stays = self.tr("What you wrote about it stays here until you remove it yourself.")
        kept = isinstance(row.thing, Bookmark)
        ways = []
        if readable and (kept or notes):
            ways.append(Way(self.tr("Read it as it was"), read, "file-text"))
        if kept:
            ways.append(Way(self.tr("Keep it no longer"), let_go, "bookmark"))
        quoted = tuple(_note_words(note) for note in notes)
        paragraphs = (why, stays) if quoted else (why,)
        return Said(row.content.title, paragraphs, tuple(ways), tag, quoted, leads=False)

    def search(
        self, search: SavedSearch, counts: Mapping[str, SearchCount | None], count: str, ask: Go
    ) -> Said:
        """A saved search: what it asks, what it finds, and the way to ask it again."""
        known = counts.get(search.id)
        since = filled(self.tr("Last looked at on %1."), day_text(search.seen_at))
        found = f"{count}."
        if known is not None and known.new:
            found = self.tr("%1, %2 of them new since then.")
            found = filled(found, count, self._number(known.new))
        words = self.tr("Ask again")
        if known is not None and known.total:
            words = self.tr("Show these %Ln", "", known.total)
        asked = search_words(search.query, self._label)
        return Said(search.name, (asked, f"{since} {found}"), (Way(words, ask),))

    # --- empty lists --------------------------------------------------------------------------

    def _nothing_kept(self) -> Said:
        how = self.tr(
            "Choose “Save” over an entry, press its bookmark in the list, or Ctrl+D. It is kept "
            "here, and stays when the casebook is updated."
        )
        carried = self.tr(
            "If you have kept things on another computer, take them in from the file you copied "
            "there."
        )
        return Said(
            self.tr("Nothing is kept yet"),
            (how, carried),
            (
                Way(self.tr("Go to the casebook"), self._ways.to_casebook),
                Way(self.tr("New folder"), self._ways.new_folder, "folder-plus"),
                Way(self.tr("Take in from a file…"), self._ways.take_in, "download"),
            ),
        )

    def _empty_folder(self, name: str, *, any_kept: bool) -> Said:
        title = filled(self.tr("“%1” is empty"), isolated(name))
        if not any_kept:
            how = self.tr("Keep an entry first: “Save” over its text, or Ctrl+D.")
            return Said(title, (how,), (Way(self._casebook, self._ways.to_casebook),))
        how = self.tr(
            "Drag entries onto the folder, or select them under “Kept” and choose “Move to…” "
            "(Ctrl+Shift+M)."
        )
        return Said(title, (how,), (Way(self.tr("Show all that is kept"), self._ways.to_all_kept),))

    def _no_notes(self) -> Said:
        how = self.tr(
            "In an entry, select some words and press Ctrl+H to mark them, or Ctrl+M to write a "
            "note on them. Without words selected, the note is on the whole entry."
        )
        return Said(self.tr("No notes yet"), (how,), (Way(self._casebook, self._ways.to_casebook),))

    def _nothing_read(self) -> Said:
        how = self.tr("Entries that you read stand here, the newest first, to come back to.")
        whose = self.tr("Whoever uses this computer can see them. They can be cleared at any time.")
        return Said(
            self.tr("Nothing read yet"),
            (how, whose),
            (Way(self._casebook, self._ways.to_casebook),),
        )

    def _not_remembered(self) -> Said:
        how = self.tr(
            "fieldcat does not note which entries you read, nor how far. Nothing of it is stored."
        )
        return Said(
            self.tr("What you read is not remembered"),
            (how,),
            (Way(self.tr("Remember what I read"), self._ways.remember),),
            leads=False,
        )

    def _no_searches(self) -> Said:
        how = self.tr(
            "Search the casebook, tick filters, and press Ctrl+S. The search is kept here and "
            "tells how many entries it finds, and how many are new."
        )
        return Said(
            self.tr("No saved searches yet"),
            (how,),
            (Way(self._casebook, self._ways.to_casebook),),
        )

    @property
    def _casebook(self) -> str:
        return self.tr("Go to the casebook")

    def _number(self, value: int) -> str:
        return self.tr("%Ln", "a number by itself", value)


def _note_words(note: Note) -> str:
    quotation = f"“{note.passage.quotation}”" if note.passage else ""
    return "\n".join(part for part in (quotation, note.text.strip()) if part)
