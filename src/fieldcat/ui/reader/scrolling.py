"""The scrolled part of the reader: keeps a page as wide as itself and never scrolls sideways."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QWidget

from fieldcat.ui.reader.history import Place
from fieldcat.ui.reader.keyboard_place import stops_of
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.passages import position_at
from fieldcat.ui.reader.text_piece import TextPiece

_MARGIN = 24
_HEAD = 40
"""So much of the top may be covered by the running head."""
_KEYS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class PageScroll(QScrollArea):
    """Holds one page. A place in the page stays at the top edge when the width changes."""

    resized = Signal()
    fitted = Signal()
    """The page was laid out: what is on it may stand elsewhere now."""
    scrolled = Signal()
    """Another place came to the top edge: it was scrolled to, or led to; not just laid out."""
    beyond = Signal(int)
    """So many pixels more were asked for than there is text below, or (negative) above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self._page: Page | None = None
        # None once the user has scrolled: looked up when it is asked for.
        self._place: Place | None = Place()
        self._fitting = False
        self._host = QWidget()
        self.setWidget(self._host)
        # Set by the scroll area; the reader paints the paper itself.
        self._host.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would set the text anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def host(self) -> QWidget:
        """The parent to make a page with: to give it another one later is slow."""
        return self._host

    def show_page(self, page: Page | None, place: Place) -> None:
        """Show another page, a child of ``host``, at a place; the one before is thrown away."""
        old, self._page = self._page, page
        if old is not None:
            old.hide()
            # Not at once: it may be a button of that page which led here.
            old.deleteLater()
        self._place = place
        if page is not None:
            self._fit(page)
            page.show()
            page.reveal_wanted.connect(self.reveal)
            page.jump_wanted.connect(self.jump)
            for text in page.texts:
                text.text_in_view = partial(self._text_in_view, text)
            self.go_to(place)

    def set_low(self, low: bool) -> None:
        """Use less space between pieces, for a window of little height."""
        self._low = low

    @property
    def place(self) -> Place:
        """The place at the top edge, as it was when the user last scrolled.

        A page that became too short to scroll so far does not change it, nor do other line breaks.
        """
        if self._place is None:
            top = self.verticalScrollBar().value()
            found = self.page.place_at(top) if self.page is not None and top > 0 else Place()
            self._place = found
        return self._place

    def go_to(self, place: Place) -> None:
        """Bring a place to the top edge."""
        self._place = place
        if self.page is not None:
            before, self._fitting = self._fitting, True
            self.verticalScrollBar().setValue(self.page.height_of(place) if place.piece else 0)
            self._fitting = before

    def reveal(self, area: QRect) -> None:
        """Scroll as little as shows this part of the page."""
        bar = self.verticalScrollBar()
        top, bottom = bar.value(), bar.value() + self.viewport().height()
        if area.top() - _MARGIN < top:
            # Not by a few pixels off the beginning: the first line would be cut.
            bar.setValue(area.top() - _MARGIN if area.top() > 3 * _MARGIN else 0)
        elif area.bottom() + _MARGIN > bottom:
            bar.setValue(area.bottom() + _MARGIN - self.viewport().height())

    def jump(self, area: QRect) -> None:
        """Bring this part of the page into the upper third, unless it is in full view."""
        bar = self.verticalScrollBar()
        top, height = bar.value(), self.viewport().height()
        if area.top() < top or area.bottom() > top + height:
            bar.setValue(area.top() - height // 4)

    def jump_to(self, text: TextPiece | Words, start: int, end: int) -> None:
        """Bring a range of one of the page's texts into the upper third, unless it is in view."""
        if self.page is not None:
            area = text.place_of(start, end)
            self.jump(QRect(text.mapTo(self.page, area.topLeft()), area.size()))

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by so many pixels, or up by a negative number."""
        bar = self.verticalScrollBar()
        wanted = bar.value() + pixels
        bar.setValue(wanted)
        if bar.value() != wanted:
            self.beyond.emit(wanted - bar.value())

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes on in what is seen, wherever it was before one scrolled.
        focus, page = self.focusWidget(), self._page
        scrolled_away = focus is not None and not self._is_seen(focus, focus.rect())
        seen: list[QWidget] = []
        if page is not None and focus is not None and scrolled_away and page.isAncestorOf(focus):
            seen = [one for one in stops_of(page) if self._is_seen(one, one.rect(), below=_HEAD)]
        if not seen:
            return super().focusNextPrevChild(forward)
        if forward:
            seen[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            seen[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        self._clear_of_head()
        return True

    def _clear_of_head(self) -> None:
        """Scroll what Tab came to out from under the running head."""
        focus, page = self.focusWidget(), self._page
        if page is None or focus is None or not page.isAncestorOf(focus):
            return
        top = focus.mapTo(self.viewport(), QPoint(0, 0)).y()
        if top < _HEAD and focus.height() < self.height() // 2:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - _HEAD + top)

    def _is_seen(self, widget: QWidget, area: QRect, *, below: int = 0) -> bool:
        """Whether any of an area of a widget is in view, ``below`` so much of what is seen."""
        corner = widget.mapTo(self.viewport(), area.topLeft())
        seen = self.viewport().rect().adjusted(0, below, 0, 0)
        return seen.intersects(QRect(corner, area.size()))

    def _text_in_view(self, text: TextPiece, caret: QRect) -> tuple[TextPiece, int] | None:
        """The first text that is seen and where it begins there, if this one's caret is not."""
        if self._page is None or self._is_seen(text, caret):
            return None
        texts = self._page.texts
        seen = next((one for one in texts if self._is_seen(one, one.rect(), below=_HEAD)), None)
        if seen is None:
            return None
        above = seen.mapFrom(self.viewport(), QPoint(0, _HEAD)).y()
        return seen, position_at(seen.document(), max(above, 0))[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place
        self._fitting = True
        super().resizeEvent(event)
        if self.page is not None:
            if event.size().width() != self.page.width():
                self._fit(self.page)
            self.go_to(place)
        self._fitting = False
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        before = self.verticalScrollBar().value()
        super().wheelEvent(event)
        if self.verticalScrollBar().value() == before:
            self.beyond.emit(-event.pixelDelta().y() or -event.angleDelta().y())

    def _on_scrolled(self) -> None:
        if not self._fitting:
            self._place = None
            self.scrolled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _KEYS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
            return
        if (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            action = QAbstractSlider.SliderAction.SliderPageStepSub
        self.verticalScrollBar().triggerAction(action)

    def _fit(self, page: Page) -> None:
        before, self._fitting = self._fitting, True
        width = self.viewport().width()
        beside = self.width() - width
        page.resize(width, page.fit(width, beside=beside, low=self._low))
        self._host.resize(page.size())
        self._fitting = before
        self.fitted.emit()
