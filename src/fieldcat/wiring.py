"""The only place where services are put together; it knows everything, and nothing of Qt.

The window is painted before anything of this is loaded that it does not need for that: SQLAlchemy,
Whoosh and what stands on them are imported where they are first used, mostly off the GUI thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from fieldcat.domain.head import EntryId
from fieldcat.domain.keeping import Belongings
from fieldcat.domain.places import country_name
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Answer, Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import (
    CancelledError,
    CatalogueDamagedError,
    CatalogueMissingError,
    EnvironmentFaultError,
    FieldcatError,
    IndexUnusableError,
    NewerFormatError,
    UserDataDamagedError,
)
from fieldcat.resources import resource
from fieldcat.services.offered import Cancelled, OwnServices, Services, UpdateServices
from fieldcat.storage.clock import Clock, utc_now
from fieldcat.storage.data_folder import DataFolder, locate, prepare
from fieldcat.storage.first_look import FirstLook, first_look

if TYPE_CHECKING:
    from datetime import date

    from fieldcat.domain.keeping import Recovered
    from fieldcat.publishing.building import Built
    from fieldcat.search.searching import Searcher
    from fieldcat.services.casebook import Casebook
    from fieldcat.services.checking import Report as HealthReport
    from fieldcat.services.laptop import Laptop
    from fieldcat.services.offered import Licence
    from fieldcat.storage.generations import Generation
    from fieldcat.storage.user_data import UserData

T = TypeVar("T")

_OPENS_SOON = 1.0
"""Seconds that words wait for an index that is being opened; where it is built they do not wait."""


def data_folder(data_dir: str | None) -> DataFolder:
    """The data folder of this run: named by ``--data-dir``, else by the environment, else usual."""
    return locate(data_dir, os.environ)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a casebook lies, and what is derived from it."""

    catalogue: Path
    index: Path
    front: Path


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
        self._clock = clock
        self._closed = False
        # Each is held for as long as one thing takes, so that none waits for what it does not
        # need: an index is built in seconds, a casebook opened in half of one.
        self._building = Lock()
        self._casebook_lock = Lock()
        self._user_data_lock = Lock()
        # Set unless an index is being opened, which is soon done.
        self._nothing_opens = Event()
        self._nothing_opens.set()
        self._casebook: Casebook | None = None
        self._left: Casebook | None = None
        self._place = _Place(catalogue or Path(), folder.index, folder.front)
        self._front_page: Answer | None = None
        self._user_data: UserData | None = None
        self._seen: FirstLook | None = None
        self._looked = False
        self._copied_on: date | None = None

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
            casebook, place = self._open_casebook()
            given_up, self._left = self._left, self._casebook
            self._casebook, self._place = casebook, place
        _close(given_up)

    @property
    def awake(self) -> bool:
        """Whether the casebook is open."""
        return self._casebook is not None

    def front_page(self, language: str) -> Answer | None:
        """What an empty query was last answered, in a language; None where nobody knows.

        The casebook is not opened for it. Whoever shows it asks the casebook, too, once it is open:
        another one may be opened where this one turns out to be damaged.
        """
        from fieldcat.services.front_page import read_front_page

        place = next(self._places())
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
        searcher.close()

    @property
    def first_look(self) -> FirstLook | None:
        """What the window needs of the user data at once, until they are opened.

        None once they are, and where they must be opened to be read, or to find out what is wrong.
        """
        if not self._looked:
            self._looked = True
            self._seen = first_look(self.folder.user_sqlite)
        return self._seen

    @property
    def user_data(self) -> UserData:
        """What the person made; backed up when it is opened, if it was not yet that day.

        Raises:
            UserDataDamagedError, NewerFormatError, EnvironmentFaultError: it cannot be opened.
            CancelledError: the workbench is closed.
        """
        with self._user_data_lock:
            self._still_open()
            if self._user_data is None:
                from fieldcat.storage.faults import looking_at
                from fieldcat.storage.user_data import open_user_data

                # Where nothing can be written, reading still works.
                with suppress(EnvironmentFaultError):
                    prepare(self.folder)
                file, backups = self.folder.user_sqlite, self.folder.backups
                # A file that is only now created would take the place of the day's backup.
                with looking_at(file):
                    worth_copying = file.exists()
                self._user_data = open_user_data(file, backups, clock=self._clock)
                self._looked, self._seen = True, None
                self._copied_on = None if worth_copying else self._clock().date()
                self._copy_once_a_day(self._user_data)
            return self._user_data

    @property
    def copied_user_data(self) -> UserData:
        """The same; backed up on each new day: a window may stay open for weeks.

        It may take as long as writing a file: not for the thread that paints.

        Raises what ``user_data`` raises.
        """
        user_data = self.user_data
        with self._user_data_lock:
            self._copy_once_a_day(user_data)
        return user_data

    def restore_backup(self) -> Recovered | None:
        """Put the newest readable backup in the place of the user data; None if there is none.

        Gives what came back with it.

        Raises:
            EnvironmentFaultError: it cannot be written; nothing was changed.
        """
        from fieldcat.storage import recovering
        from fieldcat.storage.backups import list_backups

        with self._user_data_lock:
            self._let_go_of_user_data()
            for backup in list_backups(self.folder.backups):
                try:
                    # Before: restoring gives the copy a name that is kept for good.
                    came_back = recovering.recovered(backup)
                except (UserDataDamagedError, EnvironmentFaultError):
                    continue  # where a disk fails, an older copy may lie on a part that does not
                recovering.restore_backup(self.folder.user_sqlite, backup)
                return came_back
            return None

    def begin_anew(self) -> None:
        """Begin with nothing kept; damaged user data stay where they were set aside.

        Raises:
            EnvironmentFaultError: it cannot be written; nothing was changed.
        """
        from fieldcat.storage import recovering

        with self._user_data_lock:
            self._let_go_of_user_data()
            prepare(self.folder)
            recovering.start_anew(self.folder.user_sqlite)

    def close(self) -> None:
        """Let go of every file, for good; a build that is under way ends by itself."""
        self._closed = True
        with self._casebook_lock:
            closing_now, self._casebook, self._left = (self._casebook, self._left), None, None
        for casebook in closing_now:
            _close(casebook)
        with self._user_data_lock:
            self._let_go_of_user_data()

    def _opened(self) -> tuple[Casebook, _Place]:
        """The casebook, and the place of what is derived from it."""
        with self._casebook_lock:
            self._still_open()
            if self._casebook is None:
                self._casebook, self._place = self._open_casebook()
            return self._casebook, self._place

    def _places(self) -> Iterator[_Place]:
        """Where casebooks lie that can be read: what was imported last, at last the bundled one."""
        if self._catalogue is None:
            for generation in _imported(self.folder):
                yield _Place(generation.catalogue, generation.index, generation.front)
        catalogue = self._catalogue or resource("casebook.sqlite")
        yield _Place(catalogue, self.folder.index, self.folder.front)

    def _open_casebook(self) -> tuple[Casebook, _Place]:
        """The first casebook that is neither damaged nor of a newer fieldcat, and its place."""
        from fieldcat.services.casebook import open_casebook
        from fieldcat.storage.catalogue import open_catalogue

        *imported, last = self._places()
        for place in imported:
            with suppress(CatalogueMissingError, CatalogueDamagedError, NewerFormatError):
                return open_casebook(open_catalogue(place.catalogue)), place
        return open_casebook(open_catalogue(last.catalogue)), last

    def _new_searcher(self, casebook: Casebook, place: _Place, report: Report) -> Searcher:
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
            return ensure_index(casebook.catalogue, place.index, report_while_open, build=build)
        except Exception:
            # A catalogue that is closed while it is read may fail in any way.
            self._still_open()
            raise

    def _with(self, casebook: Casebook, searcher: Searcher) -> Casebook:
        with self._casebook_lock:
            here = self._casebook
            if here is not None and here.catalogue is casebook.catalogue and not self._closed:
                self._casebook = here.with_searcher(searcher)
                return self._casebook
        searcher.close()
        raise CancelledError("closed, or another casebook read, while the index was built")

    def _copy_once_a_day(self, user_data: UserData) -> None:
        today = self._clock().date()
        if self._copied_on != today and not user_data.read_only:
            from fieldcat.storage.backups import daily_backup

            self._copied_on = today
            with suppress(EnvironmentFaultError):
                daily_backup(self.folder.user_sqlite, self.folder.backups, clock=self._clock)

    def _let_go_of_user_data(self) -> None:
        self._looked, self._seen = True, None
        if self._user_data is not None:
            self._user_data.close()
            self._user_data = None

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


