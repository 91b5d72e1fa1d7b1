"""Where the system keeps what belongs to this user: their data, and the settings of this laptop.

What names these places on every system takes as long to load as a page takes to be painted, and a
start of the window asks for them. On Linux they are two variables of the environment.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "fieldcat"


def data_place() -> Path:
    """The folder for what the user makes; it need not be there."""
    return _plain("XDG_DATA_HOME", ".local/share") or _named("user_data_path")


def settings_place() -> Path:
    """The folder for what stays with this laptop; it need not be there."""
    return _plain("XDG_CONFIG_HOME", ".config") or _named("user_config_path")


def _plain(variable: str, usual: str) -> Path | None:
    """The folder, where the system is Linux and the environment says all of it.

    What is no whole path counts for nothing, as desktops have agreed: what is saved would lie in
    another folder with each from which the program is started.
    """
    if not sys.platform.startswith("linux"):
        return None
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named, _NAME)
    return Path(home, usual, _NAME) if home.startswith("/") else None


def _named(place: str) -> Path:
    import platformdirs  # see above

    path: Path = getattr(platformdirs, place)(_NAME, appauthor=False)
    return path
