"""What this fieldcat is, and on what kind of place it keeps its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from fieldcat import __version__, packaged
from fieldcat.domain.taxonomy import Collection
from fieldcat.services.answers import Installation
from fieldcat.storage.data_folder import PORTABLE
from fieldcat.storage.media import is_removable


def installation(
    collections: Iterable[Collection], data_folder: Path, *, development: bool = False
) -> Installation:
    """Tell of the program, its casebooks and its data folder, which need not be there yet."""
    place = _nearest(data_folder)
    build = packaged.build()
    return Installation(
        version=__version__,
        built=build.day if build else "",
        collections=tuple(collections),
        data_folder=data_folder,
        read_only=is_read_only(data_folder),
        on_stick=data_folder.name == PORTABLE or is_removable(place),
        development=development,
    )


def is_read_only(data_folder: Path) -> bool:
    """Whether nothing can be saved there: a stick with a lock, a disc, a folder of others."""
    return not os.access(_nearest(data_folder), os.W_OK)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    for place in (folder, *folder.parents):
        try:
            if place.exists():
                return place
        except OSError:
            continue  # may not even be looked at
    return folder
