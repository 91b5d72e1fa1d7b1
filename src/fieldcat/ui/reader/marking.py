"""Brings notes and text together: passages marked on the page, cards at their height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal

from fieldcat.domain.keeping import Passage
from fieldcat.ui.reader.building import folded_sections
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.layers import Range
from fieldcat.ui.reader.note_card import Standing
from fieldcat.ui.reader.notes_margin import Height, NotesMargin
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.scrolling import PageScroll
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import section_of
from fieldcat.ui.reader.word_places import passages_in, range_of
from fieldcat.ui.theme import Theme


class Marking(QObject):
    """The notes on the entry in the reader. ``margin`` shows them as cards."""

    chosen = Signal(object)
    """The passage of this `Draft` was clicked."""

    def __init__(self, theme: Theme, sheet: PageScroll, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._page: Page | None = None
        self._opened: frozenset[str] = frozenset()
        self._texts: dict[str, TextPiece] = {}
        self._drafts: tuple[Draft, ...] = ()
        self._places: dict[Draft, tuple[TextPiece, Range]] = {}
        # Looked up at every step of scrolling: kept until the page is laid out in another way.
        self._areas: dict[Draft, QRect | None] = {}
        self._laid_out_as = QSize()
        self._active: Draft | None = None
        self._pointed: Draft | None = None
        self.margin = NotesMargin(theme, self.height_of)
        self.margin.chosen.connect(self.activate)
        self.margin.pointed.connect(self._point)
        sheet.verticalScrollBar().valueChanged.connect(self.margin.follow_scroll)
        sheet.beyond.connect(self.margin.lift)
        sheet.fitted.connect(self.margin.follow)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The notes that are shown."""
        return self._drafts

    @property
    def active(self) -> Draft | None:
        """The note that is at work."""
        return self._active

    def show_page(self, page: Page | None, opened: frozenset[str]) -> None:
        """Mark the passages on another page. ``opened`` names its sections that are not folded."""
        self._page, self._opened = page, opened
        self._texts = {}
        for text in page.texts if page is not None else ():
            self._texts |= dict.fromkeys({one.block for one in text.ranges.stretches}, text)
            text.note_chosen.connect(self._on_note_chosen)
            text.note_pointed.connect(self._on_note_pointed)
        self._place()

    def show_drafts(self, drafts: Sequence[Draft], whole: str) -> None:
        """Show these notes; ``whole`` are the words over a note on the whole entry."""
        self._drafts = tuple(drafts)
        if self._active not in self._drafts:
            self._active = None
        self.margin.show_drafts(drafts, whole)
        self._place()

    def activate(self, draft: Draft | None) -> None:
        """Let this note be the one at work, or none."""
        if draft is not self._active:
            self._active = draft
            self.margin.activate(draft)
            self._paint()

    def height_of(self, draft: Draft) -> Height | None:
        """Top and bottom of what a note is on, from the top of what is seen of the page."""
        page = self._page
        if page is None:
            return None
        if page.size() != self._laid_out_as:
            self._laid_out_as = page.size()
            self._areas = {}
        if draft not in self._areas:
            self._areas[draft] = self._area_of(page, draft)
        area = self._areas[draft]
        if area is None:
            return None
        scrolled = self._sheet.verticalScrollBar().value()
        order = self._places[draft][1][0] if draft in self._places else 0
        return area.top() - scrolled, area.bottom() - scrolled, order

    def lead_to(self, draft: Draft) -> None:
        """Bring the passage of a note into view."""
        if self._page is not None and draft in self._places:
            text, place = self._places[draft]
            self._sheet.jump(self._page.area_of(text, *place))

    def focus_passage(self, draft: Draft, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the passage of a note, wherever that is; whether it is shown."""
        if draft not in self._places:
            return False
        text, place = self._places[draft]
        text.setFocus(reason)
        text.place_caret(place[0])
        return True

    def lead_to_words(self, block: str, words: str) -> None:
        """Bring words of a block, or of a part of it, into view where they are shown."""
        for known, text in self._texts.items():
            if known == block or known.startswith(f"{block}:"):
                place = range_of(text.ranges, Passage(known, words))
                if place is not None:
                    self._sheet.jump_to(text, *place)
                    return

    def _area_of(self, page: Page, draft: Draft) -> QRect | None:
        """Where what a note is on stands on the page: its words, or the fold over them."""
        if draft in self._places:
            text, place = self._places[draft]
            return page.area_of(text, *place)
        passage = draft.passage
        section = section_of(page.view.entry.sections, passage.block) if passage else None
        fold = page.widget(f"section:{section.id}") if section else None
        return None if fold is None else fold.geometry()

    # --- selected words -----------------------------------------------------------------------

    @property
    def selected_text(self) -> TextPiece | None:
        """The piece of text in which words are selected."""
        texts = self._page.texts if self._page is not None else ()
        return next((text for text in texts if text.selection is not None), None)

    @property
    def selected_passages(self) -> tuple[Passage, ...]:
        """The passages that the selected words make, one for each block."""
        text = self.selected_text
        if text is None or text.selection is None:
            return ()
        return passages_in(text.ranges, *text.selection)

    def mark_of(self, passage: Passage) -> Draft | None:
        """The note or mark that there is on just these words."""
        same = (passage.block, passage.quotation, passage.before)
        for draft in self._drafts:
            on = draft.passage
            if on is not None and (on.block, on.quotation, on.before) == same:
                return draft
        return None

    def draft_at(self, text: TextPiece, position: int) -> Draft | None:
        """The note on the words at a position of a text."""
        number = text.layers.noted_at(position)
        return None if number is None else self._drafts[number]

    @property
    def draft_at_caret(self) -> Draft | None:
        """The note on the words that the keyboard is at."""
        texts = self._page.texts if self._page is not None else ()
        text = next((text for text in texts if text is text.window().focusWidget()), None)
        if text is None or text.caret is None:
            return None
        return self.draft_at(text, text.caret)

    # --- placing ------------------------------------------------------------------------------

    def _place(self) -> None:
        self._places, self._areas = {}, {}
        for draft in self._drafts:
            if draft.passage is not None:
                self._stand(draft, draft.passage)
        self._paint()
        self.margin.arrange()

    def _stand(self, draft: Draft, passage: Passage) -> None:
        card, page = self.margin.card_of(draft), self._page
        text = self._texts.get(passage.block)
        place = range_of(text.ranges, passage) if text is not None else None
        standing, folded_in = Standing.LOST, ""
        if text is not None and place is not None:
            self._places[draft] = (text, place)
            standing = Standing.SHOWN
        elif text is None and page is not None:
            section = section_of(page.view.entry.sections, passage.block)
            if section is not None and section.id in folded_sections(page.view, self._opened):
                standing, folded_in = Standing.FOLDED, section.title
        if card is not None:
            card.stand(standing, folded_in)

    def _paint(self) -> None:
        noted: dict[TextPiece, dict[int, Range]] = {}
        for draft, (text, place) in self._places.items():
            noted.setdefault(text, {})[self._drafts.index(draft)] = place
        apart = self._pointed or self._active
        number = self._drafts.index(apart) if apart in self._places else None
        for text in self._page.texts if self._page is not None else ():
            here = noted.get(text, {})
            text.show_notes(here, number if number in here else None)

    def _point(self, draft: Draft | None) -> None:
        if draft is not self._pointed:
            self._pointed = draft
            self._paint()

    def _on_note_pointed(self, number: int | None) -> None:
        draft = None if number is None else self._drafts[number]
        self.margin.hover(draft)
        self._point(draft)

    def _on_note_chosen(self, number: int) -> None:
        draft = self._drafts[number]
        self.activate(draft)
        self.chosen.emit(draft)
