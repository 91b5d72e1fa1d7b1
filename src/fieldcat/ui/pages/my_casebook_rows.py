"""What the lists of My casebook show: the rows of each, found within and in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCollator, QObject

from fieldcat.domain.entry import EntryId, Head, Kind
from fieldcat.domain.keeping import Bookmark, Note, Reading, SavedSearch
from fieldcat.domain.query import Sort
from fieldcat.services.answers import Kept, SearchCount
from fieldcat.ui.icons import KIND_ICONS
from fieldcat.ui.labels import day_text, kind_label, meta_parts
from fieldcat.ui.pages.my_casebook_words import FacetLabel, search_words
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.finding import occurrences
from fieldcat.ui.widgets.own_model import OwnRow
from fieldcat.ui.widgets.result_delegate import sensitive_tag
from fieldcat.ui.widgets.row_delegate import Bookmark as Sign
from fieldcat.ui.widgets.row_delegate import Content, Tag
from fieldcat.ui.widgets.shelf_model import Shelf, Spot


class Rows(QObject):
    """Makes the rows. ``label`` gives the words for a facet's value, ``country`` a country's."""

    def __init__(
        self, label: FacetLabel, country: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._country = country

    def of(
        self,
        kept: Kept,
        spot: Spot,
        wanted: str = "",
        sort: Sort = Sort.NEWEST,
        counts: Mapping[str, SearchCount | None] | None = None,
    ) -> tuple[OwnRow, ...]:
        """The rows of a list that say all ``wanted`` words, whatever their accents.

        ``counts`` holds what is known of what the saved searches find, by their ids; None where
        it could not be found out.
        """
        words = wanted.split()
        match spot.shelf:
            case Shelf.KEPT:
                rows = self._kept(kept, spot.folder, words)
            case Shelf.NOTES:
                rows = self._notes(kept, words)
            case Shelf.READ:
                rows = self._read(kept, words)
            case Shelf.SEARCHES:
                rows = self._searches(kept.searches, words, counts or {})
        return tuple(_sorted(rows, sort))

    def withdrawn_tag(self) -> Tag:
        """The tag of an entry that is not in the casebook any more."""
        return Tag("circle-x", self.tr("Withdrawn"), "danger")

    # --- the lists ----------------------------------------------------------------------------

    def _kept(self, kept: Kept, folder: int | None, words: Sequence[str]) -> list[OwnRow]:
        notes: dict[EntryId, list[Note]] = {}
        for note in kept.notes:
            notes.setdefault(note.entry, []).append(note)
        rows = []
        for bookmark in kept.bookmarks:
            if folder is not None and bookmark.folder != folder:
                continue
            head = kept.heads.get(bookmark.entry)
            own = notes.get(bookmark.entry, [])
            texts = [note.text for note in own]
            title = head.title if head else bookmark.title
            quotations = (note.passage.quotation for note in own if note.passage)
            if not _says(words, [title, _organisation(head), *texts, *quotations]):
                continue
            when = filled(self.tr("kept %1"), day_text(bookmark.kept_at))
            said = _best(texts, words)
            content = Content(
                icon=KIND_ICONS[bookmark.entry.kind],
                title=title,
                title_marks=_marks(title, words),
                meta=self._meta(bookmark.entry, head, when),
                tags=self._tags(head, bookmark.revision),
                words=said,
                words_marks=_marks(said, words),
            )
            gone = head is None
            rows.append(OwnRow(str(bookmark.entry), bookmark, content, Sign.FILLED, gone))
        return rows

    def _notes(self, kept: Kept, words: Sequence[str]) -> list[OwnRow]:
        rows = []
        for note in kept.notes:
            head = kept.heads.get(note.entry)
            title = head.title if head else note.title
            quotation = note.passage.quotation if note.passage else ""
            if not _says(words, [title, _organisation(head), note.text, quotation]):
                continue
            kind = self.tr("Note") if note.text.strip() else self.tr("Marked words")
            content = Content(
                icon="sticky-note" if note.text.strip() else "highlighter",
                title=title,
                title_marks=_marks(title, words),
                meta=f"{kind} · {day_text(note.changed_at)}",
                tags=self._tags(head, note.revision, sensitive=False),
                quotation=quotation,
                quotation_marks=_marks(quotation, words),
                words=note.text,
                words_marks=_marks(note.text, words),
            )
            rows.append(OwnRow(note.id, note, content, withdrawn=head is None))
        return rows

    def _read(self, kept: Kept, words: Sequence[str]) -> list[OwnRow]:
        bookmarked = {bookmark.entry for bookmark in kept.bookmarks}
        rows = []
        for reading in kept.readings:
            head = kept.heads.get(reading.entry)
            title = head.title if head else reading.title
            if not _says(words, [title, _organisation(head)]):
                continue
            when = filled(self.tr("read %1"), day_text(reading.read_at))
            content = Content(
                icon=KIND_ICONS[reading.entry.kind],
                title=title,
                title_marks=_marks(title, words),
                meta=self._meta(reading.entry, head, when),
                tags=self._tags(head, None),
            )
            sign = Sign.FILLED if reading.entry in bookmarked else Sign.OUTLINE
            if head is None and sign is Sign.OUTLINE:
                sign = Sign.NONE
            rows.append(OwnRow(str(reading.entry), reading, content, sign, head is None))
        return rows

    def _searches(
        self,
        searches: Iterable[SavedSearch],
        words: Sequence[str],
        counts: Mapping[str, SearchCount | None],
    ) -> list[OwnRow]:
        rows = []
        for search in searches:
            asked = search_words(search.query, self._label)
            if not _says(words, [search.name, asked]):
                continue
            content = Content(
                icon="search",
                title=search.name,
                title_marks=_marks(search.name, words),
                meta=self.count_words(search, counts),
                tags=self._new_tags(counts.get(search.id)),
                words=asked,
                words_marks=_marks(asked, words),
            )
            rows.append(OwnRow(search.id, search, content))
        return rows

    def count_words(self, search: SavedSearch, counts: Mapping[str, SearchCount | None]) -> str:
        """How many entries a saved search finds, as far as it is known."""
        if search.id not in counts:
            return self.tr("Counting…")
        count = counts[search.id]
        if count is None:
            return self.tr("Could not be counted")
        return self.tr("%Ln entries", "", count.total)

    # --- parts --------------------------------------------------------------------------------

    def _meta(self, entry: EntryId, head: Head | None, when: str) -> str:
        parts = (kind_label(entry.kind),) if head is None else meta_parts(head, self._country)
        if entry.kind is Kind.HELP_SERVICE:
            # When its facts were stated gives way to the day: both do not fit into the line.
            parts = parts[:2]
        # First, where it is never cut off: it is what the list is in the order of.
        return " · ".join((when, *parts))

    def _tags(
        self, head: Head | None, revision: int | None, *, sensitive: bool = True
    ) -> tuple[Tag, ...]:
        if head is None:
            return (self.withdrawn_tag(),)
        tags: tuple[Tag, ...] = (sensitive_tag(),) if head.sensitive and sensitive else ()
        if revision is not None and head.revision > revision:
            tags += (Tag("file-pen", self.tr("Changed"), "changed"),)
        return tags

    def _new_tags(self, count: SearchCount | None) -> tuple[Tag, ...]:
        if count is None or not count.new:
            return ()
        return (Tag("circle-plus", self.tr("%Ln new", "", count.new), "ok"),)


def _organisation(head: Head | None) -> str:
    return head.organisation if head else ""


def _says(words: Sequence[str], texts: Sequence[str]) -> bool:
    return all(any(occurrences(text, word) for text in texts) for word in words)


def _best(texts: Sequence[str], words: Sequence[str]) -> str:
    """The note to show beside an entry: one that says the words, else the newest with words."""
    said = [text for text in texts if text.strip()]
    found = (text for text in said if any(occurrences(text, word) for word in words))
    return next(found, said[0] if said else "")


def _marks(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({place for word in words for place in occurrences(text, word)}))


def _sorted(rows: Sequence[OwnRow], sort: Sort) -> list[OwnRow]:
    if sort is Sort.TITLE:
        order = QCollator()
        order.setNumericMode(True)
        return sorted(rows, key=lambda row: order.sortKey(row.content.title))
    return sorted(rows, key=lambda row: _time(row.thing), reverse=True)


def _time(thing: Bookmark | Note | Reading | SavedSearch) -> datetime:
    match thing:
        case Bookmark():
            return thing.kept_at
        case Note():
            return thing.changed_at
        case Reading():
            return thing.read_at
        case SavedSearch():
            return thing.saved_at
