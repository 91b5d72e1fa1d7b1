"""What is said of work that takes its time: of fetching, and of changes to publishers."""

from __future__ import annotations

from PySide6.QtCore import QObject

from fieldcat.domain.progress import Progress
from fieldcat.domain.publishers import WebNews
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.updates.publishers import Change
from fieldcat.ui.updates.wording import Wording, size_text
from fieldcat.ui.updates.work_view import Doing


class WorkWords(QObject):
    """In the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def fetching(self, web: WebNews) -> Doing:
        """An edition that is fetched from a publisher's host."""
        safe = self.tr(
            "You can go on reading. Where the line breaks, fieldcat waits a little and goes on "
            "where it broke. What came is kept, also when you stop or close the window: the next "
            "try begins there."
        )
        facts = filled(self.tr("Being fetched from %1"), web.address)
        title = self._wording.titled(web.title, web.edition)
        return Doing(title, facts, safe, self.tr("Stop for now"))

    def changing(self, change: Change) -> Doing:
        """A change to what is read of a publisher."""
        known = change.publisher
        match change.what:
            case "disable":
                title = self.tr("Switching “%1” off")
            case "enable":
                title = self.tr("Switching “%1” on")
            case "remove":
                title = self.tr("Removing “%1”")
            case _:
                title = self.tr("Turning to edition %2 of “%1”")
        title = filled(title, known.title, number(change.edition))
        safe = self.tr(
            "A casebook is put together as you want it; until that is done, the one that you had "
            "is in use. What you kept and noted stays in either."
        )
        return Doing(title, "", safe, self.tr("Stop and leave it as it was"))

    def copying(self, name: str) -> Doing:
        """A copy to a stick."""
        safe = self.tr(
            "Each file is written, and read back from the stick, before it gets its name there. "
            "You can go on reading."
        )
        title = filled(self.tr("Copying to “%1”"), name)
        note = self.tr("Leave the stick in until it is done.")
        return Doing(title, "", safe, self.tr("Stop"), note)

    def changed(self, change: Change) -> str:
        """What was changed, in a sentence."""
        match change.what:
            case "disable":
                words = self.tr("“%1” is switched off. Nothing of it was deleted.")
            case "enable":
                words = self.tr("“%1” is switched on.")
            case "remove":
                words = self.tr("“%1” was removed. What you kept and noted of it stays.")
            case _:
                words = self.tr("Edition %2 of “%1” is in use now.")
        return filled(words, change.publisher.title, number(change.edition))

    def taken_back(self) -> str:
        """What is said once a change was taken back."""
        return self.tr("The casebook is as it was before.")

    def bytes_of(self, progress: Progress) -> str:
        """«84 kB of 212 kB · about 40 seconds left»."""
        if not progress.total:
            return filled(self.tr("%1 so far"), size_text(progress.done))
        done, total = size_text(progress.done), size_text(progress.total)
        return self._with_time(filled(self.tr("%1 of %2"), done, total), progress)

    def share(self, done: float, progress: Progress) -> str:
        """«62 % · about 12 seconds left»."""
        words = filled(self.tr("%1 %"), number(round(done * 100)))
        return self._with_time(words, progress)

    def _with_time(self, words: str, progress: Progress) -> str:
        if progress.seconds_left is None:
            return words
        return f"{words} · {self._wording.left(progress.seconds_left)}"
