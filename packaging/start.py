"""Where the packaged program starts: it looks whether its own files are there, then runs.

A stick is pulled out too early, a copy stops half-way, a virus scanner takes a file away: then a
person gets a sentence and not a traceback. This file uses nothing but Python's own parts, so that
it can still say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

TITLE = "fieldcat"
SENTENCES = (
    "fieldcat cannot start: files of the program are missing or damaged. Nothing that you saved"
    " was touched. Copy or install fieldcat once more from where it came.",
    "fieldcat no puede iniciarse: faltan archivos del programa o están dañados. Lo que guardó"
    " sigue intacto. Copie o instale fieldcat de nuevo desde donde lo obtuvo.",
)
DAMAGED = 3
"""The exit status where the program's own files are at fault."""


def main() -> int:
    """Run fieldcat; gives the exit status."""
    try:
        from fieldcat import packaged

        place = packaged.folder()
        # Whoever started a process of work has looked already.
        looked = sys.argv[1:2] == ["work"] or sys.platform == "darwin" or place is None
        missing = () if looked or place is None else packaged.missing_files(place)
        if missing:
            return tell(", ".join(missing[:3]))
        if place is not None:
            from fieldcat import prepared

            prepared.use(packaged.data_file(place, prepared.FILE))
        from fieldcat.__main__ import main as run
    except Exception as fault:
        return tell(f"{type(fault).__name__}: {fault}")
    try:
        return run()
    except ImportError as fault:
        return tell(f"{type(fault).__name__}: {fault}")


def tell(detail: str) -> int:
    """Say that files are missing, in a window where there is no terminal; gives the exit status."""
    text = "\n\n".join((*SENTENCES, f"({detail})"))
    if sys.stderr is not None:
        print(f"{TITLE}: {text}", file=sys.stderr)
    if sys.platform == "win32":
        if sys.stderr is None:
            import ctypes

            ctypes.windll.user32.MessageBoxW(None, text, TITLE, 0x10)
    elif not (sys.stderr is not None and sys.stderr.isatty()):
        show(text)
    return DAMAGED


def show(text: str) -> None:
    """Show a text with whatever the desktop has for that, if there is a desktop."""
    if sys.platform == "darwin":
        script = "on run argv\ndisplay alert item 1 of argv message item 2 of argv\nend run"
        choices = [["osascript", "-e", script, TITLE, text]]
    elif not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    else:
        choices = [
            ["zenity", "--error", "--no-markup", "--title", TITLE, "--text", text],
            ["kdialog", "--title", TITLE, "--error", text],
            ["xmessage", "-center", "-title", TITLE, text],
        ]
    for command in choices:
        if shutil.which(command[0]):
            # The program's own libraries are none of theirs.
            environment = dict(os.environ)
            before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
            environment.pop("LD_LIBRARY_PATH", None)
            if before is not None:
                environment["LD_LIBRARY_PATH"] = before
            subprocess.run(command, env=environment, check=False)
            return


if __name__ == "__main__":
    sys.exit(main())
