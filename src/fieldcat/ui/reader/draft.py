"""A note while it is on the screen: its words there, and whether these are on the disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.head import EntryId
from fieldcat.domain.keeping import Note, Passage
from fieldcat.ui.jobs import Jobs

_SAVED_AFTER_MS = 400
"""From the first key that is not saved yet, not from the last: nobody has to pause to be safe."""


class Draft(QObject):
    """One note, new or known. What is typed is written by itself, off the GUI thread and in order.

    A new note is first written when it has words; one without words, on a whole entry, never is.
    """

    changed = Signal()
    """Its words, or what is known of their being saved, are other than before."""
    saved = Signal()
    """A write came back: ``note`` is what the disk has."""
    failed = Signal(Exception)
    """A write did not succeed; the words are here still."""

    def __init__(
        self,
        note: Note,
        write: Callable[[Note], Note],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.note = note
        self.text = note.text
        self.fault: Exception | None = None
        self._jobs = jobs
        self._slot = _Slot(note, write)
        self._handed_over = note.text if note.id else None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVED_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def entry(self) -> EntryId:
        """The entry that the note is on."""
        return self.note.entry

    @property
    def passage(self) -> Passage | None:
        """The words that the note is on; None for a note on the whole entry."""
        return self.note.passage

    @property
    def written_id(self) -> str:
        """The lasting id, which a new note has before the write of it has come back."""
        return self._slot.note.id

    @property
    def is_saved(self) -> bool:
        """Whether the disk has these words: the write of them came back."""
        return bool(self.note.id) and self.text == self.note.text

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything to write: words, or a passage once it was marked."""
        return bool(self.text.strip()) or bool(self.note.id and self.passage)

    def say(self, text: str) -> None:
        """Have other words; they are written in a moment."""
        if text == self.text:
            return
        self.text = text
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit()

    def take(self, note: Note) -> None:
        """Have what the disk has now, unless something else is being written here."""
        if self.is_saved:
            self.note, self.text, self._handed_over = note, note.text, note.text
            self._slot.note = note
            self.changed.emit()

    def flush(self) -> None:
        """Hand the words over for writing now, if they are not yet."""
        self._timer.stop()
        if self.text != self._handed_over and self.is_worth_keeping:
            self.write()

    def write(self) -> None:
        """Write the note as it is, even without words: the mark of a passage."""
        self._timer.stop()
        text = self._handed_over = self.text
        self._jobs.start(
            lambda _report: self._slot.write(text),
            done=self._on_written,
            failed=self._on_failed,
            writes=True,
        )

    def remove(
        self,
        remove: Callable[[str], Belongings],
        done: Callable[[Belongings], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Take the note away; ``done`` is given what was removed, nothing if it was never saved."""
        self._timer.stop()
        self._jobs.start(
            lambda _report: self._slot.remove(remove), done=done, failed=failed, writes=True
        )

    @property
    def is_lost_if_closed(self) -> bool:
        """Whether, with no write under way, there are words that the disk does not have."""
        return self.is_worth_keeping and self._slot.note.text != self.text

    def _on_written(self, note: Note) -> None:
        self.note, self.fault = note, None
        self.saved.emit()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.fault, self._handed_over = error, None
        self.failed.emit(error)
        self.changed.emit()


class _Slot:
    """The note as the disk has it. Writers run one after the other, so none is half written here.

    It gives a note that was typed on before its first write came back the id of that write.
    """

    def __init__(self, note: Note, write: Callable[[Note], Note]) -> None:
        self.note = note
        self._write = write

    def write(self, text: str) -> Note:
        self.note = self._write(self.note.saying(text))
        return self.note

    def remove(self, remove: Callable[[str], Belongings]) -> Belongings:
        return remove(self.note.id) if self.note.id else Belongings()