def window_services(workbench: Workbench, *, language: str = "en") -> Services:
    """What a window of this language (a BCP 47 tag) is offered.

    Answers name countries, regions and languages as it does; another window is made for another.
    Nothing is loaded for it before it is asked.
    """

    def kept_ids() -> frozenset[EntryId]:
        seen = workbench.first_look
        return made().kept_ids() if seen is None else seen.kept

    def preference(key: str, default: str) -> str:
        seen = workbench.first_look
        return made().preference(key, default) if seen is None else seen.preference(key, default)

    def facet_label(facet: Facet, value: str) -> str:
        if facet is Facet.COUNTRY:
            return country_name(value, language or "en")
        # While the casebook is opened, its front page is all that can be clicked.
        shown = None if workbench.awake else workbench.front_page_shown
        rows = shown.facets.get(facet, ()) if shown is not None else ()
        words = next((row.label for row in rows if row.value == value), None)
        return made().facet_label(facet, value) if words is None else words

    made = cache(lambda: _all_services(workbench, language))
    return replace(
        _when_asked(made),
        kept_ids=kept_ids,
        preference=preference,
        facet_label=facet_label,
        front_page=lambda: workbench.front_page(language),
        is_awake=lambda: workbench.awake,
    )


def _when_asked(made: Callable[[], Services]) -> Services:
    """The same services, of which nothing is made before one of them is asked."""

    def asked(name: str) -> Callable[..., Any]:
        return lambda *arguments: getattr(made(), name)(*arguments)

    def asked_of(part: str, name: str) -> Callable[..., Any]:
        return lambda *arguments: getattr(getattr(made(), part), name)(*arguments)

    def within(part: str, kind: type[Any]) -> dict[str, Any]:
        return {field.name: asked_of(part, field.name) for field in fields(kind)}

    offered: dict[str, Any] = {field.name: asked(field.name) for field in fields(Services)}
    offered["own"] = OwnServices(**within("own", OwnServices))
    offered["updates"] = UpdateServices(**within("updates", UpdateServices))
    return Services(**offered)


