"""The contents follow the text, and lead to its parts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.frame import ReaderFrame
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.parts import contents_heading, parts_of

_HERE = 0.2
"""The part that is read is the one at this fraction of the height of what is seen."""
_ABOVE = 24
_BY_TAB = Qt.FocusPolicy.TabFocus


class Following(QObject):
    """Sets the part apart that is read, and brings the one that is chosen to the top."""

    def __init__(self, frame: ReaderFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._led_to = ("", -1)

    def adopt(self, page: Page) -> None:
        """Follow another page."""
        self._led_to = ("", -1)
        self._frame.contents.show_parts(contents_heading(page.view), parts_of(page))
        self.follow()

    def follow(self) -> None:
        """Look where the text was scrolled to."""
        frame, page = self._frame, self._frame.sheet.page
        frame.tip.hide()
        frame.follow_scroll()
        if page is None:
            return
        scrolled = frame.sheet.verticalScrollBar().value()
        key, at = self._led_to
        if at != scrolled:
            # The last parts cannot come to the top: one that was chosen stays the one.
            height = scrolled + round(frame.sheet.viewport().height() * _HERE)
            key = page.part_at(height, frame.contents.keys)
        frame.contents.show_here(key)

    def go_to(self, key: str) -> None:
        """Lead to the piece of this name, with the keyboard."""
        frame, page = self._frame, self._frame.sheet.page
        widget = page.widget(key) if page is not None else None
        if widget is None:
            return
        frame.close_panels()
        bar = frame.sheet.verticalScrollBar()
        first = key == frame.contents.keys[0]
        # The first part begins under the title: not with the title cut where both are seen.
        both = first and widget.y() < frame.sheet.viewport().height() // 2
        bar.setValue(0 if both else widget.y() - max(frame.head_height, _ABOVE))
        target = widget.button if isinstance(widget, Fold) else widget
        if target.focusPolicy() is Qt.FocusPolicy.NoFocus:
            inner = target.findChildren(QWidget)
            target = next((one for one in inner if one.focusPolicy() & _BY_TAB), target)
        target.setFocus(reason_as_before(target))
        self._led_to = (key, bar.value())
        self.follow()
