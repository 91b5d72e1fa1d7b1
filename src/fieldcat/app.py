"""The window's start: the application, its look and language, one instance, then the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

# First, for it lets all else be loaded as fast as it can be.
# isort: off
import fieldcat.ui  # noqa: F401 - for what loading it does

# isort: on
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from fieldcat import packaged, wiring
from fieldcat.errors import DamagedError, FieldcatError, UserDataDamagedError
from fieldcat.services.offered import Services
from fieldcat.storage.media import is_plugged_in
from fieldcat.ui.after_paint import AfterPaint
from fieldcat.ui.collecting import Collecting
from fieldcat.ui.enter_key import EnterKey
from fieldcat.ui.focus import FocusRing
from fieldcat.ui.interpreter import keep_what_is_loaded
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.opening import Opening
from fieldcat.ui.preferences import WATCHED
from fieldcat.ui.single_instance import SingleInstance
from fieldcat.ui.speaking import speak
from fieldcat.ui.style import STYLE_ARGUMENTS
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import load_fonts
from fieldcat.wiring import Workbench

if TYPE_CHECKING:
    from fieldcat.domain.previewing import Rebuilt
    from fieldcat.ui.preview.following import Following
    from fieldcat.ui.starting import Rescue
    from fieldcat.ui.volumes import Volumes

_LOADED_MS = 5_000
"""So long after a start all is loaded that a window needs."""
_DRIVES_MS = 1_500
"""So long after its first picture a window looks for drives: what is typed at once comes before."""

_LISTENING_MS = 2_000
"""So long after its beginning a start answers others, whether it shows a window or a question."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A workspace, the folder that it is built into, and what came of the first build.

    ``stamp`` is how its files stood before that.
    """

    workspace: Path
    folder: Path
    first: Rebuilt
    stamp: object


def run(
    data_dir: str | None,
    *,
    catalogue: Path | None = None,
    file: Path | None = None,
    on_shown: Callable[[MainWindow], object] | None = None,
    preview: Preview | None = None,
) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    Where a fieldcat with the same data folder is running, its window comes to the front instead.
    ``catalogue`` is the casebook's file, None the one that comes with the program. ``file`` is one
    with a new edition, to be offered; the window that is open gets it. ``on_shown`` gets the window
    as soon as it is shown: measurements watch it from there. A ``preview`` follows a workspace.
    """
    app = made_application(sys.argv[:1])
    try:
        workbench = wiring.open_workbench(data_dir, catalogue=catalogue, apart=True)
    except FieldcatError as error:
        from fieldcat.ui.starting import tell_fault

        tell_fault(error)
        return 1
    instance = SingleInstance(workbench.folder.root)
    if not instance.claim(file):
        return 0
    QTimer.singleShot(_LISTENING_MS, instance, instance.listen)
    collecting = Collecting(app)
    log = DefectLog(data_dir)
    sys.excepthook = log.note_defect
    theme = Theme(app)
    FocusRing(app)
    EnterKey(app)
    services = wiring.window_services(workbench)
    with ExitStack() as ending:
        ending.callback(collecting.end)
        ending.callback(workbench.close)
        ending.callback(instance.release)
        if not is_ready(services, workbench):
            return 1
        opening = Opening(
            app, theme, lambda language: wiring.window_services(workbench, language=language)
        )
        instance.raised.connect(opening.raise_window)
        instance.handed.connect(opening.open_file)
        if sys.platform == "darwin":
            # It looks at every event, which elsewhere would cost each key and paint for nothing.
            from fieldcat.ui.file_requests import FileRequests

            FileRequests(app).asked.connect(opening.open_file)
        if preview is not None:
            opening.window.whole.complete()
            following = _followed(preview, workbench, theme)
            following.attach(opening.window)
            opening.opened.connect(following.attach)
        log.say = partial(say_damage, opening)
        ending.callback(log.say_no_more)
        opening.window.show()
        AfterPaint(opening.window, log.open)
        say = partial(say_what_is_lost, opening.window, workbench)
        AfterPaint(opening.window, partial(opening.window.whole.when_done, say))
        AfterPaint(opening.window, partial(_watch_drives_soon, opening, ending))
        QTimer.singleShot(_LOADED_MS, opening, keep_what_is_loaded)
        if file is not None:
            opening.open_file(file)
        if on_shown is not None:
            on_shown(opening.window)
        return stay(app, opening.window)


def stay(app: QApplication, window: MainWindow) -> int:
    """Stay until the window is closed; gives the exit status.

    Raises what keeps the window from becoming whole: half of one is of use to nobody, and whoever
    started the program says what is to be done where a file of it is damaged.
    """
    faults: list[Exception] = []

    def give_up(fault: Exception) -> None:
        faults.append(fault)
        app.exit(1)

    window.whole.failed.connect(give_up)
    status = app.exec()
    if faults:
        window.jobs.close()
        raise faults[0]
    return status


def _watch_drives_soon(opening: Opening, ending: ExitStack) -> None:
    watch = partial(_watch_drives, opening, ending)
    when_whole = opening.window.whole.when_done
    QTimer.singleShot(_DRIVES_MS, opening, lambda: when_whole(watch))


def _watch_drives(opening: Opening, ending: ExitStack) -> None:
    """Look out for drives that are plugged in, once the window is painted, until the end."""
    from fieldcat.ui.volumes import Volumes

    volumes = Volumes(plugged=is_plugged_in)
    volumes.found.connect(opening.find_files)
    volumes.gone.connect(opening.lose_files)
    volumes.changed.connect(opening.look_for_drives)
    _watch(opening.window, volumes)
    opening.opened.connect(lambda window: _watch(window, volumes))
    volumes.start()
    ending.callback(volumes.stop)


