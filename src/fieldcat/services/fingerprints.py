"""The fingerprint of a catalogue, remembered: reading all of a large one takes as long as opening.

It tells whether an index is of this catalogue. Whoever looks for damage reads the file anew.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.services.sealed_files import mark, read_sealed, write_sealed

if TYPE_CHECKING:
    from fieldcat.storage.catalogue import Catalogue

_PURPOSE = b"fingerprint"


def recall_fingerprint(catalogue: Catalogue, file: Path, *, key_file: Path | None = None) -> None:
    """Tell a catalogue its fingerprint if ``file`` has it, else have it found out and kept there.

    ``key_file`` None is this laptop's key.

    Raises what ``Catalogue.fingerprint`` raises.
    """
    now = b""
    with suppress(OSError):
        now = mark(catalogue.path).encode()
    known, _, fingerprint = (read_sealed(file, _PURPOSE, key_file) or b"").partition(b"\n")
    if now and known == now:
        catalogue.fingerprint = fingerprint.decode("ascii")
    elif now:
        write_sealed(file, _PURPOSE, now + b"\n" + catalogue.fingerprint.encode(), key_file)
