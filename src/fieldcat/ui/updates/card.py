"""The card of an offer: who made it, what it touches of one's own, and what it would change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.updating import Change, How, Preview
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.changes_pane import ChangesPane
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import sheet_over, space_above
from fieldcat.ui.updates.signs import made_checked, signed
from fieldcat.ui.updates.touching import Touching
from fieldcat.ui.updates.wording import Wording, size_text
from fieldcat.ui.widgets.words import Words

_ROOMY, _SIDE = 800, 308


class OfferCard(QWidget):
    """``import_wanted``: take it in. ``compare_wanted``: show what changes. ``left``: not now."""

    import_wanted = Signal()
    compare_wanted = Signal(Change)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(self)
        self._touching = Touching(self)
        self._offered: Preview | None = None
        self.pane: ChangesPane | None = None
        self._grid: QGridLayout | None = None
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.import_button = self.foot.add(acting_button("", "hard-drive-download", "primary"))
        self.import_button.clicked.connect(self.import_wanted)
        self.compare_button = self.foot.add(
            acting_button(self.tr("Compare changes"), "", "secondary")
        )
        self.compare_button.clicked.connect(self._on_compare)
        later = self.foot.add(acting_button(self.tr("Not now"), "", "quiet"))
        later.clicked.connect(self.left)
        self.foot.close_row()
        theme.changed.connect(self._build)

    def show_offer(self, offered: Preview) -> None:
        """Show what is offered; the same once more stays as it stands."""
        if offered != self._offered:
            self._offered = offered
            self._build()

    # --- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        offered = self._offered
        if offered is None:
            return
        grown = self._theme.grown
        words = filled(self.tr("Import edition %1"), number(offered.edition.number))
        self.import_button.setText(f" {words}")
        self.import_button.setAccessibleName(words)
        room = self.tr("Takes up to %1, %2 free")
        self.foot.words.setText(filled(room, size_text(offered.needed), size_text(offered.free)))
        named = self._wording.named(offered.edition.collection)
        self.sheet.setAccessibleName(named)
        inner = QWidget()
        inner.setObjectName("surface")
        self._grid = QGridLayout(inner)
        self._grid.setHorizontalSpacing(grown(24))
        self._grid.setVerticalSpacing(grown(12))
        self._head = _column(
            Words(named, TextRole.TITLE, self._theme),
            Words(self._wording.facts(offered), TextRole.INTERFACE, self._theme, ink="text_2"),
            gap=grown(6),
        )
        checked = self._wording.checked(offered.edition.collection)
        self._checked = made_checked(checked, self._theme)
        self._side = self._made_side(offered)
        self._body = self._made_body(offered)
        self._arrange()
        self.sheet.setWidget(inner)
        self._body.order_tabs(self.foot)

    def _made_side(self, offered: Preview) -> QWidget:
        grown, theme = self._theme.grown, self._theme
        box = QFrame()
        box.setObjectName("sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(grown(16), grown(13), grown(16), grown(13))
        column.setSpacing(grown(10))
        column.addWidget(
            Words(self.tr("What it touches of yours"), TextRole.INTERFACE_STRONG, theme)
        )
        said = self._touching.said(offered.touched)
        for touch in said:
            line = Words(touch.words, TextRole.INTERFACE, theme)
            column.addWidget(signed(QWidget(), touch.icon, line, theme, touch.ink))
        if not said:
            nothing = self.tr("Nothing that you keep, have notes on or show in sessions.")
            column.addWidget(Words(nothing, TextRole.INTERFACE, theme))
        words = self.tr(
            "Your notes, folders, bookmarks and sessions are never altered by an import. One "
            "click goes back to edition %1."
        )
        if not offered.here:
            words = self.tr(
                "Your notes, folders, bookmarks and sessions are never altered by an import."
            )
        safe = Words(filled(words, number(offered.here)), TextRole.META, theme, ink="text_2")
        key = self.tr("Signed with the key %1. The publisher’s number: %2.")
        key = filled(key, _grouped(offered.keys[0][:16]), offered.fingerprint)
        lines = _column(
            signed(QWidget(), "undo-2", safe, theme, "text_2"),
            signed(
                QWidget(),
                "shield-check",
                Words(key, TextRole.META, theme, ink="text_2"),
                theme,
                "text_2",
            ),
            gap=grown(10),
        )
        return _column(box, lines, gap=grown(14))

    def _made_body(self, offered: Preview) -> ChangesPane:
        touched = {touch.change.entry: touch for touch in offered.touched}
        self.pane = ChangesPane(
            self._theme,
            self.sheet,
            lambda change: self._touching.own(touched.get(change.entry)),
            leads=lambda change: change.how is How.CHANGED,
        )
        self.pane.opened.connect(self.compare_wanted)
        self.pane.show_changes(offered.changes)
        return self.pane

    def _offer_comparing(self) -> None:
        """Where the foot has no room for it, the rows lead there just as well."""
        compared = self.pane is not None and self.pane.after(None) is not None
        self.compare_button.setVisible(compared)
        if compared and self.foot.wraps(self.width()):
            self.compare_button.hide()

    def _on_compare(self) -> None:
        first = None if self.pane is None else self.pane.after(None)
        if first is not None:
            self.compare_wanted.emit(first)

    # --- arranging ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Set «what it touches» beside the changes, or before them where there is no room."""
        grid = self._grid
        if grid is None:
            return
        self._offer_comparing()
        grown, parts = self._theme.grown, (self._head, self._checked, self._side, self._body)
        for part in parts:
            grid.removeWidget(part)
        roomy = self.width() / self._theme.scale >= _ROOMY
        top, leading = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        if roomy:
            self._side.setFixedWidth(self._theme.scaled(_SIDE))
            grid.addWidget(self._head, 0, 0)
            grid.addWidget(self._checked, 0, 1, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._body, 1, 0)
            grid.addWidget(self._side, 1, 1, top)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
            grid.addWidget(self._head, 0, 0, 1, 2)
            grid.addWidget(self._checked, 1, 0, 1, 2, leading)
            grid.addWidget(self._side, 2, 0, 1, 2)
            grid.addWidget(self._body, 3, 0, 1, 2)
        for row in range(4):
            grid.setRowStretch(row, 0)
        grid.setRowStretch(1 if roomy else 3, 1)
        grid.setColumnStretch(0, 1)
        beside = grown(28 if self.width() / self._theme.scale >= _ROOMY / 1.3 else 16)
        grid.setContentsMargins(beside, space_above(self, self._theme), beside, grown(20))


def _column(*widgets: QWidget, gap: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return holder


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
