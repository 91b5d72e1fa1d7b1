"""A layout that sets widgets beside each other, and goes on in the next line where one is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_WIDTHS = 16
"""Heights that are kept: pulling a window's edge asks at hundreds of widths, each but once."""


class FlowLayout(QLayout):
    """Lines of widgets, each as large as it asks to be; begins at the leading edge.

    ``spread`` is how many of the last widgets go to the trailing edge of the last line.
    """

    def __init__(
        self,
        gap: int = 8,
        line_gap: int = 6,
        *,
        spread: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._spread = spread
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._line_gap = line_gap
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def set_spread(self, spread: int) -> None:
        """Set how many of the last widgets go to the trailing edge."""
        self._spread = spread
        self.invalidate()

    def set_gaps(self, gap: int, line_gap: int) -> None:
        """Set the room between widgets of one line, and between lines, in pixels."""
        self._line_gap = line_gap
        self.setSpacing(gap)
        self.invalidate()

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # What it stands in asks for the height at one width many times over.
        if width not in self._heights:
            if len(self._heights) >= _WIDTHS:
                self._heights.clear()
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        if not sizes:
            return QSize(0, 0)
        gaps = self.spacing() * (len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        hint = QSize(width, max(size.height() for size in sizes))
        return hint.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay the widgets out; gives the height that it takes."""
        whole, rect = rect, rect.marginsRemoved(self.contentsMargins())
        direction = self._direction()
        x, y, line = rect.x(), rect.y(), 0
        places: list[tuple[QLayoutItem, QRect]] = []
        for item in self._shown():
            size = item.sizeHint()
            # A widget that is wider than a line gets the line.
            width = min(size.width(), max(rect.width(), item.minimumSize().width()))
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + self._line_gap, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
            places.append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + self.spacing()
            line = max(line, height)
        if self._spread and places:
            last = places[-1][1]
            gap = rect.x() + rect.width() - 1 - last.right()
            for _item, place in places[-self._spread :]:
                if place.y() == last.y():
                    place.translate(gap, 0)
        if move:
            for item, place in places:
                # In the middle of what is highest in its line.
                beside = (other.height() for _item, other in places if other.y() == place.y())
                lower = (max(beside) - place.height()) // 2
                item.setGeometry(QStyle.visualRect(direction, rect, place.translated(0, lower)))
        return y + line - whole.y() + self.contentsMargins().bottom()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
