"""The notes of the window, shared by its pages: what is typed in one is seen in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.head import EntryId, Head
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.undoing import Undoing

if TYPE_CHECKING:
    from fieldcat.domain.belongings import Belongings
    from fieldcat.domain.keeping import Note, Passage
    from fieldcat.ui.reader.draft import Draft


class Noting(QObject):
    """Keeps one `Draft` for each note that was on the screen, written off the GUI thread in order.

    ``changed`` names the entry (`EntryId`) that has other notes than before, or other words in
    them; it is sent once what changed is on the disk. ``failed`` brings what went wrong where no
    draft can tell it.
    """

    changed = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, services: Services, jobs: Jobs, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._own = services.own
        self._jobs = jobs
        self._undoing = undoing
        self._drafts: dict[EntryId, list[Draft]] = {}
        self._written: Counter[EntryId] = Counter()
        undoing.undone.connect(self.look_again)

    def on(self, entry: EntryId) -> tuple[Draft, ...]:
        """The notes on an entry, oldest first, as far as they were read or begun here."""
        return tuple(self._drafts.get(entry, ()))

    def written(self, entry: EntryId) -> int:
        """How often notes on an entry came to be written or were taken away here so far."""
        return self._written[entry]

    def take(self, entry: EntryId, notes: Iterable[Note], written: int | None = None) -> None:
        """Know the notes on an entry as they were just read; those being written stay.

        ``written`` is what `written` gave before they were read. Where it gives more by now they
        may be from before that: they are read anew instead.
        """
        if written not in (None, self.written(entry)):
            self.read(entry)
            return
        known = {draft.written_id: draft for draft in self.on(entry) if draft.written_id}
        drafts = []
        for note in notes:
            draft = known.pop(note.id, None)
            if draft is None:
                draft = self._draft(note)
            else:
                draft.take(note)
            drafts.append(draft)
        drafts += [draft for draft in self.on(entry) if not draft.is_saved and draft not in drafts]
        self._drafts[entry] = drafts

    def begin(self, head: Head, passage: Passage | None = None) -> Draft:
        """A new note on an entry or a passage of it. Nothing is written before it has words."""
        from fieldcat.domain.keeping import Note

        now = datetime.now(UTC)
        note = Note("", head.id, head.title, head.revision, "", now, now, passage)
        draft = self._draft(note)
        self._drafts.setdefault(head.id, []).append(draft)
        return draft

    def mark(self, head: Head, passages: Iterable[Passage]) -> None:
        """Mark passages, without words."""
        for passage in passages:
            self.begin(head, passage).write()

    def remove(self, draft: Draft) -> None:
        """Take a note away, and offer to bring it back."""
        draft.remove(
            self._own.remove_note,
            done=lambda gone: self._on_removed(draft, gone),
            failed=self.failed.emit,
        )

    def tidy(self, draft: Draft) -> None:
        """Take away a note that was left without words; a mark of a passage needs none."""
        if draft.text.strip() or draft not in self.on(draft.entry):
            return
        if not draft.note.id:
            self._drop(draft)
        elif draft.passage is None:
            self.remove(draft)

    def look_again(self) -> None:
        """Read all notes that are known here anew: they may have been changed elsewhere."""
        for entry in tuple(self._drafts):
            self.read(entry)

    def read(self, entry: EntryId) -> None:
        """Read the notes on an entry; ``changed`` tells when they are here."""

        def taken(notes: tuple[Note, ...]) -> None:
            self.take(entry, notes)
            self.changed.emit(entry)

        # After what is still to be written: none of that is heard of between the reading and this.
        self._jobs.start(
            lambda _report: self._own.notes_on(entry),
            done=taken,
            failed=self.failed.emit,
            writes=True,
        )

    def flush(self) -> None:
        """Hand everything that is typed over for writing."""
        for draft in self._all():
            draft.flush()

    def finish(self) -> bool:
        """Write everything that is typed and wait for it; whether nothing would be lost now."""
        self.flush()
        self._jobs.finish_writing()
        return not any(draft.is_lost_if_closed for draft in self._all())

    def _all(self) -> list[Draft]:
        return [draft for drafts in self._drafts.values() for draft in drafts]

    def _draft(self, note: Note) -> Draft:
        from fieldcat.ui.reader.draft import Draft  # the first page has no notes

        draft = Draft(note, self._own.write_note, self._jobs, self)
        draft.saved.connect(lambda: self._on_saved(draft.entry))
        return draft

    def _on_saved(self, entry: EntryId) -> None:
        self._written[entry] += 1
        self.changed.emit(entry)

    def _drop(self, draft: Draft) -> None:
        drafts = self._drafts.get(draft.entry, [])
        if draft in drafts:
            drafts.remove(draft)
        self.changed.emit(draft.entry)
        draft.deleteLater()

    def _on_removed(self, draft: Draft, gone: Belongings) -> None:
        self._written[draft.entry] += 1
        self._drop(draft)
        if not gone.is_empty:
            had_words = any(note.text.strip() for note in gone.notes)
            words = self.tr("Note deleted.") if had_words else self.tr("Mark removed.")
            own = self._own
            self._undoing.offer(words, lambda: own.restore(gone))
