"""Taking what the person made to another computer: into a file, and out of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDir, QLocale, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.errors import (
    BelongingsError,
    EnvironmentFaultError,
    FieldcatError,
    NewerFormatError,
    TooMuchToCarryError,
)
from fieldcat.services.answers import Copied, Taken
from fieldcat.services.offered import OwnServices
from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled

_SIZES = ("size", "most")


class Carrying(QObject):
    """Asks for the file, works off the GUI thread, and says what came of it.

    ``told``: what was done, or why not. ``taken``: there is more now than before.
    """

    told = Signal(str)
    taken = Signal()

    def __init__(self, own: OwnServices, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._own = own
        self._jobs = jobs
        self._window = window
        self.does: Mapping[str, Callable[[], object]] = {
            "export-own": self.ask_where,
            "take-in-own": self.ask_which,
        }

    def ask_where(self) -> QFileDialog:
        """Ask for the file to write."""
        dialog = self._dialog(self.tr("Copy what you made to a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        name = filled(self.tr("My casebook %1.json"), date.today().isoformat())
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.export(Path(file)))
        dialog.open()
        return dialog

    def ask_which(self) -> QFileDialog:
        """Ask for the file to read."""
        dialog = self._dialog(self.tr("Take in what you made on another computer"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_in(Path(file)))
        dialog.open()
        return dialog

    def export(self, file: Path) -> None:
        """Write all of it into a file."""
        self._jobs.start(
            lambda _report: self._own.export(file),
            done=lambda written: self.told.emit(self.exported_words(written, file)),
            failed=lambda error: self.told.emit(self.fault_words(error, file)),
            writes=True,
        )

    def take_in(self, file: Path) -> None:
        """Merge what a file holds."""
        self._jobs.start(
            lambda _report: self._own.take_in(file),
            done=self._on_taken,
            failed=lambda error: self.told.emit(self.fault_words(error, file)),
            writes=True,
        )

    # --- words --------------------------------------------------------------------------------

    def exported_words(self, copied: Copied, file: Path) -> str:
        """What is in the file now."""
        written = copied.belongings
        if written.is_empty:
            words = self.tr("“%1” was written; there was nothing to put into it yet.")
            return filled(words, file.name)
        counts = {
            "bookmarks": len(written.bookmarks),
            "folders": len(written.folders),
            "notes": len(written.notes),
            "readings": len(written.readings),
            "searches": len(written.searches),
            "sessions": len(written.sessions),
            "held": len(written.held),
            "corrections": len(written.corrections),
            "pictures": copied.pictures,
        }
        words = self.tr("Copied to “%1”: %2.")
        said = filled(words, file.name, self._listed(counts))
        if not copied.left_out:
            return said
        more = self.tr(
            "%Ln pictures had no room in it: save the sessions that show them as files, too.",
            "",
            copied.left_out,
        )
        return f"{said} {more}"

    def taken_words(self, taken: Taken) -> str:
        """What came of taking a file in."""
        added, changed = self._listed(taken.added), self._listed(taken.changed)
        doubled, twice = taken.doubled.get("notes", 0), taken.doubled.get("sessions", 0)
        if not (added or changed or doubled or twice):
            return self.tr("All of this was here already; nothing was added or changed.")
        parts = []
        if added and not changed:
            words = self.tr("Added %1; nothing was changed or removed.")
            parts.append(filled(words, added))
        elif added:
            words = self.tr("Added %1, and brought %2 up to date; nothing was removed.")
            parts.append(filled(words, added, changed))
        elif changed:
            words = self.tr("Brought %1 up to date; nothing was removed.")
            parts.append(filled(words, changed))
        if doubled:
            parts.append(
                self.tr("%Ln notes had other words on each computer: both are kept.", "", doubled)
            )
        if twice:
            parts.append(
                self.tr("%Ln sessions were changed on each computer: both are kept.", "", twice)
            )
        return " ".join(parts)

    def fault_words(self, error: Exception, file: Path) -> str:
        """What went wrong, and that nothing was changed."""
        foreign = isinstance(error, BelongingsError) and error.data.get("reason") == "foreign"
        if foreign:
            words = self.tr(
                "“%1” was not made by fieldcat’s “Copy what you made to a file”. Nothing was "
                "changed."
            )
        elif isinstance(error, NewerFormatError):
            words = self.tr(
                "“%1” was made by a newer fieldcat. Nothing was changed. Update fieldcat here, "
                "then take it in."
            )
        elif isinstance(error, TooMuchToCarryError):
            return self._too_much(error, file.name)
        elif isinstance(error, BelongingsError):
            words = self.tr(
                "“%1” is damaged. Nothing was changed. Copy it anew from the other computer."
            )
        elif isinstance(error, OSError) or type(error) is EnvironmentFaultError:
            words = self.tr(
                "“%1” could not be opened. Nothing was changed. See whether the stick is still "
                "in, and whether you may write there."
            )
        elif isinstance(error, FieldcatError):
            words = f"{error_text(error)} {self.tr('Nothing was changed.')}"
        else:
            words = error_text(error)
        return filled(words, file.name)

    def _too_much(self, error: TooMuchToCarryError, name: str) -> str:
        match error.data.get("reason"):
            case "size":
                words = self.tr(
                    "“%1” was not written: it would have %2, and none above %3 can be taken in. "
                    "Saved searches that find very much take the most room; remove some of them, "
                    "or long notes, and copy again."
                )
                sizes = [QLocale().formattedDataSize(_number(error, key)) for key in _SIZES]
                return filled(words, name, *sizes)
            case "depth":
                words = self.tr(
                    "“%1” was not written: your folders lie more than %2 deep in each other, and "
                    "no other computer takes that in. Move the innermost ones out, and copy again."
                )
                return filled(words, name, QLocale().toString(_number(error, "most")))
            case _:
                words = self.tr(
                    "“%1” was not written: there is more of one thing, or a longer text, than "
                    "another computer takes in. Remove what you need no more, and copy again."
                )
                return filled(words, name)

    def _on_taken(self, taken: Taken) -> None:
        self.taken.emit()
        self.told.emit(self.taken_words(taken))

    def _listed(self, counts: Mapping[str, int]) -> str:
        """12 entries, 2 folders and 3 notes: what there is any of."""
        worded = {
            "bookmarks": self.tr("%Ln entries", "", counts.get("bookmarks", 0)),
            "folders": self.tr("%Ln folders", "", counts.get("folders", 0)),
            "notes": self.tr("%Ln notes", "", counts.get("notes", 0)),
            "readings": self.tr("%Ln read entries", "", counts.get("readings", 0)),
            "searches": self.tr("%Ln saved searches", "", counts.get("searches", 0)),
            "sessions": self.tr("%Ln sessions", "", counts.get("sessions", 0)),
            "held": self.tr("%Ln sessions held", "", counts.get("held", 0)),
            "corrections": self.tr("%Ln corrections", "", counts.get("corrections", 0)),
            "pictures": self.tr("%Ln pictures", "", counts.get("pictures", 0)),
        }
        some = [words for kind, words in worded.items() if counts.get(kind, 0)]
        return QLocale().createSeparatedList(some)

    def _dialog(self, title: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = file_dialog(self._window, title, folder or QDir.homePath())
        dialog.setNameFilter(self.tr("What you made in fieldcat (*.json)"))
        return dialog


def _number(error: FieldcatError, key: str) -> int:
    found = error.data.get(key)
    return found if isinstance(found, int) else 0
