"""What is done with sessions as a whole: made, copied, filed away, removed, carried in files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.planning import copied, with_steps
from fieldcat.domain.session import PicturePart, Session, Step, new_id
from fieldcat.services.offered import Services
from fieldcat.services.offered_training import MadeSession
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.saved_words import saved_words
from fieldcat.ui.sessions.faults import fault_words
from fieldcat.ui.sessions.own_pictures import PictureError, read_picture
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.wording import Counted, session_name
from fieldcat.ui.undoing import Undoing

FILE_SUFFIX = ".fieldcat-session"
_PICTURES = "*.png *.jpg *.jpeg *.webp"


class SessionDesk(QObject):
    """``told`` brings a sentence. ``made``: this session, of this id, is new.

    ``made_empty``: it has nothing in it yet. ``changed``, ``removed``: the list is another.
    ``picture_kept`` brings the id of a session and a picture (`PicturePart`) that a step of it can
    show now.
    """

    told = Signal(str)
    made = Signal(str)
    made_empty = Signal(str)
    changed = Signal()
    removed = Signal()
    picture_kept = Signal(str, object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        undoing: Undoing,
        plan: Plan,
        page: QWidget,
    ) -> None:
        """What is still to be written of the ``plan`` comes before anything that is done."""
        super().__init__(page)
        self._plan = plan
        self._services = services
        self._training = services.training
        self._jobs = jobs
        self._undoing = undoing
        self._page = page
        self._counted = Counted(self)
        self._waiting = 0

    @property
    def busy(self) -> bool:
        """Whether anything is still to be written."""
        return bool(self._waiting)

    # --- making -------------------------------------------------------------------------------

    def make_empty(self) -> None:
        """Begin with an empty plan."""
        now = datetime.now(UTC)
        made = Session(new_id(), self.tr("New session"), now, now, length=60)
        self._do(
            lambda: self._training.write(made), lambda written: self.made_empty.emit(written.id)
        )

    def make_from(self, template: str) -> None:
        """Make a session of a template that came with the program."""
        self._do(lambda: self._training.make(template, "", ""), self._on_made)

    def copy(self, id: str, title: str) -> None:
        """Make a copy of a session."""
        name = filled(self.tr("%1 (copy)"), title)
        typed = self._plan.hand_over(id)

        def copy() -> Session:
            session = typed(self._training.prepared(id).session)
            return self._training.write(copied(session, name, datetime.now(UTC)))

        self._do(copy, lambda made: self.made.emit(made.id))

    def change(self, id: str, **what: Any) -> None:
        """Have other details in a session."""

        def told(_made: Session) -> None:
            self.changed.emit()
            words = self._turned(what)
            if words:
                self.told.emit(words)

        self._do(lambda: self._training.change(id, lambda session: replace(session, **what)), told)

    def remove(self, id: str) -> None:
        """Remove a session, and offer to bring it back."""

        def removed(gone: Belongings) -> None:
            self.removed.emit()
            own = self._services.own
            self._undoing.offer(self.tr("Session removed."), lambda: own.restore(gone))

        self._plan.hand_over(id)  # so that it comes back with it
        self._do(lambda: self._training.remove(id), removed)

    # --- files --------------------------------------------------------------------------------

    def ask_which_file(self) -> QFileDialog:
        """Ask for the session file to open."""
        words, place = self.tr("Open a session file"), QStandardPaths.StandardLocation
        dialog = self._file_dialog(words, place.DownloadLocation)
        dialog.setNameFilter(filled(self.tr("Sessions (%1)"), f"*{FILE_SUFFIX}"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()
        return dialog

    def open_file(self, file: str) -> None:
        """Take in the session of a file."""
        self._do(lambda: self._training.open_file(Path(file)), self._on_made)

    def ask_where(self, session: Session, *, with_results: bool) -> QFileDialog:
        """Ask for the file that a session is to be written into."""
        kind = filled(self.tr("Sessions (%1)"), f"*{FILE_SUFFIX}")
        return ask_where(
            self._page,
            self.tr("Save the session"),
            Proposal(session_name(session), FILE_SUFFIX, kind),
            lambda file: self._export(session.id, file, with_results=with_results),
        )

    def ask_which_picture(self, session: str) -> QFileDialog:
        """Ask for a picture to show in a session."""
        words, place = self.tr("Choose a picture"), QStandardPaths.StandardLocation
        dialog = self._file_dialog(words, place.PicturesLocation)
        dialog.setNameFilter(filled(self.tr("Pictures (%1)"), _PICTURES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.keep_picture(file, session))
        dialog.open()
        return dialog

    def keep_picture(self, file: str, session: str) -> None:
        """Keep the picture of a file, made small, for a step of a session to show."""
        path = Path(file)

        def keep() -> PicturePart:
            found = read_picture(path)
            asset = self._training.keep_picture(found.content)
            # Not the file's name, which may be that of who is seen on it.
            return PicturePart(asset, "", "", found.width, found.height)

        self._do(keep, lambda picture: self.picture_kept.emit(session, picture))

    def add_step(self, id: str, step: Step) -> None:
        """Put a step at the end of a session that is not open."""

        def told(written: Session) -> None:
            words = filled(self.tr("Added to “%1”."), isolated(session_name(written)))
            self.told.emit(words)
            self.changed.emit()

        self._do(lambda: self._training.change(id, lambda one: with_steps(one, [step])), told)

    # --- inside -------------------------------------------------------------------------------

    def _turned(self, what: dict[str, Any]) -> str:
        """What a session became, which nothing in its plan shows; empty where there is no such."""
        match what:
            case {"template": True}:
                return self.tr("This is a template now: it stands under Templates.")
            case {"template": False}:
                return self.tr("This is a session now, no template any more.")
            case {"archived": True}:
                return self.tr("Archived: it stands at the end of the list.")
            case {"archived": False}:
                return self.tr("Taken out of the archive.")
            case _:
                return ""

    def _file_dialog(self, words: str, place: QStandardPaths.StandardLocation) -> QFileDialog:
        folder = QStandardPaths.writableLocation(place)
        # Of a folder that is not there Qt would make the name of a file to open.
        there = bool(folder) and QDir(folder).exists()
        return file_dialog(self._page, words, folder if there else QDir.homePath())

    def _export(self, id: str, path: Path, *, with_results: bool) -> None:
        typed = self._plan.hand_over(id)
        self._do(
            lambda: self._training.export(id, path, with_results, typed),
            lambda _none: self.told.emit(saved_words(path)),
        )

    def _on_made(self, made: MadeSession) -> None:
        self.made.emit(made.session.id)
        if made.missing:
            named = ", ".join(map(str, made.missing))
            self.told.emit(f"{self._counted.missing(len(made.missing))} {named}")

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._plan.flush()
        self._waiting += 1
        self._jobs.start(
            lambda _report: work(),
            done=done,
            failed=self._on_failed,
            ended=self._on_ended,
            writes=True,
        )

    def _on_ended(self) -> None:
        self._waiting -= 1

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PictureError):
            words = self.tr("This is no picture that fieldcat can show: it takes PNG, JPEG, WebP.")
            self.told.emit(words)
        else:
            self.told.emit(fault_words(error))
