"""Which websites this program can write: a publisher's, with all its parts."""

from __future__ import annotations

from importlib.util import find_spec


def sites() -> tuple[str, ...]:
    """``site`` where what publishers need is installed, ``zim`` where libzim is, too."""
    if find_spec("markdown_it") is None:
        return ()
    return ("site", "zim") if find_spec("libzim") is not None else ("site",)