def _all_services(workbench: Workbench, language: str) -> Services:
    from fieldcat.services import browsing, keeping
    from fieldcat.services.installation import installation
    from fieldcat.services.own import Sources, own_services
    from fieldcat.services.updating import Sources as Updates
    from fieldcat.services.updating import update_services
    from fieldcat.storage.files import write_whole

    def spoken(casebook: Casebook) -> Casebook:
        return replace(casebook, labels=casebook.labels.in_language(language or "en"))

    def keep(entry_id: EntryId, folder: str | None) -> None:
        head = browsing.read_entry(workbench.casebook, entry_id=entry_id).head
        keeping.keep(workbench.copied_user_data, head=head, folder=folder)

    def find(query: Query, cancelled: Cancelled) -> Answer:
        def found(casebook: Casebook) -> Answer:
            answer = browsing.find(spoken(casebook), query=query, cancelled=cancelled)
            if query == Query(limit=query.limit):
                workbench.keep_front_page(casebook, answer, language)
            return answer

        if query.text.strip():
            workbench.await_index(cancelled)
        # Where the index fails, the answer says so, and the window has another built.
        return workbench.asked_at_once(found)

    def prepare_search(report: Report) -> None:
        workbench.searchable(report)

    def wake() -> None:
        _ = workbench.casebook

    def renew() -> None:
        workbench.renew()
        # Before the window asks: what it shows does not change a second time then.
        with suppress(FieldcatError):
            workbench.searchable()

    def preference(key: str, default: str) -> str:
        found = workbench.user_data.preference(key, default)
        return found if isinstance(found, str) else default

    return Services(
        find=find,
        wake=wake,
        read_line=lambda line, cursor, kinds: browsing.read_typed(
            workbench.casebook, line=line, cursor=cursor, kinds=kinds
        ),
        read=lambda entry_id, language: browsing.read_entry(
            workbench.casebook, entry_id=entry_id, language=language
        ),
        withdrawn=lambda entry_id: browsing.read_withdrawn(workbench.casebook, entry_id=entry_id),
        heads=lambda entry_ids: browsing.heads(workbench.casebook, entry_ids=entry_ids),
        collection=lambda collection_id: browsing.collection(
            workbench.casebook, collection_id=collection_id
        ),
        labels=lambda: browsing.labels(spoken(workbench.casebook)),
        facet_label=lambda facet, value: browsing.facet_label(
            spoken(workbench.casebook), facet=facet, value=value
        ),
        marker=lambda text, language: workbench.asked_at_once(
            lambda casebook: browsing.marker(casebook, text=text, language=language)
        ),
        nothing_found_help=lambda query: workbench.asked_at_once(
            lambda casebook: browsing.nothing_found_help(casebook, query=query)
        ),
        keep=keep,
        forget=lambda entry_id: keeping.forget(workbench.copied_user_data, entry_id=entry_id),
        kept_ids=lambda: keeping.kept_ids(workbench.user_data),
        preference=preference,
        set_preference=lambda key, value: workbench.copied_user_data.set_preference(key, value),
        prepare_search=prepare_search,
        own=own_services(
            Sources(
                user_data=lambda: workbench.copied_user_data,
                casebook=lambda: workbench.casebook,
                asked=workbench.asked,
            )
        ),
        more_like=lambda entry_id: workbench.asked_at_once(
            lambda casebook: browsing.more_like(casebook, entry_id=entry_id)
        ),
        updates=update_services(
            Updates(
                laptop=lambda: importing_laptop(workbench),
                casebook=lambda: workbench.casebook,
                generations=workbench.folder.generations,
                data_folder=workbench.folder.root,
                shipped=resource("casebook.sqlite"),
                renew=renew,
            )
        ),
        installation=lambda: installation(
            workbench.casebook.collections,
            workbench.folder.root,
            development=_is_for_development(),
        ),
        licences=lambda: licences(workbench),
        save_file=write_whole,
        export_log=lambda file: _export_log(workbench.folder, file),
    )


