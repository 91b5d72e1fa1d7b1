"""What is asked or told before there is a window, where something stands in its way."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton

from fieldcat.domain.keeping import Recovered
from fieldcat.errors import FieldcatError, UserDataDamagedError
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled

translate = QCoreApplication.translate


class Rescue(Enum):
    """How to go on where the user's data are damaged."""

    RESTORE = auto()
    BEGIN_ANEW = auto()
    QUIT = auto()


def ask_how_to_go_on(error: UserDataDamagedError, *, restorable: bool = True) -> Rescue:
    """Tell that the user's data are damaged and were kept aside, and ask what to do.

    ``restorable`` is False where restoring a backup was tried and did not help.
    """
    box, choices = rescue_box(error, restorable=restorable)
    box.exec()
    clicked = box.clickedButton()
    return next((rescue for rescue, button in choices.items() if button is clicked), Rescue.QUIT)


def rescue_box(
    error: UserDataDamagedError, *, restorable: bool = True
) -> tuple[QMessageBox, dict[Rescue, QPushButton]]:
    """The message of `ask_how_to_go_on`, and its buttons by what they do."""
    box = QMessageBox()
    box.setWindowTitle(translate("Starting", "fieldcat"))
    box.setText(translate("Starting", "The file with what you saved is damaged."))
    parts = []
    kept_as = error.data.get("kept_as")
    if kept_as:
        parts.append(
            filled(translate("Starting", "It was set aside and kept as %1."), str(kept_as))
        )
    buttons = {}
    if restorable and error.data.get("backups"):
        made = _moment(str(error.data.get("newest_backup", "")))
        text = translate("Starting", "The newest backup, made %1, can be put in its place.")
        parts.append(filled(text, made))
        buttons[Rescue.RESTORE] = _button(
            box, translate("Starting", "Restore the newest backup"), "primary"
        )
    parts.append(translate("Starting", "The casebook itself is not touched by this."))
    buttons[Rescue.BEGIN_ANEW] = _button(
        box, translate("Starting", "Begin with nothing saved"), "secondary"
    )
    buttons[Rescue.QUIT] = _button(box, translate("Starting", "Quit"), "secondary")
    box.setInformativeText(" ".join(parts))
    box.setEscapeButton(buttons[Rescue.QUIT])
    _stack_where_narrow(box)
    return box, buttons


def _stack_where_narrow(box: QMessageBox) -> None:
    """Set buttons under one another where they would not have room beside each other."""
    box.ensurePolished()
    wide = sum(button.sizeHint().width() for button in box.buttons())
    row = box.findChild(QDialogButtonBox)
    if row is not None and wide > box.screen().availableGeometry().width() * 3 // 4:
        row.setOrientation(Qt.Orientation.Vertical)


def tell_fault(error: FieldcatError) -> None:
    """Tell what stands in the way of the window."""
    box = QMessageBox()
    box.setWindowTitle(translate("Starting", "fieldcat"))
    box.setText(error_text(error))
    path = error.data.get("path")
    if path:
        box.setInformativeText(str(path))
    box.exec()


def nothing_is_saved() -> str:
    """What is said where the data folder lies on what can only be read."""
    return translate(
        "Starting",
        "Nothing can be saved here: the place can only be read. Searching and reading work.",
    )


def tell_recovered(came_back: Recovered) -> None:
    """Tell what a restored backup brought back, and from when."""
    box = QMessageBox()
    box.setWindowTitle(translate("Starting", "fieldcat"))
    box.setText(translate("Starting", "The newest backup that can be read was restored."))
    counted = Counted()
    made = filled(
        translate("Starting", "It was made %1. These are back:"),
        _moment(came_back.made_at.isoformat()),
    )
    within = (
        counted.bookmarks(came_back.bookmarks),
        counted.folders(came_back.folders),
        counted.notes(came_back.notes),
        counted.searches(came_back.searches),
        counted.sessions(came_back.sessions),
    )
    later = translate("Starting", "What you did after that is not in it.")
    box.setInformativeText("\n".join([made, *(f"\u2022 {line}" for line in within), later]))
    box.exec()


class Counted(QObject):
    """How many of each are back. lupdate reads plural forms only from ``tr``."""

    def bookmarks(self, count: int) -> str:
        """«12 bookmarks»."""
        return self.tr("%n bookmark(s)", "", count)

    def folders(self, count: int) -> str:
        """«3 folders»."""
        return self.tr("%n folder(s)", "", count)

    def notes(self, count: int) -> str:
        """«5 notes»."""
        return self.tr("%n note(s)", "", count)

    def searches(self, count: int) -> str:
        """«2 saved searches»."""
        return self.tr("%n saved searches", "", count)

    def sessions(self, count: int) -> str:
        """«4 sessions»."""
        return self.tr("%n session(s)", "", count)


def tell_no_backup() -> None:
    """Tell that a backup was to be restored and none can be."""
    box = QMessageBox()
    box.setWindowTitle(translate("Starting", "fieldcat"))
    box.setText(translate("Starting", "No backup can be read."))
    box.setInformativeText(translate("Starting", "All of them were left as they are."))
    box.exec()


def _moment(iso: str) -> str:
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _button(box: QMessageBox, text: str, kind: str) -> QPushButton:
    button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    button.setObjectName(kind)
    return button
