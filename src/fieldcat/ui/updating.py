"""Leads files with editions to the updates page, and the window to what was taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMimeData, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog

from fieldcat.domain.head import EntryId
from fieldcat.domain.updating import Host, Origin
from fieldcat.errors import PublisherError
from fieldcat.services.offered import Services
from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.labels import error_text, number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.looking import Looking
from fieldcat.ui.updates.offers import SUFFIX, Offer, Offers, Step
from fieldcat.ui.updates.publishers import CARD_SUFFIX, Change, OpenCard, Publishers
from fieldcat.ui.updates.sticks import Sticks
from fieldcat.ui.updates.wording import Wording
from fieldcat.ui.volumes import Volume, mounted_volumes

if TYPE_CHECKING:
    from fieldcat.domain.publishers import Publisher, Turned
    from fieldcat.ui.main_window import MainWindow
    from fieldcat.ui.updates.page import UpdatesPage


_SHIPPED_MS = 3_000
"""So long after the start it is looked whether the program brought a newer edition."""


class Updating(QObject):
    """It belongs to one window. While all is hidden, files wait."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self._waiting: list[Path] = []
        self._quiet: set[Origin] = set()
        self._old: set[Origin] = set()
        self._shipped: Path | None = None
        self._taken_back = False
        self._wording = Wording(self)
        self.offers = Offers(services.updates, window.jobs, self)
        self.publishers = Publishers(services.updates, window.jobs, self.offers.lane, self)
        self.looking = Looking(
            services, window.jobs, window.preferences, self._ask_quietly, parent=self
        )
        self.sticks = Sticks(
            services.updates, window.jobs, self.offers.lane, self._plugged_in, self
        )
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.take_in_shipped)
        self.timer.start(_SHIPPED_MS)
        self.does: Mapping[str, Callable[[], object]] = {
            "import": self.ask_which,
            "copy-to-stick": self.copy_to_stick,
        }
        self.offers.taken.connect(self._on_taken)
        self.offers.settled.connect(self._on_settled)
        self.offers.nothing_new.connect(self._on_nothing_new)
        self.offers.changed.connect(
            lambda: window.navigation.show_waiting("updates", self.offers.waiting)
        )
        self.offers.undone.connect(self._on_undone)
        self.offers.failed.connect(self._on_failed)
        self.publishers.failed.connect(self._on_failed)
        self.publishers.added.connect(self._on_added)
        self.publishers.turned.connect(self._on_turned)
        window.undoing.undone.connect(self._on_taken_back)

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
            self.publishers,
            self.sticks,
            window.news,
            window.keeping,
        )
        page.read_wanted.connect(self._read)
        page.declined.connect(window.preferences.decline)
        page.add_wanted.connect(self.ask_for_card)
        page.folder_wanted.connect(self.ask_for_folder)
        return page

    def ask_which(self) -> QFileDialog:
        """Ask for the file to open."""
        title = self.tr("Open a file with a new edition")
        return self._asked(title, self.tr("Editions and publishers’ cards (%1)"))

    def ask_for_card(self) -> QFileDialog:
        """Ask for a publisher's card."""
        title = self.tr("Open the card of a publisher")
        return self._asked(title, self.tr("Publishers’ cards (%1)"), cards_only=True)

    def take_in_shipped(self) -> None:
        """Take in the edition that came with a newer program, once; it is gone back from as usual.

        Nothing is said while it is looked at.
        """
        self._window.jobs.start(
            lambda _report: self._services.updates.shipped(), done=self._on_shipped
        )

    def stop(self) -> None:
        """Begin nothing more."""
        self.timer.stop()
        self.looking.timer.stop()

    def copy_to_stick(self) -> None:
        """Offer to copy what is here to a stick."""
        self._window.show_page("updates")
        self._window.updates.show_sticks()

    def ask_for_folder(self) -> QFileDialog:
        """Ask for a folder to copy to."""
        title = self.tr("Choose a folder to copy to")
        dialog = file_dialog(self._window, title, QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.sticks.choose(Path(folder)))
        dialog.open()
        return dialog

    def _plugged_in(self) -> tuple[Volume, ...]:
        is_plugged_in = self._services.updates.is_plugged_in
        return tuple(volume for volume in mounted_volumes() if is_plugged_in(volume.root))

    def open(self, file: Path) -> None:
        """Look what a file offers, and show that on the updates page."""
        if self._window.hidden_content:
            self._waiting.append(file)
            return
        if file.suffix.casefold() == CARD_SUFFIX:
            self.publishers.open_card(file)
            self._window.show_page("updates")
            self._window.updates.show_card()
            return
        self._quiet.discard(file)
        self.offers.look(file)
        self._show(file)

    def find(self, files: Iterable[Path], place: str, *, came: bool = True) -> None:
        """Look what a drive or a watched folder offers, and tell of it only if it is news.

        Unless a drive just ``came``, what somebody has declined before is not offered again.
        """
        for file in files:
            if self.offers.of(file) is None:
                self._quiet.add(file)
                if not came:
                    self._old.add(file)
                self.offers.look(file, place)

    def look_for_drives(self) -> None:
        """Other drives are there: show them where one of them is chosen."""
        if self._window.page_name == "updates":
            self.sticks.look()

    def lose(self, folder: Path) -> None:
        """A drive was pulled out; what was found on it is offered no more."""
        for offer in self.offers:
            file = offer.origin
            if offer.place and isinstance(file, Path) and file.is_relative_to(folder):
                self.offers.drop(file)

    def open_waiting(self) -> None:
        """Open what came while all was hidden."""
        waiting, self._waiting = self._waiting, []
        for file in waiting:
            self.open(file)

    def _asked(self, title: str, files: str, *, cards_only: bool = False) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = file_dialog(self._window, title, folder or QDir.homePath())
        forms = [f"*{CARD_SUFFIX}"] if cards_only else [f"*{SUFFIX}", f"*{CARD_SUFFIX}"]
        dialog.setNameFilter(filled(files, " ".join(forms)))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.open()
        return dialog

    def _ask_quietly(self, known: Publisher) -> None:
        """Ask a publisher's host, and tell of it only if there is news."""
        host = Host(known.collection)
        if self.offers.of(host) is None:
            self._quiet.add(host)
            self.offers.ask(known.collection, known.title)

    def _on_shipped(self, bundle: Path | None) -> None:
        if bundle is not None and self.offers.of(bundle) is None:
            self._shipped = bundle
            self._quiet.add(bundle)
            self.offers.look(bundle)

    def _on_settled(self, offer: Offer) -> None:
        if offer.origin == self._shipped and offer.step is Step.OFFERED:
            self._quiet.discard(offer.origin)
            self.offers.take_in(offer.origin)
            return
        if offer.origin not in self._quiet:
            return
        self._quiet.discard(offer.origin)
        old = offer.origin in self._old
        self._old.discard(offer.origin)
        found = offer.step is Step.FOUND and offer.web is not None
        declined = self._window.preferences.declined if old else ()
        if offer.preview is not None and offer.preview.manifest in declined:
            self.offers.drop(offer.origin)
            return
        if not found and (offer.preview is None or not offer.preview.is_news):
            # Nobody asked for it: a drive with what is here already, or with what is not for
            # this computer, or a host that does not answer, is not worth a word.
            self.offers.drop(offer.origin)
            return
        if offer.web is not None:
            named = self._wording.titled(offer.web.title, offer.web.edition)
            words = self.tr("%2 can be fetched from its publisher.")
        else:
            assert offer.preview is not None
            named = self._wording.named(offer.preview.edition.collection)
            words = self.tr("“%1” holds %2.")
        words = filled(words, offer.place, named)
        self._window.telling.say(words, self.tr("Look at it"), lambda: self._show(offer.origin))

    def _on_nothing_new(self, offer: Offer) -> None:
        if offer.origin in self._quiet:
            self._quiet.discard(offer.origin)
        elif offer.web is not None:
            words = self.tr("Edition %1 of “%2” is the newest, and it is here.")
            words = filled(words, number(offer.web.here), offer.name)
            self._window.telling.say(words)

    def _show(self, origin: Origin) -> None:
        self._window.show_page("updates")
        self._window.updates.show_offer(origin)

    def _read(self, entry: EntryId) -> None:
        self._window.show_page("casebook")
        self._window.casebook.read(entry)

    def _on_taken(self, offer: Offer) -> None:
        self._window.look_again()
        if offer.preview is not None:
            named = self._wording.named(offer.preview.edition.collection)
            words = self.tr("%1 is in use now.")
            if offer.origin == self._shipped:
                words = self.tr("%1 came with this fieldcat, and is in use now.")
            words = filled(words, named)
            self._window.telling.say(words, self.tr("Go back"), self.offers.undo)

    def _on_undone(self, gone_back: bool) -> None:
        if not gone_back:
            self._window.telling.say(self.tr("There is no import to go back from."))
            return
        self._window.look_again()
        self._window.telling.say(
            self.tr("The casebook is as it was before the last import. What you made is untouched.")
        )

    def _on_failed(self, error: Exception) -> None:
        self._window.telling.say(self._refused(error) or error_text(error))

    def _refused(self, error: Exception) -> str:
        """Why something about a publisher can never be; empty where that is not known."""
        if not isinstance(error, PublisherError):
            return ""
        from fieldcat.ui.updates.refusals import Refusals

        return Refusals(self).publisher(error)

    # --- publishers ---------------------------------------------------------------------------

    def _on_added(self, card: OpenCard) -> None:
        if card.offer is None:
            return
        added = card.offer.card
        self._window.updates.show_publisher(added.collection)
        self._window.updates.start()
        words = self.tr("“%1” was added. Nothing of it is here before you take it in.")
        self._window.telling.say(filled(words, added.title))

    def _on_turned(self, change: Change, turned: Turned) -> None:
        from fieldcat.ui.updates.work_words import WorkWords

        words = WorkWords(self)

        def back() -> None:
            self._services.updates.take_back(turned)
            self._taken_back = True

        self._window.look_again()
        self._window.undoing.offer(
            words.changed(change),
            back,
            returned=words.taken_back(),
            lasting=self._refused,
            at_home=True,
        )

    def _on_taken_back(self) -> None:
        if self._taken_back:
            self._taken_back = False
            self._window.look_again()


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files with editions, and publishers' cards, among what is dragged over the window."""
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.casefold() in (SUFFIX, CARD_SUFFIX))
