"""The search index that comes with a packaged program, so that its first search waits for nothing.

It lies in the program's own folder, sealed like any other, with a key that lies beside it and is
no secret: whoever can write there can change the program itself. That key is asked for nothing
else. An index in a data folder is opened only where it bears the seal of this laptop's key, as
ever.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from fieldcat.domain.progress import unreported
from fieldcat.errors import IndexUnusableError
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.services.indexing import build_index_of
from fieldcat.storage.catalogue import Catalogue

_KEY = hashlib.sha256(b"the index that comes with fieldcat").digest()
"""The same in each build, so that a build can be made again to the byte."""


def build_shipped_index(catalogue: Path, folder: Path) -> None:
    """Build the index of the bundled catalogue in a folder of the program, with its key beside it.

    Raises what ``build_index_of`` raises.
    """
    key_file(folder).write_bytes(_KEY)
    build_index_of(catalogue, folder, unreported, key_file(folder))


def open_shipped_index(catalogue: Catalogue, folder: Path) -> Searcher | None:
    """Open the program's own index of this catalogue; None where there is none that fits.

    ``folder`` must be one of the program's own, never one that a person's data lie in.
    """
    with suppress(IndexUnusableError):
        return Searcher(open_index(folder, catalogue.fingerprint, key_file=key_file(folder)))
    return None


def key_file(folder: Path) -> Path:
    """Where the key of a shipped index is."""
    return folder.with_name(f"{folder.name}.key")