def importing_laptop(workbench: Workbench) -> Laptop:
    """What an import works on: what is here, and what of the person's own it may touch."""
    from fieldcat.services import holdings, laptop  # they load TUF

    folder = workbench.folder
    prepare(folder)
    return laptop.Laptop(
        generations=folder.generations,
        bundled=holdings.Bundled(
            catalogue=resource("casebook.sqlite"),
            bundle=resource("casebook.fieldcat"),
            root=resource("casebook.root.json"),
        ),
        index=folder.index,
        own=_own(folder),
    )


def installers(workbench: Workbench) -> tuple[Path, ...]:
    """The files that somebody put beside the data to be passed on: fieldcat's own installers."""
    folder = workbench.folder.installers
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.is_file()))
    except OSError:
        return ()


def _is_for_development() -> bool:
    from fieldcat.updates.development import is_for_development  # it loads TUF

    return is_for_development(resource("casebook.root.json").read_bytes())


def _own(folder: DataFolder) -> Belongings:
    """What the person made, only looked at; nothing where it cannot be read."""
    from fieldcat.storage.user_belongings import list_belongings
    from fieldcat.storage.user_data import open_user_data

    with suppress(FieldcatError):
        if folder.user_sqlite.exists():
            with closing(open_user_data(folder.user_sqlite, folder.backups, True)) as data:
                return list_belongings(data)
    return Belongings()


def _imported(folder: DataFolder) -> tuple[Generation, ...]:
    with suppress(EnvironmentFaultError):
        return folder.generations.live()
    return ()


def keep_log(data_dir: str | None) -> Path | None:
    """Write a log into the data folder from now on; gives the file, or None if that cannot be."""
    from fieldcat.services import logbook

    folder = data_folder(data_dir)
    with suppress(EnvironmentFaultError):
        prepare(folder)
    return logbook.open_log(folder.logs)


def examine(data_dir: str | None) -> HealthReport:
    """Look whether everything is in order, without changing anything."""
    return _examined(data_folder(data_dir))


def licences(workbench: Workbench) -> tuple[Licence, ...]:
    """The licences of all that fieldcat is made of; where no casebook can be read, without its."""
    from fieldcat.services import licences as parts  # asked for once in a while

    try:
        collections = workbench.casebook.collections
    except FieldcatError:
        collections = ()
    return parts.licences(collections)


def export_log(data_dir: str | None, target: Path) -> None:
    """Write the log into a file for whoever helps, with the state of everything.

    Raises:
        EnvironmentFaultError: it cannot be written.
    """
    _export_log(data_folder(data_dir), target)


def _export_log(folder: DataFolder, target: Path) -> None:
    from fieldcat.services import log_export  # it needs all that is there, Whoosh included

    log_export.export_log(
        target,
        logs=folder.logs,
        report=_examined(folder),
        discretion=log_export.discretion_here(folder.root),
    )


def _examined(folder: DataFolder) -> HealthReport:
    from fieldcat.services import checking  # as above

    live = next(iter(_imported(folder)), None)
    return checking.doctor(
        catalogue=live.catalogue if live else resource("casebook.sqlite"),
        index=live.index if live else folder.index,
        user_data=folder.user_sqlite,
        backups=folder.backups,
    )


def build_catalogue(workspace: Path, output: Path | None) -> Built:
    """Check a publisher's workspace and write its catalogue; None writes nothing.

    Raises:
        WorkspaceError: the workspace has faults; nothing was written.
    """
    # Markdown and YAML are the publisher's; no trainer's start pays for them.
    from fieldcat.services import publishing

    if output is None:
        return publishing.check_workspace(workspace)
    return publishing.build_catalogue(workspace, output)
