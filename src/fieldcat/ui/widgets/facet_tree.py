"""The filters as a tree: Space ticks, ← and → fold and unfold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QToolTip, QTreeView, QWidget

from fieldcat.domain.query import FacetValue
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.facet_delegate import FacetDelegate
from fieldcat.ui.widgets.facet_model import FacetModel, FacetRole, Facets, Index

RAIL_ORDER = (
    Facet.KIND,
    Facet.TOPIC,
    Facet.AUDIENCE,
    Facet.COUNTRY,
    Facet.REGION,
    Facet.CAPABILITY,
    Facet.RISK,
    Facet.APPROACH,
    Facet.EVIDENCE,
    Facet.YEAR,
    Facet.ORGANISATION,
    Facet.LANGUAGE,
    Facet.COLLECTION,
)
"""The order of all facets; the first three stand unfolded."""

UNFOLDED = frozenset(RAIL_ORDER[:3])


class FacetTree(QTreeView):
    """Some of the facets. ``whole`` trees are as high as their rows and do not scroll.

    While somebody is in it, with the pointer or the keys, rows stay where they are.
    """

    toggled = Signal(Facet, str)

    def __init__(
        self,
        theme: Theme,
        order: Sequence[Facet] = RAIL_ORDER,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = whole
        self._folding: dict[Facet, bool] = {}
        self._place: tuple[Facet, str | None] | None = None
        self._scrolled = 0
        self.facets = FacetModel(order, self)
        self._delegate = FacetDelegate(theme, self)
        self.setModel(self.facets)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facets.toggled.connect(self.toggled)
        self.facets.modelAboutToBeReset.connect(self._note_place)
        self.facets.modelReset.connect(self._fold)
        self.facets.rearranging.connect(self._note_place)
        self.facets.rearranged.connect(self._find_place)
        self.facets.rowsInserted.connect(self._fit)
        self.facets.rowsRemoved.connect(self._fit)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        theme.changed.connect(self._on_theme_changed)

    def show_facets(self, facets: Facets) -> None:
        """Show the facets of an answer."""
        self.facets.show_facets(facets)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Counts change no row's height, which Qt would ask for again, one row after the other.
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.facets.hold(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.facets.hold(self.hasFocus())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        index = self.indexAt(event.position().toPoint())
        self.setCurrentIndex(index)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._act(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acting = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in acting and self.currentIndex().isValid():
            self._act(self.currentIndex())
            return
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, back = back, forward
        index = self.currentIndex()
        if event.key() == forward and index.isValid():
            self.expand(index)
        elif event.key() == back and index.isValid():
            group = index.parent() if index.parent().isValid() else index
            self.collapse(group)
            self.setCurrentIndex(group)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.facets.hold(True)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.facets.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.facets.hold(self.underMouse())
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and self._delegate.is_elided(index, self.viewport().width()):
                QToolTip.showText(event.globalPos(), str(index.data()), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _act(self, index: QModelIndex) -> None:
        value: FacetValue | None = index.data(FacetRole.VALUE)
        if value is not None:
            self.facets.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        elif index.data(FacetRole.MORE):
            self.facets.show_whole(_facet(index))
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _note_place(self) -> None:
        index = self.currentIndex()
        self._place = None
        if index.isValid():
            value: FacetValue | None = index.data(FacetRole.VALUE)
            self._place = (_facet(index), None if value is None else value.value)
        self._scrolled = self.verticalScrollBar().value()

    def _fold(self) -> None:
        for row, facet in enumerate(self.facets.facets):
            unfolded = self._folding.get(facet, facet in UNFOLDED)
            self.setExpanded(self.facets.index(row, 0), unfolded)
        self._fit()
        self._find_place()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(self._scrolled)

    def _find_place(self) -> None:
        """Go where one was, which may be another row by now, without scrolling there."""
        index = self.facets.find(*self._place) if self._place is not None else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(self._scrolled)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._folding[_facet(index)] = True
        self._fit()

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._folding[_facet(index)] = False
        self._fit()

    def _fit(self) -> None:
        # A line stands under unfolded groups, so the height of the row below changes as well.
        self.scheduleDelayedItemsLayout()
        if self._whole:
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        height = 0
        for row, _facet in enumerate(self.facets.facets):
            group = self.facets.index(row, 0)
            height += self._delegate.height(group)
            if self.isExpanded(group):
                height += self.facets.rowCount(group) * self._delegate.row_height
        return height

    def _on_theme_changed(self) -> None:
        self._fit()
        self.viewport().update()


def _facet(index: QModelIndex) -> Facet:
    # Qt holds it as a plain string.
    return Facet(index.data(FacetRole.FACET))
