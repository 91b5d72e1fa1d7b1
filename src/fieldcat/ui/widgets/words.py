"""A label with the line height of its kind of text, which Qt's own labels do not have."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out

_MANY = 1000
_WIDTHS = 16


class Words(QLabel):
    """Plain words that wrap. ``ink`` names a role of ``Tokens``."""

    def __init__(
        self,
        text: str,
        role: TextRole,
        theme: Theme,
        *,
        ink: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._theme = theme
        self._ink = ink
        self._laid: dict[int, Lines] = {}
        self._laid_for: tuple[object, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def set_look(self, role: TextRole, ink: str) -> None:
        """Be another kind of text, in the colour of another role of ``Tokens``."""
        if (role, ink) != (self._role, self._ink):
            self._role, self._ink = role, ink
            self._laid.clear()
            self._on_theme_changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width).height

    def sizeHint(self) -> QSize:
        whole = self._lines(100_000)
        return QSize(ceil(whole.width) + 1, whole.height)

    def minimumSizeHint(self) -> QSize:
        height = line_height(self._role, self._theme.scale)
        return QSize(min(self._theme.scaled(60), self.sizeHint().width()), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        lines = self._lines(self.width())
        lines.paint(painter, QPointF(0, 0), getattr(tokens, self._ink), tokens)

    def _lines(self, width: int) -> Lines:
        # A layout asks for the height at each width many times over.
        scale = self._theme.scale
        laid_for = (self.text(), scale, self.isRightToLeft())
        if laid_for != self._laid_for or len(self._laid) > _WIDTHS:
            self._laid_for = laid_for
            self._laid.clear()
        found = self._laid.get(width)
        if found is None:
            found = self._laid[width] = self._laid_out(width, scale)
        return found

    def _laid_out(self, width: int, scale: float) -> Lines:
        arabic = is_arabic(self.text())
        return lay_out(
            # What is broken by whoever wrote it stays so; rows of lists run all on.
            self.text().replace("\n", "\u2028"),
            font(self._role, scale, arabic=arabic),
            width=max(width, 1),
            line_height=line_height(self._role, scale, arabic=arabic),
            most=_MANY,
            mirrored=self.isRightToLeft(),
        )

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
