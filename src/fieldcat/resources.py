"""Where the files that come with the program lie.

Installed, they are inside the package (``fieldcat/_data``); in a checkout they are the top-level
folders ``resources/`` and ``data/``. Only this module knows which.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the program.

    ``resource("places", "places.json")`` and ``resource("casebook.sqlite")`` name what stands in
    ``resources/places/`` and in ``data/``. What is nowhere gets the path that it would have in an
    installed program: whoever opens it reports it missing under that name.
    """
    # What lies beside a packaged program is none of its files.
    is_packaged = getattr(sys, "frozen", False)
    beside = [] if is_packaged else [_CHECKOUT / "resources", _CHECKOUT / "data"]
    for folder in (_PACKAGED, *beside):
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    return _PACKAGED.joinpath(*parts)
