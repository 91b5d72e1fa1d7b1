"""The bar over a preview: that it is one, and how the workspace stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from fieldcat.domain.previewing import Rebuilt
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.words import Words


class PreviewBar(QFrame):
    """One line of words, and a button where there is something to list.

    ``list_wanted``: somebody wants to see the faults and warnings.
    """

    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Words("", TextRole.META_STRONG, theme)
        self.button = QPushButton(self.tr("Show them"))
        self.button.setAccessibleName(self.tr("Show what was found in the workspace"))
        self.button.setObjectName("secondary")
        self.button.setProperty("small", True)
        self.button.clicked.connect(self.list_wanted)
        # The page under the bar does not jump where the button comes and goes.
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_building()

    def show_building(self) -> None:
        """Say that the workspace is being read."""
        self._say(self.tr("Preview: the workspace is being read…"), "text")
        self.button.hide()

    def show_rebuilt(self, rebuilt: Rebuilt) -> None:
        """Say what is shown, and what was found."""
        faults, warnings = len(rebuilt.faults), len(rebuilt.warnings)
        if faults:
            words = self.tr("Preview: %Ln faults. What you see is from before them.", "", faults)
        elif warnings:
            words = self.tr("Preview, not released: %Ln warnings.", "", warnings)
        else:
            words = self.tr("Preview, not released: %Ln entries.", "", rebuilt.entries)
        self._say(words, "caution" if faults else "text")
        self.button.setVisible(bool(faults or warnings))

    def show_failure(self, words: str) -> None:
        """Say why the workspace could not be read; the next saved file tries again."""
        self._say(words, "caution")
        self.button.hide()

    def _say(self, words: str, ink: str) -> None:
        self.words.set_look(TextRole.META_STRONG, ink)
        self.words.setText(words)
        self.setAccessibleName(words)

    def _dress(self) -> None:
        grown = self._theme.grown
        self._row.setContentsMargins(grown(18), grown(5), grown(12), grown(5))
        self._row.setSpacing(grown(12))
        self.button.setFont(font(TextRole.META_STRONG, self._theme.scale))
