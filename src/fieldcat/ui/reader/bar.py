"""The reader's bar: where one was, what one can do with the entry, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.pointer import let_go_with
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, grown

_HIGH, _LOW = 56, 52
_BUTTON, _EDGE, _GAP, _PART, _TALL = 34, 15, 2, 13, 22
"""Sizes at a scale of 1: a bare button, the bar's edge, between buttons, around a line, a line."""

Item = QAction | QWidget | None
"""An action as a button, something else as it is, or None for a line between two groups."""


class Bar(QWidget):
    """A row of buttons. What does not fit goes into «More», the least needed first.

    Actions whose names are in ``worded`` have a word beside their icon.
    """

    def __init__(self, theme: Theme, worded: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._worded = frozenset(worded)
        self._buttons: dict[QAction, QToolButton] = {}
        self._leading: list[QWidget | None] = []
        self._trailing: list[QWidget | None] = []
        self._spare: list[QAction] = []
        self._further: Sequence[Sequence[QAction]] = ()
        self._in_more: list[QAction] | None = None
        self._lines: list[QRect] = []
        self.more_menu = QMenu(self)
        self.more = _bare(self, "ellipsis", QCoreApplication.translate("Reader", "More"))
        self.more.setMenu(self.more_menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        let_go_with(self.more_menu, lambda: self.more)
        theme.changed.connect(self._dress)

    def arrange(
        self,
        leading: Sequence[Item],
        trailing: Sequence[Item],
        *,
        spare: Sequence[QAction] = (),
        more: Sequence[Sequence[QAction]] = (),
    ) -> None:
        """Put these into the bar; ``spare`` may go into «More», the first of them first.

        ``more`` are the groups that are always in «More». ``fit`` places the buttons.
        """
        self._leading = [self._shown(item) for item in leading]
        self._trailing = [self._shown(item) for item in trailing]
        self._spare, self._further, self._in_more = list(spare), more, None
        placed = self._placed
        for button in self._buttons.values():
            button.setVisible(button in placed)
        self._order_tabs()
        self._dress()

    def button(self, action: QAction) -> QToolButton | None:
        """The button of an action that was once arranged here."""
        return self._buttons.get(action)

    def show_as_kept(self, action: QAction, kept: bool) -> None:
        """Set an action's word in accent, for an entry that is kept."""
        button = self._buttons.get(action)
        if button is None or bool(button.property("kept")) == kept:
            return
        button.setProperty("kept", kept)
        # The style sheet looks at a property only when it is told to.
        self.style().unpolish(button)
        self.style().polish(button)
        # With that it has also taken back the font of an earlier text size.
        self._dress()

    def fit(self, width: int, *, low: bool) -> int:
        """Place the buttons in this width and tell the height, both in pixels."""
        scale = self._theme.scale
        height = grown(_LOW if low else _HIGH, scale)
        edge = grown(_EDGE, scale)
        left_out: list[QAction] = []
        for action in (None, *self._spare):
            if action is not None:
                left_out.append(action)
            rows = self._rows(left_out)
            if sum(map(self._width, rows)) + 2 * edge + grown(_PART, scale) <= width:
                break
        for action, button in self._buttons.items():
            arranged = button in self._leading or button in self._trailing
            button.setVisible(arranged and action not in left_out and action.isVisible())
        self._lines = []
        self._place(rows[0], edge, width, height)
        self._place(rows[1], width - edge - self._width(rows[1]), width, height)
        self._fill_more(left_out)
        # Lines are painted here; where they stood before, nothing else would be painted anew.
        self.update()
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        for line in self._lines:
            painter.fillRect(line, tokens.line)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        # In the window that it came into, Qt has put «More» before the others.
        super().showEvent(event)
        self._order_tabs()

    # --- placing ------------------------------------------------------------------------------

    @property
    def _placed(self) -> list[QWidget]:
        return [one for one in (*self._leading, *self._trailing) if one is not None]

    def _order_tabs(self) -> None:
        for before, after in pairwise([*self._placed, self.more]):
            QWidget.setTabOrder(before, after)

    def _rows(self, left_out: Sequence[QAction]) -> tuple[list[QWidget | None], ...]:
        """What stands at the leading and at the trailing edge, without lines that part nothing."""
        gone = [self._buttons.get(action) for action in left_out]
        gone += [button for action, button in self._buttons.items() if not action.isVisible()]
        rows = []
        for row in (self._leading, [*self._trailing, self.more]):
            kept: list[QWidget | None] = []
            for item in row:
                if item is None and (not kept or kept[-1] is None):
                    continue
                if item is None or item not in gone:
                    kept.append(item)
            rows.append(kept if kept and kept[-1] is not None else kept[:-1])
        return tuple(rows)

    def _width(self, row: Sequence[QWidget | None]) -> int:
        scale = self._theme.scale
        gap, part = grown(_GAP, scale), grown(_PART, scale)
        return sum(part if one is None else self._size(one).width() + gap for one in row) - gap

    def _place(self, row: Sequence[QWidget | None], x: int, width: int, height: int) -> None:
        scale = self._theme.scale
        for item in row:
            if item is None:
                tall = grown(_TALL, scale)
                at = x + grown(_PART, scale) // 2
                left = width - at - 1 if mirrored() else at
                self._lines.append(QRect(left, (height - tall) // 2, 1, tall))
                x += grown(_PART, scale)
                continue
            size = self._size(item)
            left = width - x - size.width() if mirrored() else x
            item.setGeometry(QRect(QPoint(left, (height - size.height()) // 2), size))
            x += size.width() + grown(_GAP, scale)

    def _size(self, item: QWidget) -> QSize:
        side = grown(_BUTTON, self._theme.scale)
        return QSize(side, side) if item.objectName() == "bare" else item.sizeHint()

    def _fill_more(self, left_out: Sequence[QAction]) -> None:
        if self._in_more == left_out:
            return
        self._in_more = list(left_out)
        self.more_menu.clear()
        # In the order of the bar, not in that in which they were given up.
        arranged = [one for one in self._buttons if one in left_out]
        for group in (arranged, *self._further):
            self.more_menu.addActions(list(group))
            self.more_menu.addSeparator()

    def _shown(self, item: Item) -> QWidget | None:
        if isinstance(item, QAction):
            if item not in self._buttons:
                self._buttons[item] = self._of_action(item)
            return self._buttons[item]
        return item

    def _of_action(self, action: QAction) -> QToolButton:
        worded = action.objectName() in self._worded
        button = _Worded(self) if worded else QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        if isinstance(menu := action.menu(), QMenu):
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            let_go_with(menu, lambda: button)

        def follow() -> None:
            button.setIcon(action.icon())
            # The space keeps the word off its icon, as far as in the design.
            button.setText(f"\u2009{action.text()}" if worded else "")
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())
            button.setCheckable(action.isCheckable())
            button.setChecked(action.isChecked())

        action.changed.connect(follow)
        follow()
        button.setObjectName("worded" if worded else "bare")
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if worded
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        return button

    def _dress(self) -> None:
        scale = self._theme.scale
        side = grown(20, scale)
        for button in (*self._buttons.values(), self.more):
            button.setIconSize(QSize(side, side))
            if button.objectName() == "worded":
                button.setFont(font(TextRole.INTERFACE_STRONG, scale))
        self.updateGeometry()


class _Worded(QToolButton):
    """A button with a word, without the two spaces that Qt adds after it."""

    def sizeHint(self) -> QSize:
        asked = super().sizeHint()
        return asked - QSize(2 * self.fontMetrics().horizontalAdvance(" "), 0)


def _bare(parent: QWidget, name: str, text: str) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("bare")
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
