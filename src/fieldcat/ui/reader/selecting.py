"""Selected words: the bar beside them, the context menu, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.frame import ReaderFrame
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.text_piece import TextPiece

_ROOM = (4, 4, -24, -4)
"""The bar keeps so far from the edges of the text: left, top, right (a scroll bar), bottom."""


class Selecting(QObject):
    """Heeds what is selected on the page that is shown."""

    changed = Signal()
    note_wanted = Signal(object)
    """The keyboard should go to the words of this `Draft`."""

    def __init__(self, frame: ReaderFrame) -> None:
        super().__init__(frame)
        self._frame = frame

    def adopt(self, page: Page) -> None:
        """Heed another page."""
        for text in page.texts:
            text.selection_done.connect(self.heed)
            text.menu_wanted.connect(lambda at, text=text: self.open_menu(text, at))
            text.left_forwards = self._enter_bar
        self.heed()

    @property
    def words(self) -> str:
        """The words that are selected."""
        text = self._frame.marking.selected_text
        return "" if text is None else text.textCursor().selection().toPlainText()

    def deselect(self) -> None:
        """Let go of the selected words."""
        text = self._frame.marking.selected_text
        if text is not None:
            text.deselect()
        self.heed()

    def heed(self) -> None:
        """Offer what can be done with the words that are selected now."""
        frame, does, bar = self._frame, self._frame.commands, self._frame.selection_bar
        text, passages = frame.marking.selected_text, frame.marking.selected_passages
        does.highlight.setEnabled(bool(passages))
        for action in (does.highlight, does.note):
            bar.button(action).setVisible(bool(passages))
        if text is None:
            bar.hide()
        else:
            bar.show_for(text, frame.sheet.geometry().adjusted(*_ROOM))
        self.changed.emit()

    def open_menu(self, text: TextPiece, place: QPoint) -> None:
        """Open the context menu of a text at a place on the screen."""
        does, marking = self._frame.commands, self._frame.marking
        menu = QMenu(self._frame)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([does.highlight, does.note, does.add])
        draft = marking.draft_at(text, text.textCursor().position())
        if draft is not None:
            self._add_note(menu, draft)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy"), text.copy)
        copy.setEnabled(text.selection is not None)
        menu.addAction(does.copy)
        menu.addAction(self.tr("Select this section"), text.selectAll)
        menu.addSeparator()
        menu.addAction(does.correct)
        menu.popup(place)

    def _add_note(self, menu: QMenu, draft: Draft) -> None:
        remove = self.tr("Delete the note here") if draft.text else self.tr("Remove the mark here")
        menu.addAction(self.tr("Go to the note here"), lambda: self.note_wanted.emit(draft))
        menu.addAction(remove, lambda: self._frame.margin.remove_wanted.emit(draft))

    def _enter_bar(self) -> bool:
        """Lead the keyboard from a text to the bar; whether it is shown."""
        shown = self._frame.selection_bar.isVisible()
        if shown:
            self._frame.selection_bar.enter()
        return shown
