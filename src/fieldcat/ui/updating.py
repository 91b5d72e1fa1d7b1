"""Leads files with editions to the updates page, and the window to what was taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMimeData, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from fieldcat.domain.head import EntryId
from fieldcat.services.offered import Services
from fieldcat.ui.labels import error_text
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.offers import SUFFIX, Offer, Offers
from fieldcat.ui.updates.wording import Wording

if TYPE_CHECKING:
    from fieldcat.ui.main_window import MainWindow
    from fieldcat.ui.updates.page import UpdatesPage


class Updating(QObject):
    """It belongs to one window. While all is hidden, files wait."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self._waiting: list[Path] = []
        self._quiet: set[Path] = set()
        self._wording = Wording(self)
        self.offers = Offers(services.updates, window.jobs, self)
        self.does: Mapping[str, Callable[[], object]] = {"import": self.ask_which}
        self.offers.taken.connect(self._on_taken)
        self.offers.settled.connect(self._on_settled)
        self.offers.changed.connect(
            lambda: window.navigation.show_waiting("updates", self.offers.waiting)
        )
        self.offers.undone.connect(self._on_undone)
        self.offers.failed.connect(lambda error: window.telling.say(error_text(error)))

    def made_page(self) -> UpdatesPage:
        """The updates page."""
        # Not before it is gone to: the window opens the sooner.
        from fieldcat.ui.updates.page import UpdatesPage

        window = self._window
        page = UpdatesPage(
            self._services,
            window.jobs,
            self._theme,
            window.commands,
            self.offers,
            window.news,
            window.keeping,
        )
        page.read_wanted.connect(self._read)
        return page

    def ask_which(self) -> QFileDialog:
        """Ask for the file to open."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        title = self.tr("Open a file with a new edition")
        dialog = QFileDialog(self._window, title, folder or QDir.homePath())
        dialog.setNameFilter(self.tr("Editions (%1)").replace("%1", f"*{SUFFIX}"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open(self, file: Path) -> None:
        """Look what a file offers, and show that on the updates page."""
        if self._window.hidden_content:
            self._waiting.append(file)
            return
        self._quiet.discard(file)
        self.offers.look(file)
        self._show(file)

    def find(self, files: Iterable[Path], place: str) -> None:
        """Look what a drive that was plugged in offers, and tell of it only if it is news."""
        for file in files:
            if self.offers.of(file) is None:
                self._quiet.add(file)
                self.offers.look(file, place)

    def lose(self, folder: Path) -> None:
        """A drive was pulled out; what was found on it is offered no more."""
        for offer in self.offers:
            if offer.place and offer.file.is_relative_to(folder):
                self.offers.drop(offer.file)

    def open_waiting(self) -> None:
        """Open what came while all was hidden."""
        waiting, self._waiting = self._waiting, []
        for file in waiting:
            self.open(file)

    def _on_settled(self, offer: Offer) -> None:
        if offer.file not in self._quiet:
            return
        self._quiet.discard(offer.file)
        if offer.preview is None or not offer.preview.is_news:
            # Nobody asked for it: a drive with what is here already, or with what is not for
            # this computer, is not worth a word.
            self.offers.drop(offer.file)
            return
        named = self._wording.named(offer.preview.edition.collection)
        words = self.tr("“%1” holds %2.").replace("%1", offer.place).replace("%2", named)
        self._window.telling.say(words, self.tr("Look at it"), lambda: self._show(offer.file))

    def _show(self, file: Path) -> None:
        self._window.show_page("updates")
        self._window.updates.show_offer(file)

    def _read(self, entry: EntryId) -> None:
        self._window.show_page("casebook")
        self._window.casebook.read(entry)

    def _on_taken(self, offer: Offer) -> None:
        self._window.look_again()
        if offer.preview is not None:
            named = self._wording.named(offer.preview.edition.collection)
            words = self.tr("%1 is in use now.").replace("%1", named)
            self._window.telling.say(words, self.tr("Go back"), self.offers.undo)

    def _on_undone(self, gone_back: bool) -> None:
        if not gone_back:
            self._window.telling.say(self.tr("There is no import to go back from."))
            return
        self._window.look_again()
        self._window.telling.say(
            self.tr("The casebook is as it was before the last import. What you made is untouched.")
        )


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files with editions among what is dragged over the window."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.casefold() == SUFFIX)
