"""What is asked or told before there is a window, where something stands in its way."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from fieldcat.errors import FieldcatError, UserDataDamagedError
from fieldcat.ui.labels import error_text


class Rescue(Enum):
    """How to go on where the user's data are damaged."""

    RESTORE = auto()
    BEGIN_ANEW = auto()
    QUIT = auto()


def ask_how_to_go_on(error: UserDataDamagedError) -> Rescue:
    """Tell that the user's data are damaged and were kept aside, and ask what to do."""
    box, choices = rescue_box(error)
    box.exec()
    clicked = box.clickedButton()
    return next((rescue for rescue, button in choices.items() if button is clicked), Rescue.QUIT)


def rescue_box(
    error: UserDataDamagedError,
) -> tuple[QMessageBox, dict[Rescue, QPushButton]]:
    """The message of `ask_how_to_go_on`, and its buttons by what they do."""
    box = QMessageBox()
    box.setWindowTitle(_tr("fieldcat"))
    box.setText(_tr("The file with what you saved is damaged."))
    parts = []
    kept_as = error.data.get("kept_as")
    if kept_as:
        parts.append(_tr("It was set aside and kept as %1.").replace("%1", str(kept_as)))
    buttons = {}
    backups = error.data.get("backups")
    if isinstance(backups, int) and backups > 0:
        parts.append(_tr("The newest backup can be put in its place."))
        buttons[Rescue.RESTORE] = _button(box, _tr("Restore the newest backup"), "primary")
    parts.append(_tr("The casebook itself is not touched by this."))
    buttons[Rescue.BEGIN_ANEW] = _button(box, _tr("Begin with nothing saved"), "secondary")
    buttons[Rescue.QUIT] = _button(box, _tr("Quit"), "secondary")
    box.setInformativeText(" ".join(parts))
    box.setEscapeButton(buttons[Rescue.QUIT])
    return box, buttons


def tell_fault(error: FieldcatError) -> None:
    """Tell why there will be no window."""
    box = QMessageBox()
    box.setWindowTitle(_tr("fieldcat"))
    box.setText(error_text(error))
    path = error.data.get("path")
    if path:
        box.setInformativeText(str(path))
    box.exec()


def _button(box: QMessageBox, text: str, kind: str) -> QPushButton:
    button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    button.setObjectName(kind)
    return button


def _tr(text: str) -> str:
    return QCoreApplication.translate("Starting", text)
