"""The dialog in which a file or a folder is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def file_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """The system's dialog, or Qt's where it has none; it begins in a folder and goes once closed.

    Two labels of Qt's are in none of its translations, and would stand there in English.
    """
    dialog = QFileDialog(parent, title, folder)
    labels = QFileDialog.DialogLabel
    dialog.setLabelText(labels.LookIn, translate("FileDialog", "Look in:"))
    dialog.setLabelText(labels.FileType, translate("FileDialog", "Files of type:"))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
