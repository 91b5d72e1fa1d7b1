"""What the last import changed, to be looked at afterwards, and the way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.publishers import Publisher
from fieldcat.domain.updating import Change, How
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.changes_pane import ChangesPane
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import sheet_over, space_above
from fieldcat.ui.updates.wording import Wording
from fieldcat.ui.widgets.row_delegate import Tag
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words


class NewsView(QWidget):
    """``opened``: read this entry. ``seen``: nothing is to be marked. ``back_wanted``: go back.

    ``about_wanted``: tell of the publisher instead.
    """

    opened = Signal(Change)
    seen = Signal()
    back_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(self)
        self._publisher: Publisher | None = None
        self._changes: tuple[Change, ...] = ()
        self._unseen: Mapping[EntryId, How] = {}
        self._unread = Tag("circle", self.tr("Not read yet"), "text_2")
        self.pane: ChangesPane | None = None
        self._column: QVBoxLayout | None = None
        self.left = Words("", TextRole.META, theme, ink="text_2")
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.seen_button = self.foot.add(
            acting_button(self.tr("Mark all as seen"), "check", "secondary")
        )
        self.seen_button.clicked.connect(self.seen)
        self._back_words = self.tr("Go back to before this import")
        self.back_button = self.foot.add(acting_button(self._back_words, "rotate-ccw", "quiet"))
        self.back_button.clicked.connect(self.back_wanted)
        self.about_button = self.foot.add(
            acting_button(self.tr("About this publisher"), "info", "quiet")
        )
        self.about_button.clicked.connect(self.about_wanted)
        self.foot.close_row()
        theme.changed.connect(self._build)

    def show_news(
        self,
        publisher: Publisher,
        changes: tuple[Change, ...],
        unseen: Mapping[EntryId, How],
    ) -> None:
        """Show what came with an edition, and which of it nobody has read yet."""
        same = (publisher, changes) == (self._publisher, self._changes)
        if same and unseen is self._unseen and self.pane is not None:
            return
        self._publisher, self._changes, self._unseen = publisher, changes, unseen
        if same and self.pane is not None:
            self.pane.show_rows()
        else:
            self._build()
        self._show_left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where text is large and the window small, leave the list some room."""
        self.back_button.setText(beside_icon(self._back_words))
        if self.foot.wraps(self.width()):
            self.back_button.setText(beside_icon(self.tr("Go back")))
        if self._column is not None:
            side = self._theme.grown(28)
            above = space_above(self, self._theme)
            self._column.setContentsMargins(side, above, side, self._theme.grown(20))

    def _build(self) -> None:
        if self._publisher is None:
            return
        grown, theme = self._theme.grown, self._theme
        inner = QWidget()
        inner.setObjectName("surface")
        self._column = column = QVBoxLayout(inner)
        column.setSpacing(grown(6))
        title = self.tr("What is new in edition %1")
        title = filled(title, number(self._publisher.edition))
        self.sheet.setAccessibleName(title)
        column.addWidget(Words(title, TextRole.TITLE, theme))
        facts = f"{self._publisher.title}  ·  {self._wording.dated(self._publisher.date)}"
        column.addWidget(Words(facts, TextRole.INTERFACE, theme, ink="text_2"))
        # Not in the foot: where text is large, a line of it is missing from the list.
        self.left = Words(self.left.text(), TextRole.META, theme, ink="text_2")
        column.addWidget(self.left)
        column.addSpacing(grown(8))
        self.pane = ChangesPane(theme, self.sheet, self._own, leads=lambda _change: True)
        self.pane.show_changes(self._changes)
        self.pane.opened.connect(self.opened)
        column.addWidget(self.pane, 1)
        self._fit()
        self.sheet.setWidget(inner)
        self.pane.order_tabs(self.foot)

    def _own(self, change: Change) -> Tag | None:
        return self._unread if change.entry in self._unseen else None

    def _show_left(self) -> None:
        unseen = sum(change.entry in self._unseen for change in self._changes)
        self.seen_button.setEnabled(bool(unseen))
        words = self._wording.unread(unseen) if unseen else self.tr("All of it was seen.")
        self.left.setText(words)
