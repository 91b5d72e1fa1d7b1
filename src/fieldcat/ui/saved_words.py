"""Says where something was saved: people look for it afterwards, in a folder that was proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication


def saved_words(file: Path) -> str:
    """That a file was saved, by its name and that of its folder."""
    words = QCoreApplication.translate("Saved", "Saved as “{file}” in the folder “{folder}”.")
    return words.format(file=file.name, folder=folder_name(file))


def folder_name(file: Path) -> str:
    """What the folder of a file is called; a drive, which has no name, as it is written."""
    folder = file.absolute().parent
    return folder.name or str(folder)
