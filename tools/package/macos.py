"""The disk image for macOS."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

_TRIES, _PAUSE = 5, 10


def write_image(app: Path, target: Path) -> Path:
    """Make a disk image that holds the program and a way to Applications; gives the file.

    Raises:
        CalledProcessError: macOS refused it.
    """
    folder = target.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copytree(app, folder / app.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    image = ["-volname", "fieldcat", "-srcfolder", str(folder), "-format", "ULMO", str(target)]
    for left in reversed(range(_TRIES)):
        # «Resource busy»: something of the system still looks through what was just written.
        done = subprocess.run(["hdiutil", "create", "-ov", *image], check=not left)
        if not done.returncode:
            break
        time.sleep(_PAUSE)
    shutil.rmtree(folder)
    return target
