"""What of a page has the keyboard, so that it has it again when one comes back to the entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.reader.text_piece import TextPiece


@dataclass(frozen=True, slots=True)
class Held:
    """The part ``stop`` of those that Tab comes to; of a text, the link that begins at ``link``.

    Numbers, not the parts: the page is another one by then.
    """

    stop: int
    link: int | None = None


def stops_of(page: QWidget) -> list[QWidget]:
    """Where Tab comes to on a page, top to bottom."""
    tab = Qt.FocusPolicy.TabFocus
    return [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & tab and one.isEnabled() and one.isVisible()
    ]


def held_on(page: QWidget, focus: QWidget | None) -> Held | None:
    """What of a page has the ``focus`` of its window; None if it is something else."""
    stops = stops_of(page)
    if focus is None or focus not in stops:
        return None
    link = focus.link_in_focus if isinstance(focus, TextPiece) else None
    return Held(stops.index(focus), link)


def give_back(page: QWidget, held: Held) -> bool:
    """Give the keyboard to what had it; whether there still is such a part."""
    stops = stops_of(page)
    if held.stop >= len(stops):
        return False
    part = stops[held.stop]
    if isinstance(part, TextPiece) and held.link is not None:
        part.focus_link(held.link)
    else:
        part.setFocus(reason_as_before(part))
    return True
