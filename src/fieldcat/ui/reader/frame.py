"""The frame of the reader: its bar, the text, what stands beside it, and the panels over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from fieldcat.domain.entry import Kind
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.labels import number
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.reader.actions import ReaderActions
from fieldcat.ui.reader.bar import Bar
from fieldcat.ui.reader.columns import CONTENTS, NOTES, Columns, columns_for
from fieldcat.ui.reader.contents import Contents
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.find_bar import FindBar
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.marking import Marking
from fieldcat.ui.reader.page import column_width
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.running_head import RunningHead
from fieldcat.ui.reader.scrolling import PageScroll
from fieldcat.ui.reader.selection_bar import SelectionBar
from fieldcat.ui.reader.term_tip import TermTip
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole

_LOW = 640
"""Height in pixels below which the reader saves space."""
_WORDED = frozenset(
    {"leave-reading", "keep", "note", "notes", "contents", "add-to-session", "print"}
)


class ReaderFrame(QWidget):
    """Places the parts of the reader for a layout; what they show is the reader's business."""

    panels_closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = layout_for(1366, 768, 1)
        self._enlarged = False
        self._step = (0, 0)
        self.commands = ReaderActions(theme, self)
        self.bar = Bar(theme, _WORDED, self)
        self.position = QLabel(self.bar)
        self.position.hide()
        self.find_bar = FindBar(theme, self)
        self.find_bar.hide()
        self.contents = Contents(theme, self)
        self.sheet = PageScroll(self)
        self.marking = Marking(theme, self.sheet, self)
        self.margin = self.marking.margin
        self.margin.setParent(self)
        self.head = RunningHead(theme, self)
        words = (self.commands.highlight, self.commands.note, self.commands.copy)
        self.selection_bar = SelectionBar(theme, words, self)
        self.stopped = QPushButton(self)
        self.stopped.setObjectName("secondary")
        self.stopped.setProperty("small", True)
        self.stopped.hide()
        self.tip = TermTip(self)
        self._lines = [_line(self), _line(self)]
        self._open_panel: QWidget | None = None
        order = (self.bar, self.contents, self.stopped, self.sheet, self.selection_bar, self.margin)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.arrange_bar()

    # --- layout -------------------------------------------------------------------------------

    def set_layout(self, layout: Layout) -> None:
        """Arrange the reader for a layout class of the window."""
        if layout != self._layout:
            before, self._layout = (self.columns, self._layout.low), layout
            self.close_panels()
            self.arrange_bar()
            self.relay(anew=before != (self.columns, layout.low))

    def relay(self, *, anew: bool) -> None:
        """Place all parts; ``anew`` where the text is set in another type or width as well."""
        del anew
        self._lay_out()

    @property
    def columns(self) -> Columns:
        """What stands beside the text now."""
        return columns_for(self._layout, self._theme.scale, enlarged=self._enlarged)

    @property
    def place_below_keep(self) -> QPoint:
        """Where something opens that belongs to «Save», on the screen: under it, else the bar."""
        button = self.bar.button(self.commands.keep)
        below = button if button is not None and button.isVisible() else self.bar
        rect = below.rect()
        return below.mapToGlobal(rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft())

    @property
    def enlarged(self) -> bool:
        """Whether the text has the whole page."""
        return self._enlarged

    @property
    def head_height(self) -> int:
        """How much of the top of the text the running head covers, in pixels."""
        return self.head.height() if self._enlarged else 0

    def panes(self) -> list[QWidget]:
        """The parts that F6 goes through, as far as they are shown: contents, text, notes."""
        panes: list[QWidget] = [self.contents, self, self.margin]
        return [pane for pane in panes if pane.isVisible()]

    @property
    def look(self) -> Look:
        """How the text of a page is set now."""
        scale, columns = self._theme.scale, self.columns
        measure = columns.measure
        width = column_width(self.sheet.width(), scale, measure)
        low = self._layout.low
        look = Look(self._theme.tokens, scale, column=width, measure=measure, low=low)
        if columns.large_type:
            look = replace(look, text=TextRole.READING_TEXT, heading=TextRole.READING_HEADING)
        return look

    def focus_text(self, reason: Qt.FocusReason | None = None) -> None:
        """Put the keyboard into the text: where it begins, or the first that is seen of it.

        Without a ``reason`` it shows where it is if it did so before.
        """
        page = self.sheet.page
        if page is not None and page.texts:
            top = self.sheet.verticalScrollBar().value()
            seen = (text for text in page.texts if page.bottom_of(text) > top)
            if reason is None:
                reason = reason_as_before(self)
            next(seen, page.texts[0]).setFocus(reason)

    def show_step(self, at: int, of: int) -> None:
        """Say that this is entry ``at`` of ``of`` in the list; 0 where it is not in it."""
        self._step = (at, of)
        words = self.tr("{at} of {all}").format(at=number(at), all=number(of))
        self.position.setText(words if at else "")
        self.commands.previous.setEnabled(at > 1)
        self.commands.next.setEnabled(0 < at < of)
        self._lay_out_if_large()

    def show_way_back(self, words: str) -> None:
        """Word the button that leaves the large view: «Back to 8 entries»."""
        self.commands.leave.setText(words)
        self._lay_out_if_large()

    def _lay_out_if_large(self) -> None:
        """Make room in the bar for what only the large view has there: answers come with keys."""
        if self._enlarged:
            self._lay_out()

    def arrange_bar(self) -> None:
        """Put into the bar what the layout asks for."""
        does = self.commands
        further = [does.file, does.copy, does.pdf, does.leaflet]
        further += [does.figures, does.source, does.correct]
        large, columns = self._enlarged, self.columns
        does.notes.setVisible(not columns.notes and bool(self.marking.drafts))
        does.contents.setVisible(not columns.contents)
        does.leave.setVisible(not self._layout.single)
        self.position.setVisible(large)
        if large:
            tools = [does.contents, does.keep, does.note, does.notes, does.add, does.print]
            been = [does.back, does.forward]
            # Beside the way back to the list only where there is another one.
            led = [*been, None] if any(action.isEnabled() for action in been) else []
            self.bar.arrange(
                [does.leave, None, *led, does.previous, self.position, does.next],
                [*tools, None, does.find, does.text_size],
                spare=[
                    *(does.add, does.print, does.text_size, does.find, does.contents, does.notes),
                    *(does.note, does.forward),
                ],
                more=[[*(been if not led else ()), does.enlarge], further],
            )
        else:
            self.bar.arrange(
                [does.back, does.forward, None, does.keep, does.note, does.notes, does.add],
                [does.find, does.text_size, does.enlarge],
                spare=[does.add, does.enlarge, does.text_size, does.find, does.notes, does.note],
                more=[[does.contents, does.print], further],
            )

    def _lay_out(self) -> None:
        scale = self._theme.scale
        low = self.height() / scale < _LOW
        width, columns = self.width(), self.columns
        top = self.bar.fit(width, low=low)
        self.bar.setGeometry(0, 0, width, top)
        if self.find_bar.isVisibleTo(self):
            height = self.find_bar.fit(width)
            self.find_bar.setGeometry(0, top, width, height)
            top += height
        below = max(0, self.height() - top)
        text = width - columns.contents - columns.notes
        left, right = QRect(0, top, columns.contents, below), QRect(0, top, columns.notes, below)
        right.moveLeft(columns.contents + text)
        self.sheet.set_low(low)
        self.sheet.setGeometry(self._beside(QRect(columns.contents, top, text, below)))
        self.margin.set_aligned(bool(columns.notes))
        self.contents.set_panel(not columns.contents)
        for panel, box, wide in ((self.contents, left, CONTENTS), (self.margin, right, NOTES)):
            if box.width():
                panel.setGeometry(self._beside(box))
            elif panel is self._open_panel:
                across = min(self._theme.scaled(wide + 40), width - self._theme.grown(24))
                x = 0 if panel is self.contents else width - across
                panel.setGeometry(self._beside(QRect(x, top, across, below)))
                panel.raise_()
            panel.setVisible(bool(box.width()) or panel is self._open_panel)
        for line, x in zip(
            self._lines, (columns.contents - 1, columns.contents + text), strict=True
        ):
            line.setGeometry(self._beside(QRect(x, top, 1, below)))
            line.raise_()
        self._lines[0].setVisible(bool(columns.contents))
        self._lines[1].setVisible(bool(columns.notes))
        self.place_over()

    def place_over(self) -> None:
        """Place what lies over the text."""
        area, grown = self.sheet.geometry(), self._theme.grown
        size = self.stopped.sizeHint()
        x = area.right() - size.width() - grown(28)
        box = QRect(x, area.bottom() - size.height() - grown(16), size.width(), size.height())
        if mirrored():
            box.moveLeft(area.left() + grown(28))
        self.stopped.setGeometry(box)
        if not self.stopped.isHidden():
            self.stopped.raise_()
        self.follow_scroll()

    def follow_scroll(self) -> None:
        """Let the running head and the bar of the selected words follow the text."""
        bar = self.sheet.verticalScrollBar()
        seen = self.sheet.viewport()
        area = QRect(seen.mapTo(self, QPoint(0, 0)), seen.size())
        self.head.follow(self.sheet.page, bar.value(), area, wanted=self._enlarged)
        if self._open_panel is not None:
            self._open_panel.raise_()
        self.selection_bar.hide()

    def _beside(self, box: QRect) -> QRect:
        if mirrored():
            box.moveLeft(self.width() - box.x() - box.width())
        return box

    # --- notes --------------------------------------------------------------------------------

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show the notes on the entry."""
        page, before = self.sheet.page, len(self.marking.drafts)
        case = page is not None and page.view.id.kind is Kind.CASE_STUDY
        whole = self.tr("On the whole case") if case else self.tr("On the whole entry")
        in_hand = self.margin.in_hand
        if in_hand is not None and in_hand not in drafts:
            # Else Qt would lead into the words of the next note.
            if self._open_panel is self.margin:
                self.margin.new_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self._leave_note(in_hand)
        self.marking.show_drafts(drafts, whole)
        if before or drafts:
            self.order_tabs()
            self.commands.show_notes(len(drafts))
        if bool(before) != bool(drafts):
            self.arrange_bar()
        if before != len(drafts):
            self._lay_out()

    def edit_note(self, draft: Draft) -> None:
        """Put the keyboard into the words of a note, which is shown already."""
        self.marking.activate(draft)
        self.show_note(draft)
        self.marking.lead_to(draft)
        card = self.margin.card_of(draft)
        if card is not None:
            card.start_editing()

    def show_note(self, draft: Draft) -> None:
        """Have a note in view, in a panel where there is no margin for it."""
        self.show_notes_panel()
        self.margin.reveal(draft)

    def order_tabs(self) -> None:
        """Let Tab lead from the text to the notes: a page that was just made stands behind all."""
        page = self.sheet.page
        if page is None:
            return
        # Not by ``nextInFocusChain``: the binding takes what that gives for a child of the widget
        # that was asked, and lets it go with that one.
        stops = [widget for widget in page.findChildren(QWidget) if _takes_tab(widget)]
        last = stops[-1] if stops else page
        for widget in self.margin.stops():
            QWidget.setTabOrder(last, widget)
            last = widget

    # --- panels -------------------------------------------------------------------------------

    def open_contents(self) -> None:
        """Go to the contents; where they have no column, open their panel, or close it."""
        self._open(self.contents, self.columns.contents)
        if self.contents.isVisible():
            self.contents.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_notes(self, *, focus: bool = True) -> None:
        """Go to the notes; where they have no column, open their panel, or close it."""
        self._open(self.margin, self.columns.notes)
        if focus and self.margin.isVisible():
            self.margin.at_hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_notes_panel(self) -> None:
        """Have the notes in view, wherever they are."""
        if not self.margin.isVisible():
            self._open(self.margin, self.columns.notes)

    def close_panels(self) -> bool:
        """Close an open panel; whether there was one."""
        closed, self._open_panel = self._open_panel, None
        if closed is None:
            return False
        focus = closed.window().focusWidget()
        inside = focus is not None and closed.isAncestorOf(focus)
        self._lay_out()
        if inside:
            self.panels_closed.emit()
        return True

    def _open(self, panel: QWidget, column: int) -> None:
        if column:
            return
        if self._open_panel is panel:
            self.close_panels()
        else:
            self.close_panels()
            self._open_panel = panel
            self._lay_out()

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tip.hide()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.tip.isVisible():
            self.tip.hide()
        elif self.selection_bar.isVisible():
            self.selection_bar.hide()
        elif (note := self.margin.in_hand) is not None:
            self._leave_note(note)
        elif not self.close_panels():
            self._leave(event)

    def _leave_note(self, draft: Draft) -> None:
        """Go from a note back to its passage, or to what is seen of the text; that stays put."""
        # A panel would lead to the top of the text.
        self._open_panel = None
        reason = Qt.FocusReason.ShortcutFocusReason
        if not self.marking.focus_passage(draft, reason):
            self.focus_text(reason)
        self.marking.activate(None)
        self._lay_out()

    def _leave(self, event: QKeyEvent) -> None:
        """Go from the margin to the text; from there Esc is for whatever holds the reader."""
        focus = self.window().focusWidget()
        if focus is not None and self.margin.isAncestorOf(focus):
            self.focus_text(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.surface)
        painter.end()


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("rule")
    return line


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