def run_preview(preview: Preview) -> int:
    """Open the window on a workspace that was built, and stay until it is closed.

    Whatever is kept in that window is kept in the folder, and goes with it.
    """
    data = preview.folder / "data"
    workbench = wiring.open_workbench(str(data))
    # Whoever previews knows the program; a page of first steps would stand in the way.
    workbench.user_data.set_preference("welcome.seen", "yes")
    workbench.close()
    catalogue = wiring.previewed_catalogue(preview.folder, 0)
    return run(str(data), catalogue=catalogue, preview=preview)


def _followed(preview: Preview, workbench: Workbench, theme: Theme) -> Following:
    from fieldcat.ui.preview.following import First, Following, PreviewServices  # for publishers

    stamp, rebuild = wiring.preview_services(workbench, preview.workspace, preview.folder)
    first = First(preview.first, preview.stamp)
    return Following(PreviewServices(stamp, rebuild), first, theme, parent=theme)


def _watch(window: MainWindow, volumes: Volumes) -> None:
    """Have the folders looked into that the window's preferences name."""

    def take(key: str = WATCHED) -> None:
        if key == WATCHED:
            volumes.watched = window.preferences.watched

    window.preferences.changed.connect(take)
    take()


def say_what_is_lost(window: MainWindow, workbench: Workbench) -> None:
    """Say where nothing can be saved: a person should not find that out by their first note."""
    if wiring.reads_only(workbench.folder):
        from fieldcat.ui.starting import nothing_is_saved

        window.telling.say(nothing_is_saved())


def say_damage(opening: Opening, fault: BaseException) -> None:
    """Say in the window what a fault means that nobody foresaw, once it is whole."""
    from fieldcat.ui.labels import error_text

    def say() -> None:
        if isinstance(fault, Exception):
            opening.window.telling.say(error_text(fault))

    opening.window.whole.when_done(say)


class DefectLog:
    """The log, which is opened once the window is painted, or where there is something to note.

    ``say`` tells the person of damaged files while there is a window.
    """

    def __init__(self, data_dir: str | None) -> None:
        self._data_dir = data_dir
        self._is_open = False
        self._before = sys.excepthook
        self.say: Callable[[BaseException], object] | None = None

    def say_no_more(self) -> None:
        """Leave what comes now to whoever was told of faults before."""
        self.say = None

    def open(self) -> None:
        """Write into the log from now on."""
        if not self._is_open:
            self._is_open = True
            wiring.keep_log(self._data_dir)

    def note_defect(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log what nobody foresaw; the window stays open, for what is kept is safe on the disk."""
        try:
            self._note(fault)
        except Exception as worse:
            if packaged.is_damage(worse):  # of what writes the log: the person has to hear of it
                kind, fault, trace = type(worse), worse, worse.__traceback__
        if self.say is None:
            self._before(kind, fault, trace)
            return
        if packaged.is_damage(fault):
            self.say(fault)
        else:
            sys.__excepthook__(kind, fault, trace)

    def _note(self, fault: BaseException) -> None:
        from fieldcat.services.logbook import note_defect  # it is hoped that none comes

        self.open()
        note_defect(fault)


def made_application(arguments: Sequence[str]) -> QApplication:
    """The application with its fonts, in the system's language."""
    # F9 hides in Qt's own dialogs too; a system's dialog would keep the key to itself.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication([*(arguments or ["fieldcat"]), *STYLE_ARGUMENTS])
    app.setApplicationName("fieldcat")
    # No display name: Qt would add it to every title, the neutral one too.
    app.setDesktopFileName("org.fieldcat.fieldcat")
    if missing := load_fonts():
        import logging  # it takes longer than all fonts together

        logging.getLogger(__name__).warning("fonts did not load: %s", ", ".join(missing))
    speak(app)
    return app


def is_ready(services: Services, workbench: Workbench) -> bool:
    """Whether what the person made can be read; asks how to go on where it is damaged."""
    restorable = True
    while True:
        try:
            services.kept_ids()
        except UserDataDamagedError as error:
            from fieldcat.ui.starting import Rescue, ask_how_to_go_on

            rescue = ask_how_to_go_on(error, restorable=restorable)
            if rescue is Rescue.QUIT:
                return False
            # A backup that is damaged after all, too, is not offered a second time; one that could
            # not be written is: space can be made for it.
            restorable = _carry_out(rescue, workbench) and restorable
        except FieldcatError as error:
            from fieldcat.ui.starting import tell_fault

            tell_fault(error)
            return False
        else:
            return True


def _carry_out(rescue: Rescue, workbench: Workbench) -> bool:
    """Do as the person chose, and tell what goes wrong; False where no backup need be tried again.

    The damage shows again at the next look where this did not help.
    """
    from fieldcat.ui.starting import Rescue, tell_fault, tell_no_backup, tell_recovered

    try:
        if rescue is Rescue.BEGIN_ANEW:
            workbench.begin_anew()
            return True
        came_back = workbench.restore_backup()
        if came_back is None:
            tell_no_backup()
        else:
            tell_recovered(came_back)
    except FieldcatError as error:
        tell_fault(error)
        return not isinstance(error, DamagedError)
    return False
