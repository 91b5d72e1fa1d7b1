"""The small dialog before a file is written: which entries, and in which form."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.selection import Chosen, Selection
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.scrolling import scrolling
from fieldcat.ui.widgets.words import Words

_WIDTH, _EDGE, _BETWEEN, _ABOVE = 480, 24, 16, 40
"""Sizes at a scale of 1: the dialog, around it, between parts, what a screen keeps free."""


class ExportChoices(QDialog):
    """``chosen`` brings what is to be written, and the format."""

    chosen = Signal(object, str)

    def __init__(
        self,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        sites: Collection[str] = (),
    ) -> None:
        """``sites`` are those of ``site`` and ``zim`` that can be written."""
        super().__init__(parent)
        self._theme = theme
        self._selection = selection
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        listed = (
            self.tr("The %Ln entries that have all of your words", "", selection.count)
            if selection.partly
            else self.tr("The %Ln entries in the list", "", selection.count)
        )
        self.all_button = QRadioButton(listed)
        self.left_out = Words(
            self.tr(
                "%Ln in the list have only some of your words and are left out.",
                "",
                selection.partly,
            ),
            TextRole.META,
            theme,
        )
        self.one_button = QRadioButton(self.tr("Only the entry that is open"))
        formats = (
            ("xlsx", self.tr("Workbook for Excel or LibreOffice (XLSX)")),
            ("csv", self.tr("Table for any program (CSV)")),
            ("ris", self.tr("References for Zotero and others (RIS)")),
            ("bibtex", self.tr("References for LaTeX (BibTeX)")),
            ("csl", self.tr("References for Pandoc (CSL JSON)")),
            ("json", self.tr("Everything, for programs (JSON)")),
            ("site", self.tr("Website: a folder of plain pages")),
            ("zim", self.tr("File for Kiwix on phones (ZIM)")),
        )
        self.format_buttons = {
            name: QRadioButton(words)
            for name, words in formats
            if name in sites or name not in ("site", "zim")
        }
        self.file_button = QPushButton(self.tr("Choose a file…"), self)
        self.file_button.setObjectName("primary")
        # The dialog is its parent at once: else Qt takes another button for the one on Enter.
        self.file_button.setDefault(True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("quiet")
        self.file_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()

    @property
    def format(self) -> str:
        """The format that is chosen."""
        return next(name for name, one in self.format_buttons.items() if one.isChecked())

    @property
    def entries(self) -> Chosen:
        """What is to be written."""
        if self.one_button.isChecked() and self._selection.entry is not None:
            return (self._selection.entry,)
        return self._selection.listed

    def _choose(self) -> None:
        entries, format = self.entries, self.format
        self.accept()
        self.chosen.emit(entries, format)

    def _lay_out(self) -> None:
        grown = self._theme.grown
        asked = QWidget()
        asked.setObjectName("surface")
        column = QVBoxLayout(asked)
        column.setContentsMargins(grown(_EDGE), grown(_EDGE), grown(_EDGE), 0)
        column.setSpacing(grown(_BETWEEN))
        column.addLayout(self._group(self.tr("What"), (self.all_button, self.one_button)))
        column.addWidget(self.left_out)
        self.left_out.setVisible(self._selection.partly > 0)
        self.all_button.setVisible(self._selection.count > 0)
        self.one_button.setVisible(self._selection.entry is not None)
        (self.all_button if self._selection.count else self.one_button).setChecked(True)
        column.addLayout(self._group(self.tr("As"), tuple(self.format_buttons.values())))
        self.format_buttons["xlsx"].setChecked(True)
        column.addStretch(1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(grown(_EDGE), grown(_BETWEEN), grown(_EDGE), grown(_EDGE))
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        row.addWidget(self.file_button)
        # On a screen too low for all of it the buttons stay, and what is asked scrolls.
        sheet = scrolling(asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(sheet, 1)
        whole.addWidget(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(max(self._theme.scaled(_WIDTH), asked.sizeHint().width()), room.width()),
            min(
                asked.sizeHint().height() + foot.sizeHint().height(),
                room.height() - grown(_ABOVE),
            ),
        )

    def _group(self, name: str, buttons: tuple[QRadioButton, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.grown(6))
        column.addWidget(Words(name, TextRole.INTERFACE_STRONG, self._theme))
        group = QButtonGroup(self)
        for button in buttons:
            button.setObjectName("option")
            button.setAccessibleDescription(name)
            group.addButton(button)
            column.addWidget(button)
        return column
