"""Words with a sign before them, and the one that says that an edition was checked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.words import Words


def made_checked(said: str, theme: Theme) -> QWidget:
    """What says on green ground who signed an edition."""
    box = QFrame()
    box.setObjectName("ok")
    words = Words(said, TextRole.META_STRONG, theme, ink="ok")
    return signed(box, "shield-check", words, theme, "ok")


def signed(holder: QWidget, sign: str, words: Words, theme: Theme, ink: str) -> QWidget:
    """Set words with a sign before them into a holder, and give it back."""
    side = theme.grown(18)
    label = QLabel()
    label.setPixmap(icon(sign, role=ink).pixmap(side, side))
    label.setFixedHeight(max(words.minimumSizeHint().height(), side))
    row = QHBoxLayout(holder)
    framed = isinstance(holder, QFrame)
    inset = theme.grown(8) if framed else 0
    row.setContentsMargins(inset, inset // 3, inset, inset // 3)
    row.setSpacing(theme.grown(5 if framed else 10))
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return holder
