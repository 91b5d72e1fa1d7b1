"""What the window asks of each of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldcat.ui.layout import Layout

if TYPE_CHECKING:
    from fieldcat.ui.selection import Selection


class Page(QWidget):
    """One page of the window: it carries out commands, and arranges itself for each layout."""

    told = Signal(str)
    """A sentence for the person: what was done, or what went wrong."""
    menu_wanted = Signal()
    """The whole menu should open, beside ``menu_button``."""

    session_wanted = Signal(object)
    """An entry (`Entry`) and what of it (`Choice`) are to be put into a session."""

    correction_wanted = Signal(object)
    """Something (`Wrong`) is to be noted as wrong."""

    help_wanted = Signal(str)
    """The help services of a country (ISO 3166-1 alpha-2) are wanted; empty: of whichever."""

    titled = Signal()
    """``title`` is another."""

    footed = Signal()
    """Another footer is shown, or none any more."""

    title: str = ""
    """What the page shows now, for the window's title: an entry's title, or the page's name."""
    does: Mapping[str, Callable[[], object]] = {}
    """The commands of the table that this page carries out, by id."""

    @property
    def menu_button(self) -> QWidget:
        """The button that opens the menu where there is no navigation."""
        raise NotImplementedError

    @property
    def footer(self) -> QWidget | None:
        """What stands at the foot of the page and must not be covered, while it is shown."""
        return None

    @property
    def selection(self) -> Selection | None:
        """The entries that the page lists and shows; None where it is about something else."""
        return None

    def set_title(self, title: str) -> None:
        """Tell what the page shows now."""
        if title != self.title:
            self.title = title
            self.titled.emit()

    def start(self) -> None:
        """The page is gone to: fill it, or bring it up to date."""

    def look_again(self) -> None:
        """Another casebook is read now: show anew what stands here of it, in its place."""

    def enable(self) -> None:
        """Enable and disable the commands of the table as the page stands."""

    def word(self) -> None:
        """Word the commands of the table that are called otherwise as the page stands."""

    def set_layout(self, layout: Layout) -> None:
        """Arrange the page for a layout class."""

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""

    def finish(self) -> bool:
        """Bring what is being written to the disk; whether nothing would be lost by closing."""
        return True

    def standing(self) -> object:
        """What the page shows, for the page of another window that takes this one's place."""
        return None

    def stand(self, standing: object) -> None:
        """Show what the page of another window showed; ``standing`` came from its ``standing``."""
