"""How far an entry was read: kept from one start to the next, and gone on from.

What was opened of its sensitive parts is not kept: those are folded again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from fieldcat.domain.keeping import ReadingPlace
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.reader.frame import ReaderFrame
from fieldcat.ui.reader.history import Place
from fieldcat.ui.reader.page import Page

_READ_ON = 1 / 4
"""Whoever scrolls so much of what is seen, with the wheel or a key, reads on from there."""


def reading_place(place: Place) -> ReadingPlace:
    """The place as it is kept."""
    return ReadingPlace(place.piece, place.fraction, place.passage)


class Stopping(QObject):
    """Goes on where reading stopped, or offers to: a quiet button over the text.

    Whoever scrolls on reads here: then it does not lie over the text any longer.

    ``gone`` is sent once the button went with the keyboard on it: that should go on in the text.
    ``changed``: whether it ``leads_back`` is otherwise now.
    """

    gone = Signal()
    changed = Signal()

    def __init__(self, frame: ReaderFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._target: Place | None = None
        self._from_figures = False
        self._offered_at = 0
        frame.stopped.clicked.connect(self._on_clicked)
        # Only what the person does: what leads to a passage, or sets the text anew, is no reading.
        frame.sheet.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        frame.sheet.scrolled.connect(self._on_led)

    def offer(self, stopped: ReadingPlace | None, *, go_on: bool = False) -> None:
        """Go on from here, if it is more than a screen down, and offer the way to the beginning.

        Where it should not ``go_on`` by itself, the way to this place is offered.
        """
        frame, page = self._frame, self._frame.sheet.page
        target: Place | None = None
        if page is not None and stopped is not None:
            place = Place(stopped.piece, stopped.fraction, stopped.passage)
            if page.height_of(place) > frame.sheet.viewport().height():
                target = Place() if go_on else place
                words = self.tr("From the beginning") if go_on else self.tr("Where you stopped")
                frame.stopped.setText(words)
                if go_on:
                    frame.sheet.go_to(place)
        self._offered_at = frame.sheet.verticalScrollBar().value()
        frame.stopped.setVisible(target is not None)
        frame.place_over()
        self._lead_to(target)

    @property
    def leads_back(self) -> bool:
        """Whether a figure led here, and the button back to where that stands."""
        return self._from_figures and self._target is not None

    def adopt(self, page: Page) -> None:
        """Heed where a page leads."""
        page.figure_wanted.connect(self._offer_figures)

    def _offer_figures(self) -> None:
        frame = self._frame
        self._lead_to(frame.sheet.place, from_figures=True)
        frame.stopped.setText(self.tr("Back to the figures"))
        frame.stopped.show()
        frame.place_over()
        # Once it has led there.
        QTimer.singleShot(0, self, self._note_height)

    def _note_height(self) -> None:
        self._offered_at = self._frame.sheet.verticalScrollBar().value()

    def _on_scrolled(self) -> None:
        bar = self._frame.sheet.verticalScrollBar()
        far = abs(bar.sliderPosition() - self._offered_at) > bar.pageStep() * _READ_ON
        if self._target is None or not far:
            return
        self._lead_to(None)
        self._take_away()

    def _on_led(self) -> None:
        """Offer no way to the beginning where that is in view: a note may have led there."""
        bar = self._frame.sheet.verticalScrollBar()
        if self._target == Place() and not self._from_figures and bar.value() < bar.pageStep():
            self._lead_to(None)
            self._take_away()

    def go(self) -> None:
        """Go to where the button leads."""
        if self._target is not None:
            self._frame.sheet.go_to(self._target)
            self._lead_to(None)
            self._take_away()

    def _take_away(self) -> None:
        button = self._frame.stopped
        held = button.window().focusWidget() is button
        button.hide()
        if held:
            self.gone.emit()

    def _lead_to(self, target: Place | None, *, from_figures: bool = False) -> None:
        before = self.leads_back
        self._target, self._from_figures = target, from_figures
        if self.leads_back != before:
            self.changed.emit()

    def _on_clicked(self) -> None:
        # Not everywhere does a click give it the keyboard.
        self._frame.stopped.setFocus(reason_as_before(self._frame))
        self.go()
