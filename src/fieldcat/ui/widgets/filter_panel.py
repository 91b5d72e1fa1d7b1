"""The filters as a panel, where the window has no room for a rail."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.query import Answer
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.facet_tree import RAIL_ORDER, FacetTree
from fieldcat.ui.widgets.rule import level_rule

WIDTH, HEIGHT = 470, 496
"""Its size in pixels at a text scale of 1, where there is room."""

_FIRST_COLUMN = (Facet.KIND, Facet.TOPIC, Facet.COUNTRY, Facet.REGION)


class FilterPanel(QFrame):
    """Two columns of facets over a footer whose button closes the panel.

    ``closed`` is sent when it was hidden, with whether it had the keyboard; ``toggled`` and
    ``cleared`` change the filters at once.
    """

    toggled = Signal(Facet, str)
    cleared = Signal()
    closed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Filters"))
        self._title = QLabel(self.tr("Filters"), self)
        self._clear = QPushButton(self.tr("Clear all"), self)
        self._clear.setObjectName("quiet")
        self._clear.setProperty("small", True)
        self._clear.clicked.connect(self.cleared)
        self._close = QToolButton(self)
        self._close.setObjectName("bare")
        self._close.setIcon(icon("x"))
        self._close.setToolTip(self.tr("Close the filters"))
        self._close.setAccessibleName(self.tr("Close the filters"))
        self._close.clicked.connect(self.close_panel)
        self._hint = QLabel(self.tr("Counts follow as you tick."), self)
        self._hint.setObjectName("meta")
        self.show_button = QPushButton(self)
        self.show_button.setObjectName("primary")
        self.show_button.clicked.connect(self.close_panel)
        second = tuple(facet for facet in RAIL_ORDER if facet not in _FIRST_COLUMN)
        self.trees = (
            FacetTree(theme, _FIRST_COLUMN, whole=True, ground="surface"),
            FacetTree(theme, second, whole=True, ground="surface"),
        )
        for tree, other in zip(self.trees, reversed(self.trees), strict=True):
            tree.toggled.connect(self.toggled)
            tree.unmatched.connect(partial(_seek_in, other))
        self._lay_out()
        self.hide()
        theme.changed.connect(self._dress)
        self._dress()

    def show_answer(self, answer: Answer) -> None:
        """Show the counts of an answer, and how many entries there are.

        Where the panel is closed nobody sees its trees: they are filled when it opens.
        """
        self._answer = answer
        if not self.isHidden():
            self._fill_trees()
        found = answer.total or answer.partial_total
        self.show_button.setText(self.tr("Show %Ln entries", "", found))
        self._clear.setEnabled(bool(answer.query.filters))

    def open_panel(self, reason: Qt.FocusReason) -> None:
        """Show the panel and take the focus."""
        self._fill_trees()
        self.show()
        self.raise_()
        self.trees[0].setFocus(reason)

    def close_panel(self) -> None:
        """Hide the panel."""
        if self.isVisible():
            # Hidden, Qt leads to whatever comes next in the chain of Tab.
            focus = self.window().focusWidget()
            held = focus is not None and self.isAncestorOf(focus)
            self.hide()
            self.closed.emit(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _fill_trees(self) -> None:
        if self._answer is not None:
            for tree in self.trees:
                tree.show_facets(self._answer.facets)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._clear)
        self._head.addWidget(self._close)
        self._foot = QHBoxLayout()
        self._hint.setWordWrap(True)
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.show_button)
        inner = QWidget()
        self._columns = QHBoxLayout(inner)
        self._columns.setSpacing(0)
        for tree in self.trees:
            self._columns.addWidget(tree, 1, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        for area in (inner, self._scroll.viewport()):
            area.setAutoFillBackground(False)
        column.addLayout(self._head)
        column.addWidget(level_rule(self))
        column.addWidget(self._scroll, 1)
        column.addWidget(level_rule(self))
        column.addLayout(self._foot)

    def _dress(self) -> None:
        scale, grown = self._theme.scale, self._theme.grown
        self._title.setFont(font(TextRole.INTERFACE_STRONG, scale))
        self._clear.setFont(font(TextRole.META_STRONG, scale))
        self._hint.setFont(font(TextRole.META, scale))
        side = grown(18)
        self._close.setIconSize(QSize(side, side))
        self._head.setContentsMargins(grown(16), grown(4), grown(6), grown(4))
        self._foot.setContentsMargins(grown(12), grown(8), grown(12), grown(8))
        self._columns.setContentsMargins(0, grown(11), 0, grown(8))


def _seek_in(tree: FacetTree, typed: str) -> None:
    if tree.seek(typed):
        tree.setFocus(reason_as_before(tree))
