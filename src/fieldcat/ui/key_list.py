"""The list of keys, and what the program is: two small windows made from tables."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldcat import __version__
from fieldcat.ui.actions import COMMANDS, worded
from fieldcat.ui.theme import Theme
from fieldcat.ui.translating import QT_TRANSLATE_NOOP
from fieldcat.ui.type import TextRole, font

_FURTHER = (
    (QT_TRANSLATE_NOOP("KeyList", "Next or previous entry; the reader follows"), "↑ ↓"),
    (QT_TRANSLATE_NOOP("KeyList", "Open the entry large"), "Return"),
    (QT_TRANSLATE_NOOP("KeyList", "Close a panel, or leave the large view"), "Esc"),
    (QT_TRANSLATE_NOOP("KeyList", "Tick a filter, open a folded part"), "Space"),
    (QT_TRANSLATE_NOOP("KeyList", "Find in the text"), "F3"),
    (QT_TRANSLATE_NOOP("KeyList", "Back and forward"), "Alt+← →"),
)


def key_rows() -> tuple[tuple[str, str], ...]:
    """What a key does, and the key, for all commands that have one."""
    form = QKeySequence.SequenceFormat.NativeText
    rows = [
        (worded(command.text), " · ".join(QKeySequence(key).toString(form) for key in command.keys))
        for command in COMMANDS
        if command.keys
    ]
    rows += [(QCoreApplication.translate("KeyList", words), key) for words, key in _FURTHER]
    return tuple(rows)


class KeyList(QDialog):
    """All keys in one list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(theme.grown(24))
        grid.setVerticalSpacing(theme.grown(6))
        for row, (words, key) in enumerate(key_rows()):
            what, which = QLabel(words), QLabel(key)
            which.setFont(font(TextRole.INTERFACE_STRONG, theme.scale))
            grid.addWidget(what, row, 0)
            grid.addWidget(which, row, 1, Qt.AlignmentFlag.AlignLeading)
        _fill(self, inner)
        self.resize(theme.scaled(480), theme.scaled(520))


class About(QDialog):
    """What fieldcat is, and under which licences it stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About fieldcat"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        title = QLabel(self.tr("fieldcat %1").replace("%1", __version__))
        title.setFont(font(TextRole.PAGE_BAR, theme.scale))
        texts = (
            self.tr("An offline casebook for people who train others in child online safety."),
            self.tr("The program is under the MIT licence, its casebook under CC BY 4.0."),
            self.tr(
                "Fonts: Noto and Charis SIL, SIL Open Font Licence 1.1. Icons: Lucide, ISC "
                "licence. Made with Qt and PySide, LGPL."
            ),
            self.tr("fieldcat sends nothing anywhere and keeps no record of who you are."),
        )
        column.addWidget(title)
        for text in texts:
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        _fill(self, inner)
        self.resize(theme.scaled(440), theme.scaled(300))


def _fill(dialog: QDialog, inner: QWidget) -> None:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(inner)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    for button in buttons.buttons():
        button.setObjectName("secondary")
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(scroll, 1)
    column.addWidget(buttons)
