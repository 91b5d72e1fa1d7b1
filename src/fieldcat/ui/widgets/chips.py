"""The filters that are on, as chips in one row; those that do not fit become «+1»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from fieldcat.domain.facets import Facet
from fieldcat.domain.query import Filters
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import facet_title, ranges, value_label
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_GAP = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """What one chip stands for: some ticked values of one facet, in words."""

    facet: Facet
    values: frozenset[str]
    label: str


def choices(filters: Filters, label: Callable[[Facet, str], str]) -> tuple[Choice, ...]:
    """One choice for each ticked value; years that follow each other are one."""
    made: list[Choice] = []
    for facet in Facet:
        values = filters.get(facet, frozenset())
        if facet is Facet.YEAR:
            made += (Choice(facet, frozenset(run), text) for text, run in ranges(values))
        else:
            words = {value: value_label(facet, value, label(facet, value)) for value in values}
            labelled = sorted((text, value) for value, text in words.items())
            made += (Choice(facet, frozenset({value}), text) for text, value in labelled)
    return tuple(made)


class Chip(QAbstractButton):
    """One filter that is on. The whole chip removes it; so do Delete and Space."""

    def __init__(self, choice: Choice, theme: Theme, parent: QWidget, *, titled: bool) -> None:
        super().__init__(parent)
        self.choice = choice
        self._theme = theme
        self._titled = titled
        whole = f"{facet_title(choice.facet)}: {choice.label}"
        name = filled(self.tr("Remove filter %1"), whole)
        self.setText(whole)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def _title(self) -> str:
        return f"{facet_title(self.choice.facet)}: " if self._titled else ""

    def set_titled(self, titled: bool) -> None:
        """Whether it names its facet before its value."""
        if titled != self._titled:
            self._titled = titled
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        title = _advance(self._title, self._theme.scale, strong=False)
        label = _advance(self.choice.label, self._theme.scale, strong=True)
        return QSize(title + label + self._inset() * 2 + self._cross() + 6, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.scaled(90)), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.wash))
        # In high contrast a chip is known by its edge.
        edge = tokens.control if tokens.wash == tokens.surface else tokens.wash
        painter.setPen(QPen(QColor(tokens.accent if self.underMouse() else edge)))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

        cross = self._cross()
        mirrored = self.isRightToLeft()
        inner = self.rect().adjusted(self._inset(), 0, -self._inset() - cross - 6, 0)
        strong = self._font(strong=True)
        title_width = QFontMetrics(self._font()).horizontalAdvance(self._title)
        # A pixel more than Qt's whole numbers, or a label that just fits is cut off.
        label_width = max(inner.width() - title_width, 0) + 1
        label = QFontMetrics(strong).elidedText(
            self.choice.label, Qt.TextElideMode.ElideMiddle, label_width
        )
        self._write(painter, inner, self._title, tokens.text_2, strong=False)
        rest = inner.adjusted(title_width, 0, 0, 0)
        self._write(painter, rest, label, tokens.text, strong=True)
        top = (self.height() - cross) // 2
        at = QRect(self.width() - self._inset() - cross + 2, top, cross, cross)
        if mirrored:
            at.moveLeft(self.width() - at.right() - 1)
        ink = tokens.text if self.underMouse() else tokens.text_2
        paint_icon(painter, at, "x", ink)

    def _write(
        self, painter: QPainter, where: QRect, text: str, colour: str, *, strong: bool
    ) -> None:
        if self.isRightToLeft():
            where = QRect(where)
            where.moveRight(self.width() - where.left() - 1)
        painter.setFont(self._font(strong=strong))
        painter.setPen(QColor(colour))
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags), text)

    def _font(self, *, strong: bool = False) -> QFont:
        role = TextRole.META_STRONG if strong else TextRole.META
        return font(role, self._theme.scale)

    def _inset(self) -> int:
        return self._theme.grown(11)

    def _cross(self) -> int:
        return self._theme.grown(14)

    def _height(self) -> int:
        return self._theme.scaled(20) + self._theme.grown(8)


@lru_cache(maxsize=256)
def _advance(text: str, scale: float, *, strong: bool) -> int:
    """How wide a text is: a row of chips asks for it again and again while it is arranged."""
    role = TextRole.META_STRONG if strong else TextRole.META
    return QFontMetrics(font(role, scale)).horizontalAdvance(text)


class ChipRow(QWidget):
    """All chips, as many as there is room for, then «+1» and «Clear all».

    Where they would not fit with the names of their facets, they stand without: a filter that is
    out of sight is easily forgotten.

    ``removed`` tells which choice is to be dropped; the focus goes to the next chip, and
    ``emptied`` is sent instead of that where there is none.
    """

    removed = Signal(Choice)
    cleared = Signal()
    more_wanted = Signal()
    emptied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._choices: tuple[Choice, ...] = ()
        self._titled = True
        self._clearable = True
        self._refocus: int | None = None
        self.more_button = QPushButton(self)
        self.more_button.setObjectName("quiet")
        self.more_button.setProperty("small", True)
        self.more_button.clicked.connect(self.more_wanted)
        self.clear_button = QPushButton(self.tr("Clear all"), self)
        self.clear_button.setObjectName("quiet")
        self.clear_button.setProperty("small", True)
        self.clear_button.setToolTip(self.tr("Remove all filters"))
        self.clear_button.clicked.connect(self.cleared)
        theme.changed.connect(self._rebuild)
        self._rebuild()

    def show_choices(self, chosen: Sequence[Choice]) -> None:
        """Show these filters."""
        if tuple(chosen) != self._choices:
            self._choices = tuple(chosen)
            self._rebuild()

    def set_form(self, *, titled: bool, clearable: bool) -> None:
        """Whether a chip names its facet, and whether «Clear all» stands at the end."""
        if (titled, clearable) != (self._titled, self._clearable):
            self._titled, self._clearable = titled, clearable
            self._rebuild()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, also those that have no room."""
        return tuple(self._chips)

    def sizeHint(self) -> QSize:
        height = self._theme.scaled(20) + self._theme.grown(8)
        return QSize(self._theme.scaled(120), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _rebuild(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [
            Chip(choice, self._theme, self, titled=self._titled) for choice in self._choices
        ]
        if self._chips:
            # What was just made would be come to last of all in the window.
            order = (self.more_button, *self._chips, self.more_button, self.clear_button)
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        small = font(TextRole.META_STRONG, self._theme.scale)
        for at, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _checked=False, at=at: self._on_chip_clicked(at))
        for button in (self.more_button, self.clear_button):
            button.setFont(small)
            button.ensurePolished()
        self._arrange()
        self._restore_focus()
        self.updateGeometry()

    def _arrange(self) -> None:
        for chip in self._chips:
            chip.set_titled(self._titled)
        if self._titled and self._fitting()[1]:
            for chip in self._chips:
                chip.set_titled(False)
        shown, rest = self._fitting()
        height = self.sizeHint().height()
        at = 0
        for chip in self._chips:
            chip.setVisible(chip in shown)
        self.more_button.setVisible(rest > 0)
        self.clear_button.setVisible(self._clearable and bool(self._chips))
        after: list[tuple[QWidget, int]] = []
        if rest:
            self.more_button.setText(f"+{rest}")
            self.more_button.setAccessibleName(self.tr("%n more filter(s)", "", rest))
            self.more_button.setToolTip(self.more_button.accessibleName())
            after.append((self.more_button, self.more_button.sizeHint().width()))
        if self.clear_button.isVisibleTo(self):
            after.append((self.clear_button, self.clear_button.sizeHint().width()))
        # A chip that is too long by itself is elided, so that what follows it can be seen.
        gap = self._theme.grown(_GAP)
        most = self.width() - sum(width + gap for _button, width in after)
        chips = [(chip, min(chip.sizeHint().width(), max(most, 0))) for chip in shown]
        for widget, width in (*chips, *after):
            own = QRect(at, (self.height() - height) // 2, width, height)
            if self.isRightToLeft():
                own.moveLeft(self.width() - at - width)
            widget.setGeometry(own)
            at += width + gap

    def _fitting(self) -> tuple[list[Chip], int]:
        gap = self._theme.grown(_GAP)
        clear = self.clear_button.sizeHint().width() + gap if self._clearable else 0
        widths = [chip.sizeHint().width() + gap for chip in self._chips]
        if sum(widths) + clear - gap <= self.width():
            return list(self._chips), 0
        room = self.width() - clear - self._theme.scaled(44) + gap
        shown: list[Chip] = []
        for chip, width in zip(self._chips, widths, strict=True):
            if width > room and shown:
                break
            shown.append(chip)
            room -= width
            if room <= 0:
                break
        return shown, len(self._chips) - len(shown)

    def _on_chip_clicked(self, at: int) -> None:
        self._refocus = at
        self.removed.emit(self._chips[at].choice)

    def _restore_focus(self) -> None:
        if self._refocus is None:
            return
        at, self._refocus = self._refocus, None
        shown = [chip for chip in self._chips if chip.isVisibleTo(self)]
        if shown:
            shown[min(at, len(shown) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.emptied.emit()
