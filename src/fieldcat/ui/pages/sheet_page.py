"""A page beside the work: one column of words and controls, with the way back above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.keeping_headings import KeepsHeading
from fieldcat.ui.pages.page import Page
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.return_bar import ReturnBar
from fieldcat.ui.widgets.words import Words

_WIDEST = 760


class SheetPage(Page):
    """Preferences, keys, about. ``left``: the way back was taken, by its button or with Esc.

    What a page shows goes into ``column``; its foot, which does not scroll, into ``foot``.
    """

    left = Signal()

    def __init__(
        self,
        title: str,
        theme: Theme,
        actions: Actions,
        *,
        widest: int = _WIDEST,
        role: TextRole = TextRole.PAGE_BAR,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._widest = widest
        self.title = title
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.bar = ReturnBar(theme, actions)
        self.bar.left.connect(self.left)
        self.heading = Words(title, role, theme)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.heading)
        self._holder = QWidget()
        self._holder.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setObjectName("surface")
        self._outer = QHBoxLayout(inner)
        self._outer.addStretch(0)
        self._outer.addWidget(self._holder, 100)
        self._outer.addStretch(0)
        self.sheet = QScrollArea()
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setWidgetResizable(True)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.setAccessibleName(title)
        self.sheet.setWidget(inner)
        self._heading = KeepsHeading(self.sheet)
        # What is chosen here may change the size of everything, itself included.
        self.sheet.verticalScrollBar().rangeChanged.connect(self._keep_focus_in_view)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.sheet, 1)
        whole.addLayout(self.foot)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def menu_button(self) -> QWidget:
        return self.bar.menu_button

    def set_layout(self, layout: Layout) -> None:
        self.bar.set_layout(layout)
        beside = self._theme.grown(16 if layout.single else 24)
        above = self._theme.grown(layout.padded(22))
        self._outer.setContentsMargins(beside, above, beside, self._theme.grown(24))

    def focus_first(self) -> None:
        self.bar.back_button.setFocus(reason_as_before(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep_focus_in_view(self) -> None:
        focus, inner = self.window().focusWidget(), self.sheet.widget()
        if focus is not None and inner is not None and inner.isAncestorOf(focus):
            self.sheet.ensureWidgetVisible(focus)
            self._heading.show_heading_of(focus)

    def _dress(self) -> None:
        self._holder.setMaximumWidth(self._theme.scaled(self._widest))
