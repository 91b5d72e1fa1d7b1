"""The folders that are looked into for files with editions: added, and taken away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.placeholders import filled
from fieldcat.ui.preferences import WATCHED, Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.words import Words


class WatchedFolders(QWidget):
    """A row for each folder, and under them the buttons that add one."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self._preferences = preferences
        self._theme = theme
        self.setAccessibleName(self.tr("Folders to look into"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.remove_buttons: tuple[QPushButton, ...] = ()
        self.downloads_button = QPushButton(self.tr("Add Downloads"))
        self.folder_button = QPushButton(self.tr("Add a folder…"))
        flow = FlowLayout(8, 6)
        for button in (self.downloads_button, self.folder_button):
            button.setObjectName("secondary")
            flow.addWidget(button)
        self.downloads_button.clicked.connect(lambda: self.add(_downloads()))
        self.folder_button.clicked.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addLayout(flow)
        preferences.changed.connect(self._on_changed)
        self._build()

    def ask(self) -> QFileDialog:
        """Ask for a folder to add."""
        dialog = file_dialog(self, self.tr("Choose a folder to look into"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.add(Path(folder)))
        dialog.open()
        return dialog

    def add(self, folder: Path) -> None:
        """Look into this folder, too."""
        if folder not in self._preferences.watched:
            self._preferences.watched = (*self._preferences.watched, folder)

    def _remove(self, folder: Path) -> None:
        watched = self._preferences.watched
        self._preferences.watched = tuple(one for one in watched if one != folder)
        self.folder_button.setFocus()

    def _on_changed(self, key: str) -> None:
        if key == WATCHED:
            self._build()

    def _build(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        buttons = []
        for folder in self._preferences.watched:
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(Words(str(folder), TextRole.INTERFACE, self._theme), 1)
            button = QPushButton(self.tr("Remove"))
            button.setObjectName("quiet")
            name = filled(self.tr("Look into %1 no more"), folder.name or str(folder))
            button.setAccessibleName(name)
            button.clicked.connect(partial(self._remove, folder))
            across.addWidget(button)
            self._rows.addWidget(row)
            buttons.append(button)
        self.remove_buttons = tuple(buttons)
        downloads = _downloads()
        known = downloads in self._preferences.watched
        self.downloads_button.setVisible(not known and str(downloads) not in ("", "."))


def _downloads() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
