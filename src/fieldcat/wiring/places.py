"""Where a person's data lie, and which casebook is to be read of those that are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat import packaged
from fieldcat.errors import (
    CatalogueDamagedError,
    CatalogueMissingError,
    EnvironmentFaultError,
    NewerFormatError,
)
from fieldcat.resources import resource
from fieldcat.storage.data_folder import DataFolder, locate

if TYPE_CHECKING:
    from fieldcat.services.casebook import Casebook
    from fieldcat.storage.generations import Generation


def data_folder(data_dir: str | None) -> DataFolder:
    """The data folder of this run: named by ``--data-dir``, else by the environment, else usual."""
    return locate(data_dir, os.environ)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a casebook lies, and what is derived from it.

    ``shipped`` is the folder of the index that comes with a packaged program, for its own casebook.
    """

    catalogue: Path
    index: Path
    front: Path
    shipped: Path | None = None


def imported(folder: DataFolder) -> tuple[Generation, ...]:
    """The casebooks that were imported, the one to be read first; none where nobody can tell."""
    with suppress(EnvironmentFaultError):
        return folder.generations.live()
    return ()


def places(folder: DataFolder, catalogue: Path | None) -> Iterator[Place]:
    """Where casebooks lie that can be read: what was imported last, at last the bundled one.

    ``catalogue`` is the file of one that takes the place of all of them.
    """
    if catalogue is None:
        for generation in imported(folder):
            yield Place(generation.catalogue, generation.index, generation.front)
    if catalogue is None:
        bundled = resource("casebook.sqlite")
        yield Place(bundled, folder.index, folder.front, shipped_index())
    else:
        yield Place(catalogue, folder.index, folder.front)


def shipped_index() -> Path | None:
    """The folder of the index that comes with a packaged program; None where this is none."""
    return resource("index") if packaged.folder() is not None else None


@dataclass(frozen=True, slots=True)
class Readable:
    """A casebook that can be read, its place, and the file that was left for a newer fieldcat."""

    casebook: Casebook
    place: Place
    left_for_newer: Path | None = None


def open_readable(folder: DataFolder, catalogue: Path | None) -> Readable:
    """The first casebook that is neither damaged nor of a newer fieldcat.

    What a newer fieldcat made is left as it is, and can be told of.

    Raises:
        CatalogueMissingError, CatalogueDamagedError, NewerFormatError: not even the last can be.
    """
    from fieldcat.services.casebook import open_casebook
    from fieldcat.storage.catalogue import open_catalogue

    *others, last = places(folder, catalogue)
    newer: Path | None = None
    for place in others:
        try:
            return Readable(open_casebook(open_catalogue(place.catalogue)), place, newer)
        except NewerFormatError:
            newer = newer or place.catalogue
        except (CatalogueMissingError, CatalogueDamagedError):
            continue
    return Readable(open_casebook(open_catalogue(last.catalogue)), last, newer)
