"""The pages of a window by their names, each made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldcat.ui.pages.page import Page

if TYPE_CHECKING:
    from fieldcat.ui.pages.sheet_page import SheetPage


class PageStack(QStackedWidget):
    """Shows one page, and remembers the last that was no side page: ``before`` is its name.

    ``first`` makes the first page, within this. ``made`` brings a page as soon as it is here,
    ``left``: a side page is to be left.
    """

    made = Signal(object)
    left = Signal()

    def __init__(
        self, name: str, first: Callable[[QWidget], Page], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.page = first(self)
        self._pages: dict[str, Page] = {name: self.page}
        self._makers: Mapping[str, Callable[[], Page]] = {}
        self._side: Mapping[str, Callable[[], SheetPage]] = {}
        self._standing: Mapping[str, object] = {}
        self.before = name
        self.addWidget(self.page)

    def take_makers(
        self,
        pages: Mapping[str, Callable[[], Page]],
        side: Mapping[str, Callable[[], SheetPage]],
    ) -> None:
        """Have these make the pages that are not here yet; those at the ``side`` lead back."""
        self._makers, self._side = pages, side

    def __iter__(self) -> Iterator[Page]:
        """The pages that are here."""
        return iter(tuple(self._pages.values()))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the pages that are here."""
        return tuple(self._pages)

    @property
    def known(self) -> tuple[str, ...]:
        """The names of all pages that can be gone to."""
        return tuple(dict.fromkeys((*self._pages, *self._makers, *self._side)))

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return next(name for name, page in self._pages.items() if page is self.page)

    def named(self, name: str) -> Page:
        """The page of this name; it is made when it is first asked for."""
        if name not in self._pages:
            page = self._makers[name]() if name in self._makers else self._side_page(name)
            self._pages[name] = page
            self.addWidget(page)
            self.made.emit(page)
            if name in self._standing:
                page.stand(self._standing[name])
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Show the page of this name; where the keyboard is in it, the page says."""
        held = self.focusWidget()
        if held is not None:
            # Else Qt gives it to something by itself, and does not show where that is.
            held.clearFocus()
        self.page = self.named(name)
        if name not in self._side:
            self.before = name
        self.setCurrentWidget(self.page)

    def standing(self) -> Mapping[str, object]:
        """How each page stands, by its name; one that is not made yet, as it would once it is."""
        here = {name: page.standing() for name, page in self._pages.items()}
        return {**self._standing, **here}

    def stand(self, standing: Mapping[str, object]) -> None:
        """Have each page, once it is here, stand as another of its name did."""
        self._standing = standing
        for name, page in tuple(self._pages.items()):
            page.stand(standing.get(name))

    def _side_page(self, name: str) -> Page:
        page = self._side[name]()
        page.left.connect(self.left)
        return page
