"""One casebook and one person's data, as window and command line work with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Answer
from fieldcat.errors import (
    CancelledError,
    EnvironmentFaultError,
    FieldcatError,
    IndexUnusableError,
)
from fieldcat.storage.clock import Clock, utc_now
from fieldcat.storage.data_folder import DataFolder, prepare
from fieldcat.storage.first_look import FirstLook
from fieldcat.wiring.own_data import OwnData
from fieldcat.wiring.places import Place, Readable, data_folder, open_readable, places
from fieldcat.wiring.saved import Saved

if TYPE_CHECKING:
    from fieldcat.domain.keeping import Recovered
    from fieldcat.search.searching import Searcher
    from fieldcat.services.casebook import Casebook
    from fieldcat.storage.user_data import UserData

T = TypeVar("T")

_OPENS_SOON = 1.0
"""Seconds that words wait for an index that is being opened; where it is built they do not wait."""


class Workbench:
    """One casebook and one person's data, opened as they are asked for, from any thread.

    ``catalogue`` is the casebook's file, None the one that comes with the program. ``apart`` has
    indexes built in a process of their own. Once closed it stays closed: whoever still asks is told
    so by ``CancelledError``.
    """

    def __init__(
        self,
        folder: DataFolder,
        catalogue: Path | None = None,
        *,
        apart: bool = False,
        clock: Clock = utc_now,
    ) -> None:
        self.folder = folder
        self._catalogue = catalogue
        self._apart = apart
        self._own = OwnData(folder, clock)
        self._saved = Saved(folder.user_sqlite)
        self._closed = False
        self._shipped_damaged = False
        # Each is held for as long as one thing takes, so that none waits for what it does not
        # need: an index is built in seconds, a casebook opened in half of one.
        self._building = Lock()
        self._casebook_lock = Lock()
        # Set unless an index is being opened, which is soon done.
        self._nothing_opens = Event()
        self._nothing_opens.set()
        self._casebook: Casebook | None = None
        self._left: Casebook | None = None
        self._place = Place(catalogue or Path(), folder.index, folder.front)
        self._left_for_newer: Path | None = None
        self._front_page: Answer | None = None

    @property
    def casebook(self) -> Casebook:
        """The casebook; searchable once ``searchable`` has been called.

        Raises:
            CatalogueMissingError, CatalogueDamagedError, NewerFormatError: it cannot be read.
            CancelledError: the workbench is closed.
        """
        return self._opened()[0]

    def renew(self) -> None:
        """Read what is to be read now, after an edition was taken in or gone back from.

        The casebook before stays open for whoever is still reading in it: until the next one, or
        the end.

        Raises what ``casebook`` raises; what was read before is then still read.
        """
        with self._casebook_lock:
            self._still_open()
            found = open_readable(self.folder, self._catalogue)
            given_up, self._left = self._left, self._casebook
            self._take(found)
        _close(given_up)

    def read(self, catalogue: Path) -> None:
        """Read another casebook from now on, as a preview does after each change.

        Raises what ``casebook`` raises; what was read before is then still read.
        """
        before, self._catalogue = self._catalogue, catalogue
        try:
            self.renew()
        except FieldcatError:
            self._catalogue = before
            raise

    @property
    def pictures(self) -> Path:
        """Where the pictures of what is read lie."""
        from fieldcat.storage.pictures import pictures_beside

        if self._catalogue is not None:
            return pictures_beside(self._catalogue)
        return self.folder.generations.assets

    @property
    def awake(self) -> bool:
        """Whether the casebook is open."""
        return self._casebook is not None

    @property
    def left_for_newer(self) -> Path | None:
        """The casebook to be read, where a newer fieldcat made it: another one is read instead.

        None where there is none such, and as long as no casebook is open.
        """
        return self._left_for_newer

    def front_page(self, language: str) -> Answer | None:
        """What an empty query was last answered, in a language; None where nobody knows.

        The casebook is not opened for it. Whoever shows it asks the casebook, too, once it is open:
        another one may be opened where this one turns out to be damaged.
        """
        from fieldcat.services.front_page import read_front_page

        place = next(places(self.folder, self._catalogue))
        self._front_page = read_front_page(
            place.front / f"{language}.json", place.catalogue, language=language
        )
        return self._front_page

    @property
    def front_page_shown(self) -> Answer | None:
        """The front page that was read or kept last."""
        return self._front_page

    def keep_front_page(self, casebook: Casebook, answer: Answer, language: str) -> None:
        """Keep what an empty query is answered, for the next start."""
        from fieldcat.services.front_page import write_front_page

        here, place = self._opened()
        if answer != self._front_page and here.catalogue is casebook.catalogue:
            self._front_page = answer
            file = place.front / f"{language}.json"
            write_front_page(file, casebook.catalogue.path, answer, language=language)

    def searchable(self, report: Report = unreported) -> Casebook:
        """The casebook with its index, which is built first where there is none that fits.

        Raises:
            CancelledError: it was stopped, or the workbench closed meanwhile.
            EnvironmentFaultError, WorkEndedError: there is no index; the casebook can be browsed.
        """
        if (here := self._casebook) is not None and here.searcher is not None:
            return self.casebook
        self._nothing_opens.clear()
        try:
            with self._building:
                casebook, place = self._opened()
                if casebook.searcher is None:
                    searcher = self._new_searcher(casebook, place, report)
                    casebook = self._with(casebook, searcher)
                return casebook
        finally:
            self._nothing_opens.set()

    def await_index(self, cancelled: Callable[[], bool]) -> None:
        """Wait for an index that is being opened, for a moment.

        Without it all titles would be gone through, which takes longer.

        Raises:
            CancelledError: nobody waits for it any more.
        """
        last = monotonic() + _OPENS_SOON
        while not self._nothing_opens.wait(0.02) and monotonic() < last:
            if cancelled():
                raise CancelledError("nobody waits for this answer")

    def asked(self, question: Callable[[Casebook], T], report: Report = unreported) -> T:
        """The answer of the casebook with its index.

        An index that turns out to be damaged is built again, and the question asked once more.

        Raises what ``searchable`` and the question raise.
        """
        casebook = self.searchable(report)
        try:
            return question(casebook)
        except IndexUnusableError:
            self.without_index(casebook.searcher)
            return question(self.searchable(report))

    def with_saved(self, casebook: Casebook) -> Casebook:
        """The casebook with what the person at this laptop saved as one more facet."""
        return self._saved.over(casebook)

    def asked_at_once(self, question: Callable[[Casebook], T]) -> T:
        """The answer of the casebook as it is: where its index fails, without one.

        Raises what the question raises.
        """
        casebook = self.casebook
        try:
            return question(casebook)
        except IndexUnusableError:
            self.without_index(casebook.searcher)
        except CancelledError:
            # Another thread let go of the index in the middle of this, or of everything.
            if self.casebook.searcher is casebook.searcher:
                raise
        return question(self.casebook.with_searcher(None))

    def without_index(self, searcher: Searcher | None) -> None:
        """Let go of an index that turned out to be damaged, if it is still the one in use.

        ``searchable`` builds another.
        """
        with self._casebook_lock:
            casebook = self._casebook
            if casebook is None or searcher is None or casebook.searcher is not searcher:
                return
            self._casebook = casebook.with_searcher(None)
            # It cannot be built anew where it lies: the next one is the data folder's.
            self._shipped_damaged = True
        searcher.close()

    @property
    def first_look(self) -> FirstLook | None:
        """What the window needs of the user data at once; see ``OwnData.first_look``."""
        return self._own.first_look

    @property
    def user_data(self) -> UserData:
        """What the person made; raises what ``OwnData.opened`` raises."""
        return self._own.opened

    @property
    def copied_user_data(self) -> UserData:
        """The same, backed up on each new day; raises what ``OwnData.copied`` raises."""
        return self._own.copied

    def restore_backup(self) -> Recovered | None:
        """Put the newest readable backup in the place of the user data: ``OwnData``."""
        return self._own.restore_backup()

    def begin_anew(self) -> None:
        """Begin with nothing kept: ``OwnData.begin_anew``."""
        self._own.begin_anew()

    def close(self) -> None:
        """Let go of every file, for good; a build that is under way ends by itself."""
        self._closed = True
        with self._casebook_lock:
            closing_now, self._casebook, self._left = (self._casebook, self._left), None, None
        for casebook in closing_now:
            _close(casebook)
        self._own.close()

    def _opened(self) -> tuple[Casebook, Place]:
        """The casebook, and the place of what is derived from it."""
        with self._casebook_lock:
            self._still_open()
            if self._casebook is None:
                return self._take(open_readable(self.folder, self._catalogue))
            return self._casebook, self._place

    def _take(self, found: Readable) -> tuple[Casebook, Place]:
        self._casebook, self._place = found.casebook, found.place
        self._left_for_newer = found.left_for_newer
        return found.casebook, found.place

    def _new_searcher(self, casebook: Casebook, place: Place, report: Report) -> Searcher:
        def report_while_open(progress: Progress) -> None:
            self._nothing_opens.set()
            self._still_open()
            here = self._casebook
            if here is not None and here.catalogue is not casebook.catalogue:
                raise CancelledError("another casebook is read now")
            report(progress)

        # Where nothing can be written, the index is a passing one.
        with suppress(EnvironmentFaultError):
            prepare(self.folder)
        from fieldcat.services.fingerprints import recall_fingerprint
        from fieldcat.services.indexing import build_apart, build_here, ensure_index

        build = build_apart if self._apart else build_here
        try:
            recall_fingerprint(casebook.catalogue, place.front / "catalogue")
            if (shipped := self._shipped(casebook, place)) is not None:
                return shipped
            return ensure_index(casebook.catalogue, place.index, report_while_open, build=build)
        except Exception:
            # A catalogue that is closed while it is read may fail in any way.
            self._still_open()
            raise

    def _shipped(self, casebook: Casebook, place: Place) -> Searcher | None:
        """The index that comes with the program, unless it turned out to be damaged."""
        if place.shipped is None or self._shipped_damaged:
            return None
        from fieldcat.services.shipped_index import open_shipped_index

        return open_shipped_index(casebook.catalogue, place.shipped)

    def _with(self, casebook: Casebook, searcher: Searcher) -> Casebook:
        with self._casebook_lock:
            here = self._casebook
            if here is not None and here.catalogue is casebook.catalogue and not self._closed:
                self._casebook = here.with_searcher(searcher)
                return self._casebook
        searcher.close()
        raise CancelledError("closed, or another casebook read, while the index was built")

    def _still_open(self) -> None:
        if self._closed:
            raise CancelledError("closed")


def _close(casebook: Casebook | None) -> None:
    if casebook is None:
        return
    if casebook.searcher is not None:
        casebook.searcher.close()
    casebook.catalogue.close()


def open_workbench(
    data_dir: str | None,
    *,
    catalogue: Path | None = None,
    apart: bool = False,
    clock: Clock = utc_now,
) -> Workbench:
    """What window and command line work with; nothing is opened or created yet.

    ``apart`` has indexes built in a process of their own, as a window needs it.
    """
    return Workbench(data_folder(data_dir), catalogue, apart=apart, clock=clock)
