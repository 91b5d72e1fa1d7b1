"""A short word at the foot of a page that goes by itself, and a button to take something back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from fieldcat.ui.focus import note_covered, reason_as_before
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.words import Words

_STAYS_MS = 8000
_FROM_EDGE = 16
_NARROWEST, _WIDEST = 310, 560


class Toast(QWidget):
    """One message at a time, in the colour of text.

    It stays while the pointer or the keyboard is in it, and goes at Esc. ``footer`` gives the part
    of the page that it must not lie over, if there is one.
    """

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        footer: Callable[[], QWidget | None] = lambda: None,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._footer = footer
        self._acts: Callable[[], object] | None = None
        self._focus_before: QWidget | None = None
        self._words = Words("", TextRole.INTERFACE, theme, ink="surface", parent=self)
        policy = self._words.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self._words.setSizePolicy(policy)
        self.button = QToolButton(self)
        self.button.clicked.connect(self._on_clicked)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("x", role="surface"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.clicked.connect(self.hide)
        for button in (self.button, self.close_button):
            button.setObjectName("inToast")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button)
        self._row.addWidget(self.close_button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_STAYS_MS)
        self.timer.timeout.connect(self._on_time_out)
        page.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def offers(self) -> bool:
        """Whether it is shown with a button that does something."""
        return self._acts is not None and not self.isHidden()

    def say(self, words: str, act: str = "", acts: Callable[[], object] | None = None) -> None:
        """Say this instead of what was said before; a button ``act`` does ``acts`` and closes."""
        self._acts = acts
        self._words.setText(words)
        self.button.setText(act)
        self.button.setAccessibleName(act)
        self.button.setAccessibleDescription(words)
        self.button.setVisible(bool(act))
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self.timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place_again(self) -> None:
        """The footer is another."""
        if not self.isHidden():
            self._place()

    # --- events -------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def setVisible(self, visible: bool) -> None:
        leaves = not visible and self._holds_focus()
        before, self._focus_before = self._focus_before, None if leaves else self._focus_before
        if leaves and before is not None and isValid(before) and before.isVisible():
            # Without it Qt would lead to whatever comes next in the chain of Tab.
            before.setFocus(reason_as_before(before))
        super().setVisible(visible)
        self._note_covered()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.text))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _on_clicked(self) -> None:
        acts = self._acts
        self.hide()
        if acts is not None:
            acts()

    def _on_time_out(self) -> None:
        if not self._holds_focus():
            self.hide()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        was, now = self._has(old), self._has(new)
        if now and not was:
            self._focus_before = old
            self.timer.stop()
        elif was and not now and not self.isHidden():
            self._wait()

    def _wait(self) -> None:
        if not (self.underMouse() or self._holds_focus()):
            self.timer.start()

    def _has(self, widget: QWidget | None) -> bool:
        return widget is not None and isValid(widget) and self.isAncestorOf(widget)

    def _holds_focus(self) -> bool:
        return self._has(self.window().focusWidget())

    # --- place --------------------------------------------------------------------------------

    def _place(self) -> None:
        grown = self._theme.grown
        room = self._page.width() - 2 * grown(_FROM_EDGE)
        self._row.activate()
        least, most = self._theme.scaled(_NARROWEST), self._theme.scaled(_WIDEST)
        width = min(max(least, self.sizeHint().width()), most, room)
        height = max(self._row.heightForWidth(width), self._theme.scaled(42))
        left = (self._page.width() - width) // 2
        foot = self._page.height()
        footer = self._footer()
        if footer is not None and footer.isVisible():
            foot = min(foot, footer.mapTo(self._page, footer.rect().topLeft()).y())
        self.setGeometry(left, foot - height - grown(_FROM_EDGE), width, height)
        self._note_covered()

    def _note_covered(self) -> None:
        corner = self.mapTo(self.window(), QPoint())
        note_covered(self.window(), QRect() if self.isHidden() else QRect(corner, self.size()))

    def _dress(self) -> None:
        grown, scale = self._theme.grown, self._theme.scale
        self._row.setContentsMargins(grown(14), grown(8), grown(8), grown(8))
        self._row.setSpacing(grown(12))
        made = font(TextRole.INTERFACE_STRONG, scale)
        made.setUnderline(True)
        self.button.setFont(made)
        side = grown(18)
        self.close_button.setIconSize(QSize(side, side))
        if not self.isHidden():
            self._place()
