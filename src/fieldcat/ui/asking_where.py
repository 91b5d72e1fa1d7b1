"""Asking for the file to write, in the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.printing.file_name import file_name


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file as it is proposed: its name and ``ending``, with ``kind`` to filter what is listed.

    It lies among one's documents unless a ``folder`` is named.
    """

    name: str
    ending: str
    kind: str
    folder: str = ""


def ask_where(
    parent: QWidget, title: str, proposal: Proposal, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask; ``chosen`` is called with the file, unless the person thinks better of it."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = file_dialog(parent, title, proposal.folder or usual or QDir.homePath())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(proposal.kind)
    dialog.setDefaultSuffix(proposal.ending[1:])
    dialog.selectFile(file_name(proposal.name, proposal.ending))
    dialog.fileSelected.connect(lambda file: chosen(Path(file)))
    dialog.open()
    return dialog
