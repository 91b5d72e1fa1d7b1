"""Three panes side by side with lines between them that can be dragged, and stay where they were.

A rail and what was found stand under a header; at their side stands what is read.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme

_SETTLED_MS = 400
"""A line that was dragged has come to rest after so long."""


class Panes(QSplitter):
    """The panes of a page.

    Where the lines stand is kept for each class of width, under names that begin with ``prefix``.
    ``rail_wider`` is how much more than the layout asks a rail has by itself, in pixels at a text
    scale of 1. What they show is made within ``left`` (the header) and ``inner`` (the other two),
    and taken up by ``take``; what stands in ``right_column`` is for the page to add.
    """

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
        *,
        prefix: str = "",
        rail_wider: int = 0,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._preferences = preferences
        self._prefix = prefix
        self._rail_wider = rail_wider
        self._layout = layout_for(1366, 768, 1)
        self._passing = False
        self._size_of_right = QSize()
        self.left = QWidget(self)
        self.inner = QSplitter(Qt.Orientation.Horizontal, self.left)
        self.right = QWidget(self)
        self.right_column = _column(self.right)
        _fill(self, self.left, self.right)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._keep)
        for splitter in (self, self.inner):
            splitter.splitterMoved.connect(self._settling.start)

    def take(self, header: QWidget, rail: QWidget, found: QWidget) -> None:
        """Put what the panes show into its places."""
        left = _column(self.left)
        left.addWidget(header)
        left.addWidget(self.inner, 1)
        _fill(self.inner, rail, found)

    def set_layout(self, layout: Layout, whole: int) -> None:
        """Put the lines where they were left in this layout, else where it has them.

        ``whole`` is the width of the page in pixels, which may not have been handed on yet.
        """
        self._layout = layout
        if layout.single:
            return
        rail, results = self._theme.grown(layout.rail), self._theme.grown(layout.results)
        # The line at the end of each part is the splitter's handle.
        left, whole = rail + results - 1, whole or 1
        places = self._preferences.places
        self.setSizes(places(self._named("outer")) or [left, whole - left - 1])
        if rail:
            rail += self._theme.grown(self._rail_wider)
            self.inner.setSizes(places(self._named("inner")) or [rail - 1, left - rail])

    def show_parts(self, *, left: bool, right: bool) -> None:
        """Show both parts or one of them, at once as wide as they will be.

        A splitter hands widths on once the event is over, and has none for what was hidden: what is
        listed and read would be laid out for each width that it passes through.
        """
        if not right and not self.right.isHidden():
            self._size_of_right = self.right.size()
        elif right and self.right.isHidden() and self._size_of_right.isValid():
            self.right.resize(self._size_of_right)
        self.left.setVisible(left)
        self.right.setVisible(right)
        if self.isVisible():
            self.refresh()

    def set_passing(self, passing: bool) -> None:
        """Whether panes have other widths for a while, which are not kept."""
        self._passing = passing

    def drag(self, place: int) -> None:
        """Let what is read begin this many pixels from the edge, as if dragged there."""
        self.setSizes([place, self.width() - place - 1])
        self._settling.start()

    def search_width(self, layout: Layout) -> int:
        """How wide the search field is over a rail and a list."""
        return self._theme.grown(layout.rail + layout.results - 2 * layout.margin)

    def _keep(self) -> None:
        if self._layout.single or self._passing:
            return
        self._preferences.keep_places(self._named("outer"), self.sizes())
        if self._layout.rail:
            self._preferences.keep_places(self._named("inner"), self.inner.sizes())

    def _named(self, line: str) -> str:
        return f"{self._prefix}{self._layout.width}.{line}"


def _column(of: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(of)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _fill(splitter: QSplitter, *parts: QWidget) -> None:
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    # The last part takes what a wider window gives.
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(len(parts) - 1, 1)
