"""The reader: a bar, and under it the page of one entry."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import EntryId, EntryLink, Kind
from fieldcat.ui.reader.actions import ReaderActions
from fieldcat.ui.reader.address_menu import AddressMenu
from fieldcat.ui.reader.bar import Bar
from fieldcat.ui.reader.building import FIGURES, build_page, folded_sections
from fieldcat.ui.reader.find_bar import FindBar, Spot
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.history import History, Place
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.page import Page, column_width
from fieldcat.ui.reader.scrolling import PageScroll
from fieldcat.ui.reader.term_tip import TermTip
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import with_source
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole

_LOW = 640
"""Height in pixels below which the reader saves space."""


class Reader(QWidget):
    """Shows an `EntryView`; asks by signals for what it cannot do itself."""

    entry_requested = Signal(object)
    """Show this `EntryId`: a link, or one step back or forward. Answer with `show_entry`."""
    keep_toggled = Signal(object, bool)
    """Keep this `EntryId`, or let it go. Answer with `refresh`."""
    enlarge_toggled = Signal(bool)
    """Give the reader the whole page, or not. Answer with `set_enlarged`."""
    copied = Signal(str)
    """These words were put on the clipboard, with their source."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: EntryView | None = None
        self._history = History()
        self._asked: int = 0
        self._enlarged = False
        self.setAccessibleName(self.tr("Entry"))
        self.commands = ReaderActions(theme, self)
        self.bar = self._made_bar()
        self.find_bar = FindBar(theme, self)
        self.find_bar.hide()
        self.sheet = PageScroll(self)
        self.tip = TermTip(self)
        self._connect()
        self._enable()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def entry_id(self) -> EntryId | None:
        """The entry that is shown."""
        return self._view.id if self._view else None

    @property
    def page(self) -> Page | None:
        """The page of the entry that is shown."""
        return self.sheet.page

    def show_entry(self, view: EntryView, *, remember: bool = True) -> None:
        """Show an entry: a new one from its top, one that was gone back to at its place.

        One not to ``remember`` is gone from the history as soon as another is shown.
        """
        self._note_place()
        wanted = self._history.peek(self._asked) if self._asked else None
        if wanted is not None and wanted.entry == view.id:
            self._history = self._history.moved(self._asked)
        else:
            self._history = self._history.visited(view.id, passing=not remember)
        self._asked = 0
        self._view = view
        here = self._history.here
        self._show(here.place if here else Place())

    def remember(self) -> None:
        """Keep the entry that is shown in the history."""
        self._history = self._history.remembered()

    def refresh(self, view: EntryView) -> None:
        """Show the same entry again after something about it has changed; the place is kept."""
        if view.id != self.entry_id:
            self.show_entry(view)
            return
        self._note_place()
        self._view = view
        self._rebuild()

    def clear(self) -> None:
        """Show no entry."""
        self._note_place()
        self._view = None
        self.tip.hide()
        self.close_find()
        self.sheet.show_page(None, Place())
        self._enable()

    def set_enlarged(self, enlarged: bool) -> None:
        """Use the types of the reading view, or those of a pane. Emits nothing."""
        self.commands.show_enlarged(enlarged)
        if enlarged != self._enlarged:
            self._enlarged = enlarged
            self._note_place()
            self._rebuild()

    # --- back and forward ---------------------------------------------------------------------

    @property
    def back_action(self) -> QAction:
        """Goes back to the entry read before."""
        return self.commands.back

    @property
    def forward_action(self) -> QAction:
        """Goes forward again."""
        return self.commands.forward

    @property
    def keep_action(self) -> QAction:
        """Keeps the entry, or lets it go."""
        return self.commands.keep

    @property
    def find_action(self) -> QAction:
        """Opens the bar for finding words; once it is open, goes to the next."""
        return self.commands.find

    @property
    def copy_action(self) -> QAction:
        """Copies the selected words, or the title and summary, with their source."""
        return self.commands.copy

    def _go(self, step: int) -> None:
        stop = self._history.peek(step)
        if stop is not None:
            self._asked = step
            self.entry_requested.emit(stop.entry)

    # --- finding ------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Open the bar for finding words; where it is open, go to the next."""
        if self._view is None:
            return
        if self.find_bar.isVisibleTo(self) and self.find_bar.field.text():
            self.find_bar.step(1)
        else:
            self.find_bar.start_from(self.sheet.place)
            self.find_bar.show()
            self._lay_out()
            self._let_find()
        self.find_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.field.selectAll()

    def close_find(self) -> None:
        """Close the bar and take its marks away."""
        if self.find_bar.isVisibleTo(self):
            self.find_bar.clear()
            self.find_bar.hide()
            self._lay_out()
            if self.page is not None and self.page.texts:
                self.page.texts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_spot(self, spot: Spot) -> None:
        text, start, end = spot
        if self.page is not None:
            area = text.place_of(start, end)
            corner = text.mapTo(self.page, area.topLeft())
            self.sheet.jump(QRect(corner, area.size()))

    def _let_find(self) -> None:
        folded = folded_sections(self._view, self._opened) if self._view else frozenset()
        self.find_bar.show_page(self.page, len(folded))

    # --- folds --------------------------------------------------------------------------------

    @property
    def _opened(self) -> frozenset[str]:
        here = self._history.here
        return here.place.opened if here else frozenset()

    def _toggle(self, key: str, opened: bool) -> None:
        self._note_place()
        here = self._history.here
        if here is None:
            return
        keys = self._opened | {key} if opened else self._opened - {key}
        self._history = self._history.placed(replace(here.place, opened=keys))
        self._rebuild()
        if self.page is not None:
            widget = self.page.widget(f"section:{key}") or self.page.widget(key)
            button = widget.button if isinstance(widget, Fold) else widget
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_figures(self) -> None:
        """Open the list of all figures and lead to it."""
        if FIGURES not in self._opened:
            self._toggle(FIGURES, True)
        widget = self.page.widget(FIGURES) if self.page else None
        if widget is not None:
            self.sheet.verticalScrollBar().setValue(widget.y() - 24)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- copying and addresses ----------------------------------------------------------------

    def copy_with_source(self, text: str = "") -> None:
        """Put words with their source on the clipboard; the selected ones, or the summary."""
        if self._view is None:
            return
        chosen = text or self._selected() or self._view.entry.head.summary
        QGuiApplication.clipboard().setText(with_source(self._view, chosen))
        self.copied.emit(chosen)

    def open_address(self, url: str) -> None:
        """Hand a web address to the system's browser. Only ever done at the user's word."""
        QDesktopServices.openUrl(QUrl(url))

    def _selected(self) -> str:
        for text in self.page.texts if self.page else ():
            if text.textCursor().hasSelection() and not text.link_is_in_focus:
                return text.textCursor().selection().toPlainText()
        return ""

    def _offer_source(self) -> None:
        if self._view is not None:
            corner = self.bar.more.mapToGlobal(self.bar.more.rect().bottomLeft())
            self._offer_address(self._view.entry.head.source.url, corner)

    def _offer_address(self, url: str, corner: QPoint) -> AddressMenu:
        menu = AddressMenu(url, self)
        menu.opened.connect(self.open_address)
        menu.popup(corner)
        return menu

    # --- terms --------------------------------------------------------------------------------

    def _point(self, link: EntryLink | None, area: QRect) -> None:
        target = self._view.targets.get(link.target) if self._view and link else None
        page = self.page
        is_term = link is not None and link.target.kind is Kind.TERM
        if target is None or page is None or not is_term or not target.explanation:
            self.tip.leave()
        else:
            place = QRect(page.mapTo(self, area.topLeft()), area.size())
            self.tip.explain(target, page.look, place, self.sheet.geometry())

    # --- building -----------------------------------------------------------------------------

    def _show(self, place: Place) -> None:
        assert self._view is not None
        self.tip.hide()
        scale = self._theme.scale
        look = Look(self._theme.tokens, scale, column=column_width(self.width(), scale))
        if self._enlarged:
            look = replace(look, text=TextRole.READING_TEXT, heading=TextRole.READING_HEADING)
        self._enable()
        self._lay_out()
        page = build_page(self._view, look, self._opened, self.sheet.host)
        page.entry_requested.connect(self.entry_requested)
        page.toggled.connect(self._toggle)
        page.copy_wanted.connect(self.copy_with_source)
        page.address_chosen.connect(self._offer_address)
        page.left.connect(self.tip.hide)
        page.pointed.connect(self._point)
        self.sheet.show_page(page, place)
        self._let_find()

    def _rebuild(self) -> None:
        here = self._history.here
        if self._view is not None and here is not None:
            self._show(here.place)

    def _note_place(self) -> None:
        here = self._history.here
        if self._view is not None and here is not None:
            self._history = self._history.placed(
                replace(self.sheet.place, opened=here.place.opened)
            )

    def _enable(self) -> None:
        self.commands.set_enabled(self._view is not None)
        kept = self._view is not None and self._view.kept
        self.commands.show_kept(kept)
        self.bar.show_as_kept(self._keep_button, kept)
        self.commands.figures.setVisible(bool(self._view and self._view.entry.figures))
        self.commands.back.setEnabled(self._history.peek(-1) is not None)
        self.commands.forward.setEnabled(self._history.peek(1) is not None)

    def _on_theme_changed(self) -> None:
        self._note_place()
        self._rebuild()
        self._lay_out()

    def _lay_out(self) -> None:
        scale = self._theme.scale
        low = self.height() / scale < _LOW
        top = self.bar.fit(self.width(), low=low)
        self.bar.setGeometry(0, 0, self.width(), top)
        if self.find_bar.isVisibleTo(self):
            height = self.find_bar.fit(self.width())
            self.find_bar.setGeometry(0, top, self.width(), height)
            top += height
        self.sheet.set_low(low)
        self.sheet.setGeometry(0, top, self.width(), max(0, self.height() - top))

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tip.hide()
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange and hasattr(self, "commands"):
            self.commands.mirror()
            self._on_theme_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The pane as such has nothing to focus: its text begins with the title.
        super().focusInEvent(event)
        if self.page is not None:
            self.page.texts[0].setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.tip.isVisible():
            self.tip.hide()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.close_find()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.surface)
        painter.end()

    # --- putting together ---------------------------------------------------------------------

    def _made_bar(self) -> Bar:
        bar = Bar(self._theme, self)
        bar.add_leading(self.commands.back)
        bar.add_leading(self.commands.forward)
        self._keep_button = bar.add_leading(self.commands.keep, worded=True)
        for action in (self.commands.find, self.commands.text_size, self.commands.enlarge):
            bar.add_trailing(action)
        bar.add_more(self.commands.copy, self.commands.figures, self.commands.source)
        return bar

    def _connect(self) -> None:
        self.commands.back.triggered.connect(lambda: self._go(-1))
        self.commands.forward.triggered.connect(lambda: self._go(1))
        self.commands.keep.triggered.connect(self._on_keep_triggered)
        self.commands.find.triggered.connect(self.open_find)
        self.commands.enlarge.triggered.connect(
            lambda: self.enlarge_toggled.emit(not self._enlarged)
        )
        self.commands.copy.triggered.connect(lambda: self.copy_with_source())
        self.commands.figures.triggered.connect(self.show_figures)
        self.commands.source.triggered.connect(self._offer_source)
        self.find_bar.moved.connect(self._show_spot)
        # What it says may take one more line.
        self.find_bar.field.textChanged.connect(self._lay_out)
        self.find_bar.missed.connect(lambda: self.sheet.go_to(self.find_bar.start))
        self.find_bar.closed.connect(self.close_find)
        self.sheet.verticalScrollBar().valueChanged.connect(self.tip.hide)
        self._theme.changed.connect(self._on_theme_changed)

    def _on_keep_triggered(self) -> None:
        if self._view is not None:
            self.keep_toggled.emit(self._view.id, not self._view.kept)
