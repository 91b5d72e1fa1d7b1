"""The filters as a tree: Space ticks, ← and → fold and unfold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QToolTip, QTreeView, QWidget

from fieldcat.domain.facets import Facet
from fieldcat.domain.query import FacetValue
from fieldcat.ui.focus import by_keyboard, forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.facet_delegate import FacetDelegate, Place
from fieldcat.ui.widgets.facet_model import FacetModel, FacetRole, Facets, Index
from fieldcat.ui.widgets.facet_painting import FacetPainting

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
    Facet.SAVED,
)
"""The order of all facets; the first three stand unfolded."""

UNFOLDED = frozenset(RAIL_ORDER[:3])


class FacetTree(QTreeView):
    """Some of the facets. ``whole`` trees are as high as their rows and do not scroll.

    ``ground`` is the role of ``Tokens`` that they stand on.

    While somebody is in it, with the pointer or the keys, rows stay where they are.

    Typed letters lead to the next row that begins with them; ``unmatched`` brings them where there
    is none.
    """

    toggled = Signal(Facet, str)
    unmatched = Signal(str)

    def __init__(
        self,
        theme: Theme,
        order: Sequence[Facet] = RAIL_ORDER,
        *,
        whole: bool = False,
        ground: str = "window",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = whole
        self._typed = ""
        self._since_typed = QElapsedTimer()
        self._folding: dict[Facet, bool] = {}
        self._place: tuple[Facet, str | None] | None = None
        self._scrolled = 0
        self.facets = FacetModel(order, self)
        self._delegate = FacetDelegate(theme, self, self.facets)
        self._painting = FacetPainting(theme, self, ground)
        # Where each row stands; None where that is to be found out again.
        self._places: tuple[Place, ...] | None = None
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
        # Who paints every pixel lets Qt move what stays in sight when the tree is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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

    @property
    def places(self) -> tuple[Place, ...]:
        """Where each row stands that is not folded away."""
        if self._places is None:
            self._places = tuple(self._delegate.places())
        return self._places

    def paintEvent(self, event: QPaintEvent) -> None:
        # By itself the tree would ask for each row's index, parent, flags, height and expansion.
        area, across = event.rect(), self.viewport().width()
        self._painting.begin()
        painter = QPainter(self.viewport())
        painter.fillRect(area, self._painting.ground)
        scrolled = self.verticalScrollBar().value()
        pointer = self._pointer()
        ringed = self._ringed()
        counts: list[tuple[QRect, FacetValue]] = []
        for place in self.places:
            top = place.top - scrolled
            if top > area.bottom():
                break
            if top + place.height > area.top():
                box = QRect(0, top, across, place.height)
                row = box.adjusted(0, place.above, 0, 0)
                lit = "h" if pointer is not None and row.contains(pointer) else ""
                lit += "r" if ringed == (place.group, place.row) else ""
                value = self._paint_place(painter, place, box, row, lit)
                if value is not None:
                    counts.append((row, value))
        self._painting.paint_counts(painter, counts)
        painter.end()

    def _paint_place(
        self, painter: QPainter, place: Place, box: QRect, row: QRect, lit: str
    ) -> FacetValue | None:
        """Paint a row, but for its count; gives the value whose count is to be painted."""
        model, painting = self.facets, self._painting
        if place.row is None:
            if place.above:
                # Nearer to a folded group, whose rows have no line between them.
                above = place.above // 2 if place.unfolded else place.above - 3
                painting.paint_line(painter, box, box.top() + above)
            title, pill = model.title(place.group), model.pill(place.group)
            painting.paint_group(painter, row, title, pill, folded=not place.unfolded, lit=lit)
        elif (value := model.counted(place.group, place.row)) is not None:
            painting.paint_value(painter, row, model.label(place.group, value), value, lit=lit)
            return value
        else:
            painting.paint_more(painter, row, model.more(place.group), lit=lit)
        return None

    def _pointer(self) -> QPoint | None:
        """Where the pointer is, if it is over the rows."""
        if not self.viewport().underMouse():
            return None
        return self.viewport().mapFromGlobal(self.cursor().pos())

    def _ringed(self) -> tuple[int, int | None] | None:
        """The group and row that the keyboard has reached."""
        index = self.currentIndex()
        if not index.isValid() or not by_keyboard(self):
            return None
        parent = index.parent()
        return (parent.row(), index.row()) if parent.isValid() else (index.row(), None)

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

    def keyboardSearch(self, letters: str) -> None:
        # Qt's own keeps what was typed to itself, so that no other tree could go on with it.
        word = QApplication.keyboardInputInterval()
        going_on = self._since_typed.isValid() and self._since_typed.elapsed() <= word
        typed = self._typed + letters if going_on else letters
        if not self.seek(typed):
            self.unmatched.emit(typed)

    def seek(self, typed: str) -> bool:
        """Go to the next row that begins with what was typed; whether there is any.

        One letter, and the same one once more, lead past the row in hand; more may lead to it.
        """
        self._typed = typed
        self._since_typed.start()
        sought = typed.casefold()
        same = len(set(sought)) == 1
        rows = tuple(self._rows_in_sight())
        here = rows.index(self.currentIndex()) if self.currentIndex() in rows else 0
        first = here + same
        for index in (*rows[first:], *rows[:first]):
            if str(index.data()).casefold().startswith(sought[:1] if same else sought):
                self.setCurrentIndex(index)
                return True
        return False

    def _rows_in_sight(self) -> Iterator[QModelIndex]:
        index = self.facets.index(0, 0)
        while index.isValid():
            yield index
            index = self.indexBelow(index)

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
            value: FacetValue | None = index.data(FacetRole.VALUE)
            width = self.viewport().width()
            if value is not None and self._painting.is_elided(value, width):
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
        self._places = None
        # A line stands under unfolded groups, so the height of the row below changes as well.
        self.scheduleDelayedItemsLayout()
        if self._whole:
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        return self.places[-1].top + self.places[-1].height if self.places else 0

    def _on_theme_changed(self) -> None:
        self._painting.forget()
        self._fit()
        self.viewport().update()


def _facet(index: QModelIndex) -> Facet:
    # Qt holds it as a plain string.
    return Facet(index.data(FacetRole.FACET))
