"""Looks whether the packaged program's own files are there, before anything of Qt's is loaded.

A stick is pulled out too early, a copy stops half-way, a virus scanner takes a file away: then a
person gets a sentence and not a traceback. PyInstaller runs this before its own hooks. It uses
nothing but Python's own parts and ``fieldcat.packaged``, and loads even these where it needs them,
so that it can still say so where they are spoilt themselves.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as `typing` has it, which is not loaded for that
if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

TITLE = "fieldcat"
SENTENCES = (
    "fieldcat cannot start: files of the program are missing or damaged. Nothing that you saved"
    " was touched. Copy or install fieldcat once more from where it came.",
    "fieldcat no puede iniciarse: faltan archivos del programa o están dañados. Lo que guardó"
    " sigue intacto. Copie o instale fieldcat de nuevo desde donde lo obtuvo.",
)
DAMAGED = 3
"""The exit status where the program's own files are at fault; ``fieldcat.packaged`` has it, too."""
_QT = ("PySide6", "shiboken6")
_SEEN_AND_CLOSED = (0, 1)
_WELL = 20.0
"""Seconds after which a start has gone well, whatever ends the program then."""


def main() -> None:
    """Look, and have faults of the program's files told from now on.

    Where some are missing already it tells, and ends the program.
    """
    sys.excepthook = tell_fault
    import atexit
    import threading

    from fieldcat import packaged

    place = packaged.folder()
    # Whoever started a process of work has looked already; a Mac looks after its files itself.
    if place is None or sys.argv[1:2] == ["work"] or sys.platform == "darwin":
        return
    hold_modules()
    note, crashed = begin(place)
    # What was spoilt without another length ends the program without a word: whoever then starts
    # it once more is told.
    missing = (packaged.damaged_files if crashed else packaged.missing_files)(place)
    if missing:
        if not crashed:
            forget(note)  # else the next start looks as closely
        qt = not any(name.startswith(_QT) for name in missing)
        sys.exit(tell(", ".join(missing[:3]), qt=qt))
    atexit.register(forget, note)
    well = threading.Timer(_WELL, forget, [note])
    well.daemon = True
    well.start()


def hold_modules() -> None:
    """Have modules read from the program's file as it is now, though it is exchanged or removed.

    PyInstaller opens it by its name for each module: beside a newer program that takes its place
    while the window is open each would be damaged, and without one it ends the program without a
    word. Linux only: Windows lets nobody exchange what runs.
    """
    archive = getattr(sys.modules.get("pyimod02_importers"), "pyz_archive", None)
    if sys.platform == "linux" and hasattr(archive, "_filename"):
        held = f"/proc/self/fd/{os.open(archive._filename, os.O_RDONLY | os.O_CLOEXEC)}"
        if os.access(held, os.R_OK):  # not in a root without /proc
            archive._filename = held


def tell_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Say that files are at fault where they are; of any other fault Python itself tells."""
    if is_of_files(fault):
        detail = f"{kind.__name__}: {fault}"
        sys.exit(tell(detail, qt=not any(name in detail for name in _QT)))
    sys.__excepthook__(kind, fault, trace)


def is_of_files(fault: BaseException) -> bool:
    """Whether a fault that nobody caught is one of the program's files."""
    try:
        from fieldcat.packaged import is_damage
    except Exception:
        return True  # not even that can be loaded
    return is_damage(fault)


def begin(place: Path) -> tuple[Path | None, bool]:
    """Note that the program in ``place`` is being started, which is forgotten once that went well.

    Gives the note, and whether a start before this one was noted and came to no end. Linux only:
    elsewhere processes cannot be asked after in the same way, and the system tells of crashes.
    """
    if sys.platform != "linux":
        return None, False
    import zlib
    from contextlib import suppress
    from pathlib import Path

    name = f"fieldcat-{os.getuid()}-{zlib.crc32(os.fsencode(place)):08x}"
    note, crashed = Path(os.environ.get("TMPDIR") or "/tmp", name), False
    # It may be anybody's there: no link is followed, no pipe is waited for, and nothing that is
    # there is written to.
    with suppress(OSError, ValueError):
        there = os.open(note, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(there, encoding="ascii") as file:
            crashed = not Path("/proc", str(int(file.read(20)))).exists()
        if crashed:
            note.unlink()
    try:
        with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(str(os.getpid()))
    except OSError:
        return None, crashed
    return note, crashed


def forget(note: Path | None) -> None:
    """Take a note away."""
    if note is not None:
        from contextlib import suppress

        with suppress(OSError):
            note.unlink()


def tell(detail: str, *, qt: bool = False) -> int:
    """Say that files are missing, in a window where there is no terminal; gives the exit status.

    ``qt`` is whether Qt's own files are whole, so that they may show the window.
    """
    text = "\n\n".join((*SENTENCES, f"({detail})"))
    if sys.stderr is not None:
        print(f"{TITLE}: {text}", file=sys.stderr)
    if sys.argv[1:2] == ["work"]:
        return DAMAGED  # whoever started it tells
    if sys.platform == "win32":
        if sys.stderr is None:
            import ctypes

            ctypes.windll.user32.MessageBoxW(None, text, TITLE, 0x10)
    elif not (sys.stderr is not None and sys.stderr.isatty()):
        try:
            shown = show(text)
        except Exception:
            shown = False  # what shows it is spoilt, too
        if not shown and qt:
            show_by_qt(text)
    return DAMAGED


def show(text: str) -> bool:
    """Show a text with whatever the desktop has for that; gives whether it was shown."""
    import shutil
    import subprocess

    if sys.platform == "darwin":
        script = "on run argv\ndisplay alert item 1 of argv message item 2 of argv\nend run"
        choices = [["osascript", "-e", script, TITLE, text]]
    elif not has_screen():
        return False
    else:
        choices = [
            ["zenity", "--error", "--no-markup", "--title", TITLE, "--text", text],
            ["kdialog", "--title", TITLE, "--error", text],
            ["xmessage", "-center", "-title", TITLE, text],
        ]
    # The program's own libraries are none of theirs.
    environment = dict(os.environ)
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    environment.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before
    for command in choices:
        if not shutil.which(command[0]):
            continue
        # Where the language's settings are not there, letters with accents are refused.
        for language in ({}, {"LC_ALL": "C.UTF-8"}):
            done = subprocess.run(command, env={**environment, **language}, check=False)
            if done.returncode in _SEEN_AND_CLOSED:
                return True
    return False


def has_screen() -> bool:
    """Whether a window can be shown."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_by_qt(text: str) -> None:
    """Show a text in a window of the program's own."""
    if not has_screen():
        return
    try:
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance() or QApplication([TITLE])
        box = QMessageBox(QMessageBox.Icon.Critical, TITLE, text)
        box.exec()
        del box, application
    except Exception:
        return  # a terminal has it, if there is one


if __name__ == "__main__":
    main()
